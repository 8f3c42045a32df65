#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

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

using FileProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Every *.md and *.markdown file below `folder`, in order of path. Never follows a symbolic link,
/// never leaves the folder, never writes. NotFound when there is no such folder; the Error of a
/// sink ends the import.
Result<ImportReport> importMarkdownFolder(const std::filesystem::path& folder,
                                          const ImportContext& context, NameBook& names,
                                          const ReflectionSink& sink,
                                          const FileProgress& progress = {});

}  // namespace journal::exchange
