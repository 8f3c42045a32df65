#include <algorithm>
#include <string>

#include "app/model/circle_held_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/notes.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kDrawerWidth = 340;

void drawTop(const model::EvidenceModel& model, const Frame& frame) {
  const ui::ButtonStyle report{.icon = ui::Icon::FileDocumentBox};
  {
    ui::Row row(8, 44);
    ui::title(tr::kEvidenceTitle);
    row.pushRight(ui::buttonWidth(tr::kMakeReport, report));
    if (ui::button("report", tr::kMakeReport, report)) frame.intents.push(model::WriteReport{});
  }
  ui::small(tr::kEvidenceDetail);
  if (!model.reportLine.empty()) {
    ui::banner("report-line", model.reportLine,
               {.attention = false, .icon = ui::Icon::FileDocumentBox});
  }
}

void drawCard(std::size_t index, const model::FigureCard& card, const Frame& frame) {
  const ui::Domain domain = domainOf(static_cast<int>(index));
  const ui::Card paper(ui::key("domain", card.domain), {.padX = 16, .padY = 12, .gap = 0});
  {
    ui::Row row(8, 36);
    ui::noteHead({.domain = domain, .radius = 7});
    ui::text(card.domain,
             {.type = ui::Type::BodyStrong, .colour = ui::domainInk(domain), .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, card.passages) + 2);
    ui::small(card.passages);
  }
  for (const model::FigureRow& figure : card.rows) {
    ui::hairline();
    ui::FigureModel row;
    row.domain = domain;
    row.number = figure.number;
    row.name = figure.name;
    row.movement = figure.movement;
    row.detail = figure.detail;
    row.first = figure.first;
    row.latest = figure.latest;
    row.enough = figure.enough;
    row.tooFew = tr::kTooFew;
    row.chosen = figure.chosen;
    if (ui::figureRow(ui::key("figure", figure.outcome), row)) {
      frame.intents.push(model::OpenFigure{figure.outcome});
    }
  }
}

void drawCoverage(const model::EvidenceModel& model) {
  const ui::Card paper("coverage", {.padX = 18, .padY = 14, .gap = 10});
  {
    ui::Row row(8, 24);
    ui::bodyStrong(tr::kWhereNotLooked);
    row.pushRight(ui::textWidth(ui::Type::Small, tr::kCoverageRule) + 2);
    ui::small(tr::kCoverageRule);
  }
  ui::CoverageModel table;
  for (std::size_t d = 0; d < model.cards.size(); ++d) {
    for (const model::FigureRow& figure : model.cards[d].rows) {
      table.columns.push_back(
          {domainOf(static_cast<int>(d)), std::to_string(figure.number), figure.name});
    }
  }
  for (const model::CoverageLine& line : model.coverage) {
    ui::CoverageModel::Row row;
    row.name = line.setting;
    for (const model::CoverageLine::Cell& cell : line.cells) {
      row.cells.push_back({cell.words, cell.counted, cell.spoken});
    }
    table.rows.push_back(std::move(row));
  }
  ui::coverageTable("table", table);
}

void drawThemesThatLeft(const std::vector<model::ThemeTerm>& terms) {
  const ui::Card paper("themes", {.padX = 18, .padY = 14, .gap = 8});
  ui::subhead(tr::kThemesThatLeft);
  ui::small(terms.empty() ? tr::kNoThemesLeft : tr::kThemesThatLeftBody);
  for (const model::ThemeTerm& term : terms) {
    ui::hairline(4, 4);
    ui::text(term.term, {.type = ui::Type::BodyStrong, .role = "heading"});
    for (const model::ThemeTerm::Line& line : term.lines) {
      ui::quote(line.words);
      ui::tiny(line.kind);
    }
  }
}

void drawDrawer(const model::DrawerModel& model, const Frame& frame) {
  const ui::Domain domain = domainOf(model.domain);
  {
    ui::Row row(8, 36);
    ui::noteHead({.domain = domain, .radius = 7});
    ui::text(model.outcomeName, {.type = ui::Type::BodyStrong, .colour = ui::domainInk(domain)});
    row.pushRight(36);
    if (ui::iconButton("close", ui::Icon::Close, tr::kClose)) {
      frame.intents.push(model::CloseFigure{});
    }
  }
  ui::heading(model.heading);
  if (model.enough) {
    ui::FigureModel figure;
    figure.domain = domain;
    figure.name = model.outcomeName;
    figure.first = model.first;
    figure.latest = model.latest;
    ui::figureStave("stave", figure, model.firstWords, model.latestWords);
  }
  ui::small(model.explanation);
  ui::space(4);
  ui::smallStrong(tr::kPassagesBehind);
  if (!model.passagesHidden.empty()) ui::small(model.passagesHidden);
  for (const model::DrawerPassage& passage : model.passages) {
    ui::hairline(2, 2);
    ui::quote(passage.words);
    ui::Row row(8, 20);
    ui::tiny(passage.where);
    row.pushRight(ui::textWidth(ui::Type::Tiny, passage.voice) + 2);
    ui::tiny(passage.voice);
  }
}

}  // namespace

void drawEvidence(const model::EvidenceModel& model, const Frame& frame) {
  const ui::Scope scope("evidence");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const ui::Rect& main = frame.metrics.content;
  const bool beside = model.drawer && main.w >= 1000;
  const float drawer = beside ? kDrawerWidth : 0;
  if (model.drawer && !beside) {
    const ui::Region sheet(
        "drawer", main,
        {.fill = ui::Token::Paper, .padX = 24, .padY = 24, .gap = 10, .scroll = true});
    return drawDrawer(*model.drawer, frame);
  }
  if (beside) {
    const ui::Rect right{main.right() - drawer, main.y, drawer, main.h};
    ui::fillRect({right.x, right.y, 1, right.h}, ui::Token::Line);
    const ui::Region side(
        "drawer", {right.x + 1, right.y, drawer - 1, right.h},
        {.fill = ui::Token::Paper, .padX = 26, .padY = 20, .gap = 10, .scroll = true});
    drawDrawer(*model.drawer, frame);
  }
  const ui::Region page("page", {main.x, main.y, main.w - drawer, main.h},
                        screenStyle(frame.metrics, ui::Token::Clear));
  drawTop(model, frame);
  if (!model.loaded) return;
  if (model.empty) ui::emptyState("none", tr::kEvidence, tr::kNoFigures);
  if (main.w - drawer < 800) {
    for (std::size_t i = 0; i < model.cards.size(); ++i) drawCard(i, model.cards[i], frame);
  } else {
    ui::Columns columns({ui::share(), ui::share(), ui::share()}, 12);
    for (std::size_t i = 0; i < model.cards.size(); ++i) {
      columns.next();
      drawCard(i, model.cards[i], frame);
    }
  }
  drawCoverage(model);
  drawThemesThatLeft(model.themes);
}

}  // namespace app::view
