#include "app/ui/text.h"

#include <algorithm>
#include <cmath>

#include "app/ui/internal.h"
#include "app/ui/text_layout.h"
#include "journal/base/utf8.h"

namespace app::ui {
namespace {

/// In a row a text is one line as wide as its words; otherwise it wraps to the flow.
void oneLine(std::string_view words, const TextStyle& style) {
  float room = widthOr(style.width);
  // Words that would be mostly cut go to the row's next line instead.
  if (flow().row && !flow().rowFirst && room < widthOf(style.type, words) / 2) room = flow().w;
  const std::string shown =
      elided(style.type, words, room + hair());  // a pixel lost to rounding cuts nothing
  const float line = lineOf(style.type);
  const float width =
      flow().row && style.width <= 0 ? std::min(room, widthOf(style.type, shown)) : room;
  const ImRect box = place(width, line);
  const float spare = style.centred ? std::max(0.0F, (width - widthOf(style.type, shown)) / 2) : 0;
  drawText(draw(), style.type, box.Min + ImVec2(spare, 0), ink(style.colour), shown);
  recordStatic(box, style.role, words);
}

}  // namespace

void text(std::string_view words, const TextStyle& style) {
  if (flow().row || style.oneLine) {
    oneLine(words, style);
    return;
  }
  const float width = widthOr(style.width);
  const std::vector<std::string_view> lines = wrapped(style.type, words, width, style.balanced);
  const float line = lineOf(style.type);
  const ImRect box = place(width, line * static_cast<float>(lines.size()));
  float y = box.Min.y;
  for (const std::string_view part : lines) {
    const float spare = style.centred ? std::max(0.0F, (width - widthOf(style.type, part)) / 2) : 0;
    drawText(draw(), style.type, ImVec2(box.Min.x + spare, y), ink(style.colour), part);
    y += line;
  }
  recordStatic(box, style.role, words);
}

namespace {
void styled(std::string_view words, Type type, Token colour, std::string_view role = "text",
            bool balanced = false) {
  TextStyle style;
  style.type = type;
  style.colour = colour;
  style.role = role;
  style.balanced = balanced;
  text(words, style);
}
}  // namespace

void display(std::string_view words) {
  styled(words, Type::Display, Token::Ink, "heading", true);
}
void title(std::string_view words) {
  styled(words, Type::Title, Token::Ink, "heading", true);
}
void heading(std::string_view words) {
  styled(words, Type::Heading, Token::Ink, "heading");
}
void subhead(std::string_view words) {
  styled(words, Type::Read, Token::Ink, "heading");
}
void prompt(std::string_view words) {
  styled(words, Type::Prompt, Token::HeatherInk, "heading", true);
}
void quote(std::string_view words, Token colour) {
  styled(words, Type::Quote, colour);
}
void body(std::string_view words, Token colour) {
  styled(words, Type::Body, colour);
}
void bodyStrong(std::string_view words, Token colour) {
  styled(words, Type::BodyStrong, colour);
}
void small(std::string_view words, Token colour) {
  styled(words, Type::Small, colour);
}
void smallStrong(std::string_view words, Token colour) {
  styled(words, Type::SmallStrong, colour);
}
void tiny(std::string_view words, Token colour) {
  styled(words, Type::Tiny, colour);
}

void icon(Icon which, Token colour, int size) {
  const float side = px(static_cast<float>(size));
  const ImRect box = place(side, side);
  drawIcon(draw(), which, box.GetCenter(), size, ink(colour));
}

void problemLine(std::string_view words) {
  const float left = flow().x;
  const ImVec2 mark(left + px(8), flow().y + flow().gap + std::round(lineOf(Type::Small) / 2));
  drawIcon(draw(), Icon::AlertCircleOutline, mark, 16, ink(Token::AttMark));
  flow().x += px(22);
  flow().w -= px(22);
  small(words, Token::Att);
  flow().x -= px(22);
  flow().w += px(22);
}

void titleBlock(std::string_view titleWords, std::string_view detail) {
  const float gap = flow().gap;
  subhead(titleWords);
  flow().gap = 0;
  small(detail, Token::Ink2);
  flow().gap = gap;
}

std::vector<TextRun> runsFrom(std::string_view stored, const std::vector<ByteRange>& found,
                              const std::function<std::string(std::string_view hexId)>& label) {
  std::vector<TextRun> runs;
  const auto add = [&](std::string_view part, TextRun::Kind kind) {
    if (runs.empty() || runs.back().kind != kind || kind == TextRun::Kind::Mention)
      runs.push_back({"", kind, {}});
    runs.back().text += part;
  };
  for (std::size_t at = 0; at < stored.size();) {
    if (const std::size_t mention = mentionAt(stored, at)) {
      add(label ? label(mentionId(stored, at)) : "someone", TextRun::Kind::Mention);
      at += mention;
      continue;
    }
    const journal::CodePoint point = journal::decodeUtf8(stored, at);
    const bool isMark = point.value >= kMentionOpen && point.value <= kPromptClose;
    const bool isFound = std::any_of(found.begin(), found.end(), [at](const ByteRange& r) {
      return at >= r.begin && at < r.end;
    });
    const TextRun::Kind kind = isFound ? TextRun::Kind::Found : TextRun::Kind::Plain;
    if (!isMark) add(point.value == '\n' ? " " : stored.substr(at, point.length), kind);
    at += point.length;
  }
  return runs;
}

}  // namespace app::ui
