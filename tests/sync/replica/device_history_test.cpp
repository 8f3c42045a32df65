// Random histories of devices that add, remove and begin epochs without knowing of each other, and
// a source of statements that lies.

#include <cstdlib>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "sync/replica/new_devices.h"
#include "tests/sync/replica/family.h"

namespace syncing {
namespace {

using journal::SeededRandom;
using tests::Family;
using wire::DeviceStatement;
using wire::StatementKind;

std::uint64_t histories(std::uint64_t usual) {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 25'000 : usual;
}

void somethingHappens(Family& family) {
  SeededRandom& random = family.random;
  const std::size_t by = random.below(family.members.size());
  const std::size_t other = random.below(family.members.size());
  const std::uint64_t what = random.below(10);
  if (what < 5) return family.tell(by, other);
  if (!family.mayState(by)) return;
  if (what < 7 && family.members.size() < 7) static_cast<void>(family.add(by));
  if (what == 7 || what == 8) {
    if (family[by].list().isIn(family[other].id())) family.remove(by, other);
  }
  if (what == 9) family.renew(by);
}

Family someHistory(std::uint64_t seed) {
  Family family(seed);
  family.add(0);
  for (std::uint64_t steps = 5 + family.random.below(25); steps > 0; --steps) {
    somethingHappens(family);
  }
  return family;
}

/// Everything about a list that anybody acts on, over the statements that are genuine.
std::string summary(const DeviceList& list) {
  std::string out;
  for (const ListedDevice& device : list.devices()) {
    out += device.id.hex() + (device.isIn ? " in" : " out") +
           (device.removedBy ? " by " + device.removedBy->hex() : "") +
           journal::toHex(device.signKey) + "\n";
  }
  for (const ListedEpoch& epoch : list.epochs()) {
    out += epoch.id.hex() + (epoch.isSafe ? " safe" : "");
    for (const wire::DeviceId holder : epoch.holders) out += " " + holder.hex();
    out += "\n";
  }
  if (list.sealWith()) out += "seal " + list.sealWith()->hex() + "\n";
  for (const wire::Digest& digest : list.newest()) out += journal::toHex(digest) + "\n";
  return out;
}

/// What a lying hub makes out of statements: changed, re-signed with a key of its own, or a device
/// of its own added in somebody's name.
DeviceStatement forgery(Family& family, const std::vector<DeviceStatement>& genuine) {
  SeededRandom& random = family.random;
  DeviceStatement statement = genuine[random.below(genuine.size())];
  tests::Member hub = family.stranger();
  switch (random.below(5)) {
    case 0:
      statement.device = hub.id();
      break;
    case 1:
      statement.after = {digestOf(genuine[random.below(genuine.size())])};
      statement.kind = StatementKind::Remove;
      break;
    case 2:
      statement.signKey = hub.signer->publicKey();
      statement.signature = hub.signer->sign(wire::signedPart(statement));
      break;
    case 3:
      statement.signer = hub.id();
      statement.signature = hub.signer->sign(wire::signedPart(statement));
      break;
    default:
      statement.boxes.push_back({hub.id(), "a box for the hub"});
      break;
  }
  return statement;
}

std::vector<StatementNode> ruled(const Family& family) {
  CheckedSignatures none;
  std::vector<StatementNode> nodes =
      statementGraph(family.members[0].keyring->vault(), family.everything(), none);
  ruleOn(nodes);
  return nodes;
}

TEST(DeviceHistory, OrderRepeatsAndForgeriesChangeNothing) {
  for (std::uint64_t seed = 0; seed < histories(300); ++seed) {
    Family family = someHistory(seed);
    const std::vector<DeviceStatement> genuine = family.everything();
    const wire::VaultId vault = family[0].keyring->vault();
    const std::string honest = summary(DeviceList::read(vault, genuine).value());
    std::vector<DeviceStatement> told = genuine;
    for (std::uint64_t n = family.random.below(6); n > 0; --n) {
      told.push_back(genuine[family.random.below(genuine.size())]);
      told.push_back(forgery(family, genuine));
    }
    tests::shuffle(told, family.random);
    const auto list = DeviceList::read(vault, told);
    ASSERT_TRUE(list.ok()) << seed;
    ASSERT_EQ(summary(*list), honest) << seed;
  }
}

TEST(DeviceHistory, ARemovalThatCountsLeavesNothingUnseenOfTheRemovedDevice) {
  for (std::uint64_t seed = 0; seed < histories(300); ++seed) {
    const Family family = someHistory(seed);
    std::vector<StatementNode> nodes = ruled(family);
    for (const StatementNode& removal : nodes) {
      if (removal.statement.kind != StatementKind::Remove || removal.verdict != Verdict::Counts) {
        continue;
      }
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].statement.signer != removal.statement.device || &nodes[i] == &removal)
          continue;
        ASSERT_TRUE(removal.past.has(i) || nodes[i].verdict != Verdict::Counts) << seed;
      }
    }
  }
}

TEST(DeviceHistory, EverythingThatCountsWasStatedByADeviceWhoseOwnAddingCounts) {
  for (std::uint64_t seed = 0; seed < histories(300); ++seed) {
    const Family family = someHistory(seed);
    std::vector<StatementNode> nodes = ruled(family);
    for (const StatementNode& node : nodes) {
      ASSERT_TRUE(node.admitted) << seed;  // all of it is genuine, and here
      if (node.verdict != Verdict::Counts || node.standsOn.empty()) continue;
      const bool stands = std::any_of(
          node.standsOn.begin(), node.standsOn.end(),
          [&nodes](std::size_t made) { return nodes[made].verdict == Verdict::Counts; });
      ASSERT_TRUE(stands) << seed;
    }
  }
}

/// Lets whoever should begin an epoch do so, until nobody has to.
void settleEpochs(Family& family, std::uint64_t seed) {
  for (int rounds = 0; rounds < 20; ++rounds) {
    family.tellAll();
    const DeviceList list = family[0].list();
    const auto who = list.whoBeginsEpoch();
    if (!who) {
      bool anyoneLeft = false;
      for (const ListedDevice& device : list.devices()) anyoneLeft = anyoneLeft || device.isIn;
      ASSERT_TRUE(!list.needsEpoch() || !anyoneLeft) << seed;
      return;
    }
    for (std::size_t i = 0; i < family.members.size(); ++i) {
      if (family[i].id() == *who) family.renew(i);
    }
  }
  FAIL() << "still no epoch that everybody has, " << seed;
}

TEST(DeviceHistory, InTheEndEveryDeviceHasEveryKeyAndNoRemovedOneHasTheNewest) {
  for (std::uint64_t seed = 0; seed < histories(200); ++seed) {
    Family family = someHistory(seed);
    settleEpochs(family, seed);
    if (HasFatalFailure()) return;
    for (std::size_t i = 0; i < family.members.size(); ++i) {
      const DeviceList list = family.upToDate(i);
      const Keyring& keyring = *family[i].keyring;
      if (!list.sealWith()) continue;  // everybody was removed
      if (!list.isIn(family[i].id())) {
        ASSERT_FALSE(keyring.has(*list.sealWith())) << seed;
        continue;
      }
      for (const ListedEpoch& epoch : list.epochs()) {
        ASSERT_TRUE(keyring.has(epoch.id) || !list.somebodyHolds(epoch)) << seed;
      }
    }
  }
}

TEST(DeviceHistory, WhoIsShownOnlyAPartIsBehindAndNeverHasADeviceNobodyAdded) {
  for (std::uint64_t seed = 0; seed < histories(300); ++seed) {
    Family family = someHistory(seed);
    const std::vector<DeviceStatement> all = family.everything();
    std::vector<DeviceStatement> part;
    for (const DeviceStatement& statement : all) {
      if (statement.kind == StatementKind::Found || family.random.below(4) != 0) {
        part.push_back(statement);
      }
    }
    const auto list = DeviceList::read(family[0].keyring->vault(), part);
    ASSERT_TRUE(list.ok()) << seed;
    std::set<wire::Digest> here;
    for (const DeviceStatement& statement : part) here.insert(digestOf(statement));
    bool lacks = false;
    for (const DeviceStatement& statement : part) {
      for (const wire::Digest& digest : statement.after) lacks = lacks || !here.contains(digest);
    }
    for (const JudgedStatement& judged : list->statements()) {
      if (judged.verdict != Verdict::Counts) continue;
      for (const wire::Digest& digest : judged.statement.after) ASSERT_TRUE(here.contains(digest));
    }
    if (list->isIncomplete()) {
      ASSERT_TRUE(lacks) << seed;
    }
  }
}

TEST(NewDevices, AreNewsForSevenDaysOnEveryOtherDevice) {
  constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
  Family family(71);
  NewDevices news;
  news.note(family[0].list(), family.nowMs);
  EXPECT_TRUE(news.recent(family[0].list(), {}, family.nowMs).empty());
  const std::size_t second = family.add(0);
  const DeviceList list = family[0].list();
  const std::int64_t seen = family.nowMs + kDayMs;
  news.note(list, seen);
  const std::vector<wire::DeviceId> both{family[second].id()};
  EXPECT_EQ(news.recent(list, family[0].id(), seen + 6 * kDayMs), both);
  EXPECT_TRUE(news.recent(list, family[second].id(), seen).empty());
  EXPECT_TRUE(news.recent(list, family[0].id(), seen + 7 * kDayMs).empty());
  news.note(list, seen + 6 * kDayMs);  // seen again is not seen first
  EXPECT_TRUE(news.recent(list, family[0].id(), seen + 7 * kDayMs).empty());
  const auto again = NewDevices::decode(news.encode());
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->recent(list, family[0].id(), seen), both);
  EXPECT_EQ(again->encode(), news.encode());
}

TEST(NewDevices, BytesThatWereCutAreNoNews) {
  Family family(72);
  NewDevices news;
  news.note(family[0].list(), 5);
  const std::string whole = news.encode();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(NewDevices::decode(whole.substr(0, size)).ok());
  }
}

}  // namespace
}  // namespace syncing
