// The outcomes to tag by: the version in force, or another.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Framework;
using journal::Indicator;
using journal::Outcome;
using journal::Result;

struct OutcomesWords {
  int version = 0;  ///< 0: in force
  bool versions = false;
  bool levels = false;
};

std::string asides(bool local, bool off) {
  return std::string(local ? ", your own" : "") + (off ? ", switched off" : "");
}

void sayIndicator(const Context& context, const Framework& framework, const Indicator& indicator,
                  bool levels) {
  context.say(fmt::format("    {}  {}{}", indicator.code.text(), indicator.name,
                          asides(indicator.local, indicator.off)));
  for (std::size_t level = 0; levels && level < indicator.levels.size(); ++level) {
    context.say(fmt::format("          {} {}: {}", level + 1, framework.levelNames[level],
                            indicator.levels[level]));
  }
}

void sayFramework(const Context& context, const Framework& framework, bool levels) {
  context.say(fmt::format("{}, version {}", framework.name, framework.version));
  for (const journal::Domain& domain : framework.domains) {
    context.say("\n" + domain.name);
    for (const Outcome& outcome : domain.outcomes) {
      context.say(
          fmt::format("  {}  {}{}", outcome.code, outcome.name, asides(false, outcome.off)));
      for (const Indicator& indicator : outcome.indicators) {
        sayIndicator(context, framework, indicator, levels);
      }
    }
  }
}

OrderedJson outcomeJson(const Outcome& outcome) {
  OrderedJson indicators = OrderedJson::array();
  for (const Indicator& indicator : outcome.indicators) {
    OrderedJson one;
    one["code"] = indicator.code.text();
    one["name"] = indicator.name;
    one["levels"] = indicator.levels;
    one["local"] = indicator.local;
    one["off"] = indicator.off || outcome.off;
    indicators.push_back(std::move(one));
  }
  OrderedJson json;
  json["code"] = outcome.code;
  json["name"] = outcome.name;
  json["short_name"] = outcome.shortName;
  json["off"] = outcome.off;
  json["indicators"] = std::move(indicators);
  return json;
}

OrderedJson frameworkJson(const Framework& framework) {
  OrderedJson json;
  json["name"] = framework.name;
  json["version"] = framework.version;
  json["level_names"] = framework.levelNames;
  json["outcomes"] = OrderedJson::array();
  for (const journal::Domain& domain : framework.domains) {
    for (const Outcome& outcome : domain.outcomes) {
      json["outcomes"].push_back(outcomeJson(outcome));
    }
  }
  return json;
}

int sayVersions(const Context& context, const Framework& ours, const journal::OwnFrameworks& own) {
  const int inForce = journal::frameworkInForce(ours, own, context.today()).version;
  OrderedJson json = OrderedJson::array();
  const auto add = [&](int version, const std::string& from) {
    if (context.options.json) {
      json.push_back({{"version", version}, {"from", from}, {"in_force", version == inForce}});
      return;
    }
    context.say(fmt::format("Version {}, {}{}", version,
                            from.empty() ? "as it came with Afternote" : "from " + from,
                            version == inForce ? ", in force" : ""));
  };
  add(ours.version, "");
  for (const auto& version : own) add(version.framework.version, journal::isoDate(version.from));
  if (context.options.json) context.print(json);
  return kDone;
}

Result<int> outcomes(Context& context, const OutcomesWords& words) {
  J_TRY(const Framework ours, context.framework());
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const journal::OwnFrameworks own, journal->ownFrameworks());
  if (words.versions) return sayVersions(context, ours, own);
  const Framework* shown = words.version == 0
                               ? &journal::frameworkInForce(ours, own, context.today())
                               : journal::frameworkOfVersion(ours, own, words.version);
  if (shown == nullptr) {
    return Error{ErrorCode::NotFound, "framework version",
                 "There is no version of that number in this journal."};
  }
  if (context.options.json)
    context.print(frameworkJson(*shown));
  else
    sayFramework(context, *shown, words.levels);
  return kDone;
}

}  // namespace

void addOutcomesCommand(const Command& app, Context& context) {
  auto command = app.command("outcomes", "What passages are tagged by: the version in force");
  auto words = std::make_shared<OutcomesWords>();
  command.option("--version", words->version, "Another version")
      .within(std::int64_t{1}, std::int64_t{1'000'000});
  command.flag("--versions", words->versions, "Every version and the day it began");
  command.flag("--levels", words->levels, "With what each level looks like");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return outcomes(context, *words); };
  });
}

}  // namespace app::cli
