#include "tests/sync/hub/room_world.h"

namespace syncing::hub::test {

using session::Event;
using session::EventKind;
using session::Member;

session::Plan roomPlan(std::initializer_list<session::RoundKind> kinds, session::Naming naming) {
  session::Plan plan;
  for (const session::RoundKind kind : kinds) {
    session::RoundPlan round;
    round.kind = kind;
    round.length = std::chrono::minutes(5);
    if (kind == session::RoundKind::Votes) round.dots = 3;
    plan.rounds.push_back(round);
  }
  plan.naming = naming;
  plan.sealedWords = "sealed words";
  return plan;
}

wire::Joining joining(const std::string& name, session::Standing standing) {
  std::string token = name;
  token.resize(wire::kTokenBytes, '-');
  return {token, "sealed " + name, standing, session::DeviceKind::Phone};
}

std::string slotFor(const session::CardId& card, const std::string& words) {
  std::string slot(reinterpret_cast<const char*>(card.bytes().data()), card.bytes().size());
  slot += words;
  slot.resize(session::kSlotBytes, ' ');
  return slot;
}

RoomWorld::RoomWorld(std::unique_ptr<storage::Database> opened, const RoomLimits& theLimits)
    : world(std::move(opened)), limits(theLimits), room(RoomId::random(world.random)) {
  restart();
}

void RoomWorld::restart() {
  rooms.reset();
  auto made = Rooms::open(world.db(), world.hub->service(), world.clock, world.random, limits);
  EXPECT_OK(made);
  rooms = std::move(*made);
}

Member RoomWorld::open(const session::Plan& plan) {
  const auto member = rooms->openRoom({}, {room, plan, joining("Ada")});
  EXPECT_OK(member);
  tokens[1] = joining("Ada").token;
  return member.ok() ? *member : Member{0};
}

Member RoomWorld::come(const std::string& name, session::Standing standing) {
  const auto in = joining(name, standing);
  const auto member = rooms->join(room, in, "192.0.2.9");
  EXPECT_OK(member);
  if (!member.ok()) return 0;
  tokens[*member] = in.token;
  return *member;
}

RoomAsker RoomWorld::asker(Member member) const {
  return {room, member, tokens.at(member), "192.0.2.9"};
}

Event RoomWorld::event(EventKind kind) {
  Event event;
  event.id = id();
  event.kind = kind;
  return event;
}

journal::Result<std::uint64_t> RoomWorld::send(Member by, Event event) {
  return rooms->send(asker(by), std::move(event));
}

std::uint64_t RoomWorld::does(Member by, EventKind kind, Event rest) {
  rest.id = id();
  rest.kind = kind;
  const auto number = send(by, rest);
  EXPECT_OK(number);
  return number.ok() ? *number : 0;
}

session::CardId RoomWorld::shares(Member by, session::CardKind kind, const std::string& sealed) {
  Event card = inRound(viewOf(by).round);
  card.card = session::CardId::random(world.random);
  card.cardKind = kind;
  card.sealed = sealed;
  does(by, EventKind::Shared, card);
  return card.card;
}

journal::Result<std::uint64_t> RoomWorld::handsIn(Member by, int round,
                                                  const std::vector<std::string>& slots) {
  Event box = event(EventKind::HandedIn);
  box.round = static_cast<std::int16_t>(round);
  box.slots = slots;
  return send(by, box);
}

std::vector<Event> RoomWorld::logOf(Member member, std::uint64_t after) {
  const auto json = rooms->log(asker(member), after);
  EXPECT_OK(json);
  const auto answer = wire::readLogAnswer(json.ok() ? *json : "");
  EXPECT_OK(answer);
  return answer.ok() ? answer->events : std::vector<Event>{};
}

session::SessionView RoomWorld::viewOf(Member member) {
  const auto json = rooms->view(asker(member));
  EXPECT_OK(json);
  const auto answer = wire::readViewAnswer(json.ok() ? *json : "");
  EXPECT_OK(answer);
  return answer.ok() ? answer->view : session::SessionView{};
}

void RoomWorld::later(std::chrono::milliseconds time) {
  world.clock.advance(time);
  EXPECT_OK(rooms->tick());
}

std::int64_t RoomWorld::rowsOf(const std::string& table) {
  auto select = world.db().prepare("SELECT count(*) FROM " + table);
  EXPECT_OK(select);
  EXPECT_OK(select->step());
  return select->integer(0);
}

Event inRound(int round) {
  Event event;
  event.round = static_cast<std::int16_t>(round);
  return event;
}
Event aboutMember(Member member) {
  Event event;
  event.member = member;
  return event;
}
Event aboutCard(const session::CardId& card) {
  Event event;
  event.card = card;
  return event;
}

}  // namespace syncing::hub::test
