// Markdown and plain text: one reflection a file.

#include <utility>

#include "journal/base/utf8.h"
#include "journal/exchange/markdown_import.h"
#include "journal/exchange/source_files.h"
#include "journal/exchange/text_file.h"

namespace journal::exchange {
namespace {

Result<void> takeMarkdown(const ArchiveItem& file, NameBook& names, ImportRun& run) {
  const EntryPlace place{0, repairUtf8(file.name)};
  auto read = readMarkdown({file.name, file.bytes}, run.context(), names);
  if (!read.ok()) {
    run.skip(place, read.error().advice);
    return {};
  }
  const std::size_t before = run.report.taken;
  std::vector<std::string> notes = std::move(read->notes);
  J_CHECK(run.hand(std::move(read->item), place));
  if (run.report.taken == before) return {};
  for (std::string& note : notes) run.note(place, std::move(note));
  return {};
}

std::string_view baseName(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Result<void> takeText(const ArchiveItem& file, std::optional<UtcTime> changed, ImportRun& run) {
  const EntryPlace place{0, repairUtf8(file.name)};
  DecodedText text = decodeText(file.bytes);
  if (text.binary) return run.skip(place, "it holds bytes that are not text"), Result<void>();
  ForeignEntry entry;
  entry.source = sourceOfFile("txt", repairUtf8(file.name), file.bytes);
  entry.words = std::move(text.text);
  const auto named = parseDate(std::string(baseName(file.name)).substr(0, 10));
  if (named) {
    entry.writtenAt = UtcTime(std::chrono::sys_days(*named)) + std::chrono::hours(18);
    entry.isLocalTime = true;
  } else {
    entry.writtenAt = changed;
  }
  const std::size_t before = run.report.taken;
  J_CHECK(run.take(std::move(entry), place));
  if (run.report.taken == before) return {};
  if (!named && changed) run.note(place, "It has no date, so it was given that of its file.");
  if (!text.note.empty()) run.note(place, std::move(text.note));
  return {};
}

}  // namespace

Result<void> importMarkdown(const std::filesystem::path& path, NameBook& names, ImportRun& run) {
  SourceFiles files;
  files.path = path;
  files.wants = [](std::string_view name) {
    const std::string extension = extensionOf(name);
    return extension == "md" || extension == "markdown";
  };
  files.take = [&](const ArchiveItem& file, std::optional<UtcTime>) {
    return takeMarkdown(file, names, run);
  };
  return readSourceFiles(files, run);
}

Result<void> importPlainText(const std::filesystem::path& path, ImportRun& run) {
  SourceFiles files;
  files.path = path;
  files.wants = [](std::string_view name) {
    const std::string extension = extensionOf(name);
    return extension == "txt" || extension == "text";
  };
  files.take = [&](const ArchiveItem& file, std::optional<UtcTime> changed) {
    return takeText(file, changed, run);
  };
  return readSourceFiles(files, run);
}

}  // namespace journal::exchange
