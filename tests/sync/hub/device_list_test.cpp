// Which devices a journal has is what its own devices signed; a hub can only leave statements out.
#include "sync/hub/local_link.h"
#include "tests/sync/hub/hub_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using wire::DeviceStatement;

class DeviceList : public HubTest {
 protected:
  DeviceList() : laptop(world.random), tablet(world.random), me(world.founder(laptop)) {
    tablet.join(laptop);
  }
  TestDevice laptop;
  TestDevice tablet;
  Caller me;
};

TEST_P(DeviceList, ADeviceItWasNeverToldOfIsIntroducedByOneItKnowsAndByNobodyElse) {
  TestDevice stranger(world.random);
  const VaultId vault = laptop.vault;
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
  // Nobody it knows signed this.
  wire::DeviceStatement forged = laptop.add(tablet);
  stranger.sign(forged);
  EXPECT_REFUSED(hub.introduce(vault, forged, "192.0.2.7"), ErrorCode::Locked);
  wire::DeviceStatement key = laptop.newKey();
  stranger.sign(key);
  EXPECT_REFUSED(hub.introduce(vault, key, "192.0.2.7"), ErrorCode::Locked);
  EXPECT_REFUSED(hub.introduce(vault, laptop.found(), "192.0.2.7"), ErrorCode::Locked);
  EXPECT_REFUSED(hub.introduce(stranger.vault, laptop.add(tablet), "192.0.2.7"), ErrorCode::Locked);
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);

  EXPECT_OK(hub.introduce(vault, laptop.add(tablet), "192.0.2.7"));
  const auto known = hub.identify(tablet.id, "");
  ASSERT_TRUE(known.ok());
  EXPECT_EQ(known->account, me.account);
  EXPECT_OK(hub.standing(*known, vault));
  // A device that was removed is not let in again by the statement that once added it.
  EXPECT_OK(hub.state(me, vault, laptop.remove(tablet)));
  EXPECT_OK(hub.introduce(vault, laptop.add(tablet), "192.0.2.7"));
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
}

INSTANTIATE_TEST_SUITE_P(Backends, DeviceList, testing::Values(Backend::Memory, Backend::Postgres),
                         backendName);

TEST_P(DeviceList, ADeviceThatAnotherSignedForIsKnownAtOnce) {
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  const Caller second = world.caller(tablet);
  EXPECT_EQ(second.account, me.account);
  EXPECT_EQ(second.vault, laptop.vault);
  EXPECT_EQ(second.signKey, tablet.key());
  const auto list = hub.statements(second, laptop.vault);
  ASSERT_TRUE(list.ok());
  EXPECT_EQ(*list, (std::vector{laptop.found(), laptop.add(tablet)}));
}

TEST_P(DeviceList, ARemovedDeviceIsKnownNoMoreAndNeverAgain) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  const auto link = localLink(hub, tablet.id, laptop.vault);
  EXPECT_OK(link->standing());
  EXPECT_OK(hub.state(me, laptop.vault, laptop.remove(tablet)));
  EXPECT_REFUSED(link->standing(), ErrorCode::Locked);
  EXPECT_REFUSED(link->push({tablet.segment(1, 1)}), ErrorCode::Locked);
  EXPECT_REFUSED(link->state(tablet.add(laptop)), ErrorCode::Locked);
  DeviceStatement again = laptop.add(tablet);
  again.atMs = 5;
  laptop.sign(again);
  EXPECT_OK(hub.state(me, laptop.vault, again));  // a removal is for ever, whatever comes after
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
  // What it sealed before is still the journal's.
  EXPECT_OK(hub.push(me, laptop.vault, {tablet.segment(1, 1)}));
}

TEST_P(DeviceList, TheSameStatementTwiceIsOneStatement) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  EXPECT_OK(hub.state(me, laptop.vault, laptop.found()));
  EXPECT_EQ(hub.statements(me, laptop.vault)->size(), 2U);
}

TEST_P(DeviceList, NobodyElseCanAddADevice) {
  TestDevice stranger(world.random);
  stranger.join(laptop);  // it only says so
  DeviceStatement forged = laptop.add(stranger);
  forged.signature[0] ^= 1;
  EXPECT_REFUSED(hub.state(me, laptop.vault, forged), ErrorCode::InvalidInput);
  EXPECT_REFUSED(hub.state(me, laptop.vault, stranger.add(stranger)), ErrorCode::InvalidInput);
  EXPECT_REFUSED(hub.state(me, laptop.vault, stranger.found()), ErrorCode::InvalidInput);
  DeviceStatement elsewhere = laptop.add(stranger);
  elsewhere.vault = VaultId::random(world.random);
  laptop.sign(elsewhere);
  EXPECT_REFUSED(hub.state(me, laptop.vault, elsewhere), ErrorCode::InvalidInput);
  EXPECT_REFUSED(hub.identify(stranger.id, ""), ErrorCode::Locked);
}

TEST_P(DeviceList, ADeviceOfAnotherPersonIsNotTakenOver) {
  TestDevice theirs(world.random);
  world.founder(theirs);
  TestDevice disguised(world.random);
  disguised.id = theirs.id;
  EXPECT_REFUSED(hub.state(me, laptop.vault, laptop.add(disguised)), ErrorCode::Conflict);
  EXPECT_REFUSED(hub.state(me, laptop.vault, laptop.add(theirs)), ErrorCode::Conflict);
  EXPECT_EQ(world.caller(theirs).signKey, theirs.key());
}

TEST_P(DeviceList, AJournalIsFoundedByItsOwnFirstDeviceOnce) {
  TestDevice second(world.random);
  const Caller enrolled = world.enrol(second);
  EXPECT_REFUSED(hub.standing(enrolled, second.vault), ErrorCode::Locked);
  EXPECT_REFUSED(hub.state(enrolled, second.vault, second.newKey()), ErrorCode::Locked);
  TestDevice other(world.random);
  EXPECT_REFUSED(hub.state(enrolled, other.vault, other.found()), ErrorCode::InvalidInput);
  // Somebody else's journal cannot be had by who knows how it began.
  EXPECT_REFUSED(hub.state(enrolled, laptop.vault, laptop.found()), ErrorCode::Conflict);
  DeviceStatement twice = laptop.found();
  twice.atMs = 5;
  laptop.sign(twice);
  EXPECT_REFUSED(hub.state(me, laptop.vault, twice), ErrorCode::Conflict);
}

TEST_P(DeviceList, ADeviceEnrolledByItselfJoinsTheJournalOfItsAccountWhenItIsAdded) {
  TestDevice phone(world.random);
  phone.join(laptop);
  TestDevice boss(world.random);
  const Caller manager = world.enrol(boss, Role::Manager);
  const auto back = hub.invite(manager, Role::Tutor, me.account);
  ASSERT_TRUE(back.ok());
  EXPECT_OK(hub.enrol(back->code, phone.id, phone.key(), "203.0.113.9"));
  Caller third = world.caller(phone);
  EXPECT_EQ(third.account, me.account);
  // The account alone opens nothing.
  EXPECT_REFUSED(hub.pull(third, laptop.vault, 0, 1000), ErrorCode::Locked);
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(phone)));
  third = world.caller(phone);
  EXPECT_OK(hub.pull(third, laptop.vault, 0, 1000));
}

TEST_P(DeviceList, ANewKeyIsKeptAndSpeaksOnlyForItsSigner) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.newKey()));
  DeviceStatement wrong = laptop.newKey();
  wrong.device = tablet.id;
  laptop.sign(wrong);
  EXPECT_REFUSED(hub.state(me, laptop.vault, wrong), ErrorCode::InvalidInput);
}

TEST_P(DeviceList, StatementsMayComeInAnyOrder) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.remove(tablet)));  // of a device not yet heard of
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
  EXPECT_EQ(hub.statements(me, laptop.vault)->size(), 3U);
}

TEST_P(DeviceList, WhatARemovedDeviceAddedBehindTheBackOfItsRemovalIsKnownNoMore) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  TestDevice intruder(world.random);
  intruder.join(tablet);
  EXPECT_OK(hub.state(world.caller(tablet), laptop.vault, tablet.add(intruder)));
  EXPECT_OK(hub.identify(intruder.id, ""));
  EXPECT_OK(hub.state(me, laptop.vault, laptop.remove(tablet)));  // had not seen it
  EXPECT_REFUSED(hub.identify(intruder.id, ""), ErrorCode::Locked);
  EXPECT_REFUSED(hub.identify(tablet.id, ""), ErrorCode::Locked);
  EXPECT_OK(hub.identify(laptop.id, ""));
}

TEST_P(DeviceList, AStatementOfARemovedDeviceIsStillHandedOnByTheOthers) {
  EXPECT_OK(hub.state(me, laptop.vault, laptop.add(tablet)));
  EXPECT_OK(hub.state(me, laptop.vault, laptop.remove(tablet)));
  EXPECT_OK(hub.state(me, laptop.vault, tablet.newKey()));
  EXPECT_EQ(hub.statements(me, laptop.vault)->size(), 4U);
}

TEST_P(DeviceList, LettersLastTenMinutesAndEachSlotIsWrittenOnce) {
  const MailboxId box = MailboxId::random(world.random);
  const auto link = localLink(hub, tablet.id, laptop.vault, "192.0.2.1");  // not known to the hub
  EXPECT_OK(link->leaveLetter(box, 0, "hello"));
  EXPECT_OK(link->leaveLetter(box, 0, "hello"));  // its acknowledgement was lost
  EXPECT_REFUSED(link->leaveLetter(box, 0, "another"), ErrorCode::Conflict);
  EXPECT_EQ(*link->takeLetter(box, 0), "hello");
  EXPECT_EQ(*link->takeLetter(box, 1), std::nullopt);
  world.clock.advance(std::chrono::minutes{9});
  EXPECT_OK(link->leaveLetter(box, 1, ""));
  EXPECT_EQ(*link->takeLetter(box, 1), "");
  world.clock.advance(std::chrono::minutes{1});
  EXPECT_EQ(*link->takeLetter(box, 0), std::nullopt);
  EXPECT_EQ(*link->takeLetter(box, 1), std::nullopt);
  EXPECT_REFUSED(link->leaveLetter(box, 2, "x"), ErrorCode::InvalidInput);
  EXPECT_REFUSED(link->leaveLetter(box, 0, std::string(wire::kMostLetterBytes + 1, 'x')),
                 ErrorCode::InvalidInput);
  EXPECT_OK(link->leaveLetter(box, 0, std::string(wire::kMostLetterBytes, 'x')));
}

TEST_P(DeviceList, LettersOfStrangersAreLimited) {
  int taken = 0;
  for (int i = 0; i < 100; ++i)
    taken += hub.leaveLetter(MailboxId::random(world.random), 0, "x", "192.0.2.1").ok() ? 1 : 0;
  EXPECT_EQ(taken, CoreLimits{}.lettersAnHourPerAddress);
}

}  // namespace
}  // namespace syncing::hub::test
