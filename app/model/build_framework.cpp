#include "app/model/build_framework.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/framework_words.h"
#include "app/model/prompt_words.h"

namespace app::model {

using journal::Framework;
using journal::FrameworkVersion;
using journal::Indicator;
using journal::Outcome;
using journal::Result;

namespace {

/// "P1 Confidence: name, short name"; nothing when no part is different.
void addChange(std::vector<std::string>& lines, const std::string& what,
               const std::vector<std::string>& parts) {
  if (parts.empty()) return;
  std::string line = what + ": ";
  for (std::size_t i = 0; i < parts.size(); ++i) line += (i == 0 ? "" : ", ") + parts[i];
  lines.push_back(std::move(line));
}

std::string switched(bool off) {
  return off ? "switched off" : "switched on";
}

void addIndicatorChange(std::vector<std::string>& lines, const Indicator* before,
                        const Indicator& after) {
  std::vector<std::string> parts;
  if (before == nullptr) {
    parts.emplace_back("added");
  } else {
    if (before->name != after.name) parts.emplace_back("name");
    for (std::size_t level = 0; level < after.levels.size(); ++level) {
      if (before->levels[level] != after.levels[level])
        parts.push_back(fmt::format("level {}", level + 1));
    }
    if (before->off != after.off) parts.push_back(switched(after.off));
  }
  const std::string name = after.name.empty() ? "" : " " + after.name;
  addChange(lines, after.code.text() + name, parts);
}

void addOutcomeChange(std::vector<std::string>& lines, const Framework& before,
                      const Outcome& after) {
  std::vector<std::string> parts;
  if (const Outcome* was = before.findOutcome(after.code)) {
    if (was->name != after.name) parts.emplace_back("name");
    if (was->shortName != after.shortName) parts.emplace_back("short name");
    if (was->youngPersonStatement != after.youngPersonStatement)
      parts.emplace_back("the young person's line");
    if (was->off != after.off) parts.push_back(switched(after.off));
  }
  addChange(lines, after.code + " " + after.shortName, parts);
  for (const Indicator& indicator : after.indicators) {
    addIndicatorChange(lines, before.find(indicator.code), indicator);
  }
}

std::string detailOf(const Indicator& indicator) {
  std::string detail;
  if (indicator.local) detail = tr::kYourOwn;
  if (indicator.off) detail += (detail.empty() ? "" : ". ") + std::string(tr::kOff);
  return detail;
}

const Outcome* chosenIn(const Framework& framework, const std::string& code) {
  const Outcome* outcome = framework.findOutcome(code);
  if (outcome != nullptr || framework.domains.empty()) return outcome;
  const auto& first = framework.domains.front().outcomes;
  return first.empty() ? nullptr : &first.front();
}

void addOutcomeLines(FrameworkModel& model, const Framework& framework) {
  for (std::size_t i = 0; i < framework.domains.size(); ++i) {
    OutcomeDomain domain{static_cast<int>(i), framework.domains[i].name, {}};
    for (const Outcome& outcome : framework.domains[i].outcomes) {
      domain.outcomes.push_back({outcome.code, outcome.name,
                                 outcome.off ? std::string(tr::kOff) : std::string(),
                                 outcome.code == model.outcome});
    }
    model.domains.push_back(std::move(domain));
  }
}

void addReadPage(FrameworkModel& model, const Framework& framework, const Outcome& outcome) {
  model.outcomeName = outcome.code + "  " + outcome.name;
  model.outcomeDetail = outcome.shortName;
  if (!outcome.youngPersonStatement.empty()) {
    model.outcomeDetail += ". “" + outcome.youngPersonStatement + "”";
  }
  for (const Indicator& indicator : outcome.indicators) {
    IndicatorPage page{indicator.code.text() + "  " + indicator.name, detailOf(indicator), {}};
    for (std::size_t level = 0; level < indicator.levels.size(); ++level) {
      page.levels.push_back(fmt::format("{} {}: {}", level + 1, framework.levelNames[level],
                                        indicator.levels[level]));
    }
    model.indicators.push_back(std::move(page));
  }
}

std::string standing(const FrameworkVersion& version, const Library& library,
                     journal::LocalDate today) {
  if (version.framework.version == library.framework.version) return std::string(tr::kInForceNow);
  const bool newest = version.framework.version == library.frameworks.back().framework.version;
  return std::string(newest && version.from > today ? tr::kToCome : tr::kReplaced);
}

std::vector<FrameworkVersionRow> versionRows(const FrameworkInputs& inputs, int reading) {
  const Library& library = inputs.library;
  std::vector<FrameworkVersionRow> rows;
  const Framework& ours = library.asItCame;
  const std::string came(ours.version == library.framework.version ? tr::kInForceNow
                                                                   : tr::kReplaced);
  rows.push_back(
      {ours.version,
       fmt::format("Version {}: {}", ours.version, lowerFirst(std::string(tr::kCameWith))),
       came,
       {},
       ours.version == reading});
  const Framework* before = &ours;
  for (const FrameworkVersion& version : library.frameworks) {
    rows.push_back(
        {version.framework.version,
         fmt::format("Version {}, from {}", version.framework.version, dayMonthYear(version.from)),
         standing(version, library, inputs.today), frameworkChanges(*before, version.framework),
         version.framework.version == reading});
    before = &version.framework;
  }
  std::reverse(rows.begin(), rows.end());
  return rows;
}

void addEditor(FrameworkModel& model, const FrameworkInputs& inputs) {
  const Library& library = inputs.library;
  const Framework& draft = inputs.ui.draft;
  const Framework& newest = journal::newestFramework(library.asItCame, library.frameworks);
  model.version = journal::nextFrameworkVersion(library.asItCame, library.frameworks);
  model.changes = frameworkChanges(newest, journal::cleaned(draft));
  const auto kept = frameworkFrom(inputs.ui, library, inputs.today);
  if (!kept.ok()) model.notYet = kept.error().advice;
  if (const Outcome* outcome = draft.findOutcome(model.outcome)) {
    const auto inUse = std::count_if(outcome->indicators.begin(), outcome->indicators.end(),
                                     [](const Indicator& indicator) { return !indicator.off; });
    if (inUse >= static_cast<std::ptrdiff_t>(journal::kMostIndicatorsInUse))
      model.addNotYet = tr::kNineAreEnough;
    for (const Indicator& indicator : outcome->indicators) {
      if (newest.find(indicator.code) == nullptr && indicator.local)
        model.fresh.push_back(indicator.code.text());
    }
  }
}

}  // namespace

std::vector<std::string> frameworkChanges(const Framework& before, const Framework& after) {
  std::vector<std::string> lines;
  std::vector<std::string> levels;
  for (std::size_t level = 0; level < after.levelNames.size(); ++level) {
    if (before.levelNames[level] != after.levelNames[level])
      levels.push_back(fmt::format("{} {}", level + 1, after.levelNames[level]));
  }
  addChange(lines, std::string(tr::kLevelNames), levels);
  for (const journal::Domain& domain : after.domains) {
    for (const Outcome& outcome : domain.outcomes) addOutcomeChange(lines, before, outcome);
  }
  return lines;
}

Result<FrameworkVersion> frameworkFrom(const FrameworkUi& ui, const Library& library,
                                       journal::LocalDate today) {
  FrameworkVersion version;
  // By what is kept now: another version may have come in from a copy meanwhile.
  version.framework =
      journal::begunFrom(journal::cleaned(ui.draft), library.asItCame, library.frameworks);
  J_CHECK(journal::requireKeepable(version.framework));
  const auto from = journal::parseDate(ui.from);
  if (!from) return notYet(tr::kDateLike);
  if (*from < today) return notYet(tr::kStartsTodayOrLater);
  version.from = *from;
  const Framework& newest = journal::newestFramework(library.asItCame, library.frameworks);
  Framework same = version.framework;
  same.version = newest.version;
  const bool planned = !library.frameworks.empty() && library.frameworks.back().from > today;
  const bool otherDay = planned && library.frameworks.back().from != *from;
  if (same == newest && !otherDay) return notYet(tr::kNothingChanged);
  return version;
}

FrameworkModel buildFramework(const FrameworkInputs& inputs) {
  const Library& library = inputs.library;
  const Framework* read =
      journal::frameworkOfVersion(library.asItCame, library.frameworks, inputs.reading);
  if (read == nullptr) read = &library.framework;
  const Framework& shown = inputs.editing ? inputs.ui.draft : *read;
  FrameworkModel model;
  model.editing = inputs.editing;
  model.editingLevels = inputs.editing && inputs.outcome == kLevelsPage;
  model.name = fmt::format("{}, version {}", shown.name, shown.version);
  model.hasVersions = !library.frameworks.empty();
  const Outcome* outcome = model.editingLevels ? nullptr : chosenIn(shown, inputs.outcome);
  if (outcome != nullptr) model.outcome = outcome->code;
  addOutcomeLines(model, shown);
  if (inputs.editing) {
    addEditor(model, inputs);
    return model;
  }
  if (outcome != nullptr) addReadPage(model, shown, *outcome);
  if (inputs.showVersions) model.versions = versionRows(inputs, shown.version);
  for (const FrameworkVersion& version : library.frameworks) {
    if (version.framework.version != shown.version) continue;
    model.when = fmt::format("{}, from {}", standing(version, library, inputs.today),
                             dayMonthYear(version.from));
  }
  return model;
}

}  // namespace app::model
