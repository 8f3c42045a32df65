#include "journal/store/arrivals.h"

#include <algorithm>

namespace journal::store {
namespace {

struct Arrival {
  OpPosition afterOp = 0;
  Arrivals::Run run;
};

Result<std::vector<Arrival>> readArrivals(Database& database) {
  std::vector<Arrival> arrivals;
  Query query = database.query("SELECT after_op, first, last FROM arrival ORDER BY number");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return arrivals;
    arrivals.push_back({query.integer(0), {query.integer(1), query.integer(2)}});
  }
}

/// What this device wrote, under each of its identities in turn.
Result<std::vector<Arrivals::Run>> ownRuns(Database& database, const Devices& devices) {
  std::vector<Arrivals::Run> runs;
  for (const auto& [number, device] : devices.all()) {
    if (!device.ours && device.wasOursTo == 0) continue;
    Query query = database.query(
        "SELECT position FROM op_log WHERE position BETWEEN :first AND :last "
        "ORDER BY position DESC LIMIT 1");
    const OpPosition most =
        device.ours ? positionAt(number + 1, 0) - 1 : positionAt(number, device.wasOursTo);
    query.bind(positionAt(number, 1)).bind(most);
    J_TRY(const auto last, query.firstInteger());
    if (last) runs.push_back({positionAt(number, 1), *last});
  }
  return runs;
}

}  // namespace

Result<void> Arrivals::note(OpPosition afterOp, OpPosition first, OpPosition last) {
  Query query =
      database_.query("SELECT number, after_op, last FROM arrival ORDER BY number DESC LIMIT 1");
  J_TRY(const bool any, query.next());
  // Mostly one device's entries come in a row: one run of them is one line.
  if (any && query.integer(1) == afterOp && query.integer(2) + 1 == first) {
    return database_.query("UPDATE arrival SET last = :last WHERE number = :number")
        .bind(last)
        .bind(query.integer(0))
        .run();
  }
  return database_
      .query("INSERT INTO arrival (after_op, first, last) VALUES (:after_op, :first, :last)")
      .bind(afterOp)
      .bind(first)
      .bind(last)
      .run();
}

Result<std::map<std::int64_t, std::uint64_t>> Arrivals::applied(const Devices& devices) {
  std::map<std::int64_t, std::uint64_t> applied;
  for (const auto& [number, device] : devices.all()) {
    Query query = database_.query(
        "SELECT last FROM arrival WHERE last BETWEEN :first AND :last ORDER BY last DESC LIMIT 1");
    query.bind(positionAt(number, 1)).bind(positionAt(number + 1, 0) - 1);
    J_TRY(const auto last, query.firstInteger());
    if (last) applied[number] = seqOf(*last);
  }
  return applied;
}

Result<std::vector<Arrivals::Run>> Arrivals::order(const Devices& devices) {
  J_TRY(const auto arrivals, readArrivals(database_));
  J_TRY(const auto own, ownRuns(database_, devices));
  std::vector<Run> order;
  auto next = arrivals.begin();
  for (const Run& run : own) {
    OpPosition from = run.first;
    // What came before this run's first entry, and then between its entries.
    while (next != arrivals.end() && next->afterOp < run.last) {
      if (next->afterOp >= from) {
        order.push_back({from, next->afterOp});
        from = next->afterOp + 1;
      }
      order.push_back(next->run);
      ++next;
    }
    order.push_back({from, run.last});
  }
  for (; next != arrivals.end(); ++next) order.push_back(next->run);
  return order;
}

}  // namespace journal::store
