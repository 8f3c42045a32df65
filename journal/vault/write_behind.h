#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <thread>

#include "journal/vault/page_cipher.h"

namespace journal::vault {

struct EncryptedFile;

/// A page or a header of the log on its way to the disk.
struct Piece {
  EncryptedFile* file = nullptr;
  Spot spot{};
  std::int64_t offset = 0;  ///< in the lower file
  std::size_t size = 0;     ///< of what `bytes` holds
  bool sealed = false;
  std::array<std::uint8_t, kPageSize> bytes;  ///< not set to zeros: there are many of these
};

/// Seals and writes pieces on a thread of its own, in the order they came, so that SQLite goes on
/// meanwhile: while much is written at once, that is a fifth of the time. What SQLite relies on
/// stays: a sync, a read or anything else asked of a file first waits for its pieces (settle), so
/// the disk sees the same bytes in the same order for each file (neighbours in one call), and the
/// log's before the database's. A piece that could not be written fails the file's next write or
/// sync, and pieces after it are dropped until then.
///
/// The thread is there from start() to stop() only, and sees the pieces and nothing else.
class WriteBehind {
 public:
  explicit WriteBehind(VfsRules rules) : rules_(rules) {}
  ~WriteBehind() { stop(); }
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;

  // From the thread that owns the file's only connection.
  /// Counted: each start() wants its stop(). Without a thread to be had, writing stays as it was.
  void start();
  /// The last one waits until everything is written.
  void stop();
  bool running() const { return thread_.joinable(); }
  /// Waits for a free place. `plain` is at most a page.
  void put(EncryptedFile& file, Spot spot, std::int64_t offset,
           std::span<const std::uint8_t> plain);
  /// Waits until nothing of `file` is on its way.
  void settle(const EncryptedFile& file);
  /// The code of a piece that could not be written, once; SQLITE_OK when all were.
  int takeFailure(EncryptedFile& file);

 private:
  static constexpr std::size_t kPlaces = 128;
  /// With this many waiting, SQLite's thread seals what it brings: it would only wait otherwise.
  static constexpr std::size_t kBehind = 24;
  /// Pieces that lie next to each other in the file are written with one call. SQLite's file
  /// methods take less than 128 KiB at a time (os_unix.c).
  static constexpr std::size_t kMostInRun = 16;
  /// Waking a thread costs about as much as sealing a page, so it is done for a few at once.
  static constexpr std::size_t kWorthWaking = 6;
  void waitFor(const EncryptedFile& file, std::unique_lock<std::mutex>& lock);
  void work();
  /// The pieces from the first one on that follow each other in one file.
  std::size_t runLength() const;
  /// An SQLite code.
  int writeRun(std::size_t length, Nonces& nonces, std::span<std::uint8_t> buffer) const;

  VfsRules rules_;
  int starts_ = 0;
  std::unique_ptr<Piece[]> places_;  ///< a ring
  std::mutex mutex_;                 ///< for what follows, and for the files' counts
  std::condition_variable came_;
  std::condition_variable went_;
  std::size_t first_ = 0;
  std::size_t waiting_ = 0;  ///< those being written included
  bool asleep_ = false;      ///< the worker, waiting for pieces
  bool hurry_ = false;       ///< somebody waits for what there is
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace journal::vault
