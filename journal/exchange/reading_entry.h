#pragma once

#include <memory>
#include <string>

#include "journal/domain/mention.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/reading_copy.h"

namespace journal::exchange {

/// How names read in a copy. Code unless the person asked for real names in so many words.
struct CopyNames {
  NamesShown shown = NamesShown::Code;
  NameLookup lookup;  ///< must not be empty
};

/// The reflection as it reads on paper.
ReadingEntry readingEntry(const ImportedReflection& item, const CopyNames& names);

/// "P4.1, level 3, Wren: came in on the bar"
std::string passageWords(const Tag& tag, const CopyNames& names);

/// One page of HTML that needs nothing else: headings, language, styles for screen and paper, no
/// scripts, nothing fetched. Words are escaped, so nothing somebody wrote is ever markup.
std::unique_ptr<ReadingWriter> makeHtmlWriter(ByteSink sink);

/// The heading line of a table of reflections, with the mark that tells Excel it is UTF-8.
std::string csvHeading();
/// One row (RFC 4180). A cell that a spreadsheet would take for a formula begins with an
/// apostrophe.
std::string csvRow(const ImportedReflection& item, const CopyNames& names);

}  // namespace journal::exchange
