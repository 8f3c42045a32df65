// Rule 13: where the log may end.
//
// SQLite takes the first frame that does not hold for the end of the log, as it must: a power cut
// leaves the transaction in flight torn. But a frame damaged in the middle looks the same, and then
// every transaction after it would go missing without a word, and the log be deleted at the next
// close. What tells the two apart is that with synchronous=FULL a transaction is begun only after
// the one before it was synced: when a commit, and then a frame of a later transaction of the same
// log, stand beyond the frame that does not hold, that frame was once safely written. (One log is
// one session: prepareConnection begins a new one each time, so nothing is left over from before.)
// Damage to the last transaction alone cannot be told from a power cut; nor can the loss of the
// very header that marked the last but one as committed, for the two then look like one.
//
// A log's header is synced before its first frame is written; if it does not open, there must be no
// frame, and the database must have its page 1.

#include <algorithm>
#include <array>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

using FrameHeader = std::array<std::uint8_t, std::size_t{kFrameHeader}>;

/// How many whole frames the file has room for; negative when the disk does not say.
std::int64_t framesIn(EncryptedFile& file) {
  sqlite3_int64 size = 0;
  if (file.lower()->pMethods->xFileSize(file.lower(), &size) != SQLITE_OK) return -1;
  return (logicalWalSize(size) - kWalHeader) / kFrame;
}

bool isCommit(const FrameHeader& header) {
  return std::any_of(header.begin() + 4, header.begin() + 8, [](auto byte) { return byte != 0; });
}

}  // namespace

int auditLogHeader(EncryptedFile& file) {
  if (!file.vfs->rules()->auditLog) return SQLITE_OK;
  if (file.vfs->pageOneTorn()) return SQLITE_IOERR_DATA;
  FrameHeader header{};
  const std::int64_t frames = framesIn(file);
  for (std::int64_t frame = 1; frame <= frames; ++frame) {
    const int rc = readSlot(file, static_cast<std::uint64_t>(frame), header);
    if (rc == SQLITE_OK) return SQLITE_IOERR_DATA;
    if (rc != SQLITE_IOERR_DATA) return rc;
  }
  return SQLITE_OK;
}

int auditLogEnd(EncryptedFile& file, std::uint64_t frame) {
  if (!file.vfs->rules()->auditLog) return SQLITE_OK;
  FrameHeader header{};
  bool committed = false;
  const std::int64_t frames = framesIn(file);
  for (; static_cast<std::int64_t>(frame) <= frames; ++frame) {
    const int rc = readSlot(file, frame, header);
    if (rc != SQLITE_OK && rc != SQLITE_IOERR_DATA) return rc;
    if (rc != SQLITE_OK || !belongsToLog(file, header)) continue;
    if (committed) return SQLITE_IOERR_DATA;
    committed = isCommit(header);
  }
  return SQLITE_OK;
}

}  // namespace journal::vault
