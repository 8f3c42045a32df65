#include <fmt/format.h>

#include <memory>
#include <stop_token>
#include <string>

#include "app/cli/bring_in.h"
#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/exchange/generate.h"
#include "journal/exchange/import.h"

namespace app::cli {
namespace {

using journal::Result;
using journal::exchange::Format;
using journal::exchange::ImportReport;
using journal::exchange::NameBook;
using journal::exchange::TimetableEntry;

namespace fs = std::filesystem;

/// The first of them, so that a wrong file does not fill the screen; --json has a thousand.
void sayRemarks(const Context& context,
                const std::vector<journal::exchange::ImportRemark>& remarks) {
  constexpr std::size_t kSaid = 10;
  for (std::size_t i = 0; i < remarks.size() && i < kSaid; ++i) {
    context.remark(remarkWords(remarks[i]));
  }
  if (remarks.size() > kSaid) context.remark("There is more of this; --json says all of it.");
}

OrderedJson remarksJson(const ImportReport& report) {
  OrderedJson out = OrderedJson::array();
  for (const auto* list : {&report.skipped, &report.notes}) {
    for (const auto& remark : *list) {
      OrderedJson one;
      if (remark.line != 0) one["line"] = remark.line;
      if (!remark.file.empty()) one["file"] = remark.file;
      one["why"] = remark.why;
      out.push_back(std::move(one));
    }
  }
  return out;
}

/// An import that took nothing in from something that was not empty is no success.
int codeOf(const BroughtIn& came) {
  const bool nothing = came.added + came.alreadyHere + came.others == 0;
  return nothing && came.left() != 0 ? kUnusable : kDone;
}

/// What came of it, for a person or a program.
int sayImported(const Context& context, const BroughtIn& came) {
  const ImportReport& report = came.report;
  if (context.options.json) {
    OrderedJson json;
    json["read"] = report.taken;
    json["added"] = came.added;
    json["already_here"] = came.alreadyHere;
    json["others"] = came.others;
    json["left_out"] = came.left();
    json["remarks"] = remarksJson(report);
    if (report.stopped) json["stopped"] = true;
    for (const std::string& why : came.refused) {
      OrderedJson one;
      one["why"] = why;
      json["remarks"].push_back(std::move(one));
    }
    context.print(json);
    return codeOf(came);
  }
  sayRemarks(context, report.skipped);
  sayRemarks(context, report.notes);
  for (const std::string& why : came.refused) context.remark(why);
  context.say(fmt::format("{} new, {} already here, {} left out.", came.added, came.alreadyHere,
                          came.left()));
  if (came.others > 0) {
    context.say(
        fmt::format("{} other things new: learning plans, intentions, case studies, "
                    "lessons, kept words.",
                    came.others));
  }
  if (report.stopped) {
    context.say("Stopped before the end. Import it again to bring in the rest; nothing doubles.");
  }
  return codeOf(came);
}

JournalImport::Told progressOn(const Context& context) {
  return [&context, last = std::size_t{0}](std::size_t stored) mutable {
    constexpr std::size_t kStep = 2000;
    if (stored / kStep == last) return;
    last = stored / kStep;
    context.remark(fmt::format("{} so far", stored));
  };
}

struct ImportWords {
  fs::path path;
  std::string format = "auto";
  bool preview = false;
};

Result<Format> formatOf(const ImportWords& words) {
  if (words.format == "auto") return journal::exchange::detectFormat(words.path);
  return *journal::exchange::parseFormat(words.format);
}

OrderedJson dateOrNull(const std::optional<journal::LocalDate>& date) {
  return date ? OrderedJson(journal::isoDate(*date)) : OrderedJson(nullptr);
}

void sayPreviewJson(const Context& context, Format format,
                    const journal::exchange::ImportPreview& preview) {
  OrderedJson json;
  json["format"] = std::string(journal::exchange::name(format));
  json["reflections"] = preview.reflections;
  json["already_here"] = preview.alreadyHere;
  json["lessons"] = preview.lessons;
  json["others"] = preview.others;
  json["from"] = dateOrNull(preview.from);
  json["to"] = dateOrNull(preview.to);
  json["left_out"] = preview.report.left;
  json["new_names"] = preview.newNames;
  json["names"] = OrderedJson::array();
  for (const auto& name : preview.names) json["names"].push_back(name.codeName);
  json["remarks"] = remarksJson(preview.report);
  context.print(json);
}

int sayPreview(const Context& context, Format format,
               const journal::exchange::ImportPreview& preview) {
  if (context.options.json) {
    sayPreviewJson(context, format, preview);
    return kDone;
  }
  sayRemarks(context, preview.report.skipped);
  sayRemarks(context, preview.report.notes);
  context.say(std::string(journal::exchange::title(format)) + ".");
  if (preview.lessons != 0) context.say(fmt::format("{} lessons.", preview.lessons));
  context.say(fmt::format("{} reflections, {} of them already here; {} would be left out.",
                          preview.reflections, preview.alreadyHere, preview.report.left));
  if (preview.others != 0) {
    context.say(
        fmt::format("{} other things: learning plans, intentions, case studies, lessons, "
                    "kept words.",
                    preview.others));
  }
  if (preview.from) {
    context.say(fmt::format("From {} to {}.", journal::isoDate(*preview.from),
                            journal::isoDate(*preview.to)));
  }
  context.say(
      fmt::format("{} names mentioned, {} of them new.", preview.names.size(), preview.newNames));
  context.say("Nothing has been brought in.");
  return kDone;
}

/// The lessons as they were read, and what of them is new in the journal's timetable.
int sayLessons(const Context& context, const BroughtIn& came, const KeptLessons& kept) {
  const std::vector<TimetableEntry>& lessons = came.lessons;
  const ImportReport& report = came.report;
  OrderedJson json;
  json["lessons"] = OrderedJson::array();
  for (const TimetableEntry& lesson : lessons) {
    const auto start = lesson.startsAt.count();
    OrderedJson one;
    one["date"] = journal::isoDate(lesson.date);
    one["time"] = fmt::format("{:02}:{:02}", start / 60, start % 60);
    one["minutes"] = lesson.length.count();
    one["title"] = lesson.title;
    one["place"] = lesson.place;
    json["lessons"].push_back(std::move(one));
    if (!context.options.json) {
      context.say(fmt::format("{}  {:02}:{:02}  {}", journal::isoDate(lesson.date), start / 60,
                              start % 60, lesson.title));
    }
  }
  json["left_out"] = report.left;
  json["added"] = kept.added;
  json["already_here"] = kept.alreadyHere;
  json["remarks"] = remarksJson(report);
  if (context.options.json) {
    context.print(json);
  } else {
    sayRemarks(context, report.skipped);
    sayRemarks(context, report.notes);
    context.say(
        fmt::format("{} lessons read; {} left out. {} new in your timetable, {} there already.",
                    lessons.size(), report.left, kept.added, kept.alreadyHere));
  }
  return lessons.empty() && report.left != 0 ? kUnusable : kDone;
}

Result<int> importFrom(Context& context, const ImportWords& words) {
  J_TRY(const Format format, formatOf(words));
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto journal, context.openJournal());
  const BringInAbout about{framework, context.clock, context.random};
  const journal::exchange::ImportRequest request{words.path, format};
  if (words.preview) {
    J_TRY(const auto preview, previewBringIn(*journal, request, about));
    return sayPreview(context, format, preview);
  }
  journal::exchange::ImportControl control;
  std::stop_source stop;
  control.stop = stop.get_token();
  control.progress = [&](std::uint64_t, std::uint64_t) {
    if (context.interrupted && context.interrupted()) stop.request_stop();
  };
  J_TRY(const auto came, bringIn(*journal, request, about, control, progressOn(context)));
  if (!came.lessons.empty() || format == Format::Calendar || format == Format::TimetableCsv) {
    KeptLessons kept;
    if (!came.report.stopped) {
      J_TRY(kept, keepLessons(*journal, slotsFrom(came.lessons, context.random)));
    }
    return sayLessons(context, came, kept);
  }
  return sayImported(context, came);
}

struct GenerateWords {
  std::uint64_t count = 0;
  std::uint64_t seed = 1;
};

Result<int> generate(Context& context, const GenerateWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto framework, context.frameworkOf(*journal));
  journal::exchange::CorpusGenerator corpus(framework, words.count, words.seed);
  J_TRY(auto known, journal->names());
  NameBook names(std::move(known), context.randomIds());
  for (const auto& name : corpus.names()) names.adopt(name);
  JournalImport import(*journal, names, progressOn(context));
  const auto sink = import.sink();
  while (auto item = corpus.next()) J_CHECK(sink(std::move(*item)));
  J_CHECK(import.finish());
  BroughtIn made;
  made.added = import.added();
  made.alreadyHere = import.alreadyHere();
  made.report.taken = made.added + made.alreadyHere;
  made.refused = import.refused();
  return sayImported(context, made);
}

}  // namespace

void addImportCommand(const Command& app, Context& context) {
  auto command = app.command(
      "import", "Bring in Markdown, plain text, Day One, jrnl, Joplin or a copy; read a timetable");
  auto importing = std::make_shared<ImportWords>();
  command.option("path", importing->path, "The file or folder").required();
  std::vector<std::string> formats{"auto"};
  for (std::size_t i = 0; i < journal::exchange::kFormatCount; ++i) {
    formats.emplace_back(journal::exchange::name(static_cast<Format>(i)));
  }
  command.option("--format", importing->format, "What it is; found out when not given")
      .oneOf(formats);
  command.flag("--preview", importing->preview, "Say what would come in, and bring in nothing");
  command.whenChosen([&context, importing] {
    context.action = [&context, importing] { return importFrom(context, *importing); };
  });
  auto making = app.command("generate", "Add invented reflections, for trials and timing");
  auto words = std::make_shared<GenerateWords>();
  making.option("count", words->count, "How many")
      .required()
      .within(std::int64_t{1}, std::int64_t{1'000'000});
  making.option("--seed", words->seed, "The same seed gives the same reflections");
  making.whenChosen([&context, words] {
    context.action = [&context, words] { return generate(context, *words); };
  });
}

}  // namespace app::cli
