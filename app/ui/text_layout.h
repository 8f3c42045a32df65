#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/types.h"

// Pure: text, width and a measure in; lines, boxes and caret places out. No ImGui, no fonts.
// Lengths are whatever the measure speaks (the editor uses device pixels).

namespace app::ui {

/// Storage form of the writing surface. A mention is kMentionOpen, 32 lower-case hex digits,
/// kMentionClose: one atom for caret, selection and delete. A prompt is a paragraph of its own:
/// kPromptOpen, words, kPromptClose.
inline constexpr char32_t kMentionOpen = 0xF8F0;
inline constexpr char32_t kMentionClose = 0xF8F1;
inline constexpr char32_t kPromptOpen = 0xF8F2;
inline constexpr char32_t kPromptClose = 0xF8F3;
inline constexpr std::size_t kMarkBytes = 3;                       ///< UTF-8 length of each mark
inline constexpr std::size_t kMentionBytes = 2 * kMarkBytes + 32;  ///< of a whole mention

std::string mentionToken(std::string_view hexId);     ///< precondition: 32 hex digits
std::string promptParagraph(std::string_view words);  ///< without line break

/// Length of the mention that begins at `at`, or 0.
std::size_t mentionAt(std::string_view text, std::size_t at);
/// The hex id inside a mention token that begins at `at`. Precondition: mentionAt(text, at) != 0.
std::string_view mentionId(std::string_view text, std::size_t at);
/// Whether the paragraph [begin, end) is a prompt heading, and its words.
bool isPrompt(std::string_view paragraph);
std::string_view promptWords(std::string_view paragraph);

/// End of the atom (grapheme cluster or mention) that begins at `at`; start of the one that ends at
/// `at`. Line breaks are atoms. Extended grapheme clusters by utf8proc (UAX 29).
std::size_t nextAtom(std::string_view text, std::size_t at);
std::size_t previousAtom(std::string_view text, std::size_t at);
/// Nearest atom boundary at or before `at`.
std::size_t snapToAtom(std::string_view text, std::size_t at);
/// Word-wise: to the end of the next word, to the start of the previous. A mention is a word.
std::size_t nextWord(std::string_view text, std::size_t at);
std::size_t previousWord(std::string_view text, std::size_t at);
/// The word (or run of spaces, or single mark) around `at`; for double-click.
ByteRange wordAround(std::string_view text, std::size_t at);
/// Without its line break.
ByteRange paragraphAround(std::string_view text, std::size_t at);

/// How wide things are. Implementations must be pure between two calls of TextLayout::update with
/// the same generation.
class Measure {
 public:
  virtual ~Measure() = default;
  virtual float cluster(std::string_view utf8, bool prompt) const = 0;
  virtual float mention(std::string_view hexId) const = 0;
};

struct LayoutStyle {
  float width = 648;
  float line = 34;  ///< height of a line of text
  float promptLine = 28;
  float paragraphGap = 12;  ///< between two paragraphs of text
  float promptBefore = 26;  ///< above a prompt that is not first
  float promptAfter = 4;
  std::uint64_t generation =
      0;  ///< change it when the measure changes (fonts, labels): everything is laid out again
  friend bool operator==(const LayoutStyle&, const LayoutStyle&) = default;
};

/// A line holds [begin, end): every byte of a text lies in exactly one line, line breaks in the
/// line they end.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  float width = 0;  ///< without hanging spaces
};

/// [begin, oldEnd) of a text became [begin, newEnd).
struct TextChange {
  std::size_t begin = 0;
  std::size_t oldEnd = 0;
  std::size_t newEnd = 0;
};

struct CaretBox {
  float x = 0;
  float y = 0;
  float height = 0;
};
struct TextBox {
  Rect rect;
  ByteRange range;  ///< what of the asked range lies in it
};

/// Lines of a whole text, kept paragraph by paragraph: after an edit only the paragraphs it touched
/// are measured again.
class TextLayout {
 public:
  struct Paragraph {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< with its line break
    float top = 0;
    float height = 0;
    bool prompt = false;
    std::vector<TextLine> lines;  ///< offsets relative to `begin`
  };

  /// Brings the layout up to date. Cost: one comparison of the texts, plus measuring of what
  /// changed.
  void update(std::string_view text, const LayoutStyle& style, const Measure& measure);

  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }
  float height() const { return height_; }
  std::size_t measuredParagraphs() const {
    return measured_;
  }  ///< in the last update; for tests and the bench

  std::size_t paragraphAt(std::size_t byte) const;
  std::size_t paragraphAtY(float y) const;
  /// Where the caret stands. At a soft wrap it stands at the start of the next line.
  CaretBox caret(std::size_t byte, const Measure& measure) const;
  /// Nearest caret place to a point; never inside a prompt or a mention.
  std::size_t hit(Vec2 point, const Measure& measure) const;
  /// The line the caret stands on, absolute offsets.
  TextLine lineOf(std::size_t byte) const;
  /// The end a person means by the End key: before the spaces or break that hang at the line's end.
  std::size_t lineEnd(std::size_t byte) const;
  /// Boxes behind a range, one per line, top to bottom.
  std::vector<TextBox> boxes(ByteRange range, const Measure& measure) const;
  float xIn(const Paragraph& paragraph, const TextLine& line, std::size_t byte,
            const Measure& measure) const;

 private:
  bool rewrapOne(std::size_t index, const TextChange& edit, std::string_view text,
                 const Measure& measure);
  void layOut(Paragraph& paragraph, const Measure& measure) const;
  void stack();

  std::string text_;
  LayoutStyle style_;
  std::vector<Paragraph> paragraphs_;
  float height_ = 0;
  std::size_t measured_ = 0;
  bool fresh_ = false;
};

}  // namespace app::ui
