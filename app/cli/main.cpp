#include <unistd.h>

#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/system_clock.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

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
  return app::cli::run({argv + 1, argv + argc}, context);
}
