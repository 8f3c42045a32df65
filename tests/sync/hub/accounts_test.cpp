// How people come in, what they are, and what is written down about it.
#include "sync/hub/address.h"
#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;

class Accounts : public HubTest {
 protected:
  TestDevice laptop{world.random};
};
INSTANTIATE_TEST_SUITE_P(Backends, Accounts, testing::Values(Backend::Memory, Backend::Postgres),
                         backendName);

TEST_P(Accounts, AnInvitationLetsOneDeviceInOnceWithItsRole) {
  const auto invitation = hub.inviteLocally(Role::Facilitator);
  ASSERT_TRUE(invitation.ok());
  const auto in = hub.enrol(invitation->code, laptop.id, laptop.key(), "192.0.2.1");
  ASSERT_TRUE(in.ok());
  EXPECT_EQ(in->role, Role::Facilitator);
  EXPECT_EQ(in->service, hub.service());
  // The answer was lost: asked again, it is the same.
  EXPECT_EQ(*hub.enrol(invitation->code, laptop.id, laptop.key(), "192.0.2.1"), *in);
  TestDevice other(world.random);
  EXPECT_REFUSED(hub.enrol(invitation->code, other.id, other.key(), "192.0.2.1"),
                 ErrorCode::InvalidInput);
  EXPECT_REFUSED(hub.enrol(invitation->code, laptop.id, other.key(), "192.0.2.1"),
                 ErrorCode::InvalidInput);
}

TEST_P(Accounts, ACodeIsReadHoweverItIsTyped) {
  const auto invitation = hub.inviteLocally(Role::Tutor);
  std::string typed;
  for (const char c : invitation->code) {
    if (c != '-') typed.push_back(c == '0' ? 'o' : static_cast<char>(std::tolower(c)));
    typed.push_back(' ');
  }
  EXPECT_OK(hub.enrol(typed, laptop.id, laptop.key(), "192.0.2.1"));
}

TEST_P(Accounts, AnInvitationEndsAfterThreeDays) {
  const auto invitation = hub.inviteLocally(Role::Tutor);
  world.clock.advance(std::chrono::hours{72});
  EXPECT_REFUSED(hub.enrol(invitation->code, laptop.id, laptop.key(), "192.0.2.1"),
                 ErrorCode::InvalidInput);
}

TEST_P(Accounts, GuessingIsTenTriesAnHourFromOnePlaceAndAHundredFromAll) {
  const auto wrong = [&](const std::string& address) {
    return hub.enrol("AAAA-AAAA-AAAA", laptop.id, laptop.key(), address).error().code;
  };
  for (int i = 0; i < 10; ++i) EXPECT_EQ(wrong("2001:db8::1"), ErrorCode::InvalidInput);
  EXPECT_EQ(wrong("2001:db8::2"), ErrorCode::Network);  // the same /64
  for (int i = 0; i < 90; ++i)
    EXPECT_EQ(wrong("192.0.2." + std::to_string(i)), ErrorCode::InvalidInput);
  const auto invitation = hub.inviteLocally(Role::Tutor);
  EXPECT_REFUSED(hub.enrol(invitation->code, laptop.id, laptop.key(), "203.0.113.1"),
                 ErrorCode::Network);
  world.clock.advance(std::chrono::hours{1});
  EXPECT_OK(hub.enrol(invitation->code, laptop.id, laptop.key(), "203.0.113.1"));
}

TEST_P(Accounts, TheStoreHasNoCodeThatAThiefCouldUse) {
  const auto invitation = hub.inviteLocally(Role::ServiceAdmin);
  auto select = world.db().prepare("SELECT code_hash FROM hub_invitation");
  ASSERT_TRUE(*select->step());
  EXPECT_EQ(select->bytes(0).find(invitation->code), std::string::npos);
  EXPECT_EQ(select->bytes(0).size(), 32U);
}

TEST_P(Accounts, NobodyMakesSomebodyWithMoreRightsThanTheirOwn) {
  TestDevice office(world.random);
  const Caller manager = world.enrol(office, Role::Manager);
  const Caller admin = world.enrol(laptop, Role::ServiceAdmin);
  EXPECT_OK(hub.invite(manager, Role::Tutor, std::nullopt));
  EXPECT_OK(hub.invite(manager, Role::Facilitator, std::nullopt));
  for (const Role role : {Role::Manager, Role::ServiceAdmin, Role::Auditor})
    EXPECT_REFUSED(hub.invite(manager, role, std::nullopt), ErrorCode::Locked);
  // Nor by bringing an administrator's account back onto a device of their own.
  EXPECT_REFUSED(hub.invite(manager, Role::Tutor, admin.account), ErrorCode::Locked);
  for (const Role role : kRoles) EXPECT_OK(hub.invite(admin, role, std::nullopt));
}

TEST_P(Accounts, AClosedAccountHasNoDevices) {
  TestDevice office(world.random);
  const Caller admin = world.enrol(office, Role::ServiceAdmin);
  const Caller tutor = world.founder(laptop);
  EXPECT_OK(hub.closeAccount(admin, tutor.account));
  EXPECT_REFUSED(hub.identify(laptop.id, ""), ErrorCode::Locked);
  const auto rows = hub.accounts(admin);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(std::count_if(rows->begin(), rows->end(), [](const auto& row) { return row.closed; }),
            1);
  EXPECT_REFUSED(hub.closeAccount(admin, AccountId::random(world.random)), ErrorCode::InvalidInput);
  // An invitation back to it would open nothing.
  EXPECT_REFUSED(hub.invite(admin, Role::Tutor, tutor.account), ErrorCode::InvalidInput);
}

TEST_P(Accounts, ARoleChangesWhatIsAllowedFromTheNextRequestOn) {
  TestDevice office(world.random);
  const Caller admin = world.enrol(office, Role::ServiceAdmin);
  const Caller tutor = world.enrol(laptop);
  EXPECT_REFUSED(hub.audit(tutor, 0), ErrorCode::Locked);
  EXPECT_OK(hub.setRole(admin, tutor.account, Role::Auditor));
  EXPECT_OK(hub.audit(world.caller(laptop), 0));
  EXPECT_REFUSED(hub.setRole(admin, admin.account, Role::Auditor), ErrorCode::Locked);
}

TEST_P(Accounts, TheAuditSaysWhoDidWhatAndItsChainHolds) {
  TestDevice watcher(world.random);
  const Caller auditor = world.enrol(watcher, Role::Auditor);
  const Caller tutor = world.founder(laptop);
  EXPECT_REFUSED(hub.pull(tutor, VaultId::random(world.random), 0, 1), ErrorCode::Locked);
  const auto rows = hub.audit(auditor, 0);
  ASSERT_TRUE(rows.ok());
  std::vector<std::string> actions;
  for (const AuditRow& row : *rows) actions.push_back(row.action + " " + row.result);
  EXPECT_EQ(actions, (std::vector<std::string>{"make-service done", "invite done", "enrol done",
                                               "invite done", "enrol done", "found-journal done",
                                               "pull refused"}));
  EXPECT_EQ(rows->back().actor, tutor.account);
  EXPECT_EQ(rows->back().address, "192.0.2.0/24");
  EXPECT_OK(hub.checkAudit());
  const auto own = hub.ownAudit(tutor, 0);
  ASSERT_TRUE(own.ok());
  EXPECT_EQ(own->size(), 3U);
  for (const AuditRow& row : *own) EXPECT_EQ(row.actor, tutor.account);
}

TEST_P(Accounts, EveryEditOfTheAuditIsFound) {
  world.founder(laptop);
  for (const char* sql :
       {"UPDATE hub_audit SET action = 'nothing' WHERE seq = 2",
        "UPDATE hub_audit SET address = '10.0.0.0/24' WHERE seq = 3",
        "DELETE FROM hub_audit WHERE seq = 1", "DELETE FROM hub_audit WHERE seq = 4",
        "UPDATE hub_service SET audit_rows = 3", "UPDATE hub_audit SET at_ms = 0 WHERE seq = 4"}) {
    const auto rolledBack = world.db().transaction([&]() -> journal::Result<void> {
      J_CHECK(world.db().execute(sql));
      const auto found = hub.checkAudit();
      EXPECT_TRUE(!found.ok() && found.error().code == ErrorCode::Corrupt) << sql;
      return journal::Error{ErrorCode::Cancelled, "only tried"};
    });
    EXPECT_FALSE(rolledBack.ok());
    EXPECT_OK(hub.checkAudit());
  }
}

TEST_P(Accounts, AServiceIsOpenedAgainByItsId) {
  EXPECT_EQ(*HubCore::services(world.db()), std::vector{hub.service()});
  const auto again = HubCore::open(world.db(), hub.service(), world.clock, world.random);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ((*again)->serviceName(), "Eastby Music Service");
  EXPECT_EQ(*(*again)->epoch(), *hub.epoch());
  const auto none =
      HubCore::open(world.db(), ServiceId::random(world.random), world.clock, world.random);
  EXPECT_EQ(none.error().code, ErrorCode::NotFound);
}

TEST_P(Accounts, AStoreOfANewerHubIsLeftAlone) {
  EXPECT_OK(world.db().execute("INSERT INTO hub_schema (version) VALUES (99)"));
  EXPECT_EQ(HubCore::open(world.db(), hub.service(), world.clock, world.random).error().code,
            ErrorCode::TooNew);
}

TEST(Address, IsKeptCutShort) {
  EXPECT_EQ(shortAddress("192.0.2.77"), "192.0.2.0/24");
  EXPECT_EQ(shortAddress("::ffff:192.0.2.77"), "192.0.2.0/24");
  EXPECT_EQ(shortAddress("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
  EXPECT_EQ(shortAddress("2001:db8::7"), "2001:db8:0::/48");
  EXPECT_EQ(shortAddress("::1"), "0:0:0::/48");
  EXPECT_EQ(shortAddress(""), "local");
  for (const char* wrong : {"nonsense", "1.2.3", "1.2.3.4.5", "1:2:3", "1:2:3:4:5:6:7:8:9", "::g"})
    EXPECT_EQ(shortAddress(wrong), "unknown") << wrong;
}

TEST(Address, LimitsCountAHouseholdAsOne) {
  EXPECT_EQ(limitAddress("2001:db8:1:2:3:4:5:6"), limitAddress("2001:db8:1:2::9"));
  EXPECT_NE(limitAddress("2001:db8:1:2::9"), limitAddress("2001:db8:1:3::9"));
  EXPECT_NE(limitAddress("192.0.2.1"), limitAddress("192.0.2.2"));
}

}  // namespace
}  // namespace syncing::hub::test
