#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/domain/known_name.h"

// Stored text
//   stored    := { run | mention | heading }
//   run       := any well-formed UTF-8 without U+F8F0..U+F8F3
//   mention   := U+F8F0 hex{32} U+F8F1          the id of a KnownName, lower-case hex
//   heading   := U+F8F2 run U+F8F3              a prompt, alone in its paragraph; not empty, one
//   line
// Tokens rather than ranges in a side table: a mention survives cut, paste, merge by sentence and
// history without any bookkeeping, at 38 bytes each (measured on the sample reflections: +6 % of
// text; re-measure when the form changes).

namespace journal {

inline constexpr char32_t kMentionBegin = 0xF8F0;
inline constexpr char32_t kMentionEnd = 0xF8F1;
inline constexpr char32_t kHeadingBegin = 0xF8F2;
inline constexpr char32_t kHeadingEnd = 0xF8F3;

std::string mentionToken(NameId id);
/// `prompt` is cleaned and made one line; an empty one gives no token.
std::string headingToken(std::string_view prompt);

/// One piece of stored text, in order; pieces cover the text exactly.
struct TextPiece {
  enum class Kind : std::uint8_t { Run, Mention, Heading };
  Kind kind = Kind::Run;
  std::size_t begin = 0;  ///< bytes in the stored text, token included
  std::size_t end = 0;
  NameId name;               ///< Kind::Mention
  std::string_view heading;  ///< Kind::Heading, without its marks; views the stored text
};
/// Total: a broken token is a Run (its marks are never shown, see render).
std::vector<TextPiece> pieces(std::string_view stored);

/// Ill-formed UTF-8 becomes U+FFFD; stray token marks and control characters go (tab and LF stay);
/// CR LF, CR, VT and FF become LF. Whole tokens stay. Idempotent.
std::string sanitiseStored(std::string_view text);
/// As sanitiseStored, and tokens go too: for text that arrives from outside.
std::string sanitisePlain(std::string_view text);

enum class NamesShown : std::uint8_t { Real, Code, Blurred };
/// What a mention reads as; `lookup` returns nullptr for an unknown id, which reads "someone".
using NameLookup = std::function<const KnownName*(NameId)>;
std::string shownName(const KnownName* name, NamesShown shown);

/// Where a byte of the stored text went.
struct RenderedText {
  std::string text;
  /// Pairs (stored offset, rendered offset), ascending, at every piece border; between two, offsets
  /// run in step inside Run pieces; an offset inside a token reads as its start. Use `toRendered`.
  std::vector<std::pair<std::size_t, std::size_t>> borders;
  std::size_t toRendered(std::size_t storedOffset) const;
};

/// The one function that turns stored text into something a person reads. Headings are left out
/// unless asked for (then "prompt\n", on a line of its own); the line end after one goes with it.
/// Blurred reads "a young person", "a colleague", "a place". Expects sanitised text.
RenderedText render(std::string_view stored, NamesShown shown, const NameLookup& lookup,
                    bool withHeadings = false);

/// For many texts build one NameMatcher (name_matcher.h), which also says which forms count.
///
/// Replaces every whole-word occurrence (Unicode simple case folding, longest first) of a real name
/// or `alsoWritten` form by its mention, leaving existing tokens alone. "Ayaan's" becomes mention +
/// "'s". First names of a full real name count when they belong to one known name only. A name that
/// is also an everyday word (Will, Grace, May; list in name_matcher.cpp) counts only with a
/// capital.
std::string mentionKnownNames(std::string_view stored, const std::vector<KnownName>& names);

/// Stored text with known names in it as mentions, and code names where its maker says so.
using Mentioner = std::function<std::string(std::string_view)>;

/// Distinct names mentioned, in order of first mention.
std::vector<NameId> mentionedNames(std::string_view stored);

}  // namespace journal
