#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// Private to this folder: from a request's target to what it asks.

namespace syncing::hub {

enum class Ask : std::uint8_t {
  Ping,
  Enrol,
  LeaveLetter,
  TakeLetter,
  Introduce,
  Vaults,
  Standing,
  Push,
  Pull,
  Replace,
  Statements,
  State,
  Invite,
  Invitations,
  Accounts,
  SetRole,
  CloseAccount,
  OwnAudit,
  AuditSummary,
  Audit,
  // Of rooms (room_desk.h).
  OpenRoom,
  RoomDoor,
  RoomJoin,
  RoomLog,
  RoomView,
  RoomEvent,
  RoomRecall,
};

/// Whose signature it needs.
enum class Signed : std::uint8_t {
  Nobody,     ///< or what stands in for one is looked at where it is asked: a room's token
  ItsOwnKey,  ///< the one it brings: enrolling
  Known,      ///< a device of the service
};

struct Route {
  std::string_view method;
  std::string_view path;  ///< "*" stands for an id or a number
  Ask ask;
  Signed by;
  std::size_t mostBody;
  std::string_view name;
};

struct Asked {
  const Route* route = nullptr;
  std::vector<std::string_view> wild;  ///< what stood where the stars are
  std::string_view query;              ///< after "?"
};

/// Nullopt when nothing is asked that way. Views into `target`. Any bytes may be given.
std::optional<Asked> routeOf(std::string_view method, std::string_view target);
/// A number of a query, "a=1&b=2"; nullopt when it is not there or no plain number.
std::optional<std::uint64_t> queryNumber(std::string_view query, std::string_view name);

}  // namespace syncing::hub
