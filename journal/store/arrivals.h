#pragma once

#include <functional>
#include <map>
#include <stop_token>
#include <vector>

#include "journal/store/devices.h"

namespace journal::store {

/// The order in which this journal applied what it holds. What the tables say does not depend on
/// it, but where a row stands among its day's does, so replay goes the same way.
class Arrivals {
 public:
  explicit Arrivals(Database& database) : database_(database) {}

  /// Entries `first` to `last` of one other device were applied after the own entry at `afterOp`
  /// (0: before any). In the caller's transaction.
  Result<void> note(OpPosition afterOp, OpPosition first, OpPosition last);
  /// How far each other device's entries were applied, by device number.
  Result<std::map<std::int64_t, std::uint64_t>> applied(const Devices& devices);

  /// Runs of positions, in order, that cover everything applied: own entries and those of others.
  struct Run {
    OpPosition first = 0;
    OpPosition last = 0;
  };
  Result<std::vector<Run>> order(const Devices& devices);

 private:
  Database& database_;
};

}  // namespace journal::store
