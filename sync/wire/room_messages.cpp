// What is said at a room's door and beside its events, as JSON.
#include "sync/wire/room_messages.h"

#include "sync/wire/room_json.h"

namespace syncing::wire::room {

namespace {

struct MemberAnswer {
  session::Member member = 0;
};
struct NumberAnswer {
  std::uint64_t number = 0;
};

constexpr std::size_t kMostEventsAnAnswer = 1'000'000;
constexpr std::size_t kMostSay = 500;  ///< bytes of a sentence that is shown

}  // namespace

template <class Fields>
void describe(Fields& field, const Joining*) {
  field.always("token", &Joining::token, kTokenBytes);
  field("name", &Joining::sealedName, kMostNameInARoom);
  field.always("standing", &Joining::standing);
  field.always("device", &Joining::device);
}

template <class Fields>
void describe(Fields& field, const RoomOpening*) {
  field.always("room", &RoomOpening::room);
  field.always("plan", &RoomOpening::plan);
  field.always("facilitator", &RoomOpening::facilitator);
}

template <class Fields>
void describe(Fields& field, const Door*) {
  field.always("phase", &Door::phase);
  field.always("open", &Door::open);
  field.always("plan", &Door::plan);
  field.always("people", &Door::people);
}

template <class Fields>
void describe(Fields& field, const LogAnswer*) {
  field.always("now", &LogAnswer::nowMs);
  field.always("events", &LogAnswer::events, kMostEventsAnAnswer);
}

template <class Fields>
void describe(Fields& field, const Recall*) {
  field.always("id", &Recall::id);
  field.always("card", &Recall::card);
  field.always("secret", &Recall::secret, kMostSecret);
}

template <class Fields>
void describe(Fields& field, const MemberAnswer*) {
  field.always("member", &MemberAnswer::member);
}

template <class Fields>
void describe(Fields& field, const NumberAnswer*) {
  field.always("number", &NumberAnswer::number);
}

}  // namespace syncing::wire::room

namespace syncing::wire {

using journal::Result;

std::string toJson(const Joining& joining) {
  return room::textOf(room::jsonOf(joining));
}
Result<Joining> readJoining(std::string_view json) {
  return room::readMessage<Joining>(json, "joining a room");
}
std::string toJson(const RoomOpening& opening) {
  return room::textOf(room::jsonOf(opening));
}
Result<RoomOpening> readRoomOpening(std::string_view json) {
  return room::readMessage<RoomOpening>(json, "opening a room");
}
std::string toJson(const Door& door) {
  return room::textOf(room::jsonOf(door));
}
Result<Door> readDoor(std::string_view json) {
  return room::readMessage<Door>(json, "door of a room");
}
std::string toJson(const LogAnswer& answer) {
  return room::textOf(room::jsonOf(answer));
}
Result<LogAnswer> readLogAnswer(std::string_view json) {
  return room::readMessage<LogAnswer>(json, "log of a room");
}
std::string toJson(const Recall& recall) {
  return room::textOf(room::jsonOf(recall));
}
Result<Recall> readRecall(std::string_view json) {
  return room::readMessage<Recall>(json, "recall of a card");
}

std::string logJson(std::int64_t nowMs, std::span<const std::string> events) {
  std::string out = "{\"events\":[";
  for (const std::string& event : events) {
    if (&event != events.data()) out += ',';
    out += event;
  }
  return out + "],\"now\":" + std::to_string(nowMs) + "}";
}

std::string memberJson(session::Member member) {
  return room::textOf(room::jsonOf(room::MemberAnswer{member}));
}
Result<session::Member> readMember(std::string_view json) {
  J_TRY(const auto answer, room::readMessage<room::MemberAnswer>(json, "member of a room"));
  return answer.member;
}
std::string numberJson(std::uint64_t number) {
  return room::textOf(room::jsonOf(room::NumberAnswer{number}));
}
Result<std::uint64_t> readNumber(std::string_view json) {
  J_TRY(const auto answer, room::readMessage<room::NumberAnswer>(json, "number of an event"));
  return answer.number;
}

std::string sayJson(std::string_view sentence) {
  return room::textOf(room::Json{{"say", std::string(sentence)}});
}
std::string readSay(std::string_view json) {
  const auto parsed = room::parseObject(json);
  if (!parsed) return {};
  const auto found = parsed->find("say");
  if (found == parsed->end() || !found->is_string()) return {};
  auto sentence = found->get<std::string>();
  return sentence.size() <= room::kMostSay ? sentence : std::string();
}

}  // namespace syncing::wire
