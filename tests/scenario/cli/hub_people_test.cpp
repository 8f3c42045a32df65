// A service's people from the command line: asked in, given another role, switched off, and who did
// it; against the real hub.

#include "tests/scenario/cli/service_scenario.h"

namespace scenario {
namespace {

class People : public ServiceScenario {
 protected:
  People() { invitation_ = startHub(); }
  /// A device of somebody new, with this invitation.
  void join(const std::string& device, const std::string& invitation) {
    use(device);
    file(device + "-paper", std::string(asked({"init"})["recovery_key"]) + "\n");
    ASSERT_TRUE(comesTrue([&] { return run({"hub", "join"}, invitation + "\n").code == 0; }));
  }
  void joinAdmin() { join("office", invitation_); }
  /// One made by the device in use.
  std::string invitationFor(const std::string& role) {
    return asked({"hub", "invite", "--role", role})[0]["invitation"];
  }
  /// The account that has this role, as the office sees it.
  std::string accountOf(const std::string& role) {
    use("office");
    for (const auto& row : asked({"hub", "accounts"})) {
      if (row["role"] == role) return row["account"];
    }
    return {};
  }

 private:
  std::string invitation_;
};

TEST_F(People, AnAdministratorAsksSomebodyInChangesWhatTheyAreAndSwitchesThemOff) {
  joinAdmin();
  const Answer made = good({"hub", "invite", "--count", "2"});
  EXPECT_EQ(std::count(made.out.begin(), made.out.end(), '\n'), 2) << made.out;
  EXPECT_EQ(asked({"hub", "invitations"}).size(), 3U);
  join("home", made.out.substr(0, made.out.find('\n')));

  const std::string tutor = accountOf("tutor");
  ASSERT_EQ(tutor.size(), 32U);
  EXPECT_TRUE(good({"hub", "role", tutor.substr(0, 8), "manager"}).says("is manager from now on"));
  EXPECT_EQ(accountOf("manager"), tutor);
  use("home");
  EXPECT_FALSE(invitationFor("tutor").empty());
  EXPECT_TRUE(good({"hub", "audit", "--summary"}).says("1  set-role"));

  use("office");
  EXPECT_EQ(run({"hub", "switch-off", tutor.substr(0, 8)}).code, 9);
  EXPECT_TRUE(good({"hub", "accounts"}).out.find("switched off") == std::string::npos);
  good({"hub", "switch-off", tutor.substr(0, 8), "--for-good"});
  EXPECT_TRUE(good({"hub", "accounts"}).says("switched off"));
  use("home");
  const Answer refused = run({"sync"});
  EXPECT_NE(refused.code, 0);
  EXPECT_TRUE(refused.says("does not know this device, or no longer")) << refused.err;
}

TEST_F(People, WhoseRoleDoesNotIncludeItIsToldSoInOneSentence) {
  joinAdmin();
  join("home", invitationFor("tutor"));
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"hub", "invite"},
           {"hub", "invitations"},
           {"hub", "accounts"},
           {"hub", "role", std::string(32, 'a'), "auditor"},
           {"hub", "switch-off", std::string(32, 'a'), "--for-good"},
           {"hub", "audit"},
           {"hub", "audit", "--summary"},
           {"hub", "audit", "--check"}}) {
    const Answer answer = run(command);
    EXPECT_EQ(answer.code, 8) << ::testing::PrintToString(command) << answer.err;
    EXPECT_EQ(answer.err, "Your role at the service does not include that. Nothing has changed.\n");
  }
  EXPECT_TRUE(good({"hub", "audit", "--own"}).says("accounts"));  // that it was asked stands there
  use("office");
  EXPECT_EQ(run({"hub", "audit"}).code, 8);  // nor may who runs it read who did what
  EXPECT_EQ(run({"hub", "role", "ffff", "manager"}).code, 1);
  EXPECT_EQ(run({"hub", "role", accountOf("tutor"), "owner"}).code, 2);
  EXPECT_EQ(run({"hub", "invite", "--count", "0"}).code, 2);
}

TEST_F(People, WhoLostEveryDeviceComesBackAsTheyWere) {
  joinAdmin();
  join("lost", invitationFor("facilitator"));
  const std::string id = asked({"add", "--date", "2026-05-01"}, "They kept the call.")["id"];
  const std::vector<std::string> paper{"--recovery-key-file", at("lost-paper").string()};
  good({"recovery-list", paper[0], paper[1]});
  good({"sync"});

  const std::string account = accountOf("facilitator");
  const auto back = asked({"hub", "invite", "--account", account.substr(0, 6)});
  EXPECT_EQ(back[0]["role"], "facilitator");
  file("invitation", std::string(back[0]["invitation"]) + "\n");
  use("new");
  good({"init"});
  good({"recovery-join", "--invitation", at("invitation").string(), paper[0], paper[1]});
  EXPECT_TRUE(good({"show", id}).says("They kept the call."));
  good({"sync"});
  EXPECT_EQ(accountOf("facilitator"), account);
  EXPECT_EQ(asked({"hub", "accounts"}).size(), 2U);
}

TEST_F(People, AnAuditorReadsWhoDidWhatAndChecksThatItStandsAsItWasWritten) {
  joinAdmin();
  const std::string invitation = invitationFor("auditor");
  join("desk", invitation);
  const auto rows = asked({"hub", "audit"});
  ASSERT_GE(rows.size(), 5U);
  EXPECT_EQ(rows[0]["action"], "make-service");
  EXPECT_EQ(rows[0]["account"], nullptr);
  EXPECT_EQ(rows[2]["from"], "127.0.0.0/24");
  EXPECT_EQ(asked({"hub", "audit", "--after", "3"}).size(), rows.size() - 3);
  const auto checked = asked({"hub", "audit", "--check"});
  EXPECT_EQ(checked["rows"], rows.size());

  // It grows, and still passes what was seen before and what somebody wrote down.
  use("office");
  invitationFor("tutor");
  use("desk");
  EXPECT_TRUE(good({"hub", "audit", "--check", "--head", checked["head"]}).says("unbroken"));
  const Answer other = run({"hub", "audit", "--check", "--head", std::string(64, '0')});
  EXPECT_EQ(other.code, 1);
  EXPECT_TRUE(other.says("not one this audit ever had"));
  // An auditor has no journal there and invites nobody.
  EXPECT_EQ(run({"hub", "invite"}).code, 8);
}

TEST_F(People, AnAuditThatWasCutShortIsNoticedOnADeviceThatSawMoreOfIt) {
  joinAdmin();
  join("desk", invitationFor("auditor"));
  stopHub();
  std::filesystem::copy(at("hub"), at("kept"), std::filesystem::copy_options::recursive);
  serveAgain();
  use("office");
  ASSERT_TRUE(comesTrue([&] { return run({"hub", "invite"}).code == 0; }));
  use("desk");
  good({"hub", "audit", "--check"});
  stopHub();
  std::filesystem::remove_all(at("hub"));
  std::filesystem::rename(at("kept"), at("hub"));
  serveAgain();
  Answer cut;
  ASSERT_TRUE(comesTrue([&] { return (cut = run({"hub", "audit", "--check"})).code != 5; }));
  EXPECT_EQ(cut.code, 4);
  EXPECT_TRUE(cut.says("The hub's audit is not what it was")) << cut.err;
}

TEST_F(People, AJournalThatIsWithNoHubIsToldHowToJoinOne) {
  use("home");
  good({"init"});
  EXPECT_TRUE(run({"hub", "accounts"}).says("Join one with \"hub join\""));
}

}  // namespace
}  // namespace scenario
