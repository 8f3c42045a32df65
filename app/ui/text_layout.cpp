#include "app/ui/text_layout.h"

#include <algorithm>
#include <cstring>

#include "app/ui/text_wrap.h"

namespace app::ui {
namespace {

std::size_t commonPrefix(std::string_view a, std::string_view b) {
  const std::size_t limit = std::min(a.size(), b.size());
  std::size_t i = 0;
  constexpr std::size_t kBlock = 256;
  while (i + kBlock <= limit && std::memcmp(a.data() + i, b.data() + i, kBlock) == 0) i += kBlock;
  while (i < limit && a[i] == b[i]) ++i;
  return i;
}

std::size_t commonSuffix(std::string_view a, std::string_view b, std::size_t limit) {
  std::size_t i = 0;
  constexpr std::size_t kBlock = 256;
  while (i + kBlock <= limit && std::memcmp(a.data() + a.size() - i - kBlock,
                                            b.data() + b.size() - i - kBlock, kBlock) == 0) {
    i += kBlock;
  }
  while (i < limit && a[a.size() - 1 - i] == b[b.size() - 1 - i]) ++i;
  return i;
}

}  // namespace

void TextLayout::layOut(Paragraph& paragraph, const Measure& measure) const {
  std::string_view words =
      std::string_view(text_).substr(paragraph.begin, paragraph.end - paragraph.begin);
  const std::size_t whole = words.size();
  if (words.ends_with('\n')) words.remove_suffix(1);
  paragraph.prompt = isPrompt(words);
  paragraph.lines = paragraph.prompt ? wrapBalanced(words, style_.width, measure)
                                     : wrapWords(words, style_.width, measure);
  paragraph.lines.back().end = whole;
  const float line = paragraph.prompt ? style_.promptLine : style_.line;
  paragraph.height = line * static_cast<float>(paragraph.lines.size());
}

/// Typing inside one long paragraph: only the lines about the edit are measured again.
bool TextLayout::rewrapOne(std::size_t index, const TextChange& edit, std::string_view text,
                           const Measure& measure) {
  constexpr std::size_t kWorthIt = 8;  // lines
  Paragraph& paragraph = paragraphs_[index];
  const bool last = index + 1 == paragraphs_.size();
  const bool inside = edit.oldEnd < paragraph.end || (last && edit.oldEnd <= paragraph.end);
  if (!inside || paragraph.prompt || paragraph.lines.size() < kWorthIt) return false;
  const auto broken = [](std::string_view part) {
    return part.find('\n') != std::string_view::npos;
  };
  const std::string_view old = text_;
  if (broken(old.substr(edit.begin, edit.oldEnd - edit.begin)) ||
      broken(text.substr(edit.begin, edit.newEnd - edit.begin)))
    return false;
  const std::size_t shift = edit.newEnd - edit.oldEnd;  // may wrap round; adding it wraps back
  const std::size_t whole = paragraph.end + shift - paragraph.begin;
  std::string_view words = text.substr(paragraph.begin, whole);
  if (words.ends_with('\n')) words.remove_suffix(1);
  if (isPrompt(words)) return false;
  const TextChange relative{edit.begin - paragraph.begin, edit.oldEnd - paragraph.begin,
                            edit.newEnd - paragraph.begin};
  paragraph.lines = rewrapped(words, std::move(paragraph.lines), relative, style_.width, measure);
  paragraph.lines.back().end = whole;
  paragraph.height = style_.line * static_cast<float>(paragraph.lines.size());
  paragraph.end += shift;
  for (std::size_t i = index + 1; i < paragraphs_.size(); ++i) {
    paragraphs_[i].begin += shift;
    paragraphs_[i].end += shift;
  }
  text_.replace(edit.begin, edit.oldEnd - edit.begin,
                text.substr(edit.begin, edit.newEnd - edit.begin));
  stack();
  return true;
}

void TextLayout::stack() {
  float y = 0;
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    Paragraph& paragraph = paragraphs_[i];
    if (i > 0) {
      const bool afterPrompt = paragraphs_[i - 1].prompt;
      y += paragraph.prompt ? style_.promptBefore
           : afterPrompt    ? style_.promptAfter
                            : style_.paragraphGap;
    }
    paragraph.top = y;
    y += paragraph.height;
  }
  height_ = y;
}

void TextLayout::update(std::string_view text, const LayoutStyle& style, const Measure& measure) {
  measured_ = 0;
  std::size_t first = 0;
  std::size_t keptFrom = paragraphs_.size();  // old paragraphs from here on are as they were
  std::size_t newEnd = text.size();
  if (fresh_ && style == style_) {
    const std::string_view old = text_;
    const std::size_t prefix = commonPrefix(old, text);
    if (prefix == old.size() && prefix == text.size()) return;
    const std::size_t suffix = commonSuffix(old, text, std::min(old.size(), text.size()) - prefix);
    first = paragraphAt(prefix);
    const std::size_t oldEnd = old.size() - suffix;
    if (rewrapOne(first, {prefix, oldEnd, text.size() - suffix}, text, measure)) {
      measured_ = 1;
      return;
    }
    while (keptFrom > first + 1 && paragraphs_[keptFrom - 1].begin > oldEnd) --keptFrom;
    if (keptFrom < paragraphs_.size())
      newEnd = paragraphs_[keptFrom].begin + text.size() - old.size();
  } else {
    paragraphs_.clear();
    keptFrom = 0;
  }
  const std::size_t begin = paragraphs_.empty() ? 0 : paragraphs_[first].begin;
  const std::size_t shift =
      text.size() - text_.size();  // may wrap round; added to offsets it wraps back
  text_.assign(text);
  style_ = style;

  std::vector<Paragraph> fresh;
  for (std::size_t at = begin;;) {
    const std::size_t newline = text.find('\n', at);
    const bool last = newline == std::string_view::npos;
    Paragraph paragraph;
    paragraph.begin = at;
    paragraph.end = last ? text.size() : newline + 1;
    layOut(paragraph, measure);
    fresh.push_back(std::move(paragraph));
    at = fresh.back().end;
    if (last || (at >= newEnd && newEnd < text.size())) break;
    if (keptFrom < paragraphs_.size() && at >= newEnd) break;
  }
  measured_ = fresh.size();
  for (std::size_t i = keptFrom; i < paragraphs_.size(); ++i) {
    paragraphs_[i].begin += shift;
    paragraphs_[i].end += shift;
  }
  using Offset = std::vector<Paragraph>::difference_type;
  paragraphs_.erase(paragraphs_.begin() + static_cast<Offset>(first),
                    paragraphs_.begin() + static_cast<Offset>(keptFrom));
  paragraphs_.insert(paragraphs_.begin() + static_cast<Offset>(first),
                     std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  stack();
  fresh_ = true;
}

std::size_t TextLayout::paragraphAt(std::size_t byte) const {
  const auto after =
      std::upper_bound(paragraphs_.begin(), paragraphs_.end(), byte,
                       [](std::size_t b, const Paragraph& p) { return b < p.begin; });
  return after == paragraphs_.begin() ? 0
                                      : static_cast<std::size_t>(after - paragraphs_.begin()) - 1;
}

std::size_t TextLayout::paragraphAtY(float y) const {
  const auto after = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), y,
                                      [](float v, const Paragraph& p) { return v < p.top; });
  std::size_t index =
      after == paragraphs_.begin() ? 0 : static_cast<std::size_t>(after - paragraphs_.begin()) - 1;
  const Paragraph& paragraph = paragraphs_[index];
  const float bottom = paragraph.top + paragraph.height;
  if (index + 1 < paragraphs_.size() && y > (bottom + paragraphs_[index + 1].top) / 2) ++index;
  return index;
}

float TextLayout::xIn(const Paragraph& paragraph, const TextLine& line, std::size_t byte,
                      const Measure& measure) const {
  std::string_view words =
      std::string_view(text_).substr(paragraph.begin, paragraph.end - paragraph.begin);
  if (words.ends_with('\n')) words.remove_suffix(1);
  const std::size_t stop = std::min(byte - paragraph.begin, std::min(line.end, words.size()));
  float x = 0;
  for (std::size_t at = line.begin; at < stop;) {
    const std::size_t next = nextAtom(words, at);
    if (next > stop) break;
    x += atomWidth(words, {at, next}, paragraph.prompt, measure);
    at = next;
  }
  return x;
}

namespace {
std::size_t lineIndex(const TextLayout::Paragraph& paragraph, std::size_t byte) {
  const std::size_t relative = byte - paragraph.begin;
  std::size_t index = paragraph.lines.size() - 1;
  while (index > 0 && paragraph.lines[index].begin > relative) --index;
  return index;
}
}  // namespace

CaretBox TextLayout::caret(std::size_t byte, const Measure& measure) const {
  if (paragraphs_.empty()) return {0, 0, style_.line};
  byte = std::min(byte, text_.size());
  const Paragraph& paragraph = paragraphs_[paragraphAt(byte)];
  const std::size_t index = lineIndex(paragraph, byte);
  const float line = paragraph.prompt ? style_.promptLine : style_.line;
  const float x = xIn(paragraph, paragraph.lines[index], byte, measure);
  return {std::min(x, style_.width), paragraph.top + line * static_cast<float>(index), line};
}

TextLine TextLayout::lineOf(std::size_t byte) const {
  if (paragraphs_.empty()) return {};
  const Paragraph& paragraph = paragraphs_[paragraphAt(std::min(byte, text_.size()))];
  TextLine line = paragraph.lines[lineIndex(paragraph, std::min(byte, text_.size()))];
  line.begin += paragraph.begin;
  line.end += paragraph.begin;
  return line;
}

std::size_t TextLayout::lineEnd(std::size_t byte) const {
  const TextLine line = lineOf(byte);
  if (line.end > line.begin && text_[line.end - 1] == '\n') return line.end - 1;
  if (line.end >= text_.size()) return line.end;
  return std::max(
      line.begin,
      previousAtom(text_, line.end));  // soft wrap: the line's end is the next line's start
}

std::size_t TextLayout::hit(Vec2 point, const Measure& measure) const {
  if (paragraphs_.empty()) return 0;
  std::size_t index = paragraphAtY(point.y);
  if (paragraphs_[index].prompt) {  // a prompt takes no caret: go to what answers it
    if (index + 1 < paragraphs_.size()) return paragraphs_[index + 1].begin;
    return index == 0 ? text_.size() : paragraphs_[index].begin - 1;
  }
  const Paragraph& paragraph = paragraphs_[index];
  const float row = (point.y - paragraph.top) / style_.line;
  const auto last = paragraph.lines.size() - 1;
  const std::size_t lineAt = row <= 0 ? 0 : std::min(static_cast<std::size_t>(row), last);
  const TextLine& line = paragraph.lines[lineAt];
  const std::string_view text = text_;
  const std::size_t stop = lineEnd(paragraph.begin + line.begin);
  float x = 0;
  std::size_t at = paragraph.begin + line.begin;
  while (at < stop) {
    const std::size_t next = nextAtom(text, at);
    const float width = mentionAt(text, at) != 0
                            ? measure.mention(mentionId(text, at))
                            : measure.cluster(text.substr(at, next - at), false);
    if (point.x < x + width / 2) return at;
    x += width;
    at = next;
  }
  return std::min(at, stop);
}

std::vector<TextBox> TextLayout::boxes(ByteRange range, const Measure& measure) const {
  std::vector<TextBox> out;
  range.end = std::min(range.end, text_.size());
  if (range.empty()) return out;
  for (std::size_t p = paragraphAt(range.begin);
       p < paragraphs_.size() && paragraphs_[p].begin < range.end; ++p) {
    const Paragraph& paragraph = paragraphs_[p];
    const float height = paragraph.prompt ? style_.promptLine : style_.line;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
      const TextLine& line = paragraph.lines[i];
      const ByteRange part{std::max(range.begin, paragraph.begin + line.begin),
                           std::min(range.end, paragraph.begin + line.end)};
      if (part.empty()) continue;
      const float left = xIn(paragraph, line, part.begin, measure);
      const float right =
          std::min(xIn(paragraph, line, part.end, measure), std::max(line.width, left));
      out.push_back(
          {{left, paragraph.top + height * static_cast<float>(i), right - left, height}, part});
    }
  }
  return out;
}

}  // namespace app::ui
