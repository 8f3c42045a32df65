#include <fmt/format.h>

#include <memory>
#include <stop_token>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/journal_export.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

struct ExportWords {
  std::string kind;
  std::filesystem::path to;
  bool realNames = false;
  bool preview = false;
};

int sayPreview(const Context& context, const ExportPreview& preview) {
  if (context.options.json) {
    const auto date = [](const std::optional<journal::LocalDate>& day) {
      return day ? OrderedJson(journal::isoDate(*day)) : OrderedJson(nullptr);
    };
    OrderedJson json;
    json["reflections"] = preview.reflections;
    json["from"] = date(preview.from);
    json["to"] = date(preview.to);
    json["tags"] = preview.tags;
    json["intentions"] = preview.intentions;
    json["names"] = preview.names;
    json["real_names"] = preview.realNames;
    json["left_out"] = preview.left;
    context.print(json);
    return kDone;
  }
  context.say(fmt::format("{} reflections would leave, with {} tagged passages.",
                          preview.reflections, preview.tags));
  if (preview.from) {
    context.say(fmt::format("From {} to {}.", journal::isoDate(*preview.from),
                            journal::isoDate(*preview.to)));
  }
  context.say(fmt::format("{} names are in it, {}.", preview.names,
                          preview.realNames ? "as real names" : "as code names"));
  context.remark(kUnprotectedCopy);
  return kDone;
}

Result<int> exportAs(Context& context, const ExportWords& words) {
  ExportRequest request;
  request.format = *parseCopyFormat(words.kind);
  request.to = words.to;
  if (words.realNames) request.shown = journal::NamesShown::Real;
  if (request.to.empty() && !words.preview) {
    return Error{ErrorCode::InvalidInput, "export to", "Say where the copy should go."};
  }
  J_TRY(const auto journal, context.openJournal());
  if (words.preview) {
    J_TRY(const auto preview, previewExport(*journal, request));
    return sayPreview(context, preview);
  }
  std::stop_source stop;
  journal::exchange::ImportControl control;
  control.stop = stop.get_token();
  control.progress = [&](std::uint64_t, std::uint64_t) {
    if (context.interrupted && context.interrupted()) stop.request_stop();
  };
  J_TRY(const ExportReport report, exportJournal(*journal, request, control));
  context.remark(kUnprotectedCopy);
  context.say(fmt::format("{} reflections written.", report.written));
  if (report.left != 0) {
    context.say(fmt::format("{} on safeguarding hold or in the bin left out; export json has them.",
                            report.left));
  }
  if (report.damaged != 0) {
    context.say(fmt::format(
        "{} not whole and left out. A backup, or another device, may have it.",
        counted(report.damaged, "picture or recording is", "pictures or recordings are")));
  }
  return kDone;
}

}  // namespace

void addExportCommand(const Command& app, Context& context) {
  auto command = app.command("export", "Take a copy away: markdown, json, html, pdf or csv");
  auto words = std::make_shared<ExportWords>();
  command.option("kind,--format", words->kind, "markdown (a folder), json, html, pdf or csv")
      .required()
      .oneOf({"markdown", "json", "html", "pdf", "csv"});
  command.option("to", words->to, "The new folder or file");
  command.flag("--real-names", words->realNames, "With real names instead of code names");
  command.flag("--preview", words->preview, "Say what would leave, and write nothing");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return exportAs(context, *words); };
  });
}

}  // namespace app::cli
