#include "journal/domain/session_format.h"

#include <algorithm>

#include "journal/domain/session/session.h"

namespace journal {

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
  session::Plan plan;
  plan.naming = naming;
  int presenters = 0;
  for (const Round& round : format.rounds) {
    session::RoundPlan one;
    one.kind = round.kind;
    one.keep = round.keep;
    one.length = std::chrono::minutes(round.minutes);
    one.turn = std::min<std::chrono::seconds>(std::chrono::seconds(round.turnSeconds), one.length);
    const bool numbers = round.presenter >= 0 && round.presenter <= session::kMostPresenters &&
                         round.dots >= 0 && round.dots <= session::kMostDots;
    if (!numbers)
      return Error{ErrorCode::InvalidInput, "round's numbers",
                   "A round has a presenter or a number of dots that cannot be."};
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
