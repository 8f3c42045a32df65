#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/case_study.h"
#include "sync/evidence/store_impl.h"

// Private to this folder: the rows of submitted case studies and the versions of each.

namespace syncing::evidence {

struct PieceRow {
  journal::CaseStudyId study;
  int version = 1;
  std::string title;
  std::string author;
  journal::CaseStudyKind kind = journal::CaseStudyKind::YoungPerson;
  int useLevel = 1;
  std::int32_t agreedUntilDay = 0;
  bool dslMustAgree = false;
  journal::ReviewStep step = journal::ReviewStep::FacilitatorCheck;
  std::int64_t sinceMs = 0;

  journal::ReviewSubject subject() const { return {step, author, dslMustAgree}; }
};

journal::Result<std::optional<PieceRow>> findPiece(const Context& context,
                                                   const journal::CaseStudyId& study);
/// NotFound with advice when it is not here.
journal::Result<PieceRow> needPiece(const Context& context, const journal::CaseStudyId& study);
/// For whoever may not see it, as if it were not there.
journal::Error noSuchPiece();
/// Those that have waited longest first.
journal::Result<std::vector<PieceRow>> piecesAt(const Context& context, journal::ReviewStep step);
/// Every piece of somebody, withdrawn ones too, by when something last happened to it.
journal::Result<std::vector<PieceRow>> piecesBy(const Context& context, std::string_view author);
journal::Result<void> writePiece(const Context& context, const PieceRow& piece);

journal::Result<void> writeVersion(const Context& context, const PieceRow& piece,
                                   std::string_view bytes);
journal::Result<bool> hasVersion(const Context& context, const journal::CaseStudyId& study,
                                 std::string_view digest);
/// The newest version, as sent. NotFound once its words were pulled; Corrupt when they are not what
/// was sent.
journal::Result<journal::Submission> readVersion(const Context& context, const PieceRow& piece);

/// Levels are for its author, and for the facilitator who checks them.
ReviewPiece forReading(const PieceRow& row, const journal::Submission& submission, bool withLevels);

}  // namespace syncing::evidence
