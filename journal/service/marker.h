#pragma once

#include <functional>
#include <string>
#include <vector>

#include "journal/base/result.h"
#include "journal/domain/blur.h"

namespace journal::service {

/// Finds what could identify somebody in a text that is about to leave.
using TextMarker = std::function<std::vector<Mark>(const std::string& text)>;

/// A finder that knows these names, which are those of the journal: made for the texts of one
/// preparation and gone with it, so that nothing keeps names while a journal is locked. Journal
/// thread. Wired by whoever has the lists (app/cli/identifier_marker.h).
using Marker = std::function<Result<TextMarker>(const std::vector<std::string>& names)>;

}  // namespace journal::service
