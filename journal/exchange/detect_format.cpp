#include <array>
#include <fstream>
#include <system_error>

#include "journal/exchange/import.h"
#include "journal/exchange/source_files.h"
#include "journal/exchange/text_file.h"

namespace journal::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLookedAt = std::size_t{256} << 10;
constexpr std::size_t kFilesLookedAt = 5000;

struct FormatName {
  std::string_view name;
  std::string_view title;
};
constexpr std::array<FormatName, kFormatCount> kNames{{
    {"markdown", "Markdown files (also from Obsidian or Joplin)"},
    {"text", "Plain text files"},
    {"dayone", "Day One (JSON or zip)"},
    {"jrnl-json", "jrnl (JSON)"},
    {"jrnl-text", "jrnl (text)"},
    {"joplin", "Joplin (JEX)"},
    {"journal", "A complete copy from Afternote (JSON)"},
    {"lines", "Reflections, one JSON object a line"},
    {"calendar", "Lessons from a calendar (iCalendar)"},
    {"timetable", "Lessons from a table (CSV)"},
}};

Error unknown() {
  return Error{ErrorCode::InvalidInput, "import: format",
               "Afternote cannot tell what that is. It reads Markdown and plain text, Day One, "
               "jrnl, Joplin, its own copies, calendars (.ics) and timetables (.csv)."};
}

std::string_view afterSpace(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool holds(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

/// The kind most of the files beside each other are of.
Result<Format> byExtensions(std::size_t markdown, std::size_t json, std::size_t text) {
  if (json != 0 && markdown == 0) return Format::DayOne;
  if (markdown != 0 && markdown >= text) return Format::Markdown;
  if (text != 0) return Format::PlainText;
  return unknown();
}

Result<Format> folderFormat(const fs::path& folder) {
  std::size_t markdown = 0;
  std::size_t json = 0;
  std::size_t text = 0;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (std::size_t i = 0; !error && i < kFilesLookedAt && at != fs::recursive_directory_iterator();
       at.increment(error), ++i) {
    const std::string extension = extensionOf(at->path().filename().string());
    if (extension == "md" || extension == "markdown") ++markdown;
    if (extension == "json") ++json;
    if (extension == "txt" || extension == "text") ++text;
  }
  return byExtensions(markdown, json, text);
}

Result<Format> archiveFormat(const fs::path& path, std::string_view first) {
  if (first.substr(0, 2) != "PK") return Format::Joplin;
  J_TRY(const Formats* formats, loadFormats());
  std::size_t markdown = 0;
  std::size_t json = 0;
  std::size_t text = 0;
  ArchiveVisitor visitor;
  visitor.wants = [&](const std::string& name) {
    const std::string extension = extensionOf(name);
    if (extension == "md" || extension == "markdown") ++markdown;
    if (extension == "json") ++json;
    if (extension == "txt" || extension == "text") ++text;
    return false;
  };
  visitor.visit = [](const ArchiveItem&) -> Result<bool> { return true; };
  J_TRY(const ArchiveEnd end, formats->readArchive(path.string(), {}, visitor));
  (void)end;
  return byExtensions(markdown, json, text);
}

Result<Format> objectFormat(std::string_view text) {
  if (holds(text, "\"entries\"")) {
    const bool dayOne = holds(text, "\"creationDate\"") || holds(text, "\"uuid\"");
    return dayOne ? Format::DayOne : Format::JrnlJson;
  }
  return Format::JsonLines;
}

bool beginsWithMoment(std::string_view text) {
  if (!text.empty() && text.front() == '[') text.remove_prefix(1);
  return text.size() > 16 && parseDate(text.substr(0, 10)).has_value() &&
         (text[10] == ' ' || text[10] == 'T') && text[13] == ':';
}

bool looksLikeTimetable(std::string_view text) {
  const std::size_t end = text.find('\n');
  return readTimetableCsv(text.substr(0, end), TimetableWindow{}).ok();
}

Result<Format> textFormat(std::string_view text, const std::string& extension) {
  text = afterSpace(text);
  if (text.substr(0, 15) == "BEGIN:VCALENDAR" || extension == "ics") return Format::Calendar;
  if (beginsWithMoment(text)) return Format::JrnlText;
  if (extension == "jsonl" || extension == "ndjson") return Format::JsonLines;
  if (!text.empty() && text.front() == '[') return Format::JournalJson;
  if (!text.empty() && text.front() == '{') return objectFormat(text);
  if (extension == "md" || extension == "markdown") return Format::Markdown;
  if (extension == "csv" || extension == "tsv" || looksLikeTimetable(text)) {
    return Format::TimetableCsv;
  }
  if (extension == "txt" || extension == "text") return Format::PlainText;
  return unknown();
}

}  // namespace

std::string_view name(Format format) {
  return kNames[static_cast<std::size_t>(format)].name;
}

std::string_view title(Format format) {
  return kNames[static_cast<std::size_t>(format)].title;
}

std::optional<Format> parseFormat(std::string_view text) {
  for (std::size_t i = 0; i < kFormatCount; ++i) {
    if (kNames[i].name == text) return static_cast<Format>(i);
  }
  return std::nullopt;
}

Result<Format> detectFormat(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return folderFormat(path);
  J_CHECK(requireRegularFile(path));
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::Io, "import: open", "That file cannot be read."};
  std::string bytes(kLookedAt, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  const std::string extension = extensionOf(path.filename().string());
  if (isArchive(bytes)) return archiveFormat(path, bytes);
  if (extension == "jex" || extension == "zip") {
    return Error{ErrorCode::InvalidInput, "import: not an archive",
                 "That file is named like an archive but is not one that can be read."};
  }
  return textFormat(decodeText(bytes).text, extension);
}

}  // namespace journal::exchange
