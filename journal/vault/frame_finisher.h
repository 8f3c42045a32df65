#pragma once

#include <cstdint>
#include <span>

namespace journal::vault {

struct EncryptedFile;

/// Completes frame headers that SQLite leaves blank.
///
/// When a transaction writes one of its own frames a second time, SQLite stops chaining checksums:
/// the headers it writes from then on have no salt and no checksum, and at commit it goes back to
/// the lowest such frame and writes them all again (walRewriteChecksums). Up to and including
/// Debian's 3.40.1, rolling back to a savepoint moves the end of the log below that frame without
/// moving the mark, so frames written below it stay blank: the commit is acknowledged and synced,
/// works until the program ends, and recovery then stops at the blank frame. Found by the
/// power-loss test; an unencrypted database loses the transaction in the same way.
///
/// The VFS sees it happen: just before going back, SQLite reads the checksum of the frame before
/// its mark. There the blank frames below are completed and the right checksum is answered, so that
/// SQLite goes on from it.
class FrameFinisher {
 public:
  /// SQLite writes the header of `frame` (0: of the log).
  void headerWritten(std::uint64_t frame, std::span<const std::uint8_t> header);

  /// SQLite is about to go on from the checksum in `frame`. Completes what is blank up to there,
  /// and says which frame really is the one to go on from. An SQLite result code.
  int beforeChecksum(EncryptedFile& file, std::uint64_t& frame);

 private:
  std::uint64_t firstBlank_ = 0;   ///< 0: none
  std::uint64_t lastWritten_ = 0;  ///< the header written last: at commit, the commit's own
};

}  // namespace journal::vault
