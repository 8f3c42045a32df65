#include "app/model/seen_controller.h"

#include <fmt/format.h>

#include <variant>

#include "app/model/ask_evidence.h"
#include "app/model/build_evidence.h"
#include "app/model/display.h"
#include "app/model/seen_words.h"

namespace app::model {

using journal::Result;

namespace {

struct LocalDays {
  const journal::Clock& clock;
  std::string day(journal::UtcTime at) const {
    return dayMonthYear(journal::localDate(at, clock.utcOffset(at)));
  }
};

std::string readingWords(const SeenReading& reading, const LocalDays& days) {
  std::string what = reading.whole ? fmt::format("version {}", reading.version)
                                   : std::string("passages of it, behind a figure");
  return fmt::format("{}, {}, {}: {}", reading.by, roleWords(reading.role), days.day(reading.at),
                     what);
}

SeenRow rowOf(const SeenPiece& piece, const LocalDays& days) {
  SeenRow row;
  row.id = piece.id;
  row.readable = !piece.title.empty();
  row.title = row.readable ? piece.title : std::string(tr::kWithdrawnTitle);
  row.detail = fmt::format("{}, since {}", stepWords(piece.step), days.day(piece.since));
  for (const SeenReading& reading : piece.readings) {
    row.readings.push_back(readingWords(reading, days));
  }
  for (const SeenUse& use : piece.uses) {
    row.uses.push_back(
        fmt::format("Figures number {}, {}, for {}", use.release, days.day(use.at), use.by));
  }
  return row;
}

}  // namespace

void SeenController::handle(const SeenIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void SeenController::on(const SeeWhatTheySee&) {
  forget();
  open_ = true;
  loading_ = true;
  askEvidence<std::vector<SeenPiece>>(
      context_, [author = context_.person](EvidenceDoor& door) { return door.seen(author); },
      [this](Result<std::vector<SeenPiece>> pieces) {
        loading_ = false;
        if (pieces.ok())
          pieces_ = std::move(pieces).value();
        else
          problem_ = tr::sentence(pieces.error());
      });
}

void SeenController::on(const ReadAsTheyDo& intent) {
  problem_.clear();
  askEvidence<ReviewPiece>(
      context_,
      [id = intent.study, author = context_.person](EvidenceDoor& door) {
        return door.asManagersSee(id, author);
      },
      [this](Result<ReviewPiece> piece) {
        if (piece.ok())
          piece_ = std::move(piece).value();
        else
          problem_ = tr::sentence(piece.error());
      });
}

void SeenController::on(const BackToSeen&) {
  piece_.reset();
}

void SeenController::on(const CloseSeen&) {
  forget();
}

void SeenController::refresh() {
  SeenModel& model = context_.state.models.seen;
  model = SeenModel();
  if (!open_) return;
  model.open = true;
  model.loading = loading_;
  model.problem = problem_;
  const LocalDays days{context_.clock};
  for (const SeenPiece& piece : pieces_) model.rows.push_back(rowOf(piece, days));
  if (!piece_) return;
  PreviewModel shown;
  shown.title = piece_->title;
  shown.byLine = pieceByLine(*piece_);
  shown.claims = buildClaims(*piece_, context_.library.framework);
  model.piece = std::move(shown);
}

void SeenController::forget() {
  open_ = false;
  loading_ = false;
  problem_.clear();
  pieces_.clear();
  piece_.reset();
}

}  // namespace app::model
