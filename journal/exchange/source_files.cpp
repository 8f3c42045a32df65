#include "journal/exchange/source_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <system_error>
#include <utility>

#include "journal/base/platform.h"
#include "journal/base/utf8.h"
#include "journal/exchange/text_file.h"

namespace journal::exchange {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxFolderDepth = 16;
constexpr std::size_t kMaxFiles = 1'000'000;

struct Found {
  std::string name;
  fs::path path;
};

struct Listing {
  std::vector<Found> wanted;
  std::size_t others = 0;
};

Result<Listing> listFolder(const SourceFiles& files) {
  std::error_code error;
  Listing listing;
  fs::recursive_directory_iterator at(files.path, fs::directory_options::skip_permission_denied,
                                      error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at.depth() >= kMaxFolderDepth) at.disable_recursion_pending();
    // symlink_status: a link is neither a file to read nor a folder to enter, wherever it points.
    const auto status = at->symlink_status(error);
    if (error) break;
    if (!fs::is_regular_file(status)) continue;
    std::string name = at->path().lexically_relative(files.path).generic_string();
    if (files.wants(name)) {
      listing.wanted.push_back({std::move(name), at->path()});
    } else {
      ++listing.others;
    }
    if (listing.wanted.size() >= kMaxFiles) break;
  }
  if (error) {
    return Error{ErrorCode::Io, fmt::format("import: list {}", error.value()),
                 "That folder cannot be read."};
  }
  std::sort(listing.wanted.begin(), listing.wanted.end(),
            [](const Found& a, const Found& b) { return a.name < b.name; });
  return listing;
}

std::optional<UtcTime> changedAt(const fs::path& path) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  if (error) return std::nullopt;
  return std::chrono::time_point_cast<std::chrono::milliseconds>(
      std::chrono::file_clock::to_sys(time));
}

void passedOver(std::size_t others, ImportRun& run) {
  if (others == 0) return;
  run.note({}, others == 1 ? std::string("1 file of another kind was passed over.")
                           : fmt::format("{} files of other kinds were passed over.", others));
}

/// What cannot be used is reported, what can is handed on.
Result<void> handOn(const SourceFiles& files, const ArchiveItem& item,
                    std::optional<UtcTime> changed, ImportRun& run) {
  const EntryPlace place{0, repairUtf8(item.name)};
  switch (item.state) {
    case ArchiveItem::State::Whole:
      break;
    case ArchiveItem::State::TooLarge:
      run.skip(place, fmt::format("it is longer than {} MB", files.limit >> 20));
      return {};
    case ArchiveItem::State::Unreadable:
      run.skip(place, "it could not be read");
      return {};
  }
  return files.take(item, changed);
}

ArchiveItem readItem(const std::string& name, const fs::path& path, std::size_t limit) {
  ArchiveItem item;
  item.name = name;
  auto bytes = readFile(path, limit);
  if (bytes.ok()) {
    item.bytes = std::move(*bytes);
  } else {
    item.state = bytes.error().code == ErrorCode::InvalidInput ? ArchiveItem::State::TooLarge
                                                               : ArchiveItem::State::Unreadable;
  }
  return item;
}

Result<void> readFolder(const SourceFiles& files, ImportRun& run) {
  J_TRY(const Listing listing, listFolder(files));
  for (std::size_t i = 0; i < listing.wanted.size() && !run.stopped(); ++i) {
    run.progress(i, listing.wanted.size());
    const Found& found = listing.wanted[i];
    J_CHECK(
        handOn(files, readItem(found.name, found.path, files.limit), changedAt(found.path), run));
  }
  if (!run.stopped()) run.progress(listing.wanted.size(), listing.wanted.size());
  passedOver(listing.others, run);
  return {};
}

Result<void> readPacked(const SourceFiles& files, ImportRun& run) {
  J_TRY(const Formats* formats, loadFormats());
  ArchiveLimits limits;
  limits.itemBytes = files.limit;
  std::size_t others = 0;
  std::uint64_t seen = 0;
  ArchiveVisitor visitor;
  visitor.wants = [&](const std::string& name) {
    if (files.wants(name)) return true;
    ++others;
    return false;
  };
  visitor.visit = [&](ArchiveItem item) -> Result<bool> {
    run.progress(++seen, 0);
    J_CHECK(handOn(files, item, std::nullopt, run));
    return !run.stopped();
  };
  J_TRY(const ArchiveEnd end, formats->readArchive(files.path.string(), limits, visitor));
  if (end == ArchiveEnd::EndedEarly) {
    run.note({}, "The archive is damaged or ends early, so what came after is missing.");
  }
  if (end == ArchiveEnd::TooMuch) {
    run.note({}, "The archive unpacks to far more than a journal would, so reading stopped.");
  }
  passedOver(others, run);
  return {};
}

Result<std::string> firstBytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::Io, "import: open", "That file cannot be read."};
  std::string bytes(512, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace

std::string extensionOf(std::string_view name) {
  const std::size_t dot = name.find_last_of('.');
  const std::size_t slash = name.find_last_of('/');
  if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
  std::string out(name.substr(dot + 1));
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool isArchive(std::string_view firstBytes) {
  const bool zip = firstBytes.substr(0, 4) == std::string_view("PK\x03\x04", 4) ||
                   firstBytes.substr(0, 4) == std::string_view("PK\x05\x06", 4);
  return zip || (firstBytes.size() >= 262 && firstBytes.substr(257, 5) == "ustar");
}

Result<void> readSourceFiles(const SourceFiles& files, ImportRun& run) {
  std::error_code error;
  if (fs::is_directory(files.path, error)) return readFolder(files, run);
  J_CHECK(requireRegularFile(files.path));
  J_TRY(const std::string first, firstBytes(files.path));
  if (isArchive(first)) return readPacked(files, run);
  if (run.stopped()) return {};
  const std::string name = files.path.filename().string();
  J_CHECK(handOn(files, readItem(name, files.path, files.limit), changedAt(files.path), run));
  run.progress(1, 1);
  return {};
}

}  // namespace journal::exchange
