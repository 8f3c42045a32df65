// Asking a hub that runs, from the machine it runs on: its own user and root, and nobody else.
#include "app/hub/control_door.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/app/hub/hub_caller.h"
#include "tests/support/postgres_server.h"

namespace app::hub::test {
namespace {

class RunningHub : public testing::TestWithParam<const char*>, public HubCaller {
 protected:
  Outcome inviteNow(const std::string& role = "tutor") {
    return runHub({"invite", "--config", at.config.string(), "--role", role});
  }
  HubFolder at{std::string(GetParam()) == "Postgresql"
                   ? tests::PostgresServer::instance().freshSchema()
                   : ""};
};
INSTANTIATE_TEST_SUITE_P(Backends, RunningHub, testing::Values("Sqlite", "Postgresql"),
                         [](const auto& one) { return std::string(one.param); });

TEST_P(RunningHub, MakesInvitationsThatLetSomebodyIn) {
  init(at);
  HubProcess hub(at.config);
  const Outcome made = inviteNow();
  ASSERT_EQ(made.status, 0) << made.err;
  invitation = invitationIn(made.out);
  enrolAndFound(hub.port());
  EXPECT_OK(link(hub.port())->push({laptop.segment(1, 1)}));
  EXPECT_EQ(inviteNow("owner").status, 1);
}

TEST_P(RunningHub, ThatWasKilledLeavesNoDoorInTheWay) {
  init(at);
  HubProcess(at.config).kill();
  EXPECT_TRUE(std::filesystem::exists(at.folder / "hub" / "control"));
  EXPECT_EQ(inviteNow().status, 0);  // nobody answers there: the store itself is asked
  HubProcess again(at.config);
  EXPECT_EQ(inviteNow().status, 0);
  EXPECT_EQ(again.stop(), 0);
  EXPECT_FALSE(std::filesystem::exists(at.folder / "hub" / "control"));
}

TEST_P(RunningHub, KeepsItsDoorToItself) {
  init(at);
  HubProcess hub(at.config);
  struct stat found {};
  ASSERT_EQ(lstat((at.folder / "hub" / "control").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, static_cast<mode_t>(S_IRUSR | S_IWUSR));
}

TEST(ControlDoor, IsForItsOwnUserAndRoot) {
  EXPECT_TRUE(mayAskHub(1000, 1000));
  EXPECT_TRUE(mayAskHub(0, 1000));
  EXPECT_FALSE(mayAskHub(1001, 1000));
  EXPECT_FALSE(mayAskHub(1000, 0));
}

TEST(ControlDoor, AnswersNobodyElseEvenWhereTheFolderLetsThemIn) {
  if (geteuid() != 0)
    GTEST_SKIP() << "needs root, to become somebody else; the rule is tested above";
  const HubFolder at;
  std::filesystem::create_directories(at.folder / "hub");
  int asked = 0;
  const auto door = ControlDoor::open(at.folder / "hub", [&](const std::string&) {
    ++asked;
    return journal::Result<std::string>("yes");
  });
  ASSERT_TRUE(door.ok());
  for (const auto& path : {at.folder, at.folder / "hub", at.folder / "hub" / "control"})
    std::filesystem::permissions(path, std::filesystem::perms::all);
  EXPECT_EQ(**askRunningHub(at.folder / "hub", "invite tutor"), "yes");
  const pid_t somebody = fork();
  if (somebody == 0) {
    const bool became = setgid(65534) == 0 && setuid(65534) == 0;
    const auto answer = askRunningHub(at.folder / "hub", "invite service-admin");
    _exit(became && !answer.ok() && answer.error().code == journal::ErrorCode::Conflict ? 0 : 1);
  }
  int status = -1;
  waitpid(somebody, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(asked, 1);
}

TEST(ControlDoor, IsOneOfAFolder) {
  const HubFolder at;
  const auto answer = [](const std::string&) { return journal::Result<std::string>(""); };
  std::string deep = (at.folder / std::string(100, 'd')).string();  // longer than an address
  std::filesystem::create_directories(deep);
  auto first = ControlDoor::open(deep, answer);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(ControlDoor::open(deep, answer).error().code, journal::ErrorCode::Conflict);
  first->reset();
  EXPECT_FALSE(askRunningHub(deep, "invite tutor")->has_value());
  EXPECT_OK(ControlDoor::open(deep, answer));
  EXPECT_EQ(ControlDoor::open(at.folder / "nowhere", answer).error().code, journal::ErrorCode::Io);
}

}  // namespace
}  // namespace app::hub::test
