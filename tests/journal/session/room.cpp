#include "tests/journal/session/room.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace tests {
namespace {

template <class Id>
Id idFrom(std::uint64_t n) {
  typename Id::Bytes bytes{};
  std::memcpy(bytes.data(), &n, sizeof n);
  bytes[15] = 1;
  return Id::fromBytes(bytes);
}

std::uint64_t nextNumber = 1;

RoundPlan roundOf(RoundKind kind) {
  RoundPlan round;
  round.kind = kind;
  round.length = std::chrono::minutes(6);
  if (kind == RoundKind::Turns) round.turn = std::chrono::minutes(2);
  if (kind == RoundKind::Telling || kind == RoundKind::Questions) round.presenter = 1;
  if (kind == RoundKind::Votes) round.dots = 3;
  return round;
}

}  // namespace

EventId eventId(std::uint64_t n) {
  return idFrom<EventId>(n);
}
CardId cardId(std::uint64_t n) {
  return idFrom<CardId>(n);
}

CardId cardOfWords(const std::string& words) {
  return cardId(std::hash<std::string>{}(words));
}

std::string slotOf(const std::string& words) {
  std::string slot(kSlotBytes, ' ');
  const auto id = cardOfWords(words);
  std::copy(id.bytes().begin(), id.bytes().end(), slot.begin());
  std::copy(words.begin(), words.end(), slot.begin() + kCardIdBytes);
  return slot;
}

bool mayDo(const SessionView& view, Deed deed) {
  return std::find(view.may.begin(), view.may.end(), deed) != view.may.end();
}
const SeenCard* cardIn(const SessionView& view, const CardId& id) {
  const auto found = std::find_if(view.cards.begin(), view.cards.end(),
                                  [&](const SeenCard& card) { return card.id == id; });
  return found == view.cards.end() ? nullptr : &*found;
}
const SeenPerson* personIn(const SessionView& view, Member number) {
  const auto found = std::find_if(view.people.begin(), view.people.end(),
                                  [&](const SeenPerson& one) { return one.number == number; });
  return found == view.people.end() ? nullptr : &*found;
}

Plan planOf(std::initializer_list<RoundKind> kinds, Naming naming) {
  Plan plan;
  plan.naming = naming;
  plan.presenters = 1;
  for (const RoundKind kind : kinds) plan.rounds.push_back(roundOf(kind));
  return plan;
}

Plan everyKind(Naming naming) {
  Plan plan = planOf({}, naming);
  for (int kind = 0; kind <= static_cast<int>(RoundKind::Close); ++kind)
    plan.rounds.push_back(roundOf(static_cast<RoundKind>(kind)));
  return plan;
}

Room::Room(Plan plan) : session(open(plan).value()) {}

void Room::commit(Event event) {
  event.number = session.newest + 1;
  event.atMs = nowMs;
  const auto applied = apply(session, event);
  if (!applied.ok()) std::abort();  // what was admitted can be applied
  log.push_back(forwarded(std::move(event)));
}

Member Room::join(Standing standing) {
  Event event;
  event.kind = EventKind::Joined;
  event.member = static_cast<Member>(session.people.size() + 1);
  event.standing = event.member == 1 ? Standing::Facilitator : standing;
  event.sealed = "sealed name";
  event.id = eventId(nextNumber++);
  commit(event);
  return event.member;
}

std::optional<journal::ErrorCode> Room::send(Event event) {
  if (event.id.isNil()) event.id = eventId(nextNumber++);
  auto admitted = admit(session, std::move(event));
  if (!admitted.ok()) return admitted.error().code;
  commit(std::move(*admitted));
  return std::nullopt;
}

std::optional<journal::ErrorCode> Room::does(Member who, EventKind kind, Event rest) {
  rest.by = who;
  rest.kind = kind;
  if (rest.round < 0) rest.round = static_cast<std::int16_t>(session.round);
  return send(std::move(rest));
}

void Room::happens(EventKind kind, Event rest) {
  rest.by = 0;
  rest.kind = kind;
  rest.id = eventId(nextNumber++);
  commit(std::move(rest));
}

CardId Room::shares(Member who, CardKind kind, const std::string& sealed, Member to) {
  Event event;
  event.card = cardId(nextNumber++);
  event.cardKind = kind;
  event.sealed = sealed;
  event.to = to;
  const CardId card = event.card;
  return does(who, EventKind::Shared, std::move(event)) ? CardId{} : card;
}

std::optional<journal::ErrorCode> Room::handsIn(Member who, const std::vector<std::string>& words) {
  Event event;
  for (const std::string& one : words) event.slots.push_back(slotOf(one));
  return does(who, EventKind::HandedIn, std::move(event));
}

std::optional<journal::ErrorCode> Room::movesTo(Member who, int round) {
  Event event;
  event.round = static_cast<std::int16_t>(round);
  return does(who, EventKind::MovedTo, std::move(event));
}

}  // namespace tests
