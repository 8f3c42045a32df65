// The ops of case studies.

#include <algorithm>

#include "journal/domain/mention.h"
#include "journal/service/op_runner.h"
#include "journal/store/joined_records.h"

namespace journal::service {
namespace {

using store::entityOf;
using store::Field;

const Claim* findClaim(const CaseStudy& study, ClaimId id) {
  for (const Claim& claim : study.claims) {
    if (claim.id == id) return &claim;
  }
  return nullptr;
}

/// Whether the step follows from the rule, with the DSL asked or not: the service may have asked
/// for the DSL when this journal does not.
bool isAllowed(const CaseStudy& study, const ReviewEvent& event) {
  for (const bool dslMustAgree : {false, true}) {
    const auto next = nextStep({study.step, study.author, dslMustAgree},
                               {event.action, event.by, event.role, event.reason});
    if (next.ok() && next.value() == event.to) return true;
  }
  return false;
}

/// Fit to be kept: short, each about other words.
Result<std::vector<Blur>> cleanBlurs(const std::vector<Blur>& blurs) {
  std::vector<Blur> clean;
  for (const Blur& blur : blurs) {
    Blur one{sanitisePlain(blur.words), blur.stays, {}};
    if (!blur.stays) one.instead = trimmed(sanitisePlain(blur.instead));
    if (one.words.empty())
      return Error{ErrorCode::InvalidInput, "no words to decide about",
                   "Say which words it is that you decide about."};
    if (one.words.size() > kMostBlurBytes || one.instead.size() > kMostBlurBytes)
      return Error{ErrorCode::InvalidInput, "words to decide about",
                   "Decide about a few words at a time: a sentence is too long for this."};
    clean = decided(std::move(clean), std::move(one));
  }
  if (clean.size() > kMostBlurs)
    return Error{ErrorCode::InvalidInput, "too many decisions",
                 "There is more to decide about here than a case study can hold."};
  return clean;
}

}  // namespace

Result<store::StoredCaseStudy> OpRunner::study(CaseStudyId id) {
  J_TRY(auto stored, parts_.projections.caseStudies.find(id));
  if (!stored) return Error{ErrorCode::NotFound, "case study " + id.hex()};
  return std::move(*stored);
}

Result<store::StoredCaseStudy> OpRunner::openStudy(CaseStudyId id) {
  J_TRY(auto stored, study(id));
  if (mayBeChanged(stored.study.step)) return stored;
  return Error{ErrorCode::Conflict, "case study " + id.hex() + " is out of its author's hands",
               "This case study is with its reviewers. Withdraw it, or wait until it comes back, "
               "to change it."};
}

Result<void> OpRunner::requireLinkable(const Claim& claim, const CaseStudy& study) {
  const Claim* before = findClaim(study, claim.id);
  for (const EvidenceLink& link : claim.evidence) {
    // A link that is already there may stay while its words are gone: the author decides.
    const bool known = before != nullptr &&
                       std::any_of(before->evidence.begin(), before->evidence.end(),
                                   [&](const EvidenceLink& old) { return old.tag == link.tag; });
    if (known) continue;
    J_TRY(const auto tag, parts_.usableTag(link.tag));
    if (!tag) {
      return Error{ErrorCode::Conflict, "tag " + link.tag.hex() + " cannot be used",
                   "One of these passages is not available: its tag is gone, or its reflection is "
                   "in the bin or on safeguarding hold."};
    }
  }
  return {};
}

Result<Claim> OpRunner::cleanClaim(const Claim& claim, const CaseStudy& study) {
  J_CHECK(requireId(claim.id.isNil()));
  J_CHECK(requireLinkable(claim, study));
  Claim clean = claim;
  J_TRY(clean.text, cleanText(claim.text));
  for (EvidenceLink& link : clean.evidence) {
    J_CHECK(requireLength(link.quoteWhenLinked.size()));
    link.quoteWhenLinked = sanitiseStored(link.quoteWhenLinked);
  }
  return clean;
}

Result<void> OpRunner::operator()(const StartCaseStudy& op) {
  J_CHECK(requireId(op.study.id.isNil()));
  J_TRY(const auto present, parts_.projections.caseStudies.find(op.study.id));
  if (present) return {};
  CaseStudy study = op.study;
  study.title = cleanLabel(op.study.title);
  study.author = cleanLabel(op.study.author);
  study.step = ReviewStep::Draft;
  study.trail.clear();
  if (study.madeAt == UtcTime{}) study.madeAt = now_;
  study.claims.clear();
  for (const Claim& claim : op.study.claims) {
    J_TRY(const auto taken, parts_.projections.caseStudies.claimMadeBy(claim.id));
    if (taken) return Error{ErrorCode::Conflict, "claim " + claim.id.hex() + " exists already"};
    J_TRY(Claim clean, cleanClaim(claim, study));
    study.claims.push_back(std::move(clean));
  }
  result_.changes.caseStudies = true;
  const CaseStudyId id = study.id;
  J_TRY(auto blurs, cleanBlurs(study.blurs));
  J_CHECK(record({entityOf(id), Field::Whole, std::nullopt},
                 store::CaseStudyStarted{std::move(study)}));
  return blurs.empty() ? Result<void>() : (*this)(SetBlurs{id, std::move(blurs)});
}

Result<void> OpRunner::operator()(const SetCaseStudyTitle& op) {
  J_TRY(const auto stored, openStudy(op.study));
  std::string title = cleanLabel(op.title);
  J_CHECK(requireLength(title.size()));
  if (op.basedOn) title = store::joinedLine(&*op.basedOn, title, stored.study.title);
  if (title == stored.study.title) return {};
  result_.changes.caseStudies = true;
  return record({entityOf(op.study), Field::Title, stored.madeOp},
                store::TitleSet{std::move(title)});
}

Result<void> OpRunner::operator()(const PutClaim& op) {
  J_TRY(const auto stored, openStudy(op.study));
  J_TRY(Claim claim, cleanClaim(op.claim, stored.study));
  const Claim* before = findClaim(stored.study, claim.id);
  if (op.basedOn && before != nullptr && *op.basedOn != *before) {
    claim = store::joined(&*op.basedOn, claim, *before, parts_.reader.mergeTexts);
  }
  if (before != nullptr && *before == claim) return {};
  J_TRY(const auto madeBy, parts_.projections.caseStudies.claimMadeBy(claim.id));
  if (madeBy && before == nullptr) {
    return Error{ErrorCode::Conflict, "claim " + claim.id.hex() + " is of another case study"};
  }
  result_.changes.caseStudies = true;
  const Subject subject{entityOf(claim.id), Field::Whole, madeBy};
  return record(subject, store::ClaimPut{op.study, std::move(claim)}, {stored.madeOp});
}

Result<void> OpRunner::operator()(const RemoveClaim& op) {
  J_TRY(const auto stored, openStudy(op.study));
  if (findClaim(stored.study, op.claim) == nullptr) {
    return Error{ErrorCode::NotFound, "claim " + op.claim.hex()};
  }
  J_TRY(const auto madeBy, parts_.projections.caseStudies.claimMadeBy(op.claim));
  result_.changes.caseStudies = true;
  return record({entityOf(op.claim), Field::Whole, madeBy}, store::ClaimRemoved{op.study});
}

Result<void> OpRunner::operator()(const SetBlurs& op) {
  J_TRY(const auto stored, openStudy(op.study));
  J_TRY(auto blurs, cleanBlurs(op.blurs));
  J_TRY(const auto before, parts_.blurs(op.study));
  if (blurs == before) return {};
  result_.changes.caseStudies = true;
  J_TRY(const auto present, parts_.projections.blurs.madeBy(entityOf(op.study)));
  return record({entityOf(op.study), Field::Blurs, present}, store::BlursSet{std::move(blurs)},
                {stored.madeOp});
}

Result<void> OpRunner::operator()(const SetAgreement& op) {
  J_TRY(const auto stored, openStudy(op.study));
  J_CHECK(requireDate(op.agreement.on));
  J_CHECK(requireDate(op.agreement.until));
  Agreement agreement = op.agreement;
  agreement.agreedBy = cleanLabel(op.agreement.agreedBy);
  agreement.howAsked = cleanLabel(op.agreement.howAsked);
  if (stored.study.agreement == agreement) return {};
  result_.changes.caseStudies = true;
  return record({entityOf(op.study), Field::Agreement, stored.madeOp},
                store::AgreementSet{std::move(agreement)});
}

Result<void> OpRunner::operator()(const RecordReview& op) {
  J_TRY(const auto stored, study(op.study));
  const std::vector<ReviewEvent>& trail = stored.study.trail;
  if (!trail.empty() && trail.back() == op.event) return {};
  if (op.event.from != stored.study.step || !isAllowed(stored.study, op.event)) {
    return Error{ErrorCode::Conflict, "review step of case study " + op.study.hex(),
                 "This step does not follow from where the case study stands now."};
  }
  ReviewEvent event = op.event;
  event.by = cleanLabel(op.event.by);
  event.reason = cleanLabel(op.event.reason);
  result_.changes.caseStudies = true;
  return record({entityOf(op.study), Field::Trail, stored.madeOp},
                store::ReviewRecorded{std::move(event)});
}

Result<void> OpRunner::operator()(const RecordDeparture& op) {
  J_TRY(const auto stored, openStudy(op.study));
  J_CHECK(requireLength(op.bytes.size()));
  // The last door before words leave: nothing held or binned passes, whoever prepared the bytes.
  for (const Claim& claim : stored.study.claims) {
    for (const EvidenceLink& link : claim.evidence) {
      J_TRY(const auto tag, parts_.usableTag(link.tag));
      if (!tag) {
        return Error{ErrorCode::Conflict, "tag " + link.tag.hex() + " cannot be used",
                     "A passage of this case study is in the bin or on safeguarding hold, so it "
                     "cannot leave."};
      }
    }
  }
  J_TRY(const bool already, parts_.projections.caseStudies.hasDeparted(op.study, op.bytes));
  if (already) return {};
  result_.changes.caseStudies = true;
  return record({entityOf(op.study), Field::Departures, stored.madeOp},
                store::DepartureRecorded{op.bytes, op.at});
}

}  // namespace journal::service
