#include "app/cli/file_to_attach.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

#include "journal/domain/attachment.h"

namespace app {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

/// Small enough to stop at once on a slow disk.
constexpr std::size_t kReadAtOnce = std::size_t{256} * 1024;

Result<void> requireAttachable(const std::filesystem::path& file) {
  std::error_code error;
  const auto kind = std::filesystem::status(file, error).type();
  if (kind == std::filesystem::file_type::not_found) {
    return Error{ErrorCode::NotFound, "attach", "There is no file of that name."};
  }
  if (kind != std::filesystem::file_type::regular) {
    return Error{ErrorCode::InvalidInput, "attach", "That is not a file that can be kept."};
  }
  const auto size = std::filesystem::file_size(file, error);
  if (!error && size > journal::kMostAttachmentBytes) return journal::tooLargeToAttach();
  return {};
}

}  // namespace

Result<std::string> fileToAttach(const std::filesystem::path& file, const ReadingWatch& watch) {
  J_CHECK(requireAttachable(file));
  const Error unreadable{ErrorCode::Io, "attach",
                         "That file could not be read. Nothing has changed."};
  std::error_code error;
  const std::uint64_t total = std::filesystem::file_size(file, error);
  std::ifstream in(file, std::ios::binary);
  if (error || !in) return unreadable;
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(std::min(total, journal::kMostAttachmentBytes)) +
                kReadAtOnce);
  while (in) {
    if (watch.stop.stop_requested()) return Error{ErrorCode::Cancelled, "attach"};
    const std::size_t before = bytes.size();
    bytes.resize(before + kReadAtOnce);
    in.read(bytes.data() + before, static_cast<std::streamsize>(kReadAtOnce));
    bytes.resize(before + static_cast<std::size_t>(in.gcount()));
    if (in.bad()) return unreadable;
    if (bytes.size() > journal::kMostAttachmentBytes) return journal::tooLargeToAttach();
    if (watch.part) watch.part(bytes.size(), total);
  }
  return bytes;
}

bool beginsLikeAnAttachment(const std::filesystem::path& file) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return false;
  std::array<char, 16> first{};
  std::ifstream in(file, std::ios::binary);
  in.read(first.data(), first.size());
  const std::string_view begin(first.data(), static_cast<std::size_t>(in.gcount()));
  return journal::mediaKindOf(begin).has_value();
}

}  // namespace app
