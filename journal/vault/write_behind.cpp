#include "journal/vault/write_behind.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "journal/vault/encrypted_file.h"

namespace journal::vault {

void WriteBehind::start() {
  if (++starts_ > 1) return;
  places_ = std::make_unique_for_overwrite<Piece[]>(kPlaces);
  try {
    thread_ = std::thread([this] { work(); });
  } catch (const std::system_error&) {
    places_.reset();
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
  places_.reset();
}

void WriteBehind::put(EncryptedFile& file, Spot spot, std::int64_t offset,
                      std::span<const std::uint8_t> plain) {
  std::unique_lock lock(mutex_);
  if (waiting_ == kPlaces) went_.wait(lock, [this] { return waiting_ <= kPlaces / 2; });
  Piece& place = places_[(first_ + waiting_) % kPlaces];
  place.sealed = waiting_ >= kBehind;
  lock.unlock();  // nobody else fills places, and the worker does not look at this one yet
  place.file = &file;
  place.spot = spot;
  place.offset = offset;
  if (place.sealed) {
    place.size = seal(file, spot, plain, file.nonces, place.bytes);
  } else {
    place.size = plain.size();
    std::copy(plain.begin(), plain.end(), place.bytes.begin());
  }
  lock.lock();
  ++waiting_;
  ++file.onTheirWay;
  const bool wake = asleep_ && waiting_ >= kWorthWaking;
  lock.unlock();
  if (wake) came_.notify_one();
}

void WriteBehind::settle(const EncryptedFile& file) {
  std::unique_lock lock(mutex_);
  waitFor(file, lock);
}

int WriteBehind::takeFailure(EncryptedFile& file) {
  std::unique_lock lock(mutex_);
  if (file.failure == SQLITE_OK) return SQLITE_OK;
  waitFor(file, lock);
  return std::exchange(file.failure, SQLITE_OK);
}

void WriteBehind::waitFor(const EncryptedFile& file, std::unique_lock<std::mutex>& lock) {
  if (file.onTheirWay == 0) return;
  hurry_ = true;
  came_.notify_one();
  went_.wait(lock, [&file] { return file.onTheirWay == 0; });
}

void WriteBehind::work() {
  Nonces nonces(rules_);
  std::vector<std::uint8_t> buffer(kMostInRun * kPageSize);
  std::unique_lock lock(mutex_);
  while (true) {
    if (waiting_ == 0) {
      hurry_ = false;
      asleep_ = true;
      came_.wait(lock, [this] { return waiting_ >= kWorthWaking || hurry_ || ending_; });
      asleep_ = false;
      if (waiting_ == 0 && ending_) return;
      continue;
    }
    EncryptedFile& file = *places_[first_].file;
    const std::size_t length = runLength();
    const bool dropped = file.failure != SQLITE_OK;
    lock.unlock();
    const int rc = dropped ? SQLITE_OK : writeRun(length, nonces, buffer);
    lock.lock();
    if (rc != SQLITE_OK) file.failure = rc;
    file.onTheirWay -= static_cast<int>(length);
    first_ = (first_ + length) % kPlaces;
    const bool wasFull = waiting_ > kPlaces / 2;
    waiting_ -= length;
    if ((wasFull && waiting_ <= kPlaces / 2) || file.onTheirWay == 0) went_.notify_one();
  }
}

std::size_t WriteBehind::runLength() const {
  const auto end = [](const Piece& piece) {
    const std::size_t added = piece.sealed || piece.spot.place != Place::WalHeader ? 0 : kReserve;
    return piece.offset + static_cast<std::int64_t>(piece.size + added);
  };
  std::size_t length = 1;
  while (length < std::min(waiting_, kMostInRun)) {
    const Piece& last = places_[(first_ + length - 1) % kPlaces];
    const Piece& next = places_[(first_ + length) % kPlaces];
    if (next.file != last.file || next.offset != end(last)) break;
    ++length;
  }
  return length;
}

int WriteBehind::writeRun(std::size_t length, Nonces& nonces,
                          std::span<std::uint8_t> buffer) const {
  std::size_t size = 0;
  for (std::size_t i = 0; i < length; ++i) {
    const Piece& piece = places_[(first_ + i) % kPlaces];
    const std::span<const std::uint8_t> bytes(piece.bytes.data(), piece.size);
    if (piece.sealed) {
      std::copy(bytes.begin(), bytes.end(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
      size += bytes.size();
    } else {
      size += seal(*piece.file, piece.spot, bytes, nonces, buffer.subspan(size));
    }
  }
  const Piece& first = places_[first_];
  const auto amount = static_cast<std::int64_t>(size);
  const int rc = first.file->writeLower(buffer.data(), amount, first.offset);
  if (rc == SQLITE_OK) first.file->early.wrote(first.offset, amount);
  return rc;
}

}  // namespace journal::vault
