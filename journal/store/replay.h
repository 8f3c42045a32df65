#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "journal/store/projections.h"

namespace journal::store {

struct Replay {
  std::unique_ptr<Database> database;  ///< in memory, with every projection but the full-text
                                       ///< index; of replay()
  std::uint64_t entries = 0;
  std::uint64_t unknown = 0;  ///< of a kind from a newer version: kept in the log, not applied
  std::vector<std::string> problems;  ///< entries that could not be applied
};

/// Rebuilds the projections of `log` from its entries alone, in the order in which they were
/// applied. Takes about 20 us an entry and, at 100,000 reflections, some 70 MB.
Result<Replay> replay(Database& log, const Reader& reader, std::stop_token stop,
                      const std::function<void(std::uint64_t)>& progress);

/// Applies everything the log holds to projections that are empty. In the caller's transaction.
Result<Replay> replayInto(Projections& projections, const Devices& devices, std::stop_token stop,
                          const std::function<void(std::uint64_t)>& progress);

}  // namespace journal::store
