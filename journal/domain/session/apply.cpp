// What an event of the log changes: apply() of session.h, and what it must look like first.
#include <algorithm>
#include <cstdlib>

#include "journal/domain/session/rules.h"

namespace journal::session {
namespace {

constexpr std::int32_t kMostSeconds = 60 * 60;

bool ofSlotSize(const std::string& slot) {
  return slot.size() == kSlotBytes;
}

/// Time that stands still at `at`, unless it does already.
void stand(Stopwatch& clock, std::int64_t at) {
  if (!clock.standsSinceMs) clock.standsSinceMs = at;
}
void goOn(Stopwatch& clock, std::int64_t at) {
  if (clock.standsSinceMs) clock.stoodMs += std::max<std::int64_t>(at - *clock.standsSinceMs, 0);
  clock.standsSinceMs.reset();
}
Stopwatch from(std::int64_t at, std::chrono::seconds length, bool stands) {
  Stopwatch clock;
  clock.startedMs = at;
  clock.lengthMs = std::chrono::duration_cast<std::chrono::milliseconds>(length).count();
  if (stands) clock.standsSinceMs = at;
  return clock;
}

void giveFloor(Session& session, Member to, std::int64_t at) {
  if (session.floor != 0) {
    const Stopwatch& turn = session.turnClock;
    const std::int64_t spoke = turn.standsSinceMs.value_or(at) - turn.startedMs - turn.stoodMs;
    session.people.at(session.floor).airtimeMs += std::max<std::int64_t>(spoke, 0);
    session.spoken.insert(session.floor);
  }
  session.floor = to;
  const RoundPlan* round = currentRound(session);
  session.turnClock =
      from(at, round == nullptr ? std::chrono::seconds(0) : round->turn, session.pause.has_value());
}

void enter(Session& session, int round, std::int64_t at) {
  giveFloor(session, 0, at);
  session.phase = Phase::Running;
  session.round = round;
  session.spoken.clear();
  session.box.clear();
  // Going back to a vote is voting again; words that came out once are out.
  if (hasBox(session, round) && slotsIn(session, round) == 1) session.opened.erase(round);
  const RoundPlan& plan = session.plan.rounds[static_cast<std::size_t>(round)];
  session.roundClock = from(at, plan.length, session.pause.has_value());
  for (auto& [number, person] : session.people) {
    person.activity = Activity::Thinking;
    person.hand = false;
  }
  const Member presenter = presenterNow(session);
  if (inRoom(session, presenter)) giveFloor(session, presenter, at);
}

void pauseAll(Session& session, PauseCause cause, std::int64_t at) {
  if (!session.pause) session.pausedMs = at;
  session.pause = cause;
  stand(session.roundClock, at);
  stand(session.turnClock, at);
}
void resumeAll(Session& session, std::int64_t at) {
  session.pause.reset();
  goOn(session.roundClock, at);
  goOn(session.turnClock, at);
}

void lengthen(Session& session, const Event& event) {
  Stopwatch& clock = event.turn ? session.turnClock : session.roundClock;
  clock.lengthMs = std::max<std::int64_t>(clock.lengthMs + std::int64_t{event.seconds} * 1000, 0);
}

void take(Session& session, const CardId& id) {
  session.cards.erase(id);
  session.opposed.erase(id);
  session.gone.insert(id);
  for (auto& [other, card] : session.cards) {
    if (card.under == id) card.under = {};
  }
}

void leave(Session& session, Member member, std::int64_t at) {
  if (session.floor == member) giveFloor(session, 0, at);
  Person& person = session.people.at(member);
  person.gone = true;
  person.away = false;
  person.hand = false;
}

void join(Session& session, const Event& event) {
  Person& person = session.people[event.member];
  person.number = event.member;
  if (!person.gone) person.standing = event.standing;
  person.device = event.device;
  person.sealedName = event.sealed;
  person.gone = false;
  person.away = false;
}

void share(Session& session, const Event& event) {
  Card card;
  card.id = event.card;
  card.kind = event.cardKind;
  card.by = event.by;
  card.to = event.to;
  card.round = static_cast<std::int16_t>(session.round);
  card.order = event.number;
  card.sealed = event.sealed;
  card.under = event.under;
  session.cards.emplace(card.id, std::move(card));
}

void openBox(Session& session, const Event& event) {
  session.opened[session.round] = event.slots;
  const bool words = slotsIn(session, session.round) > 1;
  std::uint64_t place = 0;
  for (const std::string& slot : event.slots) {
    if (!words) break;
    Card card;
    card.id = cardOfSlot(slot);
    card.round = static_cast<std::int16_t>(session.round);
    card.order = place++;
    card.sealed = slot.substr(kCardIdBytes);
    session.cards.emplace(card.id, std::move(card));
  }
  session.box.clear();
}

void finish(Session& session, std::int64_t at) {
  giveFloor(session, 0, at);
  session.phase = Phase::Finished;
  session.pause.reset();
  stand(session.roundClock, at);
  session.box.clear();
  for (auto& [number, person] : session.people) {
    person.airtimeMs = 0;
    person.hand = false;
  }
}

void passFloor(Session& session, std::int64_t at) {
  const auto next = turnsAfter(session, session.floor);
  const RoundPlan* round = currentRound(session);
  const bool inTurn = round != nullptr && round->turn.count() > 0 && !next.empty();
  giveFloor(session, inTurn ? next.front() : 0, at);
}

void presents(Session& session, const Event& event) {
  for (Member& one : session.presenters) {
    if (one == event.member) one = 0;
  }
  session.presenters[static_cast<std::size_t>(event.count) - 1] = event.member;
  if (presenterNow(session) == event.member && session.floor != event.member)
    giveFloor(session, event.member, event.atMs);
}

void putOut(Session& session, const Event& event) {
  session.people.at(event.member).putOut = true;
  leave(session, event.member, event.atMs);
}

void tickLeave(Session& session, const Event& event) {
  session.cards.at(event.card).leaves = event.on;
  session.opposed.erase(event.card);
}

void sortCard(Session& session, const Event& event) {
  Card& card = session.cards.at(event.card);
  card.under = event.under;
  card.place = event.count;
}

void changeCard(Session& session, const Event& event) {
  switch (event.kind) {
    case EventKind::Recalled:
    case EventKind::Withdrawn:
    case EventKind::CardTaken:
      return take(session, event.card);
    case EventKind::LeaveTicked:
      return tickLeave(session, event);
    case EventKind::LeaveOpposed:
      session.opposed.insert(event.card);
      return;
    case EventKind::Shared:
      return share(session, event);
    case EventKind::Reworded:
      session.cards.at(event.card).sealed = event.sealed;
      return;
    case EventKind::Kept:
      session.cards.at(event.card).kept = event.on;
      return;
    case EventKind::Sorted:
      return sortCard(session, event);
    default:
      return;
  }
}

void changePerson(Session& session, const Event& event) {
  switch (event.kind) {
    case EventKind::Joined:
      return join(session, event);
    case EventKind::Away:
      session.people.at(event.member).away = true;
      return;
    case EventKind::Back:
      session.people.at(event.member).away = false;
      return;
    case EventKind::Promoted:
      session.people.at(event.member).standing = Standing::CoFacilitator;
      return;
    case EventKind::PutOut:
      return putOut(session, event);
    case EventKind::Presents:
      return presents(session, event);
    case EventKind::Agreed:
      session.people.at(event.by).agreed = true;
      return;
    case EventKind::Left:
      return leave(session, event.by, event.atMs);
    case EventKind::ActivityIs:
      session.people.at(event.by).activity = event.activity;
      return;
    case EventKind::HandRaised:
      session.people.at(event.by).hand = event.on;
      return;
    default:
      return;
  }
}

void changeCourse(Session& session, const Event& event) {
  const std::int64_t at = event.atMs;
  switch (event.kind) {
    case EventKind::BoxOpened:
      return openBox(session, event);
    case EventKind::Begun:
      return enter(session, 0, at);
    case EventKind::MovedTo:
      return enter(session, event.round, at);
    case EventKind::Paused:
      return pauseAll(session, event.cause, at);
    case EventKind::Resumed:
      return resumeAll(session, at);
    case EventKind::Lengthened:
      return lengthen(session, event);
    case EventKind::FloorGiven:
      return giveFloor(session, event.member, at);
    case EventKind::FloorPassed:
      return passFloor(session, at);
    case EventKind::PairsDrawn:
      session.pairsTurned = event.count;
      return;
    case EventKind::DoorSet:
      session.doorOpen = event.on;
      return;
    case EventKind::HandedIn:
      session.box[event.by] = event.slots;
      return;
    case EventKind::Finished:
      return finish(session, at);
    default:
      return;
  }
}

bool isOrdered(const std::vector<std::string>& slots) {
  return std::is_sorted(slots.begin(), slots.end());
}

}  // namespace

Result<void> wellFormed(const Session& session, const Event& event) {
  const auto bad = [](const char* why) {
    return Result<void>(refused(ErrorCode::InvalidInput, why, "That cannot be read."));
  };
  const bool words = event.kind == EventKind::Shared || event.kind == EventKind::Reworded ||
                     event.kind == EventKind::Joined;
  if (event.sealed.size() > kMostSealed) return bad("sealed too long");
  if (words == event.sealed.empty()) return bad("sealed");
  if (event.kind == EventKind::Shared && event.card.isNil()) return bad("card id");
  if (std::abs(event.seconds) > kMostSeconds) return bad("seconds");
  const auto most = static_cast<std::int32_t>(kMostCards);
  if (event.count < 0 || event.count > most) return bad("count");
  const bool boxed = event.kind == EventKind::BoxOpened || event.kind == EventKind::HandedIn;
  if (!boxed && !event.slots.empty()) return bad("slots");
  if (!std::all_of(event.slots.begin(), event.slots.end(), ofSlotSize)) return bad("slot size");
  if (event.kind != EventKind::BoxOpened) return {};
  const std::size_t each = slotsIn(session, session.round);
  if (event.slots.size() != session.box.size() * each || !isOrdered(event.slots))
    return bad("what came out is not what went in");
  return {};
}

Result<void> apply(Session& session, const Event& event) {
  if (event.number <= session.newest && alreadyHas(session, event.id)) return {};
  if (event.number != session.newest + 1)
    return refused(ErrorCode::Conflict, "gap in the log", "Something is missing in between.");
  if (alreadyHas(session, event.id))
    return refused(ErrorCode::Corrupt, "event twice", "The session's log cannot be right.");
  J_CHECK(permitted(session, event));
  J_CHECK(wellFormed(session, event));
  changePerson(session, event);
  changeCard(session, event);
  changeCourse(session, event);
  session.seen.insert(event.id);
  session.newest = event.number;
  session.newestMs = event.atMs;
  return {};
}

}  // namespace journal::session
