#include "app/model/circle_stored.h"

#include <algorithm>

#include "app/model/circle_words.h"
#include "app/model/display.h"
#include "journal/base/utf8.h"

namespace app::model {
namespace {

int inMinutes(std::chrono::seconds length) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(length).count());
}

journal::Round storedRound(const session::RoundPlan& plan, const CircleRoundWords& words) {
  journal::Round stored;
  stored.name = words.name.empty() ? std::string(tr::kUnnamedRound) : words.name;
  stored.minutes = inMinutes(plan.length);
  stored.who = words.who;
  stored.prompts = words.prompts;
  stored.kind = plan.kind;
  stored.keep = plan.keep;
  stored.turnSeconds = static_cast<int>(plan.turn.count());
  stored.presenter = plan.presenter;
  stored.dots = plan.dots;
  return stored;
}

PlannedRound plannedRound(const journal::Round& stored, std::uint64_t key) {
  PlannedRound round;
  round.key = key;
  round.plan.kind = stored.kind;
  round.plan.keep = stored.keep;
  round.plan.length = std::chrono::minutes(stored.minutes);
  round.plan.turn = std::chrono::seconds(stored.turnSeconds);
  round.plan.presenter = static_cast<std::uint8_t>(stored.presenter);
  round.plan.dots = static_cast<std::uint8_t>(stored.dots);
  round.words = {stored.name, stored.prompts, stored.who};
  round.captured = stored.captured;
  round.keptFor = stored.keptFor;
  return round;
}

}  // namespace

journal::Round roundOf(const PlannedRound& round) {
  journal::Round stored = storedRound(round.plan, round.words);
  stored.captured = round.captured;
  stored.keptFor = round.keptFor;
  return stored;
}

journal::SessionFormat formatOf(const PlannedSession& plan) {
  journal::SessionFormat format = plan.about;
  format.rounds.clear();
  format.code = plan.format.empty() ? "Own" : plan.format;
  format.name = plan.formatName.empty() ? std::string(tr::kOwnFormat) : plan.formatName;
  for (const PlannedRound& round : plan.rounds) format.rounds.push_back(roundOf(round));
  format.minutes = journal::sumOfRounds(format);
  return format;
}

journal::SessionFormat formatToKeep(const PlannedSession& plan) {
  journal::SessionFormat format = formatOf(plan);
  const CirclePlan room = roomPlan(plan);
  for (std::size_t at = 0; at < format.rounds.size(); ++at)
    format.rounds[at].prompts = room.words.rounds[at].prompts;
  return format;
}

journal::SessionFormat formatOf(const CirclePlan& room) {
  journal::SessionFormat format;
  format.code = "Room";
  format.name = room.words.format.empty() ? std::string(tr::kOwnFormat) : room.words.format;
  for (std::size_t at = 0; at < room.plan.rounds.size(); ++at) {
    const bool said = at < room.words.rounds.size();
    format.rounds.push_back(
        storedRound(room.plan.rounds[at], said ? room.words.rounds[at] : CircleRoundWords()));
  }
  format.minutes = journal::sumOfRounds(format);
  return format;
}

journal::GroupSession storedPlan(const PlannedSession& plan, const CirclePlanUi& typed,
                                 journal::GroupSessionId id, journal::LocalDate today) {
  journal::GroupSession stored;
  stored.id = id;
  stored.led = true;
  stored.title = journal::trimmed(plan.title).empty() ? std::string(tr::kUnnamedGroup) : plan.title;
  stored.day = journal::parseDate(typed.date).value_or(today);
  stored.startsAt = parseTimeOfDay(typed.starts).value_or(std::chrono::minutes(0));
  stored.naming = plan.naming;
  stored.format = formatOf(plan);
  if (!journal::planOf(stored.format, plan.naming).ok())
    stored.state = journal::GroupSessionState::Unready;
  stored.agreement = plan.agreement;
  stored.question = plan.question;
  stored.people = plan.people;
  stored.lasted = std::chrono::minutes(plan.minutes);
  return stored;
}

PlannedSession plannedFrom(const journal::GroupSession& stored) {
  PlannedSession plan;
  plan.title = stored.title == tr::kUnnamedGroup ? "" : stored.title;
  plan.format = stored.format.code == "Own" ? "" : stored.format.code;
  plan.formatName = stored.format.name;
  plan.about = stored.format;
  plan.about.rounds.clear();
  plan.minutes = static_cast<int>(stored.lasted.count());
  for (const journal::Round& round : stored.format.rounds) {
    plan.rounds.push_back(plannedRound(round, plan.nextKey++));
    plan.presenters = std::max(plan.presenters, plan.rounds.back().plan.presenter);
  }
  plan.naming = stored.naming;
  plan.question = stored.question;
  plan.agreement = stored.agreement;
  plan.people = stored.people;
  return plan;
}

CirclePlanUi typedFrom(const journal::GroupSession& stored) {
  CirclePlanUi typed;
  typed.title = stored.title == tr::kUnnamedGroup ? "" : stored.title;
  typed.date = journal::isoDate(stored.day);
  if (stored.startsAt.count() != 0) typed.starts = timeOfDay(stored.startsAt);
  typed.question = stored.question;
  return typed;
}

}  // namespace app::model
