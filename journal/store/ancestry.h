#pragma once

#include <set>
#include <vector>

#include "journal/store/op_log.h"

namespace journal::store {

/// What an entry was made after, as its author saw it: its parents, theirs, and so on. Reads the
/// log; nothing is kept.
class Ancestry {
 public:
  using Set = std::set<OpPosition>;

  Ancestry(Database& log, const Devices& devices) : log_(log), devices_(devices) {}

  /// With the entry itself.
  Result<Set> of(OpPosition head);
  /// Of the entries in both, those that none of the others follows at once.
  Result<Set> newestCommon(const Set& one, const Set& other);

 private:
  Result<std::vector<OpPosition>> parentsOf(OpPosition position);

  Database& log_;
  const Devices& devices_;
};

}  // namespace journal::store
