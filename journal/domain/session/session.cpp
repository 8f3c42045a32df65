// open(), admit(), step() and what others are sent; apply() is in apply.cpp.
#include "journal/domain/session/session.h"

#include <algorithm>

#include "journal/domain/session/rules.h"

namespace journal::session {
namespace {

using std::chrono::seconds;

bool canBeRun(const Plan& plan) {
  if (plan.rounds.empty() || plan.rounds.size() > kMostRounds) return false;
  if (plan.presenters > kMostPresenters || plan.sealedWords.size() > kMostPlanWords) return false;
  return std::all_of(plan.rounds.begin(), plan.rounds.end(), [&](const RoundPlan& round) {
    const bool dots = round.kind == RoundKind::Votes ? round.dots >= 1 && round.dots <= kMostDots
                                                     : round.dots == 0;
    return dots && round.length > seconds(0) && round.length <= kLongestRound &&
           round.turn >= seconds(0) && round.turn <= round.length &&
           round.presenter <= plan.presenters;
  });
}

bool isBoxOfWords(const Session& session) {
  return slotsIn(session, session.round) > 1;
}

/// In a session without names whatever brings or changes a card is nobody's; who is against a card
/// leaving is nobody's business in any.
bool isNobodys(const Session& session, EventKind kind) {
  if (kind == EventKind::LeaveOpposed) return true;
  if (session.plan.naming == Naming::Named) return false;
  return kind == EventKind::Shared || kind == EventKind::Reworded || kind == EventKind::Sorted;
}

/// Everybody's, sorted by their bytes, which are sealed: an order that says nothing of who handed
/// in what, and cannot be chosen.
std::vector<std::string> shuffled(const Session& session) {
  std::vector<std::string> all;
  for (const auto& [member, slots] : session.box) all.insert(all.end(), slots.begin(), slots.end());
  std::sort(all.begin(), all.end());
  return all;
}

/// A word's card may not be one that is there already, or twice in what one person hands in.
Result<void> slotsFit(const Session& session, const Event& event) {
  if (event.slots.size() != slotsIn(session, session.round))
    return refused(ErrorCode::InvalidInput, "slots", "That is not what this round gathers.");
  std::vector<CardId> ids;
  for (const std::string& slot : event.slots) {
    const CardId id = cardOfSlot(slot);
    const bool taken = session.cards.count(id) != 0 || session.gone.count(id) != 0 || id.isNil() ||
                       std::find(ids.begin(), ids.end(), id) != ids.end();
    if (slot.size() != kSlotBytes || (isBoxOfWords(session) && taken))
      return refused(ErrorCode::InvalidInput, "slot", "That is not what this round gathers.");
    ids.push_back(id);
  }
  for (const auto& [member, slots] : session.box) {
    if (member == event.by || !isBoxOfWords(session)) continue;
    for (const std::string& slot : slots) {
      if (std::find(ids.begin(), ids.end(), cardOfSlot(slot)) != ids.end())
        return refused(ErrorCode::InvalidInput, "slot id", "That is not what this round gathers.");
    }
  }
  return {};
}

}  // namespace

std::int64_t Stopwatch::leftMs(std::int64_t nowMs) const {
  const std::int64_t until = standsSinceMs.value_or(nowMs);
  return lengthMs - (until - startedMs - stoodMs);
}

Result<Session> open(const Plan& plan) {
  if (!canBeRun(plan))
    return refused(ErrorCode::InvalidInput, "plan",
                   "This plan cannot be run: every round needs a length of at most four hours, and "
                   "a session needs one to forty rounds.");
  Session session;
  session.plan = plan;
  session.presenters.assign(plan.presenters, 0);
  return session;
}

Result<Event> admit(const Session& session, Event asked) {
  if (alreadyHas(session, asked.id))
    return refused(ErrorCode::Conflict, "seen", "That has been sent before.");
  if (asked.id.isNil()) return refused(ErrorCode::InvalidInput, "no id", "That cannot be read.");
  if (asked.kind == EventKind::BoxOpened) asked.slots = shuffled(session);
  J_CHECK(permitted(session, asked));
  J_CHECK(wellFormed(session, asked));
  if (asked.kind == EventKind::HandedIn) J_CHECK(slotsFit(session, asked));
  if (isNobodys(session, asked.kind)) asked.by = 0;
  return asked;
}

Result<Session> step(Session session, const Event& event) {
  J_CHECK(apply(session, event));
  return session;
}

Event forwarded(Event event) {
  if (event.kind == EventKind::HandedIn) event.slots.clear();
  return event;
}

}  // namespace journal::session
