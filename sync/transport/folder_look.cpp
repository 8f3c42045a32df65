// How a FolderLink finds out what is in its folder now.

#include <algorithm>
#include <system_error>
#include <tuple>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/transport/folder_link.h"

namespace syncing {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<void> FolderLink::look() {
  if (setting_.vault.isNil()) {
    return Error{ErrorCode::InvalidInput, "folder: only letters without a journal"};
  }
  std::error_code error;
  if (!std::filesystem::is_directory(setting_.folder, error)) return notThere("looking");
  J_TRY(const auto entries, filesIn(ours_));
  if (!entries && !index_.empty()) {
    // An unplugged stick leaves an empty folder where it was: filling that would help nobody.
    return Error{ErrorCode::Network, "folder: ours is gone",
                 "The shared folder is there, but what Afternote kept in it is not. If it is on a "
                 "stick or a network drive, connect it. If it was deleted, choose the folder again "
                 "in Settings, and it is filled anew from this laptop."};
  }
  findings_ = {};
  here_.clear();
  std::set<std::string> present;
  for (const ShelfEntry& entry : entries.value_or(std::vector<ShelfEntry>())) {
    present.insert(entry.name);
    if (!knows(entry)) lookAt(entry);
  }
  std::erase_if(statements_, [&](const auto& known) { return !present.contains(known.first); });
  numberNewOnes();
  verifyLateOnes();
  J_CHECK(destroyReplaced());
  return index_.save(memory_);
}

bool FolderLink::knows(const ShelfEntry& entry) {
  if (statements_.contains(entry.name)) return true;
  if (foreign_.contains({entry.name, entry.size})) {
    ++findings_.foreign;
    return true;
  }
  const FolderSegment* known = index_.inFile(entry.name);
  if (known == nullptr) {
    const auto alias = aliases_.find(entry.name);
    if (alias != aliases_.end()) known = index_.find(alias->second);
  }
  // Content is not changed once it is here, so a name and a size are enough; `audit` reads it all.
  if (known == nullptr || known->size != entry.size) return false;
  here_[known->number].push_back(entry);
  return true;
}

void FolderLink::lookAt(const ShelfEntry& entry) {
  const ShelfFile file = readShelfFile(ours_ / entry.name);
  switch (file.kind) {
    case ShelfFile::Kind::Gone:
      return;
    case ShelfFile::Kind::Unfinished:
      ++findings_.unfinished;
      return;
    case ShelfFile::Kind::TooNew:
      ++findings_.tooNew;
      return;
    case ShelfFile::Kind::Foreign:
      foreign_.emplace(entry.name, entry.size);
      ++findings_.foreign;
      return;
    case ShelfFile::Kind::Whole:
      break;
  }
  const auto* segment = std::get_if<wire::Segment>(&*file.content);
  const auto* statement = std::get_if<wire::DeviceStatement>(&*file.content);
  if (segment != nullptr && segment->vault == setting_.vault) {
    sawSegment(entry, *segment);
  } else if (statement != nullptr && statement->vault == setting_.vault) {
    statements_[entry.name] = {contentDigest(*statement), *statement};
  } else {
    foreign_.emplace(entry.name, entry.size);
    ++findings_.foreign;
  }
}

void FolderLink::sawSegment(const ShelfEntry& copy, const wire::Segment& segment) {
  const wire::Digest digest = contentDigest(segment);
  aliases_[copy.name] = digest;
  if (const FolderSegment* known = index_.find(digest); known != nullptr) {
    here_[known->number].push_back(copy);
    return;
  }
  const std::optional<bool> isRight = isSigned(segment);
  if (isRight == false) {
    foreign_.emplace(copy.name, copy.size);
    ++findings_.foreign;
    return;
  }
  auto& [described, copies] = new_[digest];
  described.digest = digest;
  described.name = copy.name;
  described.size = copy.size;
  described.author = segment.author;
  described.first = segment.first;
  described.last = segment.last;
  described.before = segment.before;
  described.after = segment.after;
  described.erased = segment.erased;
  described.isVerified = isRight.has_value();
  copies.push_back(copy);
}

void FolderLink::numberNewOnes() {
  std::vector<std::pair<FolderSegment, std::vector<ShelfEntry>>> found;
  for (auto& [digest, one] : new_) found.push_back(std::move(one));
  new_.clear();
  // A log's entries in their order, as far as they came together.
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.author, a.first.first, a.first.digest) <
           std::tie(b.first.author, b.first.first, b.first.digest);
  });
  for (auto& [segment, copies] : found) {
    index_.add(segment);
    here_[index_.newest()] = std::move(copies);
  }
  for (const auto& [number, copies] : here_) {
    const FolderSegment& known = index_.segments().at(number);
    const bool isWhereItWas =
        std::any_of(copies.begin(), copies.end(),
                    [&known](const ShelfEntry& copy) { return copy.name == known.name; });
    if (!isWhereItWas) index_.moved(number, copies.front().name, copies.front().size);
  }
}

void FolderLink::verifyLateOnes() {
  std::vector<std::uint64_t> forged;
  for (const auto& [number, copies] : here_) {
    const FolderSegment& known = index_.segments().at(number);
    if (known.isVerified) continue;
    const std::optional<wire::Segment> segment = read(known);
    const std::optional<bool> isRight = segment ? isSigned(*segment) : std::nullopt;
    if (isRight == true) index_.verified(number);
    if (isRight == false) forged.push_back(number);
  }
  for (const std::uint64_t number : forged) {
    for (const ShelfEntry& copy : here_.at(number)) foreign_.emplace(copy.name, copy.size);
    findings_.foreign += here_.at(number).size();
    here_.erase(number);
    index_.forget(number);
  }
}

Result<void> FolderLink::destroyReplaced() {
  std::vector<std::uint64_t> replaced;
  for (const auto& [number, copies] : here_) {
    if (index_.isReplaced(index_.segments().at(number).digest)) replaced.push_back(number);
  }
  for (const std::uint64_t number : replaced) {
    for (const ShelfEntry& copy : here_.at(number)) J_CHECK(deleteShelfFile(ours_ / copy.name));
    here_.erase(number);
    index_.forget(number);
  }
  return {};
}

std::optional<bool> FolderLink::isSigned(const wire::Segment& segment) const {
  if (!setting_.signKeyOf) return true;
  const std::optional<wire::PublicKey> key = setting_.signKeyOf(segment.sealedBy);
  if (!key) return std::nullopt;
  return journal::crypto::verify(*key, journal::crypto::bytesOf(wire::signedPart(segment)),
                                 segment.signature);
}

std::optional<wire::Segment> FolderLink::read(const FolderSegment& known) {
  const auto copies = here_.find(known.number);
  if (copies == here_.end()) return std::nullopt;
  for (const ShelfEntry& copy : copies->second) {
    ShelfFile file = readShelfFile(ours_ / copy.name);
    auto* segment = file.content ? std::get_if<wire::Segment>(&*file.content) : nullptr;
    if (segment != nullptr && contentDigest(*segment) == known.digest) return std::move(*segment);
  }
  ++findings_.unfinished;
  return std::nullopt;
}

std::vector<const FolderSegment*> FolderLink::runsOf(wire::DeviceId author) const {
  std::vector<const FolderSegment*> runs;
  for (const auto& [number, copies] : here_) {
    const FolderSegment& known = index_.segments().at(number);
    if (known.author == author && known.isVerified) runs.push_back(&known);
  }
  return runs;
}

Result<std::size_t> FolderLink::audit() {
  J_CHECK(look());
  std::vector<std::uint64_t> damaged;
  for (const auto& [number, copies] : here_) {
    if (!read(index_.segments().at(number))) damaged.push_back(number);
  }
  for (const std::uint64_t number : damaged) {
    here_.erase(number);
    index_.forget(number);
  }
  J_CHECK(index_.save(memory_));
  return damaged.size();
}

}  // namespace syncing
