#include <cstdlib>
#include <iostream>

#include "app/cli/system_clock.h"
#include "app/hub/commands.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

int main(int argc, char** argv) {
#ifdef AFTERNOTE_TESTING
  const bool readable = std::getenv("AFTERNOTE_TESTING_READABLE_MEMORY") != nullptr;
#else
  constexpr bool readable = false;
#endif
  if (!readable) journal::hardenProcess();
  const app::SystemClock clock;
  journal::crypto::SystemRandom random;
  return app::hub::run({argv + 1, argv + argc}, clock, random, std::cout, std::cerr);
}
