// What an author can see of what others see: the part of EvidenceStore for those who shared.
#include <set>

#include "sync/evidence/ledger.h"
#include "sync/evidence/piece_rows.h"
#include "sync/evidence/readings.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Result;

Result<std::vector<SeenPiece>> EvidenceStore::seen(const std::string& author) {
  const Context& context = impl_->context;
  J_TRY(const auto rows, piecesBy(context, author));
  std::vector<SeenPiece> pieces;
  for (const PieceRow& row : rows) {
    SeenPiece piece{row.study, row.title, row.version, row.step, timeFromMs(row.sinceMs), {}, {}};
    J_TRY(piece.readings, readingsOf(context, row.study));
    J_TRY(piece.uses, Ledger(context).usesOf(row.study));
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

Result<ReviewPiece> EvidenceStore::asManagersSee(CaseStudyId study, const std::string& author) {
  const Context& context = impl_->context;
  J_TRY(const PieceRow row, needPiece(context, study));
  if (row.author != author) return noSuchPiece();
  J_TRY(const auto submission, readVersion(context, row));
  return forReading(row, submission, false);
}

}  // namespace syncing::evidence
