#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "app/cli/commands.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

namespace {

class SystemClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override {
#ifdef AFTERNOTE_TESTING
    // Tests set the computer's clock to 1970 or 2106; a released program has no such door.
    const char* set = std::getenv("AFTERNOTE_TESTING_NOW");
    if (const auto time = journal::parseTime(set == nullptr ? "" : set)) return *time;
#endif
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
  }
  std::chrono::minutes utcOffset(journal::UtcTime when) const override {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr) return std::chrono::minutes(0);
    return std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds(local.tm_gmtoff));
  }
};

}  // namespace

int main(int argc, char** argv) {
  journal::hardenProcess();
  std::ios::sync_with_stdio(false);
  const SystemClock clock;
  journal::crypto::SystemRandom random;
  app::cli::Terminal terminal{std::cin,
                              std::cout,
                              std::cerr,
                              ::isatty(STDOUT_FILENO) == 1,
                              ::isatty(STDIN_FILENO) == 1,
                              app::cli::askOnTerminal};
  app::cli::Context context(terminal, clock, random);
  return app::cli::run({argv + 1, argv + argc}, context);
}
