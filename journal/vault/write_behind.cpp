#include "journal/vault/write_behind.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {

void WriteBehind::start() {
  if (++starts_ > 1) return;
  places_.resize(kPlaces);
  try {
    thread_ = std::thread([this] { work(); });
  } catch (const std::system_error&) {
    places_ = {};
  }
}

void WriteBehind::stop() {
  if (starts_ == 0 || --starts_ > 0 || !thread_.joinable()) return;
  {
    const std::lock_guard guard(mutex_);
    ending_ = true;
  }
  came_.notify_one();
  thread_.join();
  ending_ = false;
  places_ = {};
}

void WriteBehind::put(EncryptedFile& file, Spot spot, std::int64_t offset,
                      std::span<const std::uint8_t> plain) {
  std::unique_lock lock(mutex_);
  went_.wait(lock, [this] { return waiting_ < kPlaces; });
  Piece& place = places_[(first_ + waiting_) % kPlaces];
  lock.unlock();  // nobody else fills places, and the worker does not look at this one yet
  place.file = &file;
  place.spot = spot;
  place.offset = offset;
  place.size = plain.size();
  std::copy(plain.begin(), plain.end(), place.plain.begin());
  lock.lock();
  ++waiting_;
  ++file.onTheirWay;
  lock.unlock();
  came_.notify_one();
}

void WriteBehind::settle(const EncryptedFile& file) {
  std::unique_lock lock(mutex_);
  went_.wait(lock, [&file] { return file.onTheirWay == 0; });
}

int WriteBehind::takeFailure(EncryptedFile& file) {
  std::unique_lock lock(mutex_);
  if (file.failure == SQLITE_OK) return SQLITE_OK;
  went_.wait(lock, [&file] { return file.onTheirWay == 0; });
  return std::exchange(file.failure, SQLITE_OK);
}

void WriteBehind::work() {
  Nonces nonces(rules_);
  std::array<std::uint8_t, kPageSize> buffer{};
  std::unique_lock lock(mutex_);
  while (true) {
    came_.wait(lock, [this] { return waiting_ > 0 || ending_; });
    if (waiting_ == 0) return;
    const Piece& piece = places_[first_];
    const bool dropped = piece.file->failure != SQLITE_OK;
    lock.unlock();
    const std::span<const std::uint8_t> plain(piece.plain.data(), piece.size);
    const int rc = dropped
                       ? SQLITE_OK
                       : sealAndWrite(*piece.file, piece.spot, piece.offset, plain, nonces, buffer);
    lock.lock();
    if (rc != SQLITE_OK) piece.file->failure = rc;
    --piece.file->onTheirWay;
    first_ = (first_ + 1) % kPlaces;
    --waiting_;
    went_.notify_one();
  }
}

}  // namespace journal::vault
