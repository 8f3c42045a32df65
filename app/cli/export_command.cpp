#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"
#include "journal/domain/safeguarding.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/markdown_export.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace fs = std::filesystem;

struct ExportWords {
  std::string kind;
  fs::path to;
  bool realNames = false;
};

constexpr const char* kUnprotected =
    "This copy has no lock: anybody who has it can read it. Keep it somewhere safe, and delete it "
    "when you are done.";

/// In an order of its own, so that the same journal always gives the same bytes.
Result<std::vector<journal::Intention>> intentionsOf(journal::service::Journal& journal) {
  J_TRY(auto intentions, journal.intentions());
  std::sort(intentions.begin(), intentions.end(), [](const auto& a, const auto& b) {
    return a.madeOn != b.madeOn ? a.madeOn < b.madeOn : a.id < b.id;
  });
  return intentions;
}

Result<void> writeJournal(journal::service::Journal& journal, std::ostream& out,
                          std::size_t& count) {
  journal::exchange::JournalJsonWriter writer(out);
  J_TRY(const auto names, journal.names());
  for (const auto& name : names) writer.name(name);
  J_CHECK(journal.forEachReflection({},
                                    [&](const journal::Reflection& reflection,
                                        const std::vector<journal::Tag>& tags) -> Result<void> {
                                      writer.reflection(reflection, tags);
                                      ++count;
                                      return {};
                                    }));
  J_TRY(const auto intentions, intentionsOf(journal));
  for (const auto& intention : intentions) writer.intention(intention);
  J_TRY(auto rows, journal.caseStudies());
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const auto& row : rows) {
    J_TRY(const auto study, journal.caseStudy(row.id));
    writer.caseStudy(study);
  }
  return writer.finish();
}

Error cannotWrite() {
  return Error{ErrorCode::Io, "export file", "The copy could not be written there."};
}

/// Only the owner may read what is about to be written.
Result<void> makePrivate(const fs::path& path) {
  std::error_code error;
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, error);
  if (error) return cannotWrite();
  return {};
}

Result<int> exportJson(Context& context, const ExportWords& words) {
  std::error_code error;
  if (fs::exists(words.to, error)) {
    return Error{ErrorCode::Conflict, "export exists", "There is a file of that name already."};
  }
  J_TRY(const auto journal, context.openJournal());
  const fs::path part = words.to.string() + ".part";
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  if (!out) return cannotWrite();
  J_CHECK(makePrivate(part));
  std::size_t count = 0;
  J_CHECK(writeJournal(*journal, out, count));
  out.close();
  if (!out) return cannotWrite();
  J_CHECK(journal::renameDurably(part, words.to));
  context.remark(kUnprotected);
  context.say(fmt::format("{} reflections written.", count));
  return kDone;
}

/// Writes one file a reflection, except what is held or in the bin.
class MarkdownFolder {
 public:
  MarkdownFolder(fs::path folder, journal::exchange::MarkdownOptions options)
      : folder_(std::move(folder)), options_(std::move(options)) {}

  std::map<journal::ReflectionId, journal::Intention> intentions;

  Result<void> write(const journal::Reflection& reflection, const std::vector<journal::Tag>& tags) {
    if (!journal::mayBeUsed(reflection)) {
      ++left;
      return {};
    }
    journal::exchange::ImportedReflection item{reflection, tags, std::nullopt};
    const auto intention = intentions.find(reflection.id);
    if (intention != intentions.end()) item.intention = intention->second;
    const fs::path path = folder_ / journal::exchange::markdownFileName(reflection);
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (!out) return cannotWrite();
    J_CHECK(makePrivate(path));
    out << journal::exchange::writeMarkdown(item, options_);
    out.close();
    if (!out) return cannotWrite();
    ++written;
    return {};
  }

  std::size_t written = 0;
  std::size_t left = 0;

 private:
  fs::path folder_;
  journal::exchange::MarkdownOptions options_;
};

Result<int> exportMarkdown(Context& context, const ExportWords& words) {
  std::error_code error;
  fs::create_directories(words.to, error);
  if (error || !fs::is_empty(words.to, error) || error) {
    return Error{ErrorCode::Conflict, "export folder",
                 "Choose a folder that is new or empty, in a place that can be written."};
  }
  fs::permissions(words.to, fs::perms::owner_all, error);
  if (error) return cannotWrite();
  J_TRY(const auto journal, context.openJournal());
  const auto shown = words.realNames ? journal::NamesShown::Real : journal::NamesShown::Code;
  J_TRY(const Shower shower, Shower::of(*journal, shown));
  MarkdownFolder folder(words.to, {shown, shower.lookup()});
  J_TRY(const auto intentions, intentionsOf(*journal));
  for (const auto& intention : intentions) {
    if (intention.from) folder.intentions.emplace(*intention.from, intention);
  }
  J_CHECK(journal->forEachReflection({}, [&](const auto& reflection, const auto& tags) {
    return folder.write(reflection, tags);
  }));
  J_CHECK(journal::syncFolder(words.to));
  context.remark(kUnprotected);
  context.say(fmt::format("{} files written.", folder.written));
  if (folder.left != 0) {
    context.say(fmt::format("{} on safeguarding hold or in the bin left out; export json has them.",
                            folder.left));
  }
  return kDone;
}

}  // namespace

void addExportCommand(const Command& app, Context& context) {
  auto command = app.command("export", "Take a copy away: markdown (a folder) or json");
  auto words = std::make_shared<ExportWords>();
  command.option("kind", words->kind, "markdown or json").required().oneOf({"markdown", "json"});
  command.option("to", words->to, "The new folder or file").required();
  command.flag("--real-names", words->realNames, "Markdown with real names instead of code names");
  command.whenChosen([&context, words] {
    context.action = [&context, words] {
      return words->kind == "json" ? exportJson(context, *words) : exportMarkdown(context, *words);
    };
  });
}

}  // namespace app::cli
