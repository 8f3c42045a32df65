#include "journal/domain/session_format.h"

#include <algorithm>
#include <string>

#include "journal/domain/session/session.h"

namespace journal {
namespace {

using session::RoundKind;

Error cannotRun(std::string advice) {
  return Error{ErrorCode::InvalidInput, "a format that cannot be run", std::move(advice)};
}

/// Rounds are said by their number: a name is somebody's words.
Result<void> checkRound(const Round& round, std::size_t number) {
  const std::string which = "Round " + std::to_string(number) + " ";
  constexpr std::chrono::minutes kLongest =
      std::chrono::duration_cast<std::chrono::minutes>(session::kLongestRound);
  if (round.minutes < 1 || round.minutes > kLongest.count())
    return cannotRun(which + "needs a length of one minute to four hours.");
  if (round.presenter < 0 || round.presenter > session::kMostPresenters)
    return cannotRun(which + "has a presenter that cannot be.");
  if (round.turnSeconds < 0) return cannotRun(which + "has turns of a length that cannot be.");
  const bool votes = round.kind == RoundKind::Votes;
  if (votes && (round.dots < 1 || round.dots > session::kMostDots))
    return cannotRun(which + "is a vote, and needs one to nine dots for each person.");
  if (!votes && round.dots != 0)
    return cannotRun(which + "gives out dots, and nobody votes in it.");
  return {};
}

Result<void> checkRounds(const std::vector<Round>& rounds) {
  if (rounds.empty()) return cannotRun("A session needs at least one round.");
  if (rounds.size() > session::kMostRounds)
    return cannotRun("Forty rounds are the most there can be.");
  for (std::size_t i = 0; i < rounds.size(); ++i) J_CHECK(checkRound(rounds[i], i + 1));
  return {};
}

}  // namespace

const SessionFormat* FormatLibrary::find(std::string_view code) const {
  for (const SessionFormat& format : formats) {
    if (format.code == code) return &format;
  }
  return nullptr;
}

int sumOfRounds(const SessionFormat& format) {
  int minutes = 0;
  for (const Round& round : format.rounds) minutes += round.minutes;
  return minutes;
}

Result<session::Plan> planOf(const SessionFormat& format, session::Naming naming) {
  J_CHECK(checkRounds(format.rounds));
  session::Plan plan;
  plan.naming = naming;
  int presenters = 0;
  for (const Round& round : format.rounds) {
    session::RoundPlan one;
    one.kind = round.kind;
    one.keep = round.keep;
    one.length = std::chrono::minutes(round.minutes);
    one.turn = std::min<std::chrono::seconds>(std::chrono::seconds(round.turnSeconds), one.length);
    one.presenter = static_cast<std::uint8_t>(round.presenter);
    one.dots = static_cast<std::uint8_t>(round.dots);
    presenters = std::max(presenters, round.presenter);
    plan.rounds.push_back(one);
  }
  plan.presenters = static_cast<std::uint8_t>(presenters);
  J_CHECK(session::open(plan));
  return plan;
}

}  // namespace journal
