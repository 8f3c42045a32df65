// Entering a room so that one can come back to it, and coming back.
#include "app/circle/hub_room_parts.h"
#include "app/circle/qr_code.h"

namespace app::circle {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
namespace room = syncing::room;

namespace {

/// Who was in a room so short a time ago wants to be in it again.
constexpr std::chrono::hours kFresh{2};
constexpr std::string_view kOver =
    "The session that you were in is over. What was yours is in your journal.";

}  // namespace

std::int64_t steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::shared_ptr<Shelf> HubRoom::openShelf() const {
  if (!needs_.shelf) return nullptr;
  auto shelf = needs_.shelf();
  return shelf.ok() ? std::move(*shelf) : nullptr;
}

void HubRoom::enterNew(Result<RoomRecord> record, std::uint64_t visit) {
  if (!record.ok()) return refuse(record.error());
  enter(std::move(*record), visit, openShelf());
}

void HubRoom::enter(RoomRecord record, std::uint64_t visit, std::shared_ptr<Shelf> shelf) {
  const auto code = room::RoomCode::parse(record.code);
  if (!code.ok()) return refuse(code.error());
  const auto book = std::make_shared<RoomBook>(std::move(shelf), record, needs_.clock);
  room::Keeping keeping{record.memory, [book](const auto& memory) { book->remember(memory); }};
  // Who one is, before anybody else knows.
  if (record.keptMs == 0) book->remember(record.memory);
  auto joined = room::RoomClient::join(record.place, *code, record.self, steadyMs, needs_.wake,
                                       std::move(keeping));
  if (!joined.ok()) return notEntered(joined.error(), *book, std::move(record), visit);
  book->title((*joined)->seen()->words.title);
  {
    const std::lock_guard lock(mutex_);
    if (visit == visit_) return take(std::move(*joined), book, record);
  }
  if (record.keptMs == 0) book->forget();  // nobody wants to be there any more
}

/// With mutex_ held.
void HubRoom::take(std::unique_ptr<room::RoomClient> client, std::shared_ptr<RoomBook> book,
                   const RoomRecord& record) {
  left_.reset();
  leftIsNew_ = false;
  client_ = std::move(client);
  book_ = std::move(book);
  code_ = record.code;
  address_ = record.address;
  if (const auto qr = qrCodeOf(address_ + "#" + code_)) qr_ = {qr->side, qr->dark};
  lastSeen_.reset();
  toldEnd_ = false;
}

/// A room that is not reached is there to be gone back to later, if one was in it; any other is
/// forgotten.
void HubRoom::notEntered(const Error& error, RoomBook& book, RoomRecord record,
                         std::uint64_t visit) {
  const bool wasIn = record.keptMs != 0;
  const bool again = error.code == ErrorCode::Network && wasIn;
  std::optional<RoomRecord> other;
  {
    const std::lock_guard lock(mutex_);
    if (!wasIn) other = left_;
  }
  // A wrong word is no reason to lose the way back into another room.
  if (other) book.putBack(*other);
  if (!again) book.forget();
  {
    const std::lock_guard lock(mutex_);
    if (visit != visit_) return;
    if (wasIn && !again) left_.reset();
    leftIsNew_ = again;
    if (!again) giveBack(record);
  }
  const bool over = error.code == ErrorCode::NotFound && record.keptMs != 0;
  refuse(over ? Error{error.code, error.detail, std::string(kOver)} : error);
}

/// What waited to be sent to a room that is no more. With mutex_ held.
void HubRoom::giveBack(const RoomRecord& record) {
  for (const room::Outgoing& one : record.memory.waiting) {
    if (!one.words.empty())
      refusals_.push_back({std::string(kOver), one.words, one.event.cardKind});
  }
}

/// With mutex_ held: on the room's own thread, and not settled until then.
void HubRoom::keepLater(std::function<void()> work) {
  ++notesUnderWay_;
  jobs_.emplace_back([this, work = std::move(work)] {
    work();
    const std::lock_guard lock(mutex_);
    --notesUnderWay_;
  });
  changed_.notify_all();
}

void HubRoom::forgetOn(const std::shared_ptr<RoomBook>& book) {
  if (book != nullptr) keepLater([book] { book->forget(); });
}

void HubRoom::look() {
  std::uint64_t visit = 0;
  {
    const std::lock_guard lock(mutex_);
    visit = visit_;
  }
  post([this, visit] {
    const auto shelf = openShelf();
    auto found = shelf == nullptr ? std::nullopt : recordOn(*shelf);
    const std::lock_guard lock(mutex_);
    if (visit != visit_ || client_ != nullptr || !found) return;
    left_ = std::move(found);
    leftIsNew_ = true;
  });
}

std::optional<model::CircleLeft> HubRoom::takeLeft() {
  const std::lock_guard lock(mutex_);
  if (!std::exchange(leftIsNew_, false) || !left_) return std::nullopt;
  const journal::UtcTime kept{std::chrono::milliseconds(left_->keptMs)};
  return model::CircleLeft{left_->title, needs_.clock.now() - kept < kFresh, left_->notes};
}

void HubRoom::goBack() {
  std::optional<RoomRecord> record;
  {
    const std::lock_guard lock(mutex_);
    record = left_;
  }
  if (!record) return refuse({ErrorCode::NotFound, "no room was left", std::string(kOver)});
  const std::uint64_t visit = beginEntering();
  post([this, record, visit] { comeBackTo(*record, visit); });
}

void HubRoom::comeBackTo(RoomRecord record, std::uint64_t visit) {
  if (record.heldHere) {
    const auto started = startHub();
    if (!started.ok()) return refuse(started.error());
    stand(record);
  }
  enter(std::move(record), visit, openShelf());
}

void HubRoom::needNotComeBack() {
  const std::lock_guard lock(mutex_);
  if (book_ != nullptr) return forgetOn(book_);
  if (!left_) return;
  left_.reset();
  keepLater([this] {
    if (const auto shelf = openShelf()) static_cast<void>(shelf->write({}).ok());
  });
}

void HubRoom::note(const model::CircleNotes& notes) {
  const std::lock_guard lock(mutex_);
  if (book_ != nullptr) keepLater([book = book_, notes] { book->note(notes); });
}

bool HubRoom::settled() {
  const std::lock_guard lock(mutex_);
  return notesUnderWay_ == 0 && (client_ == nullptr || client_->kept());
}

}  // namespace app::circle
