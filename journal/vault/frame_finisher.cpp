#include "journal/vault/frame_finisher.h"

#include <algorithm>
#include <array>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {
namespace {

// Offsets in the log's header and in a frame's (SQLite file format 4.1, 4.2).
constexpr std::size_t kLogSalt = 16;
constexpr std::size_t kLogChecksum = 24;
constexpr std::size_t kFrameSalt = 8;
constexpr std::size_t kFrameChecksum = 16;
constexpr std::size_t kPair = 8;

using FrameHeader = std::array<std::uint8_t, std::size_t{kFrameHeader}>;

/// The running checksum of the log: two 32-bit sums over pairs of words (file format 4.2).
class Checksum {
 public:
  Checksum(std::span<const std::uint8_t> stored, bool bigEndianWords)
      : first_(word(stored, true)), second_(word(stored.subspan(4), true)), big_(bigEndianWords) {}

  void add(std::span<const std::uint8_t> bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += kPair) {
      first_ += word(bytes.subspan(at), big_) + second_;
      second_ += word(bytes.subspan(at + 4), big_) + first_;
    }
  }

  void store(std::span<std::uint8_t> out) const {
    for (std::size_t i = 0; i < 4; ++i) {
      out[i] = static_cast<std::uint8_t>(first_ >> (24 - 8 * i));
      out[4 + i] = static_cast<std::uint8_t>(second_ >> (24 - 8 * i));
    }
  }

 private:
  static std::uint32_t word(std::span<const std::uint8_t> bytes, bool big) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes[big ? i : 3 - i];
    return value;
  }

  std::uint32_t first_;
  std::uint32_t second_;
  bool big_;
};

/// Gives frames `from` to `to` their salts and checksums.
int finish(EncryptedFile& file, std::uint64_t from, std::uint64_t to) {
  std::array<std::uint8_t, std::size_t{kWalHeader}> log{};
  FrameHeader header{};
  if (const int rc = readSlot(file, 0, log); rc != SQLITE_OK) return rc;
  std::span<const std::uint8_t> stored = std::span(log).subspan(kLogChecksum, kPair);
  if (from > 1) {
    if (const int rc = readSlot(file, from - 1, header); rc != SQLITE_OK) return rc;
    stored = std::span(header).subspan(kFrameChecksum, kPair);
  }
  Checksum checksum(stored, (log[3] & 1) != 0);  // the last bit of the magic number
  for (std::uint64_t frame = from; frame <= to; ++frame) {
    if (const int rc = readFrame(file, frame, header); rc != SQLITE_OK) return rc;
    checksum.add(std::span(header).first(kFrameSalt));
    checksum.add({file.buffer.data() + kFrameHeaderSlot, kPageSize});
    std::copy_n(log.begin() + kLogSalt, kPair, header.begin() + kFrameSalt);
    checksum.store(std::span(header).subspan(kFrameChecksum, kPair));
    if (const int rc = writeSlot(file, frame, header); rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}

}  // namespace

void FrameFinisher::headerWritten(std::uint64_t frame, std::span<const std::uint8_t> header) {
  lastWritten_ = frame;
  const auto sealed = header.subspan(frame == 0 ? 0 : kFrameSalt);
  const bool blank =
      std::all_of(sealed.begin(), sealed.end(), [](std::uint8_t b) { return b == 0; });
  if (blank) {
    firstBlank_ = firstBlank_ == 0 ? frame : std::min(firstBlank_, frame);
  } else {
    firstBlank_ = 0;  // SQLite chains again: blank frames are of a transaction that was rolled back
  }
}

int FrameFinisher::beforeChecksum(EncryptedFile& file, std::uint64_t& frame) {
  const std::uint64_t last = lastWritten_;
  const std::uint64_t from = firstBlank_;
  firstBlank_ = 0;  // SQLite completes the rest
  if (frame == 0 || !file.vfs->rules()->finishFrames) return SQLITE_OK;
  frame = std::min(frame, last);  // the mark may even lie beyond the commit
  return from == 0 || from > frame ? SQLITE_OK : finish(file, from, frame);
}

}  // namespace journal::vault
