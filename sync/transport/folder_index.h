#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "sync/wire/segment.h"

namespace syncing {

/// Where a folder's reader keeps what it must know between runs (the vault: SyncPort::remember).
class FolderMemory {
 public:
  virtual ~FolderMemory() = default;
  virtual journal::Result<std::optional<std::string>> recall(std::string_view key) = 0;
  virtual journal::Result<void> keep(std::string_view key, std::string_view value) = 0;
};

/// A segment that lies in a folder, or has: all but what is sealed.
struct FolderSegment {
  std::uint64_t number = 0;  ///< in the order in which this reader saw them
  wire::Digest digest{};     ///< of the encoded segment: what it is known by, whatever its file
  std::string name;          ///< of the file it was last seen in
  std::uint64_t size = 0;    ///< of that file
  wire::DeviceId author;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  wire::Mark before{};
  wire::Mark after{};
  std::uint32_t erased = 0;
  /// Its signature was checked. One that was not is passed on and otherwise not believed.
  bool isVerified = false;
};

/// How far an author's runs go without a gap, from the first entry on.
wire::Head headOf(wire::DeviceId author, std::vector<const FolderSegment*> runs);
/// Whether another entry stands under one of the numbers that `segment` says marks of: the vault
/// was copied. Where both copies wrote, it is so for the one with the higher mark only, so that the
/// other can keep its name.
bool forks(const wire::Segment& segment, const std::vector<const FolderSegment*>& runs);

/// What one reader has seen in a folder. A folder has no order, and other tools rename, copy and
/// delete in it: so segments are numbered by the reader, as it first sees their content. Kept in
/// pages, so that one more segment costs a page and not everything.
class FolderIndex {
 public:
  /// What `memory` holds under keys that begin with `prefix`. When that is nothing, or damaged, a
  /// new and empty one with an epoch of its own: then numbers begin anew.
  static journal::Result<FolderIndex> load(FolderMemory& memory, std::string prefix,
                                           journal::Random& random);

  wire::HubEpoch epoch() const { return epoch_; }
  std::uint64_t newest() const { return next_ - 1; }
  bool empty() const { return segments_.empty(); }
  const std::map<std::uint64_t, FolderSegment>& segments() const { return segments_; }
  /// Null when it was never seen. Valid until something is forgotten.
  const FolderSegment* find(const wire::Digest& digest) const;
  /// The segment last seen in a file of this name; null when there is none.
  const FolderSegment* inFile(const std::string& name) const;

  /// Numbers one more. Precondition: its digest is not known. `segment.number` is set.
  void add(FolderSegment segment);
  void verified(std::uint64_t number);
  /// It lies under another name by now.
  void moved(std::uint64_t number, const std::string& name, std::uint64_t size);
  /// Forgets one, so that it is new when it is seen again.
  void forget(std::uint64_t number);

  /// Segments that were replaced by others with erased entries left out: to be destroyed wherever
  /// they turn up again.
  bool isReplaced(const wire::Digest& digest) const { return replaced_.contains(digest); }
  void replaced(const wire::Digest& digest);

  /// Keeps what has changed.
  ///   head := u8 format (1), epoch 16, u64 next number, u32 n, replaced digest 32 *n
  ///   page := u8 format (1), epoch 16, u16 n, segment*n       numbers 128 k + 1 to 128 k + 128
  journal::Result<void> save(FolderMemory& memory);

 private:
  journal::Result<void> read(FolderMemory& memory);
  bool readHead(std::string_view bytes);
  bool readPage(std::uint64_t page, std::string_view bytes);
  std::string page(std::uint64_t page) const;

  std::string prefix_;
  wire::HubEpoch epoch_;
  std::uint64_t next_ = 1;
  std::map<std::uint64_t, FolderSegment> segments_;
  std::map<wire::Digest, std::uint64_t> byDigest_;
  std::map<std::string, std::uint64_t> byName_;
  std::set<wire::Digest> replaced_;
  std::set<std::uint64_t> changedPages_;
  bool headChanged_ = false;
};

}  // namespace syncing
