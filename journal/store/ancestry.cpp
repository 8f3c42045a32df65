#include "journal/store/ancestry.h"

#include <algorithm>
#include <iterator>

namespace journal::store {

Result<std::vector<OpPosition>> Ancestry::parentsOf(OpPosition position) {
  J_TRY(const LogEntry entry, readEntry(log_, position));
  return devices_.positionsOf(entry.parents);
}

Result<Ancestry::Set> Ancestry::of(OpPosition head) {
  Set seen;
  std::vector<OpPosition> waiting{head};
  while (!waiting.empty()) {
    const OpPosition position = waiting.back();
    waiting.pop_back();
    if (!seen.insert(position).second) continue;
    J_TRY(const auto parents, parentsOf(position));
    waiting.insert(waiting.end(), parents.begin(), parents.end());
  }
  return seen;
}

Result<Ancestry::Set> Ancestry::newestCommon(const Set& one, const Set& other) {
  Set common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::inserter(common, common.end()));
  Set newest = common;
  for (OpPosition position : common) {
    J_TRY(const auto parents, parentsOf(position));
    for (OpPosition parent : parents) newest.erase(parent);
  }
  return newest;
}

}  // namespace journal::store
