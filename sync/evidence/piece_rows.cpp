#include "sync/evidence/piece_rows.h"

#include <utility>

#include "journal/domain/lesson.h"
#include "journal/exchange/submission_json.h"
#include "sync/wire/digest.h"

namespace syncing::evidence {

using journal::CaseStudyId;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::ReviewStep;
using journal::Submission;

namespace {

constexpr const char* kPieceColumns =
    "SELECT case_study, version, title, author, kind, use_level, agreed_until_day, dsl_must_agree, "
    "step, since_ms FROM piece WHERE service_id = :service ";

Result<PieceRow> pieceFrom(const storage::Statement& row) {
  const auto kind = journal::parseCaseStudyKind(row.text(4));
  const auto step = journal::parseReviewStep(row.text(8));
  if (!kind || !step) return Error{ErrorCode::Corrupt, "piece row: kind or step"};
  return PieceRow{caseStudyFrom(row.bytes(0)),
                  static_cast<int>(row.integer(1)),
                  row.text(2),
                  row.text(3),
                  *kind,
                  static_cast<int>(row.integer(5)),
                  static_cast<std::int32_t>(row.integer(6)),
                  row.integer(7) != 0,
                  *step,
                  row.integer(9)};
}

Result<std::vector<PieceRow>> piecesFrom(storage::Statement& select) {
  std::vector<PieceRow> pieces;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return pieces;
    J_TRY(auto piece, pieceFrom(select));
    pieces.push_back(std::move(piece));
  }
}

ReviewPassage forReading(const journal::SubmittedPassage& passage, bool withLevel) {
  const auto setting = journal::parseSetting(passage.setting);
  return {passage.text,
          passage.indicator,
          withLevel ? passage.level : std::nullopt,
          passage.voice,
          std::string(setting ? journal::title(*setting) : std::string_view()),
          passage.term,
          passage.ageBand,
          passage.instrumentFamily};
}

}  // namespace

Result<std::optional<PieceRow>> findPiece(const Context& context, const CaseStudyId& study) {
  J_TRY(auto select, context.prepare(std::string(kPieceColumns) + "AND case_study = :study"));
  select.bindBytes(":study", idBytes(study));
  J_TRY(const bool any, select.step());
  if (!any) return std::optional<PieceRow>();
  J_TRY(auto piece, pieceFrom(select));
  return std::optional<PieceRow>(std::move(piece));
}

Error noSuchPiece() {
  return Error{ErrorCode::NotFound, "no such case study",
               "That case study is not here, or not yet with you."};
}

Result<PieceRow> needPiece(const Context& context, const CaseStudyId& study) {
  J_TRY(auto piece, findPiece(context, study));
  if (!piece) return noSuchPiece();
  return std::move(*piece);
}

Result<std::vector<PieceRow>> piecesAt(const Context& context, ReviewStep step) {
  J_TRY(auto select, context.prepare(std::string(kPieceColumns) +
                                     "AND step = :step ORDER BY since_ms, case_study"));
  select.bind(":step", journal::name(step));
  return piecesFrom(select);
}

Result<std::vector<PieceRow>> piecesBy(const Context& context, std::string_view author) {
  J_TRY(auto select, context.prepare(std::string(kPieceColumns) +
                                     "AND author = :author ORDER BY since_ms DESC, case_study"));
  select.bind(":author", author);
  return piecesFrom(select);
}

Result<void> writePiece(const Context& context, const PieceRow& piece) {
  J_TRY(auto write, context.prepare(R"sql(
    INSERT INTO piece (service_id, case_study, version, title, author, kind, use_level,
                       agreed_until_day, dsl_must_agree, step, since_ms)
    VALUES (:service, :study, :version, :title, :author, :kind, :use, :until, :dsl, :step, :since)
    ON CONFLICT (service_id, case_study) DO UPDATE
    SET version = :version, title = :title, kind = :kind, use_level = :use,
        agreed_until_day = :until, dsl_must_agree = :dsl, step = :step, since_ms = :since)sql"));
  write.bindBytes(":study", idBytes(piece.study)).bind(":version", piece.version);
  write.bind(":title", piece.title).bind(":author", piece.author);
  write.bind(":kind", journal::name(piece.kind)).bind(":use", piece.useLevel);
  write.bind(":until", piece.agreedUntilDay).bind(":dsl", piece.dslMustAgree ? 1 : 0);
  return write.bind(":step", journal::name(piece.step)).bind(":since", piece.sinceMs).run();
}

Result<void> writeVersion(const Context& context, const PieceRow& piece, std::string_view bytes) {
  J_TRY(auto insert, context.prepare(R"sql(
    INSERT INTO piece_version (service_id, case_study, version, digest, bytes, received_ms)
    VALUES (:service, :study, :version, :digest, :bytes, :at))sql"));
  insert.bindBytes(":study", idBytes(piece.study)).bind(":version", piece.version);
  insert.bind(":digest", wire::digest({bytes})).bindBytes(":bytes", bytes);
  return insert.bind(":at", context.nowMs()).run();
}

Result<bool> hasVersion(const Context& context, const CaseStudyId& study, std::string_view digest) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT 1
    FROM piece_version
    WHERE service_id = :service AND case_study = :study AND digest = :digest)sql"));
  select.bindBytes(":study", idBytes(study)).bind(":digest", digest);
  return select.step();
}

Result<Submission> readVersion(const Context& context, const PieceRow& piece) {
  J_TRY(auto select, context.prepare(R"sql(
    SELECT bytes, digest
    FROM piece_version
    WHERE service_id = :service AND case_study = :study AND version = :version)sql"));
  select.bindBytes(":study", idBytes(piece.study)).bind(":version", piece.version);
  J_TRY(const bool any, select.step());
  if (!any || select.isNull(0)) return noSuchPiece();
  const std::string bytes = select.bytes(0);
  if (wire::digest({bytes}) != select.text(1))
    return Error{ErrorCode::Corrupt, "submission does not match its digest"};
  return journal::exchange::decodeSubmission(bytes);
}

ReviewPiece forReading(const PieceRow& row, const Submission& submission, bool withLevels) {
  ReviewPiece piece;
  piece.caseStudy = row.study;
  piece.title = submission.title;
  piece.author = row.author;
  piece.kind = row.kind;
  piece.version = row.version;
  piece.useLevel = row.useLevel;
  piece.agreedUntil = submission.agreedUntil;
  piece.step = row.step;
  for (const journal::SubmittedClaim& claim : submission.claims) {
    ReviewClaim shown{claim.text, {}};
    for (const journal::SubmittedPassage& passage : claim.passages)
      shown.passages.push_back(forReading(passage, withLevels));
    piece.claims.push_back(std::move(shown));
  }
  return piece;
}

}  // namespace syncing::evidence
