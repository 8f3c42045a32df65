#include "sync/transport/folder_link.h"

#include <algorithm>
#include <system_error>
#include <tuple>

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::string_view kOurFolder = "afternote";
constexpr std::string_view kLetters = "letters";
constexpr std::int64_t kSweepMs = std::int64_t{60} * 24 * 60 * 60 * 1000;

std::string indexPrefix(wire::VaultId vault) {
  return "folder/" + vault.hex() + "/";
}

Error noJournal() {
  return Error{ErrorCode::InvalidInput, "folder: only letters without a journal"};
}

/// Whether both are of the same entries.
template <class A, class B>
bool sameRun(const A& a, const B& b) {
  return std::tie(a.author, a.first, a.last, a.before, a.after) ==
         std::tie(b.author, b.first, b.last, b.before, b.after);
}

}  // namespace

FolderLink::FolderLink(Setting setting, FolderMemory& memory, const journal::Clock& clock,
                       FolderIndex index)
    : setting_(std::move(setting)),
      ours_(setting_.folder / kOurFolder / setting_.vault.hex()),
      memory_(memory),
      clock_(clock),
      index_(std::move(index)) {}

Result<FolderLink> FolderLink::open(Setting setting, FolderMemory& memory,
                                    const journal::Clock& clock, journal::Random& random) {
  J_TRY(FolderIndex index, FolderIndex::load(memory, indexPrefix(setting.vault), random));
  return FolderLink(std::move(setting), memory, clock, std::move(index));
}

Result<std::vector<wire::VaultId>> FolderLink::journalsIn(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return notThere("looking for journals");
  std::vector<wire::VaultId> journals;
  std::filesystem::directory_iterator at(folder / kOurFolder, error);
  for (; !error && at != std::filesystem::directory_iterator(); at.increment(error)) {
    const auto id = wire::VaultId::fromHex(at->path().filename().string());
    if (id) journals.push_back(*id);
  }
  std::sort(journals.begin(), journals.end());
  return journals;
}

Result<void> FolderLink::startAnew(wire::VaultId vault, FolderMemory& memory) {
  return memory.keep(indexPrefix(vault) + "head", {});
}

Result<void> FolderLink::lookUnlessJustDone(bool& isDone) {
  if (std::exchange(isDone, false)) return {};
  return look();
}

Result<wire::Standing> FolderLink::standing() {
  J_CHECK(look());
  lookedForStatements_ = lookedForPull_ = true;
  wire::Standing standing;
  standing.epoch = index_.epoch();
  standing.newest = index_.newest();
  std::set<wire::DeviceId> authors;
  for (const auto& [number, copies] : here_) authors.insert(index_.segments().at(number).author);
  for (const wire::DeviceId author : authors) {
    const wire::Head head = headOf(author, runsOf(author));
    if (head.seq > 0) standing.heads.push_back(head);
  }
  return standing;
}

Result<wire::Pushed> FolderLink::push(const std::vector<wire::Segment>& segments) {
  J_CHECK(look());
  wire::Pushed pushed;
  if (segments.empty()) return pushed;
  const wire::DeviceId author = segments.front().author;
  const std::vector<const FolderSegment*> before = runsOf(author);
  for (const wire::Segment& segment : segments) {
    if (segment.vault != setting_.vault || segment.author != author) {
      return Error{ErrorCode::InvalidInput, "folder: segments of two logs"};
    }
    pushed.forked = pushed.forked || forks(segment, before);
  }
  for (const wire::Segment& segment : segments) {
    const bool isHereAlready =
        std::any_of(before.begin(), before.end(),
                    [&segment](const FolderSegment* run) { return sameRun(*run, segment); });
    if (pushed.forked || isHereAlready) continue;
    J_TRY(const ShelfEntry written, write(segment));
    sawSegment(written, segment);
  }
  numberNewOnes();
  J_CHECK(index_.save(memory_));
  pushed.head = headOf(author, runsOf(author));
  return pushed;
}

Result<void> FolderLink::replace(const wire::Segment& segment) {
  J_CHECK(look());
  if (segment.vault != setting_.vault) return noJournal();
  J_TRY(const ShelfEntry written, write(segment));
  sawSegment(written, segment);
  numberNewOnes();
  for (const auto& [number, copies] : here_) {
    const FolderSegment& old = index_.segments().at(number);
    if (sameRun(old, segment) && old.erased < segment.erased) index_.replaced(old.digest);
  }
  J_CHECK(index_.save(memory_));  // before anything is deleted: what comes back is deleted again
  return look();
}

Result<wire::Pulled> FolderLink::pull(std::uint64_t after, std::size_t bytes) {
  J_CHECK(lookUnlessJustDone(lookedForPull_));
  wire::Pulled pulled;
  pulled.next = after;
  pulled.epoch = index_.epoch();
  std::size_t taken = 0;
  std::vector<std::uint64_t> lost;
  for (auto at = index_.segments().upper_bound(after); at != index_.segments().end(); ++at) {
    const std::optional<wire::Segment> segment = read(at->second);
    if (segment && !pulled.segments.empty() && taken + segment->sealed.size() > bytes) {
      pulled.more = lookedForPull_ = true;
      break;
    }
    pulled.next = at->first;
    if (segment) {
      taken += segment->sealed.size();
      pulled.segments.push_back({at->first, *segment});
    } else {
      lost.push_back(at->first);  // gone or damaged since: new again when it is back
    }
  }
  for (const std::uint64_t number : lost) {
    here_.erase(number);
    index_.forget(number);
  }
  J_CHECK(index_.save(memory_));
  return pulled;
}

Result<std::vector<wire::DeviceStatement>> FolderLink::statements() {
  J_CHECK(lookUnlessJustDone(lookedForStatements_));
  std::map<wire::Digest, wire::DeviceStatement> found;
  for (const auto& [name, statement] : statements_) found.insert(statement);
  std::vector<wire::DeviceStatement> statements;
  statements.reserve(found.size());
  for (auto& [digest, statement] : found) statements.push_back(std::move(statement));
  return statements;
}

Result<void> FolderLink::state(const wire::DeviceStatement& statement) {
  J_CHECK(look());
  if (statement.vault != setting_.vault) return noJournal();
  const wire::Digest digest = contentDigest(statement);
  for (const auto& [name, known] : statements_) {
    if (known.first == digest) return {};
  }
  J_TRY(const ShelfEntry written, write(statement));
  statements_[written.name] = {digest, statement};
  return {};
}

Result<void> FolderLink::leaveLetter(const wire::MailboxId& box, int slot,
                                     const std::string& letter) {
  J_TRY(const std::optional<std::string> there, takeLetter(box, slot));
  if (there) return Error{ErrorCode::Conflict, "folder: a letter is there"};
  const std::filesystem::path folder = setting_.folder / kOurFolder / kLetters;
  const std::int64_t nowMs = clock_.get().now().time_since_epoch().count();
  J_TRY(const auto entries, filesIn(folder));
  for (const ShelfEntry& entry : entries.value_or(std::vector<ShelfEntry>())) {
    const ShelfFile file = readShelfFile(folder / entry.name);
    const auto* old = file.content ? std::get_if<FolderLetter>(&*file.content) : nullptr;
    if (old != nullptr && old->leftAtMs < nowMs - kSweepMs) {
      J_CHECK(deleteShelfFile(folder / entry.name));
    }
  }
  J_CHECK(writeShelfFile(setting_.folder, folder, FolderLetter{box, slot, nowMs, letter}));
  return {};
}

Result<std::optional<std::string>> FolderLink::takeLetter(const wire::MailboxId& box, int slot) {
  std::error_code error;
  if (!std::filesystem::is_directory(setting_.folder, error)) return notThere("letters");
  const std::filesystem::path folder = setting_.folder / kOurFolder / kLetters;
  J_TRY(const auto entries, filesIn(folder));
  std::map<wire::Digest, std::string> found;  // two that were left at once: the same for everybody
  for (const ShelfEntry& entry : entries.value_or(std::vector<ShelfEntry>())) {
    const ShelfFile file = readShelfFile(folder / entry.name);
    const auto* letter = file.content ? std::get_if<FolderLetter>(&*file.content) : nullptr;
    if (letter != nullptr && letter->box == box && letter->slot == slot) {
      found.emplace(contentDigest(*letter), letter->letter);
    }
  }
  if (found.empty()) return std::optional<std::string>();
  return std::optional(found.begin()->second);
}

Result<ShelfEntry> FolderLink::write(const FolderFile& file) {
  return writeShelfFile(setting_.folder, ours_, file);
}

}  // namespace syncing
