#include <fmt/format.h>

#include <memory>

#include "app/cli/asset_files.h"
#include "app/cli/commands.h"
#include "app/cli/demo_service.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Result;

Result<int> demo(Context& context, const std::filesystem::path& into) {
  J_TRY(const auto assets, findAssets(context.options.assets));
  J_TRY(const DemoReport report, buildDemo(into, assets, context.surroundings()));
  if (context.options.json) {
    OrderedJson json;
    json["vault"] = report.journal.string();
    json["evidence"] = report.evidence.string();
    json["person"] = report.person;
    json["facilitator"] = report.facilitator;
    json["manager"] = report.manager;
    json["passphrase"] = report.passphrase;
    json["reflections"] = report.reflections;
    json["drafts"] = report.drafts;
    json["approved"] = report.approved;
    json["remarks"] = report.remarks;
    context.print(json);
    return kDone;
  }
  for (const std::string& remark : report.remarks) context.remark(remark);
  context.say(fmt::format(
      "{}: the journal of {} ({} reflections, {} drafts) and {} approved case "
      "studies. Everything in it is invented.",
      report.service, report.person, report.reflections, report.drafts, report.approved));
  context.say("  --vault " + report.journal.string());
  context.say("  --evidence " + report.evidence.string());
  context.say("Demonstration passphrase of both: " + report.passphrase);
  return kDone;
}

}  // namespace

void addDemoCommand(const Command& app, Context& context) {
  auto command = app.command("demo", "Build the demonstration service in a folder");
  auto into = std::make_shared<std::filesystem::path>();
  command.option("--into", *into, "Where to put it").required();
  command.whenChosen(
      [&context, into] { context.action = [&context, into] { return demo(context, *into); }; });
}

}  // namespace app::cli
