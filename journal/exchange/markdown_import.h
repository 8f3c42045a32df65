#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "journal/exchange/import_run.h"
#include "journal/exchange/imported.h"
#include "journal/exchange/name_book.h"

namespace journal::exchange {

/// One file of a folder being imported.
struct MarkdownFile {
  std::string name;  ///< path relative to the folder, with forward slashes
  std::string_view bytes;
};

struct MarkdownReading {
  ImportedReflection item;
  std::vector<std::string> notes;  ///< what was taken in with a loss, as sentences
};

/// Total. A file written by writeMarkdown() comes back as it was, also after its words were edited
/// by hand: what still fits is kept and the rest is noted. Any other Markdown file gives a finished
/// reflection: `date` (or a file name that begins with one), `title`, `setting`, `minutes`, `time`,
/// `group`, `year_group`, `instrument`, `place`, `people` are used when they are there, known names
/// become mentions, and a label under `tags` that is an indicator's code tags the whole text with
/// no level. InvalidInput with advice when it cannot be used.
Result<MarkdownReading> readMarkdown(const MarkdownFile& file, const ImportContext& context,
                                     NameBook& names);

/// Every *.md and *.markdown file of a folder, a zip, or one file alone. InvalidInput or NotFound
/// when there is nothing of the kind there.
Result<void> importMarkdown(const std::filesystem::path& path, NameBook& names, ImportRun& run);

/// Every *.txt file of a folder, a zip, or one file alone: a reflection each, of the day its name
/// begins with, or else of the day the file was changed.
Result<void> importPlainText(const std::filesystem::path& path, ImportRun& run);

}  // namespace journal::exchange
