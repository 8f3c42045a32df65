#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/blur.h"

namespace journal::service {

/// Finds what could identify somebody in a text that is about to leave. `names` are those that the
/// journal knows. Journal thread. Wired by whoever has the lists (app/cli/identifier_marker.h).
using Marker = std::function<Result<std::vector<Mark>>(const std::string& text,
                                                       const std::vector<std::string>& names)>;

}  // namespace journal::service
