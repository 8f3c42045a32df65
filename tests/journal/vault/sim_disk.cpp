#include "tests/journal/vault/sim_disk.h"

#include <algorithm>

namespace journal::vault {
namespace {

constexpr std::uint64_t kSector = 512;

void applyChange(std::vector<std::uint8_t>& content, const PendingChange& change) {
  if (change.truncation) {
    content.resize(std::min<std::size_t>(content.size(), change.at));
    return;
  }
  const std::size_t end = change.at + change.bytes.size();
  if (content.size() < end) content.resize(end);
  std::copy(change.bytes.begin(), change.bytes.end(),
            content.begin() + static_cast<std::ptrdiff_t>(change.at));
}

/// The sectors of a write that happened to reach the platter.
void applyTorn(std::vector<std::uint8_t>& content, const PendingChange& change,
               SeededRandom& random) {
  for (std::size_t from = 0; from < change.bytes.size();) {
    const std::size_t sectorEnd = (change.at + from) / kSector * kSector + kSector - change.at;
    const std::size_t to = std::min<std::size_t>(sectorEnd, change.bytes.size());
    if (random.below(2) == 0) {
      const auto* bytes = change.bytes.data();
      applyChange(content, {false, change.at + from, {bytes + from, bytes + to}});
    }
    from = to;
  }
}

/// A file that had grown, but whose new blocks were never written: whatever lay there before.
void applyNoise(std::vector<std::uint8_t>& content, PendingChange change, SeededRandom& random) {
  const std::size_t oldEnd = content.size();
  const std::size_t keep = oldEnd > change.at ? oldEnd - change.at : 0;
  for (std::size_t i = keep; i < change.bytes.size(); ++i) {
    change.bytes[i] = static_cast<std::uint8_t>(random.next());
  }
  applyChange(content, change);
}

}  // namespace

void SimDisk::cutPowerAfter(std::uint64_t changes) {
  const Lock lock(mutex_);
  cutting_ = changes > 0;
  changesLeft_ = changes;
}

void SimDisk::failAt(SimCall call, std::uint64_t n, bool forEver) {
  const Lock lock(mutex_);
  failCall_ = call;
  failIn_ = n;
  failForEver_ = forEver;
  failed_ = false;
}

void SimDisk::failNothing() {
  const Lock lock(mutex_);
  failIn_ = 0;
}

std::uint64_t SimDisk::used() const {
  const Lock lock(mutex_);
  std::uint64_t total = 0;
  for (const auto& entry : files_) total += entry.second->now.size();
  return total;
}

void SimDisk::copyFrom(const SimDisk& other) {
  files_.clear();
  deleted_.clear();
  for (const auto& entry : other.files_) {
    auto file = std::make_shared<SimFile>();
    file->now = file->durable = entry.second->now;
    file->nameIsDurable = true;
    files_[entry.first] = file;
  }
  powerOff_ = false;
  cutting_ = false;
}

bool SimDisk::goesWrong(SimCall call) {
  if (powerOff_) return true;
  if (failIn_ == 0 || call != failCall_) return false;
  if (failIn_ > 1) {
    --failIn_;
    return false;
  }
  failed_ = true;
  if (!failForEver_) failIn_ = 0;
  return true;
}

int SimDisk::open(const std::string& name, int flags, std::shared_ptr<SimFile>& out) {
  if (goesWrong(SimCall::Open)) return SQLITE_CANTOPEN;
  const auto found = files_.find(name);
  if (found != files_.end()) {
    out = found->second;
    return SQLITE_OK;
  }
  if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  out = files_[name] = std::make_shared<SimFile>();
  return SQLITE_OK;
}

int SimDisk::write(SimFile& file, const std::uint8_t* bytes, std::uint64_t size, std::uint64_t at) {
  if (goesWrong(SimCall::Write)) return SQLITE_IOERR_WRITE;
  const std::uint64_t growth = at + size > file.now.size() ? at + size - file.now.size() : 0;
  if (growth > 0 && used() + growth > capacity_) return SQLITE_FULL;
  PendingChange change{false, at, {bytes, bytes + size}};
  applyChange(file.now, change);
  file.pending.push_back(std::move(change));
  if (cutting_ && --changesLeft_ == 0) powerOff_ = true;
  return powerOff_ ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

int SimDisk::truncate(SimFile& file, std::uint64_t size) {
  if (goesWrong(SimCall::Truncate)) return SQLITE_IOERR_TRUNCATE;
  PendingChange change{true, size};
  applyChange(file.now, change);
  file.pending.push_back(std::move(change));
  if (cutting_ && --changesLeft_ == 0) powerOff_ = true;
  return powerOff_ ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

int SimDisk::sync(SimFile& file) {
  if (goesWrong(SimCall::Sync)) return SQLITE_IOERR_FSYNC;
  if (cutting_ && --changesLeft_ == 0) {
    powerOff_ = true;
    return SQLITE_IOERR_FSYNC;
  }
  if (lying_) return SQLITE_OK;
  for (const PendingChange& change : file.pending) applyChange(file.durable, change);
  file.pending.clear();
  // The system's VFS syncs the folder with the first sync of a file it made.
  if (!file.nameIsDurable) deleted_.clear();
  file.nameIsDurable = true;
  return SQLITE_OK;
}

int SimDisk::remove(const std::string& name, bool durably) {
  if (goesWrong(SimCall::Delete)) return SQLITE_IOERR_DELETE;
  const auto found = files_.find(name);
  if (found == files_.end()) return SQLITE_IOERR_DELETE_NOENT;
  if (!durably) deleted_[name] = found->second;
  files_.erase(found);
  return SQLITE_OK;
}

std::vector<std::uint8_t> SimDisk::afterPowerCut(const SimFile& file, std::uint64_t keepPercent) {
  std::vector<std::uint8_t> content = file.durable;
  for (const PendingChange& change : file.pending) {
    if (random_.below(100) < keepPercent) {
      applyChange(content, change);
    } else if (!change.truncation && random_.below(2) == 0) {
      applyTorn(content, change, random_);
    } else if (!change.truncation && random_.below(4) == 0) {
      applyNoise(content, change, random_);
    }
  }
  return content;
}

void SimDisk::restart() {
  constexpr std::uint64_t kKeep[] = {0, 20, 50, 80, 95};
  const std::uint64_t keepPercent = kKeep[random_.below(5)];
  std::map<std::string, std::shared_ptr<SimFile>> left;
  for (const auto* names : {&files_, &deleted_}) {
    for (const auto& entry : *names) {
      const bool certain = names == &files_ && entry.second->nameIsDurable;
      if (!certain && random_.below(2) == 0) continue;
      auto file = std::make_shared<SimFile>();
      file->now = file->durable = afterPowerCut(*entry.second, keepPercent);
      file->nameIsDurable = true;
      left.emplace(entry.first, file);
    }
  }
  files_ = std::move(left);
  deleted_.clear();
  powerOff_ = false;
  cutting_ = false;
}

}  // namespace journal::vault
