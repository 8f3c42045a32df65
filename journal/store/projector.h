#pragma once

#include <optional>
#include <vector>

#include "journal/store/joined_heads.h"
#include "journal/store/joined_records.h"
#include "journal/store/projections.h"

// Inside the store only.

namespace journal::store {

/// Applies one entry of each kind to the tables. What a table says afterwards is a function of the
/// entries it was made from: of a field that several entries hold, because their authors did not
/// know of each other, the same one is shown on every device, whichever came first.
class Projector {
 public:
  Projector(Projections& to, OpPosition position, const LogEntry& entry, const Record& record,
            const std::vector<OpPosition>& parents)
      : to_(to), position_(position), entry_(entry), record_(record), parents_(parents) {}

  Result<void> operator()(const NamePut& put);
  Result<void> operator()(const ReflectionWritten& written);
  Result<void> operator()(const TextEdited& edited);
  Result<void> operator()(const LessonSet&);
  Result<void> operator()(const FinishedSet&);
  Result<void> operator()(const HeldSet&);
  Result<void> operator()(const BinnedSet&);
  Result<void> operator()(const TagPut& put);
  Result<void> operator()(const TagRemoved& removed);
  Result<void> operator()(const IntentionPut& put);
  Result<void> operator()(const CaseStudyStarted& started);
  Result<void> operator()(const TitleSet&);
  Result<void> operator()(const ClaimPut& put);
  Result<void> operator()(const ClaimRemoved&);
  Result<void> operator()(const AgreementSet&);
  Result<void> operator()(const ReviewRecorded& recorded);
  Result<void> operator()(const DepartureRecorded& recorded);
  Result<void> operator()(const ProfilePut& put);
  Result<void> operator()(const WordPut&);
  Result<void> operator()(const WordRemoved&);
  Result<void> operator()(const SlotPut&);
  Result<void> operator()(const SlotRemoved&);
  Result<void> operator()(const ReceiptRecorded&);
  Result<void> operator()(const WishRecorded&);
  Result<void> operator()(const HeldRemoved&);
  Result<void> operator()(const PromptSetPut& put);
  Result<void> operator()(const PromptSetOffered&);
  Result<void> operator()(const PermissionRecorded& recorded);
  Result<void> operator()(const FrameworkPut& put);
  Result<void> operator()(const RemovalBrought& brought);
  Result<void> operator()(const DisagreementSettled& settled);
  Result<void> operator()(const Erased&);
  Result<void> operator()(const AttachmentPart& part);
  Result<void> operator()(const AttachmentPut& put);
  Result<void> operator()(const AttachmentRemoved& removed);
  Result<void> operator()(const LegalHoldPut& put);
  Result<void> operator()(const LegalHoldLifted&);
  Result<void> operator()(const AccessRecorded&);
  Result<void> operator()(const GroupSessionPut&);
  Result<void> operator()(const OwnFormatPut&);
  Result<void> operator()(const BlursSet&);

 private:
  using Heads = std::vector<OpPosition>;

  template <class IdType>
  IdType entity() const {
    return IdType::fromBytes(entry_.entity.bytes());
  }
  /// NotFound for an entry about something that is not here: erased, or the log is not whole.
  Error missing(const char* what) const;
  /// The reflection; none when it was removed or erased, and then nothing about it counts any more.
  Result<std::optional<StoredReflection>> subject(ReflectionId id);
  Result<StoredCaseStudy> study(CaseStudyId id);
  Result<bool> gone(ReflectionId id);
  Result<void> showClaim(CaseStudyId id);
  Result<void> showAttachment(ReflectionId of);
  Result<void> putNewest(NewestTable& table);

  /// The heads of the entry's field from now on.
  Result<Heads> advance(std::optional<OpPosition> madeBy);
  /// What the field says: this entry's record, or the latest of several heads. Valid until asked
  /// again.
  struct Shown {
    const Record* record = nullptr;
    OpPosition at = 0;
  };
  Result<Shown> shown(const Heads& heads);
  /// The latest of those heads that put something, if any does: what is there stays unless
  /// everybody who knew of it took it out.
  template <class Put>
  Result<Shown> shownPut(const Heads& heads);
  /// As shownPut, where words are in it: those of several heads are joined (joined_records.h).
  template <class Put>
  Result<Shown> joinedPut(const Heads& heads);
  Result<Record> recordAt(OpPosition position) const;
  template <class Put, class Show, class Remove>
  Result<void> presence(std::optional<OpPosition> madeBy, Show show, Remove remove);
  /// Whether heads say the same; written down when not.
  Result<void> compare(const Heads& heads, const Record& shown);

  Result<void> joinTexts(const StoredReflection& stored, const Heads& heads);
  Result<void> placeTags(const StoredReflection& stored, const Heads& heads,
                         const TextHeads::Words& words);
  Result<OpPosition> putOf(const StoredTag& tag);
  Result<void> showTag(const Heads& heads, std::optional<OpPosition> madeBy);
  Result<Tag> placed(const Tag& tag, OpPosition put, const StoredReflection& stored);
  /// In the bin unless somebody wrote on without knowing of it.
  Result<void> judgeBin(const StoredReflection& stored);
  Result<bool> saw(OpPosition binned, OpPosition text) const;
  Result<void> writtenAgain(const StoredReflection& stored);
  Result<void> takeOutReflection(const StoredReflection& stored);
  Result<void> takeOutName(NameId id);

  Projections& to_;
  OpPosition position_;
  const LogEntry& entry_;
  const Record& record_;
  const std::vector<OpPosition>& parents_;
  std::optional<Record> other_;
};

template <class Put>
Result<Projector::Shown> Projector::shownPut(const Heads& heads) {
  if (heads.size() == 1) {
    const bool puts = heads.front() == position_ && std::holds_alternative<Put>(record_);
    if (puts) return Shown{&record_, position_};
  }
  Heads puts;
  for (OpPosition head : heads) {
    J_TRY(const Record record, recordAt(head));
    if (std::holds_alternative<Put>(record)) puts.push_back(head);
  }
  if (puts.empty()) return Shown{};
  return shown(puts);
}

template <class Put>
Result<Projector::Shown> Projector::joinedPut(const Heads& heads) {
  J_TRY(const Shown latest, shownPut<Put>(heads));
  if constexpr (requires(const Put& put) { joinedPuts(&put, put, put, to_.mergeTexts); }) {
    if (heads.size() < 2 || latest.record == nullptr) return latest;
    const auto join = [this](const Put* base, const Put& ours, const Put& theirs) {
      return joinedPuts(base, ours, theirs, to_.mergeTexts);
    };
    const auto from = [this](const Record& record) { return putIn<Put>(record, entry_.entity); };
    J_TRY(auto all, JoinedHeads<Put>(to_.log, to_.devices, from, join).of(heads));
    other_ = std::move(*all);
    return Shown{&*other_, latest.at};
  }
  return latest;
}

template <class Put, class Show, class Remove>
Result<void> Projector::presence(std::optional<OpPosition> madeBy, Show show, Remove remove) {
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const Shown what, joinedPut<Put>(heads));
  if (what.record == nullptr) return remove();
  return show(std::get<Put>(*what.record), madeBy.value_or(what.at));
}

}  // namespace journal::store
