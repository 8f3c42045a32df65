#include "app/model/devices_controller.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <variant>

#include "app/model/devices_words.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;
using journal::UtcTime;

DevicesController::DevicesController(Context& context, Errands* errands, std::function<void()> see)
    : context_(context), errands_(errands), see_(std::move(see)) {}

template <class T>
void DevicesController::ask(std::function<Result<T>(DeviceDoor&, const Reach&)> work,
                            std::function<void(Result<T>)> done) {
  if (errands_ == nullptr) return;
  errands_->start([this, session = session_, work = std::move(work), done = std::move(done)](
                      DeviceDoor& door, const Reach& reach) -> Completion {
    auto answer = std::make_shared<Result<T>>(work(door, reach));
    return [this, session, done, answer] {
      if (context_.open && session == session_) done(std::move(*answer));
    };
  });
}

void DevicesController::handle(const DevicesIntent& intent) {
  if (errands_ == nullptr) return;
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

// Synchronising
// ------------------------------------------------------------------------------------

void DevicesController::opened() {
  if (errands_ == nullptr) return;
  ++session_;
  ask<DevicesKnown>([](DeviceDoor& door, const Reach& reach) { return door.known(reach); },
                    [this](Result<DevicesKnown> known) {
                      if (!known.ok()) return context_.say(known.error());
                      learn(std::move(known).value());
                      schedule_.told(context_.clock.now());
                    });
}

void DevicesController::learn(DevicesKnown known) {
  known_ = std::move(known);
}

void DevicesController::reload() {
  ask<DevicesKnown>([](DeviceDoor& door, const Reach& reach) { return door.known(reach); },
                    [this](Result<DevicesKnown> known) {
                      if (known.ok()) learn(std::move(known).value());
                    });
}

void DevicesController::onChanges(const journal::service::Changes& changes) {
  if (arriving_ || !changes.any()) return;
  ++revision_;
  unsent_ = true;
  schedule_.saved(context_.clock.now());
}

void DevicesController::tick(UtcTime now) {
  if (errands_ == nullptr) return;
  if (pairing_.due(now)) {
    pairing_.asked();
    ask<PairingSeen>([](DeviceDoor& door, const Reach& reach) { return door.look(reach); },
                     [this](Result<PairingSeen> seen) { sawPairing(std::move(seen)); });
  }
  // Two devices that are being made one are not kept waiting for a hub that is away.
  if (!pairing_.waits() && !known_.places.empty() && schedule_.due(now)) synchronise();
}

std::optional<std::chrono::milliseconds> DevicesController::wait(UtcTime now) const {
  if (errands_ == nullptr) return std::nullopt;
  if (pairing_.waits()) return pairing_.wait(now);
  return known_.places.empty() ? std::nullopt : schedule_.wait(now);
}

void DevicesController::synchronise() {
  schedule_.started(context_.clock.now());
  ask<SyncReport>([](DeviceDoor& door, const Reach& reach) { return door.synchronise(reach); },
                  [this, revision = revision_](Result<SyncReport> report) {
                    synchronised(std::move(report), revision);
                  });
}

void DevicesController::synchronised(Result<SyncReport> report, std::uint64_t revision) {
  const UtcTime now = context_.clock.now();
  if (!report.ok()) {
    trouble_ = tr::sentence(report.error());
    return schedule_.failed(now);
  }
  remarks_ = std::move(report->remarks);
  trouble_.clear();
  if (report->trouble) {
    trouble_ =
        report->trouble->advice.empty() ? std::string(tr::kOfflineSync) : report->trouble->advice;
  }
  if (report->trouble)
    schedule_.failed(now);
  else
    schedule_.succeeded(now);
  if (revision == revision_) unsent_ = false;  // what the places hold, they say themselves
  learn(std::move(report->known));
  if (!report->changes.any()) return;
  arriving_ = true;
  context_.changed(report->changes);
  arriving_ = false;
}

SyncFacts DevicesController::facts() const {
  SyncFacts facts;
  facts.shared = !known_.places.empty();
  facts.removed = known_.removed;
  facts.odd = !remarks_.empty();
  facts.running = schedule_.running();
  if (facts.running && errands_ != nullptr) facts.progress = errands_->progress();
  // Whoever holds everything has it, whatever the others say.
  facts.unsent = true;
  for (const SyncPlace& place : known_.places) {
    if (place.holdsAll) facts.unsent = unsent_;
    if (place.synced && (!facts.synced || *place.synced > *facts.synced)) {
      facts.synced = place.synced;
    }
  }
  return facts;
}

std::string DevicesController::status() const {
  const UtcTime now = context_.clock.now();
  return syncStatus(facts(), now, context_.clock.utcOffset(now));
}

std::vector<NewDeviceNotice> DevicesController::notices() const {
  std::vector<NewDeviceNotice> notices;
  for (const DeviceRow& device : known_.devices) {
    if (!device.isNew) continue;
    notices.push_back({device.id, newDeviceWords(device, context_.clock.utcOffset(device.added))});
  }
  return notices;
}

std::optional<std::string> DevicesController::nameOf(journal::DeviceId device) const {
  for (const DeviceRow& row : known_.devices) {
    if (row.id == device && row.isThis) return std::string(tr::kThisDevice);
    if (row.id == device && !row.name.empty()) return row.name;
  }
  return std::nullopt;
}

void DevicesController::on(const SyncNow&) {
  schedule_.told(context_.clock.now());
}

// The page
// -----------------------------------------------------------------------------------------

void DevicesController::on(const SeeDevices&) {
  see_();
}

void DevicesController::on(const ShowDevicesPage& intent) {
  if (pairing_.active()) on(StopPairing{});
  DevicesUi& ui = context_.state.ui.settings.devices;
  for (std::string* typed : {&ui.invitation, &ui.passphrase, &ui.code, &ui.recoveryKey}) {
    wipe(*typed);
  }
  page_ = intent.page;
  problem_.clear();
  removing_.reset();
}

void DevicesController::step(std::function<Result<void>(DeviceDoor&, const Reach&)> work) {
  working_ = true;
  problem_.clear();
  ask<void>(std::move(work), [this](const Result<void>& outcome) {
    working_ = false;
    if (!outcome.ok()) {
      problem_ = tr::sentence(outcome.error());
      return;
    }
    on(ShowDevicesPage{});
    schedule_.told(context_.clock.now());
    reload();
  });
}

void DevicesController::on(const JoinHub&) {
  if (working_ || !notYet().empty()) return;
  const DevicesUi& ui = context_.state.ui.settings.devices;
  step([invitation = ui.invitation, name = ui.deviceName](DeviceDoor& door, const Reach& reach) {
    return door.joinHub(reach, invitation, name);
  });
}

void DevicesController::on(const UseFolder&) {
  if (working_ || !notYet().empty()) return;
  const DevicesUi& ui = context_.state.ui.settings.devices;
  step([folder = ui.folder, name = ui.deviceName](DeviceDoor& door, const Reach& reach) {
    return door.useFolder(reach, folder, name);
  });
}

void DevicesController::on(const LeaveFolder&) {
  if (working_) return;
  step([](DeviceDoor& door, const Reach& reach) { return door.useFolder(reach, {}, {}); });
}

namespace {
/// Moved out of the field, for the work that needs it.
std::shared_ptr<std::string> typedKey(DevicesUi& ui) {
  auto key = std::make_shared<std::string>(std::move(ui.recoveryKey));
  wipe(ui.recoveryKey);
  return key;
}
}  // namespace

void DevicesController::on(const ListRecoveryKey&) {
  if (working_ || !notYet().empty()) return;
  step([key = typedKey(context_.state.ui.settings.devices)](DeviceDoor& door, const Reach& reach) {
    return door.listRecoveryKey(reach, *key);
  });
}

void DevicesController::on(const ComeBack&) {
  DevicesUi& ui = context_.state.ui.settings.devices;
  if (working_ || !notYet().empty()) return;
  step([key = typedKey(ui), where = ui.where, name = ui.deviceName](DeviceDoor& door,
                                                                    const Reach& reach) {
    return door.comeBack(reach, *key, where, name);
  });
}

void DevicesController::on(const AskRemoval& intent) {
  removing_ = intent.device;
}

void DevicesController::on(const KeepDevice&) {
  removing_.reset();
}

void DevicesController::on(const RemoveDevice& intent) {
  if (working_ || removing_ != intent.device) return;
  step([device = intent.device](DeviceDoor& door, const Reach& reach) {
    return door.remove(reach, device);
  });
}

void DevicesController::on(const DismissNewDevice& intent) {
  for (DeviceRow& device : known_.devices) {
    if (device.id == intent.device) device.isNew = false;
  }
  ask<void>([device = intent.device](DeviceDoor& door,
                                     const Reach& reach) { return door.dismissNew(reach, device); },
            [this](const Result<void>& done) {
              if (!done.ok()) context_.say(done.error());
            });
}

// Adding a device
// ----------------------------------------------------------------------------------

void DevicesController::on(const AddDevice&) {
  DevicesUi& ui = context_.state.ui.settings.devices;
  if (working_ || !notYet().empty()) return;
  working_ = true;
  problem_.clear();
  auto typed = std::make_shared<std::string>(std::move(ui.passphrase));
  wipe(ui.passphrase);
  inJob<void>(
      context_,
      [typed](JobContext& job, journal::service::Journal& open) {
        auto right = job.room().vault->checkPassphrase(open, *typed);
        wipe(*typed);
        return right;
      },
      [this](const Result<void>& right) {
        working_ = false;
        if (!right.ok()) {
          problem_ = right.error().code == journal::ErrorCode::WrongPassphrase
                         ? std::string(tr::kThatIsNotIt)
                         : tr::sentence(right.error());
          return;
        }
        startPairing(false,
                     [](DeviceDoor& door, const Reach& reach) { return door.beginAdding(reach); });
      });
}

void DevicesController::on(const JoinJournal&) {
  DevicesUi& ui = context_.state.ui.settings.devices;
  if (working_ || pairing_.active() || !notYet().empty()) return;
  auto code = std::make_shared<std::string>(std::move(ui.code));
  wipe(ui.code);
  startPairing(
      true, [code, where = ui.where, name = ui.deviceName](DeviceDoor& door, const Reach& reach) {
        return door.beginJoining(reach, *code, where, name);
      });
}

void DevicesController::startPairing(
    bool joining, std::function<Result<PairingSeen>(DeviceDoor&, const Reach&)> begin) {
  pairing_.begin(joining);
  pairing_.asked();
  page_ = joining ? DevicesPage::Joining : DevicesPage::Adding;
  ask<PairingSeen>(std::move(begin), [this](Result<PairingSeen> seen) {
    if (seen.ok()) return sawPairing(std::move(seen));
    problem_ = tr::sentence(seen.error());
    if (!pairing_.joining()) page_ = DevicesPage::Passphrase;
    pairing_.reset();
  });
}

void DevicesController::sawPairing(Result<PairingSeen> seen) {
  if (!pairing_.active()) return;
  if (!seen.ok()) {
    PairingSeen stopped;
    stopped.step = PairingStep::Stopped;
    stopped.why = tr::sentence(seen.error());
    return pairing_.saw(std::move(stopped), context_.clock.now());
  }
  const bool done = seen->step == PairingStep::Done;
  pairing_.saw(std::move(seen).value(), context_.clock.now());
  if (!done) return;
  schedule_.told(context_.clock.now());
  reload();
}

void DevicesController::on(const WordsMatch&) {
  if (pairing_.step() != PairingStep::Comparing) return;
  pairing_.asked();
  ask<PairingSeen>([](DeviceDoor& door, const Reach& reach) { return door.agree(reach); },
                   [this](Result<PairingSeen> seen) { sawPairing(std::move(seen)); });
}

void DevicesController::on(const StopPairing&) {
  const bool differed = pairing_.step() == PairingStep::Comparing;
  pairing_.reset();
  page_ = DevicesPage::List;
  if (differed) context_.say(std::string(tr::kDiffered), true);
  ask<void>(
      [](DeviceDoor& door, const Reach&) {
        door.stopPairing();
        return Result<void>();
      },
      [](const Result<void>&) {});
}

// Frames
// -------------------------------------------------------------------------------------------

std::string DevicesController::notYet() const {
  const DevicesUi& ui = context_.state.ui.settings.devices;
  const bool named = !ui.deviceName.empty() || known_.shared;
  switch (page_) {
    case DevicesPage::Hub:
      if (ui.invitation.empty()) return std::string(tr::kTypeInvitation);
      return named ? std::string() : std::string(tr::kTypeDeviceName);
    case DevicesPage::Folder:
      if (ui.folder.empty()) return std::string(tr::kTypeFolder);
      return named ? std::string() : std::string(tr::kTypeDeviceName);
    case DevicesPage::Passphrase:
      return ui.passphrase.empty() ? std::string(tr::kTypePassphrase) : std::string();
    case DevicesPage::Joining:
      if (ui.code.empty() || ui.where.empty()) return std::string(tr::kTypeCode);
      return ui.deviceName.empty() ? std::string(tr::kTypeDeviceName) : std::string();
    case DevicesPage::ListKey:
      return ui.recoveryKey.empty() ? std::string(tr::kTypeRecoveryKey) : std::string();
    case DevicesPage::ComeBack:
      if (ui.recoveryKey.empty() || ui.where.empty()) return std::string(tr::kTypeKeyAndWhere);
      return ui.deviceName.empty() ? std::string(tr::kTypeDeviceName) : std::string();
    case DevicesPage::List:
    case DevicesPage::Adding:
      break;
  }
  return {};
}

void DevicesController::refreshDevices(DevicesModel& model) const {
  const UtcTime now = context_.clock.now();
  const auto offset = context_.clock.utcOffset(now);
  for (const DeviceRow& device : known_.devices) {
    DeviceLine line = deviceLine(device, now, offset);
    if (known_.removed) line.canRemove = false;
    if (removing_ == device.id) line.removal = removalWords(device, now);
    model.devices.push_back(std::move(line));
  }
  for (const SyncPlace& place : known_.places) {
    model.places.push_back(placeLine(place, now, offset));
    model.hasFolder = model.hasFolder || place.isFolder;
    model.hasHub = model.hasHub || !place.isFolder;
  }
  model.keyListed = known_.recoveryKeyListed;
  model.journalAddress = known_.journalAddress;
  const SyncFacts about = facts();
  model.shared = about.shared;
  model.status = syncSentence(about, now, offset);
  model.syncing = about.running;
  if (about.running && about.progress.total > 0) {
    model.fraction = std::min(
        1.0F, static_cast<float>(about.progress.done) / static_cast<float>(about.progress.total));
    model.progress = progressWords(about.progress);
  }
}

void DevicesController::refresh() {
  DevicesModel& model = context_.state.models.settings.devices;
  model = DevicesModel();
  model.available = errands_ != nullptr;
  model.page = page_;
  refreshDevices(model);
  model.remarks = remarks_;
  model.trouble = trouble_;
  if (known_.places.empty()) model.addNotYet = std::string(tr::kNowhereToMeet);
  model.working = working_;
  model.problem = problem_;
  model.notYet = notYet();
  const UtcTime now = context_.clock.now();
  if (pairing_.active()) model.pairing = pairing_.model(context_.clock.utcOffset(now));
}

void DevicesController::forget() {
  if (errands_ == nullptr) return;
  ++session_;
  errands_->stop();
  errands_->start([](DeviceDoor& door, const Reach&) -> Completion {
    door.stopPairing();
    return {};
  });
  schedule_.reset();
  pairing_.reset();
  known_ = {};
  unsent_ = false;
  remarks_.clear();
  trouble_.clear();
  page_ = DevicesPage::List;
  working_ = false;
  problem_.clear();
  removing_.reset();
}

}  // namespace app::model
