#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/ui/notes.h"
#include "app/ui/table_card.h"
#include "app/view/circle_live_parts.h"

// Themes, dots and actions (mock-up 07). A card is dragged, or picked up with X and moved with the
// arrows; everybody sees each move.

namespace app::view {
namespace {

using model::session::CardId;
using model::session::RoundKind;

constexpr float kColumnLeast = 250;
constexpr float kActions = 384;

/// Where a card lies: a theme (nullopt: under none) and a place in it.
struct Lies {
  std::optional<std::size_t> theme;
  std::size_t place = 0;
  std::size_t of = 0;
};

Lies whereIs(const model::CircleLiveModel& model, const CardId& card) {
  for (std::size_t t = 0; t < model.themes.size(); ++t) {
    const auto& cards = model.themes[t].cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
      if (cards[i].id == card) return {t, i, cards.size()};
    }
  }
  for (std::size_t i = 0; i < model.ungrouped.size(); ++i) {
    if (model.ungrouped[i].id == card) return {std::nullopt, i, model.ungrouped.size()};
  }
  return {};
}

std::string placeWords(const model::CircleLiveModel& model, const Lies& lies) {
  const std::string where =
      lies.theme ? model.themes[*lies.theme].title : std::string(tr::kNotGrouped);
  return "In " + where + ", " + std::to_string(lies.place + 1) + " of " + std::to_string(lies.of);
}

void put(const model::CircleLiveModel& model, const CardId& card, std::optional<std::size_t> theme,
         std::size_t place, const Frame& frame) {
  const CardId under = theme ? model.themes[*theme].id : CardId();
  frame.intents.push(model::PutUnder{card, under, static_cast<int>(place)});
}

/// The path of a card's words where it lies now.
std::string pathOf(const model::CircleLiveModel& model, const CardId& card) {
  const Lies lies = whereIs(model, card);
  const std::string list = lies.theme
                               ? ui::key("theme", model.themes[*lies.theme].id.hex()) + "/column"
                               : std::string("ungrouped");
  return "groups/live/round/" + list + "/" + ui::key("card", card.hex()) + "/words";
}

/// What is carried, where it lay before, so that Esc can put it back, and where it was drawn last:
/// "card/theme/place/path".
std::string carrying(const model::CircleLiveModel& model, const CardId& card) {
  const Lies lies = whereIs(model, card);
  const std::string theme = lies.theme ? model.themes[*lies.theme].id.hex() : std::string();
  return card.hex() + "/" + theme + "/" + std::to_string(lies.place) + "/" + pathOf(model, card);
}

void putBack(const std::string& carried, const Frame& frame) {
  const std::size_t first = carried.find('/');
  const std::size_t second = carried.find('/', first + 1);
  const auto card = CardId::fromHex(carried.substr(0, first));
  const auto theme = CardId::fromHex(carried.substr(first + 1, second - first - 1));
  if (!card) return;
  frame.intents.push(
      model::PutUnder{*card, theme.value_or(CardId()), std::stoi(carried.substr(second + 1))});
}

void moveBy(ui::CardMove move, const model::CircleLiveModel& model, const CardId& card,
            const Frame& frame) {
  const Lies lies = whereIs(model, card);
  const int columns = static_cast<int>(model.themes.size());
  const int now = lies.theme ? static_cast<int>(*lies.theme) : columns;  // under none: the last
  const auto column = [&](int at) {
    const int wrapped = (at + columns + 1) % (columns + 1);
    return wrapped == columns ? std::nullopt : std::optional(static_cast<std::size_t>(wrapped));
  };
  std::string& carried = frame.view.carried;
  switch (move) {
    case ui::CardMove::PickUp:
      carried = carrying(model, card);
      return;
    case ui::CardMove::PutDown:
      carried.clear();
      return;
    case ui::CardMove::PutBack:
      putBack(carried, frame);
      carried.clear();
      return;
    case ui::CardMove::Left:
      return put(model, card, column(now - 1), 0, frame);
    case ui::CardMove::Right:
      return put(model, card, column(now + 1), 0, frame);
    case ui::CardMove::Up:
      if (lies.place > 0) put(model, card, lies.theme, lies.place - 1, frame);
      return;
    case ui::CardMove::Down:
      if (lies.place + 1 < lies.of) put(model, card, lies.theme, lies.place + 1, frame);
      return;
    case ui::CardMove::None:
      return;
  }
}

/// What was let go of in this frame, and the columns it may have fallen on.
struct Table {
  const model::CircleLiveModel& model;
  model::CircleUi& state;
  const Frame& frame;
  std::optional<std::pair<CardId, ui::Vec2>> dropped = {};
  std::vector<ui::Rect> columns = {};
};

void drawCardMenu(const model::LiveCard& card, Table& table) {
  std::vector<ui::Option> options;
  if (table.model.maySort) {
    for (const model::ThemeColumn& theme : table.model.themes) {
      options.push_back({theme.id.hex(), "To " + theme.title});
    }
    options.push_back({"-", std::string(tr::kNoTheme)});
  }
  if (card.mine) options.push_back({"back", std::string(tr::kTakeBack)});
  if (card.mayTake) options.push_back({"take", std::string(tr::kRemoveCard)});
  if (options.empty()) return;
  const std::string chosen = ui::menuButton("menu", tr::kMoveToTheme, options);
  if (chosen.empty()) return;
  if (chosen == "back") return table.frame.intents.push(model::WithdrawCard{card.id});
  if (chosen == "take") return table.frame.intents.push(model::TakeCard{card.id});
  const auto theme = CardId::fromHex(chosen);
  table.frame.intents.push(model::PutUnder{card.id, theme.value_or(CardId()), 0});
}

void drawMovable(const model::LiveCard& card, Table& table) {
  const ui::Card box(ui::key("card", card.id.hex()),
                     {.edge = ui::Token::Clear, .radius = 10, .padX = 12, .padY = 8, .gap = 2});
  const Lies lies = whereIs(table.model, card.id);
  const std::string spoken =
      card.text + (card.by.empty() ? "" : ". " + card.by) + ". " + placeWords(table.model, lies);
  ui::MovableModel words;
  words.words = card.text;
  words.spoken = spoken;
  words.movable = table.model.maySort;
  words.picked = table.frame.view.carried.compare(0, 32, card.id.hex()) == 0;
  const ui::MovableResult moved = ui::movableWords("words", words);
  moveBy(moved.move, table.model, card.id, table.frame);
  if (moved.droppedAt) table.dropped = {card.id, *moved.droppedAt};
  ui::Row row(6, 32);
  const float heads = 20.0F * static_cast<float>(card.domains.size());
  ui::text(card.by, {.type = ui::Type::Small,
                     .colour = ui::Token::Ink2,
                     .width = std::max(20.0F, row.leftOver() - heads - 48),
                     .oneLine = true});
  row.pushRight(heads + 42);
  for (const int domain : card.domains) ui::noteHead({.domain = domainOf(domain)});
  drawCardMenu(card, table);
}

void drawDots(const model::ThemeColumn& theme, const Frame& frame) {
  if (theme.spoken.empty()) return;
  if (!theme.count.empty()) {
    const ui::Row row(10, 26);
    ui::text(theme.count, {.type = ui::Type::BodyStrong});
    ui::voteDots("dots", {theme.yours, theme.others, true, theme.spoken});
    return;
  }
  if (theme.yours > 0) ui::voteDots("dots", {theme.yours, 0, false, theme.spoken});
  ui::StepperModel step;
  const std::string value = std::to_string(theme.yours);
  step.name = theme.spoken;
  step.value = value;
  step.least = !theme.mayTake;
  step.most = !theme.mayAdd;
  const int by = ui::stepper("vote", step);
  if (by != 0) frame.intents.push(model::PutDot{theme.id, by});
}

/// Anybody may find a better name for a theme.
void drawRename(const model::ThemeColumn& theme, Table& table) {
  if (!table.model.maySort) return;
  std::string& renaming = table.state.typed["rewording"];
  if (renaming != theme.id.hex()) {
    if (ui::iconButton("rename", ui::Icon::Pencil, tr::kRenameTheme)) {
      renaming = theme.id.hex();
      table.state.typed["reword"] = theme.title;
    }
    return;
  }
  bool kept = false;
  ui::FieldStyle style;
  style.label = tr::kRenameTheme;
  style.maxBytes = 200;
  style.submitted = &kept;
  ui::textField("new-name", table.state.typed["reword"], style);
  kept |= ui::button("keep-name", tr::kDone, {.small = true});
  if (!kept) return;
  table.frame.intents.push(model::RewordCard{theme.id});
  renaming.clear();
}

void drawTheme(const model::ThemeColumn& theme, Table& table) {
  const float left = ui::flowX();
  const float top = ui::flowY();
  const float width = ui::availWidth();
  {
    const ui::Scope scope(ui::key("theme", theme.id.hex()));
    const ui::Card column("column", {.fill = ui::Token::Side,
                                     .edge = ui::Token::Clear,
                                     .radius = 16,
                                     .padX = 14,
                                     .padY = 14,
                                     .gap = 8,
                                     .minHeight = 120});
    ui::text(theme.title, {.type = ui::Type::Read, .role = "heading"});
    drawDots(theme, table.frame);
    drawRename(theme, table);
    for (const model::LiveCard& card : theme.cards) drawMovable(card, table);
  }
  table.columns.push_back({left, top, width, std::max(120.0F, ui::flowY() - top)});
}

void drawUngrouped(Table& table) {
  if (table.model.ungrouped.empty()) return;
  const ui::Card card("ungrouped",
                      {.fill = ui::Token::Clear, .padX = 14, .padY = 12, .gap = 8, .dashed = true});
  ui::text(tr::kNotGrouped, {.type = ui::Type::BodyStrong, .role = "heading"});
  const auto fit = static_cast<std::size_t>(std::max(1.0F, ui::availWidth() / kColumnLeast));
  const std::size_t count = std::min<std::size_t>(fit, 3);
  const auto& cards = table.model.ungrouped;
  for (std::size_t from = 0; from < cards.size(); from += count) {
    ui::Columns row(std::vector<ui::Track>(count, ui::share()), 12);
    for (std::size_t i = from; i < std::min(cards.size(), from + count); ++i) {
      row.next();
      drawMovable(cards[i], table);
    }
  }
}

void drawThemes(Table& table) {
  const auto& themes = table.model.themes;
  if (themes.empty()) {
    if (table.model.ungrouped.empty()) ui::small(tr::kNoThemesYet);
    return;
  }
  const auto fit = static_cast<std::size_t>(std::max(1.0F, ui::availWidth() / kColumnLeast));
  const std::size_t count = std::min<std::size_t>({fit, 5, themes.size()});
  for (std::size_t from = 0; from < themes.size(); from += count) {
    ui::Columns row(std::vector<ui::Track>(count, ui::share()), 16);
    for (std::size_t i = from; i < std::min(themes.size(), from + count); ++i) {
      row.next();
      drawTheme(themes[i], table);
    }
  }
}

void fall(const Table& table) {
  if (!table.dropped) return;
  const auto& [card, at] = *table.dropped;
  for (std::size_t t = 0; t < table.columns.size(); ++t) {
    if (table.columns[t].contains(at)) return put(table.model, card, t, 0, table.frame);
  }
  put(table.model, card, std::nullopt, 0, table.frame);
}

/// The keyboard goes where the carried card goes; once it is elsewhere, the card lies.
std::optional<CardId> followCarried(const model::CircleLiveModel& model, const Frame& frame) {
  std::string& carried = frame.view.carried;
  if (carried.empty()) return std::nullopt;
  const auto card = CardId::fromHex(carried.substr(0, 32));
  const std::size_t path = carried.find("groups/");
  const std::string now = card ? pathOf(model, *card) : std::string();
  const std::string focused = ui::focusedPath();
  const bool there = focused.empty() || focused == now || focused == carried.substr(path);
  if (!card || whereIs(model, *card).of == 0 || !there) {
    carried.clear();
    return std::nullopt;
  }
  if (focused != now) ui::focusPath(now);
  carried.replace(path, std::string::npos, now);
  return card;
}

void drawAddTheme(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  if (!model.mayAddTheme || model.projector) return;
  const ui::Scope scope("new-theme");
  std::string& words = state.typed[typedKey(model::session::CardKind::Theme)];
  const bool empty = words.find_first_not_of(' ') == std::string::npos;
  bool submitted = false;
  ui::FieldStyle style;
  style.label = tr::kThemeName;
  style.maxBytes = 200;
  style.width = std::min(420.0F, ui::availWidth());
  style.submitted = &submitted;
  ui::textField("name", words, style);
  const std::string_view notYet = empty ? tr::kTypeFirst : std::string_view();
  if (ui::button("add", tr::kAddTheme, {.notYet = notYet, .small = true}) ||
      (submitted && !empty)) {
    frame.intents.push(model::PutCard{model::session::CardKind::Theme});
  }
}

void drawVote(const model::CircleLiveModel& model, const Frame& frame) {
  const model::VoteModel& vote = model.vote;
  if (vote.counted) {
    const ui::Row row(8, 26);
    ui::text(vote.outcome, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .role = "status"});
    ui::voteDots("legend", {1, 0, true, tr::kYoursOnlyYou});
    ui::small(tr::kYoursOnlyYou);
    return;
  }
  if (model.kind != RoundKind::Votes) return;
  const ui::Scope scope("vote");
  ui::small(tr::kNobodySeesDots);
  const ui::Row row(12, 40);
  ui::text(vote.words, {.type = ui::Type::SmallStrong, .role = "status"});
  if (vote.mayHandIn && !model.projector &&
      ui::primaryButton("hand-in", vote.handedIn ? tr::kHandInAgain : tr::kHandInDots)) {
    frame.intents.push(model::HandInDots{});
  }
  ui::small(vote.waiting);
  if (model.mayOpenBox && ui::secondaryButton("open", tr::kOpenVotes, model.boxNotYet)) {
    frame.intents.push(model::OpenBox{});
  }
}

}  // namespace

void drawSortingRound(const model::CircleLiveModel& model, model::CircleUi& state,
                      const Frame& frame) {
  drawTimer(model.clock, 10);
  drawPrompts(model);
  drawVote(model, frame);
  Table table{model, state, frame};
  const auto sorting = [&] {
    drawThemes(table);
    drawAddTheme(model, state, frame);
    drawUngrouped(table);
    if (model.maySort) ui::tiny(tr::kPickUpHint);
  };
  const bool actions = model.kind == RoundKind::Actions;
  if (!actions || !roomy(frame)) {
    if (actions) drawActionsPanel(model, state, frame);
    sorting();
  } else {
    ui::Columns columns({ui::share(), ui::fixed(kActions)}, 20);
    columns.next();
    sorting();
    columns.next();
    drawActionsPanel(model, state, frame);
  }
  fall(table);
  const auto card = followCarried(model, frame);
  if (!card) return;
  ui::text(std::string(tr::kPickedUp) + ". " + placeWords(model, whereIs(model, *card)),
           {.type = ui::Type::Small, .colour = ui::Token::Ink2, .role = "status"});
}

}  // namespace app::view
