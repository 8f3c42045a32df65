#include "journal/store/devices.h"

#include <algorithm>

namespace journal::store {

Result<Devices> Devices::read(Database& database) {
  Devices devices;
  Query query = database.query(
      "SELECT number, id, public_key, sealed_seed IS NOT NULL, was_ours_to FROM device");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return devices;
    KnownDevice device;
    device.number = query.integer(0);
    device.id = query.id<DeviceId>(1);
    const std::string key = query.blob(2);
    if (key.size() == device.key.size()) std::copy(key.begin(), key.end(), device.key.begin());
    device.ours = query.integer(3) != 0;
    device.wasOursTo = static_cast<std::uint64_t>(query.integer(4));
    devices.numbers_[device.id] = device.number;
    devices.byNumber_[device.number] = device;
  }
}

const KnownDevice* Devices::find(const DeviceId& id) const {
  const auto number = numbers_.find(id);
  return number == numbers_.end() ? nullptr : numbered(number->second);
}

const KnownDevice* Devices::numbered(std::int64_t number) const {
  const auto device = byNumber_.find(number);
  return device == byNumber_.end() ? nullptr : &device->second;
}

const KnownDevice* Devices::ours() const {
  for (const auto& [number, device] : byNumber_) {
    if (device.ours) return &device;
  }
  return nullptr;
}

std::optional<OpPosition> Devices::positionOf(const OpId& id) const {
  const KnownDevice* device = find(id.device);
  if (device == nullptr || id.seq > static_cast<std::uint64_t>(kSeqMask)) return std::nullopt;
  return positionAt(device->number, id.seq);
}

OpId Devices::idOf(OpPosition position) const {
  const KnownDevice* device = numbered(deviceNumberOf(position));
  J_ASSERT(device != nullptr);
  return OpId{device->id, seqOf(position)};
}

std::vector<OpPosition> Devices::positionsOf(const std::vector<OpId>& ids) const {
  std::vector<OpPosition> positions;
  positions.reserve(ids.size());
  for (const OpId& id : ids) {
    if (const auto position = positionOf(id)) positions.push_back(*position);
  }
  return positions;
}

std::vector<OpId> Devices::idsOf(const std::vector<OpPosition>& positions) const {
  std::vector<OpId> ids;
  ids.reserve(positions.size());
  for (OpPosition position : positions) ids.push_back(idOf(position));
  return ids;
}

Result<KnownDevice> Devices::add(Database& database, const DeviceId& id,
                                 const crypto::PublicKey& key) {
  KnownDevice device;
  device.number = byNumber_.empty() ? 1 : byNumber_.rbegin()->first + 1;
  device.id = id;
  device.key = key;
  J_CHECK(database
              .query("INSERT INTO device (number, id, public_key) "
                     "VALUES (:number, :id, :public_key)")
              .bind(device.number)
              .bind(id)
              .bind(std::span<const std::uint8_t>(key))
              .run());
  numbers_[id] = device.number;
  byNumber_[device.number] = device;
  return device;
}

}  // namespace journal::store
