#include <algorithm>

#include "app/desktop/access/access_words.h"
#include "app/desktop/access/bridge/node_object.h"

// AtkText: words letter by letter, the caret and the selection. All offsets are code points.

namespace app::desktop {
namespace {

const NodeData& textOf(AtkText* text) {
  static const NodeData nothing;
  const NodeData* data = dataOf(text);
  return data != nullptr ? *data : nothing;
}

std::size_t within(const NodeData& data, gint offset) {
  if (offset < 0) return data.text.size();
  return std::min(static_cast<std::size_t>(offset), data.text.size());
}

gchar* part(const NodeData& data, ui::ByteRange range) {
  const std::u32string_view all = data.text;
  return g_strdup(utf8Of(all.substr(range.begin, range.size())).c_str());
}

gchar* partAndEnds(const NodeData& data, ui::ByteRange range, gint* begin, gint* end) {
  *begin = static_cast<gint>(range.begin);
  *end = static_cast<gint>(range.end);
  return part(data, range);
}

gchar* getText(AtkText* text, gint begin, gint end) {
  const NodeData& data = textOf(text);
  return part(data, {within(data, begin), within(data, end)});
}

TextUnit unitOf(AtkTextBoundary boundary) {
  switch (boundary) {
    case ATK_TEXT_BOUNDARY_CHAR:
      return TextUnit::Character;
    case ATK_TEXT_BOUNDARY_WORD_START:
    case ATK_TEXT_BOUNDARY_WORD_END:
      return TextUnit::Word;
    case ATK_TEXT_BOUNDARY_SENTENCE_START:
    case ATK_TEXT_BOUNDARY_SENTENCE_END:
      return TextUnit::Sentence;
    case ATK_TEXT_BOUNDARY_LINE_START:
    case ATK_TEXT_BOUNDARY_LINE_END:
      break;
  }
  return TextUnit::Line;
}

TextUnit unitOf(AtkTextGranularity granularity) {
  switch (granularity) {
    case ATK_TEXT_GRANULARITY_CHAR:
      return TextUnit::Character;
    case ATK_TEXT_GRANULARITY_WORD:
      return TextUnit::Word;
    case ATK_TEXT_GRANULARITY_SENTENCE:
      return TextUnit::Sentence;
    case ATK_TEXT_GRANULARITY_PARAGRAPH:
      return TextUnit::Paragraph;
    case ATK_TEXT_GRANULARITY_LINE:
      break;
  }
  return TextUnit::Line;
}

ui::ByteRange around(const NodeData& data, std::size_t at, TextUnit unit) {
  return unitAround(data.text, at, unit, data.lines);
}

gchar* stringAt(AtkText* text, gint offset, AtkTextGranularity granularity, gint* begin,
                gint* end) {
  const NodeData& data = textOf(text);
  return partAndEnds(data, around(data, within(data, offset), unitOf(granularity)), begin, end);
}
gchar* textAt(AtkText* text, gint offset, AtkTextBoundary boundary, gint* begin, gint* end) {
  const NodeData& data = textOf(text);
  return partAndEnds(data, around(data, within(data, offset), unitOf(boundary)), begin, end);
}
gchar* textBefore(AtkText* text, gint offset, AtkTextBoundary boundary, gint* begin, gint* end) {
  const NodeData& data = textOf(text);
  const TextUnit unit = unitOf(boundary);
  const ui::ByteRange here = around(data, within(data, offset), unit);
  if (here.begin == 0) return partAndEnds(data, {}, begin, end);
  return partAndEnds(data, around(data, here.begin - 1, unit), begin, end);
}
gchar* textAfter(AtkText* text, gint offset, AtkTextBoundary boundary, gint* begin, gint* end) {
  const NodeData& data = textOf(text);
  const TextUnit unit = unitOf(boundary);
  const ui::ByteRange here = around(data, within(data, offset), unit);
  return partAndEnds(data, around(data, here.end, unit), begin, end);
}

gunichar characterAt(AtkText* text, gint offset) {
  const NodeData& data = textOf(text);
  const std::size_t at = within(data, offset);
  return at < data.text.size() ? data.text[at] : 0;
}
gint characterCount(AtkText* text) {
  return static_cast<gint>(textOf(text).text.size());
}
gint caretOffset(AtkText* text) {
  return static_cast<gint>(textOf(text).node.caret);
}

gint countSelections(AtkText* text) {
  const AccessNode& node = textOf(text).node;
  return node.caret != node.anchor ? 1 : 0;
}
gchar* selectionAt(AtkText* text, gint which, gint* begin, gint* end) {
  const NodeData& data = textOf(text);
  *begin = *end = 0;
  if (which != 0 || data.node.caret == data.node.anchor) return nullptr;
  const auto [from, to] = std::minmax(data.node.caret, data.node.anchor);
  return partAndEnds(data, {from, to}, begin, end);
}

}  // namespace

void initText(gpointer iface, gpointer) {
  auto* text = static_cast<AtkTextIface*>(iface);
  text->get_text = getText;
  text->get_text_at_offset = textAt;
  text->get_text_before_offset = textBefore;
  text->get_text_after_offset = textAfter;
  text->get_string_at_offset = stringAt;
  text->get_character_at_offset = characterAt;
  text->get_character_count = characterCount;
  text->get_caret_offset = caretOffset;
  text->get_n_selections = countSelections;
  text->get_selection = selectionAt;
}

}  // namespace app::desktop
