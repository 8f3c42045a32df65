#include <algorithm>
#include <cmath>
#include <string>

#include "app/model/attached_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/journal_parts.h"

namespace app::view {
namespace {

constexpr float kWeeksWidth = 292;

constexpr float kRestOfFilters = 40;
constexpr float kFiltersWrap = 640;  // below, a row of filters goes on below
constexpr float kWrappedRow = 44;

bool moreFilters(const model::JournalUi& state) {
  return state.moreFilters || !state.setting.empty() || !state.voice.empty() ||
         !state.dates.empty();
}

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

bool drawRestOfFilters(const model::JournalModel& model, model::JournalUi& state) {
  const ui::Row row(12, 32);
  bool changed = ui::dropdown("setting", optionsFrom(model.settings), state.setting,
                              {.label = tr::kSetting, .chip = true});
  changed |= ui::dropdown("voice", optionsFrom(model.voices), state.voice,
                          {.label = tr::kVoice, .chip = true});
  changed |= ui::dropdown("dates", optionsFrom(model.dates), state.dates,
                          {.label = tr::kDates, .chip = true});
  if (ui::chip("best-first", tr::kBestFirst, {.on = state.bestFirst})) {
    state.bestFirst = !state.bestFirst;
    changed = true;
  }
  return changed;
}

void drawMoreChip(model::JournalUi& state) {
  if (ui::chip("more-filters", tr::kMoreFilters, {.on = moreFilters(state)})) {
    state.moreFilters = !moreFilters(state);
    if (state.moreFilters) return;
    state.setting.clear();
    state.voice.clear();
    state.dates.clear();
  }
}

bool drawSearch(model::JournalUi& state, float width, const Frame& frame) {
  ui::FieldStyle search;
  search.placeholder = tr::kSearchReflections;
  search.icon = ui::Icon::Magnify;
  search.clearable = true;
  search.large = true;
  search.width = width;
  if (frame.entered || ui::shortcut({ui::Key::F, true})) ui::focusPath("journal/header/search");
  return ui::textField("search", state.typed, search);
}

/// Search, filters and New reflection. Returns its height.
float drawHeader(const model::JournalModel& model, model::JournalUi& state, const Frame& frame) {
  const ui::Rect& main = frame.metrics.content;
  const bool wide = main.w >= 1120;
  const bool more = moreFilters(state);
  const float wrapped = main.w < kFiltersWrap ? kWrappedRow : 0;
  const float height = (wide ? 72.0F : 108.0F) + wrapped + (more ? kRestOfFilters + wrapped : 0);
  const ui::Region region("header", {main.x, main.y, main.w, height},
                          {.padX = frame.metrics.margin, .padY = 12, .gap = 4});
  const ui::ButtonStyle fresh{.kind = ui::ButtonKind::Primary, .icon = ui::Icon::Pencil};
  const float freshWidth = ui::buttonWidth(tr::kNewReflection, fresh);
  const std::string before = state.setting + "/" + state.voice + "/" + state.dates;
  bool changed = false;
  {
    ui::Row row(14, 48);
    const float room = row.leftOver() - freshWidth - 16;
    changed = drawSearch(state, wide ? 360.0F : room, frame);
    if (wide) {
      changed |= drawFilters(model, state);
      drawMoreChip(state);
    }
    row.pushRight(freshWidth);
    if (ui::button("new", tr::kNewReflection, fresh)) frame.intents.push(model::NewReflection{});
  }
  if (!wide) {
    const ui::Row row(12, 32);
    changed |= drawFilters(model, state);
    drawMoreChip(state);
  }
  if (more) changed |= drawRestOfFilters(model, state);
  if (changed || before != state.setting + "/" + state.voice + "/" + state.dates) {
    frame.intents.push(model::SearchChanged{});
  }
  return height;
}

void drawWeeks(const model::JournalModel& model, ui::Rect rect, const Frame& frame) {
  const ui::Region region("weeks", rect, {.padX = 22, .padY = 8, .gap = 0, .scroll = true});
  const ui::FocusGroup group;
  for (const model::WeekRow& week : model.weeks) {
    if (!week.halfTerm.empty()) {
      ui::space(12);
      ui::indent(10);
      ui::text(week.halfTerm, {.type = ui::Type::Quote, .role = "heading"});
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

}  // namespace

std::vector<ui::TextRun> runsOf(const std::vector<model::ResultRun>& runs) {
  std::vector<ui::TextRun> out;
  for (const model::ResultRun& run : runs) {
    ui::TextRun next;
    next.text = run.text;
    next.kind = run.kind == model::ResultRun::Kind::Found     ? ui::TextRun::Kind::Found
                : run.kind == model::ResultRun::Kind::Mention ? ui::TextRun::Kind::Mention
                                                              : ui::TextRun::Kind::Plain;
    out.push_back(std::move(next));
  }
  return out;
}

ui::ArticleModel articleOf(const model::ResultRow& row, bool last) {
  ui::ArticleModel article;
  article.day = row.day;
  article.dayDetail = row.dayDetail;
  article.title = row.title;
  article.detail = row.detail;
  if (row.differs) article.detail += ", written on two devices";
  article.lastOne = last;
  if (row.attached) {
    article.sign = ui::Icon::Paperclip;
    article.signName = tr::kWithAttachments;
  }
  article.words = runsOf(row.words);
  for (const model::ResultChip& chip : row.chips) {
    article.chips.push_back({domainOf(chip.domain), chip.label});
  }
  return article;
}

namespace {

void drawNothing(const model::JournalModel& model, const Frame& frame) {
  if (model.binEmpty) {
    ui::emptyState("nothing", tr::kBinEmpty, tr::kBinBody, {.icon = ui::Icon::Delete});
  } else if (model.nothingYet) {
    if (ui::emptyState("nothing", tr::kNothingHere, tr::kFirstOneLine,
                       {.action = tr::kWriteOneLine})) {
      frame.intents.push(model::NewReflection{});
    }
  } else if (!model.nothingFound.empty()) {
    ui::emptyState("nothing", model.nothingFound, tr::kTryShorter);
  }
}

void drawResultsHead(const model::JournalModel& model, const Frame& frame) {
  ui::Row row(8, 32);
  ui::text(model.heading.empty() ? std::string(tr::kReflections) : model.heading,
           {.type = ui::Type::Read, .role = "heading"});
  const std::string_view words = model.bin ? tr::kBackToJournal : tr::kTheBin;
  row.pushRight(ui::chipWidth(words));
  if (ui::chip("bin", words, {.on = model.bin})) frame.intents.push(model::ShowBin{!model.bin});
}

/// The row itself opens to write; the mark at its right, or Ctrl+Enter, reads it beside.
void drawRow(const model::ResultRow& row, bool last, bool bin, const Frame& frame) {
  const std::string key = ui::key("row", row.id.hex());
  ui::Columns columns({ui::share(), ui::fixed(36)}, 16);
  columns.next();
  if (ui::article(key, articleOf(row, last))) {
    if (bin)
      frame.intents.push(model::OpenBeside{row.id});
    else
      frame.intents.push(model::OpenReflection{row.id});
  }
  const bool here = ui::focusedPath() == "journal/results/" + key;
  if (here && ui::shortcut({ui::Key::Enter, true})) frame.intents.push(model::OpenBeside{row.id});
  columns.next();
  ui::space(18);
  if (ui::iconButton(ui::key("beside", row.id.hex()), ui::Icon::BookOpenPageVariant,
                     tr::kReadBeside)) {
    frame.intents.push(model::OpenBeside{row.id});
  }
}

void drawResults(const model::JournalModel& model, ui::Rect rect, const Frame& frame) {
  ui::fillRect({rect.x, rect.y, rect.w + 40, rect.h + 40}, ui::Token::Paper, 16);
  const float pad = rect.w > 700 ? 48.0F : 24.0F;
  const ui::Region region("results", rect, {.padX = pad, .padY = 20, .gap = 12, .scroll = true});
  drawResultsHead(model, frame);
  if (model.rows.empty()) return drawNothing(model, frame);
  if (model.returned) drawReturned(*model.returned, frame);
  ui::hairline();
  for (std::size_t i = 0; i < model.rows.size(); ++i) {
    drawRow(model.rows[i], i + 1 == model.rows.size(), model.bin, frame);
  }
  if (model.more && ui::secondaryButton("more", tr::kShowMore)) {
    frame.intents.push(model::ShowMore{});
  }
}

/// Weeks, results and the reflection beside, as many as there is room for.
void drawPanes(const model::JournalModel& model, ui::Rect room, const Frame& frame) {
  constexpr float kAllThree = 1480;
  constexpr float kTwo = 940;
  const bool beside = model.beside.has_value();
  if (beside && room.w < kTwo) return drawBeside(*model.beside, room, frame);
  const bool weeks = beside ? room.w >= kAllThree : room.w >= 860;
  if (weeks) {
    drawWeeks(model, {room.x, room.y, kWeeksWidth, room.h}, frame);
    room.x += kWeeksWidth;
    room.w -= kWeeksWidth;
  }
  if (!beside) return drawResults(model, room, frame);
  const float half = std::floor(room.w / 2);
  drawResults(model, {room.x, room.y, half - 8, room.h}, frame);
  drawBeside(*model.beside, {room.x + half + 8, room.y, room.w - half - 8, room.h}, frame);
}

}  // namespace

void drawJournal(const model::JournalModel& model, model::JournalUi& state, const Frame& frame) {
  const ui::Scope scope("journal");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const ui::Rect& main = frame.metrics.content;
  const float top = main.y + drawHeader(model, state, frame);
  drawPanes(model, {main.x, top, main.w, std::max(40.0F, main.bottom() - top)}, frame);
}

}  // namespace app::view
