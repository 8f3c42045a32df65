#include "app/view/circle_parts.h"

#include <algorithm>
#include <optional>

#include "app/model/circle_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/text.h"

namespace app::view {
namespace {

std::string roundMenu(const model::PlanRoundRow& round, std::string_view edit) {
  std::vector<ui::Option> options;
  if (!edit.empty()) options.push_back({"edit", std::string(edit)});
  if (!round.first) options.push_back({"earlier", std::string(tr::kRoundEarlier)});
  if (!round.last) options.push_back({"later", std::string(tr::kRoundLater)});
  options.push_back({"remove", std::string(tr::kRoundRemove)});
  const std::string name = std::string(tr::kRoundMenu) + ": " + round.name;
  return ui::menuButton("menu", name, options);
}

}  // namespace

bool circleIsWide(const Frame& frame) {
  return frame.metrics.content.w >= 900;
}

std::vector<float> sharesOf(const std::vector<model::PlanRoundRow>& rounds) {
  std::vector<float> shares;
  shares.reserve(rounds.size());
  for (const model::PlanRoundRow& round : rounds) shares.push_back(round.share);
  return shares;
}

RoundAsked changeableRound(std::size_t index, const model::PlanRoundRow& round,
                           std::string_view edit, ui::Icon beside) {
  const bool button = beside != ui::Icon::None;
  const float controls = 128 + 8 + 36 + (button ? 48.0F : 0.0F);
  const ui::Scope scope(ui::key("round", round.key));
  ui::hairline(6, 6);
  std::optional<ui::Row> row(std::in_place, 12.0F, 44.0F);
  ui::circleMark(std::to_string(index + 1), ui::MarkLook::Plain, 28);
  const bool narrow = row->leftOver() < 320;
  const float width = std::max(60.0F, row->leftOver() - (narrow ? 0 : controls + 24));
  {
    const ui::Region words("words", ui::takeRect(width, 44), {.gap = 0});
    ui::text(round.name, {.type = ui::Type::BodyStrong, .oneLine = true});
    ui::text(round.body, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
  }
  if (narrow) {
    row.reset();
    row.emplace(12.0F, 40.0F);
  }
  row->pushRight(controls + 12);
  ui::StepperModel minutes;
  minutes.name = round.spoken;
  minutes.value = round.minutes;
  minutes.least = round.least;
  minutes.most = round.most;
  RoundAsked asked{ui::stepper("minutes", minutes), {}};
  const bool pressed =
      button && ui::iconButton("edit", beside, std::string(edit) + ": " + round.name);
  asked.menu = roundMenu(round, button ? std::string_view() : edit);
  if (pressed) asked.menu = "edit";
  return asked;
}

void roundLines(const std::vector<model::PlanRoundRow>& rounds) {
  const ui::Scope scope("rounds");
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    const model::PlanRoundRow& round = rounds[i];
    const ui::Scope each(ui::key("round", round.key));
    ui::hairline(i == 0 ? 4.0F : 0.0F, 0);
    const float minutes = ui::textWidth(ui::Type::Small, round.minutes) + 8;
    ui::Row row(12, 0);
    ui::circleMark(std::to_string(i + 1), ui::MarkLook::Plain, 28);
    const float width = std::max(60.0F, row.leftOver() - minutes - 12);
    const float line = 22 + (round.body.empty() ? 0.0F : 20.0F);
    const ui::Rect at = ui::takeRect(width, line);
    {
      const ui::Region words("words", at, {.gap = 0});
      ui::text(round.name, {.type = ui::Type::BodyStrong, .oneLine = true});
      if (!round.body.empty()) {
        ui::text(round.body, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
      }
    }
    ui::text(round.minutes, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .oneLine = true});
  }
}

void oldActionLines(const std::vector<model::OldActionRow>& actions) {
  for (const model::OldActionRow& action : actions) {
    ui::body(action.text);
    if (!action.detail.empty()) ui::small(action.detail);
  }
}

void agreementLines(const std::vector<std::string>& agreement) {
  for (const std::string& line : agreement) {
    ui::Columns columns({ui::fixed(22), ui::share()}, 8);
    columns.next();
    ui::icon(ui::Icon::Check, ui::Token::HeatherInk, 20);
    columns.next();
    ui::text(line, {.type = ui::Type::Quote});
  }
}

ui::MarkLook markOf(const model::CirclePerson& person) {
  if (!person.here) return ui::MarkLook::Away;
  return person.strong ? ui::MarkLook::Strong : ui::MarkLook::Plain;
}

}  // namespace app::view
