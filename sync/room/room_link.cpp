#include "sync/room/room_link.h"

#include "sync/wire/base64url.h"

namespace syncing::room {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

ErrorCode codeOf(int status) {
  switch (status) {
    case 401:
      return ErrorCode::Locked;
    case 404:
      return ErrorCode::NotFound;
    case 409:
      return ErrorCode::Conflict;
    case 400:
    case 413:
      return ErrorCode::InvalidInput;
    default:
      return ErrorCode::Network;
  }
}

Error refusalOf(const transport::ChannelResponse& answer) {
  Error error{codeOf(answer.status), "room answered " + std::to_string(answer.status),
              wire::readSay(answer.body)};
  if (error.advice.empty() && error.code == ErrorCode::NotFound)
    error.advice = "That room isn't open. Check the four words.";
  return error;
}

}  // namespace

RoomLink::RoomLink(std::shared_ptr<transport::Channel> channel, const wire::RoomId& room)
    : channel_(std::move(channel)), path_("/room/" + room.hex()) {}

void RoomLink::become(wire::session::Member member, std::string token) {
  authorization_ = "Room " + std::to_string(member) + "." + wire::toBase64url(token);
}

Result<std::string> RoomLink::ask(const char* method, const std::string& tail, std::string body) {
  J_TRY(auto answer, channel_->exchange({method, path_ + tail, authorization_, std::move(body)}));
  if (answer.status != 200) return refusalOf(answer);
  return std::move(answer.body);
}

Result<wire::Door> RoomLink::door() {
  J_TRY(const std::string body, ask("GET", "/door", {}));
  return wire::readDoor(body);
}
Result<wire::session::Member> RoomLink::join(const wire::Joining& joining) {
  J_TRY(const std::string body, ask("POST", "/join", wire::toJson(joining)));
  return wire::readMember(body);
}
Result<wire::LogAnswer> RoomLink::log(std::uint64_t after, int waitSeconds) {
  J_TRY(const std::string body,
        ask("GET", "/log?after=" + std::to_string(after) + "&wait=" + std::to_string(waitSeconds),
            {}));
  return wire::readLogAnswer(body);
}
Result<std::uint64_t> RoomLink::send(const wire::session::Event& event) {
  J_TRY(const std::string body, ask("POST", "/event", wire::toJson(event)));
  return wire::readNumber(body);
}
Result<std::uint64_t> RoomLink::recall(const wire::Recall& recall) {
  J_TRY(const std::string body, ask("POST", "/recall", wire::toJson(recall)));
  return wire::readNumber(body);
}

}  // namespace syncing::room
