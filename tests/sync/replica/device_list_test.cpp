#include "sync/replica/device_list.h"

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/sync/replica/family.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using tests::Family;
using tests::Member;
using wire::DeviceStatement;
using wire::StatementKind;

Verdict verdictOn(const DeviceList& list, const DeviceStatement& statement) {
  const wire::Digest digest = digestOf(statement);
  for (const JudgedStatement& judged : list.statements()) {
    if (judged.digest == digest) return judged.verdict;
  }
  ADD_FAILURE() << "the list does not know the statement";
  return Verdict::Misshapen;
}

void signAgain(DeviceStatement& statement, Member& by) {
  statement.signer = by.id();
  statement.signature = by.signer->sign(wire::signedPart(statement));
}

TEST(DeviceListOf, OneDeviceIsItself) {
  Family family(41);
  const DeviceList list = family[0].list();
  ASSERT_EQ(list.devices().size(), 1U);
  EXPECT_TRUE(list.isIn(family[0].id()));
  EXPECT_EQ(list.sealWith(), family[0].keyring->founding());
  EXPECT_FALSE(list.needsEpoch());
  EXPECT_EQ(openName(*family[0].keyring, list.devices()[0]).value(), "Laptop");
}

TEST(DeviceListOf, AnAddedDeviceCanReadAndAddInItsTurn) {
  Family family(42);
  const std::size_t second = family.add(0);
  const std::size_t third = family.add(second);
  family.tellAll();
  const DeviceList list = family[0].list();
  EXPECT_TRUE(list.isIn(family[third].id()));
  EXPECT_EQ(list.find(family[third].id())->addedBy, family[second].id());
  EXPECT_TRUE(family[third].keyring->has(family[0].keyring->founding()));
  EXPECT_EQ(openName(*family[third].keyring, *list.find(family[0].id())).value(), "Laptop");
}

TEST(DeviceListOf, ARemovedDeviceIsOutAndHasNoKeyOfWhatIsSealedSince) {
  Family family(43);
  const std::size_t lost = family.add(0);
  const std::size_t kept = family.add(0);
  family.tellAll();
  family.remove(0, lost);
  family.tellAll();
  const DeviceList list = family.upToDate(kept);
  family.upToDate(lost);
  EXPECT_FALSE(list.isIn(family[lost].id()));
  EXPECT_EQ(list.find(family[lost].id())->removedBy, family[0].id());
  ASSERT_TRUE(list.sealWith().has_value());
  EXPECT_TRUE(family[kept].keyring->has(*list.sealWith()));
  EXPECT_FALSE(family[lost].keyring->has(*list.sealWith()));
}

TEST(DeviceListOf, ARemovalWinsOverWhatTheRemovedDeviceSaidUnseen) {
  Family family(44);
  const std::size_t stolen = family.add(0);
  family.tellAll();
  const std::size_t friendOfThief = family.add(stolen);
  const DeviceStatement added = family[stolen].told.back();
  family.remove(0, stolen);
  family.tellAll();
  const DeviceList list = family[0].list();
  EXPECT_EQ(verdictOn(list, added), Verdict::ByRemoved);
  EXPECT_FALSE(list.isIn(family[friendOfThief].id()));
}

TEST(DeviceListOf, WhatTheRemoverHadSeenStays) {
  Family family(45);
  const std::size_t old = family.add(0);
  const std::size_t tablet = family.add(old);
  family.tellAll();
  family.remove(0, old);
  EXPECT_TRUE(family[0].list().isIn(family[tablet].id()));
}

TEST(DeviceListOf, WhoIsAddedByAVoidDeviceIsVoidTooHoweverFarDown) {
  Family family(46);
  const std::size_t stolen = family.add(0);
  family.tellAll();
  const std::size_t one = family.add(stolen);
  const std::size_t two = family.add(one);
  const DeviceStatement last = family[one].told.back();
  family.remove(0, stolen);
  family.tellAll();
  EXPECT_EQ(verdictOn(family[0].list(), last), Verdict::ByNobody);
  EXPECT_FALSE(family[0].list().isIn(family[two].id()));
}

TEST(DeviceListOf, OfTwoThatRemoveEachOtherTheMoreSeniorStays) {
  Family family(47);
  const std::size_t junior = family.add(0);
  family.tellAll();
  family.remove(junior, 0);
  family.remove(0, junior);
  family.tellAll();
  const DeviceList list = family[0].list();
  EXPECT_TRUE(list.isIn(family[0].id()));
  EXPECT_FALSE(list.isIn(family[junior].id()));
}

TEST(DeviceListOf, ANewerDeviceMayRemoveTheFirst) {
  Family family(48);
  const std::size_t newer = family.add(0);
  family.tellAll();
  family.remove(newer, 0);
  EXPECT_FALSE(family[newer].list().isIn(family[0].id()));
  EXPECT_TRUE(family[newer].list().isIn(family[newer].id()));
}

TEST(DeviceListOf, TwoAddedApartAreBothInAndAreGivenEachOthersKeysByTheNextEpoch) {
  Family family(49);
  const std::size_t lost = family.add(0);
  const std::size_t second = family.add(0);
  family.tellAll();
  const std::size_t third = family.add(second);  // unseen by the remover
  family.remove(0, lost);
  family.tellAll();
  DeviceList list = family[0].list();
  EXPECT_EQ(list.withoutKeys(), std::vector{family[third].id()});
  EXPECT_TRUE(list.needsEpoch());
  ASSERT_TRUE(list.whoBeginsEpoch().has_value());
  EXPECT_NE(*list.whoBeginsEpoch(), family[third].id());
  family.renew(0);
  family.tellAll();
  list = family.upToDate(third);
  EXPECT_FALSE(list.needsEpoch());
  for (const ListedEpoch& epoch : list.epochs()) {
    EXPECT_TRUE(family[third].keyring->has(epoch.id));
  }
}

TEST(DeviceListOf, AnEpochThatARemovedDeviceHoldsIsNotSealedWith) {
  Family family(50);
  const std::size_t one = family.add(0);
  const std::size_t two = family.add(0);
  family.tellAll();
  family.remove(0, one);  // its new key is given to two
  family.remove(two, one);
  const std::size_t three = family.add(0);
  family.remove(0, two);  // and two's own new key was never seen here
  family.tellAll();
  const DeviceList list = family[three].list();
  ASSERT_TRUE(list.sealWith().has_value());
  family.upToDate(two);
  EXPECT_FALSE(family[two].keyring->has(*list.sealWith()));
}

TEST(DeviceListOf, WithoutItsBeginningThereIsNone) {
  Family family(51);
  family.add(0);
  const std::vector<DeviceStatement> all = family[0].told;
  const auto list = DeviceList::read(family[0].keyring->vault(), {all[1]});
  EXPECT_EQ(list.error().code, ErrorCode::NotFound);
}

TEST(DeviceListOf, AnotherBeginningUnderTheSameNameIsNoBeginning) {
  Family family(52);
  Family liar(53);
  DeviceStatement forged = liar[0].told.front();
  forged.vault = family[0].keyring->vault();
  signAgain(forged, liar[0]);
  std::vector<DeviceStatement> told = family[0].told;
  told.push_back(forged);
  const auto list = DeviceList::read(family[0].keyring->vault(), told);
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(verdictOn(*list, forged), Verdict::Misshapen);
  EXPECT_FALSE(list->isIn(liar[0].id()));
}

TEST(DeviceListOf, AJournalThatItsFirstDeviceBeganTwiceIsRefused) {
  Family family(54);
  DeviceStatement again = family[0].told.front();
  again.atMs += 1;
  signAgain(again, family[0]);
  family[0].told.push_back(again);
  const auto list = DeviceList::read(family[0].keyring->vault(), family[0].told);
  EXPECT_EQ(list.error().code, ErrorCode::Conflict);
}

TEST(DeviceListOf, AHubCannotAddADeviceOfItsOwn) {
  Family family(55);
  Member hub = family.stranger();
  DeviceStatement forged;
  forged.kind = StatementKind::Add;
  forged.vault = family[0].keyring->vault();
  forged.device = hub.id();
  forged.signKey = hub.signer->publicKey();
  forged.after = {digestOf(family[0].told.front())};
  signAgain(forged, hub);
  family[0].told.push_back(forged);
  EXPECT_EQ(verdictOn(family[0].list(), forged), Verdict::Unsigned);
  forged.signer = family[0].id();  // or say that the first device did
  family[0].told.back() = forged;
  EXPECT_EQ(verdictOn(family[0].list(), forged), Verdict::Unsigned);
  EXPECT_FALSE(family[0].list().isIn(hub.id()));
}

TEST(DeviceListOf, WhatIsLeftOutIsNoticedOnceSomethingLaterIsSeen) {
  Family family(56);
  const std::size_t second = family.add(0);
  family.tellAll();
  family.remove(0, second);
  family.renew(0);
  std::vector<DeviceStatement> told = family[0].told;
  const DeviceStatement last = told.back();
  told.erase(told.begin() + 2);  // the removal
  const auto list = DeviceList::read(family[0].keyring->vault(), told);
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(verdictOn(*list, last), Verdict::Waiting);
  EXPECT_TRUE(list->isIncomplete());
  EXPECT_FALSE(family[0].list().isIncomplete());
}

TEST(DeviceListOf, ADeviceThatIsNoneOfTheJournalsStatesNothing) {
  Family family(57);
  const std::size_t removed = family.add(0);
  family.tellAll();
  family.remove(0, removed);
  family.tellAll();
  const DeviceList list = family.upToDate(removed);
  EXPECT_EQ(beginEpoch(family.maker(removed, list)).error().code, ErrorCode::Locked);
  EXPECT_EQ(removeDevice(family.maker(removed, list), family[0].id()).error().code,
            ErrorCode::Locked);
}

TEST(DeviceListOf, ADeviceThatWasRemovedDoesNotComeBackUnderItsOldId) {
  Family family(58);
  const std::size_t removed = family.add(0);
  family.tellAll();
  family.remove(0, removed);
  const DeviceList list = family.upToDate(0);
  EXPECT_EQ(addDevice(family.maker(0, list), family[removed].newcomer("x")).error().code,
            ErrorCode::Conflict);
}

TEST(DeviceListOf, AMakerPassesOnTheKeysItWasGivenWithoutHavingLookedYet) {
  Family family(59);
  const std::size_t second = family.add(0);
  family.tellAll();
  const wire::EpochId since = family.renew(0).epoch;
  family.tellAll();
  ASSERT_FALSE(family[second].keyring->has(since));  // the list is read, but no box opened
  const DeviceList list = family[second].list();
  const auto added =
      addDevice(family.maker(second, list), family.stranger().newcomer("Third")).value();
  EXPECT_TRUE(family[second].keyring->has(since));
  family[second].hear({added});
  EXPECT_TRUE(family[second].list().withoutKeys().empty());
}

TEST(DeviceListOf, ABoxWithRubbishInItKeepsNobodyFromStatingAnything) {
  Family family(62);
  const std::size_t second = family.add(0);
  family.tellAll();
  DeviceStatement rubbish = family.renew(second);
  for (wire::KeyBox& box : rubbish.boxes) box.sealed = "rubbish";
  rubbish.epoch = wire::EpochId::random(family.random);
  signAgain(rubbish, family[second]);
  family[0].hear({rubbish});
  const DeviceList list = family.upToDate(0);
  EXPECT_EQ(verdictOn(list, rubbish), Verdict::Counts);
  const auto removal = removeDevice(family.maker(0, list), family[second].id());
  ASSERT_TRUE(removal.ok());
  family[0].hear({*removal});
  EXPECT_EQ(family[0].list().sealWith(), removal->epoch);
}

TEST(DeviceListOf, AKeyThatOnlyRemovedDevicesHadIsNotWaitedFor) {
  Family family(63);
  const std::size_t second = family.add(0);
  family.tellAll();
  const std::size_t third = family.add(second);
  family.renew(0);  // the first and second have its key; third has not
  family.tellAll();
  EXPECT_EQ(family[0].list().withoutKeys(), std::vector{family[third].id()});
  family.remove(third, 0);
  family.remove(third, second);
  const DeviceList list = family[third].list();
  EXPECT_TRUE(list.isIn(family[third].id()));
  EXPECT_TRUE(list.withoutKeys().empty());
  EXPECT_EQ(list.whoBeginsEpoch(), std::nullopt);
}

TEST(DeviceListOf, AnEpochThatNoLongerCountsIsStillPassedOnForWhatWasSealedInIt) {
  Family family(64);
  const std::size_t stolen = family.add(0);
  const std::size_t kept = family.add(0);
  family.tellAll();
  const wire::EpochId unseen = family.renew(stolen).epoch;
  family.tell(stolen, kept);  // which seals with it for a while
  family.remove(0, stolen);
  const std::size_t late = family.add(0);
  family.tellAll();
  const DeviceList list = family[0].list();
  EXPECT_NE(list.sealWith(), unseen);
  EXPECT_EQ(list.withoutKeys(), std::vector{family[late].id()});
  family.renew(kept);
  family.tellAll();
  family.upToDate(late);
  EXPECT_TRUE(family[late].keyring->has(unseen));
}

TEST(DeviceListOf, AKeyNobodyCouldHaveIsRefused) {
  Family family(60);
  Newcomer newcomer = family.stranger().newcomer("x");
  newcomer.boxKey = {};
  const DeviceList list = family.upToDate(0);
  EXPECT_EQ(addDevice(family.maker(0, list), newcomer).error().code, ErrorCode::InvalidInput);
}

TEST(DeviceListOf, ALongNameIsCutAtALetterAndTellsNothingOfItsLength) {
  Family family(61);
  const Keyring& keyring = *family[0].keyring;
  std::string name;
  for (int i = 0; i < 60; ++i) name += "é";
  name = "x" + name;  // so that the limit falls inside a letter
  ListedDevice device;
  device.id = family[0].id();
  device.sealedName = sealName(keyring, device.id, name, family.random);
  EXPECT_EQ(openName(keyring, device).value(), name.substr(0, 99));
  EXPECT_EQ(sealName(keyring, device.id, "", family.random).size(), device.sealedName.size());
  device.id = wire::DeviceId::random(family.random);
  EXPECT_EQ(openName(keyring, device).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace syncing
