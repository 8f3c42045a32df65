#include <algorithm>
#include <cstring>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

using Page = std::span<std::uint8_t, kPageSize>;

// What SQLite reads of page 1 besides the whole of it (pager.c, btree.c).
constexpr std::int64_t kFileHeader = 100;
constexpr std::int64_t kVersionAt = 24;
constexpr std::int64_t kVersionSize = 16;

/// What every vault's first 100 bytes agree on, for when page 1 is torn in mid-checkpoint: enough
/// for SQLite to open the log, where the whole page 1 is. Nothing here can mislead: it is the same
/// for all vaults.
constexpr std::array<std::uint8_t, kFileHeader> constantHeader() {
  std::array<std::uint8_t, kFileHeader> header{};
  constexpr char kMagic[] = "SQLite format 3";
  for (std::size_t i = 0; i < sizeof kMagic; ++i) header[i] = static_cast<std::uint8_t>(kMagic[i]);
  header[16] = kPageSize >> 8;
  header[17] = kPageSize & 0xff;
  header[18] = 2;  // write version: WAL
  header[19] = 2;  // read version: WAL
  header[20] = kReserve;
  header[21] = 64;
  header[22] = 32;
  header[23] = 32;
  return header;
}

bool allZero(std::span<const std::uint8_t> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::uint8_t b) { return b == 0; });
}

/// Page 1 must say what the VFS relies on: page size, reserve, no auto-vacuum (a synthesised header
/// could not say so) and, once made, WAL.
bool pageOneIsOurs(const Vfs& vfs, const std::uint8_t* page) {
  const auto header = constantHeader();
  if (vfs.rules()->guardPageOne) {
    if (page[16] != header[16] || page[17] != header[17] || page[20] != header[20]) return false;
    if (!allZero({page + 52, 4})) return false;
  }
  if (vfs.mode() == VfsMode::Creating || !vfs.rules()->keepWal) return true;
  return page[18] == header[18] && page[19] == header[19];
}

int readPage(EncryptedFile& file, std::uint8_t* out, std::int64_t offset) {
  const int rc = file.readLower(out, kPage, offset);
  if (rc == SQLITE_IOERR_SHORT_READ && file.vfs->mode() == VfsMode::Creating) return rc;
  if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ) return rc;
  const auto number = static_cast<std::uint64_t>(offset / kPage + 1);
  if (file.vfs->cipher().openPage({Place::DatabasePage, number}, Page(out, kPageSize))) {
    return SQLITE_OK;
  }
  return file.vfs->rules()->errorsForBadPages ? SQLITE_IOERR_DATA : SQLITE_OK;
}

int readHeader(EncryptedFile& file, std::uint8_t* out, std::int64_t amount, std::int64_t offset) {
  std::uint8_t* page = file.buffer.data();
  const int rc = file.readLower(page, kPage, 0);
  if (rc == SQLITE_IOERR_SHORT_READ && file.vfs->mode() == VfsMode::Creating) {
    std::fill_n(out, amount, std::uint8_t{0});
    return rc;
  }
  if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ) return rc;
  const bool opened = file.vfs->cipher().openPage({Place::DatabasePage, 1}, Page(page, kPageSize));
  file.vfs->setPageOneTorn(!opened);
  if (opened) {
    std::copy_n(page + offset, amount, out);
    return SQLITE_OK;
  }
  if (!file.vfs->rules()->synthesiseHeader) return SQLITE_IOERR_DATA;
  std::copy_n(constantHeader().begin() + offset, amount, out);
  return SQLITE_OK;
}

}  // namespace

int readDatabase(EncryptedFile& file, std::uint8_t* out, std::int64_t amount, std::int64_t offset) {
  if (amount == kPage && offset % kPage == 0) return readPage(file, out, offset);
  if ((offset == 0 && amount == kFileHeader) || (offset == kVersionAt && amount == kVersionSize)) {
    return readHeader(file, out, amount, offset);
  }
  file.vfs->countRefusal();
  if (!file.vfs->rules()->refuseUnknown) return file.readLower(out, amount, offset);
  return SQLITE_IOERR_READ;
}

int writeDatabase(EncryptedFile& file, const std::uint8_t* bytes, std::int64_t amount,
                  std::int64_t offset) {
  if (amount != kPage || offset % kPage != 0) {
    file.vfs->countRefusal();
    if (!file.vfs->rules()->refuseUnknown) return file.writeLower(bytes, amount, offset);
    return SQLITE_IOERR_WRITE;
  }
  if (offset == 0 && !pageOneIsOurs(*file.vfs, bytes)) return SQLITE_IOERR_WRITE;
  // Bytes there would be lost, and the log's checksums, which cover them, would not hold after a
  // crash.
  if (file.vfs->rules()->guardPageOne && !allZero({bytes + kPageBody, kReserve})) {
    return SQLITE_IOERR_WRITE;
  }
  return writeSealed(file, {Place::DatabasePage, static_cast<std::uint64_t>(offset / kPage + 1)},
                     offset, {bytes, kPageSize});
}

}  // namespace journal::vault
