#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "sync/room/room_link.h"
#include "sync/room/room_memory.h"
#include "sync/room/room_seen.h"

namespace syncing::room {

/// Where a room is, and as whom to be in it.
struct RoomPlace {
  std::string host;
  std::uint16_t port = 0;
  wire::Digest pin{};  ///< zeros: whoever answers first (https_channel.h)
};
struct RoomSelf {
  std::string name;
  session::Standing standing = session::Standing::Participant;
  session::DeviceKind device = session::DeviceKind::Laptop;
  std::string token;  ///< wire::kTokenBytes; with the same one, the same member again
};

/// Something that was sent and will not be taken; its words are given back.
struct Refused {
  session::Event event;
  std::string words;  ///< what was to be shared, unsealed; "" when there were none
  std::string sentence;
};

/// How what a client has in hand outlives it.
struct Keeping {
  RoomMemory before = {};  ///< of this member, when they were in the room already
  /// Called with each change, before it is sent, on a thread of the client's own; may block.
  std::function<void(const RoomMemory&)> keep = {};
};

/// Somebody's place in a room: follows its log, sends what they do and keeps sending it until it is
/// acknowledged, on threads of its own. All calls from any one thread; none blocks but join()
/// and the destructor.
class RoomClient {
 public:
  using Clock = std::function<std::int64_t()>;  ///< steady, in ms; any thread

  /// Derives the room's key (0.2 s), asks at the door and comes in. `changed` is called, on any
  /// thread, when seen() or takeRefused() have something new. Errors as RoomLink's.
  static journal::Result<std::unique_ptr<RoomClient>> join(const RoomPlace& place,
                                                           const RoomCode& code,
                                                           const RoomSelf& self, Clock steadyMs,
                                                           std::function<void()> changed = {},
                                                           Keeping keeping = {});
  /// Leaves nothing behind: does not say goodbye (say Left for that), drops what is not yet sent.
  ~RoomClient();
  RoomClient(const RoomClient&) = delete;
  RoomClient& operator=(const RoomClient&) = delete;

  /// What the screen shows. Cheap: made when something changed.
  std::shared_ptr<const RoomSeen> seen() const;
  /// Since the last call.
  std::vector<Refused> takeRefused();

  /// `event.kind` and what it needs; id and by are filled in here, round too unless it is a move.
  void act(session::Event event);
  /// Seals and shares; of `about` the kind of card, whom it is for, its theme and the round count.
  /// The id of the card.
  session::CardId share(session::Event about, const CardWords& words);
  void reword(const session::CardId& card, const CardWords& words);
  /// Takes back one's own, named or not.
  void withdraw(const session::CardId& card);
  /// Into the closed box of an anonymous reveal: kSlotsAMember texts at most.
  void handIn(int round, const std::vector<CardWords>& words);
  void vote(int round, const Ballot& ballot);

  session::Member self() const;
  /// All that is in hand was given to `keep`.
  bool kept() const;
  /// Blocks until all that was sent is settled, or for `atMost`.
  void finishSending(std::chrono::milliseconds atMost);

 private:
  struct Impl;
  explicit RoomClient(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::room
