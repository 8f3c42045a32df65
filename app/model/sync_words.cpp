#include "app/model/sync_words.h"

#include <fmt/format.h>

#include "app/model/devices_words.h"
#include "app/model/display.h"

namespace app::model {

using journal::UtcTime;

namespace {

/// A device that was silent for longer may hold notes that came nowhere else.
constexpr std::chrono::days kSilent{14};
/// Fewer changes are over before anybody has read that they are on their way.
constexpr std::uint64_t kWorthShowing = 20;

bool isUnderWay(const SyncFacts& facts) {
  return facts.running && facts.progress.total >= kWorthShowing;
}

std::string deviceNameOf(const DeviceRow& device) {
  if (device.isRecoveryKey) return std::string(tr::kPaperDevice);
  return device.name.empty() ? std::string(tr::kNameless) : device.name;
}

std::int64_t daysBetween(UtcTime then, UtcTime now) {
  return std::chrono::floor<std::chrono::days>(now - then).count();
}

std::string dayWordsOf(UtcTime at, std::chrono::minutes offset) {
  return dayAndMonth(journal::localDate(at, offset));
}

}  // namespace

std::string thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string progressWords(const WorkProgress& progress) {
  return fmt::format("{} of {} changes", thousands(progress.done), thousands(progress.total));
}

std::string whenWords(UtcTime at, UtcTime now, std::chrono::minutes offset) {
  const auto local = std::chrono::floor<std::chrono::minutes>(at + offset);
  const std::string time = timeOfDay(local - std::chrono::floor<std::chrono::days>(local));
  const auto today = std::chrono::floor<std::chrono::days>(now + offset);
  const auto day = std::chrono::floor<std::chrono::days>(at + offset);
  if (day == today) return time;
  if (day + std::chrono::days{1} == today) return "yesterday " + time;
  return dayWordsOf(at, offset) + " " + time;
}

std::string syncStatus(const SyncFacts& facts, UtcTime now, std::chrono::minutes offset) {
  if (!facts.shared) return {};
  if (facts.removed) return std::string(tr::kNoLongerSynced);
  if (isUnderWay(facts)) {
    return fmt::format("Synchronising {} of {}", thousands(facts.progress.done),
                       thousands(facts.progress.total));
  }
  if (facts.unsent || !facts.synced) return std::string(tr::kNotYetSynced);
  std::string status = fmt::format("{} {}", tr::kSynced, whenWords(*facts.synced, now, offset));
  if (facts.odd) status += fmt::format(", {}", tr::kSeeDevices);
  return status;
}

std::string syncSentence(const SyncFacts& facts, UtcTime now, std::chrono::minutes offset) {
  if (!facts.shared) return std::string(tr::kOneDevice);
  if (facts.removed) return std::string(tr::kRemovedHere);
  if (isUnderWay(facts)) return "Synchronising. You can keep writing.";
  if (!facts.synced) return std::string(tr::kNotYetSynced) + ".";
  const std::string when = whenWords(*facts.synced, now, offset);
  if (facts.unsent) return fmt::format("{}. Last synced {}.", tr::kNotYetSynced, when);
  return fmt::format("{} {}. Nothing waits here.", tr::kSynced, when);
}

DeviceLine deviceLine(const DeviceRow& device, UtcTime now, std::chrono::minutes offset) {
  DeviceLine line;
  line.id = device.id;
  line.name = deviceNameOf(device);
  line.isThis = device.isThis;
  line.isPaper = device.isRecoveryKey;
  line.canRemove = !device.isThis;
  const std::string since = "Added " + dayWordsOf(device.added, offset);
  if (device.isThis) {
    line.detail = std::string(tr::kThisDevice);
  } else if (device.isRecoveryKey) {
    line.detail = since + ". Opens your journal on a new computer.";
  } else if (!device.heard) {
    line.detail = since + ". Nothing has come from it yet.";
  } else if (now - *device.heard > kSilent) {
    line.detail = fmt::format("Nothing has come from it for {} days. Notes may be waiting there.",
                              daysBetween(*device.heard, now));
  } else {
    line.detail = "Last heard from " + whenWords(*device.heard, now, offset);
  }
  return line;
}

PlaceLine placeLine(const SyncPlace& place, UtcTime now, std::chrono::minutes offset) {
  PlaceLine line;
  line.name = place.name;
  line.isFolder = place.isFolder;
  if (!place.synced) {
    line.detail = "Not reached yet";
  } else {
    line.detail = fmt::format("{}, {}", place.holdsAll ? "Holds everything" : "Last reached",
                              whenWords(*place.synced, now, offset));
  }
  return line;
}

std::string removalWords(const DeviceRow& device, UtcTime now) {
  if (device.isRecoveryKey) {
    return "Remove the recovery key on paper? Without it, a new computer can only be added from "
           "one of your devices. This cannot be undone.";
  }
  std::string lost = "What is written there and has not been synced would stay there alone.";
  if (!device.heard) {
    lost = "Nothing has come from it yet, so whatever is written there would stay there alone.";
  } else if (now - *device.heard > kSilent) {
    lost = fmt::format(
        "Nothing has come from it for {} days: notes may be waiting there, and would stay there "
        "alone.",
        daysBetween(*device.heard, now));
  }
  return fmt::format(
      "Remove {}? It gets nothing that is written from now on. What it has already stays readable "
      "on it. {} This cannot be undone.",
      deviceNameOf(device), lost);
}

std::string newDeviceWords(const DeviceRow& device, std::chrono::minutes offset) {
  if (device.isRecoveryKey) {
    return fmt::format("A recovery key on paper was added to your journal on {}.",
                       dayWordsOf(device.added, offset));
  }
  return fmt::format("{} was added to your journal on {}.", deviceNameOf(device),
                     dayWordsOf(device.added, offset));
}

}  // namespace app::model
