#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "journal/base/result.h"
#include "sync/transport/https_channel.h"
#include "sync/wire/room_messages.h"

namespace syncing::room {

/// What a room's client asks of a hub (room_messages.h). Blocks; one thread. Errors: NotFound (no
/// such room is open), Locked (not in it, or no longer), Conflict (not now), InvalidInput, all with
/// a sentence; Network (not reached, too busy, or it broke off: ask again, ids count once), Corrupt
/// (it answered nonsense).
class RoomLink {
 public:
  RoomLink(std::shared_ptr<transport::Channel> channel, const wire::RoomId& room);

  journal::Result<wire::Door> door();
  journal::Result<wire::session::Member> join(const wire::Joining& joining);
  /// From now on asks as this member.
  void become(wire::session::Member member, std::string token);
  /// Events behind `after`; when there are none, those that come within `waitSeconds`.
  journal::Result<wire::LogAnswer> log(std::uint64_t after, int waitSeconds);
  journal::Result<std::uint64_t> send(const wire::session::Event& event);
  journal::Result<std::uint64_t> recall(const wire::Recall& recall);

 private:
  journal::Result<std::string> ask(const char* method, const std::string& tail, std::string body);

  std::shared_ptr<transport::Channel> channel_;
  std::string path_;
  std::string authorization_;
};

}  // namespace syncing::room
