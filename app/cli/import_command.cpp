#include <fmt/format.h>

#include <fstream>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/journal_import.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/exchange/generate.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/markdown_import.h"
#include "journal/exchange/reflections_jsonl.h"
#include "journal/exchange/text_file.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::ImportReport;
using journal::exchange::NameBook;

namespace fs = std::filesystem;

/// The first of them, so that a wrong file does not fill the screen; --json has a thousand.
void sayRemarks(const Context& context,
                const std::vector<journal::exchange::ImportRemark>& remarks) {
  constexpr std::size_t kSaid = 10;
  for (std::size_t i = 0; i < remarks.size() && i < kSaid; ++i) {
    const auto& remark = remarks[i];
    const bool namesLine = remark.why.compare(0, 5, "Line ") == 0;
    const std::string where = !remark.file.empty() ? remark.file + ": "
                              : remark.line != 0 && !namesLine
                                  ? fmt::format("Line {}: ", remark.line)
                                  : "";
    context.remark(where + remark.why);
  }
  if (remarks.size() > kSaid) context.remark("There is more of this; --json says all of it.");
}

/// An import that took nothing in from something that was not empty is no success.
int codeOf(const JournalImport& import, const ImportReport& report) {
  const bool nothing = import.added() + import.alreadyHere() == 0;
  return nothing && report.left + import.refused().size() != 0 ? kUnusable : kDone;
}

/// What came of it, for a person or a program.
int sayImported(const Context& context, const JournalImport& import, const ImportReport& report) {
  if (context.options.json) {
    OrderedJson json;
    json["read"] = report.taken;
    json["added"] = import.added();
    json["already_here"] = import.alreadyHere();
    json["left_out"] = report.left + import.refused().size();
    json["remarks"] = OrderedJson::array();
    for (const auto* list : {&report.skipped, &report.notes}) {
      for (const auto& remark : *list) {
        OrderedJson one;
        if (remark.line != 0) one["line"] = remark.line;
        if (!remark.file.empty()) one["file"] = remark.file;
        one["why"] = remark.why;
        json["remarks"].push_back(std::move(one));
      }
    }
    for (const std::string& why : import.refused()) {
      OrderedJson one;
      one["why"] = why;
      json["remarks"].push_back(std::move(one));
    }
    context.print(json);
    return codeOf(import, report);
  }
  sayRemarks(context, report.skipped);
  sayRemarks(context, report.notes);
  for (const std::string& why : import.refused()) context.remark(why);
  context.say(fmt::format("{} new, {} already here, {} left out.", import.added(),
                          import.alreadyHere(), report.left + import.refused().size()));
  return codeOf(import, report);
}

JournalImport::Told progressOn(const Context& context) {
  return [&context, last = std::size_t{0}](std::size_t stored) mutable {
    constexpr std::size_t kStep = 2000;
    if (stored / kStep == last) return;
    last = stored / kStep;
    context.remark(fmt::format("{} so far", stored));
  };
}

enum class Kind { Folder, Journal, Lines };

Result<Kind> kindOf(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) return Kind::Folder;
  J_CHECK(journal::exchange::requireRegularFile(path));
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::NotFound, "import file", "That file cannot be read."};
  return in.peek() == '[' ? Kind::Journal : Kind::Lines;
}

Result<ImportReport> readFrom(const fs::path& path, const journal::exchange::ImportContext& about,
                              NameBook& names, JournalImport& import) {
  J_TRY(const Kind kind, kindOf(path));
  if (kind == Kind::Folder) {
    return journal::exchange::importMarkdownFolder(path, about, names, import.sink());
  }
  std::ifstream in(path, std::ios::binary);
  if (kind == Kind::Journal) return journal::exchange::importJournalJson(in, import.jsonSink());
  return journal::exchange::importReflectionsJsonl(in, about, names, import.sink());
}

Result<int> importFrom(Context& context, const fs::path& path) {
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto kind, kindOf(path));
  (void)kind;
  J_TRY(const auto journal, context.openJournal());
  J_TRY(auto known, journal->names());
  NameBook names(std::move(known), context.randomIds());
  journal::exchange::ImportContext about;
  about.framework = &framework;
  about.now = context.clock.now();
  JournalImport import(*journal, names, progressOn(context));
  J_TRY(const ImportReport report, readFrom(path, about, names, import));
  J_CHECK(import.finish());
  return sayImported(context, import, report);
}

struct GenerateWords {
  std::uint64_t count = 0;
  std::uint64_t seed = 1;
};

Result<int> generate(Context& context, const GenerateWords& words) {
  J_TRY(const auto framework, context.framework());
  J_TRY(const auto journal, context.openJournal());
  journal::exchange::CorpusGenerator corpus(framework, words.count, words.seed);
  J_TRY(auto known, journal->names());
  NameBook names(std::move(known), context.randomIds());
  for (const auto& name : corpus.names()) names.adopt(name);
  JournalImport import(*journal, names, progressOn(context));
  const auto sink = import.sink();
  while (auto item = corpus.next()) J_CHECK(sink(std::move(*item)));
  J_CHECK(import.finish());
  ImportReport report;
  report.taken = import.added() + import.alreadyHere();
  return sayImported(context, import, report);
}

}  // namespace

void addImportCommand(const Command& app, Context& context) {
  auto command = app.command(
      "import", "Bring in a JSON Lines file, a folder of Markdown, or a journal's JSON copy");
  auto path = std::make_shared<fs::path>();
  command.option("path", *path, "The file or folder").required();
  command.whenChosen([&context, path] {
    context.action = [&context, path] { return importFrom(context, *path); };
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
