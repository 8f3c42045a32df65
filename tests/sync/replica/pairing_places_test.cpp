// A device is added, and a lost one recovered, over what really carries letters and statements: a
// hub in this process and a folder.

#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "sync/hub/core.h"
#include "sync/hub/local_link.h"
#include "sync/replica/pairing.h"
#include "sync/replica/recovery.h"
#include "sync/transport/folder_link.h"
#include "tests/sync/replica/family.h"
#include "tests/sync/transport/folder_world.h"

namespace syncing {
namespace {

using tests::Family;
using tests::Member;

/// Somewhere that devices meet.
class Place {
 public:
  virtual ~Place() = default;
  /// As a device sees it; a nil vault before it is one of a journal.
  virtual std::unique_ptr<wire::HubLink> linkFor(wire::DeviceId device, wire::VaultId vault) = 0;
  virtual void welcome(Member& first) = 0;
};

class HubPlace final : public Place {
 public:
  HubPlace()
      : database_(storage::Database::inMemory().value()),
        hub_(
            hub::HubCore::create(*database_, "Eastby Music Service", clock_, random_, {}).value()) {
  }

  std::unique_ptr<wire::HubLink> linkFor(wire::DeviceId device, wire::VaultId vault) override {
    return hub::localLink(*hub_, device, vault, "192.0.2.7");
  }
  void welcome(Member& first) override {
    const auto invitation = hub_->inviteLocally(hub::Role::Tutor).value();
    ASSERT_TRUE(
        hub_->enrol(invitation.code, first.id(), first.signer->publicKey(), "192.0.2.7").ok());
  }

 private:
  tests::FolderClock clock_;
  journal::SeededRandom random_{1};
  std::unique_ptr<storage::Database> database_;
  std::unique_ptr<hub::HubCore> hub_;
};

class FolderPlace final : public Place {
 public:
  std::unique_ptr<wire::HubLink> linkFor(wire::DeviceId, wire::VaultId vault) override {
    memories_.push_back(std::make_unique<tests::MapMemory>());
    return std::make_unique<FolderLink>(
        FolderLink::open({root_.path(), vault, {}}, *memories_.back(), clock_, random_).value());
  }
  void welcome(Member&) override {}

 private:
  journal::TemporaryFolder root_;
  tests::FolderClock clock_;
  journal::SeededRandom random_{2};
  std::vector<std::unique_ptr<tests::MapMemory>> memories_;
};

using MakePlace = std::function<std::unique_ptr<Place>()>;

class PairingOver : public testing::TestWithParam<MakePlace> {
 protected:
  PairingOver() : family(700), place(GetParam()()) {
    place->welcome(family[0]);
    oldLink = place->linkFor(family[0].id(), family[0].keyring->vault());
    EXPECT_TRUE(oldLink->state(family[0].told.front()).ok());
  }

  Family family;
  std::unique_ptr<Place> place;
  std::unique_ptr<wire::HubLink> oldLink;
};

TEST_P(PairingOver, ACodeAndSixWordsAddADevice) {
  const Member machine = family.stranger();
  const auto newLink = place->linkFor(machine.id(), {});
  AddingDevice old(*family[0].keyring, *family[0].signer, family.nowMs, family.random);
  ASSERT_TRUE(old.look(*oldLink, family.nowMs).ok());
  JoiningDevice fresh(PairingCode::parse(old.code()).value(), *machine.signer,
                      machine.boxSeed.clone(), "Imani's tablet", family.nowMs, family.random);
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(old.look(*oldLink, family.nowMs).ok());
    ASSERT_TRUE(fresh.look(*newLink, family.nowMs).ok());
  }
  ASSERT_EQ(old.stage(), PairingStage::Comparing);
  ASSERT_EQ(fresh.stage(), PairingStage::Comparing);
  ASSERT_EQ(old.words(), fresh.words());
  const DeviceList list = family.upToDate(0);
  ASSERT_TRUE(old.agree(family.maker(0, list)).ok());
  ASSERT_TRUE(old.look(*oldLink, family.nowMs).ok());
  ASSERT_TRUE(fresh.look(*newLink, family.nowMs).ok());
  ASSERT_EQ(fresh.stage(), PairingStage::Done);
  // Known from now on: the same place shows it the journal.
  const auto known = place->linkFor(machine.id(), fresh.vault());
  const auto statements = known->statements();
  ASSERT_TRUE(statements.ok()) << statements.error().detail;
  const auto keyring = fresh.finish(*statements);
  ASSERT_TRUE(keyring.ok()) << keyring.error().detail;
  EXPECT_TRUE(keyring->has(family[0].keyring->founding()));
}

TEST_P(PairingOver, ThePaperAloneRecoversTheKeysAndAddsANewMachine) {
  journal::crypto::RecoveryBytes paper;
  family.random.fill(paper.writable());
  const wire::VaultId vault = family[0].keyring->vault();
  const DeviceList before = family.upToDate(0);
  const Newcomer newcomer = recoveryDevice(paper, vault).newcomer("Recovery key");
  const auto printed = addDevice(family.maker(0, before), newcomer).value();
  ASSERT_TRUE(oldLink->state(printed).ok());

  // On a new machine: the paper, the place, and the journal's name, which the place tells.
  KeySigner signer = recoveryDevice(paper, vault).signer;
  const auto link = place->linkFor(signer.device(), vault);
  const auto statements = link->statements();
  ASSERT_TRUE(statements.ok()) << statements.error().detail;
  const DeviceList list = DeviceList::read(vault, *statements).value();
  auto keyring = openWithRecovery(list, recoveryDevice(paper, vault));
  ASSERT_TRUE(keyring.ok()) << keyring.error().detail;
  const Member machine = family.stranger();
  const Maker maker{list, *keyring, signer, family.nowMs, family.random};
  const auto added = addDevice(maker, machine.newcomer("New laptop"));
  ASSERT_TRUE(added.ok());
  const auto stated = link->state(*added);
  ASSERT_TRUE(stated.ok()) << stated.error().detail;
  const auto asMachine = place->linkFor(machine.id(), vault);
  const auto seen = asMachine->statements();
  ASSERT_TRUE(seen.ok()) << seen.error().detail;
  EXPECT_TRUE(DeviceList::read(vault, *seen)->isIn(machine.id()));
}

INSTANTIATE_TEST_SUITE_P(Places, PairingOver,
                         testing::Values([] { return std::make_unique<HubPlace>(); },
                                         [] { return std::make_unique<FolderPlace>(); }),
                         [](const testing::TestParamInfo<MakePlace>& which) {
                           return which.index == 0 ? std::string("Hub") : std::string("Folder");
                         });

}  // namespace
}  // namespace syncing
