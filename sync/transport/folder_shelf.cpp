#include "sync/transport/folder_shelf.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "journal/base/bytes.h"
#include "journal/base/id.h"
#include "journal/base/platform.h"
#include "journal/crypto/hash.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

constexpr std::size_t kNameBytes = 16;  ///< of the digest, in a file's name

Error unreachable(const std::string& detail, std::string advice) {
  if (advice.empty()) {
    advice =
        "The shared folder could not be used just now. Nothing is lost; it will be tried again.";
  }
  return Error{ErrorCode::Network, "folder: " + detail, std::move(advice)};
}

std::string firstBytes(const std::filesystem::path& path) {
  std::string bytes(kFolderHeadBytes, '\0');
  std::ifstream in(path, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

std::string_view endingOf(const FolderFile& file) {
  if (std::holds_alternative<wire::Segment>(file)) return "segment";
  return std::holds_alternative<wire::DeviceStatement>(file) ? "statement" : "letter";
}

}  // namespace

Error notThere(std::string_view what) {
  return unreachable(std::string(what),
                     "The shared folder is not there. If it is on a stick or a network drive, "
                     "connect it; everything you write is kept here until then.");
}

Result<std::optional<std::vector<ShelfEntry>>> filesIn(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::directory_iterator at(folder, error);
  if (error == std::errc::no_such_file_or_directory) {
    return std::optional<std::vector<ShelfEntry>>();
  }
  std::vector<ShelfEntry> entries;
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    std::error_code unknown;
    if (!at->is_regular_file(unknown)) continue;
    const std::uint64_t size = at->file_size(unknown);
    if (!unknown) entries.push_back({at->path().filename().string(), size});
  }
  if (error) return unreachable("listing: " + std::to_string(error.value()), {});
  std::sort(entries.begin(), entries.end(),
            [](const ShelfEntry& a, const ShelfEntry& b) { return a.name < b.name; });
  return std::optional(std::move(entries));
}

ShelfFile readShelfFile(const std::filesystem::path& path) {
  ShelfFile file;
  std::error_code error;
  file.size = std::filesystem::file_size(path, error);
  if (error) return file;
  const FolderHead head = readFolderHead(firstBytes(path));
  if (head.kind == FolderHead::Kind::Foreign) {
    file.kind = ShelfFile::Kind::Foreign;
    return file;
  }
  file.kind = ShelfFile::Kind::Unfinished;
  if (head.kind != FolderHead::Kind::Ours || head.size != file.size ||
      file.size > kMostFolderFileBytes) {
    return file;
  }
  const auto bytes = journal::readFile(path, kMostFolderFileBytes);
  if (!bytes.ok()) return file;
  auto content = decodeFolderFile(*bytes);
  if (content.ok()) {
    file.kind = ShelfFile::Kind::Whole;
    file.content = std::move(*content);
  } else if (content.error().code == ErrorCode::TooNew) {
    file.kind = ShelfFile::Kind::TooNew;
  }
  return file;
}

Result<ShelfEntry> writeShelfFile(const std::filesystem::path& root,
                                  const std::filesystem::path& folder, const FolderFile& file) {
  std::error_code error;
  if (!std::filesystem::is_directory(root, error)) return notThere("no folder to write to");
  std::filesystem::create_directories(folder, error);
  if (error) {
    return unreachable("making a folder: " + std::to_string(error.value()),
                       "Afternote cannot write to the shared folder. Choose another one, or ask "
                       "for permission to write there.");
  }
  const std::string name = shelfName(contentDigest(file), endingOf(file));
  const std::string bytes = encodeFolderFile(file);
  const auto written = journal::replaceFileAtomically(folder / name, bytes);
  if (!written.ok()) return unreachable(written.error().detail, written.error().advice);
  return ShelfEntry{name, bytes.size()};
}

Result<void> deleteShelfFile(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::remove(path, error);
  if (error) return unreachable("deleting: " + std::to_string(error.value()), {});
  return {};
}

std::string shelfName(const wire::Digest& content, std::string_view ending) {
  return journal::toHex(std::span(content).first<kNameBytes>()) + "." + std::string(ending);
}

wire::Digest contentDigest(const FolderFile& file) {
  if (const auto* segment = std::get_if<wire::Segment>(&file)) {
    return journal::crypto::hash(bytesOf(wire::encodeSegment(*segment)));
  }
  if (const auto* statement = std::get_if<wire::DeviceStatement>(&file)) {
    return journal::crypto::hash(bytesOf(wire::encodeStatement(*statement)));
  }
  return journal::crypto::hash(bytesOf(encodeFolderFile(file)));
}

}  // namespace syncing
