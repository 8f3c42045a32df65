#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "journal/base/utf8.h"

// Drawing helpers: scale, colours, text and shapes.

namespace app::ui {

float px(float effective) {
  return std::round(effective * scale());
}
float raw(float effective) {
  return effective * scale();
}
float hair() {
  return std::max(1.0F, std::round(scale()));
}
float edge() {
  return highContrast() ? 2 * hair() : hair();
}
bool highContrast() {
  return kit().settings.theme == Theme::HighContrast;
}

Rect toEffective(const ImRect& box) {
  const float s = scale();
  return {box.Min.x / s, box.Min.y / s, box.GetWidth() / s, box.GetHeight() / s};
}
ImRect toDevice(const Rect& rect) {
  return {px(rect.x), px(rect.y), px(rect.right()), px(rect.bottom())};
}

ImU32 ink(Colour c, float alpha) {
  return IM_COL32(c.r, c.g, c.b, static_cast<int>(static_cast<float>(c.a) * alpha));
}
ImU32 ink(Token token) {
  return ink(colour(kit().settings.theme, token), 1);
}
ImU32 ink(Token from, Token to, float t) {
  return ink(mix(colour(kit().settings.theme, from), colour(kit().settings.theme, to), t), 1);
}

ImFont* fontOf(Type type) {
  return kit().fonts->set.font[static_cast<std::size_t>(type)];
}

float widthOf(Type type, std::string_view text) {
  if (text.empty()) return 0;  // an empty view may point nowhere
  const ImFont* font = fontOf(type);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float lineOf(Type type) {
  const float easier = kit().settings.easyLetters && type < Type::Body ? 1.15F : 1.0F;
  return px(typeSpec(type).line * easier);
}

void drawText(ImDrawList& list, Type type, ImVec2 at, ImU32 colour, std::string_view text,
              float line) {
  if (text.empty()) return;
  const ImFont* font = fontOf(type);
  if (line <= 0) line = lineOf(type);
  const ImVec2 origin(std::round(at.x), std::round(at.y + (line - font->FontSize) / 2));
  list.AddText(font, font->FontSize, origin, colour, text.data(), text.data() + text.size());
}

std::string elided(Type type, std::string_view text, float width) {
  if (widthOf(type, text) <= width) return std::string(text);
  constexpr std::string_view kDots = "\xE2\x80\xA6";
  const float room = width - widthOf(type, kDots);
  const ImFont* font = fontOf(type);
  const char* end = nullptr;
  font->CalcTextSizeA(font->FontSize, std::max(room, 0.0F), 0, text.data(),
                      text.data() + text.size(), &end);
  std::size_t kept = static_cast<std::size_t>(end - text.data());
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)).append(kDots);
}

namespace {
std::vector<std::string_view> wrapGreedy(const ImFont& font, std::string_view text, float width) {
  std::vector<std::string_view> lines;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  while (at < end) {
    const char* stop = std::find(at, end, '\n');
    const char* cut = font.CalcWordWrapPositionA(1.0F, at, stop, width);
    if (cut == at && cut < stop)
      cut += journal::decodeUtf8(text, static_cast<std::size_t>(at - text.data())).length;
    lines.emplace_back(at, static_cast<std::size_t>(cut - at));
    at = cut;
    while (at < stop && *at == ' ') ++at;  // spaces hang at the end of the line they close
    if (at == stop && at < end) ++at;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}
}  // namespace

std::vector<std::string_view> wrapped(Type type, std::string_view text, float width,
                                      bool balanced) {
  const ImFont& font = *fontOf(type);
  std::vector<std::string_view> lines = wrapGreedy(font, text, width);
  if (!balanced || lines.size() < 2) return lines;
  float low = width / 2;
  float high = width;
  for (int i = 0; i < 7; ++i) {
    const float middle = (low + high) / 2;
    std::vector<std::string_view> tried = wrapGreedy(font, text, middle);
    if (tried.size() > lines.size()) {
      low = middle;
    } else {
      high = middle;
      lines = std::move(tried);
    }
  }
  return lines;
}

Type iconType(int size) {
  if (size <= 16) return Type::Icon16;
  if (size <= 20) return Type::Icon20;
  return size <= 24 ? Type::Icon24 : Type::Icon32;
}

void drawIcon(ImDrawList& list, Icon icon, ImVec2 centre, int size, ImU32 colour) {
  if (icon == Icon::None) return;
  const ImFont* font = fontOf(iconType(size));
  const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(icon));
  if (glyph == nullptr) return;
  std::string code;
  journal::appendUtf8(code, static_cast<char32_t>(icon));
  const ImVec2 origin(std::round(centre.x - font->FontSize / 2),
                      std::round(centre.y - font->FontSize / 2));
  list.AddText(font, font->FontSize, origin, colour, code.data(), code.data() + code.size());
}

void dashedRect(ImDrawList& list, const ImRect& box, ImU32 colour, float radius, float thick) {
  list.PathClear();
  list.PathRect(box.Min, box.Max, radius);
  std::vector<ImVec2> path(list._Path.begin(), list._Path.end());
  list.PathClear();
  if (path.empty()) return;
  path.push_back(path.front());
  const float on = raw(3.5F);
  const float off = raw(3);
  float phase = 0;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    const ImVec2 from = path[i];
    const ImVec2 along = path[i + 1] - from;
    const float length = std::sqrt(along.x * along.x + along.y * along.y);
    if (length <= 0) continue;
    const ImVec2 unit(along.x / length, along.y / length);
    float at = 0;
    while (at < length) {
      const bool inDash = phase < on;
      const float step = std::min(length - at, (inDash ? on : on + off) - phase);
      if (inDash) list.AddLine(from + unit * at, from + unit * (at + step), colour, thick);
      at += step;
      phase += step;
      if (phase >= on + off - 0.01F) phase = 0;
      if (step <= 0) break;
    }
  }
}

void drawLift(ImDrawList& list, const ImRect& box, float radius) {
  if (highContrast()) {
    list.AddRectFilled(box.Min, box.Max, ink(Token::Paper), radius);
    list.AddRect(box.Min, box.Max, ink(Token::Line), radius, 0, edge());
    return;
  }
  struct Step {
    float grow, down;
    int light, dark;
  };
  constexpr Step kSteps[] = {
      {7, 8, 4, 20}, {4, 4, 7, 33}, {2, 1, 11, 51}, {1, 0, 26, 97}};  // DESIGN.md 2.6
  const bool dark = theme() == Theme::Dark;
  for (const Step& step : kSteps) {
    ImRect shade = box;
    shade.Expand(raw(step.grow));
    shade.Translate(ImVec2(0, raw(step.down)));
    const ImU32 tint = dark ? IM_COL32(0, 0, 0, step.dark) : IM_COL32(58, 28, 54, step.light);
    list.AddRectFilled(shade.Min, shade.Max, tint, radius + raw(step.grow));
  }
  list.AddRectFilled(box.Min, box.Max, ink(Token::Paper), radius);
}

void drawHead(ImDrawList& list, ImVec2 centre, float radius, Domain domain, bool hollow, ImU32 mark,
              ImU32 fill, float thick) {
  std::array<ImVec2, 48> points;
  std::size_t count = 0;
  if (domain == Domain::Personal) {
    const float d = 1.18F * radius;
    for (const ImVec2 p : {ImVec2(0, -d), ImVec2(d, 0), ImVec2(0, d), ImVec2(-d, 0)})
      points[count++] = centre + p;
  } else if (domain == Domain::Social) {
    const ImVec2 corners[] = {ImVec2(0, -1.12F * radius), ImVec2(1.21F * radius, 0.92F * radius),
                              ImVec2(-1.21F * radius, 0.92F * radius)};
    for (const ImVec2 p : corners) points[count++] = centre + p;
  } else {
    constexpr float kTurn = -22.0F * 3.14159265F / 180.0F;
    const int corners = radius > 12 ? 48 : 20;
    for (int i = 0; i < corners; ++i) {
      const float angle = static_cast<float>(i) * 2 * 3.14159265F / static_cast<float>(corners);
      const ImVec2 p(1.22F * radius * std::cos(angle), 0.86F * radius * std::sin(angle));
      points[count++] = centre + ImVec2(p.x * std::cos(kTurn) - p.y * std::sin(kTurn),
                                        p.x * std::sin(kTurn) + p.y * std::cos(kTurn));
    }
  }
  const int n = static_cast<int>(count);
  list.AddConvexPolyFilled(points.data(), n, hollow ? fill : mark);
  if (hollow) list.AddPolyline(points.data(), n, mark, ImDrawFlags_Closed, thick);
}

ImGuiWindow* window() {
  return ImGui::GetCurrentWindow();
}
ImDrawList& draw() {
  return *window()->DrawList;
}

}  // namespace app::ui
