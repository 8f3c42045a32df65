#pragma once

#include <string>
#include <vector>

#include "sync/replica/replica.h"

namespace app {

inline constexpr const char* kDeviceWithoutName = "A device whose name cannot be read yet";

/// What is odd about the other side, for a person.
const char* sentenceOf(syncing::Suspicion suspicion);

/// Everything that a person should know of how synchronising went, one sentence each; none when all
/// is as it should be. New devices are not among it.
std::vector<std::string> remarksOn(const syncing::SyncOutcome& outcome);

}  // namespace app
