#pragma once

#include <future>
#include <memory>
#include <string>
#include <thread>

#include "sync/room/room_link.h"
#include "tests/sync/hub/room_world.h"
#include "tests/sync/hub/server/server_world.h"

namespace syncing::hub::test {

/// A room at a TestServer, opened by its own machine with Ada, and those who come in over TLS.
class ServedRoom {
 public:
  ServedRoom(TestServer& served, const session::Plan& plan)
      : hub(served), room(RoomId::random(random)) {
    onTheStore([&] { EXPECT_OK(hub.rooms->openRoom({}, {room, plan, joining("Ada")})); });
    hub.beats = true;
  }

  /// Runs on the store's thread, and waits for it.
  template <class Work>
  void onTheStore(Work work) {
    std::promise<void> done;
    hub.writer.post([&] {
      work();
      done.set_value();
    });
    done.get_future().wait();
  }
  /// A connection for Ada.
  room::RoomLink ada() {
    room::RoomLink link(hub.channel(), room);
    link.become(1, joining("Ada").token);
    return link;
  }
  room::RoomLink come(const std::string& name,
                      session::Standing standing = session::Standing::Participant) {
    room::RoomLink link(hub.channel(), room);
    const auto in = joining(name, standing);
    const auto member = link.join(in);
    EXPECT_OK(member);
    link.become(member.ok() ? *member : session::Member{0}, in.token);
    return link;
  }
  session::Event event(session::EventKind kind) {
    session::Event event;
    event.id = session::EventId::random(random);
    event.kind = kind;
    return event;
  }
  std::string path(const std::string& rest) const { return "/room/" + room.hex() + rest; }
  /// As a header says who asks.
  std::string authorization(session::Member member, const std::string& name) const;
  /// Until that many requests wait for news.
  void waitForWaits(std::int64_t count) const {
    while (hub.figures.newsAwaited != count) std::this_thread::yield();
  }

  TestServer& hub;
  journal::SeededRandom random{1606};  // not the hub's, whose events have ids too
  RoomId room;
};

}  // namespace syncing::hub::test
