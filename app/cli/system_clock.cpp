#include "app/cli/system_clock.h"

#include <cstdlib>
#include <ctime>

namespace app {

journal::UtcTime SystemClock::now() const {
#ifdef AFTERNOTE_TESTING
  // Tests set the computer's clock to 1970 or 2106; a released program has no such door.
  const char* set = std::getenv("AFTERNOTE_TESTING_NOW");
  if (const auto time = journal::parseTime(set == nullptr ? "" : set)) return *time;
#endif
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::minutes SystemClock::utcOffset(journal::UtcTime when) const {
  const std::time_t seconds =
      std::chrono::duration_cast<std::chrono::seconds>(when.time_since_epoch()).count();
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return std::chrono::minutes{0};
  return std::chrono::minutes{local.tm_gmtoff / 60};
}

}  // namespace app
