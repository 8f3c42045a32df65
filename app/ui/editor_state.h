#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/text_layout.h"

// What is being written, and every edit of it: pure, no ImGui. Text is in storage form
// (text_layout.h).

namespace app::ui {

/// What one edit did to byte offsets: [begin, begin + removed) became `inserted` bytes. Rebase
/// passages with these, in order.
struct TextEdit {
  std::size_t begin = 0;
  std::size_t removed = 0;
  std::size_t inserted = 0;
};

/// Most text one buffer takes. A paste that would pass it is refused whole, so nothing is cut in
/// silence.
inline constexpr std::size_t kMaxEditorBytes = std::size_t{4} << 20;

/// How a mention is shown: code name, real name or blur, chosen by the caller.
using MentionLabel = std::function<std::string(std::string_view hexId)>;

/// Plain words as they may be typed or pasted: ill-formed UTF-8 repaired, line breaks to \n,
/// control and private-use code points dropped. `singleLine` turns breaks into spaces.
std::string cleanInput(std::string_view utf8, bool singleLine = false);

class EditorState {
 public:
  const std::string& text() const { return text_; }
  /// Another text: forgets undo and puts the caret at its end. Storage form; ill-formed UTF-8 is
  /// repaired.
  void setText(std::string text);
  /// Same words after the model changed them elsewhere (merge, restore): keeps the caret near,
  /// forgets undo.
  void refresh(std::string text);
  std::uint64_t revision() const { return revision_; }  ///< changes with every edit
  /// Edits since the last call, for rebasing ranges.
  std::vector<TextEdit> takeEdits();

  std::size_t caret() const { return caret_; }
  ByteRange selection() const;  ///< empty at the caret when nothing is selected
  void moveTo(std::size_t byte, bool extend = false);
  void select(ByteRange range);
  void selectAll();
  /// Selected text as people read it: mentions by `label`, prompts as plain lines.
  std::string plainSelection(const MentionLabel& label) const;
  /// All of it as people read it; and, in the same words, where each of `places` comes to lie:
  /// ascending bytes of text(), replaced by bytes of what is returned.
  std::string plainText(const MentionLabel& label, std::vector<std::size_t>& places) const;

  /// Types clean words over the selection. False when refused (too large).
  bool insert(std::string_view words);
  bool insertMention(std::string_view hexId, ByteRange replaced);
  bool insertStored(std::string_view stored);  ///< storage form from our own clipboard; prompts in
                                               ///< it become plain text
  /// Removes the selection, or one atom, or to a word's edge. Prompts stay; false when there was
  /// nothing to remove.
  bool backspace(bool word = false);
  bool deleteForward(bool word = false);
  bool deleteSelection();
  /// A programmatic edit, undone as one step.
  bool replace(ByteRange range, std::string_view stored);

  bool canUndo() const { return undone_ < steps_.size(); }
  bool canRedo() const { return undone_ > 0; }
  bool undo();
  bool redo();
  /// The next edit begins a new undo step (caret moved, focus lost, a pause of a second).
  void breakGroup() { groupOpen_ = false; }
  /// No undo history and no copies: for secrets.
  void forgetHistory(bool forget) { noHistory_ = forget; }
  void wipe();  ///< overwrites the text and empties everything

  void setSingleLine(bool single) { singleLine_ = single; }
  bool singleLine() const { return singleLine_; }
  void setMaxBytes(std::size_t bytes) { maxBytes_ = bytes; }

  // Kept here so that it survives between frames; the widget's business.
  float scrollY = 0;
  float goalX = -1;            ///< column aimed at by Up and Down; -1: take it from the caret
  bool caretIntoView = false;  ///< set by every move

 private:
  struct Step {
    std::size_t begin = 0;
    std::string removed;
    std::string inserted;
    std::size_t caretBefore = 0;
    std::size_t anchorBefore = 0;
  };
  enum class Kind : std::uint8_t { None, Typing, Deleting, Other };

  bool edit(ByteRange range, std::string_view inserted, Kind kind);
  void apply(std::size_t begin, std::size_t removed, std::string_view inserted);
  void record(Step step, Kind kind);
  std::string withoutPrompts(ByteRange range, std::string_view inserted) const;
  std::size_t outOfPrompt(std::size_t byte, bool forward) const;

  std::string text_;
  std::size_t caret_ = 0;
  std::size_t anchor_ = 0;
  std::uint64_t revision_ = 1;
  std::vector<Step> steps_;
  std::size_t undone_ = 0;
  Kind lastKind_ = Kind::None;
  bool groupOpen_ = false;
  bool noHistory_ = false;
  bool singleLine_ = false;
  std::size_t maxBytes_ = kMaxEditorBytes;
  std::vector<TextEdit> edits_;
};

}  // namespace app::ui
