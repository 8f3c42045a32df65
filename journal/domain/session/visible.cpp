#include "journal/domain/session/visible.h"

#include <algorithm>

#include "journal/domain/session/rules.h"

namespace journal::session {
namespace {

constexpr std::size_t kNextShown = 3;

/// Round-robin: the first keeps their seat, the others turn against each other.
std::map<Member, Member> pairsOf(const Session& session) {
  std::vector<Member> people;
  for (const Member one : seats(session)) {
    if (!leads(session, one) && !session.people.at(one).away) people.push_back(one);
  }
  std::map<Member, Member> with;
  if (people.size() < 2) return with;
  const auto turn = static_cast<std::size_t>(session.pairsTurned) % (people.size() - 1);
  std::rotate(people.begin() + 1, people.begin() + 1 + static_cast<std::ptrdiff_t>(turn),
              people.end());
  const std::size_t half = people.size() / 2;
  for (std::size_t at = 0; at < half; ++at) {
    const Member other = people[people.size() - 1 - at];
    with[people[at]] = other;
    with[other] = people[at];
  }
  if (people.size() % 2 == 1) with[people[half]] = people.front();
  return with;
}

/// Live only, and only against each other: no numbers (ADDENDUM 9).
std::map<Member, int> airtimes(const Session& session, std::int64_t nowMs) {
  std::map<Member, std::int64_t> spoke;
  for (const auto& [number, person] : session.people) spoke[number] = person.airtimeMs;
  if (session.floor != 0) {
    const Stopwatch& turn = session.turnClock;
    spoke[session.floor] += turn.standsSinceMs.value_or(nowMs) - turn.startedMs - turn.stoodMs;
  }
  std::int64_t longest = 1;
  for (const auto& [number, ms] : spoke) longest = std::max(longest, ms);
  std::map<Member, int> shares;
  for (const auto& [number, ms] : spoke)
    shares[number] = static_cast<int>(std::max<std::int64_t>(ms, 0) * 100 / longest);
  return shares;
}

std::vector<SeenPerson> seenPeople(const Session& session, std::int64_t nowMs) {
  const RoundPlan* round = currentRound(session);
  const auto pairs = round != nullptr && round->kind == RoundKind::Pairs
                         ? pairsOf(session)
                         : std::map<Member, Member>{};
  const auto airtime =
      session.phase == Phase::Running ? airtimes(session, nowMs) : std::map<Member, int>{};
  std::vector<SeenPerson> people;
  for (const Member number : seats(session)) {
    const Person& person = session.people.at(number);
    SeenPerson seen;
    seen.number = number;
    seen.standing = person.standing;
    seen.device = person.device;
    seen.sealedName = person.sealedName;
    seen.away = person.away;
    seen.agreed = person.agreed;
    seen.hand = person.hand;
    seen.activity = person.activity;
    seen.hasFloor = session.floor == number;
    const auto presents = std::find(session.presenters.begin(), session.presenters.end(), number);
    if (presents != session.presenters.end())
      seen.presents = static_cast<int>(presents - session.presenters.begin()) + 1;
    if (const auto pair = pairs.find(number); pair != pairs.end()) seen.pairedWith = pair->second;
    seen.handedIn = session.box.count(number) != 0;
    if (const auto share = airtime.find(number); share != airtime.end())
      seen.airtime = share->second;
    people.push_back(std::move(seen));
  }
  return people;
}

std::vector<SeenCard> seenCards(const Session& session) {
  std::vector<const Card*> order;
  for (const auto& [id, card] : session.cards) order.push_back(&card);
  const auto rank = [](const Card* card) {
    return std::tuple(card->kind == CardKind::Theme ? 0 : 1, card->place, card->round, card->order,
                      card->id);
  };
  std::sort(order.begin(), order.end(),
            [&](const Card* a, const Card* b) { return rank(a) < rank(b); });
  std::vector<SeenCard> cards;
  for (const Card* card : order) {
    const bool opposed = session.opposed.count(card->id) != 0;
    cards.push_back({card->id, card->kind, card->by, card->to, card->round, card->sealed,
                     card->under, card->place, card->kept, card->leaves && !opposed, opposed});
  }
  return cards;
}

/// The last vote that was opened, until the group votes again.
std::vector<std::string> lastBallots(const Session& session) {
  for (auto box = session.opened.rbegin(); box != session.opened.rend(); ++box) {
    if (slotsIn(session, box->first) == 1) return box->second;
  }
  return {};
}

SeenClock seenClock(const Stopwatch& clock, std::int64_t nowMs) {
  if (clock.lengthMs == 0) return {};
  return {clock.leftMs(nowMs), clock.lengthMs, clock.standsSinceMs.has_value()};
}

Event asking(const Session& session, Member person, EventKind kind) {
  Event event;
  event.by = person;
  event.kind = kind;
  event.round = static_cast<std::int16_t>(session.round);
  return event;
}

/// Whether there is a card with which this would be allowed.
bool withSomeCard(const Session& session, Event event) {
  return std::any_of(session.cards.begin(), session.cards.end(), [&](const auto& entry) {
    event.card = entry.first;
    return permitted(session, event).ok();
  });
}
bool withSomebody(const Session& session, Event event) {
  return std::any_of(session.people.begin(), session.people.end(), [&](const auto& entry) {
    event.member = entry.first;
    return permitted(session, event).ok();
  });
}

Event moving(const Session& session, Member person, int by) {
  Event event = asking(session, person, EventKind::MovedTo);
  event.round = static_cast<std::int16_t>(session.round + by);
  return event;
}

EventKind kindOf(Deed deed) {
  switch (deed) {
    case Deed::Begin:
      return EventKind::Begun;
    case Deed::MoveOn:
    case Deed::MoveBack:
      return EventKind::MovedTo;
    case Deed::Pause:
      return EventKind::Paused;
    case Deed::Resume:
      return EventKind::Resumed;
    case Deed::Lengthen:
      return EventKind::Lengthened;
    case Deed::GiveFloor:
      return EventKind::FloorGiven;
    case Deed::PassFloor:
      return EventKind::FloorPassed;
    case Deed::RaiseHand:
      return EventKind::HandRaised;
    case Deed::Agree:
      return EventKind::Agreed;
    case Deed::HandIn:
      return EventKind::HandedIn;
    case Deed::OpenBox:
      return EventKind::BoxOpened;
    case Deed::Sort:
      return EventKind::Sorted;
    case Deed::TickLeave:
      return EventKind::LeaveTicked;
    case Deed::OpposeLeave:
      return EventKind::LeaveOpposed;
    case Deed::TakeCard:
      return EventKind::CardTaken;
    case Deed::PutOut:
      return EventKind::PutOut;
    case Deed::Promote:
      return EventKind::Promoted;
    default:
      return EventKind::Finished;
  }
}

/// Whose shares in this round, besides what the round takes.
bool isTheirs(const Session& session, Member person, CardKind kind) {
  const RoundPlan* round = currentRound(session);
  if (round == nullptr) return true;
  const bool tells = round->kind == RoundKind::Turns || round->kind == RoundKind::Telling;
  if (tells) return person == session.floor || leads(session, person);
  if (round->kind == RoundKind::Questions && kind == CardKind::Question)
    return person != session.floor;
  return true;
}

}  // namespace

std::vector<CardKind> mayShare(const Session& session, Member person) {
  if (!inRoom(session, person) || session.people.at(person).standing == Standing::Projector)
    return {};
  std::vector<CardKind> kinds = kindsTaken(session.plan, session.round, session.phase);
  kinds.erase(std::remove_if(kinds.begin(), kinds.end(),
                             [&](CardKind kind) { return !isTheirs(session, person, kind); }),
              kinds.end());
  return kinds;
}

bool may(const Session& session, Member person, Deed deed) {
  if (!inRoom(session, person)) return false;
  const Event event = asking(session, person, kindOf(deed));
  switch (deed) {
    case Deed::MoveOn:
      return permitted(session, moving(session, person, 1)).ok();
    case Deed::MoveBack:
      return permitted(session, moving(session, person, -1)).ok();
    case Deed::Share:
      return !mayShare(session, person).empty();
    case Deed::Sort:
    case Deed::TickLeave:
    case Deed::OpposeLeave:
    case Deed::TakeCard:
      return withSomeCard(session, event);
    case Deed::PutOut:
    case Deed::Promote:
      return withSomebody(session, event);
    case Deed::Agree:
      return !session.people.at(person).agreed && permitted(session, event).ok();
    case Deed::kCount:
      return false;
    default:
      return permitted(session, event).ok();
  }
}

SessionView visibleTo(Member person, const Session& session, std::int64_t nowMs) {
  SessionView view;
  if (!inRoom(session, person)) return view;
  view.phase = session.phase;
  view.round = session.round;
  view.pause = session.pause;
  view.doorOpen = session.doorOpen;
  view.you = person;
  view.floor = session.floor;
  const RoundPlan* round = currentRound(session);
  if (round != nullptr && round->turn.count() > 0 && round->presenter == 0) {
    view.next = turnsAfter(session, session.floor);
    if (view.next.size() > kNextShown) view.next.resize(kNextShown);
  }
  if (session.phase == Phase::Running) {
    view.roundClock = seenClock(session.roundClock, nowMs);
    if (session.floor != 0) view.turnClock = seenClock(session.turnClock, nowMs);
  }
  view.people = seenPeople(session, nowMs);
  view.cards = seenCards(session);
  view.ballots = lastBallots(session);
  view.boxOpen = session.opened.count(session.round) != 0 && hasBox(session, session.round);
  for (int at = 0; at < static_cast<int>(Deed::kCount); ++at) {
    if (may(session, person, static_cast<Deed>(at))) view.may.push_back(static_cast<Deed>(at));
  }
  return view;
}

}  // namespace journal::session
