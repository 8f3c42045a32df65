#include "sync/hub/room_desk.h"

#include <algorithm>
#include <charconv>

#include "sync/wire/base64url.h"
#include "sync/wire/room_messages.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using std::chrono::milliseconds;

namespace {

constexpr std::string_view kRoomScheme = "Room ";
constexpr std::string_view kJson = "application/json";

/// What is asked of a room, and what is said when there is no better sentence.
struct Refusal {
  int status;
  const char* say;
};
Refusal refusalOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::InvalidInput:
      return {400, "That cannot be read."};
    case ErrorCode::Locked:
      return {401, "You are not in this session."};
    case ErrorCode::NotFound:
      return {404, "There is no such session."};
    case ErrorCode::Conflict:
      return {409, "That cannot be done now. Your words are still here."};
    case ErrorCode::Network:
    case ErrorCode::Cancelled:  // other hubs of the store were faster, again and again
      return {429, "That was too much at once. It is sent again in a moment."};
    case ErrorCode::Io:
      return {503, "The hub cannot keep anything just now. Your words are still here."};
    default:
      return {500, "Something is wrong with this session at the hub. Your words are still here."};
  }
}

Response inJson(const Result<std::string>& body) {
  Response response;
  response.type = kJson;
  if (body.ok()) {
    response.body = *body;
    return response;
  }
  const Refusal refusal = refusalOf(body.error().code);
  response.status = refusal.status;
  const std::string& advice = body.error().advice;
  response.body = wire::sayJson(advice.empty() ? std::string_view(refusal.say) : advice);
  return response;
}

Result<RoomId> roomOf(const Asked& asked) {
  const auto id = RoomId::fromHex(asked.wild[0]);
  if (!id || id->hex() != asked.wild[0]) return Error{ErrorCode::NotFound, "room in the path"};
  return *id;
}

/// "Room n.TOKEN"
Result<RoomAsker> askerOf(const Asked& asked, const Request& request) {
  J_TRY(const RoomId room, roomOf(asked));
  const Error nobody{ErrorCode::Locked, "authorization of a room"};
  std::string_view text = request.authorization;
  if (text.substr(0, kRoomScheme.size()) != kRoomScheme) return nobody;
  text.remove_prefix(kRoomScheme.size());
  RoomAsker asker{room, 0, {}, request.address};
  const auto [dot, error] = std::from_chars(text.data(), text.data() + text.size(), asker.member);
  if (error != std::errc{} || dot == text.data() + text.size() || *dot != '.') return nobody;
  text.remove_prefix(static_cast<std::size_t>(dot - text.data()) + 1);
  auto token = wire::fromBase64url(text);
  if (!token || token->size() != wire::kTokenBytes) return nobody;
  asker.token = std::move(*token);
  return asker;
}

milliseconds waitOf(const Asked& asked, const Rooms& rooms) {
  constexpr std::uint64_t kMostSeconds = 60;
  const std::uint64_t wanted = queryNumber(asked.query, "wait").value_or(0);
  const milliseconds time = std::chrono::seconds(std::min(wanted, kMostSeconds));
  return std::min(time, rooms.limits().longestWait);
}

}  // namespace

Response RoomDesk::answer(const Asked& asked, const Request& request, const Caller& caller) {
  Response response;
  switch (asked.route->ask) {
    case Ask::OpenRoom:
      response = inJson(open(request, caller));
      // To a device that is known: it may not.
      if (response.status == 401) response.status = 403;
      break;
    case Ask::RoomDoor:
      response = inJson(door(asked, request));
      break;
    case Ask::RoomJoin:
      response = inJson(join(asked, request));
      break;
    case Ask::RoomLog:
      response = look(asked, request, Rooms::Screen::Log);
      break;
    case Ask::RoomView:
      response = look(asked, request, Rooms::Screen::View);
      break;
    case Ask::RoomEvent:
      response = inJson(event(asked, request));
      break;
    case Ask::RoomRecall:
      response = inJson(recall(asked, request));
      break;
    default:
      response.status = 404;
  }
  response.woken = rooms_.takeWoken();
  return response;
}

Result<std::string> RoomDesk::open(const Request& request, const Caller& caller) {
  const auto allowed = core_.mayHost(caller);
  if (!allowed.ok())
    return Error{allowed.error().code, allowed.error().detail,
                 "Only facilitators can open a session on this hub. Ask your manager to make you "
                 "one."};
  J_TRY(const wire::RoomOpening opening, wire::readRoomOpening(request.body));
  J_TRY(const session::Member member, rooms_.openRoom(caller.account, opening));
  return wire::memberJson(member);
}

Result<std::string> RoomDesk::door(const Asked& asked, const Request& request) {
  J_TRY(const RoomId room, roomOf(asked));
  J_TRY(const wire::Door door, rooms_.door(room, request.address));
  return wire::toJson(door);
}

Result<std::string> RoomDesk::join(const Asked& asked, const Request& request) {
  J_TRY(const RoomId room, roomOf(asked));
  J_TRY(const wire::Joining joining, wire::readJoining(request.body));
  J_TRY(const session::Member member, rooms_.join(room, joining, request.address));
  return wire::memberJson(member);
}

Result<std::string> RoomDesk::event(const Asked& asked, const Request& request) {
  J_TRY(const RoomAsker asker, askerOf(asked, request));
  J_TRY(session::Event event, wire::readEvent(request.body));
  J_TRY(const std::uint64_t number, rooms_.send(asker, std::move(event)));
  return wire::numberJson(number);
}

Result<std::string> RoomDesk::recall(const Asked& asked, const Request& request) {
  J_TRY(const RoomAsker asker, askerOf(asked, request));
  J_TRY(const wire::Recall recall, wire::readRecall(request.body));
  J_TRY(const std::uint64_t number, rooms_.recall(asker, recall));
  return wire::numberJson(number);
}

Response RoomDesk::look(const Asked& asked, const Request& request, Rooms::Screen screen) {
  const auto asker = askerOf(asked, request);
  if (!asker.ok()) return inJson(asker.error());
  if (request.moment != Moment::First) rooms_.endWait(*asker);
  if (request.moment == Moment::Gone) return {};
  const std::uint64_t after = queryNumber(asked.query, "after").value_or(0);
  const auto newer = rooms_.hasNewer(*asker, after, request.moment != Moment::First);
  if (!newer.ok()) return inJson(newer.error());
  const milliseconds wait = waitOf(asked, rooms_);
  if (!*newer && wait.count() > 0 && request.moment != Moment::Over) {
    rooms_.beginWait(*asker, rooms_.nowMs() + wait.count());
    Response response;
    response.wait = Wait{Rooms::waitName(asker->room, screen), wait};
    return response;
  }
  return inJson(screen == Rooms::Screen::Log ? rooms_.log(*asker, after) : rooms_.view(*asker));
}

}  // namespace syncing::hub
