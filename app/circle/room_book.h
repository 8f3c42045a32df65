#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "app/circle/room_record.h"
#include "journal/base/time.h"

namespace app::circle {

/// A place in the open journal, sealed like all of it, that holds one text. Any thread; blocks.
/// Locked as soon as that journal is not the open one any more.
class Shelf {
 public:
  virtual ~Shelf() = default;
  virtual journal::Result<std::optional<std::string>> read() = 0;
  virtual journal::Result<void> write(std::string_view text) = 0;
};

/// One stay in a room, as it stands in the journal of who is in it. Any thread; each call but
/// close() blocks until the journal has it. A shelf that fails is no reason to stop a session: what
/// is in hand is still sent.
class RoomBook {
 public:
  /// `shelf`: null keeps nothing.
  RoomBook(std::shared_ptr<Shelf> shelf, RoomRecord record, const journal::Clock& clock)
      : shelf_(std::move(shelf)), record_(std::move(record)), clock_(clock) {}

  void remember(const syncing::room::RoomMemory& memory);
  void note(const model::CircleNotes& notes);
  void title(const std::string& words);
  /// This room was not entered: what stood there before stands there again.
  void putBack(const RoomRecord& before);
  /// There is nothing to come back to.
  void forget();
  /// Writes no more; what stands there stays.
  void close();

 private:
  template <class Change>
  void write(Change change);

  std::shared_ptr<Shelf> shelf_;
  std::mutex mutex_;
  RoomRecord record_;  // guarded by mutex_
  std::atomic<bool> closed_{false};
  const journal::Clock& clock_;
};

/// What the journal has of a room that was not left; nullopt: nothing that could be read.
std::optional<RoomRecord> recordOn(Shelf& shelf);

}  // namespace app::circle
