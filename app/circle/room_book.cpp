#include "app/circle/room_book.h"

namespace app::circle {

template <class Change>
void RoomBook::write(Change change) {
  const std::lock_guard lock(mutex_);
  if (closed_ || shelf_ == nullptr) return;
  change(record_);
  record_.keptMs = clock_.now().time_since_epoch().count();
  static_cast<void>(shelf_->write(encode(record_)).ok());
}

void RoomBook::remember(const syncing::room::RoomMemory& memory) {
  write([&](RoomRecord& record) { record.memory = memory; });
}
void RoomBook::note(const model::CircleNotes& notes) {
  write([&](RoomRecord& record) { record.notes = notes; });
}
void RoomBook::title(const std::string& words) {
  write([&](RoomRecord& record) { record.title = words; });
}

void RoomBook::putBack(const RoomRecord& before) {
  const std::lock_guard lock(mutex_);
  if (closed_ || shelf_ == nullptr) return;
  closed_ = true;
  static_cast<void>(shelf_->write(encode(before)).ok());
}

void RoomBook::forget() {
  const std::lock_guard lock(mutex_);
  if (closed_ || shelf_ == nullptr) return;
  closed_ = true;
  static_cast<void>(shelf_->write({}).ok());
}

void RoomBook::close() {
  closed_ = true;
}

std::optional<RoomRecord> recordOn(Shelf& shelf) {
  const auto text = shelf.read();
  if (!text.ok() || !*text || (*text)->empty()) return std::nullopt;
  auto record = readRoomRecord(**text);
  return record.ok() ? std::optional(std::move(*record)) : std::nullopt;
}

}  // namespace app::circle
