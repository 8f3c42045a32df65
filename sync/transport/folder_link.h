#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "sync/transport/folder_index.h"
#include "sync/transport/folder_shelf.h"
#include "sync/wire/hub_link.h"

namespace syncing {

/// What lay in a folder when it was last looked at, beside what is ours and whole. For telling a
/// person; none of it is touched.
struct FolderFindings {
  std::size_t unfinished = 0;  ///< ours, but not all of it is here yet, or it is damaged
  std::size_t tooNew = 0;      ///< written by a newer Afternote
  std::size_t foreign = 0;     ///< nothing of ours, or signed by nobody it says it is
};

/// A hub that is a folder which some other tool carries: a cloud drive, Syncthing, a USB stick.
///
///   folder/afternote/<journal id>/<content digest>.segment, .statement
///   folder/afternote/letters/<content digest>.letter
///
/// One file per thing that was sent, never changed afterwards, replaced atomically when written. A
/// file is what its content says, whatever it is called: renamed files and conflict copies do no
/// harm. A file that is cut short or damaged is left until it is whole. A file that is gone is not
/// a deletion: what this reader has is kept, and who has it sends it again. Nothing but `replace`
/// ever deletes, and letters are swept up after sixty days.
///
/// Numbers are the reader's own (folder_index.h), and so is `standing().epoch`. Errors: Network,
/// with advice, when the folder is not there, is full or cannot be written to; else as HubLink's,
/// and those of the memory. One thread.
class FolderLink final : public wire::HubLink {
 public:
  struct Setting {
    std::filesystem::path folder;
    wire::VaultId vault;  ///< nil while a device is being added: then only letters are here
    /// The sign key of a device, by the device list; nullopt when it is not on it (yet). Whoever
    /// can write to the folder can make up a segment, and it must not count as somebody's.
    std::function<std::optional<wire::PublicKey>(wire::DeviceId)> signKeyOf;
  };
  /// `memory` and `clock` must outlive it. Reads the index; errors as memory's.
  static journal::Result<FolderLink> open(Setting setting, FolderMemory& memory,
                                          const journal::Clock& clock, journal::Random& random);
  /// The journals that a folder has something of, ascending: for a new machine that has a recovery
  /// key. Network when the folder is not there.
  static journal::Result<std::vector<wire::VaultId>> journalsIn(
      const std::filesystem::path& folder);

  journal::Result<wire::Standing> standing() override;
  journal::Result<wire::Pushed> push(const std::vector<wire::Segment>& segments) override;
  journal::Result<void> replace(const wire::Segment& segment) override;
  journal::Result<wire::Pulled> pull(std::uint64_t after, std::size_t bytes) override;
  journal::Result<std::vector<wire::DeviceStatement>> statements() override;
  journal::Result<void> state(const wire::DeviceStatement& statement) override;
  journal::Result<void> leaveLetter(const wire::MailboxId& box, int slot,
                                    const std::string& letter) override;
  journal::Result<std::optional<std::string>> takeLetter(const wire::MailboxId& box,
                                                         int slot) override;

  /// Reads every file again and forgets those that were damaged since they were first read, so that
  /// whoever has their entries sends them again. Returns how many. As costly as a first look.
  journal::Result<std::size_t> audit();
  /// Makes the next `open` find a folder that it has never seen: for when a person says that what
  /// was in it is gone for good.
  static journal::Result<void> startAnew(wire::VaultId vault, FolderMemory& memory);

  const FolderFindings& findings() const { return findings_; }

 private:
  FolderLink(Setting setting, FolderMemory& memory, const journal::Clock& clock, FolderIndex index);

  journal::Result<void> look();
  journal::Result<void> lookUnlessJustDone(bool& isDone);
  bool knows(const ShelfEntry& entry);
  void lookAt(const ShelfEntry& entry);
  void sawSegment(const ShelfEntry& copy, const wire::Segment& segment);
  void numberNewOnes();
  void verifyLateOnes();
  journal::Result<void> destroyReplaced();
  journal::Result<ShelfEntry> write(const FolderFile& file);
  std::optional<wire::Segment> read(const FolderSegment& known);

  /// nullopt: nobody knows the key yet.
  std::optional<bool> isSigned(const wire::Segment& segment) const;
  /// The believed runs of an author that are here.
  std::vector<const FolderSegment*> runsOf(wire::DeviceId author) const;

  Setting setting_;
  std::filesystem::path ours_;  ///< of this journal
  std::reference_wrapper<FolderMemory> memory_;
  std::reference_wrapper<const journal::Clock> clock_;
  FolderIndex index_;
  /// Numbers of the segments whose files were there last, and in which.
  std::map<std::uint64_t, std::vector<ShelfEntry>> here_;
  std::map<wire::Digest, std::pair<FolderSegment, std::vector<ShelfEntry>>> new_;
  /// Copies under other names than the index has, read in this run of the program.
  std::map<std::string, wire::Digest> aliases_;
  std::map<std::string, std::pair<wire::Digest, wire::DeviceStatement>> statements_;  ///< by name
  std::set<std::pair<std::string, std::uint64_t>> foreign_;  ///< by name and size
  /// A look takes 40 ms at 10,000 segments: standing() does for the statements and the pull that
  /// follow it, and the first part of a pull for the others.
  bool lookedForStatements_ = false;
  bool lookedForPull_ = false;
  FolderFindings findings_;
};

}  // namespace syncing
