#include "app/ui/snippet.h"

#include <algorithm>
#include <cmath>

namespace app::ui {
namespace {

constexpr float kChipPad = 6;

bool isChip(TextRun::Kind kind) {
  return kind == TextRun::Kind::Mention || kind == TextRun::Kind::Blurred;
}

/// Words with the spaces after them: the pieces a line is made of.
std::vector<std::string_view> pieces(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    end = end == std::string_view::npos ? text.size() : end;
    while (end < text.size() && text[end] == ' ') ++end;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

ImU32 runInk(const TextRun& run) {
  const bool black =
      highContrast() && (run.kind == TextRun::Kind::Found || run.kind == TextRun::Kind::Selected);
  if (black) return IM_COL32(0, 0, 0, 255);
  return ink(run.kind == TextRun::Kind::Mention && !highContrast() ? Token::Accent : Token::Ink);
}

void drawBehind(const TextRun& run, const ImRect& words) {
  ImDrawList& list = draw();
  ImRect box = words;
  switch (run.kind) {
    case TextRun::Kind::Found:
    case TextRun::Kind::Selected:
      box.Expand(ImVec2(px(1), 0));
      list.AddRectFilled(box.Min, box.Max,
                         ink(run.kind == TextRun::Kind::Found ? Token::Hl : Token::Sel), raw(2));
      break;
    case TextRun::Kind::Mention:
    case TextRun::Kind::Blurred:
      box.Expand(ImVec2(px(kChipPad), 0));
      list.AddRectFilled(box.Min, box.Max, ink(Token::Tint), raw(6));
      if (highContrast()) list.AddRect(box.Min, box.Max, ink(Token::Line), raw(6), 0, hair());
      break;
    case TextRun::Kind::Tagged:
      drawTagMark(list, box, run.domain, 0, false);
      break;
    case TextRun::Kind::Flagged:
      list.AddRectFilled(box.Min, box.Max, ink(Token::AttTint), raw(2));
      list.AddRectFilled(ImVec2(box.Min.x, box.Max.y), ImVec2(box.Max.x, box.Max.y + raw(2)),
                         ink(Token::AttMark));
      break;
    case TextRun::Kind::Differs:
      // Under it runs the line of the words above.
      box.Min.y += raw(3);
      if (!highContrast()) list.AddRectFilled(box.Min, box.Max, ink(Token::Tint2), raw(2));
      list.AddRectFilled(ImVec2(box.Min.x, box.Max.y), ImVec2(box.Max.x, box.Max.y + raw(2)),
                         ink(Token::Heather));
      break;
    case TextRun::Kind::Plain:
      break;
  }
}

}  // namespace

void drawTagMark(ImDrawList& list, const ImRect& words, Domain domain, float dropped, bool strong,
                 float shown) {
  const float right = words.Min.x + words.GetWidth() * shown;
  const float y = words.Max.y + dropped;
  if (!highContrast()) {
    const ImU32 tint =
        strong ? ink(domainTint(domain), domainMark(domain), 0.22F) : ink(domainTint(domain));
    list.AddRectFilled(words.Min, ImVec2(right, y), tint, raw(2));
  }
  const ImU32 mark = ink(domainMark(domain));
  switch (domain) {
    case Domain::Personal:
      for (float x = words.Min.x; x < right; x += raw(10)) {
        list.AddRectFilled(ImVec2(x, y), ImVec2(std::min(x + raw(6), right), y + raw(2)), mark);
      }
      break;
    case Domain::Social:
      list.AddRectFilled(ImVec2(words.Min.x, y), ImVec2(right, y + raw(1.3F)), mark);
      list.AddRectFilled(ImVec2(words.Min.x, y + raw(2.6F)), ImVec2(right, y + raw(3.9F)), mark);
      break;
    case Domain::Musical:
    case Domain::None:
      list.AddRectFilled(ImVec2(words.Min.x, y), ImVec2(right, y + raw(2)), mark);
      break;
  }
}

SnippetLayout layOutSnippet(const std::vector<TextRun>& runs, Type type, float width) {
  SnippetLayout layout;
  float x = 0;
  int line = 0;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const TextRun& run = runs[r];
    const float pad = isChip(run.kind) ? px(kChipPad) : 0;
    const std::vector<std::string_view> parts =
        isChip(run.kind) ? std::vector<std::string_view>{run.text} : pieces(run.text);
    for (const std::string_view part : parts) {
      const float bare = widthOf(type, trimmed(part)) + 2 * pad;
      if (x > 0 && x + bare > width) {
        x = 0;
        ++line;
      }
      const bool joins = !layout.pieces.empty() && layout.pieces.back().run == r &&
                         layout.pieces.back().line == line;
      const float whole = widthOf(type, part) + 2 * pad;
      if (joins) {
        layout.pieces.back().text += part;
        layout.pieces.back().width += whole;
      } else {
        layout.pieces.push_back({r, std::string(part), x + pad, whole - 2 * pad, line});
      }
      x += whole;
    }
  }
  layout.lines = line + 1;
  return layout;
}

void drawSnippet(const SnippetLayout& layout, const std::vector<TextRun>& runs, Type type,
                 ImVec2 at) {
  const float line = lineOf(type);
  const float tall = std::min(line, std::round(fontOf(type)->FontSize));
  for (const SnippetPiece& piece : layout.pieces) {
    const TextRun& run = runs[piece.run];
    const float top = at.y + line * static_cast<float>(piece.line);
    const bool lastOfRun = &piece == &layout.pieces.back() || (&piece + 1)->run != piece.run;
    const bool cut = run.kind == TextRun::Kind::Plain || !lastOfRun;
    const float width = cut ? widthOf(type, trimmed(piece.text)) : piece.width;
    const float inset = std::round((line - tall) / 2);
    drawBehind(run,
               ImRect(at.x + piece.x, top + inset, at.x + piece.x + width, top + inset + tall));
    drawText(draw(), type, ImVec2(at.x + piece.x, top), runInk(run), piece.text, line);
  }
}

std::string joined(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) out += run.text;
  return out;
}

void snippet(std::string_view key, const std::vector<TextRun>& runs, Type type) {
  const float width = widthOr(0);
  const SnippetLayout layout = layOutSnippet(runs, type, width);
  const ImRect box = place(width, lineOf(type) * static_cast<float>(layout.lines));
  drawSnippet(layout, runs, type, box.Min);
  recordStatic(box, "text", joined(runs), key);
}

}  // namespace app::ui
