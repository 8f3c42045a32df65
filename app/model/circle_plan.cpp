#include "app/model/circle_plan.h"

#include <algorithm>
#include <utility>

#include "app/model/circle_formats.h"
#include "app/model/circle_words.h"
#include "journal/domain/session/session.h"

namespace app::model {

using std::chrono::seconds;

int plannedMinutes(const PlannedSession& plan) {
  seconds all{0};
  for (const PlannedRound& round : plan.rounds) all += round.plan.length;
  return static_cast<int>(std::chrono::round<std::chrono::minutes>(all).count());
}

void changeMinutes(PlannedRound& round, int by) {
  const auto now = std::chrono::round<std::chrono::minutes>(round.plan.length).count();
  const auto next = std::clamp<std::int64_t>(now + by, 1, kMostRoundMinutes);
  round.plan.length = std::chrono::minutes{next};
  round.plan.turn = std::min(round.plan.turn, round.plan.length);
}

void moveRound(PlannedSession& plan, std::size_t index, bool earlier) {
  const std::size_t other = earlier ? index - 1 : index + 1;
  if (index >= plan.rounds.size() || other >= plan.rounds.size()) return;
  std::swap(plan.rounds[index], plan.rounds[other]);
}

void removeRound(PlannedSession& plan, std::size_t index) {
  if (index >= plan.rounds.size()) return;
  plan.rounds.erase(plan.rounds.begin() + static_cast<std::ptrdiff_t>(index));
}

std::size_t addRound(PlannedSession& plan, session::RoundKind kind) {
  PlannedRound round = freshRound(kind);
  round.key = plan.nextKey++;
  const bool closes =
      !plan.rounds.empty() && plan.rounds.back().plan.kind == session::RoundKind::Close;
  const std::size_t at = plan.rounds.size() - (closes ? 1 : 0);
  plan.rounds.insert(plan.rounds.begin() + static_cast<std::ptrdiff_t>(at), std::move(round));
  return at;
}

std::string planProblem(const PlannedSession& plan) {
  if (plan.title.empty()) return std::string(tr::kPlanNeedsTitle);
  if (plan.rounds.empty()) return std::string(tr::kPlanNeedsRound);
  if (plan.rounds.size() > session::kMostRounds) return std::string(tr::kPlanTooManyRounds);
  const auto can = session::open(roomPlan(plan).plan);
  if (!can.ok()) return can.error().advice;
  return {};
}

bool asksTheQuestion(session::RoundKind kind) {
  return kind == session::RoundKind::SilentWriting || kind == session::RoundKind::QuietRead;
}

CirclePlan roomPlan(const PlannedSession& plan) {
  CirclePlan out;
  out.plan.naming = plan.naming;
  out.plan.presenters = plan.presenters;
  out.words.title = plan.title;
  out.words.format = plan.formatName;
  out.words.when = plan.when;
  out.words.agreement = plan.agreement;
  out.words.actions = plan.actions;
  for (const PlannedRound& round : plan.rounds) {
    out.plan.rounds.push_back(round.plan);
    CircleRoundWords words = round.words;
    if (!plan.question.empty() && asksTheQuestion(round.plan.kind)) words.prompts = {plan.question};
    out.words.rounds.push_back(std::move(words));
  }
  return out;
}

}  // namespace app::model
