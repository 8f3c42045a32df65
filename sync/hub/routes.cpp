#include "sync/hub/routes.h"

#include <charconv>

#include "sync/hub/desk.h"
#include "sync/wire/room_messages.h"

namespace syncing::hub {
namespace {

constexpr std::size_t kSmall = 1024;
constexpr std::size_t kSmallRoomMessage = 4096;
constexpr std::size_t kSegment = wire::kMostSealedBytes + 1024;

constexpr std::array kRoutes{
    Route{"GET", "/v1/ping", Ask::Ping, Signed::Nobody, 0, "ping"},
    Route{"POST", "/v1/enrol", Ask::Enrol, Signed::ItsOwnKey, kSmall, "enrol"},
    Route{"PUT", "/v1/letters/*/*", Ask::LeaveLetter, Signed::Nobody, wire::kMostLetterBytes,
          "leave-letter"},
    Route{"GET", "/v1/letters/*/*", Ask::TakeLetter, Signed::Nobody, 0, "take-letter"},
    Route{"POST", "/v1/vaults/*/introductions", Ask::Introduce, Signed::Nobody,
          wire::kMostStatementBytes, "introduce"},
    Route{"GET", "/v1/vaults", Ask::Vaults, Signed::Known, 0, "vaults"},
    Route{"GET", "/v1/vaults/*/standing", Ask::Standing, Signed::Known, 0, "standing"},
    Route{"GET", "/v1/vaults/*/segments", Ask::Pull, Signed::Known, 0, "pull"},
    Route{"POST", "/v1/vaults/*/segments", Ask::Push, Signed::Known, Desk::kMostBody, "push"},
    Route{"PUT", "/v1/vaults/*/segments", Ask::Replace, Signed::Known, kSegment, "replace"},
    Route{"GET", "/v1/vaults/*/devices", Ask::Statements, Signed::Known, 0, "statements"},
    Route{"POST", "/v1/vaults/*/devices", Ask::State, Signed::Known, wire::kMostStatementBytes,
          "state"},
    Route{"POST", "/v1/invitations", Ask::Invite, Signed::Known, kSmall, "invite"},
    Route{"GET", "/v1/invitations", Ask::Invitations, Signed::Known, 0, "invitations"},
    Route{"GET", "/v1/accounts", Ask::Accounts, Signed::Known, 0, "accounts"},
    Route{"PUT", "/v1/accounts/*/role/*", Ask::SetRole, Signed::Known, 0, "set-role"},
    Route{"DELETE", "/v1/accounts/*", Ask::CloseAccount, Signed::Known, 0, "close-account"},
    Route{"GET", "/v1/audit", Ask::Audit, Signed::Known, 0, "audit"},
    Route{"GET", "/v1/audit/own", Ask::OwnAudit, Signed::Known, 0, "own-audit"},
    Route{"GET", "/v1/audit/summary", Ask::AuditSummary, Signed::Known, 0, "audit-summary"},
    Route{"POST", "/rooms", Ask::OpenRoom, Signed::Known, wire::kMostRoomMessage, "open-room"},
    Route{"GET", "/room/*/door", Ask::RoomDoor, Signed::Nobody, 0, "room-door"},
    Route{"POST", "/room/*/join", Ask::RoomJoin, Signed::Nobody, kSmallRoomMessage, "room-join"},
    Route{"GET", "/room/*/log", Ask::RoomLog, Signed::Nobody, 0, "room-log"},
    Route{"GET", "/room/*/view", Ask::RoomView, Signed::Nobody, 0, "room-view"},
    Route{"POST", "/room/*/event", Ask::RoomEvent, Signed::Nobody, wire::kMostRoomMessage,
          "room-event"},
    Route{"POST", "/room/*/recall", Ask::RoomRecall, Signed::Nobody, kSmallRoomMessage,
          "room-recall"},
};

/// The part before the next "/", which is taken too.
std::string_view takePart(std::string_view& path) {
  const std::size_t slash = path.find('/', 1);
  const std::string_view part = path.substr(0, slash);
  path.remove_prefix(slash == std::string_view::npos ? path.size() : slash);
  return part;
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string_view>& wild) {
  wild.clear();
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = takePart(pattern);
    const std::string_view part = takePart(path);
    if (wanted == "/*" && part.size() > 1 && part.front() == '/') {
      wild.push_back(part.substr(1));
    } else if (wanted != part) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

std::optional<Asked> routeOf(std::string_view method, std::string_view target) {
  Asked asked;
  const std::size_t question = target.find('?');
  const std::string_view path = target.substr(0, question);
  if (question != std::string_view::npos) asked.query = target.substr(question + 1);
  for (const Route& route : kRoutes) {
    if (route.method != method || !matches(route.path, path, asked.wild)) continue;
    asked.route = &route;
    return asked;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> queryNumber(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    if (pair.size() <= name.size() || pair.substr(0, name.size()) != name ||
        pair[name.size()] != '=')
      continue;
    const std::string_view digits = pair.substr(name.size() + 1);
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
    return value;
  }
  return std::nullopt;
}

}  // namespace syncing::hub
