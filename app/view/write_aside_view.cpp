// What stands above and below the words being written, and the timer of the footer.

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <vector>

#include "app/model/keeping_words.h"
#include "app/model/write_words.h"
#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

constexpr float kPadX = 16;
constexpr float kPadY = 10;
constexpr float kRowHeight = 32;
constexpr float kRowGap = 8;
constexpr float kBarWidth = 132;

float linesHigh(ui::Type type, std::string_view words, float width, float lineHeight) {
  // A wrapped line is a word short of full, and a word is rarely a fifth of a line.
  const float lines = std::ceil(ui::textWidth(type, words) / (width * 0.86F));
  return std::max(1.0F, lines) * lineHeight;
}

float rowsHigh(const std::vector<std::string_view>& labels, float width) {
  const ui::ButtonStyle style{.kind = ui::ButtonKind::Quiet, .small = true};
  float rows = 1;
  float used = 0;
  for (const std::string_view label : labels) {
    const float wide = ui::buttonWidth(label, style);
    if (used > 0 && used + kRowGap + wide > width) {
      ++rows;
      used = 0;
    }
    used += (used > 0 ? kRowGap : 0) + wide;
  }
  return rows * kRowHeight + (rows - 1) * kRowGap;
}

bool press(std::string_view key, std::string_view label,
           ui::ButtonKind kind = ui::ButtonKind::Secondary) {
  return ui::button(key, label, {.kind = kind, .small = true});
}

const std::vector<std::string_view> kIntentionButtons{tr::kMeantDone, tr::kMeantCarryOn,
                                                      tr::kMeantLetGo};
const std::vector<std::string_view> kConcernButtons{tr::kWorried, tr::kMoveItOut, tr::kAlreadyDone,
                                                    tr::kNoNeed};
const std::vector<std::string_view> kMoveOutButtons{tr::kMoveItOut, tr::kKeepItHere};
const std::vector<std::string_view> kNameButtons{tr::kYoungPerson, tr::kColleague, tr::kPlace,
                                                 tr::kNotAName};

std::string nameWords(const model::NameOfferModel& name) {
  return "“" + name.word + "”" + std::string(tr::kLooksLikeName);
}

/// Keys for the first of them: the words need not be left.
void intentionKeys(const model::IntentionLine& first, const Frame& frame) {
  const std::pair<ui::Key, model::IntentionAnswer> keys[] = {
      {ui::Key::D, model::IntentionAnswer::Done},
      {ui::Key::C, model::IntentionAnswer::CarryOn},
      {ui::Key::G, model::IntentionAnswer::LetGo}};
  for (const auto& one : keys) {
    if (ui::shortcut({one.first, false, false, true})) {
      frame.intents.push(model::AnswerIntention{first.id, one.second});
    }
  }
}

/// The words have the keyboard again once an answer put the line away.
void backToWords() {
  ui::focusPath("write/words");
}

void drawIntention(const model::IntentionLine& line, const Frame& frame) {
  const ui::Scope scope(ui::key("intention", line.id.hex()));
  ui::quote(line.words);
  const ui::Row row(kRowGap, kRowHeight);
  const std::pair<const char*, model::IntentionAnswer> answers[] = {
      {"done", model::IntentionAnswer::Done},
      {"carry-on", model::IntentionAnswer::CarryOn},
      {"let-go", model::IntentionAnswer::LetGo}};
  for (std::size_t i = 0; i < kIntentionButtons.size(); ++i) {
    if (!press(answers[i].first, kIntentionButtons[i])) continue;
    frame.intents.push(model::AnswerIntention{line.id, answers[i].second});
    backToWords();
  }
  if (row.leftOver() > ui::textWidth(ui::Type::Small, line.detail) + kRowGap) {
    ui::small(line.detail);
  }
}

void drawMovingOut(const Frame& frame) {
  const ui::Scope scope("move-out");
  ui::small(tr::kMoveOutMeans, ui::Token::Ink);
  const ui::Row row(kRowGap, kRowHeight);
  if (press("sure", tr::kMoveItOut)) frame.intents.push(model::MoveItOut{true});
  if (press("keep", tr::kKeepItHere, ui::ButtonKind::Quiet)) {
    frame.intents.push(model::KeepItHere{});
    backToWords();
  }
}

void drawConcern(const Frame& frame) {
  const ui::Scope scope("concern");
  ui::smallStrong(tr::kNeedsDsl);
  ui::tiny(tr::kMemoryAid);
  const ui::Row row(kRowGap, kRowHeight);
  if (press("yes", tr::kWorried)) {
    frame.intents.push(model::AnswerConcern{model::ConcernAnswer::Yes});
    frame.intents.push(model::OpenWorried{});
  }
  if (press("move-out", tr::kMoveItOut)) {
    frame.intents.push(model::MoveItOut{});
    ui::focusPath("write/beside/move-out/keep");
  }
  if (press("already", tr::kAlreadyDone, ui::ButtonKind::Quiet)) {
    frame.intents.push(model::AnswerConcern{model::ConcernAnswer::AlreadyDone});
    backToWords();
  }
  if (press("no", tr::kNoNeed, ui::ButtonKind::Quiet)) {
    frame.intents.push(model::AnswerConcern{model::ConcernAnswer::No});
    backToWords();
  }
}

void drawNameOffer(const model::NameOfferModel& name, const Frame& frame) {
  using journal::NameKind;
  const ui::Scope scope("name-offer");
  ui::small(nameWords(name), ui::Token::Ink);
  const ui::Row row(kRowGap, kRowHeight);
  if (press("young-person", tr::kYoungPerson)) {
    frame.intents.push(model::TakeNameOffer{NameKind::YoungPerson});
  }
  if (press("colleague", tr::kColleague)) {
    frame.intents.push(model::TakeNameOffer{NameKind::Colleague});
  }
  if (press("place", tr::kPlace)) frame.intents.push(model::TakeNameOffer{NameKind::Place});
  if (press("not-a-name", tr::kNotAName, ui::ButtonKind::Quiet)) {
    frame.intents.push(model::LeaveNameOffer{});
    backToWords();
  }
}

/// Where the entry has been, and a question that leads elsewhere.
void drawPlaces(const model::PlacesModel& places, const Frame& frame) {
  const ui::Scope scope("places");
  {
    const ui::FocusGroup group;
    const ui::Row row(kRowGap, kRowHeight);
    for (std::size_t i = 0; i < model::kEntryPlaces; ++i) {
      const auto place = static_cast<model::EntryPlace>(i);
      const ui::ChipStyle style{.on = places.been[i]};
      if (ui::chip(ui::key("place", i), nameOf(place), style)) {
        frame.intents.push(model::TickPlace{place});
      }
    }
  }
  if (!places.nudge.empty()) ui::prompt(places.nudge);
  if (press("new", tr::kTakeMeSomewhereNew, ui::ButtonKind::Quiet)) {
    frame.intents.push(model::TakeMeSomewhereNew{});
  }
}

float placesHigh(const model::PlacesModel& places, float inner) {
  float rows = 1;
  float used = 0;
  for (std::size_t i = 0; i < model::kEntryPlaces; ++i) {
    const float wide = ui::chipWidth(nameOf(static_cast<model::EntryPlace>(i)), {});
    if (used > 0 && used + kRowGap + wide > inner) {
      ++rows;
      used = 0;
    }
    used += (used > 0 ? kRowGap : 0) + wide;
  }
  float height = 2 * kPadY + rows * (kRowHeight + kRowGap) + kRowHeight + 4;
  if (!places.nudge.empty()) height += linesHigh(ui::Type::Prompt, places.nudge, inner, 28) + 4;
  return height;
}

float intentionsHigh(const std::vector<model::IntentionLine>& lines, float inner) {
  if (lines.empty()) return 0;
  float height = 2 * kPadY + 24;
  for (const model::IntentionLine& line : lines) {
    height +=
        linesHigh(ui::Type::Quote, line.words, inner, 25) + rowsHigh(kIntentionButtons, inner) + 8;
  }
  return height;
}

void drawLines(const std::vector<model::IntentionLine>& lines, const Frame& frame) {
  intentionKeys(lines.front(), frame);
  ui::smallStrong(tr::kLastTimeYouMeant);
  for (const model::IntentionLine& line : lines) drawIntention(line, frame);
}

}  // namespace

AsideHeights asideHeights(const model::AsideModel& model, float width, float most) {
  const float inner = std::max(60.0F, width - 2 * kPadX);
  AsideHeights heights;
  heights.above = intentionsHigh(model.intentions, inner);
  if (model.movingOut) {
    heights.below = 2 * kPadY + linesHigh(ui::Type::Small, tr::kMoveOutMeans, inner, 20) + 4 +
                    rowsHigh(kMoveOutButtons, inner);
  } else if (model.concern) {
    heights.below = 2 * kPadY + linesHigh(ui::Type::SmallStrong, tr::kNeedsDsl, inner, 24) +
                    linesHigh(ui::Type::Tiny, tr::kMemoryAid, inner, 22) +
                    rowsHigh(kConcernButtons, inner);
  } else if (!model.below.empty()) {
    heights.below = intentionsHigh(model.below, inner);
  } else if (model.name) {
    heights.below = 2 * kPadY + linesHigh(ui::Type::Small, nameWords(*model.name), inner, 24) +
                    rowsHigh(kNameButtons, inner);
  } else if (model.places) {
    heights.below = placesHigh(*model.places, inner);
  }
  // Where there is room for one only: safeguarding first, a name last.
  if (heights.above + heights.below > most && heights.above > 0 && heights.below > 0) {
    (model.concern || model.movingOut ? heights.above : heights.below) = 0;
  }
  heights.above = std::min(heights.above, most);
  heights.below = std::min(heights.below, most);
  return heights;
}

void drawIntentions(const std::vector<model::IntentionLine>& lines, ui::Rect rect,
                    const Frame& frame) {
  if (lines.empty() || rect.h <= 0) return;
  const ui::Region region("intentions", rect,
                          {.fill = ui::Token::Tint2,
                           .padX = kPadX,
                           .padY = kPadY,
                           .gap = 4,
                           .radius = 11,
                           .scroll = true});
  drawLines(lines, frame);
}

void drawQuietLine(const model::AsideModel& model, ui::Rect rect, const Frame& frame) {
  if (rect.h <= 0) return;
  const ui::Region region("beside", rect,
                          {.fill = ui::Token::Sunken,
                           .padX = kPadX,
                           .padY = kPadY,
                           .gap = 4,
                           .radius = 11,
                           .scroll = true});
  if (model.movingOut)
    drawMovingOut(frame);
  else if (model.concern)
    drawConcern(frame);
  else if (!model.below.empty())
    drawLines(model.below, frame);
  else if (model.name)
    drawNameOffer(*model.name, frame);
  else if (model.places)
    drawPlaces(*model.places, frame);
}

float paidTimeWidth(const model::PaidTimeModel& model, bool withBar) {
  if (!model.on) return 0;
  float width = ui::textWidth(ui::Type::SmallStrong, model.words) + 2 + kRowGap + kRowHeight;
  if (withBar) width += ui::textWidth(ui::Type::Small, tr::kPaidTime) + 2 + kBarWidth + 2 * kRowGap;
  return width;
}

void drawPaidTime(const model::PaidTimeModel& model, bool withBar, const Frame& frame) {
  if (!model.on) return;
  const ui::Scope scope("paid");
  if (withBar) {
    ui::small(tr::kPaidTime);
    ui::bar("bar", model.fraction, kBarWidth, model.lastMinute);
  }
  ui::text(model.words, {.type = ui::Type::SmallStrong, .role = "timer"});
  const auto icon = model.paused ? ui::Icon::Play : ui::Icon::Pause;
  const auto name = model.paused ? tr::kResumePaid : tr::kPausePaid;
  if (ui::iconButton("pause", icon, name)) frame.intents.push(model::PausePaidTime{});
}

}  // namespace app::view
