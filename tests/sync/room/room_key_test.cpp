// Four words open a room, and nothing else does.
#include "sync/room/room_key.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "sync/wire/base64url.h"

namespace syncing::room {
namespace {

using journal::SeededRandom;

RoomCode codeOf(const char* typed) {
  return RoomCode::parse(typed).value();
}
const RoomKey& key() {
  static const RoomKey made = RoomKey::of(codeOf("zebra fiddle amber drum"));
  return made;
}

TEST(RoomCode, IsReadHoweverPeopleTypeIt) {
  const RoomCode code = codeOf("zebra-fiddle-amber-drum");
  for (const char* typed :
       {"zebra fiddle amber drum", " Zebra,  FIDDLE. amber/drum\n", "zebra\tfiddle\tamber\tdrum"})
    EXPECT_EQ(codeOf(typed), code) << typed;
  EXPECT_EQ(code.text(), "zebra-fiddle-amber-drum");
  EXPECT_EQ(code.text(' '), "zebra fiddle amber drum");
}

TEST(RoomCode, SaysWhichWordIsNotOneOfOurs) {
  const auto read = RoomCode::parse("zebra fiddle ambre drum");
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.error().advice.find("word 3"), std::string::npos);
  EXPECT_EQ(read.error().detail.find("ambre"), std::string::npos) << "it may be logged";
  for (const char* typed : {"", "zebra", "zebra fiddle amber", "zebra fiddle amber drum acid"})
    EXPECT_FALSE(RoomCode::parse(typed).ok()) << typed;
}

TEST(RoomCode, AThousandOfThemAreAllDifferentAndAllReadBack) {
  SeededRandom random(7);
  std::set<std::string> all;
  for (int i = 0; i < 1000; ++i) {
    const RoomCode code = RoomCode::random(random);
    EXPECT_EQ(RoomCode::parse(code.text()).value(), code);
    all.insert(code.text());
  }
  EXPECT_EQ(all.size(), 1000U);
}

TEST(RoomKey, AnotherWordIsAnotherRoomAndAnotherKey) {
  const RoomKey other = RoomKey::of(codeOf("zebra fiddle amber acid"));
  EXPECT_NE(other.room(), key().room());
  SeededRandom random(1);
  const std::string sealed = key().seal(kName, "Ana", random);
  EXPECT_EQ(key().open(kName, sealed), "Ana");
  EXPECT_EQ(other.open(kName, sealed), std::nullopt);
}

TEST(RoomKey, WhatIsSealedAsOneThingDoesNotOpenAsAnother) {
  SeededRandom random(2);
  const session::CardId card = cardOf("a secret");
  const auto moment = session::CardKind::Moment;
  const std::string sealed = key().seal(cardWords(moment, card, 3), "words", random);
  EXPECT_EQ(key().open(cardWords(moment, card, 3), sealed), "words");
  EXPECT_EQ(key().open(cardWords(moment, card, 4), sealed), std::nullopt) << "put in another mouth";
  EXPECT_EQ(key().open(cardWords(session::CardKind::Theme, card, 3), sealed), std::nullopt);
  EXPECT_EQ(key().open(cardWords(moment, cardOf("another"), 3), sealed), std::nullopt);
  EXPECT_EQ(key().open(slotWords(3, card), sealed), std::nullopt);
}

TEST(RoomKey, AnyBitThatIsChangedOrMissingIsNoticed) {
  SeededRandom random(3);
  const std::string sealed = key().seal(kPlanWords, "Thursday group", random);
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    std::string other = sealed;
    other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
    ASSERT_EQ(key().open(kPlanWords, other), std::nullopt) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size)
    ASSERT_EQ(key().open(kPlanWords, std::string_view(sealed).substr(0, size)), std::nullopt);
}

TEST(RoomKey, EverySlotIsAsLongAsAnyOtherWhateverIsInIt) {
  SeededRandom random(4);
  const auto secret = CardSecret::random(random);
  const std::string full = slotOf(key(), 4, secret.id, std::string(kMostSlotJson, 'x'), random);
  const std::string empty = slotOf(key(), 4, secret.id, "{}", random);
  EXPECT_EQ(full.size(), session::kSlotBytes);
  EXPECT_EQ(empty.size(), session::kSlotBytes);
  const auto opened = key().open(slotWords(4, secret.id), empty.substr(session::kCardIdBytes));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->substr(0, 3), "{} ");
}

/// The page's script made these; both must seal and open alike.
TEST(RoomKey, OpensWhatThePageSealed) {
  std::ifstream file(AFTERNOTE_SOURCE_DIR "/tests/data/room/vectors.json");
  ASSERT_TRUE(file);
  const auto json = nlohmann::json::parse(file);
  std::size_t opened = 0;
  for (const auto& room : json.at("rooms")) {
    const RoomKey theirs = RoomKey::of(codeOf(room.at("code").get<std::string>().c_str()));
    EXPECT_EQ(theirs.room().hex(), room.at("room").get<std::string>());
    EXPECT_EQ(journal::toHex(theirs.key().bytes()), room.at("key").get<std::string>());
    for (const auto& text : room.at("sealed")) {
      const auto sealed = wire::fromBase64url(text.at("sealed").get<std::string>());
      ASSERT_TRUE(sealed);
      EXPECT_EQ(theirs.open(text.at("what").get<std::string>(), *sealed),
                text.at("plain").get<std::string>());
      ++opened;
    }
  }
  EXPECT_GT(opened, 4U);
}

}  // namespace
}  // namespace syncing::room
