#include "app/model/build_evidence.h"

#include <algorithm>

#include "app/model/build_case_study.h"
#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/wording.h"
#include "journal/exchange/group_record.h"

namespace app::model {
namespace {

FigureRow buildFigure(const OutcomeFigure& figure, const journal::Framework& framework) {
  FigureRow row;
  row.outcome = figure.outcome;
  row.number = outcomeDigit(figure.outcome);
  row.name = outcomeShortName(framework, figure.outcome);
  row.movement = figure.movement;
  if (figure.shown) row.detail = figure.youngPeople;
  row.first = figure.first;
  row.latest = figure.latest;
  row.enough = figure.levels;
  return row;
}

DrawerModel buildDrawer(const OutcomeFigure& figure, const OpenedFigureWords& opened,
                        const journal::Framework& framework) {
  DrawerModel drawer;
  drawer.outcome = figure.outcome;
  drawer.outcomeName = outcomeShortName(framework, figure.outcome);
  drawer.enough = figure.levels;
  drawer.first = figure.first;
  drawer.latest = figure.latest;
  if (figure.levels) {
    const auto word = [&](int level) { return levelName(framework, journal::Level::of(level)); };
    drawer.heading = figure.first == figure.latest ? figure.movement
                                                   : "From " + lowerFirst(word(figure.first)) +
                                                         " to " + lowerFirst(word(figure.latest));
    drawer.firstWords = word(figure.first);
    drawer.latestWords = word(figure.latest);
    drawer.explanation =
        "The middle one of " + figure.youngPeople + " young people: " + figure.sentence + ".";
  } else {
    drawer.heading = drawer.outcomeName;
    drawer.explanation = "Levels show from ten young people. Here: " + figure.youngPeople + ".";
  }
  drawer.loading = opened.loading;
  drawer.passagesHidden = opened.hidden;
  for (const EvidencePassage& passage : opened.passages) {
    DrawerPassage row;
    row.words = passage.text;
    row.where = passage.setting;
    if (!passage.term.empty()) row.where += (row.where.empty() ? "" : ", ") + passage.term;
    row.voice = passage.voice;
    drawer.passages.push_back(std::move(row));
  }
  return drawer;
}

/// The facilitator passes on, the DSL agrees, the manager approves: their own step and no other.
journal::ReviewStep stepOf(journal::Role role) {
  switch (role) {
    case journal::Role::Facilitator:
      return journal::ReviewStep::FacilitatorCheck;
    case journal::Role::Dsl:
      return journal::ReviewStep::DslCheck;
    case journal::Role::Manager:
      return journal::ReviewStep::ManagerDecision;
    case journal::Role::Tutor:
    case journal::Role::ServiceAdministrator:
      break;
  }
  return journal::ReviewStep::Draft;
}

void addPiece(ReviewModel& model, const ReviewInputs& inputs) {
  const ReviewPiece& piece = *inputs.piece;
  model.open = true;
  model.title = piece.title;
  model.byLine = pieceByLine(piece);
  model.claims = buildClaims(piece, inputs.framework);
  for (const journal::ReviewEvent& event : piece.trail) model.trail.push_back(buildTrailRow(event));
  model.noteLabel = "Note to " + firstWord(piece.author);
  const bool held = piece.step == journal::ReviewStep::Held;
  const bool mine = piece.step == stepOf(inputs.person.role) || held;
  model.mayDecide = mine && piece.author != inputs.person.name;
  if (piece.author == inputs.person.name)
    model.notYoursLine = "Nobody decides on their own.";
  else if (!mine)
    model.notYoursLine = stepWords(piece.step) + ".";
  model.approveLabel =
      inputs.person.role == journal::Role::Manager ? tr::kApprove : tr::kAgreeAndPassOn;
  if (held) model.approveLabel = tr::kRelease;
  if (nothingTyped(inputs.reason)) {
    model.returnNotYet = tr::kNoteFirst;
    model.holdNotYet = tr::kNoteFirst;
  }
}

}  // namespace

std::vector<ThemeTerm> buildThemes(const std::vector<journal::LeavingTheme>& themes) {
  std::vector<ThemeTerm> terms;
  for (const journal::LeavingTheme& theme : themes) {
    std::string term = upperFirst(theme.term);
    if (terms.empty() || terms.back().term != term) terms.push_back({std::move(term), {}});
    terms.back().lines.push_back(
        {theme.words, std::string(journal::exchange::nameOfKept(theme.kind))});
  }
  return terms;
}

std::vector<PreviewClaim> buildClaims(const ReviewPiece& piece,
                                      const journal::Framework& framework) {
  std::vector<PreviewClaim> claims;
  for (const ReviewClaim& claim : piece.claims) {
    PreviewClaim shown;
    shown.text = claim.text;
    for (const ReviewPassage& passage : claim.passages) {
      PreviewPassage row;
      row.words = passage.text;
      if (const auto code = journal::IndicatorCode::parse(passage.indicator)) {
        row.domain = domainIndex(framework, code->domainCode());
        row.label = outcomeShortName(framework, code->outcomeCode());
        if (passage.level) {
          row.label += ", " + lowerFirst(levelName(framework, journal::Level::of(*passage.level)));
        }
      }
      row.detail = passage.setting + ", " + passage.term + ". " + voiceWords(passage.voice);
      shown.passages.push_back(std::move(row));
    }
    claims.push_back(std::move(shown));
  }
  return claims;
}

std::string pieceByLine(const ReviewPiece& piece) {
  return "Asked for at use level " + std::to_string(piece.useLevel) + ", " +
         useLevelWords(piece.useLevel) + ", until " + monthAndYear(piece.agreedUntil) + ".";
}

EvidenceModel buildEvidence(const std::optional<EvidenceOverview>& overview,
                            const std::optional<OpenedFigureWords>& opened,
                            const journal::Framework& framework) {
  EvidenceModel model;
  if (!overview) return model;
  model.loaded = true;
  for (const DomainFigures& domain : overview->domains) {
    FigureCard card;
    const journal::Domain* known = framework.findDomain(domain.domain);
    card.domain = known != nullptr ? known->name : domain.domain;
    card.passages = domain.passages;
    for (const OutcomeFigure& figure : domain.outcomes) {
      FigureRow row = buildFigure(figure, framework);
      row.chosen = opened && opened->outcome == figure.outcome;
      model.empty = model.empty && !figure.shown;
      if (row.chosen) {
        model.drawer = buildDrawer(figure, *opened, framework);
        model.drawer->domain = domainIndex(framework, domain.domain);
      }
      card.rows.push_back(std::move(row));
    }
    model.cards.push_back(std::move(card));
  }
  for (const CoverageRow& row : overview->coverage) {
    CoverageLine line;
    line.setting = row.setting;
    for (const CoverageCellWords& cell : row.cells) {
      line.cells.push_back({cell.words, cell.shown, cell.spoken});
      model.empty = model.empty && !cell.shown;
    }
    model.coverage.push_back(std::move(line));
  }
  return model;
}

ReviewModel buildReview(const ReviewInputs& inputs) {
  ReviewModel model;
  for (const QueueItem& item : inputs.queue) {
    ReviewQueueRow row;
    row.id = item.id;
    row.title = item.title;
    row.detail = item.author + ", since " +
                 dayAndMonth(journal::localDate(item.since, std::chrono::minutes{0}));
    row.step = stepWords(item.step);
    row.chosen = inputs.piece && inputs.piece->id == item.id;
    model.rows.push_back(std::move(row));
  }
  if (inputs.piece) addPiece(model, inputs);
  return model;
}

}  // namespace app::model
