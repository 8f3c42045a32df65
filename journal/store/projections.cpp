#include "journal/store/projections.h"

#include <fmt/format.h>

#include "journal/domain/safeguarding.h"

namespace journal::store {

/// Applies one record of each kind.
struct Projector {
  Projections& to;
  OpPosition position;
  const LogEntry& entry;
  const std::vector<OpPosition>& parents;

  template <class IdType>
  IdType entity() const {
    return IdType::fromBytes(entry.entity.bytes());
  }

  Result<StoredReflection> subject(ReflectionId id) const {
    J_TRY(auto stored, to.reflections.find(id));
    if (!stored) return missing("reflection");
    return std::move(*stored);
  }
  Error missing(const char* what) const {
    return Error{ErrorCode::Corrupt, fmt::format("log entry {} names no {}", position, what)};
  }
  Result<void> advance(OpPosition madeBy) const {
    return to.heads.advance(entry.entity, entry.field, madeBy, parents, position);
  }

  Result<void> operator()(const NamePut& put) const {
    J_TRY(const auto madeBy, to.names.madeBy(put.known.id));
    if (to.indexes_) J_CHECK(to.fullText.removeMentioning(put.known.id));
    J_CHECK(to.names.put(put, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }

  Result<void> operator()(const ReflectionWritten& written) const {
    J_TRY(const std::int64_t row, to.reflections.insert(written.reflection, position));
    if (!mayBeUsed(written.reflection) || !to.indexes_) return {};
    return to.fullText.touchNew(row, written.reflection, position);
  }

  Result<void> operator()(const TextEdited& edited) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(to.reflections.setText(stored.row, edited.text, position, edited.changedAt));
    for (const MovedTag& moved : edited.moved) {
      const Passage& passage = moved.passage;
      if (passage.begin > passage.end || passage.end > edited.text.size()) {
        return missing("such passage");
      }
      J_CHECK(to.tags.move(moved.tag, passage,
                           edited.text.substr(passage.begin, passage.end - passage.begin)));
    }
    J_CHECK(advance(stored.madeOp));
    return to.touch(stored.row);
  }

  Result<void> operator()(const LessonSet& set) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(advance(stored.madeOp));
    if (set.lesson.date != stored.reflection.lesson.date) J_CHECK(to.takeOut(stored.row));
    J_TRY(const std::int64_t row, to.reflections.setLesson(stored.row, set.lesson));
    if (row != stored.row) J_CHECK(to.tags.moveRow(stored.row, row));
    return to.touch(row);
  }

  Result<void> operator()(const FinishedSet& set) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(advance(stored.madeOp));
    return to.reflections.setState(
        stored.row, set.finished ? ReflectionState::Finished : ReflectionState::Draft);
  }

  Result<void> operator()(const HeldSet& set) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(advance(stored.madeOp));
    J_CHECK(to.reflections.setHeld(stored.row, set.held));
    return set.held ? to.takeOut(stored.row) : to.touch(stored.row);
  }

  Result<void> operator()(const BinnedSet& set) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(advance(stored.madeOp));
    J_CHECK(to.reflections.setBinned(stored.row, set.binned));
    return set.binned ? to.takeOut(stored.row) : to.touch(stored.row);
  }

  Result<void> operator()(const TagPut& put) const {
    J_TRY(const auto stored, subject(put.tag.reflection));
    J_TRY(const auto before, to.tags.find(put.tag.id));
    J_CHECK(to.tags.put(stored.row, put.tag, position));
    if (before) {
      J_CHECK(advance(before->madeOp));
      if (before->row != stored.row) J_CHECK(to.touch(before->row));
    }
    return to.touch(stored.row);
  }

  Result<void> operator()(const TagRemoved&) const {
    J_TRY(const auto before, to.tags.find(entity<TagId>()));
    if (!before) return missing("tag");
    J_CHECK(to.tags.remove(entity<TagId>()));
    J_CHECK(to.heads.forget(entry.entity));
    return to.touch(before->row);
  }

  Result<void> operator()(const IntentionPut& put) const {
    J_TRY(const auto madeBy, to.intentions.madeBy(put.intention.id));
    J_CHECK(to.intentions.put(put.intention, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }

  Result<StoredCaseStudy> study(CaseStudyId id) const {
    J_TRY(auto stored, to.caseStudies.find(id));
    if (!stored) return missing("case study");
    return std::move(*stored);
  }

  Result<void> operator()(const CaseStudyStarted& started) const {
    return to.caseStudies.insert(started.study, position);
  }

  Result<void> operator()(const TitleSet& set) const {
    J_TRY(const auto stored, study(entity<CaseStudyId>()));
    J_CHECK(advance(stored.madeOp));
    return to.caseStudies.setTitle(stored.study.id, set.title);
  }

  Result<void> operator()(const ClaimPut& put) const {
    J_TRY(const auto stored, study(put.study));
    J_TRY(const auto madeBy, to.caseStudies.claimMadeBy(put.claim.id));
    J_CHECK(to.caseStudies.putClaim(stored.study.id, put.claim, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }

  Result<void> operator()(const ClaimRemoved&) const {
    J_CHECK(to.caseStudies.removeClaim(entity<ClaimId>()));
    return to.heads.forget(entry.entity);
  }

  Result<void> operator()(const AgreementSet& set) const {
    J_TRY(const auto stored, study(entity<CaseStudyId>()));
    J_CHECK(advance(stored.madeOp));
    return to.caseStudies.setAgreement(stored.study.id, set.agreement);
  }

  Result<void> operator()(const ReviewRecorded& recorded) const {
    J_TRY(const auto stored, study(entity<CaseStudyId>()));
    J_CHECK(advance(stored.madeOp));
    return to.caseStudies.addEvent(stored.study.id, recorded.event);
  }

  Result<void> operator()(const DepartureRecorded& recorded) const {
    J_TRY(const auto stored, study(entity<CaseStudyId>()));
    J_CHECK(advance(stored.madeOp));
    return to.caseStudies.addDeparture(stored.study.id, recorded.bytes, recorded.at, position);
  }

  Result<void> operator()(const ProfilePut& put) const {
    J_TRY(const auto named, to.names.madeBy(put.profile.youngPerson));
    if (!named) return missing("young person");
    J_CHECK(to.profiles.put(put.profile, position));
    return advance(*named);
  }

  Result<void> operator()(const WordPut& put) const {
    J_TRY(const auto madeBy, to.words.madeBy(put.word.id));
    J_CHECK(to.words.put(put.word, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }
  Result<void> operator()(const WordRemoved&) const {
    J_CHECK(to.words.remove(entity<WordId>()));
    return to.heads.forget(entry.entity);
  }

  Result<void> operator()(const SlotPut& put) const {
    J_TRY(const auto madeBy, to.timetable.madeBy(put.slot.id));
    J_CHECK(to.timetable.put(put.slot, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }
  Result<void> operator()(const SlotRemoved&) const {
    J_CHECK(to.timetable.remove(entity<SlotId>()));
    return to.heads.forget(entry.entity);
  }

  /// What is recorded of an entry on hold is its heads, and the entries of the log they name.
  Result<void> recorded() const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    return advance(stored.madeOp);
  }
  Result<void> operator()(const ReceiptRecorded&) const { return recorded(); }
  Result<void> operator()(const WishRecorded&) const { return recorded(); }
  Result<void> operator()(const HeldRemoved&) const {
    J_TRY(const auto stored, subject(entity<ReflectionId>()));
    J_CHECK(to.takeOut(stored.row));
    J_CHECK(to.removals.takeOut(stored.row, stored.reflection.id));
    return to.removals.add(stored.reflection.id, RemovalTable::digestOf(stored.reflection.source),
                           position);
  }

  Result<void> operator()(const PromptSetPut& put) const {
    J_TRY(const auto madeBy, to.prompts.madeBy(put.set.id));
    J_CHECK(to.prompts.add(put.set, position));
    if (madeBy) return advance(*madeBy);
    return {};
  }
  Result<void> operator()(const PromptSetOffered& set) const {
    return to.prompts.setWithheld(set.code, !set.offered, position);
  }

  Result<void> operator()(const PermissionRecorded& recorded) const {
    return to.permissions.add(recorded.permission, position);
  }

  Result<void> operator()(const FrameworkPut& put) const {
    return to.frameworks.add(put.version, position);
  }
  Result<void> operator()(const RemovalBrought& brought) const {
    const Removal& removal = brought.removal;
    return to.removals.add(removal.reflection, removal.source, position);
  }
};

Projections::Projections(Database& database, const crypto::Secret& namesKey)
    : reflections(database, database),
      tags(database),
      names(database, &namesKey),
      intentions(database),
      caseStudies(database),
      profiles(database),
      words(database),
      timetable(database),
      removals(database),
      prompts(database),
      permissions(database),
      frameworks(database),
      heads(database),
      fullText(database, reflections, tags, names),
      indexes_(true) {}

Projections::Projections(Replayed replayed)
    : reflections(replayed.database, replayed.log),
      tags(replayed.database),
      names(replayed.database, nullptr),
      intentions(replayed.database),
      caseStudies(replayed.database),
      profiles(replayed.database),
      words(replayed.database),
      timetable(replayed.database),
      removals(replayed.database),
      prompts(replayed.database),
      permissions(replayed.database),
      frameworks(replayed.database),
      heads(replayed.database),
      fullText(replayed.database, reflections, tags, names),
      indexes_(false) {}

Result<void> Projections::project(OpPosition position, const LogEntry& entry, const Record& record,
                                  const std::vector<OpPosition>& parents) {
  return std::visit(Projector{*this, position, entry, parents}, record);
}

Result<void> Projections::touch(std::int64_t row) {
  if (!indexes_) return {};
  return fullText.touch(row);
}

Result<void> Projections::takeOut(std::int64_t row) {
  if (!indexes_) return {};
  return fullText.remove(row);
}

}  // namespace journal::store
