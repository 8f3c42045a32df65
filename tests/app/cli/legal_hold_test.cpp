// Legal hold from the command line.

#include "tests/app/cli/cli_support.h"

namespace app::cli::test {
namespace {

class LegalHoldCommand : public CliTest {
 protected:
  LegalHoldCommand() {
    good({"init"});
    id_ = good({"add", "--json"}, "A marimba afternoon.").json()["id"];
  }
  nlohmann::json holds() { return good({"legal-hold", "list", "--json"}).json(); }
  std::string id_;
};

TEST_F(LegalHoldCommand, WhileItStandsErasingIsRefusedWithItsReasonAndItsDay) {
  good({"legal-hold", "on", "--reason", "@" + file("why.txt", "Inquiry 14\n"), "--since",
        "2026-03-30"});
  const Said no = run({"erase", id_, "--for-good"});
  EXPECT_EQ(no.code, kRefused);
  EXPECT_NE(no.err.find("since 2026-03-30: Inquiry 14."), std::string::npos) << no.err;
  EXPECT_EQ(run({"show", id_}).code, kDone);
  const std::string hold = holds()[0]["id"];
  good({"legal-hold", "lift", hold.substr(0, 8), "--reason", "Closed"});
  EXPECT_EQ(holds()[0]["lifted_on"], "2026-04-02");
  good({"erase", id_, "--for-good"});
}

TEST_F(LegalHoldCommand, OnACodeItLeavesTheRestAlone) {
  const std::string his =
      good({"add", "--json", "--young-person", "Ayaan Chaudhry"}, "Counted in.").json()["id"];
  good({"legal-hold", "on", "--about", "Ayaan Chaudhry", "--reason", "A claim"});
  EXPECT_EQ(run({"erase", his, "--for-good"}).code, kRefused);
  good({"erase", id_, "--for-good"});
  const std::string list = good({"legal-hold", "list"}).out;
  EXPECT_NE(list.find("since 2026-04-02: A claim"), std::string::npos) << list;
  EXPECT_EQ(list.find("Ayaan"), std::string::npos) << list;
}

TEST_F(LegalHoldCommand, WhatCannotBeUsedIsAnsweredInWords) {
  EXPECT_EQ(run({"legal-hold", "on", "--reason", " "}).code, kUnusable);
  EXPECT_EQ(run({"legal-hold", "on", "--reason", "Why", "--since", "soon"}).code, kUnusable);
  EXPECT_EQ(run({"legal-hold", "on", "--reason", "Why", "--since", "2026-04-03"}).code, kUnusable);
  EXPECT_EQ(run({"legal-hold", "on", "--reason", "Why", "--about", "Nobody"}).code, kNo);
  EXPECT_EQ(run({"legal-hold", "lift", "abcd", "--reason", "Why"}).code, kNo);
  EXPECT_NE(good({"legal-hold", "list"}).out.find("no legal hold"), std::string::npos);
}

TEST_F(LegalHoldCommand, TheCompleteCopyTakesItAlongAndItStandsThereToo) {
  good({"add", "--young-person", "Ayaan Chaudhry"}, "Counted in.");
  good({"legal-hold", "on", "--about", "Ayaan Chaudhry", "--reason", "A claim"});
  good({"legal-hold", "lift", std::string(holds()[0]["id"]), "--reason", "Settled"});
  good({"legal-hold", "on", "--reason", "Inquiry 14"});
  good({"export", "json", path("all.json")});
  const auto again = [this](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"--vault", path("second"), "--passphrase-file", path("pass"), "--fast-kdf"});
    return runBare(arguments);
  };
  ASSERT_EQ(again({"init"}).code, kDone);
  ASSERT_EQ(again({"import", path("all.json")}).code, kDone);
  EXPECT_EQ(again({"erase", id_, "--for-good"}).code, kRefused);
  ASSERT_EQ(again({"export", "json", path("again.json")}).code, kDone);
  EXPECT_EQ(read(path("again.json")), read(path("all.json")));
}

}  // namespace
}  // namespace app::cli::test
