#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/session_format.h"

namespace journal::exchange {

/// Of a file with formats, in bytes.
inline constexpr std::size_t kMostFormatBytes = std::size_t{1} << 20;

/// Reader of assets/session_formats.json. Total; InvalidInput names what is missing, with advice a
/// person can act on.
Result<FormatLibrary> readSessionFormats(std::string_view json);

/// One format as a file to pass on, with its author and licence: a JSON object with
/// "afternote_format": 1. Read back, it is equal. Of a newer version: TooNew. What is longer than a
/// format can be, or cannot be run, is refused with a sentence; nothing in it is ever run as code.
std::string formatFile(const SessionFormat& format);
Result<SessionFormat> readFormatFile(std::string_view json);

}  // namespace journal::exchange
