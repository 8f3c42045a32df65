#include "app/desktop/local_devices.h"

#include <algorithm>

#include "app/desktop/local_exchange.h"
#include "app/desktop/local_vaults.h"
#include "app/desktop/sync_memory.h"
#include "app/devices/known_devices.h"
#include "app/devices/remark_words.h"
#include "app/devices/steps.h"
#include "sync/replica/new_devices.h"
#include "sync/replica/recovery.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::UtcTime;
using journal::service::LocalJournal;
using model::Reach;

Result<std::unique_ptr<PortHop>> portOver(const Reach& reach) {
  return PortHop::open([onJournal = reach.onJournal](const auto& work) {
    return onJournal([&work](journal::service::Journal& open) -> Result<void> {
      J_TRY(LocalJournal * found, localJournal(open));
      return work(*found);
    });
  });
}

namespace {

UtcTime timeOf(std::int64_t ms) {
  return UtcTime{std::chrono::milliseconds{ms}};
}

/// "notes.eastby.example, key ends 7C 41 E0"
std::string nameOf(const HubPlace& hub) {
  std::string name = hub.host + ", key ends";
  for (std::size_t i = hub.pin.size() - 3; i < hub.pin.size(); ++i) {
    std::string hex = journal::toHex(std::span<const std::uint8_t>(&hub.pin[i], 1));
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    name += " " + hex;
  }
  return name;
}

/// Where the journal is synchronised, by its own memory.
struct Places {
  std::optional<HubPlace> hub;
  std::filesystem::path folder;
};
Result<Places> placesOf(PortHop& port) {
  Places places;
  J_TRY(places.hub, rememberedHub(port));
  J_TRY(places.folder, rememberedFolder(port));
  return places;
}

Result<void> addPlace(PortHop& port, model::SyncPlace place, std::uint64_t ownSeq,
                      std::vector<model::SyncPlace>& to) {
  J_TRY(const auto last, lastSync(port, place.isFolder));
  if (last) {
    place.synced = last->at;
    place.holdsAll = last->device == port.self().device && last->ownHeld >= ownSeq;
  }
  to.push_back(std::move(place));
  return {};
}

Result<void> addDevices(PortHop& port, const journal::Clock& clock, model::DevicesKnown& known) {
  const auto devices = syncing::KnownDevices::of(port);
  if (!devices.ok() && devices.error().code == ErrorCode::NotFound) return {};
  if (!devices.ok()) return devices.error();
  known.shared = true;
  known.removed = !devices->list.isIn(port.self().device);
  J_TRY(known.recoveryKeyListed, syncing::hasListedRecoveryKey(port, devices->list));
  J_TRY(const auto news, syncing::ReplicaState(port).newDevices());
  const auto recent =
      news.recent(devices->list, port.self().device, clock.now().time_since_epoch().count());
  J_TRY(const auto heard, heardFrom(port));
  J_TRY(const auto seen, seenDevices(port));
  for (const auto& device : devices->list.devices()) {
    if (!device.isIn) continue;
    model::DeviceRow row;
    row.id = device.id;
    row.name = devices->nameOf(device.id).value_or("");
    row.isThis = device.id == port.self().device;
    row.isRecoveryKey = device.isRecoveryKey;
    row.isNew = std::find(recent.begin(), recent.end(), device.id) != recent.end() &&
                !seen.contains(device.id);
    row.added = timeOf(device.addedAtMs);
    if (const auto found = heard.find(device.id); found != heard.end())
      row.heard = found->second.at;
    known.devices.push_back(std::move(row));
  }
  std::stable_sort(known.devices.begin(), known.devices.end(), [](const auto& a, const auto& b) {
    return std::pair(!a.isThis, a.added) < std::pair(!b.isThis, b.added);
  });
  return {};
}

Result<model::DevicesKnown> knownOf(PortHop& port, const journal::Clock& clock) {
  model::DevicesKnown known;
  J_CHECK(addDevices(port, clock, known));
  J_TRY(const Places places, placesOf(port));
  J_TRY(const auto ends, port.ends());
  std::uint64_t ownSeq = 0;
  for (const auto& end : ends) {
    if (end.device == port.self().device) ownSeq = end.seq;
  }
  if (known.recoveryKeyListed && places.hub) {
    J_TRY(const auto vault, syncedVault(port));
    known.journalAddress = formatJournalAddress(*places.hub, vault);
  }
  if (places.hub) J_CHECK(addPlace(port, {nameOf(*places.hub), false}, ownSeq, known.places));
  if (!places.folder.empty()) {
    J_CHECK(addPlace(port, {places.folder.string(), true}, ownSeq, known.places));
  }
  return known;
}

/// Not this place alone: whoever asks is gone.
bool endsAll(const Error& error, const Reach& reach) {
  return reach.watch.stop.stop_requested() || error.code == ErrorCode::Cancelled;
}

}  // namespace

LinkNeeds LocalDevices::needs(PortHop& port, const Reach& reach) const {
  return {port, [&port] { return port.signingKey(); }, clock_, random_, reach.watch.stop};
}

Result<model::DevicesKnown> LocalDevices::known(const Reach& reach) {
  J_TRY(const auto port, portOver(reach));
  return knownOf(*port, clock_);
}

namespace {

/// One place of those that a journal is synchronised with.
Result<syncing::SyncOutcome> synchroniseAt(const LinkNeeds& needs, const Reach& reach,
                                           const std::filesystem::path& folder) {
  J_TRY(const auto vault, syncedVault(needs.port));
  J_TRY(const auto other, otherSide(needs, folder, std::nullopt, vault));
  return app::synchronise(needs, other, reach.watch.stop, reach.watch.progress);
}

void addOutcome(const syncing::SyncOutcome& outcome, model::SyncReport& report) {
  report.changes.add(outcome.changes);
  report.received += outcome.received;
  report.removed = report.removed || outcome.isRemoved;
  for (std::string& remark : remarksOn(outcome)) {
    const bool said =
        std::find(report.remarks.begin(), report.remarks.end(), remark) != report.remarks.end();
    if (!said) report.remarks.push_back(std::move(remark));
  }
}

}  // namespace

Result<model::SyncReport> LocalDevices::synchronise(const Reach& reach) {
  model::SyncReport report;
  J_TRY(const auto port, portOver(reach));
  const LinkNeeds around = needs(*port, reach);
  J_TRY(const Places places, placesOf(*port));
  std::vector<std::filesystem::path> folders;
  if (places.hub) folders.emplace_back();
  if (!places.folder.empty()) folders.push_back(places.folder);
  for (const std::filesystem::path& folder : folders) {
    const auto outcome = synchroniseAt(around, reach, folder);
    if (outcome.ok()) {
      addOutcome(*outcome, report);
      if (outcome->isRemoved) continue;
      J_CHECK(
          noteSync(*port, !folder.empty(), {clock_.now(), port->self().device, outcome->ownHeld}));
      continue;
    }
    if (endsAll(outcome.error(), reach)) return outcome.error();
    if (!report.trouble) report.trouble = outcome.error();
  }
  J_CHECK(noteHeard(*port, clock_.now()));
  J_TRY(report.known, knownOf(*port, clock_));
  return report;
}

Result<void> LocalDevices::joinHub(const Reach& reach, const std::string& invitation,
                                   const std::string& deviceName) {
  J_TRY(const auto parsed, syncing::wire::parseEnrolment(invitation));
  J_TRY(const auto port, portOver(reach));
  J_TRY(const auto joined, app::joinHub(needs(*port, reach), parsed, deviceName));
  if (joined.keepsJournals) return {};
  return Error{
      ErrorCode::Conflict, "an auditor",
      "You are one of the service’s people now, as its auditor: an auditor keeps no journal "
      "at the hub."};
}

Result<void> LocalDevices::useFolder(const Reach& reach, const std::string& folder,
                                     const std::string& deviceName) {
  J_TRY(const auto port, portOver(reach));
  if (folder.empty()) return rememberFolder(*port, {});
  J_TRY(const std::filesystem::path path, pathFromTyped(folder));
  std::error_code failed;
  if (!std::filesystem::is_directory(path, failed)) {
    return Error{ErrorCode::InvalidInput, "no such folder",
                 "There is no folder of that name. Make it first, then write its whole path."};
  }
  J_CHECK(syncing::beginHere(*port, clock_, random_, deviceName));
  return rememberFolder(*port, path);
}

Result<void> LocalDevices::remove(const Reach& reach, journal::DeviceId device) {
  J_TRY(const auto port, portOver(reach));
  return removeFromJournal({*port, clock_, random_}, device);
}

Result<void> LocalDevices::dismissNew(const Reach& reach, journal::DeviceId device) {
  J_TRY(const auto port, portOver(reach));
  return noteSeen(*port, device);
}

}  // namespace app::desktop
