#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/exchange/imported.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/name_book.h"
#include "journal/exchange/timetable.h"

// Bringing things in, for a screen or a command line. In this order, all on one thread:
//
//   1. detectFormat(path)                    what it is; or let the person choose from kFormats
//   2. previewImport(request, ..)            how many, from when to when, what would be left out
//   and
//                                            why, which names; changes nothing anywhere
//   3. importAll(request, context, names, sink, control)
//                                            hands over each reflection; the sink stores it
//                                            (app/cli/journal_import.h does, in batches)
//
// Cancelling: ask control.stop to stop; importAll() returns with ImportReport::stopped, and what
// was handed over stays. Resuming: run it again from the start; a reflection has the same `source`
// every time, and one that is there already is left as it is. So nothing is ever doubled.
//
// Nothing is written, no archive is ever unpacked to the disk, and only ordinary files are opened.
// Sentences in reports name files, lines and counts, never words of a journal.

namespace journal::exchange {

enum class Format : std::uint8_t {
  Markdown,   ///< a folder, a zip or a file; front matter as Afternote, Obsidian or Joplin write it
  PlainText,  ///< a folder, a zip or a file
  DayOne,     ///< JSON, or a zip with it
  JrnlJson,
  JrnlText,
  Joplin,       ///< .jex
  JournalJson,  ///< Afternote's own complete copy
  JsonLines,    ///< reflections_jsonl.h
  Calendar,     ///< iCalendar: lessons
  TimetableCsv  ///< lessons
};
inline constexpr std::size_t kFormatCount = 10;
/// "markdown", "text", "dayone", "jrnl-json", "jrnl-text", "joplin", "journal", "lines",
/// "calendar", "timetable".
std::string_view name(Format format);
std::optional<Format> parseFormat(std::string_view text);
/// "Day One (JSON or zip)", for people.
std::string_view title(Format format);

/// By what is in it, and its name where that does not tell. NotFound, or InvalidInput with advice
/// that says what can be read.
Result<Format> detectFormat(const std::filesystem::path& path);

struct ImportRequest {
  std::filesystem::path path;
  Format format = Format::Markdown;
};

/// Where things go. `journal.reflection` must not be empty; the others may be, then what they would
/// take is passed over. An Error ends the import and is returned by it.
struct ImportSink {
  JournalJsonSink journal;
  std::function<Result<void>(TimetableEntry)> lesson = {};
};

/// InvalidInput or NotFound with advice when nothing of that format is there. Memory: the longest
/// file read at once (at most 256 MB, for Day One and jrnl), else 8 MB.
Result<ImportReport> importAll(const ImportRequest& request, const ImportContext& context,
                               NameBook& names, const ImportSink& sink,
                               const ImportControl& control = {});

/// What importAll() would do.
struct ImportPreview {
  std::size_t reflections = 0;
  std::size_t alreadyHere = 0;  ///< of these, by `isHere`
  std::size_t lessons = 0;
  /// Of a complete copy: learning plans, words for the spelling, slots of the timetable, intentions
  /// and case studies. What of them is here already is told only when they come in.
  std::size_t others = 0;
  std::optional<LocalDate> from;  ///< of reflections and lessons
  std::optional<LocalDate> to;
  std::vector<KnownName> names;  ///< mentioned; new ones with the codes they would be given
  std::size_t newNames = 0;
  std::vector<TimetableEntry> firstLessons;  ///< the first 100, to be shown
  ImportReport report;
};

/// Whether a reflection is in the journal already (Journal::findSource, Journal::reflection).
using IsHere = std::function<Result<bool>(const Reflection&)>;

/// Reads everything and keeps nothing. `known`: the names of the journal. `isHere` may be empty.
Result<ImportPreview> previewImport(const ImportRequest& request, const ImportContext& context,
                                    std::vector<KnownName> known, const IsHere& isHere,
                                    const ImportControl& control = {});

}  // namespace journal::exchange
