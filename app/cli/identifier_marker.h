#pragma once

#include <filesystem>

#include "journal/service/marker.h"

namespace app {

/// Finds what could identify somebody in words that are to leave, by the lists of an assets folder,
/// which are read when they are first needed. One thread at a time.
journal::service::Marker identifierMarker(std::filesystem::path assets);

}  // namespace app
