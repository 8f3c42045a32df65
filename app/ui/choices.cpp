#include "app/ui/choices.h"

#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"
#include "journal/base/utf8.h"

namespace app::ui {
namespace {

/// A control with its label at the right, pressed as one: 32 high.
Item labelled(std::string_view key, std::string_view role, std::string_view label,
              std::string_view value, std::string_view notYet, float controlWidth,
              bool chosen = false) {
  const float width =
      px(controlWidth) + (label.empty() ? 0 : px(10) + std::ceil(widthOf(Type::Body, label)));
  const ImRect box = place(std::max(width, px(32)), px(32));
  ItemSpec spec{.key = key, .role = role, .name = label, .value = value};
  spec.notYet = notYet;
  spec.radius = 8;
  spec.chosen = chosen;
  const Item item = interactive(box, spec);
  drawText(draw(), Type::Body, ImVec2(box.Min.x + px(controlWidth + 10), box.Min.y),
           ink(notYet.empty() ? Token::Ink : Token::Ink3), label, box.GetHeight());
  if (!notYet.empty()) tooltip(notYet);
  return item;
}

}  // namespace

bool switchControl(std::string_view key, std::string_view label, bool& on,
                   std::string_view notYet) {
  const Item item = labelled(key, "switch", label, on ? "on" : "off", notYet, 44);
  if (item.pressed) on = !on;
  const float y = item.box.GetCenter().y;
  const ImRect track(item.box.Min.x, y - raw(13), item.box.Min.x + raw(44), y + raw(13));
  if (on) {
    draw().AddRectFilled(track.Min, track.Max, ink(Token::Accent), raw(13));
    draw().AddCircleFilled(ImVec2(track.Max.x - raw(13), y), raw(10), ink(Token::OnAccent), 32);
  } else {
    draw().AddRectFilled(track.Min, track.Max, ink(Token::Paper), raw(13));
    draw().AddRect(track.Min, track.Max, ink(Token::Line2), raw(13), 0, raw(1.5F));
    draw().AddCircleFilled(ImVec2(track.Min.x + raw(13), y), raw(9), ink(Token::Line2), 32);
  }
  return item.pressed;
}

bool checkbox(std::string_view key, std::string_view label, bool& on, std::string_view notYet) {
  const Item item = labelled(key, "checkbox", label, on ? "on" : "off", notYet, 24);
  if (item.pressed) on = !on;
  drawIcon(draw(), on ? Icon::CheckboxMarked : Icon::CheckboxBlankOutline,
           ImVec2(item.box.Min.x + px(12), item.box.GetCenter().y), 24,
           ink(on ? Token::Accent : Token::Ink2));
  return item.pressed;
}

bool radio(std::string_view key, std::string_view label, bool chosen, std::string_view notYet) {
  const Item item = labelled(key, "radio", label, chosen ? "on" : "off", notYet, 20, chosen);
  const ImVec2 centre(item.box.Min.x + px(10), item.box.GetCenter().y);
  draw().AddCircleFilled(centre, raw(9), ink(Token::Paper), 32);
  draw().AddCircle(centre, raw(8), ink(chosen ? Token::Accent : Token::Line2), 32, raw(2));
  if (chosen) draw().AddCircleFilled(centre, raw(4), ink(Token::Accent), 24);
  return item.pressed && !chosen;
}

bool segmented(std::string_view key, std::string_view label, const std::vector<Option>& options,
               std::string& chosen) {
  const Scope scope(key);
  const FocusGroup group(static_cast<int>(options.size()));
  const Row row(2, 28);
  if (!label.empty()) {
    const ImRect box = place(px(74), px(26));
    drawText(draw(), Type::Tiny, box.Min, ink(Token::Ink2), label, box.GetHeight());
    recordStatic(box, "text", label);
  }
  bool changed = false;
  for (const Option& option : options) {
    const bool on = option.key == chosen;
    // As wide as its semibold form, so that nothing moves when the choice does.
    const float width = std::ceil(widthOf(Type::TinyStrong, option.label) + px(16));
    const ImRect box = place(std::max(width, px(32)), px(28));
    ItemSpec spec{
        .key = option.key, .role = "radio", .name = option.label, .value = on ? "on" : "off"};
    spec.chosen = on;
    spec.chip = true;
    spec.radius = 7;
    const Item item = interactive(box, spec);
    ImRect pill = box;
    pill.Expand(ImVec2(0, -px(1)));
    if (on) {
      draw().AddRectFilled(pill.Min, pill.Max, ink(Token::Tint2), raw(7));
      draw().AddRect(pill.Min, pill.Max, ink(highContrast() ? Token::Accent : Token::Line2), raw(7),
                     0, edge());
    } else if (item.heat > 0) {
      draw().AddRectFilled(pill.Min, pill.Max, ink(colour(theme(), Token::Tint2), item.heat),
                           raw(7));
    }
    const Type type = on ? Type::TinyStrong : Type::Tiny;
    const Token words = on ? (highContrast() ? Token::Accent : Token::Ink) : Token::Ink2;
    const float x = box.Min.x + std::round((box.GetWidth() - widthOf(type, option.label)) / 2);
    drawText(draw(), type, ImVec2(x, box.Min.y), ink(words), option.label, box.GetHeight());
    if (item.pressed && !on) {
      chosen = option.key;
      changed = true;
    }
  }
  return changed;
}

namespace {

/// Where a list of `count` rows opens: under its control, or over it when there is no room.
Rect menuPlace(const ImRect& control, float width, std::size_t count) {
  const Rect at = toEffective(control);
  const Vec2 whole = windowSize();
  const float height =
      std::min(36.0F * static_cast<float>(std::min<std::size_t>(count, 8)) + 12, whole.y - 16);
  const float below = at.bottom() + 4;
  const float y = below + height <= whole.y - 8 ? below : std::max(8.0F, at.y - 4 - height);
  return {std::max(8.0F, std::min(at.x, whole.x - width - 8)), y, width, height};
}

bool menuRow(const Option& option, bool chosen) {
  const ImRect box = place(flow().w, px(36));
  ItemSpec spec{
      .key = option.key, .role = "option", .name = option.label, .value = chosen ? "on" : ""};
  spec.chosen = chosen;
  spec.radius = 7;
  const Item item = interactive(box, spec);
  if (chosen) wantFirstFocus();
  if (chosen || item.heat > 0 || item.focused) {
    draw().AddRectFilled(box.Min, box.Max, ink(chosen ? Token::Tint : Token::Tint2), raw(7));
  }
  drawText(draw(), chosen ? Type::BodyStrong : Type::Body, ImVec2(box.Min.x + px(12), box.Min.y),
           ink(chosen ? Token::Accent : Token::Ink),
           elided(Type::Body, option.label, box.GetWidth() - px(20)), box.GetHeight());
  return item.pressed;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Typing moves to the first option that begins so.
void typeToFind(const std::vector<Option>& options) {
  KitState& s = kit();
  if (s.typedNow.empty() || s.typedNow == " ") return;
  s.menuSearch += lower(s.typedNow);
  s.typedNow.clear();
  const auto begins = [&](const Option& o) { return lower(o.label).rfind(s.menuSearch, 0) == 0; };
  const auto found = std::find_if(options.begin(), options.end(), begins);
  if (found == options.end()) {
    s.menuSearch.clear();
    return;
  }
  focusPath(itemPath(found->key));
}

/// The open list. Returns the key pressed now; closes itself on a choice, Esc or a press outside.
std::string openList(const ImRect& control, float width, const std::vector<Option>& options,
                     std::string_view chosen) {
  KitState& s = kit();
  std::string picked;
  beginLayer("menu", Token::Clear);
  const Rect at = menuPlace(control, width, options.size());
  liftRect(at, 11);
  {
    const Region region("list", at, RegionStyle{.padX = 6, .padY = 6, .gap = 0, .scroll = true});
    const FocusGroup group;
    typeToFind(options);
    for (const Option& option : options) {
      if (menuRow(option, option.key == chosen)) picked = option.key;
    }
  }
  const bool outside = ImGui::IsMouseClicked(0) && !toDevice(at).Contains(ImGui::GetIO().MousePos);
  const bool escaped = s.frame > 0 && keyPressed(Key::Escape, false);
  if (escaped) consume(Key::Escape);
  endLayer();
  if (outside || escaped || !picked.empty()) {
    s.openMenu = 0;
    s.menuSearch.clear();
  }
  return picked;
}

const Option* optionOf(const std::vector<Option>& options, std::string_view key) {
  const auto at =
      std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.key == key; });
  return at == options.end() ? nullptr : &*at;
}

float widest(const std::vector<Option>& options) {
  float width = px(120);
  for (const Option& option : options)
    width = std::max(width, widthOf(Type::BodyStrong, option.label));
  return width / scale() + 44;
}

void openOn(const Item& item) {
  KitState& s = kit();
  const bool down = item.focused && keyPressed(Key::Down, false) && s.openMenu != item.id &&
                    !ImGui::GetIO().KeyCtrl;
  if (down) consume(Key::Down);
  if (!item.pressed && !down) return;
  s.openMenu = item.id;
  s.menuSearch.clear();
}

}  // namespace

bool dropdown(std::string_view key, const std::vector<Option>& options, std::string& chosen,
              const DropdownStyle& style) {
  const float gap = flow().gap;
  if (!style.label.empty() && !flow().row && !style.chip) {
    smallStrong(style.label);
    flow().gap = px(6);
  }
  const Option* const now = optionOf(options, chosen);
  const std::string_view words = now != nullptr ? std::string_view(now->label) : style.placeholder;
  const Type type = style.chip ? Type::Small : Type::Body;
  const float own = std::ceil(widthOf(type, words) + px(42));
  const ImRect box =
      place(style.chip && style.width <= 0 ? own : widthOr(style.width), px(style.chip ? 28 : 40));
  ItemSpec spec{.key = key,
                .role = "combobox",
                .name = style.label.empty() ? style.placeholder : style.label,
                .value = words};
  spec.chip = style.chip;
  spec.radius = style.chip ? 8 : 10;
  const Item item = interactive(box, spec);
  openOn(item);
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper, Token::Tint2, item.heat),
                       raw(spec.radius));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(spec.radius), 0, edge());
  const float left = px(style.chip ? 10 : 12);
  drawText(draw(), type, ImVec2(box.Min.x + left, box.Min.y),
           ink(now != nullptr ? Token::Ink : Token::Ink3),
           elided(type, words, box.GetWidth() - left - px(30)), box.GetHeight());
  drawIcon(draw(), Icon::MenuDown, ImVec2(box.Max.x - px(16), box.GetCenter().y), 16,
           ink(Token::Ink2));
  flow().gap = gap;
  if (kit().openMenu != item.id) return false;
  const Scope scope(key);
  const float width = std::max(box.GetWidth() / scale(), widest(options));
  const std::string picked = openList(box, width, options, chosen);
  if (picked.empty() || picked == chosen) return false;
  chosen = picked;
  return true;
}

std::string menuButton(std::string_view key, std::string_view name,
                       const std::vector<Option>& options) {
  const ImRect box = place(px(36), px(36));
  ItemSpec spec{.key = key, .name = name};
  spec.radius = 9;
  const Item item = interactive(box, spec);
  openOn(item);
  if (item.heat > 0)
    draw().AddRectFilled(box.Min, box.Max, ink(colour(theme(), Token::Tint2), item.heat), raw(9));
  drawIcon(draw(), Icon::DotsHorizontal, box.GetCenter(), 20, ink(Token::Accent));
  tooltip(name);
  if (kit().openMenu != item.id) return {};
  const Scope scope(key);
  return openList(box, widest(options), options, {});
}

}  // namespace app::ui
