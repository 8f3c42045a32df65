#include "journal/exchange/import.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>
#include <utility>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"
#include "journal/exchange/day_one.h"
#include "journal/exchange/formats.h"
#include "journal/exchange/joplin.h"
#include "journal/exchange/markdown_import.h"
#include "journal/exchange/reflections_jsonl.h"
#include "journal/exchange/source_files.h"
#include "journal/exchange/text_file.h"

namespace journal::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxJournalBytes = std::size_t{256} << 20;
constexpr std::size_t kMaxTimetableBytes = std::size_t{32} << 20;

/// JSON and text of journals that hold every entry in one file.
Result<void> importWhole(const ImportRequest& request, std::string_view extension, ImportRun& run,
                         Result<void> (*read)(std::string_view, const std::string&, ImportRun&)) {
  SourceFiles files;
  files.path = request.path;
  files.limit = kMaxJournalBytes;
  files.wants = [&](std::string_view name) { return extensionOf(name) == extension; };
  files.take = [&](const ArchiveItem& file, std::optional<UtcTime>) -> Result<void> {
    const std::string name = repairUtf8(file.name);
    const DecodedText text = decodeText(file.bytes);
    if (text.binary) {
      return run.skip({0, name}, "it holds bytes that are not text"), Result<void>();
    }
    if (!text.note.empty()) run.note({0, name}, text.note);
    auto done = read(text.text, name, run);
    // One file of several that is of another kind costs only itself.
    if (!done.ok() && done.error().code == ErrorCode::InvalidInput &&
        name != request.path.filename()) {
      return run.skip({0, name}, "there is no list of entries in it"), Result<void>();
    }
    return done;
  };
  return readSourceFiles(files, run);
}

Result<void> importJoplin(const ImportRequest& request, ImportRun& run) {
  SourceFiles files;
  files.path = request.path;
  files.limit = kMaxReflectionBytes;
  files.wants = [](std::string_view name) { return extensionOf(name) == "md"; };
  files.take = [&](const ArchiveItem& file, std::optional<UtcTime>) {
    return importJoplinItem(decodeText(file.bytes).text, repairUtf8(file.name), run);
  };
  return readSourceFiles(files, run);
}

/// Formats that are read line by line. `watch` wraps the sink so that stopping works there too.
Result<void> importLines(const ImportRequest& request, NameBook& names, const ImportSink& sink,
                         ImportRun& run) {
  J_CHECK(requireRegularFile(request.path));
  std::error_code error;
  const auto size = fs::file_size(request.path, error);
  std::ifstream in(request.path, std::ios::binary);
  if (!in) return Error{ErrorCode::Io, "import: open", "That file cannot be read."};
  std::size_t taken = 0;
  JournalJsonSink watched = sink.journal;
  watched.reflection = [&](ImportedReflection item) -> Result<void> {
    if (run.stopped()) return Error{ErrorCode::Cancelled, "import: stopped"};
    run.progress(static_cast<std::uint64_t>(in.tellg()), size);
    ++taken;
    return sink.journal.reflection(std::move(item));
  };
  auto report = request.format == Format::JournalJson
                    ? importJournalJson(in, watched)
                    : importReflectionsJsonl(in, run.context(), names, watched.reflection);
  if (report.ok()) {
    run.report = std::move(*report);
  } else if (report.error().code == ErrorCode::Cancelled && run.stopped()) {
    run.report.taken = taken;
  } else {
    return report.error();
  }
  return {};
}

Result<TimetableReading> readTimetable(const ImportRequest& request, const std::string& text,
                                       const TimetableWindow& window) {
  if (request.format == Format::TimetableCsv) return readTimetableCsv(text, window);
  J_TRY(const Formats* formats, loadFormats());
  return formats->readCalendar(text, window);
}

Result<void> importLessons(const ImportRequest& request, const ImportSink& sink, ImportRun& run) {
  J_TRY(const std::string bytes, readRegularFile(request.path, kMaxTimetableBytes));
  DecodedText text = decodeText(bytes);
  if (text.binary) {
    return Error{ErrorCode::InvalidInput, "timetable: binary", "That file does not hold text."};
  }
  if (!text.note.empty()) run.note({}, std::move(text.note));
  const auto window = usualWindow(run.context().now, run.context().utcOffset);
  J_TRY(TimetableReading reading, readTimetable(request, text.text, window));
  for (std::string& why : reading.skipped) run.report.skip({0, "", std::move(why)});
  run.report.left = reading.left;
  for (std::size_t i = 0; i < reading.lessons.size() && !run.stopped(); ++i) {
    run.progress(i, reading.lessons.size());
    TimetableEntry& lesson = reading.lessons[i];
    lesson.title = sanitisePlain(lesson.title);
    lesson.place = sanitisePlain(lesson.place);
    lesson.source = sanitisePlain(lesson.source);
    if (sink.lesson) J_CHECK(sink.lesson(std::move(lesson)));
  }
  return {};
}

Result<void> importInto(const ImportRequest& request, NameBook& names, const ImportSink& sink,
                        ImportRun& run) {
  switch (request.format) {
    case Format::Markdown:
      return importMarkdown(request.path, names, run);
    case Format::PlainText:
      return importPlainText(request.path, run);
    case Format::DayOne:
      return importWhole(request, "json", run, importDayOne);
    case Format::JrnlJson:
      return importWhole(request, "json", run, importJrnlJson);
    case Format::JrnlText:
      return importWhole(request, "txt", run, importJrnlText);
    case Format::Joplin:
      return importJoplin(request, run);
    case Format::JournalJson:
    case Format::JsonLines:
      return importLines(request, names, sink, run);
    case Format::Calendar:
    case Format::TimetableCsv:
      return importLessons(request, sink, run);
  }
  return Error{ErrorCode::Internal, "import: format"};
}

/// Collects what a preview says.
class Previewing {
 public:
  Previewing(NameBook& names, const IsHere& isHere) : names_(names), isHere_(isHere) {}

  ImportSink sink() {
    ImportSink sink;
    sink.journal.name = [this](KnownName name) -> Result<void> {
      names_.adopt(std::move(name));
      return {};
    };
    sink.journal.reflection = [this](const ImportedReflection& item) { return see(item); };
    const auto other = [this](const auto&) {
      ++out.others;
      return Result<void>();
    };
    sink.journal.intention = other;
    sink.journal.caseStudy = other;
    sink.journal.profile = other;
    sink.journal.word = other;
    sink.journal.slot = other;
    sink.lesson = [this](TimetableEntry lesson) -> Result<void> {
      ++out.lessons;
      day(lesson.date);
      if (out.firstLessons.size() < kShown) out.firstLessons.push_back(std::move(lesson));
      return {};
    };
    return sink;
  }

  void namesSeen() {
    for (const NameId id : seen_) {
      if (const KnownName* name = names_.get(id)) out.names.push_back(*name);
    }
  }

  ImportPreview out;

 private:
  static constexpr std::size_t kShown = 100;

  void day(LocalDate date) {
    if (!out.from || date < *out.from) out.from = date;
    if (!out.to || date > *out.to) out.to = date;
  }

  Result<void> see(const ImportedReflection& item) {
    ++out.reflections;
    day(item.reflection.lesson.date);
    for (const NameId id : mentionedNames(item.reflection.text)) seen_.insert(id);
    for (const NameId id : item.reflection.lesson.youngPeople) seen_.insert(id);
    if (item.reflection.lesson.place) seen_.insert(*item.reflection.lesson.place);
    if (!isHere_) return {};
    J_TRY(const bool here, isHere_(item.reflection));
    if (here) ++out.alreadyHere;
    return {};
  }

  NameBook& names_;
  const IsHere& isHere_;
  std::set<NameId> seen_;
};

}  // namespace

Result<ImportReport> importAll(const ImportRequest& request, const ImportContext& context,
                               NameBook& names, const ImportSink& sink,
                               const ImportControl& control) {
  ImportRun run(context, names, sink.journal.reflection, control);
  if (!run.stopped()) J_CHECK(importInto(request, names, sink, run));
  return std::move(run.report);
}

Result<ImportPreview> previewImport(const ImportRequest& request, const ImportContext& context,
                                    std::vector<KnownName> known, const IsHere& isHere,
                                    const ImportControl& control) {
  NameBook names(std::move(known), derivedIds("preview"));
  Previewing previewing(names, isHere);
  const ImportSink sink = previewing.sink();
  (void)names.takeChanged();
  J_TRY(previewing.out.report, importAll(request, context, names, sink, control));
  previewing.namesSeen();
  previewing.out.newNames = names.takeChanged().size();
  return std::move(previewing.out);
}

}  // namespace journal::exchange
