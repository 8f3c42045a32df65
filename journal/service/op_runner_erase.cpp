// Erasing for good, and what is kept in place of what goes.

#include <algorithm>

#include "journal/domain/own_learning.h"
#include "journal/domain/retention.h"
#include "journal/service/op_runner.h"
#include "journal/store/erasing.h"

namespace journal::service {
namespace {

using store::EntityId;
using store::entityOf;
using store::Field;

Error isOut(const CaseStudy& study) {
  return Error{ErrorCode::Conflict,
               "case study " + study.id.hex() + " is out of its author's hands",
               "The case study \"" + study.title +
                   "\" quotes it or is part of it, and others have it. Withdraw the case study "
                   "first: what is in the evidence store is pulled by that."};
}

std::set<EntityId> subjectsOfErase(const Erase& op) {
  std::set<EntityId> subjects;
  for (const ReflectionId& id : op.reflections) subjects.insert(entityOf(id));
  for (const OwnLearning& one : op.replaced) subjects.insert(entityOf(one.from));
  for (const CaseStudyId& id : op.caseStudies) subjects.insert(entityOf(id));
  for (const IntentionId& id : op.intentions) subjects.insert(entityOf(id));
  for (const SlotId& id : op.slots) subjects.insert(entityOf(id));
  for (const WordId& id : op.words) subjects.insert(entityOf(id));
  for (const PermissionId& id : op.permissions) subjects.insert(entityOf(id));
  if (op.name) subjects.insert(entityOf(*op.name));
  return subjects;
}

std::vector<ReflectionId> reflectionsOf(const Erase& op) {
  std::vector<ReflectionId> reflections = op.reflections;
  for (const OwnLearning& one : op.replaced) reflections.push_back(one.from);
  return reflections;
}

}  // namespace

Result<void> OpRunner::requireErasable(const std::vector<ReflectionId>& reflections) {
  for (const ReflectionId& id : reflections) {
    J_TRY(const auto stored, parts_.stored(id));
    if (!stored.reflection.held) continue;
    return Error{ErrorCode::Conflict, "reflection " + id.hex() + " is on hold",
                 "This entry is on safeguarding hold. It stays until the DSL has received it and "
                 "says that it may go."};
  }
  return {};
}

Result<std::vector<CaseStudy>> OpRunner::requotedStudies(const Erase& op,
                                                         const std::set<EntityId>& reflections) {
  for (const CaseStudyId& id : op.caseStudies) {
    J_TRY(const auto stored, study(id));
    if (!isWithItsAuthor(stored.study.step)) return isOut(stored.study);
  }
  std::set<EntityId> quoting;
  if (!reflections.empty()) {
    J_TRY(quoting, store::studiesQuoting(*parts_.database, reflections));
  }
  for (const CaseStudyId& id : op.requoted) quoting.insert(entityOf(id));
  for (const CaseStudyId& id : op.caseStudies) quoting.erase(entityOf(id));
  std::vector<CaseStudy> studies;
  for (const EntityId& id : quoting) {
    J_TRY(auto stored, study(CaseStudyId::fromBytes(id.bytes())));
    if (!isWithItsAuthor(stored.study.step)) return isOut(stored.study);
    studies.push_back(std::move(stored.study));
  }
  return studies;
}

Result<void> OpRunner::recordErased(const std::set<EntityId>& subjects,
                                    const std::set<EntityId>& reflections) {
  for (const EntityId& id : subjects) {
    std::vector<store::OpPosition> words;
    if (reflections.contains(id)) {
      const auto reflection = ReflectionId::fromBytes(id.bytes());
      J_TRY(const auto stored, parts_.stored(reflection));
      J_TRY(words, wordsOf(reflection, stored.madeOp));
    }
    J_CHECK(record({id, Field::Erasure, std::nullopt}, store::Erased{}, words));
  }
  return store::eraseEntries(*parts_.database, parts_.projections, subjects);
}

Result<void> OpRunner::keepLearning(const std::vector<OwnLearning>& replaced) {
  for (const OwnLearning& one : replaced) {
    J_CHECK((*this)(WriteReflection{one.kept, one.tags, std::nullopt}));
    for (const Intention& meant : one.intentions) J_CHECK((*this)(PutIntention{meant}));
  }
  return {};
}

Result<void> OpRunner::freshen(Claim& claim, const std::vector<OwnLearning>& replaced) {
  claim.id = ClaimId::random(parts_.random);
  std::vector<EvidenceLink> left;
  for (EvidenceLink& link : claim.evidence) {
    J_TRY(const auto tag, parts_.projections.tags.find(link.tag));
    if (!tag) continue;
    const bool isOfKept =
        std::any_of(replaced.begin(), replaced.end(),
                    [&](const OwnLearning& one) { return one.kept.id == tag->tag.reflection; });
    if (isOfKept) link.quoteWhenLinked = tag->tag.quote;
    left.push_back(std::move(link));
  }
  claim.evidence = std::move(left);
  return {};
}

/// Under another id, as a draft: the words of its author, and the quotes of what is still there.
Result<void> OpRunner::goOnWith(std::vector<CaseStudy> studies, const Erase& op,
                                const std::vector<KnownName>& names) {
  const NameMatcher matcher(withCodesAsSpellings(names));
  const Mentioner mention = [&](std::string_view text) { return matcher.mention(text); };
  const TakenOut out = [&](NameId id) { return op.name == id; };
  const NameLookup lookup = [&](NameId id) { return findName(names, id); };
  for (CaseStudy& study : studies) {
    study.id = CaseStudyId::random(parts_.random);
    study.step = ReviewStep::Draft;
    study.trail.clear();
    study.title = plainWithoutPeople(study.title, out, lookup, mention);
    if (study.about == op.name) study.about.reset();
    for (Claim& claim : study.claims) {
      J_CHECK(freshen(claim, op.replaced));
      if (op.name) claim.text = withoutPeople(mention(claim.text), out, lookup);
    }
    const Subject subject{entityOf(study.id), Field::Whole, std::nullopt};
    J_CHECK(record(subject, store::CaseStudyStarted{std::move(study)}));
  }
  return {};
}

Result<void> OpRunner::operator()(const EraseReflection& op) {
  Erase all;
  all.reflections.push_back(op.reflection);
  return (*this)(all);
}

Result<void> OpRunner::operator()(const Erase& op) {
  std::set<EntityId> subjects = subjectsOfErase(op);
  if (subjects.empty() && op.requoted.empty() && op.groupSessions.empty()) return {};
  const auto reflections = reflectionsOf(op);
  std::set<EntityId> words;
  for (const ReflectionId& id : reflections) words.insert(entityOf(id));
  J_CHECK(requireErasable(reflections));
  J_CHECK(addRecords(op.groupSessions, subjects));
  if (op.name) {
    J_TRY(const auto known, parts_.projections.names.madeBy(*op.name));
    if (!known) return Error{ErrorCode::NotFound, "name " + op.name->hex()};
  }
  J_TRY(auto studies, requotedStudies(op, words));
  for (const CaseStudy& study : studies) subjects.insert(entityOf(study.id));
  J_CHECK(requireNoLegalHold(subjects));
  J_TRY(const auto* known, parts_.projections.names.all());
  const std::vector<KnownName> names = *known;
  J_CHECK(recordErased(subjects, words));
  if (op.name) parts_.namesChanged();
  J_CHECK(keepLearning(op.replaced));
  J_CHECK(goOnWith(std::move(studies), op, names));
  Changes& changes = result_.changes;
  changes.reflections = changes.tags = changes.names = changes.intentions = true;
  changes.caseStudies = changes.profiles = changes.words = changes.timetable = true;
  changes.permissions = changes.attachments = changes.groups = true;
  return {};
}

Result<void> OpRunner::operator()(const RenewCaseStudy& op) {
  J_TRY(const auto stored, study(op.study));
  const CaseStudy& present = stored.study;
  if (present.step != ReviewStep::Approved || !present.agreement) {
    return Error{ErrorCode::Conflict, "case study " + op.study.hex() + " is not approved",
                 "Only an approved case study is kept for longer."};
  }
  J_CHECK(requireDate(op.agreement.on));
  J_CHECK(requireDate(op.agreement.until));
  Agreement agreement = op.agreement;
  agreement.agreedBy = cleanLabel(op.agreement.agreedBy);
  agreement.howAsked = cleanLabel(op.agreement.howAsked);
  J_CHECK(requireRenewable(present, agreement));
  if (*present.agreement == agreement) return {};
  result_.changes.caseStudies = true;
  return record({entityOf(op.study), Field::Agreement, stored.madeOp},
                store::AgreementSet{std::move(agreement)});
}

}  // namespace journal::service
