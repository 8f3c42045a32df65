#include "app/model/evidence_controller.h"

#include <variant>

#include "app/model/ask_evidence.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

EvidenceController::EvidenceController(Context& context) : context_(context) {}

void EvidenceController::handle(const EvidenceIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void EvidenceController::visit(Place place) {
  if (place == Place::Review) reloadQueue();
  if (place != Place::Evidence) return;
  reloadOverview();
  reloadThemes();
}

void EvidenceController::reloadThemes() {
  if (!mayVisit(Place::Evidence, context_.person.role)) return;
  askEvidence<std::vector<journal::LeavingTheme>>(
      context_, [](EvidenceDoor& door) { return door.themes(); },
      [this](Result<std::vector<journal::LeavingTheme>> themes) {
        if (themes.ok())
          themes_ = std::move(themes).value();
        else
          context_.say(themes.error());
      });
}

void EvidenceController::reloadQueue() {
  if (!mayVisit(Place::Review, context_.person.role)) return;
  askEvidence<std::vector<QueueItem>>(
      context_, [role = context_.person.role](EvidenceDoor& door) { return door.queue(role); },
      [this](Result<std::vector<QueueItem>> queue) {
        if (queue.ok())
          queue_ = std::move(queue).value();
        else
          context_.say(queue.error());
      });
}

void EvidenceController::reloadOverview() {
  if (!mayVisit(Place::Evidence, context_.person.role)) return;
  askEvidence<EvidenceOverview>(
      context_,
      [reader = context_.person, framework = context_.library.framework](EvidenceDoor& door) {
        return door.overview(reader, framework);
      },
      [this](Result<EvidenceOverview> overview) {
        if (overview.ok())
          overview_ = std::move(overview).value();
        else
          context_.say(overview.error());
      });
}

void EvidenceController::on(const OpenReview& intent) {
  wipe(context_.state.ui.review.reason);
  askEvidence<ReviewPiece>(
      context_,
      [id = intent.study, reader = context_.person](EvidenceDoor& door) {
        return door.piece(id, reader);
      },
      [this](Result<ReviewPiece> piece) {
        if (piece.ok())
          piece_ = std::move(piece).value();
        else
          context_.say(piece.error());
      });
}

void EvidenceController::on(const Decide& intent) {
  if (!piece_) return;
  journal::ReviewRequest request;
  request.action = intent.action;
  request.by = context_.person.name;
  request.role = context_.person.role;
  request.reason = context_.state.ui.review.reason;
  askEvidence<journal::ReviewStep>(
      context_, [id = piece_->id, request](EvidenceDoor& door) { return door.decide(id, request); },
      [this, action = intent.action](Result<journal::ReviewStep> step) {
        if (!step.ok()) return context_.say(step.error());
        piece_.reset();
        wipe(context_.state.ui.review.reason);
        if (*step == journal::ReviewStep::Approved)
          context_.say("Approved. It is in the evidence.");
        else if (action == journal::ReviewAction::Return)
          context_.say("Returned with your note.");
        else if (action == journal::ReviewAction::Hold)
          context_.say("On hold.");
        else
          context_.say("Passed on.");
        reloadQueue();
      });
}

void EvidenceController::on(const OpenFigure& intent) {
  opened_ = OpenedFigureWords{intent.outcome, true, {}, {}};
  askEvidence<std::vector<EvidencePassage>>(
      context_,
      [outcome = intent.outcome, reader = context_.person, framework = context_.library.framework](
          EvidenceDoor& door) { return door.passagesBehind(outcome, reader, framework); },
      [this, outcome = intent.outcome](Result<std::vector<EvidencePassage>> passages) {
        if (!opened_ || opened_->outcome != outcome) return;
        opened_->loading = false;
        if (passages.ok())
          opened_->passages = std::move(passages).value();
        else
          opened_->hidden = tr::sentence(passages.error());
      });
}

void EvidenceController::on(const CloseFigure&) {
  opened_.reset();
}

void EvidenceController::on(const WriteReport&) {
  reportLine_ = tr::kMakingReport;
  askEvidence<std::string>(
      context_,
      [by = context_.person, framework = context_.library.framework](EvidenceDoor& door) {
        return door.writeReport(by, framework);
      },
      [this](Result<std::string> where) {
        reportLine_ = where.ok() ? "The report is in " + *where : tr::sentence(where.error());
      });
}

void EvidenceController::refresh() {
  AppState& state = context_.state;
  state.models.review = buildReview(
      {queue_, piece_, context_.person, state.ui.review.reason, context_.library.framework});
  state.models.evidence = buildEvidence(overview_, opened_, context_.library.framework);
  state.models.evidence.themes = buildThemes(themes_);
  state.models.evidence.reportLine = reportLine_;
}

void EvidenceController::forget() {
  queue_.clear();
  piece_.reset();
  overview_.reset();
  opened_.reset();
  themes_.clear();
  reportLine_.clear();
}

}  // namespace app::model
