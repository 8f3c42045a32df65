#include "app/model/keeping_erasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "app/keeping/about.h"
#include "app/keeping/erasing.h"
#include "app/model/display.h"
#include "app/model/form.h"
#include "app/model/keeping_who.h"
#include "app/model/your_data_words.h"

namespace app::model {

using journal::Result;
using journal::service::Changes;
using journal::service::ErasurePlan;
using journal::service::Journal;
using Fate = ErasurePlan::Fate;

namespace {

bool sameErasure(const ErasurePlan& a, const ErasurePlan& b) {
  const auto same = [](const ErasurePlan::Line& one, const ErasurePlan::Line& other) {
    return one.kind == other.kind && one.id == other.id && one.what == other.what &&
           one.fate == other.fate;
  };
  return a.held == b.held &&
         std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(), same);
}

std::string lineWords(const ErasurePlan::Line& line) {
  std::string words(kindWords(line.kind));
  if (line.kind == "name" || line.kind == "plan" || line.kind == "word") return words;
  const auto day = journal::parseDate(line.what);
  return words + ", " + (day ? dayMonthYear(*day) : line.what);
}

}  // namespace

std::vector<ErasureGroup> buildErasure(const ErasurePlan& plan) {
  struct Group {
    Fate fate;
    std::string_view name;
  };
  constexpr Group kGroups[] = {{Fate::WithdrawFirst, tr::kWithdrawFirst},
                               {Fate::Goes, tr::kGoesForGood},
                               {Fate::WithoutThem, tr::kStaysWithoutThem}};
  std::vector<ErasureGroup> groups;
  for (const Group& one : kGroups) {
    ErasureGroup group;
    for (const ErasurePlan::Line& line : plan.lines) {
      if (line.fate == one.fate) group.lines.push_back(lineWords(line));
    }
    if (group.lines.empty()) continue;
    group.name = fmt::format("{}, {}", one.name, group.lines.size());
    groups.push_back(std::move(group));
  }
  return groups;
}

void KeepingErasing::handle(const ErasingIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void KeepingErasing::on(const SeeErasure&) {
  const ErasingUi& ui = context_.state.ui.settings.keeping.erasing;
  const auto who = whoFrom(ui.who, context_.names);
  if (working_ || !who.ok() || nothingTyped(ui.who.reason)) return;
  on(LeaveErasure{});
  working_ = true;
  Shown shown{*who, ui.who.reason, ui.keepLearning, {}};
  inJob<Shown>(
      context_,
      [shown, random = &context_.random](JobContext& job, Journal& open) mutable -> Result<Shown> {
        J_TRY(const auto found, app::findAbout(open, shown.who, shown.reason, *random, job.stop()));
        J_TRY(shown.plan, app::planErasing(open, found, shown.keepLearning, *random));
        return std::move(shown);
      },
      [this](Result<Shown> seen) {
        if (!working_) return;  // the page was left meanwhile
        working_ = false;
        if (seen.ok())
          shown_ = std::move(seen).value();
        else
          problem_ = tr::sentence(seen.error());
      });
}

void KeepingErasing::on(const LeaveErasure&) {
  shown_.reset();
  problem_.clear();
  said_.clear();
  wipe(context_.state.ui.settings.keeping.erasing.codeName);
}

std::string KeepingErasing::eraseNotYet() const {
  if (!shown_) return std::string(tr::kSeeWhatGoesFirst);
  if (shown_->plan.mustWithdraw) return std::string(tr::kWithdrawThemFirst);
  const std::string& typed = context_.state.ui.settings.keeping.erasing.codeName;
  if (journal::trimmed(typed) != shown_->who.codeName) {
    return std::string(tr::kTypeCodeName) + shown_->who.codeName;
  }
  return {};
}

void KeepingErasing::on(const EraseForGood&) {
  if (working_ || !eraseNotYet().empty()) return;
  working_ = true;
  query<Changes>(
      context_,
      [shown = *shown_, random = &context_.random](Journal& open) -> Result<Changes> {
        J_TRY(const auto found, journal::service::findEverything(open, shown.who, {}));
        J_TRY(const auto plan, app::planErasing(open, found, shown.keepLearning, *random));
        if (!sameErasure(plan, shown.plan)) {
          return journal::Error{journal::ErrorCode::Conflict, "another erasure than the one shown",
                                std::string(tr::kChangedSinceSeen)};
        }
        return app::erasePerson(open, found, plan, shown.reason, *random);
      },
      [this](Result<Changes> changes) {
        working_ = false;
        on(LeaveErasure{});
        if (!changes.ok()) {
          problem_ = tr::sentence(changes.error());
          return;
        }
        said_ = app::kErasedWhere;
        context_.state.ui.settings.keeping.erasing.who = {};
        erasing_ = true;
        context_.changed(*changes);
        erasing_ = false;
      });
}

void KeepingErasing::refresh(ErasingModel& model) const {
  const ErasingUi& ui = context_.state.ui.settings.keeping.erasing;
  model.working = working_;
  model.lookNotYet = lookNotYet(ui.who, context_.names);
  model.problem = problem_;
  model.said = said_;
  if (!shown_) return;
  model.who = shown_->who.codeName;
  model.groups = buildErasure(shown_->plan);
  model.held = app::heldWords(shown_->plan);
  model.eraseNotYet = eraseNotYet();
}

void KeepingErasing::forget() {
  on(LeaveErasure{});
  WhoUi& who = context_.state.ui.settings.keeping.erasing.who;
  for (std::string* typed : {&who.typed, &who.reason}) wipe(*typed);
  working_ = erasing_ = false;
}

}  // namespace app::model
