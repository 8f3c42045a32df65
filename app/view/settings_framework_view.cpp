#include <algorithm>
#include <string>

#include "app/model/build_framework.h"
#include "app/model/framework_words.h"
#include "app/model/prompt_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

namespace app::view {
namespace {

constexpr ui::ButtonStyle kSmallQuiet{.kind = ui::ButtonKind::Quiet, .small = true};

/// Where the keyboard goes to write: the page may be long.
constexpr const char* kFirstField = "settings/page/edit/name";

void drawOutcomeRow(const model::OutcomeLine& outcome, bool editing, const Frame& frame) {
  if (ui::listRow(ui::key("outcome", outcome.code), outcome.code + "  " + outcome.name,
                  outcome.detail, outcome.chosen)) {
    frame.intents.push(model::ChooseOutcomePage{outcome.code});
    if (editing) ui::focusPath(kFirstField);
  }
}

void drawOutcomeColumns(const model::FrameworkModel& model, const Frame& frame) {
  const bool beside = ui::availWidth() > 620;
  ui::Columns columns(std::vector<ui::Track>(beside ? model.domains.size() : 1, ui::share()), 16);
  for (std::size_t i = 0; i < model.domains.size(); ++i) {
    if (beside || i == 0) columns.next();
    const model::OutcomeDomain& domain = model.domains[i];
    const ui::FocusGroup group;
    ui::text(domain.name, {.type = ui::Type::BodyStrong,
                           .colour = ui::domainInk(domainOf(domain.domain)),
                           .role = "heading"});
    for (const model::OutcomeLine& outcome : domain.outcomes)
      drawOutcomeRow(outcome, model.editing, frame);
  }
}

// To read ----------------------------------------------------------------------------------------

void drawFrameworkVersions(const model::FrameworkModel& model, const Frame& frame) {
  const ui::FocusGroup group;
  for (const model::FrameworkVersionRow& version : model.versions) {
    const auto number = static_cast<std::size_t>(version.version);
    if (ui::listRow(ui::key("version", number), version.title, version.detail, version.chosen)) {
      frame.intents.push(model::ReadFramework{version.version});
    }
    ui::indent(12);
    for (const std::string& change : version.changes) ui::small(change);
    ui::indent(-12);
  }
}

void drawReadButtons(const model::FrameworkModel& model, const Frame& frame) {
  const ui::Row row(8, 40);
  const bool older = !model.versions.empty();
  if (ui::secondaryButton("change", older ? tr::kBeginFromVersion : tr::kChangeOutcomes)) {
    frame.intents.push(model::ChangeFramework{});
    ui::focusPath(kFirstField);
  }
  if (!model.hasVersions) return;
  const bool shown = !model.versions.empty();
  const std::string_view words = shown ? tr::kHideVersionsOfOutcomes : tr::kSeeVersions;
  if (ui::button("versions", words, {.kind = ui::ButtonKind::Quiet, .icon = ui::Icon::History})) {
    frame.intents.push(model::ShowFrameworkVersions{!shown});
  }
}

void drawReadOutcome(const model::FrameworkModel& model) {
  ui::subhead(model.outcomeName);
  if (!model.outcomeDetail.empty()) ui::small(model.outcomeDetail);
  for (const model::IndicatorPage& indicator : model.indicators) {
    ui::space(4);
    ui::bodyStrong(indicator.name);
    if (!indicator.detail.empty()) ui::tiny(indicator.detail);
    for (const std::string& level : indicator.levels) ui::small(level);
  }
}

// To edit ----------------------------------------------------------------------------------------

void drawKeepFramework(const SettingsParts& parts) {
  const model::FrameworkModel& model = parts.model.framework;
  ui::textField("from", parts.state.framework.from,
                {.label = tr::kInForceFrom, .hint = tr::kInForceHint, .width = 280});
  ui::smallStrong(tr::kWhatChanges);
  if (model.changes.empty()) ui::small(tr::kNothingChangesYet);
  for (const std::string& change : model.changes) ui::small(change);
  if (!model.changes.empty() && !model.notYet.empty()) ui::smallStrong(model.notYet);
  const ui::Row row(8, 40);
  const std::string keep = "Keep as version " + std::to_string(model.version);
  if (ui::primaryButton("keep", keep, model.notYet)) {
    parts.frame.intents.push(model::KeepFramework{});
  }
  if (ui::quietButton("cancel", tr::kCancel)) parts.frame.intents.push(model::CancelFramework{});
  if (ui::quietButton("all-as-it-came", tr::kAllAsItCame)) {
    parts.frame.intents.push(model::FrameworkAsItCame{});
  }
}

void drawOffered(std::string_view label, bool& off) {
  bool offered = !off;
  if (ui::switchControl("offered", label, offered)) off = !offered;
}

void drawIndicatorFields(journal::Indicator& indicator, const journal::Framework& draft,
                         const model::FrameworkModel& model, const Frame& frame) {
  const std::string& code = indicator.code.text();
  const ui::Scope scope(ui::key("indicator", code));
  ui::hairline(4, 4);
  ui::textField("name", std::string(tr::kIndicatorName) + code, indicator.name);
  if (indicator.local) ui::tiny(tr::kYourOwn);
  for (std::size_t level = 0; level < indicator.levels.size(); ++level) {
    ui::textField(ui::key("level", level + 1),
                  std::to_string(level + 1) + "  " + draft.levelNames[level],
                  indicator.levels[level]);
  }
  drawOffered(tr::kOfferIndicator, indicator.off);
  if (std::find(model.fresh.begin(), model.fresh.end(), code) == model.fresh.end()) return;
  if (ui::button("drop", tr::kDropIndicator, kSmallQuiet)) {
    frame.intents.push(model::DropIndicator{code});
  }
}

void drawOutcomeFields(const SettingsParts& parts, journal::Outcome& outcome) {
  const model::FrameworkModel& model = parts.model.framework;
  ui::subhead(outcome.code);
  ui::textField("name", tr::kOutcomeName, outcome.name);
  ui::textField("short-name", outcome.shortName,
                {.label = tr::kShortName, .hint = tr::kShortNameHint, .width = 280});
  ui::textField("line", tr::kTheirLine, outcome.youngPersonStatement);
  drawOffered(tr::kOfferOutcome, outcome.off);
  for (journal::Indicator& indicator : outcome.indicators) {
    drawIndicatorFields(indicator, parts.state.framework.draft, model, parts.frame);
  }
  ui::hairline(4, 4);
  const ui::Row row(8, 40);
  const ui::ButtonStyle add{.icon = ui::Icon::Plus, .notYet = model.addNotYet};
  if (ui::button("add", tr::kAddIndicator, add)) {
    parts.frame.intents.push(model::AddIndicator{outcome.code});
  }
  if (ui::quietButton("as-it-came", tr::kAsItCame)) {
    parts.frame.intents.push(model::OutcomeAsItCame{outcome.code});
  }
}

void drawLevelFields(const SettingsParts& parts) {
  ui::subhead(tr::kLevelNames);
  ui::small(tr::kLevelNamesBody);
  auto& names = parts.state.framework.draft.levelNames;
  for (std::size_t level = 0; level < names.size(); ++level) {
    ui::textField(level == 0 ? "name" : ui::key("level", level + 1), names[level],
                  {.label = "Level " + std::to_string(level + 1), .width = 280});
  }
  if (ui::quietButton("as-it-came", tr::kAsItCame)) {
    parts.frame.intents.push(model::LevelNamesAsTheyCame{});
  }
}

void drawEditedOutcome(const SettingsParts& parts) {
  if (parts.model.framework.editingLevels) return drawLevelFields(parts);
  for (journal::Domain& domain : parts.state.framework.draft.domains) {
    for (journal::Outcome& outcome : domain.outcomes) {
      if (outcome.code == parts.model.framework.outcome) return drawOutcomeFields(parts, outcome);
    }
  }
}

void drawFrameworkHead(const SettingsParts& parts) {
  const model::FrameworkModel& model = parts.model.framework;
  ui::subhead(model.name);
  if (!model.when.empty()) ui::small(model.when);
  ui::small(tr::kFrameworkBody);
  ui::small(model.editing ? tr::kFrameworkEditing : tr::kOutcomesVersions);
  if (!model.editing) drawReadButtons(model, parts.frame);
  if (!model.versions.empty()) drawFrameworkVersions(model, parts.frame);
  ui::space(4);
  drawOutcomeColumns(model, parts.frame);
  if (!model.editing) return;
  const bool levels = model.editingLevels;
  if (ui::listRow(ui::key("outcome", model::kLevelsPage), tr::kLevelNames, "", levels)) {
    parts.frame.intents.push(model::ChooseOutcomePage{model::kLevelsPage});
    ui::focusPath(kFirstField);
  }
}

}  // namespace

void drawOutcomePages(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  style.width = 0;
  {
    const ui::Card card("outcomes", style);
    drawFrameworkHead(parts);
    if (!parts.model.framework.editing) {
      ui::hairline(4, 4);
      drawReadOutcome(parts.model.framework);
    }
  }
  if (!parts.model.framework.editing) return;
  {
    const ui::Card card("keep", style);
    drawKeepFramework(parts);
  }
  const ui::Card card("edit", style);
  drawEditedOutcome(parts);
  ui::hairline(4, 4);
  if (ui::button("see", tr::kSeeAndKeep, {.icon = ui::Icon::ArrowUp})) {
    ui::focusPath("settings/page/keep/keep");
  }
}

}  // namespace app::view
