#include <fmt/format.h>

#include <algorithm>

#include "app/model/build_people.h"
#include "app/model/display.h"
#include "app/model/wording.h"
#include "journal/domain/mention.h"

namespace app::model {
namespace {

std::string planWords(const std::string& stored, const std::vector<journal::KnownName>& names) {
  return journal::render(stored, journal::NamesShown::Code,
                         [&](journal::NameId id) { return findName(names, id); })
      .text;
}

std::string goalDetail(const journal::Goal& goal) {
  std::string words;
  if (goal.state == journal::GoalState::Reached) words = tr::kGoalReached;
  if (goal.state == journal::GoalState::SetAside) words = tr::kGoalSetAside;
  if (!goal.theirWords) return words;
  if (words.empty()) return std::string(tr::kTheirWords);
  return words + ", " + lowerFirst(std::string(tr::kTheirWords));
}

}  // namespace

PlanModel buildPlan(const journal::Profile& plan, const std::vector<journal::KnownName>& names,
                    journal::LocalDate today) {
  const journal::SchoolTerm now = journal::schoolTermOf(today);
  PlanModel model;
  model.nothingYet = plan.empty();
  model.interests = planWords(plan.interests, names);
  model.whatHelps = planWords(plan.whatHelps, names);
  model.term = journal::termName(now);
  for (auto goal = plan.goals.rbegin(); goal != plan.goals.rend(); ++goal) {
    GoalRow row{planWords(goal->text, names), goalDetail(*goal)};
    if (goal->term == now) {
      model.goals.insert(model.goals.begin(), std::move(row));
      continue;
    }
    const std::string term = journal::termName(goal->term);
    if (model.earlier.empty() || model.earlier.back().term != term) {
      model.earlier.push_back({term, {}});
    }
    auto& goals = model.earlier.back().goals;
    goals.insert(goals.begin(), std::move(row));
  }
  return model;
}

std::vector<PlanVersionRow> buildPlanVersions(
    const std::vector<journal::service::ProfileVersion>& versions,
    const std::function<std::chrono::minutes(journal::UtcTime)>& utcOffset) {
  std::vector<PlanVersionRow> rows;
  for (const journal::service::ProfileVersion& version : versions) {
    const auto offset = utcOffset(version.at);
    const auto local = std::chrono::floor<std::chrono::minutes>(version.at + offset);
    PlanVersionRow row;
    row.when = fmt::format("{}, {}", dayMonthYear(journal::localDate(version.at, offset)),
                           timeOfDay(local - std::chrono::floor<std::chrono::days>(local)));
    row.summary = counted(version.profile.goals.size(), "goal", "goals");
    if (rows.empty()) row.summary += ", " + std::string(tr::kPlanNow);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace app::model
