// The chain over a hub's audit: every row is tied to all that came before.
#include "sync/wire/audit_chain.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "sync/wire/role_names.h"

namespace syncing::wire {
namespace {

std::vector<AuditRow> someRows(std::size_t count) {
  journal::SeededRandom random(11);
  std::vector<AuditRow> rows;
  for (std::size_t i = 1; i <= count; ++i)
    rows.push_back({static_cast<std::int64_t>(i), 1000, AccountId::random(random),
                    DeviceId::random(random), "invite", "tutor", "done", "192.0.2.0/24"});
  return rows;
}

std::string headOf(const std::vector<AuditRow>& rows) {
  AuditChain chain;
  for (const AuditRow& row : rows) EXPECT_TRUE(chain.add(row));
  return chain.head();
}

TEST(AuditChain, AnyChangeOfAnyRowGivesAnotherHead) {
  const auto rows = someRows(4);
  const std::string head = headOf(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (auto change :
         {+[](AuditRow& row) { ++row.atMs; }, +[](AuditRow& row) { row.actor = {}; },
          +[](AuditRow& row) { row.device = {}; }, +[](AuditRow& row) { row.action += "d"; },
          +[](AuditRow& row) { row.object = "manager"; },
          +[](AuditRow& row) { row.result = "refused"; },
          +[](AuditRow& row) { row.address = "local"; }}) {
      auto changed = rows;
      change(changed[i]);
      EXPECT_NE(headOf(changed), head) << i;
    }
  }
}

TEST(AuditChain, TakesOnlyTheRowThatComesNext) {
  const auto rows = someRows(3);
  AuditChain chain;
  EXPECT_FALSE(chain.add(rows[1]));
  EXPECT_TRUE(chain.add(rows[0]));
  EXPECT_FALSE(chain.add(rows[0]));
  EXPECT_FALSE(chain.add(rows[2]));
  EXPECT_EQ(chain.rows(), 1);
  EXPECT_EQ(chain.head(), auditHash(rows[0], ""));
}

TEST(RoleNames, AreReadBackAndNothingElseIs) {
  for (const Role role : kRoles) {
    EXPECT_EQ(parseRole(name(role)), role);
    EXPECT_EQ(roleFrom(static_cast<std::int64_t>(role)), role);
  }
  EXPECT_EQ(parseRole("owner"), std::nullopt);
  EXPECT_EQ(roleFrom(6), std::nullopt);
}

}  // namespace
}  // namespace syncing::wire
