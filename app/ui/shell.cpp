#include <algorithm>
#include <cmath>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/internal.h"
#include "app/ui/layout.h"
#include "app/ui/notes.h"
#include "app/ui/text.h"

namespace app::ui {

Breakpoint breakpointFor(float effectiveWidth) {
  if (effectiveWidth < 700) return Breakpoint::XS;
  if (effectiveWidth < 1080) return Breakpoint::S;
  if (effectiveWidth < 1600) return Breakpoint::M;
  return effectiveWidth < 2080 ? Breakpoint::L : Breakpoint::XL;
}

ShellMetrics shellMetrics(Vec2 window) {
  ShellMetrics m;
  m.breakpoint = breakpointFor(window.x);
  m.shortWindow = window.y < 640;
  m.header = m.shortWindow ? 56 : 72;
  m.footer = m.shortWindow ? 36 : 48;
  switch (m.breakpoint) {
    case Breakpoint::XS:
      m.sidebar = 0;
      m.margin = 24;
      break;
    case Breakpoint::S:
      m.sidebar = 64;
      m.margin = 24;
      break;
    case Breakpoint::M:
      m.sidebar = 208;
      m.margin = 32;
      break;
    case Breakpoint::L:
    case Breakpoint::XL:
      m.sidebar = 232;
      m.margin = 48;
      break;
  }
  const float top = m.breakpoint == Breakpoint::XS ? 48 : 0;
  m.main = {m.sidebar, top, std::max(1.0F, window.x - m.sidebar), std::max(1.0F, window.y - top)};
  const float width = std::min(m.main.w, 1680.0F);
  m.content = {m.main.x + std::floor((m.main.w - width) / 2), top, width, m.main.h};
  return m;
}

namespace {

struct SidebarState {
  const ShellModel& model;
  ShellResult& result;
};

void navList(SidebarState s, bool foot) {
  for (const NavItem& item : s.model.items) {
    if ((item.key == "settings") != foot) continue;
    if (item.separatorBefore) hairline(8, 8);
    if (navItem(item.key, item.label, item.icon, item.key == s.model.current, item.count))
      s.result.chosen = item.key;
  }
}

void findBox(SidebarState s) {
  const ImRect box = place(flow().w, px(36));
  ItemSpec spec{.key = "find", .name = s.model.findLabel, .value = s.model.findKeys};
  spec.radius = 9;
  const Item item = interactive(box, spec);
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper, Token::Tint2, item.heat), raw(9));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(9), 0, edge());
  drawIcon(draw(), Icon::Magnify, ImVec2(box.Min.x + px(20), box.GetCenter().y), 20,
           ink(Token::Ink2));
  drawText(draw(), Type::Small, ImVec2(box.Min.x + px(37), box.Min.y), ink(Token::Ink2),
           s.model.findLabel, box.GetHeight());
  const float keys = widthOf(Type::Tiny, s.model.findKeys);
  drawText(draw(), Type::Tiny, ImVec2(box.Max.x - px(10) - keys, box.Min.y), ink(Token::Ink2),
           s.model.findKeys, box.GetHeight());
  if (item.pressed) s.result.find = true;
}

void worriedButton(SidebarState s, bool rail) {
  const ImRect box = place(rail ? px(44) : flow().w, px(rail ? 44 : 40));
  ItemSpec spec{.key = "worried", .name = s.model.worriedLabel};
  spec.radius = 9;
  const Item item = interactive(box, spec);
  draw().AddRectFilled(box.Min, box.Max, ink(Token::Paper, Token::Tint2, item.heat), raw(9));
  draw().AddRect(box.Min, box.Max, ink(Token::Line2), raw(9), 0, edge());
  if (rail) {
    drawIcon(draw(), Icon::PhoneInTalk, box.GetCenter(), 20, ink(Token::Ink));
    tooltip(s.model.worriedLabel);
  } else {
    drawIcon(draw(), Icon::PhoneInTalk, ImVec2(box.Min.x + px(16), box.GetCenter().y), 16,
             ink(Token::Ink));
    drawText(draw(), Type::Small, ImVec2(box.Min.x + px(30), box.Min.y), ink(Token::Ink),
             elided(Type::Small, s.model.worriedLabel, box.GetWidth() - px(34)), box.GetHeight());
  }
  if (item.pressed) s.result.worried = true;
}

std::string initials(std::string_view name) {
  std::string out;
  bool start = true;
  for (std::size_t at = 0; at < name.size() && out.size() < 8; at = nextAtom(name, at)) {
    if (start && name[at] != ' ') out += name.substr(at, nextAtom(name, at) - at);
    start = name[at] == ' ';
  }
  return out;
}

constexpr float kAvatar = 32;
constexpr float kBesideAvatar = 10;
constexpr float kTick = 19;
constexpr float kLine = 18;

/// In a flow as wide as the person's block. Two at the most: what a status says of synchronising
/// must not be cut off where it begins to matter.
std::vector<std::string> statusLines(std::string_view status) {
  const float width = flow().w - px(kAvatar + kBesideAvatar + kTick);
  const auto lines = wrapped(Type::Tiny, status, width, false);
  std::vector<std::string> shown;
  if (!lines.empty()) shown.emplace_back(lines.front());
  if (lines.size() > 1) {
    const auto from = static_cast<std::size_t>(lines[1].data() - status.data());
    shown.push_back(elided(Type::Tiny, status.substr(from), width));
  }
  return shown;
}

float personHeight(std::size_t lines) {
  return kLine * static_cast<float>(1 + std::max<std::size_t>(lines, 1));
}

void personBlock(SidebarState s, const std::vector<std::string>& status) {
  const float height = personHeight(status.size());
  Row row(kBesideAvatar, height);
  avatar(initials(s.model.personName));
  const ImRect box = place(widthOr(0), px(height));
  drawText(draw(), Type::SmallStrong, box.Min, ink(Token::Ink),
           elided(Type::SmallStrong, s.model.personName, box.GetWidth()), px(18));
  if (!status.empty())
    drawIcon(draw(), Icon::Check, ImVec2(box.Min.x + px(7), box.Min.y + px(27)), 16,
             ink(Token::Ink2));
  float y = box.Min.y + px(kLine);
  for (const std::string& line : status) {
    drawText(draw(), Type::Tiny, ImVec2(box.Min.x + px(kTick), y), ink(Token::Ink2), line);
    y += px(kLine);
  }
  recordStatic(box, "status", s.model.personName, "person", s.model.personStatus);
}

void fullSidebar(SidebarState s, const ShellMetrics& metrics) {
  const Vec2 whole = windowSize();
  const Region side(
      "nav", {0, 0, metrics.sidebar, whole.y},
      RegionStyle{
          .fill = Token::Side, .padX = 12, .padY = 20, .gap = 2, .scroll = true, .bar = false});
  indent(8);
  brand(26);
  indent(-8);
  space(14);
  if (s.model.showFind) {
    findBox(s);
    space(12);
  }
  {
    const FocusGroup group;
    navList(s, false);
  }
  Flow& f = flow();
  indent(8);
  const auto status = statusLines(s.model.personStatus);
  indent(-8);
  const float person =
      s.model.personName.empty() ? 0.0F : 12 + 1 + 12 + 4 + personHeight(status.size());
  const float foot = px(40 + 2 + 6 + 42 + person + 14);
  f.y = std::max(f.y + px(12), px(whole.y) - foot);
  navList(s, true);
  space(4);
  f.x -= px(6);
  f.w += px(12);
  worriedButton(s, false);
  f.x += px(6);
  f.w -= px(12);
  if (s.model.personName.empty()) return;
  hairline(10, 8);
  indent(8);
  personBlock(s, status);
  indent(-8);
}

void rail(SidebarState s) {
  const Vec2 whole = windowSize();
  const Region side(
      "nav", {0, 0, 64, whole.y},
      RegionStyle{
          .fill = Token::Side, .padX = 10, .padY = 16, .gap = 4, .scroll = true, .bar = false});
  indent(8);
  brandMark(28);
  indent(-8);
  space(8);
  if (s.model.showFind) {
    if (navItem("find", s.model.findLabel, Icon::Magnify, false)) s.result.find = true;
  }
  {
    const FocusGroup group;
    navList(s, false);
  }
  Flow& f = flow();
  f.y = std::max(f.y + px(8), px(whole.y) - px(44 + 4 + 44 + 4 + 32 + 16));
  worriedButton(s, true);
  navList(s, true);
  if (s.model.personName.empty() || f.y + px(32) > px(whole.y)) return;  // half a face is none
  indent(6);
  avatar(initials(s.model.personName));
  indent(-6);
}

void menuBar(SidebarState s) {
  const Region top("nav", {0, 0, windowSize().x, 48},
                   RegionStyle{.fill = Token::Side, .padX = 12, .padY = 6});
  Row row(10, 36);
  std::vector<Option> options;
  for (const NavItem& item : s.model.items) options.push_back({item.key, item.label});
  if (s.model.showFind) options.push_back({"find", s.model.findLabel});
  const std::string chosen = menuButton("menu", "Menu", options);
  if (chosen == "find") {
    s.result.find = true;
  } else if (!chosen.empty()) {
    s.result.chosen = chosen;
  }
  brandMark(24);
  row.pushRight(44);
  if (iconButton("worried", Icon::PhoneInTalk, s.model.worriedLabel)) s.result.worried = true;
}

}  // namespace

ShellResult sidebar(const ShellModel& model, const ShellMetrics& metrics) {
  ShellResult result;
  const SidebarState state{model, result};
  if (metrics.breakpoint == Breakpoint::XS) {
    menuBar(state);
  } else if (metrics.breakpoint == Breakpoint::S) {
    rail(state);
  } else {
    fullSidebar(state, metrics);
  }
  if (highContrast() && metrics.sidebar > 0) {
    const float x = px(metrics.sidebar);
    draw().AddRectFilled(ImVec2(x - edge(), 0), ImVec2(x, ImGui::GetIO().DisplaySize.y),
                         ink(Token::Line));
  }
  return result;
}

}  // namespace app::ui
