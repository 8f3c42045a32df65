#include <algorithm>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kWeeksWidth = 292;

/// Chips that narrow the search. True when one changed.
bool drawFilters(const model::JournalModel& model, model::JournalUi& state) {
  bool changed = ui::dropdown("young-person", optionsFrom(model.youngPeople), state.youngPerson,
                              {.label = tr::kYoungPerson, .chip = true});
  changed |= ui::dropdown("outcome", optionsFrom(model.outcomes), state.outcome,
                          {.label = tr::kAnyOutcome, .chip = true});
  const ui::ChipStyle year{.on = state.thisSchoolYear, .removable = state.thisSchoolYear};
  if (ui::chip("this-school-year", tr::kThisSchoolYear, year)) {
    state.thisSchoolYear = !state.thisSchoolYear;
    changed = true;
  }
  return changed;
}

/// Search, filters and New reflection. Returns its height.
float drawHeader(const model::JournalModel& model, model::JournalUi& state, const Frame& frame) {
  const ui::Rect& main = frame.metrics.content;
  const bool wide = main.w >= 1120;
  const float height = wide ? 72.0F : 108.0F;
  const ui::Region region("header", {main.x, main.y, main.w, height},
                          {.padX = frame.metrics.margin, .padY = 12, .gap = 4});
  const ui::ButtonStyle fresh{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Pencil};
  const float freshWidth = ui::buttonWidth(tr::kNewReflection, fresh);
  bool changed = false;
  {
    ui::Row row(16, 48);
    const float room = row.leftOver() - freshWidth - 16;
    ui::FieldStyle search;
    search.placeholder = tr::kSearchReflections;
    search.icon = ui::Icon::Magnify;
    search.clearable = true;
    search.large = true;
    search.width = wide ? 470.0F : room;
    if (frame.entered || ui::shortcut({ui::Key::F, true})) ui::focusPath("journal/header/search");
    changed = ui::textField("search", state.typed, search);
    if (wide) changed |= drawFilters(model, state);
    row.pushRight(freshWidth);
    if (ui::button("new", tr::kNewReflection, fresh)) frame.intents.push(model::NewReflection{});
  }
  if (!wide) {
    const ui::Row row(12, 32);
    changed |= drawFilters(model, state);
  }
  if (changed) frame.intents.push(model::SearchChanged{});
  return height;
}

void drawWeeks(const model::JournalModel& model, ui::Rect rect, const Frame& frame) {
  const ui::Region region("weeks", rect, {.padX = 22, .padY = 8, .gap = 0, .scroll = true});
  const ui::FocusGroup group;
  for (const model::WeekRow& week : model.weeks) {
    if (!week.month.empty()) {
      ui::space(12);
      ui::indent(10);
      ui::text(week.month, {.type = ui::Type::Quote, .role = "heading"});
      ui::indent(-10);
    }
    ui::ListRowModel row;
    row.title = week.label;
    row.trailing = week.trailing;
    row.chosen = week.chosen;
    for (const int head : week.heads) row.heads.push_back(domainOf(head));
    if (ui::listRow(ui::key("week", std::to_string(week.monday)), row)) {
      frame.intents.push(
          model::ChooseWeek{week.chosen ? std::nullopt : std::optional<std::int32_t>(week.monday)});
    }
  }
}

ui::ArticleModel articleOf(const model::ResultRow& row, bool last) {
  ui::ArticleModel article;
  article.day = row.day;
  article.dayDetail = row.dayDetail;
  article.title = row.title;
  article.detail = row.detail;
  article.lastOne = last;
  for (const model::ResultRun& run : row.words) {
    ui::TextRun out;
    out.text = run.text;
    out.kind = run.kind == model::ResultRun::Kind::Found     ? ui::TextRun::Kind::Found
               : run.kind == model::ResultRun::Kind::Mention ? ui::TextRun::Kind::Mention
                                                             : ui::TextRun::Kind::Plain;
    article.words.push_back(std::move(out));
  }
  for (const model::ResultChip& chip : row.chips) {
    article.chips.push_back({domainOf(chip.domain), chip.label});
  }
  return article;
}

void drawNothing(const model::JournalModel& model, const Frame& frame) {
  if (model.nothingYet) {
    if (ui::emptyState("nothing", tr::kNothingHere, tr::kFirstOneLine,
                       {.action = tr::kWriteOneLine})) {
      frame.intents.push(model::NewReflection{});
    }
  } else if (!model.nothingFound.empty()) {
    ui::emptyState("nothing", model.nothingFound, tr::kTryShorter);
  }
}

void drawResults(const model::JournalModel& model, ui::Rect rect, const Frame& frame) {
  ui::fillRect({rect.x, rect.y, rect.w + 40, rect.h + 40}, ui::Token::Paper, 16);
  const float pad = rect.w > 700 ? 48.0F : 24.0F;
  const ui::Region region("results", rect, {.padX = pad, .padY = 20, .gap = 12, .scroll = true});
  if (model.rows.empty()) return drawNothing(model, frame);
  {
    ui::Row row(8, 32);
    ui::text(model.heading, {.type = ui::Type::Read, .role = "heading"});
    row.pushRight(ui::textWidth(ui::Type::Small, tr::kNewestFirst) + 2);
    ui::small(tr::kNewestFirst);
  }
  ui::hairline();
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    const model::ResultRow& row = model.rows[i];
    if (ui::article(ui::key("row", row.id.hex()), articleOf(row, i + 1 == model.rows.size()))) {
      frame.intents.push(model::OpenReflection{row.id});
    }
  }
  if (model.more && ui::secondaryButton("more", tr::kShowMore)) {
    frame.intents.push(model::ShowMore{});
  }
}

}  // namespace

void drawJournal(const model::JournalModel& model, model::JournalUi& state, const Frame& frame) {
  const ui::Scope scope("journal");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const ui::Rect& main = frame.metrics.content;
  const float top = main.y + drawHeader(model, state, frame);
  const bool weeks = main.w >= 860;
  const float height = std::max(40.0F, main.bottom() - top);
  if (weeks) drawWeeks(model, {main.x, top, kWeeksWidth, height}, frame);
  const float left = weeks ? kWeeksWidth : 0;
  drawResults(model, {main.x + left, top, main.w - left, height}, frame);
}

}  // namespace app::view
