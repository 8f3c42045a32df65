// From a passage to a figure on the command line, and the demonstration service.

#include "app/cli/demo_service.h"
#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

constexpr const char* kAuthor = "Imani Brooke";

class CaseStudies : public CliTest {
 protected:
  CaseStudies() {
    good({"init"});
    good({"evidence", "init", "Hollinbeck Music Service"});
    const std::string reflection = good({"add", "--json", "--date", "2026-03-01", "--setting",
                                         "small_group", "--young-person", "Ellis Hallowes"},
                                        "Ellis chose the slow tune. Nobody had asked.")
                                       .json()["id"];
    tag_ = good({"tag", reflection, "--indicator", "P4.1", "--level", "3", "--young-person",
                 "Ellis Hallowes", "--json"},
                "chose the slow tune")
               .json()["id"];
    study_ = good({"case-study", "new", "--author", kAuthor, "--about", "Ellis Hallowes", "--json"},
                  "A way in")
                 .json()["id"];
  }
  void finishWriting() {
    good({"case-study", "claim", study_, "--tag", tag_}, "Ellis now makes a choice.");
    good({"case-study", "agree", study_, "--level", "2", "--by", "young person and mother"});
  }
  Said decide(const std::string& by, const std::string& role) {
    return run({"case-study", "review", study_, "--action", "approve", "--by", by, "--role", role});
  }
  std::string tag_;
  std::string study_;
};

TEST_F(CaseStudies, PrepareSaysWhatIsMissingAndPrintsExactlyWhatWouldLeave) {
  const Said early = run({"case-study", "prepare", study_});
  EXPECT_EQ(early.code, kRefused);
  EXPECT_FALSE(early.err.empty());
  finishWriting();
  const Said ready = good({"case-study", "prepare", study_});
  EXPECT_EQ(ready.out.find("Ellis"), std::string::npos) << ready.out;
  const auto content = ready.json();
  EXPECT_EQ(content["claims"][0]["passages"][0]["text"], "chose the slow tune");
  EXPECT_EQ(content["use_level"], 2);
}

TEST_F(CaseStudies, WhatIsSubmittedIsWhatWasShownAndApprovedItBecomesEvidence) {
  finishWriting();
  const Said sent = good({"case-study", "submit", study_});
  EXPECT_EQ(sent.json()["case_study"], study_);
  EXPECT_EQ(decide("Farida Haleem", "manager").code, kRefused) << "the facilitator comes first";
  EXPECT_EQ(decide(kAuthor, "facilitator").code, kRefused) << "nobody approves their own";
  EXPECT_EQ(decide("Gethin Rees", "facilitator").code, kDone);
  const auto queue =
      good({"evidence", "queue", "--by", "Farida Haleem", "--role", "manager", "--json"}).json();
  ASSERT_EQ(queue.size(), 1u);
  EXPECT_EQ(queue[0]["id"], study_);
  EXPECT_EQ(decide("Farida Haleem", "manager").code, kDone);
  good({"case-study", "refresh", study_});
  EXPECT_NE(good({"case-study", "show", study_}).out.find("approved"), std::string::npos);
  // One young person is never a figure anybody can open.
  const Said opened = run({"evidence", "open", "moved/P4", "--by", "Farida Haleem"});
  EXPECT_NE(opened.code, kDone);
  good({"evidence", "tables", "--by", "Farida Haleem"});
  EXPECT_EQ(run({"evidence", "open", "coverage/small_groups/P4", "--by", "Farida Haleem"}).code,
            kRefused);
}

TEST_F(CaseStudies, TheAuthorReadsWhatManagersReadAndWhoDid) {
  finishWriting();
  good({"case-study", "submit", study_});
  EXPECT_NE(good({"evidence", "seen", "--by", kAuthor}).out.find("read by nobody yet"),
            std::string::npos);
  decide("Gethin Rees", "facilitator");
  const auto read = [this](const char* by, const char* role) {
    return good({"case-study", "review", study_, "--action", "read", "--by", by, "--role", role});
  };
  const Said theirs = read("Farida Haleem", "manager");
  EXPECT_EQ(good({"evidence", "seen", study_, "--by", kAuthor}).out, theirs.out);
  const Said mine = good({"evidence", "seen", "--by", kAuthor});
  EXPECT_NE(mine.out.find("read by Farida Haleem, manager, "), std::string::npos) << mine.out;
  const auto json = good({"evidence", "seen", "--by", kAuthor, "--json"}).json();
  ASSERT_EQ(json[0]["readings"].size(), 1u);
  EXPECT_EQ(json[0]["readings"][0]["by"], "Farida Haleem");
  EXPECT_NE(good({"evidence", "seen", "--by", "Somebody Else"}).out.find("You have sent nothing"),
            std::string::npos);
  EXPECT_NE(run({"evidence", "seen", study_, "--by", "Somebody Else"}).code, kDone);
}

TEST_F(CaseStudies, AReturnNeedsAReasonAndTheAuthorCanWithdraw) {
  finishWriting();
  good({"case-study", "submit", study_});
  EXPECT_NE(run({"case-study", "review", study_, "--action", "return", "--by", "Gethin Rees",
                 "--role", "facilitator"})
                .code,
            kDone);
  good({"case-study", "review", study_, "--action", "return", "--by", "Gethin Rees", "--role",
        "facilitator"},
       "Who else saw it?");
  good({"case-study", "refresh", study_});
  EXPECT_NE(good({"case-study", "show", study_}).out.find("Who else saw it?"), std::string::npos);
}

TEST_F(CaseStudies, TheDemonstrationServiceIsWholeAndItsFiguresOpen) {
  const auto demo = runBare({"demo", "--into", path("demo"), "--fast-kdf", "--json"}).json();
  EXPECT_EQ(demo["remarks"].size(), 0u) << demo["remarks"];
  EXPECT_EQ(demo["approved"], 18);
  EXPECT_EQ(demo["drafts"], 3);
  EXPECT_EQ(demo["reflections"], 29);
  const std::string pass = file("demo-pass", demo["passphrase"].get<std::string>() + "\n");
  const std::vector<std::string> where = {"--fast-kdf", "--vault",        demo["vault"],
                                          "--evidence", demo["evidence"], "--passphrase-file",
                                          pass};
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), where.begin(), where.end());
    return runBare(arguments);
  };
  EXPECT_EQ(with({"check"}).code, kDone);
  const auto tables = with({"evidence", "tables", "--by", "Farida Haleem", "--json"}).json();
  std::string shown;
  for (const auto& cell : tables["coverage"]) {
    if (cell["passages"] != "few") shown = cell["figure"];
  }
  ASSERT_FALSE(shown.empty()) << tables.dump(1);
  const Said opened = with({"evidence", "open", shown, "--by", "Farida Haleem", "--json"});
  EXPECT_EQ(opened.code, kDone) << opened.err;
  EXPECT_GT(opened.json().size(), 0u);
  EXPECT_EQ(
      with({"evidence", "report", "--by", "Farida Haleem", "--html", path("report.html")}).code,
      kDone);
  EXPECT_NE(read(path("report.html")).find("<html"), std::string::npos);
  EXPECT_NE(runBare({"demo", "--into", path("demo"), "--fast-kdf"}).code, kDone)
      << "never over a journal";
}

}  // namespace
}  // namespace app::cli::test
