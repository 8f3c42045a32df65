#include "app/ui/text_editor.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/ui/editor_parts.h"
#include "app/ui/feedback.h"
#include "app/ui/layout.h"
#include "app/ui/text.h"

namespace app::ui {
namespace {

float lineHeight(Type type) {
  const float easier = settings().easyLetters ? 1.15F : 1.0F;
  switch (type) {
    case Type::Read:
      return px(34 * easier);
    case Type::Quote:
      return px(28 * easier);
    default:
      return lineOf(type);
  }
}

LayoutStyle layoutStyle(const EditorStyle& style, float width) {
  LayoutStyle out;
  out.width = width;
  out.line = lineHeight(style.type);
  out.promptLine = lineOf(Type::Prompt);
  out.paragraphGap = px(style.type == Type::Read ? 12 : 6);
  out.promptBefore = px(26);
  out.promptAfter = px(4);
  const auto scaled = static_cast<std::uint64_t>(scale() * 1000);
  out.generation = style.labelsRevision * 1000003 + scaled * 2 + (settings().easyLetters ? 1 : 0);
  return out;
}

EditorMemory& memoryOf(ImGuiID id) {
  std::unique_ptr<EditorMemory>& memory = kit().editors[id];
  if (memory == nullptr) memory = std::make_unique<EditorMemory>();
  memory->frame = kit().frame;
  return *memory;
}

/// Where the lines of a layout begin, in bytes of the text it was made of.
std::vector<std::size_t> lineStarts(const TextLayout& layout) {
  std::vector<std::size_t> out;
  for (const TextLayout::Paragraph& paragraph : layout.paragraphs()) {
    for (const TextLine& line : paragraph.lines) out.push_back(paragraph.begin + line.begin);
  }
  return out;
}

/// What a reader hears: the words with mentions by label, and where caret and lines are in them.
/// Only made when something listens.
std::string spoken(const EditorState& state, const EditorMemory& memory, const MentionLabel& label,
                   RecordedText& typed) {
  const ByteRange selected = state.selection();
  std::vector<std::size_t> ends = {selected.begin, selected.end};
  std::string out = state.plainText(label, ends);
  const bool atBegin = state.caret() == selected.begin;
  typed.several = true;
  typed.caret = atBegin ? ends[0] : ends[1];
  typed.anchor = atBegin ? ends[1] : ends[0];
  const auto& paragraphs = memory.layout.paragraphs();
  if (!paragraphs.empty() && paragraphs.back().end == state.text().size()) {
    typed.lines = lineStarts(memory.layout);
    static_cast<void>(state.plainText(label, typed.lines));
  }
  return out;
}

/// In a narrow pane the column gives way before the margin its marks hang in.
ImRect columnOf(const ImRect& pane, const EditorStyle& style) {
  const float least = px(style.marks ? 56 : 8);
  const float wanted = px(style.column);
  const bool tight = pane.GetWidth() < px(style.left) + wanted + px(24);
  float left = style.left < 0 ? std::round((pane.GetWidth() - wanted) / 2) : px(style.left);
  if (tight) left = std::min(left, least);
  left = std::max(left, least);
  const float width = std::max(px(40), std::min(wanted, pane.GetWidth() - left - px(20)));
  return {pane.Min.x + left, pane.Min.y, pane.Min.x + left + width, pane.Max.y};
}

EditorResult runEditor(std::string_view key, EditorState& state, const EditorStyle& style,
                       const ImRect& pane) {
  EditorResult result;
  const ImRect column = columnOf(pane, style);
  EditorMemory& memory = memoryOf(idOf(itemPath(key)));
  RecordedText typed;
  std::string value;
  ItemSpec spec{.key = key, .role = "textbox", .name = style.name};
  if (kit().recorder != nullptr) {
    value = spoken(state, memory, style.label, typed);
    spec.value = value;
    spec.typed = &typed;
  }
  spec.text = true;
  const ImRect target(column.Min.x - px(6), pane.Min.y,
                      std::min(column.Max.x + px(6), pane.Max.x - px(14)),
                      pane.Max.y - raw(style.coveredBelow));
  const Item item = interactive(target, spec);
  kit().ringDrawn = kit().ringDrawn && !item.focused;  // the caret says where the keyboard is
  const FontMeasure measure(style.type, &style.label);
  EditorFrame frame{state, style, memory, measure, pane, column, {}, item};
  frame.type = style.type;
  frame.line = lineHeight(style.type);
  frame.fontBox = fontOf(style.type)->FontSize;

  const LayoutStyle layout = layoutStyle(style, column.GetWidth());
  memory.layout.update(state.text(), layout, measure);
  scrollEditor(frame);
  const std::uint64_t before = state.revision();
  const ByteRange selected = state.selection();
  if (style.find) findKeys(frame, key);
  menuInput(frame);
  editByInput(frame, result);
  result.changed = state.revision() != before;
  result.selectionChanged = result.changed || !(state.selection() == selected);
  if (result.changed) memory.layout.update(state.text(), layout, measure);
  scrollEditor(frame);

  std::vector<EditorRange> ranges =
      style.ranges != nullptr ? *style.ranges : std::vector<EditorRange>();
  if (style.marks && !ranges.empty()) {
    const Scope scope(key);
    editorMarks(frame, ranges, result);
  }
  EditorStyle painted = style;
  painted.ranges = &ranges;
  const EditorFrame paint{state,        painted, memory,     measure,       pane,      column,
                          frame.origin, item,    frame.line, frame.fontBox, frame.type};
  paintEditor(paint, result);
  if (style.find) findBar(frame, key);
  editorMenu(frame, key, result);
  result.changed = state.revision() != before;
  result.focused = item.focused;
  return result;
}

/// Where marks hang beside their line: from the words outwards, and lower where a line has no room
/// for one more.
class MarkSlots {
 public:
  explicit MarkSlots(EditorFrame& frame) : frame_(frame) {
    const float room = frame.column.Min.x - frame.pane.Min.x - px(12);
    most_ = std::max(1, static_cast<int>(room / px(kSlot)));
  }

  ImRect next(const EditorRange& range) {
    const CaretBox at = frame_.memory.layout.caret(range.range.begin, frame_.measure);
    int row = static_cast<int>(std::lround(at.y / frame_.line));
    while (used_[row] >= most_) ++row;
    const float shift = static_cast<float>(row) - std::round(at.y / frame_.line);
    const float right = frame_.column.Min.x - px(12) - px(kSlot) * static_cast<float>(used_[row]++);
    const float middle = std::round(frame_.origin.y + at.y + at.height / 2 + shift * frame_.line);
    return {right - px(kSlot - 2), middle - px(16), right, middle + px(16)};
  }

 private:
  static constexpr float kSlot = 40;
  EditorFrame& frame_;
  int most_ = 1;
  std::map<int, int> used_;  // marks on a line so far
};

/// Hovered or chosen by key, its passage darkens in this same frame.
void drawMark(EditorRange& range, const ImRect& box, EditorResult& result) {
  const std::string markKey = key("mark", range.id);
  const std::string name =
      range.name.empty() ? std::string(domainName(range.domain)) + " tag" : range.name;
  ItemSpec spec{.key = markKey, .name = name};
  spec.radius = 8;
  const Item item = interactive(box, spec);
  if (item.pressed) result.markPressed = range.id;
  if (item.focused && keyPressed(Key::Delete, false)) {
    consume(Key::Delete);
    result.markRemoved = range.id;
  }
  range.strong = range.strong || item.hovered || (item.focused && kit().focusVisible);
  const float y = box.GetCenter().y;
  const ImVec2 head(box.Max.x - px(8), y);
  drawHead(draw(), head, raw(5.6F), range.domain, false, ink(domainMark(range.domain)), 0);
  const float left = head.x - px(13) - widthOf(Type::TinyStrong, range.mark);
  drawText(draw(), Type::TinyStrong, ImVec2(left, box.Min.y), ink(domainInk(range.domain)),
           range.mark, box.GetHeight());
}

}  // namespace

void editorMarks(EditorFrame& f, std::vector<EditorRange>& ranges, EditorResult& result) {
  MarkSlots slots(f);
  const FocusGroup group;
  draw().PushClipRect(f.pane.Min, f.pane.Max, true);
  for (EditorRange& range : ranges) {
    const bool target = range.kind == EditorRange::Kind::Target;
    const bool tag = range.kind == EditorRange::Kind::Tag && !range.id.empty();
    if (!target && !tag) continue;
    const ImRect box = slots.next(range);
    if (target) {
      drawIcon(draw(), Icon::Pencil, ImVec2(box.Max.x - px(8), box.GetCenter().y), 16,
               ink(Token::HeatherInk));
      continue;
    }
    if (box.Max.y < f.pane.Min.y || box.Max.y > f.pane.Max.y - raw(f.style.coveredBelow)) continue;
    drawMark(range, box, result);
  }
  draw().PopClipRect();
}

EditorResult textEditor(std::string_view key, EditorState& state, const EditorStyle& style) {
  const bool flows = style.rect.w <= 0 || style.rect.h <= 0;
  const ImRect pane = toDevice(flows ? takeRect(0, 0) : style.rect);
  return runEditor(key, state, style, pane);
}

void teachSpelling(const std::vector<std::string>& words, bool fresh) {
  SpellChecker* checker = kit().speller;
  if (checker == nullptr) return;
  if (fresh) checker->forget();
  for (const std::string& word : words) checker->add(word);
}

EditorResult textArea(std::string_view key, EditorState& state, const TextAreaStyle& style) {
  const float gap = flow().gap;
  if (!style.label.empty()) {
    smallStrong(style.label);
    flow().gap = px(6);
  }
  const ImRect box = place(flow().w, px(style.height));
  draw().AddRectFilled(box.Min, box.Max, ink(style.readOnly ? Token::Sunken : Token::Paper),
                       raw(10));
  const bool needsLook = !style.problem.empty();
  draw().AddRect(box.Min, box.Max, ink(needsLook ? Token::AttMark : Token::Line2), raw(10), 0,
                 needsLook ? 2 * hair() : edge());
  EditorStyle inner;
  inner.name = style.label.empty() ? style.placeholder : style.label;
  inner.placeholder = style.placeholder;
  inner.column = 4000;
  inner.left = 12;
  inner.top = 8;
  inner.bottom = 8;
  inner.type = style.type;
  inner.readOnly = style.readOnly;
  inner.marks = false;
  inner.find = false;
  inner.label = style.mentionLabel;
  ImRect pane = box;
  pane.Expand(-hair());
  const EditorResult result = runEditor(key, state, inner, pane);
  if (result.focused) askRing(box, 10, true);
  flow().gap = gap;
  if (needsLook) problemLine(style.problem);
  return result;
}

}  // namespace app::ui
