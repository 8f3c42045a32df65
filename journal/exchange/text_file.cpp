#include "journal/exchange/text_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <system_error>

#include "journal/base/platform.h"
#include "journal/base/utf8.h"

namespace journal::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

std::uint8_t byteAt(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

std::string fromUtf16(std::string_view bytes, bool littleEndian) {
  std::string out;
  const auto unit = [&](std::size_t at) {
    const std::uint32_t first = byteAt(bytes, at);
    const std::uint32_t second = byteAt(bytes, at + 1);
    return littleEndian ? first | (second << 8) : (first << 8) | second;
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t point = unit(at);
    if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size()) {
      const std::uint32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    const bool lone = point >= 0xD800 && point < 0xE000;
    appendUtf8(out, lone ? U'\uFFFD' : static_cast<char32_t>(point));
  }
  return out;
}

/// Every other byte of Western text in UTF-16 is zero.
enum class Zeros { None, Even, Odd, Mixed };
Zeros zerosOf(std::string_view bytes) {
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 4096);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < looked; ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (even + odd == 0)
    return bytes.find('\0') == std::string_view::npos ? Zeros::None : Zeros::Mixed;
  if (even == 0 && odd * 4 > looked) return Zeros::Odd;
  if (odd == 0 && even * 4 > looked) return Zeros::Even;
  return Zeros::Mixed;
}

bool holdsUtf8Sequences(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decodeUtf8(text, at);
    if (point.valid && point.length > 1) return true;
    at += point.length;
  }
  return false;
}

std::string fromWindows1252(std::string_view bytes) {
  constexpr char32_t kHigh[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint8_t byte = byteAt(bytes, i);
    appendUtf8(out, byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80] : char32_t{byte});
  }
  return out;
}

}  // namespace

DecodedText decodeText(std::string_view bytes) {
  constexpr const char* kSixteen = "It was read as UTF-16.";
  if (bytes.substr(0, 2) == "\xff\xfe") return {fromUtf16(bytes.substr(2), true), {}, false};
  if (bytes.substr(0, 2) == "\xfe\xff") return {fromUtf16(bytes.substr(2), false), {}, false};
  if (bytes.substr(0, 3) == kUtf8Mark) bytes.remove_prefix(3);
  switch (zerosOf(bytes)) {
    case Zeros::None:
      break;
    case Zeros::Odd:
      return {fromUtf16(bytes, true), kSixteen, false};
    case Zeros::Even:
      return {fromUtf16(bytes, false), kSixteen, false};
    case Zeros::Mixed:
      return {repairUtf8(bytes), {}, true};
  }
  if (isValidUtf8(bytes)) return {std::string(bytes), {}, false};
  if (!holdsUtf8Sequences(bytes)) {
    return {fromWindows1252(bytes),
            "It is in an older encoding and was read as Windows-1252; look at its accents.", false};
  }
  return {repairUtf8(bytes), "Some characters could not be read; each stands as \xef\xbf\xbd.",
          false};
}

Result<void> requireRegularFile(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Error{ErrorCode::NotFound, "import: no file", "There is no file or folder there."};
  }
  if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown) {
    return Error{ErrorCode::Io, "import: status", "That file cannot be read."};
  }
  if (status.type() == fs::file_type::directory) {
    return Error{ErrorCode::InvalidInput, "import: folder",
                 "That is a folder. Choose a file for this format."};
  }
  if (status.type() != fs::file_type::regular) {
    return Error{ErrorCode::InvalidInput, "import: special file",
                 "That is not an ordinary file: it may never end. Save what it holds as a file "
                 "first, then import that."};
  }
  return {};
}

Result<std::string> readRegularFile(const fs::path& path, std::size_t limit) {
  J_CHECK(requireRegularFile(path));
  auto bytes = readFile(path, limit);
  if (bytes.ok()) return bytes;
  if (bytes.error().code != ErrorCode::InvalidInput) {
    return Error{bytes.error().code, "import: read", "That file cannot be read."};
  }
  return Error{
      ErrorCode::InvalidInput, "import: too long",
      fmt::format("That file is longer than {} MB, more than Afternote reads.", limit >> 20)};
}

}  // namespace journal::exchange
