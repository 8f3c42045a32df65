#pragma once

#include <cstdint>
#include <string>

#include "journal/vault/vfs_rules.h"

namespace journal::vault {

struct PowerLossPlan {
  int points = 0;  ///< how many times the power goes
  std::uint64_t seed = 1;
  std::string synchronous = "FULL";
  bool lyingDisk = false;
  bool writingMuch = false;  ///< by the second thread of an import
  VfsRules rules = {};
};

struct PowerLossTally {
  int points = 0;
  int acknowledged = 0;  ///< transactions
  int lost = 0;          ///< an acknowledged change was missing
  int corrupt = 0;       ///< integrity_check or the full-text index's check said so
  int unopenable = 0;
  int unfinishedKept = 0;  ///< the transaction in flight was there, whole
  std::string first;       ///< what first went wrong, with its seed

  int wrong() const { return lost + corrupt + unopenable; }
};

/// Writes notes to a vault on a simulated disk, cuts the power at a random operation, puts a random
/// remainder back, opens it again and compares; over and over.
PowerLossTally losePower(const PowerLossPlan& plan);

}  // namespace journal::vault
