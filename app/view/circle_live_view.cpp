#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "app/model/circle_live_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/notes.h"
#include "app/view/circle_live_parts.h"

// The frame of a running session: where it is, the way out, and what moves it on.

namespace app::view {
namespace {

using model::session::PauseCause;
using model::session::RoundKind;

constexpr float kNarrow = 760;

struct LivePlaces {
  ui::Rect header;
  ui::Rect content;
  ui::Rect footer;
  bool narrow = false;
};

LivePlaces placesIn(const ui::Rect& all) {
  LivePlaces p;
  p.narrow = all.w < kNarrow;
  const float header = p.narrow || all.h < 560 ? 52.0F : 72.0F;
  const float footer = p.narrow || all.h < 560 ? 56.0F : 68.0F;
  p.header = {all.x, all.y, all.w, header};
  p.footer = {all.x, all.bottom() - footer, all.w, footer};
  p.content = {all.x, p.header.bottom(), all.w, std::max(40.0F, p.footer.y - p.header.bottom())};
  return p;
}

bool isSorting(RoundKind kind) {
  return kind == RoundKind::Themes || kind == RoundKind::Votes || kind == RoundKind::Actions;
}

// The head
// ------------------------------------------------------------------------------------------------

void drawWayOut(const LivePlaces& places, const Frame& frame) {
  if (places.narrow) {
    if (ui::iconButton("worried", ui::Icon::PhoneInTalk, tr::kWorried)) {
      frame.intents.push(model::OpenWorried{});
    }
  } else if (ui::button(
                 "worried", tr::kWorried,
                 {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::PhoneInTalk, .small = true})) {
    frame.intents.push(model::OpenWorried{});
  }
  if (ui::button("leave", tr::kLeaveSession, {.kind = ui::ButtonKind::Quiet})) {
    frame.intents.push(model::LeaveRoom{});
  }
}

void drawHead(const model::CircleLiveModel& model, const LivePlaces& places, const Frame& frame) {
  const ui::Region region("head", places.header, {.padX = places.narrow ? 12.0F : 32.0F});
  ui::space(std::floor((places.header.h - 40) / 2));
  ui::Row row(12, 40);
  float right = ui::buttonWidth(tr::kLeaveSession, {.kind = ui::ButtonKind::Quiet}) + 12;
  right += places.narrow
               ? 40.0F
               : ui::buttonWidth(
                     tr::kWorried,
                     {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::PhoneInTalk, .small = true});
  if (!places.narrow) ui::brandMark();
  const float title =
      std::min(places.narrow ? 10'000.0F : 250.0F, ui::textWidth(ui::Type::Read, model.title) + 4);
  const float room = row.leftOver() - right - 12;
  ui::text(model.title, {.type = ui::Type::Read,
                         .width = std::max(60.0F, std::min(title, room)),
                         .oneLine = true,
                         .role = "heading"});
  if (!places.narrow && !model.finished) {
    const float track = row.leftOver() - right - 24;
    if (track > 120) {
      const ui::Region stages("stages", {ui::flowX() + 12, ui::flowY() + 3, track, 34}, {});
      ui::stageTrack("track", model.stages, model.stage);
    }
  }
  row.pushRight(right);
  drawWayOut(places, frame);
}

// The foot
// ------------------------------------------------------------------------------------------------

struct Deed {
  std::string key;
  std::string_view label;
  ui::Icon icon = ui::Icon::None;
};

void carryOut(const std::string& key, const model::CircleLiveModel& model, const Frame& frame) {
  model::Intents& intents = frame.intents;
  if (key == "pause") intents.push(model::PauseSession{});
  if (key == "safety") intents.push(model::PauseSession{PauseCause::Safeguarding});
  if (key == "minute") intents.push(model::AddMinute{});
  if (key == "back") intents.push(model::MoveBack{});
  if (key == "moves") intents.push(model::ShowMoves{model.moves.empty()});
  if (key == "wall") intents.push(model::ShowAsOnWall{!model.projector});
  if (key == "hand") intents.push(model::RaiseHand{!model.handUp});
  if (key == "ready") {
    using model::session::Activity;
    const bool ready = model.activity == Activity::Ready;
    intents.push(model::SayActivity{ready ? Activity::Writing : Activity::Ready});
  }
}

std::vector<Deed> deedsOf(const model::CircleLiveModel& model) {
  std::vector<Deed> deeds;
  if (model.finished) return deeds;
  using model::session::Activity;
  const bool writes = model.kind == RoundKind::SilentWriting || model.kind == RoundKind::QuietRead;
  if (model.mayRaise && !model.facilitates) {
    deeds.push_back({"hand", model.handUp ? tr::kLowerHand : tr::kRaiseHand});
  }
  if (writes && !model.projector && !model.pause.paused) {
    deeds.push_back({"ready", model.activity == Activity::Ready ? tr::kNotReady : tr::kImReady});
  }
  if (!model.pause.paused && !model.projector) {
    deeds.push_back({"safety", tr::kStopHere, ui::Icon::ShieldOutline});
  }
  if (model.facilitates) {
    deeds.push_back({"moves", model.moves.empty() ? tr::kMoves : tr::kHideMoves});
    deeds.push_back({"wall", model.projector ? tr::kNotOnWall : tr::kAsOnWall});
  }
  if (!model.back.empty()) deeds.push_back({"back", tr::kRoundBack});
  if (model.mayPause) deeds.push_back({"pause", tr::kPause, ui::Icon::Pause});
  if (model.mayLengthen) deeds.push_back({"minute", tr::kAddAMinute});
  return deeds;
}

float deedWidth(const Deed& deed) {
  return ui::buttonWidth(deed.label, {.kind = ui::ButtonKind::Quiet, .icon = deed.icon}) + 8;
}

void drawPrimary(const model::CircleLiveModel& model, const Frame& frame) {
  if (model.pause.paused) {
    if (model.pause.mayResume && ui::primaryButton("resume", tr::kCarryOnSession)) {
      frame.intents.push(model::ResumeSession{});
    }
    return;
  }
  if (model.onward.empty()) return;
  if (ui::primaryButton("onward", model.onward, model.onwardNotYet)) {
    frame.intents.push(model::MoveOn{});
  }
}

float primaryWidth(const model::CircleLiveModel& model) {
  if (model.pause.paused) {
    return model.pause.mayResume ? ui::buttonWidth(tr::kCarryOnSession) + 12 : 0;
  }
  return model.onward.empty() ? 0 : ui::buttonWidth(model.onward) + 12;
}

/// As many of the deeds as buttons as there is room for; the others in a menu.
void drawFoot(const model::CircleLiveModel& model, const LivePlaces& places, const Frame& frame) {
  ui::fillRect(places.footer, ui::Token::Paper);
  ui::fillRect({places.footer.x, places.footer.y, places.footer.w, 1}, ui::Token::Line);
  const ui::Region region("foot", places.footer, {.padX = places.narrow ? 12.0F : 32.0F});
  ui::space(std::floor((places.footer.h - 40) / 2));
  ui::Row row(8, 40);
  const std::vector<Deed> deeds = deedsOf(model);
  const float primary = primaryWidth(model);
  const std::string note = model.clock.news.empty() ? model.note : model.clock.news;
  const float noteWidth =
      places.narrow ? 0 : std::min(420.0F, ui::textWidth(ui::Type::Small, note) + 16);
  float room = row.leftOver() - primary - noteWidth - 48;
  std::size_t shown = deeds.size();
  float wide = 0;
  for (std::size_t i = deeds.size(); i-- > 0;) {  // what stands last matters most
    if (wide + deedWidth(deeds[i]) > room) break;
    wide += deedWidth(deeds[i]);
    shown = i;
  }
  if (noteWidth > 120) {
    ui::text(note, {.type = ui::Type::Small,
                    .colour = ui::Token::Ink2,
                    .width = noteWidth,
                    .oneLine = true,
                    .role = "status"});
  }
  row.pushRight(wide + primary + (shown > 0 ? 44.0F : 0.0F) + 4);
  if (shown > 0) {
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < shown; ++i)
      options.push_back({deeds[i].key, std::string(deeds[i].label)});
    carryOut(ui::menuButton("more", tr::kMoreDeeds, options), model, frame);
  }
  for (std::size_t i = shown; i < deeds.size(); ++i) {
    const ui::ButtonStyle style{.kind = ui::ButtonKind::Quiet, .icon = deeds[i].icon};
    if (ui::button(deeds[i].key, deeds[i].label, style)) carryOut(deeds[i].key, model, frame);
  }
  drawPrimary(model, frame);
}

// In between
// --------------------------------------------------------------------------------------------

void drawPauseCard(const model::CircleLiveModel& model) {
  const model::PauseModel& pause = model.pause;
  const ui::Card card(
      "pause", {.fill = pause.safeguarding ? ui::Token::AttTint : ui::Token::Paper, .gap = 10});
  ui::text(pause.title, {.type = ui::Type::Heading,
                         .colour = pause.safeguarding ? ui::Token::Att : ui::Token::Ink,
                         .role = "heading"});
  for (const std::string& line : pause.lines) {
    ui::text(line, {.type = ui::Type::Body, .colour = ui::Token::Ink});
  }
}

/// Chooses one of those people; 0: nobody.
model::session::Member somebody(std::string_view key, std::string_view label,
                                const std::vector<model::CircleChoice>& people) {
  if (people.empty()) return 0;
  std::string chosen = "-";
  const ui::DropdownStyle style{.label = label, .placeholder = label, .chip = true};
  if (!ui::dropdown(key, optionsFrom(people), chosen, style)) return 0;
  return static_cast<model::session::Member>(std::stoi(chosen));
}

void drawLeading(const model::CircleLiveModel& model, const Frame& frame) {
  const ui::Row row(12, 36);
  if (const auto member = somebody("lead", tr::kLeadWithMe, model.mayLead)) {
    frame.intents.push(model::MakeCoFacilitator{member});
  }
  if (const auto member = somebody("go", tr::kAskToGo, model.mayGo)) {
    frame.intents.push(model::PutSomebodyOut{member});
  }
}

void drawMoves(const model::CircleLiveModel& model, const Frame& frame) {
  if (model.moves.empty() || model.projector) return;
  const ui::Card card("moves", {.fill = ui::Token::Tint2, .gap = 6});
  ui::smallStrong(tr::kOnlyYouSeeThis);
  drawLeading(model, frame);
  const std::size_t count = ui::availWidth() > 700 ? 2 : 1;
  ui::Columns columns(std::vector<ui::Track>(count, ui::share()), 24);
  for (std::size_t c = 0; c < count; ++c) {
    columns.next();
    for (std::size_t i = c; i < model.moves.size(); i += count) {
      ui::small(model.moves[i].moment);
      ui::text(model.moves[i].say, {.type = ui::Type::Quote, .colour = ui::Token::HeatherInk});
    }
  }
}

void drawRound(const model::CircleLiveModel& model, model::CircleUi& state, const Frame& frame) {
  if (model.finished) return drawAfterwards(model, frame);
  if (model.pause.safeguarding) return drawPauseCard(model);
  if (model.pause.paused) drawPauseCard(model);
  drawMoves(model, frame);
  if (isSorting(model.kind)) return drawSortingRound(model, state, frame);
  switch (model.kind) {
    case RoundKind::Arrive:
      return drawArrival(model, state, frame);
    case RoundKind::SilentWriting:
      return drawSilentRound(model, state, frame);
    case RoundKind::QuietRead:
    case RoundKind::Breath:
      return drawQuietRound(model, frame);
    case RoundKind::Pairs:
      return drawPairsRound(model, frame);
    case RoundKind::Intentions:
      return drawIntentionRound(model, state, frame);
    case RoundKind::Close:
      return drawClosing(model, state, frame);
    default:
      return drawTableRound(model, state, frame);
  }
}

/// Keys of a running session (DESIGN 9).
void listen(const model::CircleLiveModel& model, const Frame& frame) {
  using ui::Key;
  if (ui::shortcut({.key = Key::F11})) frame.intents.push(model::ShowAsOnWall{!model.projector});
  if (model.finished) return;
  if (!model.onward.empty() && model.onwardNotYet.empty() && !model.pause.paused &&
      ui::shortcut({Key::Right, true})) {
    frame.intents.push(model::MoveOn{});
  }
  if (!model.back.empty() && ui::shortcut({Key::Left, true})) {
    frame.intents.push(model::MoveBack{});
  }
  if (ui::shortcut({Key::Space, true, true})) {
    if (model.pause.mayResume)
      frame.intents.push(model::ResumeSession{});
    else if (model.mayPause)
      frame.intents.push(model::PauseSession{});
  }
  if (model.mayLengthen && ui::shortcut({Key::M, true, true})) {
    frame.intents.push(model::AddMinute{});
  }
  if (model.choose.open && model.choose.notYet.empty() && ui::shortcut({Key::R, true, true})) {
    frame.intents.push(model::ShowChosenWords{});
  }
}

}  // namespace

bool roomy(const Frame& frame) {
  return frame.metrics.main.w >= 1000;
}

void drawTimer(const model::LiveClock& clock, float lineGap) {
  if (!clock.shown) return;
  ui::TimerModel timer;
  timer.gone = clock.gone;
  timer.words = clock.words;
  timer.spoken = clock.spoken;
  timer.stands = clock.stands;
  timer.lineGap = lineGap;
  ui::timerStave("timer", timer);
}

void drawPrompts(const model::CircleLiveModel& model) {
  for (const std::string& prompt : model.prompts) ui::prompt(prompt);
}

void drawCircleLive(const model::CircleLiveModel& model, model::CircleUi& state,
                    const Frame& frame) {
  const ui::Scope scope("live");
  const LivePlaces places = placesIn(frame.metrics.main);
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  listen(model, frame);
  drawHead(model, places, frame);
  {
    ui::RegionStyle style;
    style.padX = places.narrow ? 16.0F : 32.0F;
    style.padY = 12;
    style.gap = 12;
    style.scroll = true;
    const ui::Region region("round", places.content, style);
    if (!model.link.empty()) ui::banner("link", model.link, {.icon = ui::Icon::WifiOff});
    if (places.narrow && !model.finished) ui::stageTrack("track", model.stages, model.stage);
    drawRound(model, state, frame);
  }
  drawFoot(model, places, frame);
}

}  // namespace app::view
