#pragma once

#include <ostream>

#include "app/hub/config.h"
#include "journal/base/random.h"
#include "journal/base/time.h"

namespace app::hub {

/// Serves until SIGTERM or SIGINT; SIGUSR1 asks for a backup now. One line of JSON a happening goes
/// to `log`: numbers and words of ours, never a name, an id of a person, a target or an address.
/// The signals are taken from every thread of the process.
journal::Result<void> serve(const Config& config, const journal::Clock& clock,
                            journal::Random& random, std::ostream& log);

}  // namespace app::hub
