#include <iostream>

#include "app/cli/system_clock.h"
#include "app/hub/commands.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

int main(int argc, char** argv) {
  journal::hardenProcess();
  const app::SystemClock clock;
  journal::crypto::SystemRandom random;
  return app::hub::run({argv + 1, argv + argc}, clock, random, std::cout, std::cerr);
}
