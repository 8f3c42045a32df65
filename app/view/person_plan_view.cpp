#include <algorithm>
#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/text_editor.h"
#include "app/view/people_parts.h"

// The learning plan of a young person, and the form it is written in.

namespace app::view {
namespace {

void drawPlanWords(std::string_view label, const std::string& words) {
  if (words.empty()) return;
  ui::smallStrong(label);
  ui::quote(words);
}

void drawGoals(const std::vector<model::GoalRow>& goals) {
  for (const model::GoalRow& goal : goals) {
    ui::quote(goal.words);
    if (!goal.detail.empty()) ui::small(goal.detail);
  }
}

void drawEarlierPlans(const model::PlanModel& plan, const Frame& frame) {
  const ui::Scope scope("earlier");
  for (std::size_t i = 0; i < plan.versions.size(); ++i) {
    const model::PlanVersionRow& version = plan.versions[i];
    ui::hairline(2, 2);
    ui::Row row(12, 40);
    ui::small(version.when + ", " + version.summary, ui::Token::Ink);
    if (i == 0) continue;  // it is the present one
    row.pushRight(ui::buttonWidth(tr::kPutPlanBack, {.small = true}));
    if (ui::button(ui::key("restore", i), tr::kPutPlanBack, {.small = true})) {
      frame.intents.push(model::RestorePlan{i});
    }
  }
}

/// A long field in its own buffer. True when something was typed.
bool drawField(std::size_t index, std::string_view label, model::EditedText& text,
               const model::YoungPeopleModel& model, const Frame& frame) {
  EditorBuffer& buffer = frame.view.plan[index];
  buffer.pull(text);
  ui::TextAreaStyle style;
  style.label = label;
  style.height = 64;
  style.mentionLabel = [&model](std::string_view hex) {
    const auto known = model.labels.find(std::string(hex));
    return known == model.labels.end() ? std::string("someone") : known->second;
  };
  const ui::EditorResult result = ui::textArea(ui::key("field", index), buffer.editor, style);
  buffer.push(text);
  if (result.wordAdded) frame.intents.push(model::LearnWord{*result.wordAdded});
  return result.changed;
}

bool drawGoalForm(std::size_t index, model::GoalUi& goal, const model::YoungPeopleModel& model,
                  const Frame& frame) {
  static const std::vector<ui::Option> kStates = {{"0", std::string(tr::kGoalOpen)},
                                                  {"1", std::string(tr::kGoalReached)},
                                                  {"2", std::string(tr::kGoalSetAside)}};
  bool changed = drawField(2 + index, tr::kGoal[index], goal.words, model, frame);
  const ui::Scope scope(ui::key("goal", index));
  const ui::Row row(16, 32);
  changed |= ui::checkbox("theirs", tr::kTheirWords, goal.theirWords);
  std::string state = std::to_string(static_cast<int>(goal.state));
  if (ui::dropdown("state", kStates, state, {.label = tr::kGoalHow, .chip = true})) {
    goal.state = static_cast<journal::GoalState>(std::stoi(state));
    changed = true;
  }
  return changed;
}

}  // namespace

void drawPlan(const model::PlanModel& plan, const Frame& frame) {
  const ui::Card card("plan", {.gap = 6});
  ui::subhead(tr::kPlan);
  ui::small(plan.nothingYet ? tr::kNoPlanYet : tr::kPlanBody);
  drawPlanWords(tr::kInterests, plan.interests);
  drawPlanWords(tr::kWhatHelps, plan.whatHelps);
  if (!plan.nothingYet) {
    ui::smallStrong(std::string(tr::kGoalsOf) + " " + plan.term);
    if (plan.goals.empty()) ui::small(tr::kNoGoals);
    drawGoals(plan.goals);
  }
  for (const model::PlanTerm& term : plan.earlier) {
    ui::smallStrong(std::string(tr::kGoalsOf) + " " + term.term);
    drawGoals(term.goals);
  }
  {
    const ui::Row row(8, 40);
    if (ui::secondaryButton("together", tr::kPlanTogether)) {
      frame.intents.push(model::PlanTogether{});
    }
    if (plan.versions.size() > 1 &&
        ui::quietButton("versions",
                        plan.showVersions ? tr::kHideEarlierPlans : tr::kEarlierPlans)) {
      frame.intents.push(model::ShowEarlierPlans{!plan.showVersions});
    }
  }
  if (plan.showVersions) drawEarlierPlans(plan, frame);
}

void drawPlanForm(const model::YoungPeopleModel& model, model::PlanUi& state, const Frame& frame) {
  const ui::Dialog dialog("plan-form", tr::kPlanTogether, {.width = 640});
  bool changed = drawField(0, tr::kInterests, state.interests, model, frame);
  ui::wantFirstFocus();
  changed |= drawField(1, tr::kWhatHelps, state.whatHelps, model, frame);
  ui::hairline(4, 4);
  ui::text(std::string(tr::kGoalsOf) + " " + model.page->plan.term,
           {.type = ui::Type::BodyStrong, .role = "heading"});
  for (std::size_t i = 0; i < state.goals.size(); ++i) {
    changed |= drawGoalForm(i, state.goals[i], model, frame);
  }
  if (changed) frame.intents.push(model::PlanChanged{});
  const ui::Row row(12, 40);
  if (ui::primaryButton("done", tr::kPlanDone) || dialog.closeWanted()) {
    frame.intents.push(model::ClosePlan{});
  }
  ui::text(model.planSaved, {.type = ui::Type::Small, .colour = ui::Token::Ink2, .role = "status"});
}

}  // namespace app::view
