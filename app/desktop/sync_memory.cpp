#include "app/desktop/sync_memory.h"

#include <fmt/format.h>

#include <sstream>
#include <string>

namespace app::desktop {

using journal::DeviceId;
using journal::Result;
using journal::UtcTime;
using journal::service::SyncPort;

namespace {

constexpr std::string_view kHeardKey = "devices heard";
constexpr std::string_view kSeenKey = "devices seen";

std::string_view lastKey(bool ofFolder) {
  return ofFolder ? "last sync folder" : "last sync hub";
}

UtcTime fromMs(std::int64_t ms) {
  return UtcTime{std::chrono::milliseconds{ms}};
}

}  // namespace

Result<std::optional<LastSync>> lastSync(SyncPort& port, bool ofFolder) {
  J_TRY(const auto kept, port.remembered(lastKey(ofFolder)));
  if (!kept) return std::optional<LastSync>();
  std::istringstream in(*kept);
  std::int64_t ms = 0;
  std::string device;
  LastSync last;
  in >> ms >> device >> last.ownHeld;
  const auto id = DeviceId::fromHex(device);
  if (in.fail() || !id) return std::optional<LastSync>();
  last.at = fromMs(ms);
  last.device = *id;
  return std::optional<LastSync>(last);
}

Result<void> noteSync(SyncPort& port, bool ofFolder, const LastSync& sync) {
  return port.remember(
      lastKey(ofFolder),
      fmt::format("{} {} {}", sync.at.time_since_epoch().count(), sync.device.hex(), sync.ownHeld));
}

Result<std::map<DeviceId, Heard>> heardFrom(SyncPort& port) {
  std::map<DeviceId, Heard> heard;
  J_TRY(const auto kept, port.remembered(kHeardKey));
  std::istringstream in(kept.value_or(""));
  std::string device;
  std::uint64_t seq = 0;
  std::int64_t ms = 0;
  while (in >> device >> seq >> ms) {
    if (const auto id = DeviceId::fromHex(device)) heard[*id] = {seq, fromMs(ms)};
  }
  return heard;
}

Result<void> noteHeard(SyncPort& port, UtcTime now) {
  J_TRY(auto heard, heardFrom(port));
  J_TRY(const auto ends, port.ends());
  bool more = false;
  for (const auto& end : ends) {
    if (end.device == port.self().device || end.seq <= heard[end.device].seq) continue;
    heard[end.device] = {end.seq, now};
    more = true;
  }
  if (!more) return {};
  std::string lines;
  for (const auto& [device, one] : heard) {
    if (one.seq == 0) continue;
    lines += fmt::format("{} {} {}\n", device.hex(), one.seq, one.at.time_since_epoch().count());
  }
  return port.remember(kHeardKey, lines);
}

Result<std::set<DeviceId>> seenDevices(SyncPort& port) {
  std::set<DeviceId> seen;
  J_TRY(const auto kept, port.remembered(kSeenKey));
  std::istringstream in(kept.value_or(""));
  std::string device;
  while (in >> device) {
    if (const auto id = DeviceId::fromHex(device)) seen.insert(*id);
  }
  return seen;
}

Result<void> noteSeen(SyncPort& port, DeviceId device) {
  J_TRY(auto seen, seenDevices(port));
  seen.insert(device);
  std::string lines;
  for (const DeviceId& one : seen) lines += one.hex() + "\n";
  return port.remember(kSeenKey, lines);
}

}  // namespace app::desktop
