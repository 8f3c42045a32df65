// The end of a safeguarding hold from the command line: the steps of the window, and its refusals.

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

using namespace std::chrono_literals;

class Hold : public CliTest {
 protected:
  Hold() {
    good({"init"});
    id_ =
        good({"add", "--json", "--date", "2026-03-30"}, "A heavy marimba afternoon.").json()["id"];
    good({"hold", id_});
  }
  nlohmann::json held() { return good({"hold", "--json"}).json(); }
  std::string id_;
};

TEST_F(Hold, TheStepsComeInTheirOrderAndEachIsRecorded) {
  EXPECT_EQ(held()[0]["received"], nullptr);
  const Said early = run({"hold", id_, "--wish", "remove"});
  EXPECT_EQ(early.code, kRefused);
  EXPECT_NE(early.err.find("the DSL has received it"), std::string::npos) << early.err;
  EXPECT_EQ(run({"hold", id_, "--remove"}).code, kRefused);
  good({"hold", id_, "--received-by", "DSL at Millhope Primary", "--date", "2026-04-01", "--time",
        "09:10"});
  EXPECT_EQ(held()[0]["received"], "DSL at Millhope Primary, 2026-04-01 09:10");
  good({"hold", id_, "--wish", "keep"});
  EXPECT_EQ(run({"hold", id_, "--remove"}).code, kRefused) << "the DSL wants it kept";
  good({"hold", id_.substr(0, 8), "--wish", "remove"});
  EXPECT_NE(good({"hold"}).out.find("; to be removed"), std::string::npos);
  good({"hold", id_, "--remove"});
  EXPECT_EQ(held().size(), 0U);
  EXPECT_EQ(run({"show", id_}).code, kNo);
}

TEST_F(Hold, AReceiptIsOfNowUnlessItSaysWhenAndNeverOfLater) {
  EXPECT_EQ(run({"hold", id_, "--received-by", "DSL", "--date", "2026-04-03"}).code, kUnusable);
  EXPECT_EQ(run({"hold", id_, "--received-by", " "}).code, kUnusable);
  EXPECT_EQ(run({"hold", id_, "--received-by", "DSL", "--time", "9"}).code, kUnusable);
  good({"hold", id_, "--received-by", "@" + file("role.txt", "The deputy DSL\n")});
  EXPECT_EQ(held()[0]["received"], "The deputy DSL, 2026-04-02 17:30");
}

TEST_F(Hold, ASlipIsTakenBackWithinTheHour) {
  clock_.at += 59min;
  good({"hold", id_, "--undo"});
  EXPECT_EQ(held().size(), 0U);
  EXPECT_EQ(run({"search", "marimba"}).code, kDone);
}

TEST_F(Hold, LaterAHoldStaysUntilTheDslHasSaid) {
  clock_.at += 61min;
  const Said late = run({"hold", id_, "--undo"});
  EXPECT_EQ(late.code, kRefused);
  EXPECT_NE(late.err.find("within the hour"), std::string::npos) << late.err;
  EXPECT_EQ(run({"search", "marimba"}).code, kNo);
}

TEST_F(Hold, OnceReceivedItIsNotReleasedHoweverSoon) {
  good({"hold", id_, "--received-by", "DSL"});
  EXPECT_EQ(run({"hold", id_, "--undo"}).code, kRefused);
}

TEST_F(Hold, TheLineThatAJournalKeepsIsNeverReleased) {
  const std::string line =
      good({"add", "--json"}, "Concern passed to the DSL at Millhope Primary, 22 January, 16:10.")
          .json()["id"];
  good({"hold", line});
  EXPECT_EQ(run({"hold", line, "--undo"}).code, kRefused);
  EXPECT_EQ(run({"hold", line, "--received-by", "DSL"}).code, kRefused);
}

TEST_F(Hold, OneStepAtATimeOfOneEntry) {
  EXPECT_EQ(run({"hold", id_, "--undo", "--remove"}).code, kUnusable);
  EXPECT_EQ(run({"hold", "--remove"}).code, kUnusable);
  EXPECT_EQ(run({"hold", id_, "--date", "2026-04-01"}).code, kUnusable);
}

TEST_F(Hold, TheCompleteCopyTakesTheStepsAndTheRemovalsAlong) {
  const std::string gone = good({"add", "--json"}, "Another heavy one.").json()["id"];
  good({"hold", gone});
  for (const std::string& id : {id_, gone}) {
    good({"hold", id, "--received-by", "DSL", "--date", "2026-04-02", "--time", "12:00"});
    good({"hold", id, "--wish", "remove"});
  }
  good({"export", "json", path("before.json")});
  good({"hold", gone, "--remove"});
  good({"export", "json", path("all.json")});
  const auto again = [this](const std::string& vault, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"--vault", path(vault), "--passphrase-file", path("pass"), "--fast-kdf"});
    return runBare(arguments);
  };
  ASSERT_EQ(again("second", {"init"}).code, kDone);
  ASSERT_EQ(again("second", {"import", path("all.json")}).code, kDone);
  EXPECT_EQ(again("second", {"hold", "--json"}).json()[0]["wish"], "remove");
  ASSERT_EQ(again("second", {"import", path("before.json")}).code, kDone);
  EXPECT_EQ(again("second", {"show", gone}).code, kNo) << "it was removed, and stays so";
  ASSERT_EQ(again("second", {"export", "json", path("again.json")}).code, kDone);
  EXPECT_EQ(read(path("again.json")), read(path("all.json")));
}

}  // namespace
}  // namespace app::cli::test
