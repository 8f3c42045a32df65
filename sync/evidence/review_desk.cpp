// Submissions and their review: the first half of EvidenceStore.
#include <algorithm>
#include <optional>
#include <utility>

#include "journal/domain/theme.h"
#include "journal/exchange/submission_json.h"
#include "sync/evidence/audit_chain.h"
#include "sync/evidence/evidence_store.h"
#include "sync/evidence/item_rows.h"
#include "sync/evidence/ledger.h"
#include "sync/evidence/piece_rows.h"
#include "sync/evidence/readings.h"
#include "sync/evidence/store_impl.h"
#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::ReviewAction;
using journal::ReviewEvent;
using journal::ReviewRequest;
using journal::ReviewStep;
using journal::Role;
using journal::Submission;

namespace {

/// Moves the piece and enters the step in the trail, together.
Result<void> take(const Context& context, PieceRow& piece, const ReviewRequest& request,
                  ReviewStep to) {
  const ReviewEvent event{context.clock.now(), request.by, request.role,  request.action,
                          piece.step,          to,         request.reason};
  J_CHECK(appendReview(context, piece.study, event));
  piece.step = to;
  piece.sinceMs = context.nowMs();
  return writePiece(context, piece);
}

Result<void> checkAgreement(const Context& context, const Submission& submission) {
  if (submission.useLevel < 1 || submission.useLevel > 3)
    return Error{ErrorCode::InvalidInput, "submission: use level",
                 "There is no agreement to use this yet, so it cannot be taken in."};
  if (journal::dayNumber(submission.agreedUntil) < context.today())
    return Error{ErrorCode::InvalidInput, "submission: agreement has run out",
                 "The agreement to use this has run out. Ask again, then send it."};
  return {};
}

Result<void> checkShape(const Submission& submission) {
  std::size_t passages = 0;
  for (const journal::SubmittedClaim& claim : submission.claims) {
    passages += claim.passages.size();
    for (const journal::SubmittedPassage& passage : claim.passages)
      if (!journal::isTermName(passage.term))
        return Error{ErrorCode::InvalidInput, "submission: term",
                     "A passage of this does not say its term, so it was not taken in. Ask its "
                     "author to submit it again."};
  }
  if (passages > 0) return {};
  return Error{ErrorCode::InvalidInput, "submission: no passages",
               "There are no passages behind this yet, so it was not taken in."};
}

/// Which step a first or a new version of a piece goes to.
Result<PieceRow> admitted(const Context& context, const Submission& submission,
                          const std::optional<PieceRow>& before) {
  if (before && before->author != submission.author)
    return Error{ErrorCode::Conflict, "submission: another author",
                 "This case study came from somebody else."};
  PieceRow piece;
  piece.study = submission.caseStudy;
  piece.version = before ? before->version + 1 : 1;
  piece.title = submission.title;
  piece.author = submission.author;
  piece.kind = submission.kind;
  piece.useLevel = submission.useLevel;
  piece.agreedUntilDay = journal::dayNumber(submission.agreedUntil);
  piece.dslMustAgree = submission.dslMustAgree || (before && before->dslMustAgree);
  piece.step = before ? before->step : ReviewStep::Draft;
  J_CHECK(checkAgreement(context, submission));
  J_CHECK(checkShape(submission));
  return piece;
}

Result<Withdrawal> pull(const Context& context, PieceRow& piece) {
  Withdrawal withdrawal;
  J_TRY(withdrawal.itemsPulled, pullItems(context, piece.study));
  J_TRY(withdrawal.uses, Ledger(context).usesOf(piece.study));
  J_TRY(auto erase, context.prepare(R"sql(
    UPDATE piece_version
    SET bytes = NULL
    WHERE service_id = :service AND case_study = :study)sql"));
  J_CHECK(erase.bindBytes(":study", idBytes(piece.study)).run());
  piece.title.clear();
  return withdrawal;
}

bool pullsEvidence(ReviewStep to) {
  return to == ReviewStep::Withdrawn || to == ReviewStep::Retired;
}

/// One step by nextStep, with everything that follows from it. Inside a transaction.
Result<Withdrawal> moveOn(const Context& context, PieceRow& piece, const ReviewRequest& request) {
  J_TRY(const ReviewStep to, journal::nextStep(piece.subject(), request));
  Withdrawal withdrawal;
  if (to == ReviewStep::Approved) {
    J_TRY(const Submission submission, readVersion(context, piece));
    if (!checkAgreement(context, submission).ok())
      return Error{ErrorCode::Conflict, "agreement has run out",
                   "The agreement to use this has run out. Return it, so that it can be asked for "
                   "again."};
    J_CHECK(insertItems(context, submission));
  }
  if (pullsEvidence(to)) {
    J_TRY(withdrawal, pull(context, piece));
  }
  J_CHECK(take(context, piece, request, to));
  return withdrawal;
}

/// At whose hands the piece went aside, so that a held one stays in that person's sight.
Result<std::optional<Role>> lastRole(const Context& context, const CaseStudyId& study) {
  J_TRY(const auto events, reviewsOf(context, study));
  if (events.empty()) return std::optional<Role>();
  return std::optional<Role>(events.back().role);
}

/// domain.md 5.6: drafts from step 4 for facilitators, when flagged for the DSL, from step 6 for
/// managers; approved pieces for everybody.
Result<bool> maySee(const Context& context, const PieceRow& piece, const Reader& reader) {
  if (pullsEvidence(piece.step)) return false;
  if (piece.step == ReviewStep::Approved || reader.name == piece.author) return true;
  switch (reader.role) {
    case Role::Facilitator:
      return true;
    case Role::Dsl:
      return piece.dslMustAgree && piece.step != ReviewStep::FacilitatorCheck;
    case Role::Manager: {
      if (piece.step == ReviewStep::ManagerDecision) return true;
      if (piece.step != ReviewStep::Held) return false;
      J_TRY(const auto last, lastRole(context, piece.study));
      return last == Role::Manager;
    }
    default:
      return false;
  }
}

std::optional<ReviewStep> stepOf(Role role) {
  switch (role) {
    case Role::Facilitator:
      return ReviewStep::FacilitatorCheck;
    case Role::Dsl:
      return ReviewStep::DslCheck;
    case Role::Manager:
      return ReviewStep::ManagerDecision;
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<ReviewStep> EvidenceStore::submit(std::string_view bytes) {
  const Context& context = impl_->context;
  J_TRY(const Submission submission, journal::exchange::decodeSubmission(bytes));
  ReviewStep step = ReviewStep::FacilitatorCheck;
  const auto done = context.database.transaction([&]() -> Result<void> {
    J_TRY(const auto before, findPiece(context, submission.caseStudy));
    J_TRY(const bool known, hasVersion(context, submission.caseStudy, wire::digest({bytes})));
    if (before && known) {
      step = before->step;
      return {};
    }
    J_TRY(auto piece, admitted(context, submission, before));
    const ReviewRequest request{ReviewAction::Submit, submission.author, Role::Tutor, ""};
    J_TRY(step, journal::nextStep(piece.subject(), request));
    J_CHECK(writeVersion(context, piece, bytes));
    return take(context, piece, request, step);
  });
  if (!done.ok()) return done.error();
  return step;
}

Result<std::vector<QueueItem>> EvidenceStore::queue(Role role) {
  const Context& context = impl_->context;
  const auto own = stepOf(role);
  std::vector<QueueItem> items;
  if (!own) return items;
  J_TRY(auto pieces, piecesAt(context, *own));
  J_TRY(const auto held, piecesAt(context, ReviewStep::Held));
  for (const PieceRow& piece : held) {
    J_TRY(const auto by, lastRole(context, piece.study));
    if (by == role) pieces.push_back(piece);
  }
  for (const PieceRow& piece : pieces)
    items.push_back({piece.study, piece.title, piece.author, piece.kind, piece.version,
                     timeFromMs(piece.sinceMs), piece.step});
  return items;
}

Result<ReviewPiece> EvidenceStore::piece(CaseStudyId study, const Reader& reader) {
  const Context& context = impl_->context;
  J_TRY(const PieceRow row, needPiece(context, study));
  J_TRY(const bool visible, maySee(context, row, reader));
  if (!visible) return noSuchPiece();
  const auto noted = context.database.transaction([&]() -> Result<void> {
    if (reader.name == row.author) return {};
    return noteReading(context, study, row.version, reader, Reading::What::Whole);
  });
  J_CHECK(noted);
  J_TRY(const Submission submission, readVersion(context, row));
  const bool checksLevels =
      reader.role == Role::Facilitator && row.step == ReviewStep::FacilitatorCheck;
  return forReading(row, submission, checksLevels || reader.name == row.author);
}

Result<ReviewStep> EvidenceStore::review(CaseStudyId study, const ReviewRequest& request) {
  const Context& context = impl_->context;
  if (request.action == ReviewAction::Submit)
    return Error{ErrorCode::InvalidInput, "review: submit without bytes"};
  ReviewStep step = ReviewStep::Draft;
  const auto done = context.database.transaction([&]() -> Result<void> {
    J_TRY(PieceRow piece, needPiece(context, study));
    J_TRY(const Withdrawal withdrawal, moveOn(context, piece, request));
    step = piece.step;
    return {};
  });
  if (!done.ok()) return done.error();
  return step;
}

Result<Withdrawal> EvidenceStore::withdraw(CaseStudyId study, const ReviewRequest& request) {
  const Context& context = impl_->context;
  if (request.action != ReviewAction::Withdraw)
    return Error{ErrorCode::InvalidInput, "withdraw: another action"};
  Withdrawal withdrawal;
  const auto done = context.database.transaction([&]() -> Result<void> {
    J_TRY(PieceRow piece, needPiece(context, study));
    J_TRY(withdrawal, moveOn(context, piece, request));
    return {};
  });
  if (!done.ok()) return done.error();
  return withdrawal;
}

Result<std::vector<ReviewEvent>> EvidenceStore::outcomes(CaseStudyId study) {
  return reviewsOf(impl_->context, study);
}

Result<std::vector<ReviewPiece>> EvidenceStore::approved() {
  const Context& context = impl_->context;
  J_TRY(const auto rows, piecesAt(context, ReviewStep::Approved));
  std::vector<ReviewPiece> pieces;
  for (const PieceRow& row : rows) {
    if (row.agreedUntilDay < context.today()) continue;
    J_TRY(const Submission submission, readVersion(context, row));
    pieces.push_back(forReading(row, submission, false));
  }
  return pieces;
}

}  // namespace syncing::evidence
