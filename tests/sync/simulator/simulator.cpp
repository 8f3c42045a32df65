#include "tests/sync/simulator/simulator.h"

#include <map>

#include "sync/hub/local_link.h"
#include "tests/support/added_device.h"

namespace syncing::simulated {
namespace {

using journal::service::LocalJournal;

constexpr const char* kAddress = "";  // in this process: not counted
const char* const kPassphrase = "a hub's own passphrase";

}  // namespace

Simulator::Simulator(std::uint64_t seed, std::size_t devices, journal::store::MergeTexts mergeTexts)
    : random_(seed * 7 + 1), people_(seed, devices, mergeTexts) {
  makeHub();
  for (std::size_t i = 0; i < devices; ++i) attach(i);
  LocalJournal& first = *people_.device(0).journal;
  const auto invitation = hub_->inviteLocally(hub::Role::Tutor);
  EXPECT_TRUE(invitation.ok());
  const auto self = first.self();
  EXPECT_TRUE(hub_->enrol(invitation->code, self.device, self.signKey, kAddress).ok());
  // The vault's id comes with its device list.
  Replica replica({first, *links_[0], people_.device(0).clock, random_, "hub"});
  ReplicaState state(first);
  const auto begun = replica.begin("First");
  if (!begun.ok()) {
    const auto keyring = state.keyring();
    vault_ = (*keyring)->vault();
  }
  EXPECT_TRUE(replica.begin("First").ok());
  for (std::size_t i = 1; i < devices; ++i) addDevice(i);
  for (std::size_t i = 0; i < devices; ++i) people_.setAside(i);
}

void Simulator::makeHub() {
  auto made = storage::Database::create(hubFolder_.path() / "0", storage::Passphrase(kPassphrase),
                                        storage::KdfPreset::Fast);
  ASSERT_TRUE(made.ok()) << made.error().detail;
  hubStore_ = std::move(made->database);
  auto core = hub::HubCore::create(*hubStore_, "Eastby", hubClock_, random_);
  ASSERT_TRUE(core.ok()) << core.error().detail;
  hub_ = std::move(core.value());
  service_ = hub_->service();
}

std::unique_ptr<wire::HubLink> Simulator::link(std::size_t device) {
  return hub::localLink(*hub_, people_.device(device).journal->self().device, vault_, kAddress);
}

void Simulator::attach(std::size_t device) {
  const auto inner = [this, device]() -> std::unique_ptr<wire::HubLink> {
    return std::make_unique<LyingLink>(link(device), lies_, oldStanding_, random_);
  };
  links_.push_back(std::make_unique<FaultyLink>(inner, weather_, random_));
}

void Simulator::addDevice(std::size_t device) {
  const auto added = tests::addWithoutLetters(*people_.device(0).journal,
                                              *people_.device(device).journal, *link(0), random_);
  ASSERT_TRUE(added.ok()) << added.error().detail;
}

SyncOutcome Simulator::sync(std::size_t device) {
  LocalJournal& journal = *people_.device(device).journal;
  Replica replica({journal, *links_[device], people_.device(device).clock, random_, "hub"});
  const auto outcome = replica.sync();
  if (outcome.ok()) {
    EXPECT_FALSE(outcome->isRemoved);
    return *outcome;
  }
  EXPECT_EQ(outcome.error().code, journal::ErrorCode::Network) << outcome.error().detail;
  return {};
}

// What happens -----------------------------------------------------------------------------------

void Simulator::step() {
  const std::uint64_t what = random_.below(100);
  if (what < 60) return people_.act(random_.below(size()));
  if (what < 92) {
    sync(random_.below(size()));
    return;
  }
  if (what < 96) return changeWeather();
  if (what == 96 && copies_ < 2) return copyAFolder();
  if (what == 97) return putAFolderBack();
  if (what == 98) return putTheHubBack();
}

void Simulator::changeWeather() {
  weather_ = {};
  weather_.cut = random_.below(4) == 0;
  if (random_.below(3) == 0) return;
  weather_.lostBefore = random_.below(30);
  weather_.lostAfter = random_.below(30);
  weather_.twice = random_.below(30);
}

void Simulator::copyAFolder() {
  people_.copyOf(random_.below(size()));
  people_.setAside(size() - 1);
  attach(size() - 1);
  strangers_.insert(size() - 1);
  ++copies_;
}

void Simulator::putAFolderBack() {
  const std::size_t device = random_.below(size());
  // What was only on the disk that is lost is lost: that is what a copy is for. Here everything was
  // sent before.
  const Weather before = weather_;
  weather_ = {};
  sync(device);
  weather_ = before;
  people_.putBack(device);
  strangers_.insert(device);
}

/// A device that forgot entries and writes others under their numbers, to a hub that forgot them
/// too and before anybody else tells it of them, leaves two histories that only people can join:
/// nothing is lost and both sides say so (Suspicion::Forked), but they do not come to read the
/// same. So copies are known as such, to one other device as well, before the hub is put back.
void Simulator::letStrangersIn() {
  const Weather before = weather_;
  weather_ = {};
  for (const std::size_t device : strangers_) sync(device);
  for (std::size_t i = 0; i < size() && !strangers_.empty(); ++i) sync(i);
  strangers_.clear();
  weather_ = before;
}

void Simulator::putTheHubBack() {
  const auto aside = hubFolder_.path() / "aside";
  if (!hubSetAside_ || random_.below(2) == 0) {
    std::filesystem::remove_all(aside);
    const auto copied = hubStore_->copyTo(aside);
    ASSERT_TRUE(copied.ok()) << copied.error().detail;
    hubSetAside_ = true;
    return;
  }
  letStrangersIn();
  hub_.reset();
  hubStore_.reset();
  const auto place = hubFolder_.path() / std::to_string(++hubs_);
  std::filesystem::copy(aside, place, std::filesystem::copy_options::recursive);
  auto opened =
      storage::Database::open(place, storage::Passphrase(kPassphrase), storage::KdfPreset::Fast);
  ASSERT_TRUE(opened.ok()) << opened.error().detail;
  hubStore_ = std::move(opened.value());
  auto core = hub::HubCore::open(*hubStore_, service_, hubClock_, random_);
  ASSERT_TRUE(core.ok()) << core.error().detail;
  hub_ = std::move(core.value());
  // Most who put a copy back say so; some do not.
  if (random_.below(4) == 0) return;
  ASSERT_TRUE(hub_->beginNewEpoch().ok());
}

void Simulator::settle() {
  weather_ = {};
  // Most are updated only now that they have everything.
  if (random_.below(4) == 0) people_.updateAll();
  for (int round = 0; round < 12; ++round) {
    bool still = true;
    for (std::size_t i = 0; i < size(); ++i) {
      const SyncOutcome outcome = sync(i);
      still = still && outcome.received == 0 && outcome.sent == 0 && !outcome.becameAnew;
    }
    if (still && round > 1) return people_.updateAll();
  }
  ADD_FAILURE() << "never came to rest";
}

}  // namespace syncing::simulated
