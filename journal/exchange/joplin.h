#pragma once

#include <string>
#include <string_view>

#include "journal/exchange/import_run.h"

namespace journal::exchange {

/// One item of a Joplin archive (.jex): title, blank line, words, blank line, then "key: value"
/// lines of which `type_` comes last. Notes are taken in; notebooks, labels and attachments are
/// not, nor is what is encrypted or in Joplin's bin, which is reported. `nameForRemarks` is the
/// item's path in the archive. Total.
Result<void> importJoplinItem(std::string_view item, const std::string& nameForRemarks,
                              ImportRun& run);

/// What a note's own date in Joplin's Markdown front matter looks like: "2023-01-10 15:12:29Z".
std::optional<UtcTime> parseJoplinTime(std::string_view text);

}  // namespace journal::exchange
