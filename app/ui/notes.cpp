#include "app/ui/notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/internal.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

void staveLines(float left, float right, float top, float gap, ImU32 colour, float thick) {
  for (int i = 0; i < 5; ++i) {
    const float y = std::round(top + gap * static_cast<float>(i));
    draw().AddRectFilled(ImVec2(left, y), ImVec2(right, y + thick), colour);
  }
}

float levelY(float top, float gap, Level level) {
  return std::round(top + gap * static_cast<float>(5 - level)) + hair() / 2;
}

ImVec2 at(Vec2 p) {
  return {raw(p.x), raw(p.y)};
}

}  // namespace

void noteHead(const NoteHead& head) {
  const float side = px(std::max(16.0F, head.radius * 2.6F));
  const ImRect box = place(side, side);
  drawHead(draw(), box.GetCenter(), raw(head.radius), head.domain, head.hollow,
           ink(domainMark(head.domain)), ink(head.hollowFill), raw(2));
  recordStatic(box, "img", domainName(head.domain));
}

void drawNoteHead(Vec2 centre, const NoteHead& head) {
  drawNoteHead(centre, head, domainMark(head.domain));
}
void drawNoteHead(Vec2 centre, const NoteHead& head, Token mark) {
  drawHead(draw(), at(centre), raw(head.radius), head.domain, head.hollow, ink(mark),
           ink(head.hollowFill), raw(2));
}
void drawStave(Rect rect, float lineGap, Token line) {
  const ImRect box = toDevice(rect);
  staveLines(box.Min.x, box.Max.x, box.Min.y, raw(lineGap), ink(line), hair());
}

void brandMark(float size) {
  const float side = px(size);
  const ImRect box = place(side, side);
  const float u = side / 26;
  drawHead(draw(), box.Min + ImVec2(9.4F * u, 16.6F * u), 6.6F * u, Domain::Musical, false,
           ink(Token::Accent), 0);
  drawHead(draw(), box.Min + ImVec2(21.2F * u, 9.2F * u), 3.9F * u, Domain::Musical, false,
           ink(Token::Heather), 0);
}

void brand(float size) {
  Flow& f = flow();
  const bool inRow = f.row;
  const Type type = size >= 30 ? Type::Heading : Type::Read;
  const ImRect box = place(px(size + 9) + widthOf(type, "Afternote"), px(std::max(28.0F, size)));
  const Flow outer = f;
  f.row = true;
  f.rowX = box.Min.x;
  f.rowY = box.Min.y;
  f.rowHeight = box.GetHeight();
  f.rowFirst = true;
  brandMark(size);
  flow() = outer;
  flow().row = inRow;
  drawText(draw(), type, ImVec2(box.Min.x + px(size + 9), box.Min.y), ink(Token::Ink), "Afternote",
           box.GetHeight());
  recordStatic(box, "img", "Afternote");
}

namespace {
void stemmedNote(ImVec2 centre, float radius, Token token, bool flag) {
  const ImU32 colour = ink(token);
  drawHead(draw(), centre, radius, Domain::Musical, false, colour, 0);
  const float right = centre.x + radius * 1.06F;
  const float thick = std::max(2.0F, radius * 0.16F);
  const float top = centre.y - radius * (flag ? 4.8F : 5.3F);
  draw().AddRectFilled(ImVec2(right - thick, top),
                       ImVec2(right + thick * 0.2F, centre.y - radius * 0.2F), colour);
  if (!flag) return;
  // The flag, in three convex parts from the stem's top to its tip.
  const ImVec2 stem(right - thick, top);
  const auto p = [&](float x, float y) { return stem + ImVec2(x * radius, y * radius); };
  const ImVec2 parts[3][4] = {{p(0, 0), p(0.52F, 0.98F), p(0.44F, 1.62F), p(0, 1.05F)},
                              {p(0.52F, 0.98F), p(1.0F, 1.95F), p(0.7F, 2.3F), p(0.44F, 1.62F)},
                              {p(1.0F, 1.95F), p(0.97F, 3.0F), p(0.9F, 2.8F), p(0.7F, 2.3F)}};
  for (const auto& part : parts) draw().AddConvexPolyFilled(part, 4, colour);
}
}  // namespace

void unlockPicture(Rect rect) {
  const ImRect box = toDevice(rect);
  const float gap = box.GetHeight() / 4;
  staveLines(box.Min.x, box.Max.x, box.Min.y, gap, ink(Token::Stave), std::max(2.0F, raw(1.5F)));
  const float x = box.Min.x + box.GetWidth() * 0.65F;
  stemmedNote(ImVec2(x, box.Min.y + gap * 2.5F), gap * 0.65F, Token::Accent, false);
  stemmedNote(ImVec2(x + gap * 2.48F, box.Min.y + gap * 1.5F), gap * 0.41F, Token::Heather, true);
}

void stepsPicture(Rect rect, const std::vector<std::string>& steps, std::size_t current) {
  const ImRect box = toDevice(rect);
  const float gap = (box.GetHeight() - px(46)) / 4;
  staveLines(0, ImGui::GetIO().DisplaySize.x, box.Min.y, gap, ink(Token::Stave),
             std::max(2.0F, raw(1.5F)));
  const float step =
      steps.size() > 1 ? box.GetWidth() / static_cast<float>(steps.size()) : box.GetWidth();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const float x = box.Min.x + step * (static_cast<float>(i) + 0.5F);
    const float line =
        4 - std::min(4.0F, static_cast<float>(i) * 4 /
                               static_cast<float>(std::max<std::size_t>(1, steps.size() - 1)));
    const ImVec2 centre(x, box.Min.y + gap * line);
    const bool isNow = i == current;
    const Token mark = isNow ? Token::Heather : i < current ? Token::Accent : Token::Line2;
    drawHead(draw(), centre, raw(isNow ? 21.0F : 17.0F), Domain::Musical, i > current, ink(mark),
             ink(Token::Canvas), raw(2));
    const Type type = isNow ? Type::BodyStrong : Type::Body;
    const ImVec2 words(x - widthOf(type, steps[i]) / 2, box.Max.y - lineOf(type));
    drawText(draw(), type, words, ink(isNow ? Token::Ink : Token::Ink2), steps[i]);
    const ImRect target(words, words + ImVec2(widthOf(type, steps[i]), lineOf(type)));
    recordStatic(target, "listitem", steps[i], key("step", i),
                 isNow         ? "current"
                 : i < current ? "done"
                               : "to come");
  }
}

namespace {

struct FigurePlace {
  ImRect stave;
  float gap;
};

void drawMovement(const FigurePlace& place, const FigureModel& model, float radius) {
  const bool black = model.chosen && highContrast();
  staveLines(place.stave.Min.x, place.stave.Max.x, place.stave.Min.y, place.gap,
             black ? IM_COL32_BLACK : ink(Token::Stave), hair());
  const ImU32 mark = black ? IM_COL32_BLACK : ink(domainMark(model.domain));
  const float width = place.stave.GetWidth();
  const ImVec2 from(place.stave.Min.x + width * 0.27F,
                    levelY(place.stave.Min.y, place.gap, model.first));
  const ImVec2 to(place.stave.Min.x + width * 0.72F,
                  levelY(place.stave.Min.y, place.gap, model.latest));
  draw().AddLine(from, to, mark, raw(1.5F));
  drawHead(draw(), from, radius, model.domain, true, mark,
           ink(model.chosen ? Token::Sel : Token::Paper), raw(1.6F));
  drawHead(draw(), to, radius, model.domain, false, mark, 0);
}

/// Returns its left edge.
float tooFew(const ImRect& row, const FigureModel& model) {
  const float room = px(92);
  const auto lines = wrapped(Type::Tiny, model.tooFew, room - px(16), true);
  float width = 0;
  for (const std::string_view line : lines) width = std::max(width, widthOf(Type::Tiny, line));
  const float height = lineOf(Type::Tiny) * static_cast<float>(lines.size()) + px(8);
  const ImRect box(row.Max.x - width - px(22), std::round(row.GetCenter().y - height / 2),
                   row.Max.x, std::round(row.GetCenter().y + height / 2));
  dashedRect(draw(), box, ink(Token::Line2), raw(9), raw(1.5F));
  float y = box.Min.y + px(4);
  for (const std::string_view line : lines) {
    drawText(draw(), Type::Tiny, ImVec2(box.GetCenter().x - widthOf(Type::Tiny, line) / 2, y),
             ink(Token::Ink2), line);
    y += lineOf(Type::Tiny);
  }
  return box.Min.x;
}

}  // namespace

bool figureRow(std::string_view key, const FigureModel& model) {
  const ImRect box = place(flow().w, px(74));
  const std::string value = model.enough ? model.movement + ", " + model.detail : model.tooFew;
  bool pressed = false;
  if (model.enough) {
    ItemSpec spec{.key = key, .name = model.name, .value = value};
    spec.chosen = model.chosen;
    const Item item = interactive(box, spec);
    pressed = item.pressed;
    ImRect fill = box;
    fill.Expand(ImVec2(px(10), 0));
    if (model.chosen) draw().AddRectFilled(fill.Min, fill.Max, ink(Token::Sel), raw(9));
    if (!model.chosen && item.heat > 0)
      draw().AddRectFilled(fill.Min, fill.Max, ink(colour(theme(), Token::Tint2), item.heat),
                           raw(9));
  } else {
    recordStatic(box, "figure", model.name, key, value);
  }
  const bool black = model.chosen && highContrast();
  const auto words = [&](Token token) { return black ? IM_COL32_BLACK : ink(token); };
  float x = box.Min.x;
  const float top = box.Min.y + px(10);
  if (model.number > 0) {
    drawText(draw(), Type::Tiny, ImVec2(x, top + px(1)),
             words(model.chosen ? Token::Ink2 : Token::Ink3), std::to_string(model.number));
    x += px(24);
  }
  const float room = box.Max.x - x - (box.GetWidth() >= px(220) || !model.enough ? px(74) : 0);
  drawText(draw(), model.chosen ? Type::BodyStrong : Type::Body,
           ImVec2(x, model.enough ? top - px(2) : top + px(8)), words(Token::Ink),
           elided(Type::Body, model.name, room - (model.enough ? 0 : px(30))), px(20));
  const bool roomForStave = box.GetWidth() >= px(220);
  if (model.enough) {
    drawText(draw(), Type::SmallStrong, ImVec2(x, top + px(17)), words(domainInk(model.domain)),
             model.movement, px(20));
    drawText(draw(), Type::Tiny, ImVec2(x, top + px(35)), words(Token::Ink2), model.detail);
    const float gap = px(9);
    if (roomForStave)
      drawMovement({ImRect(box.Max.x - px(62), box.GetCenter().y - 2 * gap, box.Max.x,
                           box.GetCenter().y + 2 * gap),
                    gap},
                   model, raw(4.6F));
  } else {
    const float detailRoom = tooFew(box, model) - x - px(8);
    if (widthOf(Type::Tiny, model.detail) <= detailRoom)  // a narrow card says it in the box alone
      drawText(draw(), Type::Tiny, ImVec2(x, top + px(28)), words(Token::Ink2), model.detail);
  }
  return pressed;
}

void figureStave(std::string_view key, const FigureModel& model, std::string_view firstWords,
                 std::string_view latestWords) {
  const float gap = px(15);
  const ImRect box = place(flow().w, gap * 4 + px(34));
  drawMovement({ImRect(box.Min.x, box.Min.y + px(4), box.Max.x, box.Min.y + px(4) + gap * 4), gap},
               model, raw(7));
  const float y = box.Max.y - lineOf(Type::Tiny);
  drawText(draw(), Type::Tiny, ImVec2(box.Min.x, y), ink(Token::Ink2), firstWords);
  drawText(draw(), Type::Tiny, ImVec2(box.Max.x - widthOf(Type::Tiny, latestWords), y),
           ink(Token::Ink2), latestWords);
  recordStatic(box, "figure", model.name, key, model.movement);
}

int journeyStave(std::string_view key, Domain domain, const std::vector<JourneyPoint>& points,
                 int chosen, float height) {
  const Scope scope(key);
  const FocusGroup group(static_cast<int>(std::max<std::size_t>(1, points.size())));
  const ImRect box = place(flow().w, px(height));
  const float gap = std::floor((box.GetHeight() - px(24)) / 4);
  const float top = box.Min.y + px(12);
  const float left = box.Min.x + px(18);
  const float right = box.Max.x - px(18);
  staveLines(box.Min.x, box.Max.x, top, gap, ink(Token::Stave), hair());
  const auto centre = [&](const JourneyPoint& p) {
    return ImVec2(left + (right - left) * std::clamp(p.x, 0.0F, 1.0F), levelY(top, gap, p.level));
  };
  const ImU32 mark = ink(domainMark(domain));
  for (std::size_t i = 1; i < points.size(); ++i)
    draw().AddLine(centre(points[i - 1]), centre(points[i]), mark, raw(1.5F));
  int pressed = -1;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 c = centre(points[i]);
    // A note is as wide a target as its neighbours leave it, and 32 where there is room.
    const float before = i > 0 ? (c.x - centre(points[i - 1]).x) / 2 : px(16);
    const float after = i + 1 < points.size() ? (centre(points[i + 1]).x - c.x) / 2 : px(16);
    const ImRect target(c.x - std::min(px(16), before), c.y - px(16), c.x + std::min(px(16), after),
                        c.y + px(16));
    const std::string name = ui::key("note", i);
    ItemSpec spec{.key = name, .name = points[i].name};
    spec.chosen = static_cast<int>(i) == chosen;
    spec.radius = 16;
    if (interactive(target, spec).pressed) pressed = static_cast<int>(i);
    if (static_cast<int>(i) == chosen)
      draw().AddCircle(c, raw(12), ink(Token::Heather), 24, raw(2));
    drawHead(draw(), c, raw(6.6F), domain, i == 0 && points.size() > 1, mark, ink(Token::Paper),
             raw(2));
  }
  return pressed;
}

}  // namespace app::ui
