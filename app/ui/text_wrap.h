#pragma once

#include <string_view>
#include <vector>

#include "app/ui/text_layout.h"

// Where the lines of one paragraph end; pure. Part of text_layout.

namespace app::ui {

/// Of the atom [at, next). The marks around a prompt take no room.
float atomWidth(std::string_view text, ByteRange atom, bool prompt, const Measure& measure);

/// Greedy: spaces hang at a line's end and never make it wrap; a word wider than the line is cut.
/// At least one line.
std::vector<TextLine> wrapWords(std::string_view words, float width, const Measure& measure);
/// A prompt: the narrowest width that needs no more lines, so that no single word is left over.
std::vector<TextLine> wrapBalanced(std::string_view words, float width, const Measure& measure);

/// The lines of `words` when `old` were the lines before `change`: the same as wrapWords(), but
/// only lines about the change are measured. Greedy wrapping starts afresh at each line, so it can
/// begin a line before the change and end where a line begins that began there before.
std::vector<TextLine> rewrapped(std::string_view words, std::vector<TextLine> old,
                                const TextChange& change, float width, const Measure& measure);

}  // namespace app::ui
