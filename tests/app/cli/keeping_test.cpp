// Finding, copying and erasing what is about somebody; what is past its time; leaving.

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

constexpr const char* kWhy = "His mother asked on 1 April";

class Keeping : public CliTest {
 protected:
  Keeping() {
    good({"init"});
    alone_ = add("Ayaan brought a marimba. He dropped it.", {"Ayaan Chaudhry"});
    both_ = add("Ines counted in, and Ayaan came late.", {"Ayaan Chaudhry", "Ines Costa"});
    other_ = add("Ines sang alone.", {"Ines Costa"});
  }
  std::string add(const std::string& text, const std::vector<std::string>& people,
                  const std::string& date = "2026-03-30") {
    std::vector<std::string> words{"add", "--json", "--date", date};
    for (const std::string& one : people) words.insert(words.end(), {"--young-person", one});
    return good(words, text).json()["id"];
  }
  /// The word under what was shown.
  static std::string approval(const Said& said) {
    const std::string mark = "--approve ";
    const std::size_t at = said.err.find(mark);
    EXPECT_NE(at, std::string::npos) << said.err;
    return said.err.substr(at + mark.size(), 8);
  }
  bool isAnywhere(const std::string& words) {
    return good({"list", "--names", "real"}).out.find(words) != std::string::npos;
  }
  std::string alone_;
  std::string both_;
  std::string other_;
};

// To look and to copy ----------------------------------------------------------------------------

TEST_F(Keeping, FindingListsWhereSomebodyIsAndIsLogged) {
  const auto found = good({"access", "find", "Ayaan Chaudhry", "--reason", kWhy, "--json"}).json();
  EXPECT_EQ(found["counts"]["entries"], 2);
  EXPECT_EQ(found["counts"]["held"], 0);
  const auto log = good({"access", "log", "--json"}).json();
  ASSERT_EQ(log.size(), 1U);
  EXPECT_EQ(log[0]["kind"], "search");
  EXPECT_EQ(log[0]["reason"], kWhy);
  EXPECT_EQ(log[0]["counts"]["entries"], 2);
  EXPECT_EQ(log.dump().find("marimba"), std::string::npos);
  EXPECT_EQ(run({"access", "find", "Ayaan Chaudhry", "--reason", " "}).code, kUnusable);
  EXPECT_EQ(run({"access", "find", "Nobody", "--reason", kWhy}).code, kNo);
}

TEST_F(Keeping, TheCopyIsShownFirstAndOnlyThatVeryCopyLeavesWithoutAnybodyElse) {
  const Said shown = good({"access", "copy", "Ayaan Chaudhry", "--reason", kWhy});
  EXPECT_NE(shown.out.find("Ayaan Chaudhry brought a marimba."), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("[another young person] counted in"), std::string::npos) << shown.out;
  EXPECT_EQ(shown.out.find("Ines"), std::string::npos) << shown.out;
  EXPECT_EQ(shown.out.find("sang alone"), std::string::npos) << shown.out;
  const std::string word = approval(shown);
  const std::string page = path("about.html");
  const std::vector<std::string> leave{"access", "copy", "Ayaan Chaudhry", "--reason", kWhy,
                                       "--to",   page,   "--approve",      word};
  add("Ayaan again.", {"Ayaan Chaudhry"});
  EXPECT_EQ(run(leave).code, kRefused) << "there is more than was read";
  EXPECT_FALSE(std::filesystem::exists(page));
  std::vector<std::string> again = leave;
  again.back() = approval(good({"access", "copy", "Ayaan Chaudhry", "--reason", kWhy}));
  good(again);
  EXPECT_NE(read(page).find("brought a marimba"), std::string::npos);
  EXPECT_EQ(read(page).find("Ines"), std::string::npos);
  const auto json = nlohmann::json::parse(read(path("about.json")));
  EXPECT_EQ(json["items"][0]["kind"], "name");
  EXPECT_EQ(json.dump().find("Ines"), std::string::npos);
  EXPECT_EQ(run(again).code, kRefused) << "the file is there already";
  EXPECT_EQ(good({"access", "log", "--json"}).json().size(), 5U);
}

TEST_F(Keeping, FurtherWordsCanBeLeftOutAndAnEntryOnHoldIsOnlyNamed) {
  add("Ayaan and Mrs Dunne talked.", {"Ayaan Chaudhry"});
  good({"hold", alone_});
  const Said shown = good({"access", "copy", "Ayaan Chaudhry", "--reason", kWhy, "--leave-out",
                           "@" + file("out.txt", "Mrs Dunne\n")});
  EXPECT_NE(shown.out.find("and [left out] talked"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("held for safeguarding"), std::string::npos) << shown.out;
  EXPECT_EQ(shown.out.find("marimba"), std::string::npos) << shown.out;
}

TEST_F(Keeping, AnEarlierWordingThatNamedThemIsFoundToo) {
  good({"edit", alone_}, "Somebody brought a marimba.");
  const Said shown = good({"access", "copy", "Ayaan Chaudhry", "--reason", kWhy});
  EXPECT_NE(shown.out.find("An earlier wording"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("He dropped it"), std::string::npos) << shown.out;
}

// To erase ---------------------------------------------------------------------------------------

TEST_F(Keeping, ErasingSomebodyIsListedFirstAndNothingHappens) {
  const auto plan = good({"erase-person", "Ayaan Chaudhry", "--reason", kWhy, "--json"}).json();
  ASSERT_EQ(plan["what"].size(), 3U) << plan;
  EXPECT_EQ(plan["what"][0]["id"], alone_);
  EXPECT_EQ(plan["what"][0]["fate"], "goes");
  EXPECT_EQ(plan["what"][1]["id"], both_);
  EXPECT_EQ(plan["what"][1]["fate"], "without_them");
  EXPECT_EQ(plan["what"][2]["kind"], "name");
  EXPECT_EQ(run({"show", alone_}).code, kDone);
  EXPECT_TRUE(isAnywhere("Ayaan"));
}

TEST_F(Keeping, AfterErasingNobodyIsThereOfThatNameAndTheOthersEntriesStay) {
  good({"erase-person", "Ayaan Chaudhry", "--reason", kWhy, "--for-good"});
  EXPECT_EQ(run({"show", alone_}).code, kNo);
  EXPECT_FALSE(isAnywhere("Ayaan"));
  EXPECT_FALSE(isAnywhere("marimba"));
  EXPECT_TRUE(isAnywhere("Ines Costa counted in, and a young person came late."));
  EXPECT_TRUE(isAnywhere("Ines Costa sang alone."));
  EXPECT_EQ(run({"access", "find", "Ayaan Chaudhry", "--reason", kWhy}).code, kNo);
  EXPECT_EQ(good({"access", "log", "--json"}).json()[0]["kind"], "erasure");
  good({"check"});
}

TEST_F(Keeping, ALegalHoldOnThemOffersNothingToErase) {
  good({"legal-hold", "on", "--about", "Ayaan Chaudhry", "--reason", "Inquiry 14"});
  const Said no = run({"erase-person", "Ayaan Chaudhry", "--reason", kWhy});
  EXPECT_EQ(no.code, kRefused);
  EXPECT_NE(no.err.find("since 2026-04-02: Inquiry 14"), std::string::npos) << no.err;
  EXPECT_EQ(no.out.find(alone_.substr(0, 8)), std::string::npos);
  EXPECT_EQ(run({"erase-person", "Ines Costa", "--reason", kWhy, "--for-good"}).code, kRefused)
      << "an entry of hers names him too";
}

TEST_F(Keeping, AnEntryOnSafeguardingHoldStaysAndSoDoesTheName) {
  good({"hold", alone_});
  const Said done = good({"erase-person", "Ayaan Chaudhry", "--reason", kWhy, "--for-good"});
  EXPECT_NE(done.out.find("stays until the DSL"), std::string::npos) << done.out;
  EXPECT_NE(good({"hold"}).out.find(alone_.substr(0, 8)), std::string::npos);
  EXPECT_EQ(run({"access", "find", "Ayaan Chaudhry", "--reason", kWhy}).code, kDone);
  EXPECT_FALSE(isAnywhere("Ayaan"));
  good({"check"});
}

// Past its time ----------------------------------------------------------------------------------

TEST_F(Keeping, WhatIsPastItsTimeIsListedAndGoesOnlyWhenItIsSaidTwice) {
  const std::string old = add("Ayaan in an old marimba lesson.", {"Ayaan Chaudhry"}, "2024-03-01");
  const auto due = good({"retention", "list", "--json"}).json()["due"];
  ASSERT_EQ(due.size(), 1U) << due;
  EXPECT_EQ(due[0]["id"], old);
  EXPECT_EQ(due[0]["kind"], "private_entry");
  EXPECT_EQ(due[0]["kept_until"], "2025-08-31");
  good({"retention", "erase", old.substr(0, 8)});
  EXPECT_EQ(run({"show", old}).code, kDone);
  EXPECT_EQ(run({"retention", "erase", other_, "--for-good"}).code, kNo) << "it is not past it";
  good({"retention", "erase", old.substr(0, 8), "--for-good"});
  EXPECT_EQ(run({"show", old}).code, kNo);
  EXPECT_NE(good({"retention", "list"}).out.find("Nothing is past its time"), std::string::npos);
}

TEST_F(Keeping, AServicesOwnScheduleWins) {
  const std::string old = add("An old lesson.", {}, "2024-03-01");
  const std::string longer =
      file("keep.json", R"({"afternote_retention":1,"private_entry_school_years":6})");
  EXPECT_EQ(good({"retention", "list", "--schedule", longer, "--json"}).json()["due"].size(), 0U);
  EXPECT_EQ(run({"retention", "erase", old, "--schedule", longer, "--for-good"}).code, kNo);
  for (const char* bad : {"{}", "[]", R"({"afternote_retention":1,"consent_years":-1})",
                          R"({"afternote_retention":1,"something":1})"}) {
    EXPECT_EQ(run({"retention", "list", "--schedule", file("bad.json", bad)}).code, kUnusable)
        << bad;
  }
  EXPECT_EQ(
      run({"retention", "list", "--schedule", file("new.json", R"({"afternote_retention":2})")})
          .code,
      kNewer);
}

TEST_F(Keeping, ALegalHoldKeepsWhatIsPastItsTimeOutOfTheOffer) {
  add("Ayaan in an old lesson.", {"Ayaan Chaudhry"}, "2024-03-01");
  add("Another old one.", {}, "2024-03-02");
  good({"legal-hold", "on", "--about", "Ayaan Chaudhry", "--reason", "Inquiry 14"});
  const auto due = good({"retention", "list", "--json"}).json();
  EXPECT_EQ(due["due"].size(), 1U);
  EXPECT_EQ(due["under_legal_hold"], 1);
}

TEST_F(Keeping, OwnLearningIsReadFirstAndThenAllThatStays) {
  const Said shown = good({"retention", "learning", both_});
  EXPECT_NE(shown.out.find("a young person counted in, and a young person came late."),
            std::string::npos)
      << shown.out;
  EXPECT_EQ(run({"show", both_}).code, kDone) << "nothing has happened";
  EXPECT_EQ(run({"retention", "learning", both_, "--approve", "00000000"}).code, kRefused);
  const std::string mine = file("mine.txt", "Leave time for the late ones.");
  const std::string named = file("named.txt", "Leave time for Ines.");
  EXPECT_EQ(run({"retention", "learning", both_, "--file", named}).code, kUnusable);
  const Said own = good({"retention", "learning", both_, "--file", mine});
  good({"retention", "learning", both_, "--file", mine, "--approve", approval(own)});
  EXPECT_EQ(run({"show", both_}).code, kNo);
  EXPECT_TRUE(isAnywhere("Leave time for the late ones."));
  EXPECT_FALSE(isAnywhere("came late"));
  good({"check"});
}

// Leaving ----------------------------------------------------------------------------------------

TEST_F(Keeping, WhoLeavesTakesTheirOwnLearningWithEverybodyBlurredAndIsToldWhatIsNotInIt) {
  good({"hold", alone_});
  const Said shown = good({"leave"});
  for (const char* gone : {"Ayaan", "Ines", "2026-03-30", "marimba"}) {
    EXPECT_EQ(shown.out.find(gone), std::string::npos) << gone << shown.out;
  }
  EXPECT_NE(shown.out.find("a young person sang alone."), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("spring term 2026"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("30 days"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("Not in it:"), std::string::npos) << shown.out;
  good({"leave", "--to", path("mine.html"), "--approve", approval(shown)});
  EXPECT_NE(read(path("mine.html")).find("a young person sang alone."), std::string::npos);
  EXPECT_NE(read(path("mine.json")).find("sang alone"), std::string::npos);
  EXPECT_EQ(run({"leave", "--to", path("other.html")}).code, kUnusable);
}

}  // namespace
}  // namespace app::cli::test
