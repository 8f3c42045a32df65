#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "journal/exchange/formats/readers.h"

namespace journal::exchange {
namespace {

struct FreeArchive {
  void operator()(archive* value) const { archive_read_free(value); }
};
using Handle = std::unique_ptr<archive, FreeArchive>;

constexpr std::size_t kBlock = std::size_t{64} << 10;
constexpr std::uint64_t kRatioFrom = std::uint64_t{16} << 20;

/// What one archive may still unpack to.
struct Budget {
  const ArchiveLimits& limits;
  std::uint64_t archiveBytes = 0;
  std::uint64_t left = 0;
};

std::string nameOf(archive_entry* entry) {
  if (const char* name = archive_entry_pathname_utf8(entry)) return name;
  const char* raw = archive_entry_pathname(entry);
  return raw == nullptr ? std::string() : std::string(raw);
}

bool isBomb(const Budget& budget, std::uint64_t bytes) {
  return bytes > kRatioFrom && bytes / budget.limits.ratio > budget.archiveBytes;
}

/// The whole item; EndedEarly in `end` when the archive itself stops inside it.
ArchiveItem readItem(archive* from, std::string name, Budget& budget) {
  ArchiveItem item;
  item.name = std::move(name);
  std::string block(kBlock, '\0');
  while (true) {
    const la_ssize_t got = archive_read_data(from, block.data(), block.size());
    if (got == 0) return item;
    if (got < 0) {
      item.state = ArchiveItem::State::Unreadable;
      item.bytes = std::string();
      return item;
    }
    const auto count = static_cast<std::size_t>(got);
    const std::size_t size = item.bytes.size() + count;
    if (size > budget.limits.itemBytes || count > budget.left || isBomb(budget, size)) {
      item.state = ArchiveItem::State::TooLarge;
      item.bytes = std::string();
      return item;
    }
    budget.left -= count;
    item.bytes.append(block, 0, count);
  }
}

Error notAnArchive() {
  return Error{ErrorCode::InvalidInput, "archive: open",
               "That file is not a zip or tar archive that can be read."};
}

Result<ArchiveEnd> readItems(archive* from, Budget budget, const ArchiveVisitor& visitor) {
  std::size_t count = 0;
  archive_entry* entry = nullptr;
  while (true) {
    const int status = archive_read_next_header(from, &entry);
    if (status == ARCHIVE_EOF) return ArchiveEnd::Whole;
    if (status < ARCHIVE_WARN) {
      if (count == 0) return notAnArchive();
      return ArchiveEnd::EndedEarly;
    }
    if (++count > budget.limits.items || budget.left == 0) return ArchiveEnd::TooMuch;
    std::string name = nameOf(entry);
    if (archive_entry_filetype(entry) != AE_IFREG || !visitor.wants(name)) continue;
    J_TRY(const bool more, visitor.visit(readItem(from, std::move(name), budget)));
    if (!more) return ArchiveEnd::Stopped;
  }
}

}  // namespace

Result<ArchiveEnd> readArchive(const std::string& path, const ArchiveLimits& limits,
                               const ArchiveVisitor& visitor) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return Error{ErrorCode::Io, "archive: size", "That file cannot be read."};
  const Handle handle(archive_read_new());
  if (!handle) return Error{ErrorCode::Internal, "archive: new"};
  archive_read_support_format_zip(handle.get());
  archive_read_support_format_tar(handle.get());
  if (archive_read_open_filename(handle.get(), path.c_str(), kBlock) != ARCHIVE_OK) {
    return notAnArchive();
  }
  return readItems(handle.get(), Budget{limits, size, limits.totalBytes}, visitor);
}

}  // namespace journal::exchange
