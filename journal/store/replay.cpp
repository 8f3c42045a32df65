#include "journal/store/replay.h"

#include <fmt/format.h>

#include "journal/store/migrations.h"
#include "journal/store/projections.h"
#include "journal/store/record_codec.h"

namespace journal::store {

Result<DeviceNumbers> DeviceNumbers::read(Database& database) {
  DeviceNumbers devices;
  Query query = database.query("SELECT id, number FROM device");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return devices;
    devices.numbers_[query.id<DeviceId>(0)] = query.integer(1);
  }
}

std::vector<OpPosition> DeviceNumbers::positionsOf(const std::vector<OpId>& ids) const {
  std::vector<OpPosition> positions;
  for (const OpId& id : ids) {
    const auto number = numbers_.find(id.device);
    if (number == numbers_.end()) continue;
    positions.push_back((number->second << kSeqBits) | static_cast<OpPosition>(id.seq));
  }
  return positions;
}

Result<Replay> replay(Database& log, std::stop_token stop,
                      const std::function<void(std::uint64_t)>& progress) {
  Replay result;
  J_TRY(const auto devices, DeviceNumbers::read(log));
  J_TRY(result.database, Database::inMemory());
  J_CHECK(migrate(*result.database));
  Projections projections(Projections::Replayed{*result.database, log});
  J_TRY(auto transaction, Transaction::begin(*result.database));
  const auto apply = [&](OpPosition position, const LogEntry& entry,
                         std::string_view) -> Result<void> {
    if (progress && result.entries % 256 == 0) progress(result.entries);
    ++result.entries;
    const auto record = decodeRecord(entry.kind, entry.value);
    if (!record.ok() && record.error().code == ErrorCode::TooNew) {
      ++result.unknown;
      return {};
    }
    auto applied = record.ok() ? projections.project(position, entry, record.value(),
                                                     devices.positionsOf(entry.parents))
                               : Result<void>(record.error());
    constexpr std::size_t kEnough = 50;
    if (!applied.ok() && result.problems.size() < kEnough) {
      result.problems.push_back(fmt::format("log entry {} cannot be applied again", position));
    }
    return {};
  };
  J_CHECK(forEachEntry(log, stop, apply));
  J_CHECK(transaction->commit());
  return result;
}

}  // namespace journal::store
