#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include <sqlite3.h>

#include "journal/vault/early_flush.h"
#include "journal/vault/frame_finisher.h"
#include "journal/vault/vfs.h"
#include "journal/vault/wal_layout.h"

namespace journal::vault {

/// An open database or log. SQLite allocates it, followed by the lower VFS's own file; it holds its
/// own buffer so that no read or write allocates. Used by one thread at a time (SQLite's rule for a
/// file).
struct EncryptedFile {
  explicit EncryptedFile(Vfs& owner) : vfs(&owner), nonces(owner.configuredRules()) {}

  sqlite3_file base{};
  Vfs* vfs;
  bool isWal = false;
  /// The highest frame this handle wrote since the log was last begun: such a frame cannot be a
  /// torn leftover.
  std::uint64_t highestFrame = 0;
  FrameFinisher finisher;
  Nonces nonces;
  EarlyFlush early;  ///< of the WriteBehind's thread
  /// Under the lock of the WriteBehind: pieces it has not written yet, and the SQLite code of one
  /// that it could not write.
  int onTheirWay = 0;
  int failure = SQLITE_OK;
  /// What marks the frames of the present log; older frames may follow them in the file.
  std::array<std::uint8_t, 8> logSalt{};
  std::array<std::uint8_t, static_cast<std::size_t>(kFrameSlot)> buffer{};

  sqlite3_file* lower() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  /// SQLite's own thread only: what was written before must be there to be read.
  int readLower(void* out, std::int64_t amount, std::int64_t offset) {
    vfs->writeBehind().settle(*this);
    return lower()->pMethods->xRead(lower(), out, static_cast<int>(amount), offset);
  }
  int writeLower(const void* bytes, std::int64_t amount, std::int64_t offset) {
    return lower()->pMethods->xWrite(lower(), bytes, static_cast<int>(amount), offset);
  }
};
static_assert(sizeof(EncryptedFile) % 8 == 0 &&
              alignof(EncryptedFile) <= 8);  // all SQLite promises

/// Seals `plain` into the front of `out`, which holds a page, and returns the sealed size.
std::size_t seal(const EncryptedFile& file, Spot spot, std::span<const std::uint8_t> plain,
                 Nonces& nonces, std::span<std::uint8_t> out);
/// Seals and writes at `offset` of the lower file: at once, or behind while much is written. The
/// code may be that of an earlier piece.
int writeSealed(EncryptedFile& file, Spot spot, std::int64_t offset,
                std::span<const std::uint8_t> plain);
/// Waits for what is on its way. The code of a piece that could not be written, once.
int settleWrites(EncryptedFile& file);

int readDatabase(EncryptedFile& file, std::uint8_t* out, std::int64_t amount, std::int64_t offset);
int writeDatabase(EncryptedFile& file, const std::uint8_t* bytes, std::int64_t amount,
                  std::int64_t offset);
int readWal(EncryptedFile& file, std::uint8_t* out, std::int64_t amount, std::int64_t offset);
int writeWal(EncryptedFile& file, const std::uint8_t* bytes, std::int64_t amount,
             std::int64_t offset);

/// Pieces of the log for whoever completes it. SQLITE_IOERR_DATA when it does not open.
int readSlot(EncryptedFile& file, std::uint64_t frame, std::span<std::uint8_t> header);
int writeSlot(EncryptedFile& file, std::uint64_t frame, std::span<const std::uint8_t> header);
/// The page is left in the file's buffer, after the slot.
int readFrame(EncryptedFile& file, std::uint64_t frame, std::span<std::uint8_t> header);

/// Whether a frame carries the salt of the present log.
inline bool belongsToLog(const EncryptedFile& file, std::span<const std::uint8_t> frameHeader) {
  return std::equal(file.logSalt.begin(), file.logSalt.end(), frameHeader.begin() + 8);
}
/// What recovery does with a log whose header does not open, and with a frame that does not belong
/// to it: SQLITE_OK when the log may end there, SQLITE_IOERR_DATA when it did not (log_audit.cpp
/// says how that is told).
int auditLogHeader(EncryptedFile& file);
int auditLogEnd(EncryptedFile& file, std::uint64_t frame);

/// The methods every EncryptedFile has.
const sqlite3_io_methods& fileMethods();

}  // namespace journal::vault
