#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "journal/base/result.h"

namespace journal::exchange {

/// Bytes of a text file as UTF-8.
struct DecodedText {
  std::string text;
  std::string note;     ///< one sentence when something was guessed or lost; empty otherwise
  bool binary = false;  ///< it holds bytes that no text has
};

/// Total. UTF-8 with or without its mark; UTF-16 with a mark, or by its zero bytes; otherwise
/// Windows-1252 when nothing in it is UTF-8, and UTF-8 with U+FFFD for what cannot be read.
DecodedText decodeText(std::string_view bytes);

/// A file that ends: NotFound or InvalidInput with advice for anything but a regular file (a
/// folder, a pipe, a device), found out without opening it.
Result<void> requireRegularFile(const std::filesystem::path& path);

/// The whole of a regular file of at most `limit` bytes; advice says which limit it went past.
Result<std::string> readRegularFile(const std::filesystem::path& path, std::size_t limit);

}  // namespace journal::exchange
