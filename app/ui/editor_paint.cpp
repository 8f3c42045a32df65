#include <utf8proc.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/ui/editor_parts.h"
#include "app/ui/snippet.h"
#include "journal/base/utf8.h"

namespace app::ui {

char32_t shownCodePoint(const ImFont& font, std::string_view cluster) {
  const journal::CodePoint first = journal::decodeUtf8(cluster, 0);
  const auto has = [&](char32_t c) {
    return c <= 0xFFFF && font.FindGlyphNoFallback(static_cast<ImWchar>(c)) != nullptr;
  };
  if (first.length == cluster.size()) return has(first.value) ? first.value : char32_t{0xFFFD};
  // A letter with combining marks: the fonts may hold the composed form.
  utf8proc_uint8_t* composed = nullptr;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(cluster.data());
  const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(cluster.size()),
                                             &composed, UTF8PROC_COMPOSE);
  char32_t shown = has(first.value) ? first.value : char32_t{0xFFFD};
  if (size > 0) {
    const std::string_view text(reinterpret_cast<const char*>(composed),
                                static_cast<std::size_t>(size));
    const journal::CodePoint whole = journal::decodeUtf8(text, 0);
    if (whole.length == text.size() && has(whole.value)) shown = whole.value;
  }
  std::free(composed);
  return shown;
}

float FontMeasure::cluster(std::string_view utf8, bool prompt) const {
  const ImFont& font = prompt ? *prompt_ : *text_;
  if (utf8 == "\t") return 4 * font.GetCharAdvance(' ');
  if (utf8.size() == 1)
    return font.GetCharAdvance(static_cast<ImWchar>(static_cast<unsigned char>(utf8[0])));
  return font.GetCharAdvance(static_cast<ImWchar>(shownCodePoint(font, utf8)));
}

std::string FontMeasure::labelOf(std::string_view hexId) const {
  return label_ != nullptr && *label_ ? (*label_)(hexId) : std::string("someone");
}

float FontMeasure::mention(std::string_view hexId) const {
  const std::string label = labelOf(hexId);
  return text_
             ->CalcTextSizeA(text_->FontSize, FLT_MAX, 0, label.data(), label.data() + label.size())
             .x +
         2 * px(6);
}

namespace {

class Painter {
 public:
  explicit Painter(const EditorFrame& frame)
      : f_(frame), list_(draw()), text_(frame.state.text()), layout_(frame.memory.layout) {
    const float top = f_.pane.Min.y - f_.origin.y;
    first_ = layout_.paragraphAtY(top);
    while (first_ > 0 &&
           layout_.paragraphs()[first_ - 1].top + layout_.paragraphs()[first_ - 1].height > top)
      --first_;
    last_ = layout_.paragraphAtY(f_.pane.Max.y - f_.origin.y);
    seen_ = {shownPart(layout_.paragraphs()[first_]).begin,
             shownPart(layout_.paragraphs()[last_]).end};
  }

  void tags(const std::vector<EditorRange>& ranges) {
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      const EditorRange& range = ranges[i];
      const float dropped = range.kind == EditorRange::Kind::Tag
                                ? raw(4) * static_cast<float>(overlapsBefore(ranges, i))
                                : 0;
      for (const TextBox& box : boxesOf(range.range)) drawRange(range, fontRect(box.rect), dropped);
    }
  }

  /// Where the words looked for stand; the one shown now has an edge of its own.
  void found(const FindMemory& find) {
    if (!find.open) return;
    const auto first =
        std::lower_bound(find.places.begin(), find.places.end(), seen_.begin,
                         [](const ByteRange& place, std::size_t at) { return place.end <= at; });
    for (auto place = first; place != find.places.end() && place->begin < seen_.end; ++place) {
      const bool now = static_cast<std::size_t>(place - find.places.begin()) == find.at;
      for (const TextBox& box : boxesOf(*place)) {
        ImRect rect = fontRect(box.rect);
        list_.AddRectFilled(rect.Min, rect.Max, ink(now ? Token::Sel : Token::Hl), raw(2));
        rect.Expand(raw(1));
        if (now) list_.AddRect(rect.Min, rect.Max, ink(Token::Heather), raw(3), 0, raw(2));
      }
    }
  }

  void selection(bool lit) {
    const ByteRange range = f_.state.selection();
    if (range.empty() || !lit) return;
    for (const TextBox& box : boxesOf(range)) fillSelected(fontRect(box.rect));
  }

  /// Wavy lines under words the dictionary does not hold. Only what shows is looked at; the word
  /// being typed is left alone until the caret leaves it.
  void misspelt() {
    const bool off = !f_.style.spelling || kit().speller == nullptr || !settings().spelling;
    for (std::size_t p = first_; !off && p <= last_; ++p) {
      const TextLayout::Paragraph& paragraph = layout_.paragraphs()[p];
      const ByteRange part = shownPart(paragraph);
      if (paragraph.prompt || part.empty()) continue;
      const std::string_view shown = std::string_view(text_).substr(part.begin, part.size());
      for (const ByteRange& word : spellingWords(shown)) {
        const ByteRange whole{part.begin + word.begin, part.begin + word.end};
        if (f_.item.focused && f_.state.caret() == whole.end) continue;
        if (!isMisspelt(f_, shown.substr(word.begin, word.size()))) continue;
        for (const TextBox& box : boxesOf(whole)) wave(fontRect(box.rect));
      }
    }
  }

  void words() {
    for (std::size_t p = first_; p <= last_; ++p) paragraph(p);
  }

  void selectedWords(const std::vector<EditorRange>& ranges) {  // black on yellow in high contrast
    if (!highContrast()) return;
    const auto again = [&](ByteRange range) {
      for (const TextBox& box : boxesOf(range)) {
        const ImRect rect = fontRect(box.rect);
        list_.PushClipRect(rect.Min, rect.Max, true);
        forced_ = IM_COL32_BLACK;
        words();
        forced_ = 0;
        list_.PopClipRect();
      }
    };
    again(f_.state.selection());
    if (f_.memory.find.open) {
      for (const ByteRange& place : f_.memory.find.places) {
        if (place.end > seen_.begin && place.begin < seen_.end) again(place);
      }
    }
    for (const EditorRange& range : ranges) {
      if (range.kind == EditorRange::Kind::Target || range.kind == EditorRange::Kind::Found)
        again(range.range);
    }
  }

  std::vector<TextBox> boxesOf(ByteRange range) const {
    return layout_.boxes({std::max(range.begin, seen_.begin), std::min(range.end, seen_.end)},
                         f_.measure);
  }
  ImRect fontRect(const Rect& box) const {
    const float inset = std::round((box.h - f_.fontBox) / 2);
    const ImVec2 at(std::round(f_.origin.x + box.x), std::round(f_.origin.y + box.y + inset));
    return {at, at + ImVec2(box.w, f_.fontBox)};
  }

 private:
  static int overlapsBefore(const std::vector<EditorRange>& ranges, std::size_t index) {
    int count = 0;
    for (std::size_t i = 0; i < index; ++i) {
      const bool both = ranges[i].kind == EditorRange::Kind::Tag &&
                        ranges[i].range.begin < ranges[index].range.end &&
                        ranges[index].range.begin < ranges[i].range.end;
      count += both ? 1 : 0;
    }
    return count;
  }

  /// The lines of a paragraph that show.
  ByteRange shownPart(const TextLayout::Paragraph& paragraph) const {
    if (paragraph.prompt) return {paragraph.begin, paragraph.end};
    const float top = f_.origin.y + paragraph.top;
    const auto count = static_cast<float>(paragraph.lines.size());
    const float from = std::clamp(std::floor((f_.pane.Min.y - top) / f_.line), 0.0F, count - 1);
    const float to = std::clamp(std::floor((f_.pane.Max.y - top) / f_.line), 0.0F, count - 1);
    const TextLine& first = paragraph.lines[static_cast<std::size_t>(from)];
    const TextLine& last = paragraph.lines[static_cast<std::size_t>(to)];
    return {paragraph.begin + first.begin, paragraph.begin + last.end};
  }

  void wave(const ImRect& box) {
    const float y = box.Max.y - raw(1);
    const float step = raw(2);
    list_.PathClear();
    int i = 0;
    for (float x = box.Min.x; x <= box.Max.x; x += step)
      list_.PathLineTo(ImVec2(x, y + (i++ % 2 == 0 ? raw(1.2F) : -raw(1.2F))));
    list_.PathStroke(ink(Token::AttMark), 0, std::max(1.0F, raw(1.2F)));
  }

  void fillSelected(ImRect box) {
    box.Expand(ImVec2(raw(1), raw(2)));
    list_.AddRectFilled(box.Min, box.Max, ink(Token::Sel), raw(3));
  }

  void drawRange(const EditorRange& range, const ImRect& box, float dropped) {
    switch (range.kind) {
      case EditorRange::Kind::Tag:
        drawTagMark(list_, box, range.domain, dropped, range.strong);
        break;
      case EditorRange::Kind::Found:
        list_.AddRectFilled(box.Min, box.Max, ink(Token::Hl), raw(2));
        break;
      case EditorRange::Kind::Target:
        fillSelected(box);
        break;
      case EditorRange::Kind::Suspect:
        for (float x = box.Min.x; x < box.Max.x; x += raw(4)) {
          list_.AddRectFilled(ImVec2(x, box.Max.y),
                              ImVec2(std::min(x + raw(2), box.Max.x), box.Max.y + raw(1.5F)),
                              ink(Token::Ink3));
        }
        break;
    }
  }

  /// A prompt nobody has begun to answer is still to come.
  bool toCome(std::size_t p) const {
    const auto& all = layout_.paragraphs();
    if (p + 1 >= all.size()) return false;
    const auto& answer = all[p + 1];
    const bool empty = answer.end - answer.begin <= 1 && (p + 2 >= all.size() || all[p + 2].prompt);
    const bool caretInside = f_.item.focused && layout_.paragraphAt(f_.state.caret()) == p + 1;
    return empty && !caretInside;
  }

  void paragraph(std::size_t p) {
    const TextLayout::Paragraph& paragraph = layout_.paragraphs()[p];
    const Type type = paragraph.prompt ? Type::Prompt : f_.type;
    const float line = paragraph.prompt ? lineOf(Type::Prompt) : f_.line;
    const ImU32 colour = forced_ != 0 ? forced_
                                      : ink(!paragraph.prompt ? Token::Ink
                                            : toCome(p)       ? Token::Ink3
                                                              : Token::HeatherInk);
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
      const float y = f_.origin.y + paragraph.top + line * static_cast<float>(i);
      if (y > f_.pane.Max.y || y + line < f_.pane.Min.y) continue;
      const TextLine& part = paragraph.lines[i];
      textLine(std::string_view(text_).substr(paragraph.begin + part.begin, part.end - part.begin),
               ImVec2(f_.origin.x, y), type, line, colour);
    }
    placeholder(p, paragraph);
  }

  void placeholder(std::size_t p, const TextLayout::Paragraph& paragraph) {
    if (f_.style.placeholder.empty() || paragraph.end - paragraph.begin > 1 || paragraph.prompt)
      return;
    const bool answersPrompt =
        p > 0 && layout_.paragraphs()[p - 1].prompt &&
        (p + 1 == layout_.paragraphs().size() || layout_.paragraphs()[p + 1].prompt);
    if (!answersPrompt && !text_.empty()) return;
    drawText(list_, f_.type, ImVec2(f_.origin.x, f_.origin.y + paragraph.top), ink(Token::Ink3),
             f_.style.placeholder, f_.line);
  }

  /// Stretches of ordinary characters in one call; mentions and clusters the font cannot shape one
  /// by one.
  void textLine(std::string_view line, ImVec2 at, Type type, float height, ImU32 colour) {
    const ImFont& font = *fontOf(type);
    std::size_t plainFrom = 0;
    float plainX = at.x;
    float x = at.x;
    const auto flush = [&](std::size_t to) {
      if (to > plainFrom)
        drawText(list_, type, ImVec2(plainX, at.y), colour, line.substr(plainFrom, to - plainFrom),
                 height);
    };
    for (std::size_t i = 0; i < line.size();) {
      const std::size_t next = nextAtom(line, i);
      const std::string_view atom = line.substr(i, next - i);
      const bool isMention = atom.size() == kMentionBytes && mentionAt(line, i) != 0;
      const bool simple = atom.size() == 1 && atom != "\t" && atom != "\n";
      if (simple) {
        x += font.GetCharAdvance(static_cast<ImWchar>(static_cast<unsigned char>(atom[0])));
        i = next;
        continue;
      }
      flush(i);
      if (isMention) {
        chip(mentionId(line, i), ImVec2(x, at.y), type, height);
        x += f_.measure.mention(mentionId(line, i));
      } else if (!isMark(atom) && atom != "\n") {
        std::string shown;
        if (atom != "\t") journal::appendUtf8(shown, shownCodePoint(font, atom));
        drawText(list_, type, ImVec2(x, at.y), colour, shown, height);
        x += f_.measure.cluster(atom, type == Type::Prompt);
      }
      plainFrom = i = next;
      plainX = x;
    }
    flush(line.size());
  }

  static bool isMark(std::string_view atom) {
    const char32_t c = journal::decodeUtf8(atom, 0).value;
    return c >= kMentionOpen && c <= kPromptClose;
  }

  void chip(std::string_view hexId, ImVec2 at, Type type, float height) {
    const std::string label = f_.measure.labelOf(hexId);
    const float width = f_.measure.mention(hexId);
    const float tall = f_.fontBox + px(2);
    const float top = std::round(at.y + (height - tall) / 2);
    const ImRect box(std::round(at.x), top, std::round(at.x + width), top + tall);
    if (forced_ == 0) {
      list_.AddRectFilled(box.Min, box.Max, ink(Token::Tint), raw(6));
      if (highContrast()) list_.AddRect(box.Min, box.Max, ink(Token::Line), raw(6), 0, hair());
    }
    const ImU32 words = forced_ != 0 ? forced_ : ink(highContrast() ? Token::Ink : Token::Accent);
    drawText(list_, type, ImVec2(at.x + px(6), at.y), words, label, height);
  }

  const EditorFrame& f_;
  ImDrawList& list_;
  const std::string& text_;
  const TextLayout& layout_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  ByteRange seen_;
  ImU32 forced_ = 0;
};

void paintCaret(const EditorFrame& f, EditorResult& result) {
  const CaretBox caret = f.memory.layout.caret(f.state.caret(), f.measure);
  const float tall = std::round(f.fontBox * 0.86F);
  const ImVec2 at(std::round(f.origin.x + caret.x),
                  std::round(f.origin.y + caret.y + (caret.height - tall) / 2));
  const ImRect box(at, at + ImVec2(px(2), tall));
  result.caretBox = toEffective(box);
  if (!f.item.focused) return;
  const double since = kit().time - f.memory.caretMoved;
  const bool lit = caretLit(since);
  if (lit) draw().AddRectFilled(box.Min, box.Max, ink(Token::Heather));
}

void paintScrollbar(const EditorFrame& f) {
  const float view = f.pane.GetHeight();
  const float whole = px(f.style.top) + (f.memory.find.open ? px(kFindRoom) : 0) +
                      f.memory.layout.height() + px(f.style.bottom) + raw(f.style.coveredBelow);
  if (whole <= view) return;
  const float length = std::max(px(28), std::round(view * view / whole) - px(8));
  const float travel = view - length - px(8);
  const float top =
      f.pane.Min.y + px(4) + std::round(travel * std::min(1.0F, f.state.scrollY / (whole - view)));
  const ImRect thumb(f.pane.Max.x - px(12), top, f.pane.Max.x - px(4), top + length);
  const ImGuiID id = f.item.id + 1;
  bool hovered = false;
  bool held = false;
  ImGui::KeepAliveID(id);
  ImGui::ButtonBehavior(thumb, id, &hovered, &held);
  if (held)
    f.state.scrollY += ImGui::GetIO().MouseDelta.y * (whole - view) / std::max(1.0F, travel);
  draw().AddRectFilled(thumb.Min, thumb.Max, ink(hovered || held ? Token::Ink3 : Token::Line2),
                       px(4));
}

}  // namespace

void paintEditor(const EditorFrame& f, EditorResult& result) {
  draw().PushClipRect(f.pane.Min, f.pane.Max, true);
  Painter painter(f);
  static const std::vector<EditorRange> kNone;
  const std::vector<EditorRange>& ranges = f.style.ranges != nullptr ? *f.style.ranges : kNone;
  painter.tags(ranges);
  painter.selection(true);
  painter.found(f.memory.find);
  painter.words();
  painter.selectedWords(ranges);
  painter.misspelt();
  for (const EditorRange& range : ranges) {
    if (range.kind != EditorRange::Kind::Target) continue;
    const std::vector<TextBox> boxes = painter.boxesOf(range.range);
    if (!boxes.empty()) result.targetBox = toEffective(painter.fontRect(boxes.back().rect));
  }
  paintCaret(f, result);
  draw().PopClipRect();
  paintScrollbar(f);
}

}  // namespace app::ui
