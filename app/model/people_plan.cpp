// The learning plan of the young person shown. It saves itself while it is written in, as a
// reflection does; every pause that changed something is a version.

#include <algorithm>
#include <utility>

#include "app/model/build_people.h"
#include "app/model/display.h"
#include "app/model/people_controller.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

namespace {

/// What is stored by now, unless more was typed than it was made from.
void takeIn(EditedText& typed, std::string& base, const std::string& stored) {
  if (typed.text != base) return;
  base = stored;
  follow(typed, stored);
}

/// Those of one term that say something.
std::vector<journal::Goal> goalsOf(const journal::Profile& plan, const journal::SchoolTerm& term) {
  std::vector<journal::Goal> goals;
  for (const journal::Goal& goal : plan.goals) {
    if (goal.term == term && !goal.text.empty()) goals.push_back(goal);
  }
  return goals;
}

void put(EditedText& words, const std::string& text, std::uint64_t loads) {
  words.text = text;
  words.caret = 0;
  words.loads = loads;
}

}  // namespace

void PeopleController::on(const PlanTogether&) {
  if (!shown_ || known_.plan.youngPerson != *shown_) return;
  planning_ = true;
  fillPlan();
}

/// The view's buffers follow: `loads` never has a value they have seen.
void PeopleController::fillPlan() {
  PlanUi& ui = context_.state.ui.people.plan;
  ++planLoads_;
  planBase_ = known_.plan;
  put(ui.interests, planBase_.interests, planLoads_);
  put(ui.whatHelps, planBase_.whatHelps, planLoads_);
  fillGoals();
  autosave_.reset(std::nullopt);
}

void PeopleController::fillGoals() {
  PlanUi& ui = context_.state.ui.people.plan;
  auto goals = goalsOf(planBase_, journal::schoolTermOf(context_.today()));
  goals.resize(ui.goals.size());
  for (std::size_t i = 0; i < ui.goals.size(); ++i) {
    put(ui.goals[i].words, goals[i].text, planLoads_);
    ui.goals[i].state = goals[i].state;
    ui.goals[i].theirWords = goals[i].theirWords;
  }
}

void PeopleController::on(const PlanChanged&) {
  if (planning_) autosave_.changed(context_.clock.now());
}

void PeopleController::on(const ClosePlan&) {
  if (!planning_) return;
  flush([this](const Result<void>& saved) {
    if (saved.ok()) planning_ = false;
  });
}

void PeopleController::on(const ShowEarlierPlans& intent) {
  earlierPlans_ = intent.show;
}

void PeopleController::on(const RestorePlan& intent) {
  if (planning_ || intent.index >= known_.plans.size()) return;
  applyOps(context_, {journal::service::PutProfile{known_.plans[intent.index].profile}},
           [this](const Result<void>& done) {
             if (!done.ok()) context_.say(done.error());
           });
}

/// What is on screen, with the goals of other terms as they are.
journal::Profile PeopleController::planned() const {
  const PlanUi& ui = context_.state.ui.people.plan;
  const journal::SchoolTerm term = journal::schoolTermOf(context_.today());
  journal::Profile plan{known_.plan.youngPerson, ui.interests.text, ui.whatHelps.text, {}};
  for (const journal::Goal& goal : known_.plan.goals) {
    if (goal.term != term) plan.goals.push_back(goal);
  }
  for (const GoalUi& goal : ui.goals) {
    plan.goals.push_back({term, goal.words.text, goal.state, goal.theirWords});
  }
  return plan;
}

void PeopleController::flush(Saved done) {
  if (!planning_) return done({});
  saveAll(
      context_, autosave_, [this](Saved saved) { savePlan(std::move(saved)); }, std::move(done));
}

void PeopleController::savePlan(Saved saved) {
  const journal::Profile sent = planned();
  applyOps(context_, {journal::service::PutProfile{sent, planBase_}},
           [this, sent, saved = std::move(saved)](const Result<void>& outcome) {
             if (!outcome.ok()) {
               context_.say(outcome.error());
               return saved(outcome);
             }
             planBase_ = sent;
             query<journal::Profile>(
                 context_,
                 [id = sent.youngPerson](journal::service::Journal& journal) {
                   return journal.profile(id);
                 },
                 [this](Result<journal::Profile> stored) {
                   if (stored.ok()) planIs(*stored);
                 });
             saved(outcome);
           });
}

/// What this device or another made of it. Words that wait to be saved are joined with it then.
void PeopleController::planIs(const journal::Profile& stored) {
  if (!planning_ || planBase_.youngPerson != stored.youngPerson) return;
  PlanUi& ui = context_.state.ui.people.plan;
  takeIn(ui.interests, planBase_.interests, stored.interests);
  takeIn(ui.whatHelps, planBase_.whatHelps, stored.whatHelps);
  const journal::SchoolTerm term = journal::schoolTermOf(context_.today());
  const auto before = goalsOf(planBase_, term);
  if (goalsOf(stored, term) == before || goalsOf(planned(), term) != before) return;
  planBase_.goals = stored.goals;
  goalsAre(goalsOf(stored, term));
}

/// Where there are as many as before, each stays in its place and the caret in it.
void PeopleController::goalsAre(const std::vector<journal::Goal>& stored) {
  std::vector<GoalUi*> written;
  for (GoalUi& goal : context_.state.ui.people.plan.goals) {
    if (!goal.words.text.empty()) written.push_back(&goal);
  }
  if (written.size() != stored.size()) {
    ++planLoads_;
    return fillGoals();
  }
  for (std::size_t i = 0; i < stored.size(); ++i) {
    std::string shown = written[i]->words.text;
    takeIn(written[i]->words, shown, stored[i].text);
    written[i]->state = stored[i].state;
    written[i]->theirWords = stored[i].theirWords;
  }
}

void PeopleController::tick(journal::UtcTime now) {
  if (planning_ && autosave_.due(now)) flush([](const Result<void>&) {});
}

std::optional<std::chrono::milliseconds> PeopleController::wait(journal::UtcTime now) const {
  return planning_ ? autosave_.wait(now) : std::nullopt;
}

void PeopleController::refreshPlan(YoungPeopleModel& model) const {
  PlanModel& plan = model.page->plan;
  plan = buildPlan(known_.plan, context_.names, context_.today());
  plan.showVersions = earlierPlans_;
  plan.versions = buildPlanVersions(
      known_.plans, [this](journal::UtcTime at) { return context_.clock.utcOffset(at); });
  model.planning = planning_;
  if (!planning_) return;
  model.planSaved = autosave_.settled() ? tr::kSavedShort : tr::kStillTyping;
  for (const journal::KnownName& name : context_.names) model.labels[name.id.hex()] = name.codeName;
}

}  // namespace app::model
