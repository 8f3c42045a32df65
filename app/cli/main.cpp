#include <signal.h>
#include <unistd.h>

#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/system_clock.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

namespace {

volatile sig_atomic_t interruptedFlag = 0;

/// From the first call on, the first Ctrl+C only asks; the second ends the program at once.
bool interrupted() {
  static bool watching = false;
  if (!watching) {
    struct sigaction action {};
    action.sa_handler = [](int) { interruptedFlag = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    ::sigaction(SIGINT, &action, nullptr);
    watching = true;
  }
  return interruptedFlag != 0;
}

}  // namespace

int main(int argc, char** argv) {
  journal::hardenProcess();
  std::ios::sync_with_stdio(false);
  const app::SystemClock clock;
  journal::crypto::SystemRandom random;
  app::cli::Terminal terminal{std::cin,
                              std::cout,
                              std::cerr,
                              ::isatty(STDOUT_FILENO) == 1,
                              ::isatty(STDIN_FILENO) == 1,
                              app::cli::askOnTerminal};
  app::cli::Context context(terminal, clock, random);
  context.interrupted = interrupted;
  return app::cli::run({argv + 1, argv + argc}, context);
}
