#include "app/model/settings_framework.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "app/model/build_framework.h"
#include "app/model/display.h"

namespace app::model {

using journal::Framework;
using journal::Result;

void SettingsFramework::handle(const FrameworkIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void SettingsFramework::on(const ChangeFramework&) {
  const Library& library = context_.library;
  const Framework* from =
      journal::frameworkOfVersion(library.asItCame, library.frameworks, reading_);
  // Nobody chose one to read: the newest, or what is still to come would be lost unseen.
  if (from == nullptr) from = &journal::newestFramework(library.asItCame, library.frameworks);
  draft() = journal::begunFrom(*from, library.asItCame, library.frameworks);
  context_.state.ui.settings.framework.from = journal::isoDate(context_.today());
  editing_ = true;
}

void SettingsFramework::on(const CancelFramework&) {
  editing_ = false;
  context_.state.ui.settings.framework = FrameworkUi();
}

void SettingsFramework::on(const KeepFramework&) {
  if (!editing_) return;
  const auto version =
      frameworkFrom(context_.state.ui.settings.framework, context_.library, context_.today());
  if (!version.ok()) return;
  applyOps(context_, {journal::service::PutFramework{*version}},
           [this, version = *version](const Result<void>& done) {
             if (!done.ok()) return context_.say(done.error());
             kept(version);
           });
}

void SettingsFramework::kept(const journal::FrameworkVersion& version) {
  on(CancelFramework{});
  reading_ = version.framework.version;
  const bool today = version.from <= context_.today();
  context_.say(today ? fmt::format("Version {} is in force.", version.framework.version)
                     : fmt::format("Version {} begins by itself on {}.", version.framework.version,
                                   dayMonthYear(version.from)));
}

void SettingsFramework::on(const ReadFramework& intent) {
  reading_ = intent.version;
}
void SettingsFramework::on(const ShowFrameworkVersions& intent) {
  showVersions_ = intent.show;
  if (!intent.show) reading_ = 0;
}

void SettingsFramework::on(const AddIndicator& intent) {
  const Library& library = context_.library;
  const auto added =
      journal::addLocalIndicator(draft(), intent.outcome, library.asItCame, library.frameworks);
  if (!added.ok()) context_.say(added.error());
}

void SettingsFramework::on(const DropIndicator& intent) {
  const Library& library = context_.library;
  const Framework& newest = journal::newestFramework(library.asItCame, library.frameworks);
  const auto fresh = [&](const journal::Indicator& indicator) {
    return indicator.code.text() == intent.code && newest.find(indicator.code) == nullptr;
  };
  for (journal::Domain& domain : draft().domains) {
    for (journal::Outcome& outcome : domain.outcomes) {
      auto& list = outcome.indicators;
      list.erase(std::remove_if(list.begin(), list.end(), fresh), list.end());
    }
  }
}

void SettingsFramework::on(const OutcomeAsItCame& intent) {
  journal::asItCame(draft(), intent.outcome, context_.library.asItCame);
}
void SettingsFramework::on(const LevelNamesAsTheyCame&) {
  draft().levelNames = context_.library.asItCame.levelNames;
}
void SettingsFramework::on(const FrameworkAsItCame&) {
  journal::asItCame(draft(), context_.library.asItCame);
}

void SettingsFramework::refresh(FrameworkModel& model) const {
  model = buildFramework({context_.library, context_.state.ui.settings.framework, outcome_,
                          reading_, editing_, showVersions_, context_.today()});
}

void SettingsFramework::forget() {
  outcome_.clear();
  reading_ = 0;
  editing_ = showVersions_ = false;
}

}  // namespace app::model
