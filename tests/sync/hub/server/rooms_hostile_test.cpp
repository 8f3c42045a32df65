// What those who mean harm send to a room, as bytes over TLS.
#include "tests/sync/hub/server/room_caller.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using session::Event;
using session::EventKind;
using session::RoundKind;

class RoomHostile : public testing::Test {
 protected:
  transport::ChannelResponse ask(const std::string& method, const std::string& rest,
                                 const std::string& authorization, const std::string& body = "") {
    const auto answer = hub.channel()->exchange({method, at.path(rest), authorization, body});
    EXPECT_OK(answer);
    return answer.ok() ? *answer : transport::ChannelResponse{};
  }
  TestServer hub;
  ServedRoom at{hub, roomPlan({RoundKind::Talk, RoundKind::Close})};
  std::string ada = at.authorization(1, "Ada");
};

TEST_F(RoomHostile, WhoShowsNoTokenOrAWrongOneIsNotOfThisRoom) {
  for (const std::string& wrong :
       {std::string(), std::string("Room"), std::string("Room 1"), std::string("Room 1."),
        std::string("Room .AAAA"), std::string("Room 99999999999.AAAA"), "Room 2" + ada.substr(6),
        ada + "A", ada.substr(0, ada.size() - 2), "room" + ada.substr(4), ada + "=",
        std::string("Bearer x"), at.authorization(1, "Eve")}) {
    for (const char* rest : {"/log?after=0", "/view"}) {
      const auto answer = ask("GET", rest, wrong);
      EXPECT_EQ(answer.status, 401) << wrong;
      EXPECT_FALSE(wire::readSay(answer.body).empty());
    }
    EXPECT_EQ(ask("POST", "/event", wrong, wire::toJson(at.event(EventKind::Agreed))).status, 401);
  }
  EXPECT_EQ(ask("GET", "/view", ada).status, 200);
}

TEST_F(RoomHostile, WhatIsNoMessageIsRefusedInASentenceAndChangesNothing) {
  for (const std::string& wrong :
       {std::string(), std::string("{"), std::string("[[[[[[[[[[[[[[[[[[[["), std::string("null"),
        std::string(R"({"id":"x"})"), std::string(R"({"kind":"begun"})"),
        std::string(R"({"id":"00000000000000000000000000000000","kind":"begun"})"),
        std::string("\xff\xfe\x00", 3), std::string("<script>alert(1)</script>")}) {
    const auto answer = ask("POST", "/event", ada, wrong);
    EXPECT_EQ(answer.status, 400) << wrong;
    EXPECT_FALSE(wire::readSay(answer.body).empty());
    EXPECT_EQ(ask("POST", "/join", "", wrong).status, 400);
    EXPECT_EQ(ask("POST", "/recall", ada, wrong).status, 400);
  }
  EXPECT_EQ(at.ada().log(0, 0)->events.size(), 1U);
}

TEST_F(RoomHostile, HtmlIsBytesLikeAnyOther) {
  auto caller = at.ada();
  EXPECT_OK(caller.send(at.event(EventKind::Begun)));
  Event card = at.event(EventKind::Shared);
  card.round = 0;
  card.card = session::CardId::random(at.random);
  card.cardKind = session::CardKind::Question;
  card.sealed = "<img src=x onerror=alert(1)>\"'`\\u0000";
  EXPECT_OK(caller.send(card));
  const auto answer = ask("GET", "/view", ada);
  EXPECT_EQ(answer.body.find('<'), std::string::npos);
  EXPECT_EQ(wire::readViewAnswer(answer.body)->view.cards.at(0).sealed, card.sealed);
}

TEST_F(RoomHostile, ATenMegabyteCardIsRefusedBeforeItIsRead) {
  const std::string head = "POST " + at.path("/event") +
                           " HTTP/1.1\r\nHost: h\r\nAuthorization: " + ada + "\r\nContent-Length: ";
  EXPECT_EQ(hub.raw(head + "10485760\r\n\r\n").substr(0, 12), "HTTP/1.1 413");
  EXPECT_EQ(ask("POST", "/event", ada, std::string(wire::kMostRoomMessage, ' ')).status, 400);
  Event card = at.event(EventKind::Shared);
  card.card = session::CardId::random(at.random);
  card.sealed.assign(session::kMostSealed + 1, 'x');
  EXPECT_EQ(ask("POST", "/event", ada, wire::toJson(card)).status, 400);
}

TEST_F(RoomHostile, RoomsAreGuessedInVainAndOnlySoOften) {
  auto channel = hub.channel();
  int wrong = 0;
  int status = 404;
  while (status == 404) {
    ++wrong;
    status =
        channel->exchange({"GET", "/room/" + RoomId::random(at.random).hex() + "/door", "", ""})
            ->status;
  }
  EXPECT_EQ(status, 429);
  EXPECT_EQ(wrong, RoomLimits{}.wrongRoomsAnHourPerAddress + 1);
  EXPECT_EQ(ask("GET", "/view", ada).status, 200) << "who is in it is not stopped";
}

TEST_F(RoomHostile, ARoomsNameIsWrittenInOneWay) {
  for (const std::string& name : {std::string(31, 'a'), std::string(33, 'a'), std::string("../x"),
                                  std::string(32, 'A'), std::string(32, 'g')})
    EXPECT_EQ(hub.channel()->exchange({"GET", "/room/" + name + "/door", "", ""})->status, 404);
  EXPECT_EQ(ask("GET", "/door", "").status, 200);
  EXPECT_EQ(ask("DELETE", "/door", "").status, 404);
}

TEST_F(RoomHostile, AFloodIsStoppedAndTheOthersGoOn) {
  auto guest = at.come("Gus", session::Standing::Guest);
  auto ben = at.come("Ben");
  int refused = 0;
  for (int i = 0; i < 200; ++i) refused += guest.send(at.event(EventKind::Agreed)).ok() ? 0 : 1;
  EXPECT_EQ(refused, 200 - RoomLimits{}.eventsAMinute);
  EXPECT_OK(ben.send(at.event(EventKind::Agreed)));
}

}  // namespace
}  // namespace syncing::hub::test
