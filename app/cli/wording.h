#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "journal/base/result.h"

namespace app::cli {

/// What the program says with its exit code. In the README and in --help.
enum Exit : int {
  kDone = 0,
  kNo = 1,  ///< the answer is no: nothing found, a check found something, a thing is not there
  kUsage = 2,
  kWrongPassphrase = 3,
  kDamaged = 4,
  kDisk = 5,
  kInUse = 6,
  kNewer = 7,
  kRefused = 8,   ///< not allowed from here; nothing has changed
  kUnusable = 9,  ///< what was given cannot be used
  kStopped = 10,
  kUnexpected = 11,
};

/// One plain sentence for a person: the error's own advice, or the one for its code.
std::string sentence(const journal::Error& error);
int exitCode(const journal::Error& error);

/// "facilitator check" for "facilitator_check": a machine's name as a person reads it.
std::string plainly(std::string_view name);
/// "1 passage", "2 passages"; `many` by adding an s unless given.
std::string counted(std::size_t count, const std::string& one, const std::string& many = {});

}  // namespace app::cli
