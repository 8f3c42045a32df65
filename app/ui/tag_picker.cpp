#include <algorithm>
#include <cmath>
#include <optional>

#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/rows.h"

namespace app::ui {
namespace {

constexpr float kGap = 4;

struct Grid {
  float x = 0;
  float column = 0;
};

void drawHeads(const TagPickerModel& model, const ImRect& row, const Grid& grid) {
  for (std::size_t d = 0; d < model.domains.size(); ++d) {
    const Domain domain = model.domains[d].domain;
    const float x = grid.x + (grid.column + px(kGap)) * static_cast<float>(d) + px(4);
    drawHead(draw(), ImVec2(x + px(8), row.GetCenter().y), raw(6), domain, false,
             ink(domainMark(domain)), 0);
    drawText(draw(), Type::SmallStrong, ImVec2(x + px(22), row.Min.y), ink(domainInk(domain)),
             domainName(domain), row.GetHeight());
    const ImRect box(x, row.Min.y, x + grid.column - px(8), row.Max.y);
    recordStatic(box, "heading", domainName(domain));
  }
}

/// One outcome of one domain. True when pressed.
bool drawOutcome(const ImRect& box, const OutcomeRow& outcome, Domain domain, int digit,
                 bool open) {
  ItemSpec spec{.key = outcome.key,
                .role = "radio",
                .name = outcome.fullName.empty() ? outcome.label : outcome.fullName,
                .value = open ? "on" : "off"};
  spec.chosen = open;
  spec.chip = true;  // the tag panel's rows are 30 and 28 high (ADDENDUM 02)
  spec.radius = 7;
  const Item item = interactive(box, spec);
  if (open) {
    draw().AddRectFilled(box.Min, box.Max, ink(domainTint(domain)), raw(7));
    if (highContrast())
      draw().AddRect(box.Min, box.Max, ink(domainMark(domain)), raw(7), 0, raw(3));
  } else if (item.heat > 0) {
    draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint2), item.heat), raw(7));
  }
  const ImU32 words = ink(open ? domainInk(domain) : Token::Ink);
  drawText(draw(), Type::Tiny, ImVec2(box.Min.x + px(5), box.Min.y),
           ink(open ? domainInk(domain) : Token::Ink3), std::to_string(digit), box.GetHeight());
  const Type type = open ? Type::SmallStrong : Type::Small;
  const float room = box.GetWidth() - px(19) - (open ? px(20) : -px(2));
  drawText(draw(), type, ImVec2(box.Min.x + px(19), box.Min.y), words,
           elided(type, outcome.label, room), box.GetHeight());
  if (open)
    drawIcon(draw(), Icon::MenuDown, ImVec2(box.Max.x - px(11), box.GetCenter().y), 16, words);
  if (outcome.label != outcome.fullName) tooltip(outcome.fullName);
  return item.pressed;
}

bool drawIndicators(const TagPickerModel& model, TagPickerState& state, Domain domain,
                    float notchX) {
  const FocusGroup group;
  const float gap = flow().gap;
  flow().gap = 0;
  space(model.low ? 2 : 5);
  const float rowHeight = px(28);
  const std::size_t across = model.low ? 2 : 1;
  const std::size_t down = (model.indicators.size() + across - 1) / across;
  const float edge = model.low ? px(3) : px(5);
  const float height = rowHeight * static_cast<float>(down) + 2 * edge;
  const ImRect band = place(flow().w, height);
  const ImVec2 notch[] = {
      {notchX - px(8), band.Min.y}, {notchX, band.Min.y - px(8)}, {notchX + px(8), band.Min.y}};
  draw().AddRectFilled(band.Min, band.Max, ink(domainTint(domain)), raw(10));
  if (highContrast())
    draw().AddRect(band.Min, band.Max, ink(domainMark(domain)), raw(10), 0, raw(2));
  draw().AddTriangleFilled(notch[0], notch[1], notch[2],
                           ink(highContrast() ? domainMark(domain) : domainTint(domain)));
  bool changed = false;
  const float cell = std::floor((band.GetWidth() - 2 * edge) / static_cast<float>(across));
  for (std::size_t i = 0; i < model.indicators.size(); ++i) {
    const OutcomeRow& indicator = model.indicators[i];
    const float x = band.Min.x + edge + cell * static_cast<float>(i / down);
    const float y = band.Min.y + edge + rowHeight * static_cast<float>(i % down);
    const ImRect box(x, y, x + cell, y + rowHeight);
    const bool on = state.indicator == indicator.key;
    ItemSpec spec{.key = indicator.key,
                  .role = "radio",
                  .name = indicator.fullName.empty() ? indicator.label : indicator.fullName,
                  .value = on ? "on" : "off"};
    spec.chosen = on;
    spec.chip = true;
    spec.radius = 7;
    const Item item = interactive(box, spec);
    if (on) {
      draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper), raw(7));
      draw().AddRect(box.Min, box.Max, ink(Token::Heather), raw(7), 0, raw(2));
    } else if (item.heat > 0) {
      draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Paper), item.heat * 0.6F),
                           raw(7));
    }
    drawText(draw(), Type::Tiny, ImVec2(box.Min.x + px(8), box.Min.y), ink(Token::Ink2),
             std::to_string(i + 1), box.GetHeight());
    const Type type = on ? Type::SmallStrong : Type::Small;
    const std::string shown = elided(type, indicator.label, box.GetWidth() - px(30));
    drawText(draw(), type, ImVec2(box.Min.x + px(22), box.Min.y),
             ink(on ? domainInk(domain) : Token::Ink), shown, box.GetHeight());
    if (shown != indicator.label) tooltip(indicator.label);
    if (item.pressed && !on) {
      state.indicator = indicator.key;
      changed = true;
    }
  }
  space(model.low ? 2 : 6);
  flow().gap = gap;
  return changed;
}

std::size_t rowCount(const TagPickerModel& model) {
  std::size_t rows = 0;
  for (const auto& column : model.domains) rows = std::max(rows, column.outcomes.size());
  return rows;
}

}  // namespace

bool tagPicker(std::string_view key, const TagPickerModel& model, TagPickerState& state) {
  if (model.domains.empty()) return false;
  const Scope scope(key);
  const float gap = flow().gap;
  const auto columns = static_cast<float>(model.domains.size());
  Grid grid;
  grid.x = flow().x;
  grid.column = std::floor((flow().w - px(kGap) * (columns - 1)) / columns);
  drawHeads(model, place(flow().w, px(model.low ? 24.0F : 28.0F)), grid);
  flow().gap = 0;
  bool changed = false;
  std::optional<FocusGroup> group;
  group.emplace(static_cast<int>(model.domains.size()));
  for (std::size_t r = 0; r < rowCount(model); ++r) {
    const ImRect row = place(flow().w, px(model.low ? 28.0F : 30.0F));
    if (!model.low) space(1);
    int openColumn = -1;
    for (std::size_t d = 0; d < model.domains.size(); ++d) {
      const auto& column = model.domains[d];
      if (r >= column.outcomes.size() || column.outcomes[r].key.empty()) continue;
      const float x = grid.x + (grid.column + px(kGap)) * static_cast<float>(d);
      const ImRect box(x, row.Min.y, x + grid.column, row.Max.y);
      const bool open = state.outcome == column.outcomes[r].key;
      if (open) openColumn = static_cast<int>(d);
      if (drawOutcome(box, column.outcomes[r], column.domain, static_cast<int>(r) + 1, open) &&
          !open) {
        state.outcome = column.outcomes[r].key;
        state.indicator.clear();
        changed = true;
      }
    }
    if (openColumn < 0 || model.indicators.empty()) continue;
    const float notch =
        grid.x + (grid.column + px(kGap)) * static_cast<float>(openColumn) + grid.column / 2;
    group.reset();
    changed = drawIndicators(model, state,
                             model.domains[static_cast<std::size_t>(openColumn)].domain, notch) ||
              changed;
    group.emplace(static_cast<int>(model.domains.size()));
  }
  flow().gap = gap;
  return changed;
}

}  // namespace app::ui
