#include <algorithm>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

using Page = std::span<std::uint8_t, kPageSize>;

constexpr bool isDiskError(int rc) {
  return rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ;
}

int refuse(EncryptedFile& file, int code) {
  file.vfs->countRefusal();
  return code;
}

/// The header of the log. One that does not open was torn while the log was begun anew, when
/// everything before had been copied into the database and synced: zeros, which SQLite takes for an
/// empty log.
int readLogHeader(EncryptedFile& file, std::uint8_t* out) {
  const int rc = readSlot(file, 0, {out, std::size_t{kWalHeader}});
  if (rc == SQLITE_OK) std::copy_n(out + 16, file.logSalt.size(), file.logSalt.begin());
  if (rc != SQLITE_IOERR_DATA) return rc;
  std::fill_n(out, kWalHeader, std::uint8_t{0});
  return auditLogHeader(file);
}

/// Eight bytes of a header that SQLite continues its checksums from, within its own transaction.
int readChecksum(EncryptedFile& file, std::uint8_t* out, std::uint64_t frame) {
  if (!file.vfs->rules()->frameRewrites) return refuse(file, SQLITE_IOERR_READ);
  if (const int rc = file.finisher.beforeChecksum(file, frame); rc != SQLITE_OK) return rc;
  std::array<std::uint8_t, std::size_t{kWalHeader}> header{};
  const auto size = static_cast<std::size_t>(frame == 0 ? kWalHeader : kFrameHeader);
  const int rc = readSlot(file, frame, std::span(header).first(size));
  std::copy_n(header.begin() + (size - 8), 8, out);
  return rc;
}

int readFramePage(EncryptedFile& file, std::uint8_t* out, WalAccess access) {
  if (file.vfs->logPages().read(access.frame, Page(out, kPageSize))) return SQLITE_OK;
  const int rc = file.readLower(out, kPage, access.physical);
  if (isDiskError(rc)) return rc;
  if (file.vfs->cipher().openPage({Place::WalPage, access.frame}, Page(out, kPageSize))) {
    return SQLITE_OK;
  }
  return file.vfs->rules()->errorsForBadPages ? SQLITE_IOERR_DATA : SQLITE_OK;
}

/// Recovery reads whole frames until one does not hold. A torn frame is the end of the log, so it
/// must look like one: zeros. A frame that this very handle wrote is not torn but damaged: an
/// error, or its commit would go missing.
int readWholeFrame(EncryptedFile& file, std::uint8_t* out, std::uint64_t frame) {
  const int rc = readFrame(file, frame, {out, std::size_t{kFrameHeader}});
  if (rc != SQLITE_OK && rc != SQLITE_IOERR_DATA) return rc;
  std::copy_n(file.buffer.data() + kFrameHeaderSlot, kPage, out + kFrameHeader);
  if (frame <= file.highestFrame) return rc;
  if (rc == SQLITE_OK && belongsToLog(file, {out, std::size_t{kFrameHeader}})) return SQLITE_OK;
  if (rc != SQLITE_OK) {
    if (!file.vfs->rules()->zerosForTornFrames) return rc;
    std::fill_n(out, kFrame, std::uint8_t{0});
  }
  return auditLogEnd(file, frame);
}

int writeHeader(EncryptedFile& file, std::span<const std::uint8_t> header, std::uint64_t frame) {
  file.finisher.headerWritten(frame, header);
  file.highestFrame = frame == 0 ? 0 : std::max(file.highestFrame, frame);
  if (frame == 0) file.vfs->logPages().clear();  // the log begins anew
  return writeSlot(file, frame, header);
}

int writeFramePage(EncryptedFile& file, const std::uint8_t* bytes, WalAccess access) {
  const std::span<const std::uint8_t> tail(bytes + kPageBody, kReserve);
  if (std::any_of(tail.begin(), tail.end(), [](std::uint8_t b) { return b != 0; }) &&
      file.vfs->rules()->guardPageOne) {
    return refuse(file, SQLITE_IOERR_WRITE);
  }
  file.highestFrame = std::max(file.highestFrame, access.frame);
  const std::span<const std::uint8_t, kPageSize> page(bytes, kPageSize);
  if (file.vfs->writeBehind().running()) {
    file.vfs->logPages().keep(access.frame, page);
  } else {
    file.vfs->logPages().forgetFrom(access.frame);
  }
  return writeSealed(file, {Place::WalPage, access.frame}, access.physical, {bytes, kPageSize});
}

}  // namespace

int readSlot(EncryptedFile& file, std::uint64_t frame, std::span<std::uint8_t> header) {
  const std::size_t size = header.size() + kReserve;
  const std::int64_t at = frame == 0 ? 0 : framePosition(frame);
  const int rc = file.readLower(file.buffer.data(), static_cast<std::int64_t>(size), at);
  if (isDiskError(rc)) return rc;
  const bool opened = file.vfs->cipher().openHeader(frame, {file.buffer.data(), size}, header);
  return opened ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int writeSlot(EncryptedFile& file, std::uint64_t frame, std::span<const std::uint8_t> header) {
  return writeSealed(file, {Place::WalHeader, frame}, frame == 0 ? 0 : framePosition(frame),
                     header);
}

int readFrame(EncryptedFile& file, std::uint64_t frame, std::span<std::uint8_t> header) {
  const int rc = file.readLower(file.buffer.data(), kFrameSlot, framePosition(frame));
  if (isDiskError(rc)) return rc;
  std::uint8_t* page = file.buffer.data() + kFrameHeaderSlot;
  const bool opened =
      rc == SQLITE_OK &&
      file.vfs->cipher().openHeader(
          frame, {file.buffer.data(), static_cast<std::size_t>(kFrameHeaderSlot)}, header) &&
      file.vfs->cipher().openPage({Place::WalPage, frame}, Page(page, kPageSize));
  return opened ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int readWal(EncryptedFile& file, std::uint8_t* out, std::int64_t amount, std::int64_t offset) {
  const WalAccess access = classifyWal(offset, amount);
  switch (access.shape) {
    case WalShape::Header:
      return readLogHeader(file, out);
    case WalShape::HeaderChecksum:
    case WalShape::FrameChecksum:
      return readChecksum(file, out, access.frame);
    case WalShape::WholeFrame:
      return readWholeFrame(file, out, access.frame);
    case WalShape::FramePage:
      return readFramePage(file, out, access);
    case WalShape::FrameHeader:
    case WalShape::Unknown:
      break;
  }
  if (!file.vfs->rules()->refuseUnknown) return file.readLower(out, amount, offset);
  return refuse(file, SQLITE_IOERR_READ);
}

int writeWal(EncryptedFile& file, const std::uint8_t* bytes, std::int64_t amount,
             std::int64_t offset) {
  const WalAccess access = classifyWal(offset, amount);
  switch (access.shape) {
    case WalShape::Header:
    case WalShape::FrameHeader:
      return writeHeader(file, {bytes, static_cast<std::size_t>(amount)}, access.frame);
    case WalShape::FramePage:
      return writeFramePage(file, bytes, access);
    case WalShape::HeaderChecksum:
    case WalShape::FrameChecksum:
    case WalShape::WholeFrame:
    case WalShape::Unknown:
      break;
  }
  if (!file.vfs->rules()->refuseUnknown) return file.writeLower(bytes, amount, offset);
  return refuse(file, SQLITE_IOERR_WRITE);
}

}  // namespace journal::vault
