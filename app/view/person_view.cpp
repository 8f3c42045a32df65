#include <string>

#include "app/model/your_data_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/notes.h"
#include "app/ui/stave.h"
#include "app/view/people_parts.h"

// The page of one young person (mock-up 04).

namespace app::view {
namespace {

constexpr float kPassages = 364;
constexpr float kSideBySide = 1040;  // below, the passages come under the staves

void drawHeader(const model::PersonPage& page, const model::PeopleUi& state, const Frame& frame) {
  {
    ui::Row row(12, 40);
    if (ui::iconButton("back", ui::Icon::ArrowLeft, tr::kEverybody)) {
      frame.intents.push(model::ClosePerson{});
    }
    ui::text(page.codeName, {.type = ui::Type::Title, .oneLine = true, .role = "heading"});
  }
  if (!page.detail.empty()) ui::body(page.detail, ui::Token::Ink2);
  if (!page.realName.empty()) ui::bodyStrong(page.realName);
  const ui::Row row(8, 40);
  const ui::ButtonStyle name{.kind = ui::ButtonKind::Secondary,
                             .icon = state.showName ? ui::Icon::EyeOff : ui::Icon::LockOutline};
  if (ui::button("name", state.showName ? tr::kHideName : tr::kShowName, name)) {
    frame.intents.push(model::ShowRealName{!state.showName});
  }
  if (ui::secondaryButton("edit", tr::kEditDetails)) frame.intents.push(model::EditPerson{});
  if (ui::secondaryButton("reflections", tr::kTheirPassages)) {
    frame.intents.push(model::ShowPersonInJournal{page.id});
  }
  if (ui::primaryButton("study", tr::kStartStudy)) frame.intents.push(model::StudyThem{});
  if (ui::quietButton("erase", tr::kEraseFromEverything)) {
    frame.intents.push(model::EraseSomebody{page.id});
  }
}

void drawStaveHead(const model::JourneyStaveModel& stave, const Frame& frame) {
  const ui::Domain domain = domainOf(stave.domain);
  ui::Row row(10, 30);
  ui::noteHead({.domain = domain});
  ui::text(stave.name,
           {.type = ui::Type::BodyStrong, .colour = ui::domainInk(domain), .role = "heading"});
  if (stave.choices.size() > 1) {
    std::string chosen = stave.outcome;
    std::vector<ui::Option> options;
    for (const model::SeriesChoice& choice : stave.choices) {
      options.push_back({choice.outcome, choice.name});
    }
    if (ui::dropdown("outcome", options, chosen, {.label = stave.name, .chip = true})) {
      frame.intents.push(
          model::ChooseSeries{static_cast<std::size_t>(stave.domain), std::move(chosen)});
    }
  }
  const float width = ui::textWidth(ui::Type::Small, stave.summary) + 2;
  if (stave.notes.empty() || row.leftOver() < width + 12) return;
  row.pushRight(width);
  ui::small(stave.summary);
}

void drawTableTwin(const model::JourneyStaveModel& stave) {
  ui::TableModel table;
  table.heads = {std::string(tr::kDateHead), std::string(tr::kLevelHead),
                 std::string(tr::kPassageHead)};
  table.widths = {2, 2, 6};
  for (const model::JourneyNote& note : stave.notes) {
    table.rows.push_back(
        {note.date, std::to_string(note.level) + " " + note.levelName, note.words});
  }
  ui::table("table", table);
}

void drawStave(const model::PersonPage& page, const model::JourneyStaveModel& stave, bool asTable,
               const Frame& frame) {
  const ui::Card card(ui::key("stave", static_cast<std::size_t>(stave.domain)),
                      {.padX = 20, .padY = 14, .gap = 2});
  drawStaveHead(stave, frame);
  if (stave.notes.empty()) {
    ui::small(stave.nothing);
  } else if (asTable) {
    drawTableTwin(stave);
  } else {
    ui::JourneyChartModel chart;
    chart.domain = domainOf(stave.domain);
    chart.label = stave.outcomeName;
    for (const model::JourneyNote& note : stave.notes) {
      chart.notes.push_back({note.x, note.level, note.spoken});
    }
    for (const model::AxisMonth& month : page.months) chart.months.push_back({month.x, month.name});
    if (page.chosenStave == stave.domain) chart.chosen = page.chosenNote;
    const int pressed = ui::journeyChart("notes", chart);
    if (pressed >= 0) frame.intents.push(model::ChooseNote{stave.domain, pressed});
  }
  if (!stave.rests.empty()) ui::tiny(stave.rests);
}

void drawStaves(const model::PersonPage& page, model::PeopleUi& state, const Frame& frame) {
  {
    ui::Row row(8, 32);
    const std::string_view words = state.asTable ? tr::kAsStaves : tr::kAsTable;
    row.pushRight(ui::chipWidth(words));
    if (ui::chip("as-table", words)) state.asTable = !state.asTable;
  }
  for (const model::JourneyStaveModel& stave : page.staves) {
    drawStave(page, stave, state.asTable, frame);
  }
  if (!state.asTable && !page.months.empty()) {
    std::vector<ui::StaveMonth> months;
    for (const model::AxisMonth& month : page.months) months.push_back({month.x, month.name});
    ui::indent(20);
    ui::monthAxis("months", months);
    ui::indent(-20);
  }
  if (page.ownWords.empty()) return;
  ui::space(8);
  ui::icon(ui::Icon::FormatQuote, ui::Token::HeatherInk, 24);
  ui::prompt("“" + page.ownWords + "”");
  ui::small(page.ownWordsDetail);
}

void drawPassages(const model::PersonPage& page, const Frame& frame) {
  if (page.chosenStave < 0) return;
  const auto& stave = page.staves[static_cast<std::size_t>(page.chosenStave)];
  const ui::Domain domain = domainOf(stave.domain);
  const ui::Card card("passages", {.gap = 4});
  {
    const ui::Row row(10, 28);
    ui::noteHead({.domain = domain});
    ui::text(stave.outcomeName, {.type = ui::Type::BodyStrong, .colour = ui::domainInk(domain)});
  }
  ui::heading(page.passagesTitle);
  ui::small(tr::kNotGrades);
  ui::space(8);
  const ui::FocusGroup group;
  for (std::size_t i = stave.notes.size(); i-- > 0;) {
    const model::JourneyNote& note = stave.notes[i];
    ui::PassageStepModel step;
    step.domain = domain;
    step.level = note.level;
    step.latest = i + 1 == stave.notes.size();
    step.chosen = page.chosenNote == static_cast<int>(i);
    step.lastOne = i == 0;
    step.date = note.date;
    step.words = {{note.words, ui::TextRun::Kind::Plain, ui::Domain::None}};
    step.detail = note.detail;
    if (ui::passageStep(ui::key("step", i), step)) {
      frame.intents.push(model::OpenReflection{note.reflection});
    }
    if (note.wordedThen.empty()) continue;
    constexpr float kBesideTheLevel = 44;
    ui::indent(kBesideTheLevel);
    ui::tiny(note.wordedThen);
    ui::indent(-kBesideTheLevel);
  }
}

void drawFirstColumn(const model::PersonPage& page, model::PeopleUi& state, const Frame& frame) {
  if (page.nothingYet) {
    ui::emptyState("nothing", tr::kOneNoteYet, tr::kOneNoteBody);
  } else {
    drawStaves(page, state, frame);
  }
  drawPersonNotes(page, frame);
}

}  // namespace

void drawPerson(const model::PersonPage& page, model::PeopleUi& state, const Frame& frame) {
  const ui::Region region("person", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  if (ui::shortcut({ui::Key::Escape})) frame.intents.push(model::ClosePerson{});
  drawHeader(page, state, frame);
  ui::space(4);
  if (ui::availWidth() < kSideBySide || page.chosenStave < 0) {
    drawFirstColumn(page, state, frame);
    drawPassages(page, frame);
    return;
  }
  ui::Columns columns({ui::share(), ui::fixed(kPassages)}, 28);
  columns.next();
  drawFirstColumn(page, state, frame);
  columns.next();
  drawPassages(page, frame);
}

}  // namespace app::view
