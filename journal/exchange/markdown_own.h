#pragma once

#include "journal/exchange/front_matter.h"
#include "journal/exchange/markdown_import.h"

namespace journal::exchange {

/// Reads back what writeMarkdown() wrote. `front` is the parsed file.
Result<MarkdownReading> readOwnMarkdown(const FrontMatter& front, NameBook& names);

}  // namespace journal::exchange
