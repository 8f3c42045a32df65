// Events and plans as JSON.
#include "sync/wire/room_json.h"
#include "sync/wire/room_messages.h"

namespace syncing::wire::room {

using session::Event;
using session::Plan;
using session::RoundPlan;

template <class Fields>
void describe(Fields& field, const RoundPlan*) {
  field.always("kind", &RoundPlan::kind);
  field("length", &RoundPlan::length);
  field("turn", &RoundPlan::turn);
  field("presenter", &RoundPlan::presenter);
  field.always("keep", &RoundPlan::keep);
  field("dots", &RoundPlan::dots);
}

template <class Fields>
void describe(Fields& field, const Plan*) {
  field.always("rounds", &Plan::rounds, session::kMostRounds);
  field.always("naming", &Plan::naming);
  field("presenters", &Plan::presenters);
  field("words", &Plan::sealedWords, session::kMostPlanWords);
}

template <class Fields>
void describe(Fields& field, const Event*) {
  field("number", &Event::number);
  field("at", &Event::atMs);
  field("by", &Event::by);
  field.always("id", &Event::id);
  field.always("kind", &Event::kind);
  field("round", &Event::round);
  field("member", &Event::member);
  field("standing", &Event::standing);
  field("device", &Event::device);
  field("activity", &Event::activity);
  field("cause", &Event::cause);
  field("cardKind", &Event::cardKind);
  field("card", &Event::card);
  field("under", &Event::under);
  field("to", &Event::to);
  field("count", &Event::count);
  field("seconds", &Event::seconds);
  field("turn", &Event::turn);
  field("on", &Event::on);
  field("sealed", &Event::sealed, session::kMostSealed);
  // As many as come out of a box; what one member may hand in is the state machine's to say.
  field("slots", &Event::slots, session::kMostMembers * session::kSlotsAMember,
        session::kSlotBytes);
}

Json jsonOf(const Plan& plan) {
  return writeFields(plan);
}
bool take(const Json& json, Plan& into, std::size_t) {
  return readFields(json, into);
}
Json jsonOf(const Event& event) {
  return writeFields(event);
}
bool take(const Json& json, Event& into, std::size_t) {
  return readFields(json, into);
}

}  // namespace syncing::wire::room

namespace syncing::wire {

std::string toJson(const session::Plan& plan) {
  return room::textOf(room::jsonOf(plan));
}
journal::Result<session::Plan> readPlan(std::string_view json) {
  return room::readMessage<session::Plan>(json, "plan of a session");
}
std::string toJson(const session::Event& event) {
  return room::textOf(room::jsonOf(event));
}
journal::Result<session::Event> readEvent(std::string_view json) {
  return room::readMessage<session::Event>(json, "event of a room");
}

}  // namespace syncing::wire
