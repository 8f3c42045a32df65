#include "journal/domain/group_session.h"

#include <algorithm>

#include "journal/domain/retention.h"

namespace journal {
namespace {

constexpr std::int32_t kDaysToStrike = 7;

/// The rest of an id tells one version of a record from the other.
constexpr std::size_t kRecordBytes = 12;

/// What both have; done where either says so.
std::vector<KeptCard> inBoth(const std::vector<KeptCard>& one, std::vector<KeptCard> other) {
  std::vector<KeptCard> both;
  for (const KeptCard& card : one) {
    const auto same = std::find_if(other.begin(), other.end(), [&](KeptCard there) {
      there.done = card.done;
      return there == card;
    });
    if (same == other.end()) continue;
    both.push_back(card);
    both.back().done = card.done || same->done;
    other.erase(same);
  }
  return both;
}

}  // namespace

bool isTheGroups(const KeptCard& card) {
  const bool kept = card.keep == session::Keep::Group || card.keep == session::Keep::Themes;
  return kept && card.kind != session::CardKind::Moment && card.kind != session::CardKind::Word;
}

bool isTheGroups(const GroupSession& held, const KeptCard& card) {
  return held.led && isTheGroups(card);
}

bool mayStrike(const GroupSession& held, const KeptCard& card, LocalDate today) {
  return card.own || !isTheGroups(held, card) || today <= strikeUntil(held.day);
}

GroupSessionId goesOnAs(GroupSessionId id, Random& random) {
  GroupSessionId::Bytes bytes = GroupSessionId::random(random).bytes();
  const auto same = recordBytes(id);
  std::copy(same.begin(), same.end(), bytes.begin());
  return GroupSessionId::fromBytes(bytes);
}

std::span<const std::uint8_t> recordBytes(const GroupSessionId& id) {
  return std::span(id.bytes()).first(kRecordBytes);
}

bool sameRecord(GroupSessionId one, GroupSessionId other) {
  const auto a = recordBytes(one);
  const auto b = recordBytes(other);
  return std::equal(a.begin(), a.end(), b.begin());
}

std::vector<GroupSession> withRecordsJoined(std::vector<GroupSession> sessions) {
  std::sort(sessions.begin(), sessions.end(),
            [](const GroupSession& a, const GroupSession& b) { return a.id < b.id; });
  std::vector<GroupSession> joined;
  for (GroupSession& one : sessions) {
    if (joined.empty() || !sameRecord(joined.back().id, one.id)) {
      joined.push_back(std::move(one));
    } else {
      joined.back().cards = inBoth(joined.back().cards, std::move(one.cards));
    }
  }
  return joined;
}

LocalDate strikeUntil(LocalDate heldOn) {
  return dateFromDayNumber(dayNumber(heldOn) + kDaysToStrike);
}

LocalDate recordEnds(LocalDate heldOn) {
  return keptUntil(KeepingSchedule(), KeptKind::GroupRecord, heldOn);
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
