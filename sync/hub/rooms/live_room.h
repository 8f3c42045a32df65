#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/crypto/hash.h"
#include "journal/domain/session/session.h"
#include "sync/wire/ids.h"
#include "sync/wire/room_messages.h"

// Private to this folder: one room in memory. It knows no store.

namespace syncing::hub {

namespace session = journal::session;

using TokenHash = journal::crypto::Digest;  ///< SHA-256: all that is kept of a token

/// So many within a minute, counted anew with each.
struct MinuteCount {
  std::int64_t sinceMs = 0;
  int count = 0;
  /// Counts one; whether it was one too many.
  bool exceeds(int most, std::int64_t nowMs);
};

/// What this hub knows of a member besides what the session says. Never stored but for the hash.
struct MemberHere {
  TokenHash token{};
  std::optional<std::int64_t> heardMs;  ///< by this hub
  int waits = 0;                        ///< questions held open
  std::int64_t waitsUntilMs = 0;
  MinuteCount events;
  MinuteCount looks;
};

/// When screens of a room were last told of news, so that a large room does not take all the hub's
/// time.
struct Telling {
  std::int64_t toldMs = 0;
  bool due = false;
};

struct LiveRoom {
  wire::RoomId id;
  wire::AccountId host;
  std::int64_t openedMs = 0;
  session::Session state;
  std::vector<std::string> log;  ///< event n, as others are sent it, at n - 1
  std::unordered_map<session::EventId, std::uint64_t> numbers;
  std::size_t logBytes = 0;
  std::map<session::Member, MemberHere> members;
  std::optional<std::int64_t> begunMs;
  std::optional<std::int64_t> finishedMs;
  wire::ViewWriter views;
  Telling logTelling;
  Telling viewTelling;

  /// Applies the next event and keeps `json`, its text. On an error nothing has changed.
  journal::Result<void> take(const session::Event& event, std::string json);
  /// Bytes of the log and of what is in the box.
  std::size_t bytes() const;
  /// The member with this token; 0 when nobody has it.
  session::Member memberWith(const TokenHash& token) const;
  /// In the room, and nobody's projector.
  int people() const;
  /// A facilitator who is in the room and not away.
  bool isLed() const;
};

TokenHash hashOfToken(std::string_view token);
bool leadsRoom(const session::Person& person);

}  // namespace syncing::hub
