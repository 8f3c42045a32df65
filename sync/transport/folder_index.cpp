#include "sync/transport/folder_index.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "journal/base/bytes.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Result;

constexpr std::uint8_t kIndexFormat = 1;
constexpr std::uint64_t kPageSegments = 128;

std::uint64_t pageOf(std::uint64_t number) {
  return (number - 1) / kPageSegments;
}

void writeSegment(ByteWriter& write, const FolderSegment& segment) {
  write.put(segment.number)
      .put(segment.digest)
      .putSized(segment.name)
      .put(segment.size)
      .put(segment.author.bytes())
      .put(segment.first)
      .put(segment.last)
      .put(segment.before)
      .put(segment.after)
      .put(segment.erased)
      .put(static_cast<std::uint8_t>(segment.isVerified ? 1 : 0));
}

FolderSegment readSegment(ByteReader& in) {
  FolderSegment segment;
  segment.number = in.integer<std::uint64_t>();
  segment.digest = in.array<32>();
  segment.name = std::string(in.sized());
  segment.size = in.integer<std::uint64_t>();
  segment.author = in.id<wire::DeviceId>();
  segment.first = in.integer<std::uint64_t>();
  segment.last = in.integer<std::uint64_t>();
  segment.before = in.array<32>();
  segment.after = in.array<32>();
  segment.erased = in.integer<std::uint32_t>();
  segment.isVerified = in.integer<std::uint8_t>() == 1;
  return segment;
}

using Runs = std::vector<const FolderSegment*>;

/// The marks that are known of one entry.
std::set<wire::Mark> marksOf(std::uint64_t seq, const Runs& runs) {
  std::set<wire::Mark> marks;
  for (const FolderSegment* run : runs) {
    if (run->last == seq) marks.insert(run->after);
    if (run->first == seq + 1) marks.insert(run->before);
  }
  return marks;
}

bool isAnothers(std::uint64_t seq, const wire::Mark& mark, const Runs& runs) {
  std::set<wire::Mark> marks = marksOf(seq, runs);
  const bool isKnown = marks.erase(mark) != 0;
  return !marks.empty() && (!isKnown || *marks.begin() < mark);
}

}  // namespace

wire::Head headOf(wire::DeviceId author, Runs runs) {
  std::sort(runs.begin(), runs.end(), [](const FolderSegment* a, const FolderSegment* b) {
    return std::tie(a->first, a->last, a->after) < std::tie(b->first, b->last, b->after);
  });
  wire::Head head{author, 0, {}};
  for (const FolderSegment* run : runs) {
    const bool continues =
        run->first <= head.seq || (run->first == head.seq + 1 && run->before == head.mark);
    if (continues && run->last > head.seq) head = {author, run->last, run->after};
  }
  return head;
}

bool forks(const wire::Segment& segment, const Runs& runs) {
  return (segment.first > 1 && isAnothers(segment.first - 1, segment.before, runs)) ||
         isAnothers(segment.last, segment.after, runs);
}

Result<FolderIndex> FolderIndex::load(FolderMemory& memory, std::string prefix,
                                      journal::Random& random) {
  FolderIndex index;
  index.prefix_ = std::move(prefix);
  J_CHECK(index.read(memory));
  if (index.epoch_.isNil()) {
    FolderIndex fresh;
    fresh.prefix_ = std::move(index.prefix_);
    fresh.epoch_ = wire::HubEpoch::random(random);
    fresh.headChanged_ = true;
    return fresh;
  }
  return index;
}

Result<void> FolderIndex::read(FolderMemory& memory) {
  J_TRY(const std::optional<std::string> head, memory.recall(prefix_ + "head"));
  if (!head || !readHead(*head)) return {};
  // A page may have been kept and the head not: the last one may hold more than the head says.
  const std::uint64_t pages = pageOf(next_) + 1;
  for (std::uint64_t k = 0; k < pages; ++k) {
    J_TRY(const std::optional<std::string> bytes, memory.recall(prefix_ + std::to_string(k)));
    if ((!bytes && k + 1 < pages) || (bytes && !readPage(k, *bytes))) {
      epoch_ = {};
      return {};
    }
  }
  if (!segments_.empty()) next_ = std::max(next_, segments_.rbegin()->first + 1);
  return {};
}

bool FolderIndex::readHead(std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  const auto epoch = in.id<wire::HubEpoch>();
  next_ = in.integer<std::uint64_t>();
  const auto count = in.integer<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && !in.isShort(); ++i) replaced_.insert(in.array<32>());
  if (format != kIndexFormat || !in.whole() || next_ == 0) return false;
  epoch_ = epoch;
  return true;
}

bool FolderIndex::readPage(std::uint64_t page, std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  const auto epoch = in.id<wire::HubEpoch>();
  const auto count = in.integer<std::uint16_t>();
  if (format == kIndexFormat && !in.isShort() && epoch != epoch_) return true;  // of an older index
  bool isRight = format == kIndexFormat;
  for (int i = 0; i < count && isRight && !in.isShort(); ++i) {
    FolderSegment segment = readSegment(in);
    isRight = segment.number != 0 && pageOf(segment.number) == page &&
              !segments_.contains(segment.number) && !byDigest_.contains(segment.digest);
    if (!isRight) break;
    byDigest_.emplace(segment.digest, segment.number);
    byName_[segment.name] = segment.number;
    segments_.emplace(segment.number, std::move(segment));
  }
  return isRight && in.whole();
}

const FolderSegment* FolderIndex::find(const wire::Digest& digest) const {
  const auto found = byDigest_.find(digest);
  return found == byDigest_.end() ? nullptr : &segments_.at(found->second);
}

const FolderSegment* FolderIndex::inFile(const std::string& name) const {
  const auto found = byName_.find(name);
  return found == byName_.end() ? nullptr : &segments_.at(found->second);
}

void FolderIndex::add(FolderSegment segment) {
  segment.number = next_++;
  byDigest_.emplace(segment.digest, segment.number);
  byName_[segment.name] = segment.number;
  changedPages_.insert(pageOf(segment.number));
  headChanged_ = true;
  segments_.emplace(segment.number, std::move(segment));
}

void FolderIndex::verified(std::uint64_t number) {
  segments_.at(number).isVerified = true;
  changedPages_.insert(pageOf(number));
}

void FolderIndex::moved(std::uint64_t number, const std::string& name, std::uint64_t size) {
  FolderSegment& segment = segments_.at(number);
  if (const auto old = byName_.find(segment.name); old != byName_.end() && old->second == number) {
    byName_.erase(old);
  }
  segment.name = name;
  segment.size = size;
  byName_[name] = number;
  changedPages_.insert(pageOf(number));
}

void FolderIndex::forget(std::uint64_t number) {
  const FolderSegment& segment = segments_.at(number);
  if (const auto old = byName_.find(segment.name); old != byName_.end() && old->second == number) {
    byName_.erase(old);
  }
  byDigest_.erase(segment.digest);
  segments_.erase(number);
  changedPages_.insert(pageOf(number));
}

void FolderIndex::replaced(const wire::Digest& digest) {
  headChanged_ = replaced_.insert(digest).second || headChanged_;
}

std::string FolderIndex::page(std::uint64_t page) const {
  const auto begin = segments_.lower_bound(page * kPageSegments + 1);
  const auto end = segments_.lower_bound((page + 1) * kPageSegments + 1);
  std::string out;
  ByteWriter write(out);
  write.put(kIndexFormat).put(epoch_.bytes());
  write.put(static_cast<std::uint16_t>(std::distance(begin, end)));
  for (auto at = begin; at != end; ++at) writeSegment(write, at->second);
  return out;
}

Result<void> FolderIndex::save(FolderMemory& memory) {
  for (const std::uint64_t k : changedPages_) {
    J_CHECK(memory.keep(prefix_ + std::to_string(k), page(k)));
  }
  changedPages_.clear();
  if (!headChanged_) return {};
  std::string head;
  ByteWriter write(head);
  write.put(kIndexFormat).put(epoch_.bytes()).put(next_);
  write.put(static_cast<std::uint32_t>(replaced_.size()));
  for (const wire::Digest& digest : replaced_) write.put(digest);
  J_CHECK(memory.keep(prefix_ + "head", head));
  headChanged_ = false;
  return {};
}

}  // namespace syncing
