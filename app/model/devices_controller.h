#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/device_pairing.h"
#include "app/model/devices_model.h"
#include "app/model/errands.h"
#include "app/model/sync_schedule.h"
#include "app/model/sync_words.h"

namespace app::model {

/// The journal's devices: synchronising by itself, what is true of it, and the page in Settings. UI
/// thread only; nothing here waits.
class DevicesController {
 public:
  /// `errands` may be null: then a journal stays on this computer. `see` opens the Devices page.
  DevicesController(Context& context, Errands* errands, std::function<void()> see);

  void handle(const DevicesIntent& intent);
  /// A journal is open: what is known of its devices is read, then it is synchronised.
  void opened();
  /// Something was changed here, or came from elsewhere.
  void onChanges(const journal::service::Changes& changes);
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  void refresh();
  /// The journal is being locked: whatever waits for another machine is broken off.
  void forget();

  /// For the foot of the sidebar; empty when the journal is on this computer only.
  std::string status() const;
  std::vector<NewDeviceNotice> notices() const;
  /// What changed came from another device, and not from here.
  /// What people call a device; nullopt when it is not known here.
  std::optional<std::string> nameOf(journal::DeviceId device) const;
  bool arriving() const { return arriving_; }

 private:
  void on(const SyncNow&);
  void on(const ShowDevicesPage& intent);
  void on(const JoinHub&);
  void on(const UseFolder&);
  void on(const LeaveFolder&);
  void on(const AddDevice&);
  void on(const JoinJournal&);
  void on(const ListRecoveryKey&);
  void on(const ComeBack&);
  void on(const WordsMatch&);
  void on(const StopPairing&);
  void on(const AskRemoval& intent);
  void on(const RemoveDevice& intent);
  void on(const KeepDevice&);
  void on(const DismissNewDevice& intent);
  void on(const SeeDevices&);

  /// Runs `work` with the door and hands its answer to `done`, unless the journal was locked.
  template <class T>
  void ask(std::function<journal::Result<T>(DeviceDoor&, const Reach&)> work,
           std::function<void(journal::Result<T>)> done);
  /// The same for a step of the page shown: it says what went wrong, and otherwise goes on to the
  /// list and synchronises.
  void step(std::function<journal::Result<void>(DeviceDoor&, const Reach&)> work);
  void startPairing(bool joining,
                    std::function<journal::Result<PairingSeen>(DeviceDoor&, const Reach&)> begin);
  void sawPairing(journal::Result<PairingSeen> seen);
  void synchronise();
  void synchronised(journal::Result<SyncReport> report, std::uint64_t revision);
  void learn(DevicesKnown known);
  void reload();
  SyncFacts facts() const;
  std::string notYet() const;
  void refreshDevices(DevicesModel& model) const;

  Context& context_;
  Errands* errands_;
  std::function<void()> see_;
  SyncSchedule schedule_;
  DevicePairing pairing_;
  DevicesKnown known_;
  std::uint64_t session_ = 0;   ///< counts journals opened: answers about another are dropped
  std::uint64_t revision_ = 0;  ///< counts changes made here
  bool unsent_ = false;         ///< a change of this run that nobody said they hold
  bool arriving_ = false;       ///< the changes being told of came from elsewhere
  std::vector<std::string> remarks_;
  std::string trouble_;
  DevicesPage page_ = DevicesPage::List;
  bool working_ = false;
  std::string problem_;
  std::optional<journal::DeviceId> removing_;
};

}  // namespace app::model
