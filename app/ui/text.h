#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/kit.h"

namespace app::ui {

/// Wrapped words in the flow (in a Row: one line). Recorded as text or heading; never interactive.
struct TextStyle {
  Type type = Type::Body;
  Token colour = Token::Ink;
  float width = 0;        ///< wrap here; 0: the flow's width
  bool balanced = false;  ///< lines of even length (titles, prompts)
  bool centred = false;
  bool oneLine = false;  ///< cut with an ellipsis instead of wrapping
  std::string_view role = "text";
};
void text(std::string_view words, const TextStyle& style);

void display(std::string_view words);                           ///< unlock greeting
void title(std::string_view words);                             ///< screen title, role heading
void heading(std::string_view words);                           ///< panel title, role heading
void subhead(std::string_view words);                           ///< card title, role heading
void prompt(std::string_view words);                            ///< heather italic
void quote(std::string_view words, Token colour = Token::Ink);  ///< people's words
void body(std::string_view words, Token colour = Token::Ink);
void bodyStrong(std::string_view words, Token colour = Token::Ink);
void small(std::string_view words, Token colour = Token::Ink2);
void smallStrong(std::string_view words, Token colour = Token::Ink);
void tiny(std::string_view words, Token colour = Token::Ink2);
void icon(Icon icon, Token colour = Token::Ink2,
          int size = 20);  ///< 16, 20, 24 or 32; decoration, not recorded

/// A piece of a snippet: people's words with what was found, who is meant, or a tagged run marked.
struct TextRun {
  enum class Kind : std::uint8_t { Plain, Found, Mention, Tagged, Blurred, Flagged, Selected, Differs };
  std::string text = {};
  Kind kind = Kind::Plain;
  Domain domain = Domain::None;  ///< of a Tagged run: tint and underline style
};
/// Wraps runs together as one text. `name` recorded: the runs joined.
void snippet(std::string_view key, const std::vector<TextRun>& runs, Type type = Type::Quote);

/// Splits text in storage form (mentions as U+F8F0 id U+F8F1, prompts as U+F8F2 words U+F8F3) into
/// runs, with `found` byte ranges of `stored` marked. `label(hexId)` says how to show a mention.
/// Line breaks become spaces.
std::vector<TextRun> runsFrom(std::string_view stored, const std::vector<ByteRange>& found,
                              const std::function<std::string(std::string_view hexId)>& label);

/// A small heading with one line of detail under it, as in headers of panes.
void titleBlock(std::string_view titleWords, std::string_view detail);

}  // namespace app::ui
