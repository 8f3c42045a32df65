#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/time.h"

namespace app::hub {

/// The whole of afternote-hub. The exit status: 0 done, 1 refused or failed (why goes to `err`), 2
/// not understood.
int run(const std::vector<std::string>& arguments, const journal::Clock& clock,
        journal::Random& random, std::ostream& out, std::ostream& err);

}  // namespace app::hub
