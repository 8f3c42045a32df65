#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/session_parts.h"

// Where a session is: the track of its rounds, the clock on its stave, airtime and dots.

namespace app::ui {
namespace {

constexpr float kPillPad = 12;
constexpr float kStageLink = 26;
constexpr float kStageTick = 22;

/// How much of the track is shown: every name, the present one with ticks and heads for the rest,
/// or the present one alone.
enum class TrackFit : std::uint8_t { Names, Heads, One };

float stepWidth(const std::string& name, bool current, bool done, TrackFit fit) {
  if (current) return widthOf(Type::SmallStrong, name) + 2 * px(kPillPad);
  if (fit == TrackFit::Heads) return px(18);
  return widthOf(Type::Small, name) + (done ? px(kStageTick) : 0);
}

float trackWidth(const std::vector<std::string>& names, std::size_t current, TrackFit fit) {
  const float link = px(fit == TrackFit::Names ? kStageLink : 8);
  float width = link * static_cast<float>(names.empty() ? 0 : names.size() - 1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    width += stepWidth(names[i], i == current, i < current, fit);
  }
  return width;
}

TrackFit fitOf(const std::vector<std::string>& names, std::size_t current, float room) {
  for (const TrackFit fit : {TrackFit::Names, TrackFit::Heads}) {
    if (trackWidth(names, current, fit) <= room) return fit;
  }
  return TrackFit::One;
}

void drawPill(const ImRect& box, std::string_view name) {
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Accent), box.GetHeight() / 2);
  const std::string words = elided(Type::SmallStrong, name, box.GetWidth() - 2 * px(kPillPad) + 1);
  drawText(draw(), Type::SmallStrong, ImVec2(box.Min.x + px(kPillPad), box.Min.y),
           ink(Token::OnAccent), words, box.GetHeight());
}

void drawStep(const ImRect& box, const std::string& name, bool done, TrackFit fit) {
  if (fit == TrackFit::Heads) {
    const ImU32 mark = ink(done ? Token::Accent : Token::Line2);
    drawHead(draw(), box.GetCenter(), raw(4.6F), Domain::Musical, !done, mark, ink(Token::Canvas),
             raw(1.5F));
    return;
  }
  float x = box.Min.x;
  if (done) {
    drawIcon(draw(), Icon::Check, ImVec2(x + px(7), box.GetCenter().y), 16, ink(Token::Ink2));
    x += px(kStageTick);
  }
  drawText(draw(), Type::Small, ImVec2(x, box.Min.y), ink(Token::Ink2), name, box.GetHeight());
}

}  // namespace

void stageTrack(std::string_view key, const std::vector<std::string>& names, std::size_t current) {
  if (names.empty()) return;
  const Scope scope(key);
  const float height = px(34);
  const ImRect line = place(widthOr(0), height);
  const TrackFit fit = fitOf(names, current, line.GetWidth());
  const float link = px(fit == TrackFit::Names ? kStageLink : 8);
  const float whole = std::min(line.GetWidth(), trackWidth(names, current, fit));
  float x =
      fit == TrackFit::One ? line.Min.x : std::round(line.Min.x + (line.GetWidth() - whole) / 2);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool now = i == current;
    if (fit == TrackFit::One && !now) continue;
    const float width = std::min(stepWidth(names[i], now, i < current, fit), line.Max.x - x);
    const ImRect box(x, line.Min.y, x + width, line.Max.y);
    if (now)
      drawPill(box, names[i]);
    else
      drawStep(box, names[i], i < current, fit);
    if (fit == TrackFit::Names && i + 1 < names.size()) {
      const float y = std::round(box.GetCenter().y);
      draw().AddRectFilled(ImVec2(box.Max.x + px(5), y),
                           ImVec2(box.Max.x + link - px(5), y + hair()), ink(Token::Line2));
    }
    const std::string spoken =
        names[i] + ", step " + std::to_string(i + 1) + " of " + std::to_string(names.size());
    recordStatic(box, "listitem", spoken, ui::key("stage", i),
                 now           ? "current"
                 : i < current ? "done"
                               : "to come");
    x = box.Max.x + link;
  }
}

void timerStave(std::string_view key, const TimerModel& model) {
  const float gap = px(model.lineGap);
  const ImRect box = place(widthOr(0), 4 * gap + px(8));
  const float top = box.Min.y + px(4);
  const float middle = std::round(top + 2 * gap);
  const Type type = model.lineGap >= 18 ? Type::Read : Type::Quote;
  const float radius = std::min(gap * 0.95F, raw(21));
  const float least = box.Min.x + radius * 1.3F;
  const float x =
      std::round(least + std::clamp(model.gone, 0.0F, 1.0F) * (box.GetWidth() - 2.6F * radius));
  for (int i = 0; i < 5; ++i) {
    const float y = std::round(top + gap * static_cast<float>(i));
    draw().AddRectFilled(ImVec2(box.Min.x, y), ImVec2(box.Max.x, y + hair()), ink(Token::Stave));
  }
  const float words = widthOf(type, model.words);
  const float pad = px(12);
  const float beside = radius * 1.3F + px(16);
  const bool right = x + beside + words + pad <= box.Max.x;
  const float from = right ? x + beside : std::max(box.Min.x + pad, x - beside - words);
  const float line = lineOf(type);
  const ImRect room(from - pad, middle - line / 2, from + words + pad, middle + line / 2);
  draw().AddRectFilled(ImVec2(box.Min.x, middle - raw(1.5F)), ImVec2(x, middle + raw(1.5F)),
                       ink(Token::Heather));
  draw().AddRectFilled(room.Min, room.Max, ink(model.behind));
  drawHead(draw(), ImVec2(x, middle), radius, Domain::Musical, model.stands, ink(Token::Heather),
           ink(model.behind), raw(3));
  drawText(draw(), type, ImVec2(from, std::round(room.Min.y)), ink(Token::Ink), model.words);
  recordStatic(box, "timer", model.spoken, key, model.stands ? "paused" : "running");
}

void airtimeBar(std::string_view key, std::string_view name, float share, bool speaking,
                float width) {
  const float words = lineOf(Type::Tiny);
  const ImRect box = place(px(width), px(6 + 4) + words);
  const ImRect bar(box.Min.x, box.Min.y, box.Max.x - px(10), box.Min.y + px(6));
  draw().AddRectFilled(bar.Min, bar.Max, ink(Token::Tint), px(3));
  if (highContrast()) draw().AddRect(bar.Min, bar.Max, ink(Token::Line), px(3), 0, hair());
  const float filled = std::clamp(share, 0.0F, 1.0F) * bar.GetWidth();
  if (filled >= 1) {
    draw().AddRectFilled(bar.Min, ImVec2(bar.Min.x + std::max(filled, px(6)), bar.Max.y),
                         ink(speaking ? Token::Heather : Token::Accent), px(3));
  }
  const std::string shown = elided(Type::Tiny, name, bar.GetWidth() + px(6));
  drawText(draw(), Type::Tiny, ImVec2(box.Min.x, box.Max.y - words), ink(Token::Ink2), shown);
  recordStatic(box, "listitem", name, key);
}

void voteDots(std::string_view key, const DotsModel& model) {
  const float step = px(19);
  const int count = model.yours + model.others;
  const ImRect box = place(std::max(px(1), step * static_cast<float>(count)), px(22));
  for (int i = 0; i < count; ++i) {
    const bool yours = i < model.yours;
    const ImVec2 centre(box.Min.x + step * (static_cast<float>(i) + 0.5F), box.Min.y + px(8));
    const ImU32 mark = ink(yours ? Token::Heather : Token::Accent);
    drawHead(draw(), centre, raw(6), Domain::Musical, false, mark, mark, 0);
    if (!yours) continue;
    draw().AddRectFilled(ImVec2(centre.x - raw(7), box.Max.y - raw(4)),
                         ImVec2(centre.x + raw(7), box.Max.y - raw(2)), mark);
  }
  recordStatic(box, "img", model.spoken, key);
}

}  // namespace app::ui
