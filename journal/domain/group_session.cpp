#include "journal/domain/group_session.h"

#include <algorithm>

namespace journal {
namespace {

constexpr std::int32_t kDaysToStrike = 7;

}  // namespace

LocalDate strikeUntil(LocalDate heldOn) {
  return dateFromDayNumber(dayNumber(heldOn) + kDaysToStrike);
}

LocalDate recordEnds(LocalDate heldOn) {
  const bool autumn = static_cast<unsigned>(heldOn.month()) >= 9;
  const int schoolYear = static_cast<int>(heldOn.year()) - (autumn ? 0 : 1);
  return LocalDate{std::chrono::year(schoolYear + 2), std::chrono::August, std::chrono::day(31)};
}

bool isPlanned(const GroupSession& group) {
  return group.state == GroupSessionState::Planned || group.state == GroupSessionState::Unready;
}

std::vector<KeptCard> openActions(const std::vector<GroupSession>& sessions, std::string_view title,
                                  LocalDate day) {
  const GroupSession* last = nullptr;
  for (const GroupSession& one : sessions) {
    const bool before = one.state == GroupSessionState::Held && one.title == title && one.day < day;
    if (before && (last == nullptr || last->day < one.day)) last = &one;
  }
  std::vector<KeptCard> actions;
  if (last == nullptr) return actions;
  std::copy_if(
      last->cards.begin(), last->cards.end(), std::back_inserter(actions),
      [](const KeptCard& card) { return card.kind == session::CardKind::Action && !card.done; });
  return actions;
}

}  // namespace journal
