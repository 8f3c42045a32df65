#include "app/ui/editor_state.h"

#include <algorithm>
#include <utility>

#include "journal/base/utf8.h"

namespace app::ui {
namespace {

constexpr std::size_t kMaxSteps = 4000;

bool isPrivateUse(char32_t c) {
  return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) ||
         (c >= 0x100000 && c <= 0x10FFFD);
}
bool isControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// Every prompt is followed by a paragraph to answer it in.
std::string withAnswers(std::string text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = newline == std::string::npos ? text.size() : newline + 1;
    const std::string_view paragraph = std::string_view(text).substr(at, end - at);
    out += paragraph;
    if (isPrompt(paragraph)) {
      if (!paragraph.ends_with('\n')) out += '\n';
      if (isPrompt(std::string_view(text).substr(end))) out += '\n';
    }
    at = end;
  }
  return out;
}

bool promptBefore(std::string_view text, std::size_t at) {
  return at > 0 && text[at - 1] == '\n' &&
         isPrompt(text.substr(paragraphAround(text, at - 1).begin));
}

bool startsWord(std::string_view before, std::string_view typed) {
  const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
  return !before.empty() && space(before.back()) && !typed.empty() && !space(typed.front());
}

/// Stored words as people read them. `places`: see EditorState::plainText().
std::string plain(std::string_view part, const MentionLabel& label,
                  std::vector<std::size_t>& places) {
  std::string out;
  auto place = places.begin();
  for (std::size_t at = 0; at < part.size();) {
    for (; place != places.end() && *place <= at; ++place) *place = out.size();
    if (const std::size_t mention = mentionAt(part, at)) {
      out += label ? label(mentionId(part, at)) : "someone";
      at += mention;
      continue;
    }
    const journal::CodePoint point = journal::decodeUtf8(part, at);
    if (!isPrivateUse(point.value)) out.append(part, at, point.length);
    at += point.length;
  }
  std::fill(place, places.end(), out.size());
  return out;
}

}  // namespace

std::string cleanInput(std::string_view utf8, bool singleLine) {
  const std::string whole = journal::repairUtf8(utf8);
  std::string out;
  out.reserve(whole.size());
  for (std::size_t at = 0; at < whole.size();) {
    const journal::CodePoint point = journal::decodeUtf8(whole, at);
    const std::size_t next = at + point.length;
    char32_t c = point.value;
    if (c == '\r') c = next < whole.size() && whole[next] == '\n' ? U'\0' : U'\n';
    if (c == 0x2028 || c == 0x2029 || c == 0x85) c = U'\n';
    if (singleLine && (c == '\n' || c == '\t')) c = U' ';
    const bool kept = c == '\n' || c == '\t' || (!isControl(c) && !isPrivateUse(c));
    if (kept && c == point.value) {
      out.append(whole, at, point.length);
    } else if (kept) {
      journal::appendUtf8(out, c);
    }
    at = next;
  }
  return out;
}

void EditorState::setText(std::string text) {
  text_ = journal::isValidUtf8(text) ? std::move(text) : journal::repairUtf8(text);
  if (!singleLine_) text_ = withAnswers(std::move(text_));
  steps_.clear();
  undone_ = 0;
  groupOpen_ = false;
  edits_.clear();
  caret_ = anchor_ = outOfPrompt(text_.size(), true);
  goalX = -1;
  scrollY = 0;
  ++revision_;
}

void EditorState::refresh(std::string text) {
  const std::size_t caret = caret_;
  const float scroll = scrollY;
  setText(std::move(text));
  moveTo(std::min(caret, text_.size()));
  scrollY = scroll;
}

std::vector<TextEdit> EditorState::takeEdits() {
  return std::exchange(edits_, {});
}

ByteRange EditorState::selection() const {
  return {std::min(caret_, anchor_), std::max(caret_, anchor_)};
}

std::size_t EditorState::outOfPrompt(std::size_t byte, bool forward) const {
  if (singleLine_) return byte;
  const ByteRange paragraph = paragraphAround(text_, byte);
  if (!isPrompt(std::string_view(text_).substr(paragraph.begin))) return byte;
  const std::size_t after = std::min(paragraph.end + 1, text_.size());
  return forward || paragraph.begin == 0 ? after : paragraph.begin - 1;
}

void EditorState::moveTo(std::size_t byte, bool extend) {
  byte = snapToAtom(text_, std::min(byte, text_.size()));
  caret_ = outOfPrompt(byte, byte >= caret_);
  if (!extend) anchor_ = caret_;
  goalX = -1;
  caretIntoView = true;
  groupOpen_ = false;
}

void EditorState::select(ByteRange range) {
  anchor_ = snapToAtom(text_, std::min(range.begin, text_.size()));
  caret_ = outOfPrompt(snapToAtom(text_, std::min(range.end, text_.size())), false);
  goalX = -1;
  caretIntoView = true;
  groupOpen_ = false;
}

void EditorState::selectAll() {
  anchor_ = 0;
  caret_ = text_.size();
  groupOpen_ = false;
}

std::string EditorState::plainSelection(const MentionLabel& label) const {
  const ByteRange range = selection();
  std::vector<std::size_t> none;
  return plain(std::string_view(text_).substr(range.begin, range.size()), label, none);
}

std::string EditorState::plainText(const MentionLabel& label,
                                   std::vector<std::size_t>& places) const {
  return plain(text_, label, places);
}

void EditorState::apply(std::size_t begin, std::size_t removed, std::string_view inserted) {
  text_.replace(begin, removed, inserted);
  edits_.push_back({begin, removed, inserted.size()});
  ++revision_;
  goalX = -1;
  caretIntoView = true;
}

void EditorState::record(Step step, Kind kind) {
  if (noHistory_) return;
  steps_.resize(steps_.size() - undone_);
  undone_ = 0;
  if (groupOpen_ && kind == lastKind_ && !steps_.empty()) {
    Step& last = steps_.back();
    if (kind == Kind::Typing && step.removed.empty() &&
        step.begin == last.begin + last.inserted.size() &&
        !startsWord(last.inserted, step.inserted)) {
      last.inserted += step.inserted;
      return;
    }
    if (kind == Kind::Deleting && last.inserted.empty() && step.inserted.empty()) {
      if (step.begin + step.removed.size() == last.begin) {
        last.begin = step.begin;
        last.removed.insert(0, step.removed);
        return;
      }
      if (step.begin == last.begin) {
        last.removed += step.removed;
        return;
      }
    }
  }
  steps_.push_back(std::move(step));
  if (steps_.size() > kMaxSteps) steps_.erase(steps_.begin());
}

/// What stands in place of `range` when it is overwritten: prompts inside it stay, each with a
/// paragraph to answer in. Only called when a prompt lies in the range.
std::string EditorState::withoutPrompts(ByteRange range, std::string_view inserted) const {
  std::string out;
  bool placed = false;
  const auto place = [&] {
    if (!placed) out += inserted;
    placed = true;
  };
  const std::string_view text = text_;
  for (std::size_t at = paragraphAround(text, range.begin).begin; at < range.end;) {
    const std::size_t end = std::min(paragraphAround(text, at).end + 1, text.size());
    const std::string_view paragraph = text.substr(at, end - at);
    if (isPrompt(paragraph)) {
      if (at > range.begin) place();
      const bool atLineStart =
          out.empty() ? range.begin == 0 || text[range.begin - 1] == '\n' : false;
      if (!atLineStart) out += '\n';
      out += paragraph;
    }
    at = end;
  }
  place();
  return out;
}

bool EditorState::edit(ByteRange range, std::string_view inserted, Kind kind) {
  const std::string_view text = text_;
  bool holdsPrompt = false;
  for (std::size_t at = paragraphAround(text, range.begin).begin; !singleLine_ && at < range.end;) {
    const std::size_t end = std::min(paragraphAround(text, at).end + 1, text.size());
    if (isPrompt(text.substr(at, end - at))) {
      holdsPrompt = true;
      range.begin = std::min(range.begin, at);
      range.end = std::max(range.end, end);
    }
    at = end;
  }
  std::string kept;
  std::size_t caret = range.begin + inserted.size();
  if (holdsPrompt) {
    kept = withoutPrompts(range, inserted);
    const std::size_t where = inserted.empty() ? std::string::npos : kept.find(inserted);
    caret = range.begin + (where == std::string::npos ? 0 : where + inserted.size());
    inserted = kept;
  }
  if (text_.size() - range.size() + inserted.size() > maxBytes_) return false;
  Step step{range.begin, text_.substr(range.begin, range.size()), std::string(inserted), caret_,
            anchor_};
  if (step.removed == step.inserted) return false;
  apply(range.begin, range.size(), inserted);
  record(std::move(step), kind);
  lastKind_ = kind;
  groupOpen_ = kind != Kind::Other;
  caret_ = anchor_ = outOfPrompt(snapToAtom(text_, caret), true);
  return true;
}

bool EditorState::insert(std::string_view words) {
  // Cleaning at most halves a text (\r\n), so this one cannot fit: it is not even read.
  if (words.size() / 2 > maxBytes_) return false;
  const std::string clean = cleanInput(words, singleLine_);
  if (clean.empty()) return true;
  // A single key is typing and joins the last step; a paste stands alone.
  const bool typed = journal::decodeUtf8(clean, 0).length == clean.size() && clean != "\n";
  return edit(selection(), clean, typed ? Kind::Typing : Kind::Other);
}

bool EditorState::insertMention(std::string_view hexId, ByteRange replaced) {
  return edit(replaced, mentionToken(hexId), Kind::Other);
}

bool EditorState::insertStored(std::string_view stored) {
  std::string out;
  for (std::size_t at = 0; at < stored.size();) {
    const std::size_t mention = mentionAt(stored, at);
    const std::size_t length = mention != 0 ? mention : journal::decodeUtf8(stored, at).length;
    const std::string_view atom = stored.substr(at, length);
    out += mention != 0 && !singleLine_ ? std::string(atom)
           : mention != 0               ? ""
                                        : cleanInput(atom, singleLine_);
    at += length;
  }
  return out.empty() || edit(selection(), out, Kind::Other);
}

bool EditorState::deleteSelection() {
  return !selection().empty() && edit(selection(), {}, Kind::Other);
}

bool EditorState::backspace(bool word) {
  if (!selection().empty()) return deleteSelection();
  if (caret_ == 0 || (!singleLine_ && promptBefore(text_, caret_))) return false;
  std::size_t from = word ? previousWord(text_, caret_) : previousAtom(text_, caret_);
  if (word && !singleLine_) {
    const std::size_t start = paragraphAround(text_, caret_).begin;
    from = caret_ == start ? previousAtom(text_, caret_) : std::max(from, start);
  }
  return edit({from, caret_}, {}, Kind::Deleting);
}

bool EditorState::deleteForward(bool word) {
  if (!selection().empty()) return deleteSelection();
  if (caret_ >= text_.size()) return false;
  const bool atBreak = text_[caret_] == '\n';
  if (atBreak && isPrompt(std::string_view(text_).substr(caret_ + 1))) return false;
  std::size_t to = word ? nextWord(text_, caret_) : nextAtom(text_, caret_);
  if (word && !singleLine_)
    to = atBreak ? caret_ + 1 : std::min(to, paragraphAround(text_, caret_).end);
  return edit({caret_, to}, {}, Kind::Deleting);
}

bool EditorState::replace(ByteRange range, std::string_view stored) {
  range.begin = snapToAtom(text_, std::min(range.begin, text_.size()));
  range.end = std::clamp(range.end, range.begin, text_.size());
  return edit(range, stored, Kind::Other);
}

bool EditorState::undo() {
  if (!canUndo()) return false;
  const Step& step = steps_[steps_.size() - 1 - undone_];
  apply(step.begin, step.inserted.size(), step.removed);
  caret_ = step.caretBefore;
  anchor_ = step.anchorBefore;
  ++undone_;
  groupOpen_ = false;
  return true;
}

bool EditorState::redo() {
  if (!canRedo()) return false;
  const Step& step = steps_[steps_.size() - undone_];
  apply(step.begin, step.removed.size(), step.inserted);
  caret_ = anchor_ = outOfPrompt(step.begin + step.inserted.size(), true);
  --undone_;
  groupOpen_ = false;
  return true;
}

void EditorState::wipe() {
  volatile char* bytes = text_.data();
  for (std::size_t i = 0; i < text_.size(); ++i) bytes[i] = 0;
  text_.clear();
  steps_.clear();
  edits_.clear();
  undone_ = 0;
  caret_ = anchor_ = 0;
  ++revision_;
}

}  // namespace app::ui
