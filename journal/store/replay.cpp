#include "journal/store/replay.h"

#include <fmt/format.h>

#include "journal/store/arrivals.h"
#include "journal/store/migrations.h"
#include "journal/store/record_codec.h"

namespace journal::store {
namespace {

constexpr std::size_t kEnoughProblems = 50;

/// Applies one entry after another and counts what could not be.
class Replayer {
 public:
  Replayer(Projections& projections, const Devices& devices)
      : projections_(projections), devices_(devices) {}

  void apply(OpPosition position, const std::string& raw) {
    ++found_.entries;
    if (isErased(raw)) {
      erased_ = true;
      return;
    }
    const auto entry = decodeEntry(raw);
    if (!entry.ok()) return problem(position);
    if (!projections_.knows(entry->kind)) {
      ++found_.unknown;
      return;
    }
    const auto record = decodeRecord(entry->kind, entry->value);
    if (!record.ok()) return problem(position);
    const auto applied = projections_.project(position, entry.value(), record.value(),
                                              devices_.positionsOf(entry->parents));
    // About something that was erased before this entry came.
    if (!applied.ok() && erased_ && applied.error().code == ErrorCode::NotFound) return;
    if (!applied.ok()) problem(position);
  }
  Replay finish() { return std::move(found_); }
  std::uint64_t entries() const { return found_.entries; }

 private:
  void problem(OpPosition position) {
    if (found_.problems.size() >= kEnoughProblems) return;
    found_.problems.push_back(fmt::format("log entry {} cannot be applied again", position));
  }
  Projections& projections_;
  const Devices& devices_;
  Replay found_;
  bool erased_ = false;
};

}  // namespace

Result<Replay> replayInto(Projections& projections, const Devices& devices, std::stop_token stop,
                          const std::function<void(std::uint64_t)>& progress) {
  Replayer replayer(projections, devices);
  J_TRY(const auto order, Arrivals(projections.log).order(devices));
  for (const Arrivals::Run& run : order) {
    Query query = projections.log.query(
        "SELECT position, entry FROM op_log WHERE position BETWEEN :first AND :last "
        "ORDER BY position");
    query.bind(run.first).bind(run.last);
    while (true) {
      J_TRY(const bool more, query.next());
      if (!more) break;
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
      if (progress && replayer.entries() % 256 == 0) progress(replayer.entries());
      replayer.apply(query.integer(0), query.blob(1));
    }
  }
  return replayer.finish();
}

Result<Replay> replay(Database& log, const Reader& reader, std::stop_token stop,
                      const std::function<void(std::uint64_t)>& progress) {
  J_TRY(const auto devices, Devices::read(log));
  J_TRY(auto database, Database::inMemory());
  J_CHECK(migrate(*database));
  Projections projections(Projections::Made{*database, log, devices, reader, nullptr});
  J_TRY(auto transaction, Transaction::begin(*database));
  J_TRY(Replay result, replayInto(projections, devices, stop, progress));
  J_CHECK(transaction->commit());
  result.database = std::move(database);
  return result;
}

}  // namespace journal::store
