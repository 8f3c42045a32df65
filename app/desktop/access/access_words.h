#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/types.h"

// Words and lines of a text as screen readers ask for them: by character, not by byte.

namespace app::desktop {

/// Ill-formed bytes become U+FFFD.
std::u32string codePointsOf(std::string_view utf8);
std::string utf8Of(std::u32string_view text);
/// How many code points begin before byte `at`.
std::size_t codePointAt(std::string_view utf8, std::size_t at);

enum class TextUnit { Character, Word, Sentence, Line, Paragraph };

/// The unit around `at`, as a range of code points: a word with the spaces after it, a line with
/// its break. `lines`: where lines as drawn begin, ascending, in code points; empty: at line breaks
/// only. Empty at the end of the text.
ui::ByteRange unitAround(std::u32string_view text, std::size_t at, TextUnit unit,
                         const std::vector<std::size_t>& lines);

}  // namespace app::desktop
