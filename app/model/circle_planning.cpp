#include "app/model/circle_planning.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/build_circle.h"
#include "app/model/circle_formats.h"
#include "app/model/circle_words.h"
#include "app/model/display.h"

namespace app::model {
namespace {

constexpr int kMostPlannedMinutes = 240;

/// "Thursday 22 January, 12:30 to 13:15"; as much of it as was said.
std::string whenWordsOf(const CirclePlanUi& typed, int minutes) {
  const auto date = journal::parseDate(typed.date);
  const auto starts = parseTimeOfDay(typed.starts);
  std::string words = date ? longDate(*date) : std::string();
  if (!starts) return words;
  if (!words.empty()) words += ", ";
  const auto ends = (*starts + std::chrono::minutes{minutes}) % std::chrono::hours{24};
  return words + timeOfDay(*starts) + " to " + timeOfDay(ends);
}

}  // namespace

void CirclePlanning::handle(const CirclePlanIntent& intent) {
  std::visit(
      [this](const auto& wanted) {
        using Wanted = std::decay_t<decltype(wanted)>;
        if (plan_ || std::is_same_v<Wanted, PlanGroup>) on(wanted);
      },
      intent);
}

// The plan as a whole
// ------------------------------------------------------------------------------------

PlannedSession CirclePlanning::fresh(const std::string& format) const {
  const journal::SessionFormat* found = shelf_.find(format);
  return found == nullptr ? oneQuestionSession() : sessionOf(*found);
}

void CirclePlanning::on(const PlanGroup& intent) {
  if (intent.format.empty() && plan_) return;
  PlannedSession next = fresh(intent.format);
  CirclePlanUi& typed = context_.state.ui.circle.plan;
  if (plan_) {  // another format: what is not of the format stays
    next.title = plan_->title;
    next.people = plan_->people;
    next.naming = plan_->naming;
    next.agreement = plan_->agreement;
    next.when = plan_->when;
    next.nextKey += plan_->nextKey;
  } else {
    typed = CirclePlanUi();
    typed.date = journal::isoDate(context_.today());
  }
  next.actions = lastActions_;
  plan_ = std::move(next);
  typed.question = plan_->question;
  editing_.reset();
  editingQuestion_ = false;
}

void CirclePlanning::on(const DropPlan&) {
  plan_.reset();
  editing_.reset();
  wipe(context_.state.ui.circle);
}

void CirclePlanning::on(const PlanWordsChanged&) {
  const CirclePlanUi& typed = context_.state.ui.circle.plan;
  plan_->title = typed.title;
  plan_->when = whenWordsOf(typed, plannedMinutes(*plan_));
}

void CirclePlanning::on(const ChangePlannedMinutes& intent) {
  plan_->minutes = std::clamp(plan_->minutes + intent.by, 5, kMostPlannedMinutes);
}

void CirclePlanning::on(const ChooseNaming& intent) {
  plan_->naming = intent.naming;
}

void CirclePlanning::on(const ChoosePresenters& intent) {
  const int count = std::clamp<int>(intent.count, 0, session::kMostPresenters);
  plan_->presenters = static_cast<std::uint8_t>(count);
  for (PlannedRound& round : plan_->rounds) {
    round.plan.presenter = std::min(round.plan.presenter, plan_->presenters);
  }
}

void CirclePlanning::on(const AddCirclePerson&) {
  std::string& typed = context_.state.ui.circle.plan.person;
  if (typed.find_first_not_of(' ') == std::string::npos) return;
  plan_->people.push_back(std::exchange(typed, {}));
}

void CirclePlanning::on(const RemoveCirclePerson& intent) {
  if (intent.index >= plan_->people.size()) return;
  plan_->people.erase(plan_->people.begin() + static_cast<std::ptrdiff_t>(intent.index));
}

// Rounds
// -----------------------------------------------------------------------------------------------

std::optional<std::size_t> CirclePlanning::indexOf(std::uint64_t key) const {
  for (std::size_t i = 0; i < plan_->rounds.size(); ++i) {
    if (plan_->rounds[i].key == key) return i;
  }
  return std::nullopt;
}

void CirclePlanning::on(const ChangeRoundMinutes& intent) {
  if (const auto at = indexOf(intent.round)) changeMinutes(plan_->rounds[*at], intent.by);
  on(PlanWordsChanged{});
}
void CirclePlanning::on(const MoveRound& intent) {
  if (const auto at = indexOf(intent.round)) moveRound(*plan_, *at, intent.earlier);
}
void CirclePlanning::on(const RemoveRound& intent) {
  if (const auto at = indexOf(intent.round)) removeRound(*plan_, *at);
  on(PlanWordsChanged{});
}
void CirclePlanning::on(const AddRound& intent) {
  addRound(*plan_, intent.kind);
  on(PlanWordsChanged{});
}

void CirclePlanning::on(const EditRound& intent) {
  const auto at = indexOf(intent.round);
  if (!at) return;
  const PlannedRound& round = plan_->rounds[*at];
  RoundUi& typed = context_.state.ui.circle.plan.round;
  typed = RoundUi();
  typed.name = round.words.name;
  typed.who = round.words.who;
  for (std::size_t i = 0; i < std::min(kRoundPrompts, round.words.prompts.size()); ++i) {
    typed.prompts[i] = round.words.prompts[i];
  }
  typed.turn =
      std::to_string(std::chrono::duration_cast<std::chrono::minutes>(round.plan.turn).count());
  editing_ = intent.round;
}

void CirclePlanning::on(const KeepRound&) {
  const auto at = editing_ ? indexOf(*editing_) : std::nullopt;
  editing_.reset();
  if (!at) return;
  PlannedRound& round = plan_->rounds[*at];
  const RoundUi& typed = context_.state.ui.circle.plan.round;
  round.words.name = typed.name.empty() ? std::string(roundKindName(round.plan.kind)) : typed.name;
  round.words.who = typed.who;
  std::vector<std::string> prompts;
  for (const std::string& prompt : typed.prompts) {
    if (!prompt.empty()) prompts.push_back(prompt);
  }
  // A format may have more of them than the form has lines for.
  auto& before = round.words.prompts;
  for (std::size_t i = kRoundPrompts; i < before.size(); ++i) prompts.push_back(before[i]);
  before = std::move(prompts);
  const std::chrono::minutes turn{std::max(0, std::atoi(typed.turn.c_str()))};
  if (turn == std::chrono::duration_cast<std::chrono::minutes>(round.plan.turn)) return;
  round.plan.turn = std::min<std::chrono::seconds>(turn, round.plan.length);
}
void CirclePlanning::on(const CancelRound&) {
  editing_.reset();
}

// The shared question
// ------------------------------------------------------------------------------------

void CirclePlanning::on(const EditQuestion&) {
  context_.state.ui.circle.plan.question = plan_->question;
  editingQuestion_ = true;
}
void CirclePlanning::on(const KeepQuestion&) {
  plan_->question = context_.state.ui.circle.plan.question;
  editingQuestion_ = false;
}
void CirclePlanning::on(const ChooseQuestion& intent) {
  plan_->question = intent.words;
  editingQuestion_ = false;
}

// As it is shown
// -----------------------------------------------------------------------------------------

std::string CirclePlanning::dateProblem() const {
  const CirclePlanUi& typed = context_.state.ui.circle.plan;
  if (!typed.date.empty() && !journal::parseDate(typed.date)) return std::string(tr::kDateLike);
  if (!typed.starts.empty() && !parseTimeOfDay(typed.starts)) return std::string(tr::kTimeLike);
  return {};
}

std::string CirclePlanning::problem() const {
  const std::string date = dateProblem();
  return date.empty() ? planProblem(*plan_) : date;
}

std::vector<FormatRow> CirclePlanning::formats() const {
  std::vector<FormatRow> rows;
  for (const journal::SessionFormat& format : shelf_.offered()) {
    rows.push_back({format.code, format.name, lengthWords(format.minutes, format.rounds.size()),
                    format.purpose});
  }
  return rows;
}

CircleHomeModel CirclePlanning::home() const {
  CircleHomeModel model;
  model.formats = formats();
  if (!plan_) return model;
  model.planTitle = plan_->title.empty() ? std::string(tr::kPlanTitle) : plan_->title;
  model.planDetail = plan_->when.empty() ? plan_->formatName
                                         : fmt::format("{}. {}", plan_->when, plan_->formatName);
  return model;
}

CirclePlanModel CirclePlanning::model(const std::vector<CircleHost>& hosts) const {
  CirclePlanModel model = buildPlan(*plan_);
  for (const FormatRow& format : formats()) model.formats.push_back({format.code, format.name});
  model.editingQuestion = editingQuestion_;
  model.editing = editing_;
  if (const auto at = editing_ ? indexOf(*editing_) : std::nullopt) {
    model.editingTurns = hasTurns(plan_->rounds[*at].plan.kind);
  }
  model.dateProblem = dateProblem();
  model.openNotYet = problem();
  for (const CircleHost& host : hosts) {
    model.hosts.push_back({host.key, host.label});
    if (host.key == context_.state.ui.circle.plan.host) model.hostDetail = host.detail;
  }
  if (hosts.empty()) {
    model.openNotYet = std::string(tr::kHostNone);
  } else if (model.hostDetail.empty()) {
    model.hostDetail = hosts.front().detail;
  }
  return model;
}

void CirclePlanning::lastTime(std::vector<CircleOldAction> actions) {
  lastActions_ = std::move(actions);
  if (plan_) plan_->actions = lastActions_;
}

void CirclePlanning::restore(PlannedSession plan, CirclePlanUi typed) {
  if (plan_) return;
  context_.state.ui.circle.plan = std::move(typed);
  plan_ = std::move(plan);
  plan_->actions = lastActions_;
  plan_->when = whenWordsOf(context_.state.ui.circle.plan, plannedMinutes(*plan_));
}

void CirclePlanning::forget() {
  plan_.reset();
  lastActions_.clear();
  editing_.reset();
  editingQuestion_ = false;
}

}  // namespace app::model
