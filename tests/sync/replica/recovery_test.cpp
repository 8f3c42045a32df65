#include "sync/replica/recovery.h"

#include <gtest/gtest.h>

#include "tests/sync/replica/family.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using journal::crypto::RecoveryBytes;
using tests::Family;

RecoveryBytes someRecovery(journal::SeededRandom& random) {
  RecoveryBytes bytes;
  random.fill(bytes.writable());
  return bytes;
}

/// The first device puts the recovery key on the list.
void printKey(Family& family, const RecoveryBytes& paper) {
  const DeviceList list = family.upToDate(0);
  const Newcomer newcomer = recoveryDevice(paper, list.vault()).newcomer("Recovery key");
  family[0].told.push_back(addDevice(family.maker(0, list), newcomer).value());
  family.tellAll();
}

TEST(Recovery, ANewMachineWithThePaperTakesEveryKeyAndAddsItself) {
  Family family(81);
  const RecoveryBytes paper = someRecovery(family.random);
  const std::size_t other = family.add(0);
  printKey(family, paper);
  family.remove(0, other);  // an epoch begun since
  const std::vector<wire::DeviceStatement> hub = family[0].told;

  const wire::VaultId vault = family[0].keyring->vault();
  DeviceList list = DeviceList::read(vault, hub).value();
  RecoveryDevice device = recoveryDevice(paper, vault);
  KeySigner signer = recoveryDevice(paper, vault).signer;
  auto keyring = openWithRecovery(list, std::move(device));
  ASSERT_TRUE(keyring.ok()) << keyring.error().detail;
  EXPECT_TRUE(keyring->has(*list.sealWith()));
  EXPECT_TRUE(journal::crypto::equal(keyring->names(), family[0].keyring->names()));

  tests::Member machine = family.stranger();
  const Maker maker{list, *keyring, signer, family.nowMs, family.random};
  const auto added = addDevice(maker, machine.newcomer("New laptop"));
  ASSERT_TRUE(added.ok()) << added.error().detail;
  family[0].hear({*added});
  EXPECT_TRUE(family[0].list().isIn(machine.id()));
  EXPECT_FALSE(family[0].list().needsEpoch());
}

TEST(Recovery, ADeviceThatEndedBetweenBeingAddedAndKeepingItsKeysGoesOnFromTheList) {
  Family family(88);
  const std::size_t second = family.add(0);
  family.renew(0);
  const DeviceList list = family[0].list();
  const tests::Member& member = family[second];
  const auto keyring =
      keyringFromList(list, member.id(), member.signer->publicKey(), member.boxSeed);
  ASSERT_TRUE(keyring.ok()) << keyring.error().detail;
  EXPECT_EQ(keyring->epochCount(), 2U);
  const Secret another = tests::someSecret(family.random);
  EXPECT_EQ(keyringFromList(list, member.id(), member.signer->publicKey(), another).error().code,
            ErrorCode::NotFound);
}

TEST(Recovery, ADeviceMayBeAddedAgainUnderTheSameKeysAndNoOthers) {
  Family family(89);
  const std::size_t second = family.add(0);
  const DeviceList list = family.upToDate(0);
  const auto again = addDevice(family.maker(0, list), family[second].newcomer("x"));
  ASSERT_TRUE(again.ok());
  family[0].hear({*again});
  EXPECT_EQ(family[0].list().devices().size(), 2U);
  EXPECT_TRUE(family[0].list().isIn(family[second].id()));
  Newcomer other = family[second].newcomer("x");
  other.boxKey = family.stranger().newcomer("x").boxKey;
  EXPECT_EQ(addDevice(family.maker(0, list), other).error().code, ErrorCode::Conflict);
}

TEST(Recovery, AnotherPaperOpensNothing) {
  Family family(82);
  printKey(family, someRecovery(family.random));
  const wire::VaultId vault = family[0].keyring->vault();
  const auto keyring =
      openWithRecovery(family[0].list(), recoveryDevice(someRecovery(family.random), vault));
  EXPECT_EQ(keyring.error().code, ErrorCode::NotFound);
}

TEST(Recovery, APaperThatWasReplacedNoLongerOpens) {
  Family family(83);
  const RecoveryBytes old = someRecovery(family.random);
  printKey(family, old);
  const wire::VaultId vault = family[0].keyring->vault();
  printKey(family, someRecovery(family.random));
  const DeviceList list = family.upToDate(0);
  family[0].told.push_back(
      removeDevice(family.maker(0, list), recoveryDevice(old, vault).signer.device()).value());
  const DeviceList since = family[0].list();
  EXPECT_EQ(openWithRecovery(since, recoveryDevice(old, vault)).error().code, ErrorCode::Locked);
  EXPECT_EQ(std::count_if(since.devices().begin(), since.devices().end(),
                          [](const ListedDevice& d) { return d.isIn && d.isRecoveryKey; }),
            1);
}

TEST(Recovery, TheSamePaperIsAnotherDeviceInAnotherJournal) {
  Family family(84);
  const RecoveryBytes paper = someRecovery(family.random);
  const auto here = recoveryDevice(paper, wire::VaultId::random(family.random));
  const auto there = recoveryDevice(paper, wire::VaultId::random(family.random));
  EXPECT_NE(here.signer.device(), there.signer.device());
  EXPECT_NE(here.signer.publicKey(), there.signer.publicKey());
}

TEST(Recovery, AHubThatMakesUpAJournalCannotPutThisPaperOnItsList) {
  Family family(85);
  Family liar(86);
  const RecoveryBytes paper = someRecovery(family.random);
  printKey(family, paper);
  // It saw the recovery key's statement in the true journal and gives the same keys a place.
  const auto shown = recoveryDevice(paper, family[0].keyring->vault()).newcomer("Recovery key");
  const DeviceList list = liar.upToDate(0);
  liar[0].told.push_back(addDevice(liar.maker(0, list), shown).value());
  const auto keyring =
      openWithRecovery(liar[0].list(), recoveryDevice(paper, liar[0].keyring->vault()));
  EXPECT_EQ(keyring.error().code, ErrorCode::NotFound);
}

TEST(Recovery, ThePaperIsMoreSeniorThanTheDeviceThatPrintedIt) {
  Family family(87);
  const RecoveryBytes paper = someRecovery(family.random);
  printKey(family, paper);
  const wire::VaultId vault = family[0].keyring->vault();
  const DeviceList list = family[0].list();
  KeySigner signer = recoveryDevice(paper, vault).signer;
  auto keyring = openWithRecovery(list, recoveryDevice(paper, vault));
  const Maker maker{list, *keyring, signer, family.nowMs, family.random};
  const auto removal = removeDevice(maker, family[0].id()).value();
  family[0].told.push_back(removeDevice(family.maker(0, list), signer.device()).value());
  family[0].hear({removal});
  EXPECT_FALSE(family[0].list().isIn(family[0].id()));
  EXPECT_TRUE(family[0].list().isIn(signer.device()));
}

}  // namespace
}  // namespace syncing
