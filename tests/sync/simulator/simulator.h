#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "sync/hub/core.h"
#include "sync/replica/replica.h"
#include "tests/journal/service/many_devices.h"
#include "tests/sync/simulator/faulty_link.h"
#include "tests/sync/simulator/lying_link.h"

namespace syncing::simulated {

/// One tutor's devices and one hub, all of them the real thing, behind clocks, disks and a network
/// that come from one seed. The same seed is the same run.
class Simulator {
 public:
  Simulator(std::uint64_t seed, std::size_t devices,
            journal::store::MergeTexts mergeTexts = nullptr);

  /// Something happens: mostly somebody writes or a device synchronises; sometimes the network
  /// changes, a folder is copied or put back, the hub is put back from an old copy.
  void step();
  /// The network holds, and everybody synchronises until nothing changes.
  void settle();

  /// From now on the hub lies so.
  void lie(const Lies& lies) { lies_ = lies; }

  journal::service::ManyDevices& people() { return people_; }
  std::size_t size() const { return people_.size(); }
  SyncOutcome sync(std::size_t device);

 private:
  void makeHub();
  void addDevice(std::size_t device);
  void changeWeather();
  void copyAFolder();
  void putAFolderBack();
  void letStrangersIn();
  void putTheHubBack();
  std::unique_ptr<wire::HubLink> link(std::size_t device);
  void attach(std::size_t device);

  class HubClock final : public journal::Clock {
   public:
    journal::UtcTime now() const override { return *journal::parseTime("2026-01-22T16:05:00Z"); }
    std::chrono::minutes utcOffset(journal::UtcTime) const override { return {}; }
  };

  journal::SeededRandom random_;
  journal::service::ManyDevices people_;
  journal::service::TempFolder hubFolder_;
  HubClock hubClock_;
  int hubs_ = 0;
  std::unique_ptr<storage::Database> hubStore_;
  std::unique_ptr<hub::HubCore> hub_;
  wire::ServiceId service_;
  wire::VaultId vault_;
  bool hubSetAside_ = false;
  std::set<std::size_t> strangers_;  ///< copies that may not know yet that they are
  int copies_ = 0;
  Weather weather_;
  Lies lies_;
  std::optional<wire::Standing> oldStanding_;
  std::vector<std::unique_ptr<FaultyLink>> links_;
};

}  // namespace syncing::simulated
