#include "sync/room/room_memory.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace syncing::room {
namespace {

RoomMemory memoryOfEverything() {
  journal::SeededRandom random(2211);
  RoomMemory memory;
  Outgoing card;
  card.event.id = session::EventId::random(random);
  card.event.kind = session::EventKind::Shared;
  card.event.card = session::CardId::random(random);
  card.event.cardKind = session::CardKind::Pattern;
  card.event.round = 3;
  card.event.sealed = std::string("\0\x01sealed", 8);
  card.words = "What we notice, ä 🎺";
  Outgoing recall;
  recall.event.id = session::EventId::random(random);
  recall.event.card = session::CardId::random(random);
  recall.secret = std::string(32, 's');
  Outgoing box;
  box.event.id = session::EventId::random(random);
  box.event.kind = session::EventKind::HandedIn;
  box.event.round = 4;
  box.event.slots = {std::string(session::kSlotBytes, 'a'), std::string(session::kSlotBytes, 'b'),
                     std::string(session::kSlotBytes, 'c')};
  memory.waiting = {card, recall, box};
  memory.secrets[session::CardId::random(random)] = std::string(32, 'x');
  memory.dots[session::CardId::random(random)] = 2;
  memory.dotsRound = 5;
  return memory;
}

TEST(RoomMemory, ComesBackAsItWasKept) {
  for (const RoomMemory& memory : {RoomMemory{}, memoryOfEverything()}) {
    const auto read = readRoomMemory(encode(memory));
    ASSERT_TRUE(read.ok()) << read.error().detail;
    EXPECT_TRUE(*read == memory);
  }
}

TEST(RoomMemory, CutOffAnywhereItIsRefusedAndNotGuessed) {
  const std::string whole = encode(memoryOfEverything());
  for (std::size_t length = 0; length < whole.size(); length += length < 400 ? 1 : 97)
    EXPECT_FALSE(readRoomMemory(std::string_view(whole).substr(0, length)).ok()) << length;
  EXPECT_FALSE(readRoomMemory(whole + "x").ok());
}

}  // namespace
}  // namespace syncing::room
