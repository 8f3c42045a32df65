#include "app/ui/stave.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "app/ui/snippet.h"

namespace app::ui {
namespace {

constexpr float kLineGap = 26;
constexpr float kAbove = 18;
constexpr float kNumbers = 28;
constexpr float kLabel = 132;
constexpr float kStep = 44;
/// Notes of the same week stand side by side, not on top of each other.
constexpr float kLeastApart = 16;

struct Chart {
  ImRect box;
  float left = 0;
  float right = 0;
  float lineY(int level) const {
    return std::round(box.Min.y + px(kAbove) + px(kLineGap) * static_cast<float>(5 - level));
  }
  float at(float x) const { return std::round(left + (right - left) * std::clamp(x, 0.0F, 1.0F)); }
};

/// Room for the label only where the stave keeps most of the width.
Chart chartIn(const ImRect& box, bool label) {
  Chart chart;
  chart.box = box;
  chart.left = box.Min.x + px(kNumbers + 14);
  chart.right = box.Max.x - px(label && box.GetWidth() > px(480) ? kLabel : 16);
  return chart;
}

std::vector<ImVec2> centresOf(const Chart& chart, const std::vector<StaveNote>& notes) {
  std::vector<ImVec2> centres;
  for (const StaveNote& note : notes) {
    float x = chart.at(note.x);
    if (!centres.empty()) x = std::max(x, centres.back().x + px(kLeastApart));
    centres.emplace_back(x, chart.lineY(note.level) + hair() / 2);
  }
  // What was pushed over the end comes back from the right.
  float limit = chart.right;
  for (std::size_t i = centres.size(); i-- > 0;) {
    if (centres[i].x <= limit) break;
    centres[i].x = std::max(chart.left, limit);
    limit -= px(kLeastApart);
  }
  return centres;
}

void drawLines(const Chart& chart, const JourneyChartModel& model) {
  const float thick = hair();
  for (const StaveMonth& month : model.months) {
    const float x = chart.at(month.x);
    draw().AddRectFilled(ImVec2(x, chart.lineY(5)), ImVec2(x + thick, chart.lineY(1)),
                         ink(Token::Line));
  }
  for (int level = 1; level <= 5; ++level) {
    const float y = chart.lineY(level);
    draw().AddRectFilled(ImVec2(chart.box.Min.x + px(kNumbers), y),
                         ImVec2(chart.right + px(14), y + thick), ink(Token::Stave));
    const std::string digit = std::to_string(level);
    drawText(draw(), Type::Small,
             ImVec2(chart.box.Min.x + px(kNumbers - 12) - widthOf(Type::Small, digit), y - px(10)),
             ink(Token::Ink2), digit);
  }
}

/// As wide as the neighbours leave it, and 32 where there is room.
ImRect targetOf(const std::vector<ImVec2>& centres, std::size_t i) {
  const ImVec2 c = centres[i];
  const float before = i > 0 ? (c.x - centres[i - 1].x) / 2 : px(16);
  const float after = i + 1 < centres.size() ? (centres[i + 1].x - c.x) / 2 : px(16);
  return {std::ceil(c.x - std::min(px(16), before)), c.y - px(16),
          std::floor(c.x + std::min(px(16), after)), c.y + px(16)};
}

}  // namespace

int journeyChart(std::string_view key, const JourneyChartModel& model) {
  const Scope scope(key);
  const FocusGroup group(static_cast<int>(std::max<std::size_t>(1, model.notes.size())));
  const ImRect box = place(flow().w, px(kLineGap * 4 + 2 * kAbove));
  const Chart chart = chartIn(box, !model.label.empty());
  drawLines(chart, model);
  const std::vector<ImVec2> centres = centresOf(chart, model.notes);
  const ImU32 mark = ink(domainMark(model.domain));
  for (std::size_t i = 1; i < centres.size(); ++i)
    draw().AddLine(centres[i - 1], centres[i], mark, raw(1.8F));
  int pressed = -1;
  for (std::size_t i = 0; i < centres.size(); ++i) {
    const bool chosen = static_cast<int>(i) == model.chosen;
    const std::string name = ui::key("note", i);
    ItemSpec spec{.key = name, .name = model.notes[i].name, .value = chosen ? "on" : ""};
    spec.chosen = chosen;
    spec.chip = true;
    spec.radius = 16;
    if (interactive(targetOf(centres, i), spec).pressed) pressed = static_cast<int>(i);
    if (chosen) {
      draw().AddCircleFilled(centres[i], raw(13), ink(Token::Sel), 32);
      draw().AddCircle(centres[i], raw(13), ink(Token::Heather), 32, raw(2));
    }
    const bool hollow = i == 0 && centres.size() > 1;
    const bool onSel = chosen && highContrast();
    drawHead(draw(), centres[i], raw(6.6F), model.domain, hollow, onSel ? IM_COL32_BLACK : mark,
             ink(chosen ? Token::Sel : Token::Paper), raw(2));
  }
  if (!model.label.empty() && !centres.empty() && box.GetWidth() > px(480)) {
    const float x = chart.right + px(22);
    drawText(draw(), Type::SmallStrong, ImVec2(x, centres.back().y - px(10)),
             ink(domainInk(model.domain)), elided(Type::SmallStrong, model.label, box.Max.x - x));
  }
  return pressed;
}

void monthAxis(std::string_view key, const std::vector<StaveMonth>& months) {
  const ImRect box = place(flow().w, px(20));
  const Chart chart = chartIn(box, true);
  float free = box.Min.x;
  std::string said;
  for (const StaveMonth& month : months) {
    const float x = chart.at(month.x);
    const float width = widthOf(Type::Small, month.name);
    said += (said.empty() ? "" : ", ") + month.name;
    if (x < free || x + width > box.Max.x) continue;
    drawText(draw(), Type::Small, ImVec2(x, box.Min.y), ink(Token::Ink2), month.name);
    free = x + width + px(12);
  }
  recordStatic(box, "text", said, key);
}

namespace {

void drawLevelCircle(ImVec2 centre, const PassageStepModel& model) {
  const bool strong = model.latest;
  const ImU32 fill = ink(strong ? domainInk(model.domain) : domainTint(model.domain));
  draw().AddCircleFilled(centre, raw(15), fill, 32);
  if (highContrast() && !strong)
    draw().AddCircle(centre, raw(15), ink(domainInk(model.domain)), 32, raw(1.5F));
  if (model.chosen) draw().AddCircle(centre, raw(18), ink(Token::Heather), 32, raw(2));
  const std::string digit = std::to_string(model.level);
  drawText(draw(), Type::SmallStrong,
           ImVec2(std::round(centre.x - widthOf(Type::SmallStrong, digit) / 2), centre.y - px(10)),
           ink(strong ? Token::Paper : domainInk(model.domain)), digit);
}

}  // namespace

bool passageStep(std::string_view key, const PassageStepModel& model) {
  const float width = flow().w;
  const SnippetLayout layout = layOutSnippet(model.words, Type::Quote, width - px(kStep));
  const float words = lineOf(Type::Quote) * static_cast<float>(layout.lines);
  const ImRect box = place(width, px(22) + words + px(20) + px(14));
  const std::string said = joined(model.words);
  ItemSpec spec{.key = key, .role = "article", .name = model.date, .value = said};
  spec.chosen = model.chosen;
  spec.radius = 9;
  const Item item = interactive(box, spec);
  if (!item.drawn) return item.pressed;
  if (item.heat > 0) {
    ImRect fill = box;
    fill.Expand(ImVec2(px(8), 0));
    draw().AddRectFilled(fill.Min, fill.Max, ink(colour(theme(), Token::Tint2), item.heat), raw(9));
  }
  const ImVec2 centre(box.Min.x + px(18), box.Min.y + px(20));
  if (!model.lastOne) {
    draw().AddRectFilled(ImVec2(centre.x - px(1), centre.y + px(15)),
                         ImVec2(centre.x + px(1), box.Max.y + px(2)),
                         ink(highContrast() ? Token::Line : domainTint(model.domain)));
  }
  drawLevelCircle(centre, model);
  const float left = box.Min.x + px(kStep);
  drawText(draw(), Type::Small, ImVec2(left, box.Min.y + px(2)), ink(Token::Ink2), model.date);
  drawSnippet(layout, model.words, Type::Quote, ImVec2(left, box.Min.y + px(22)));
  drawText(draw(), Type::Tiny, ImVec2(left, box.Min.y + px(22) + words), ink(Token::Ink2),
           elided(Type::Tiny, model.detail, box.Max.x - left));
  return item.pressed;
}

}  // namespace app::ui
