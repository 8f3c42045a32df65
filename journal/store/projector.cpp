// What every kind of entry needs: its field's heads, and which of them is shown.
#include "journal/store/projector.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/store/record_codec.h"

namespace journal::store {

Error Projector::missing(const char* what) const {
  return Error{ErrorCode::NotFound, fmt::format("log entry {} names no {}", position_, what)};
}

Result<bool> Projector::gone(ReflectionId id) {
  J_TRY(const bool erased, to_.erasures.holds(entityOf(id)));
  if (erased) return true;
  return to_.removals.holds(id, {});
}

Result<std::optional<StoredReflection>> Projector::subject(ReflectionId id) {
  J_TRY(auto stored, to_.reflections.find(id));
  if (stored) return stored;
  J_TRY(const bool isGone, gone(id));
  if (isGone) return std::optional<StoredReflection>();
  return missing("reflection");
}

Result<StoredCaseStudy> Projector::study(CaseStudyId id) {
  J_TRY(auto stored, to_.caseStudies.find(id));
  if (!stored) return missing("case study");
  return std::move(*stored);
}

Result<Projector::Heads> Projector::advance(std::optional<OpPosition> madeBy) {
  J_TRY(const Heads heads,
        to_.heads.advance(entry_.entity, entry_.field, madeBy, parents_, position_));
  return withoutTwins(to_.log, to_.devices, heads);
}

Result<Record> Projector::recordAt(OpPosition position) const {
  if (position == position_) return record_;
  J_TRY(const LogEntry entry, readEntry(to_.log, position));
  return decodeRecord(entry.kind, entry.value);
}

Result<Projector::Shown> Projector::shown(const Heads& heads) {
  if (heads.size() == 1 && heads.front() == position_) return Shown{&record_, position_};
  J_TRY(const Heads ordered, byStamp(to_.log, heads));
  J_TRY(other_, recordAt(ordered.back()));
  return Shown{&*other_, ordered.back()};
}

Result<void> Projector::compare(const Heads& heads, const Record& shown) {
  if (heads.size() < 2 && parents_.size() < 2) return {};
  bool differ = false;
  for (OpPosition head : heads) {
    J_TRY(const Record record, recordAt(head));
    differ = differ || record != shown;
  }
  return to_.disagreements.setPresent(entry_.entity, entry_.field, to_.devices.idsOf(heads),
                                      heads.size() > 1 && differ);
}

Result<void> Projector::operator()(const DisagreementSettled& settled) {
  return to_.disagreements.settle(entry_.entity, settled.field, settled.heads);
}

// Names and what hangs on them -------------------------------------------------------------------

Result<void> Projector::operator()(const NamePut& put) {
  J_TRY(const auto madeBy, to_.names.madeBy(put.known.id));
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const Shown what, shown(heads));
  if (to_.indexes()) J_CHECK(to_.fullText.removeMentioning(put.known.id));
  J_CHECK(to_.names.put(std::get<NamePut>(*what.record), position_));
  return compare(heads, *what.record);
}

Result<void> Projector::operator()(const ProfilePut& put) {
  J_TRY(const auto named, to_.names.madeBy(put.profile.youngPerson));
  if (!named) return missing("young person");
  J_TRY(const Heads heads, advance(*named));
  J_TRY(const Shown what, joinedPut<ProfilePut>(heads));
  J_CHECK(to_.profiles.put(std::get<ProfilePut>(*what.record).profile, what.at));
  return compare(heads, *what.record);
}

Result<void> Projector::operator()(const PermissionRecorded& recorded) {
  return to_.permissions.add(recorded.permission, position_);
}

Result<void> Projector::operator()(const IntentionPut& put) {
  if (put.intention.from) {
    J_TRY(const bool isGone, gone(*put.intention.from));
    if (isGone) return {};
  }
  J_TRY(const auto madeBy, to_.intentions.madeBy(put.intention.id));
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const Shown what, joinedPut<IntentionPut>(heads));
  J_CHECK(to_.intentions.put(std::get<IntentionPut>(*what.record).intention, position_));
  return compare(heads, *what.record);
}

// Settings of one's own --------------------------------------------------------------------------

Result<void> Projector::operator()(const WordPut&) {
  J_TRY(const auto madeBy, to_.words.madeBy(entity<WordId>()));
  return presence<WordPut>(
      madeBy, [&](const WordPut& put, OpPosition made) { return to_.words.put(put.word, made); },
      [&] { return to_.words.remove(entity<WordId>()); });
}
Result<void> Projector::operator()(const WordRemoved&) {
  return (*this)(WordPut{});
}

Result<void> Projector::operator()(const SlotPut&) {
  J_TRY(const auto madeBy, to_.timetable.madeBy(entity<SlotId>()));
  return presence<SlotPut>(
      madeBy,
      [&](const SlotPut& put, OpPosition made) { return to_.timetable.put(put.slot, made); },
      [&] { return to_.timetable.remove(entity<SlotId>()); });
}
Result<void> Projector::operator()(const SlotRemoved&) {
  return (*this)(SlotPut{});
}

Result<void> Projector::operator()(const PromptSetPut& put) {
  J_TRY(const auto madeBy, to_.prompts.madeBy(put.set.id));
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const auto present, to_.prompts.setBy(put.set.id, put.set.version));
  if (!present) return to_.prompts.add(put.set, position_);
  // Two devices made a version of the same number: one of them, everywhere the same, is it.
  J_TRY(const Shown what, shown({*present, position_}));
  J_CHECK(to_.prompts.remove(put.set.id, put.set.version));
  return to_.prompts.add(std::get<PromptSetPut>(*what.record).set, what.at);
}

Result<void> Projector::operator()(const PromptSetOffered& set) {
  J_TRY(const auto madeBy, to_.prompts.withheldBy(set.code));
  J_TRY(const Heads heads, advance(madeBy));
  J_TRY(const Shown what, shown(heads));
  const auto& offered = std::get<PromptSetOffered>(*what.record);
  return to_.prompts.setWithheld(offered.code, !offered.offered, what.at);
}

Result<void> Projector::operator()(const FrameworkPut& put) {
  J_TRY(const auto present, to_.frameworks.setBy(put.version.framework.version));
  if (!present) return to_.frameworks.add(put.version, position_);
  J_TRY(const Shown what, shown({*present, position_}));
  J_CHECK(to_.frameworks.remove(put.version.framework.version));
  return to_.frameworks.add(std::get<FrameworkPut>(*what.record).version, what.at);
}

// Pictures and recordings -----------------------------------------------------------------------

Result<void> Projector::operator()(const AttachmentPart& part) {
  J_TRY(const bool isGone, gone(part.reflection));
  if (isGone) return {};
  const auto id = entity<AttachmentId>();
  // The same part under two names (twins.h): the one with the lowest id, whichever came first.
  J_TRY(const auto present, to_.attachments.part(id, part.number));
  if (present && to_.devices.idOf(*present) < entry_.id) return {};
  return to_.attachments.putPart(id, part.reflection, part.number, position_);
}

Result<void> Projector::showAttachment(ReflectionId of) {
  J_TRY(const auto stored, subject(of));
  if (!stored) return {};
  J_TRY(const auto madeBy, to_.attachments.madeBy(entity<AttachmentId>()));
  return presence<AttachmentPut>(
      madeBy,
      [&](const AttachmentPut& put, OpPosition made) {
        return to_.attachments.put(put.attachment, made);
      },
      [&] { return to_.attachments.remove(entity<AttachmentId>()); });
}
Result<void> Projector::operator()(const AttachmentPut& put) {
  return showAttachment(put.attachment.reflection);
}
Result<void> Projector::operator()(const AttachmentRemoved& removed) {
  return showAttachment(removed.reflection);
}

// Case studies -----------------------------------------------------------------------------------

Result<void> Projector::operator()(const CaseStudyStarted& started) {
  J_TRY(const auto present, to_.caseStudies.find(started.study.id));
  return present ? Result<void>() : to_.caseStudies.insert(started.study, position_);
}

Result<void> Projector::operator()(const TitleSet&) {
  J_TRY(const auto stored, study(entity<CaseStudyId>()));
  J_TRY(const Heads heads, advance(stored.madeOp));
  J_TRY(const Shown what, joinedPut<TitleSet>(heads));
  if (what.record == nullptr) return {};  // the title it was started with
  J_CHECK(to_.caseStudies.setTitle(stored.study.id, std::get<TitleSet>(*what.record).title));
  return compare(heads, *what.record);
}

Result<void> Projector::showClaim(CaseStudyId id) {
  J_TRY(const auto stored, study(id));
  J_TRY(const auto madeBy, to_.caseStudies.claimMadeBy(entity<ClaimId>()));
  return presence<ClaimPut>(
      madeBy,
      [&](const ClaimPut& what, OpPosition made) {
        return to_.caseStudies.putClaim(stored.study.id, what.claim, made);
      },
      [&] { return to_.caseStudies.removeClaim(entity<ClaimId>()); });
}
Result<void> Projector::operator()(const ClaimPut& put) {
  return showClaim(put.study);
}
Result<void> Projector::operator()(const ClaimRemoved& removed) {
  return showClaim(removed.study);
}

Result<void> Projector::operator()(const AgreementSet&) {
  J_TRY(const auto stored, study(entity<CaseStudyId>()));
  J_TRY(const Heads heads, advance(stored.madeOp));
  J_TRY(const Shown what, shown(heads));
  if (const auto* set = std::get_if<AgreementSet>(what.record)) {
    J_CHECK(to_.caseStudies.setAgreement(stored.study.id, set->agreement));
  }
  return compare(heads, *what.record);
}

Result<void> Projector::operator()(const ReviewRecorded& recorded) {
  J_TRY(const auto stored, study(entity<CaseStudyId>()));
  J_TRY(const Heads heads, advance(stored.madeOp));
  if (heads.size() == 1) return to_.caseStudies.addEvent(stored.study.id, recorded.event);
  // Reviewed on two devices apart: everything that happened, by stamp.
  std::vector<OpPosition> events;
  std::vector<OpPosition> waiting = heads;
  while (!waiting.empty()) {
    const OpPosition at = waiting.back();
    waiting.pop_back();
    if (std::find(events.begin(), events.end(), at) != events.end()) continue;
    J_TRY(const LogEntry entry,
          at == position_ ? Result<LogEntry>(entry_) : readEntry(to_.log, at));
    if (entry.field != Field::Trail) continue;
    events.push_back(at);
    const auto before = to_.devices.positionsOf(entry.parents);
    waiting.insert(waiting.end(), before.begin(), before.end());
  }
  J_TRY(const auto ordered, byStamp(to_.log, events));
  std::vector<ReviewEvent> trail;
  for (OpPosition at : ordered) {
    J_TRY(const Record record, recordAt(at));
    if (const auto* one = std::get_if<ReviewRecorded>(&record)) trail.push_back(one->event);
  }
  return to_.caseStudies.setTrail(stored.study.id, trail);
}

Result<void> Projector::operator()(const DepartureRecorded& recorded) {
  J_TRY(const auto stored, study(entity<CaseStudyId>()));
  J_TRY(const Heads heads, advance(stored.madeOp));
  return to_.caseStudies.addDeparture(stored.study.id, recorded.bytes, recorded.at, position_);
}

}  // namespace journal::store
