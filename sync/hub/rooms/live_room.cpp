#include "sync/hub/rooms/live_room.h"

#include <algorithm>

namespace syncing::hub {

namespace {
constexpr std::int64_t kMinuteMs = 60'000;
}

bool MinuteCount::exceeds(int most, std::int64_t nowMs) {
  if (nowMs - sinceMs >= kMinuteMs || nowMs < sinceMs) {
    sinceMs = nowMs;
    count = 0;
  }
  if (count >= most) return true;
  ++count;
  return false;
}

journal::Result<void> LiveRoom::take(const session::Event& event, std::string json) {
  J_CHECK(session::apply(state, event));
  if (event.kind == session::EventKind::Begun) begunMs = event.atMs;
  if (event.kind == session::EventKind::Finished) finishedMs = event.atMs;
  numbers.emplace(event.id, event.number);
  logBytes += json.size();
  log.push_back(std::move(json));
  return {};
}

std::size_t LiveRoom::bytes() const {
  std::size_t total = logBytes;
  for (const auto& [member, slots] : state.box) total += slots.size() * session::kSlotBytes;
  return total;
}

session::Member LiveRoom::memberWith(const TokenHash& token) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) {
    return journal::crypto::equal(one.second.token, token);
  });
  return found == members.end() ? session::Member{0} : found->first;
}

int LiveRoom::people() const {
  return static_cast<int>(
      std::count_if(state.people.begin(), state.people.end(), [](const auto& one) {
        return !one.second.gone && one.second.standing != session::Standing::Projector;
      }));
}

bool LiveRoom::isLed() const {
  return std::any_of(state.people.begin(), state.people.end(), [](const auto& one) {
    return leadsRoom(one.second) && !one.second.gone && !one.second.away;
  });
}

TokenHash hashOfToken(std::string_view token) {
  return journal::crypto::sha256(journal::crypto::bytesOf(token));
}

bool leadsRoom(const session::Person& person) {
  return person.standing == session::Standing::Facilitator ||
         person.standing == session::Standing::CoFacilitator;
}

}  // namespace syncing::hub
