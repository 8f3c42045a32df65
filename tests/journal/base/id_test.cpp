#include "journal/base/id.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace journal {
namespace {

using FirstId = Id<struct First>;
using SecondId = Id<struct Second>;

static_assert(!std::is_constructible_v<FirstId, SecondId>);
static_assert(!std::is_convertible_v<FirstId, SecondId>);

TEST(Id, HexReadsBackAsTheSameId) {
  SeededRandom random(7);
  const FirstId id = FirstId::random(random);
  EXPECT_EQ(FirstId::fromHex(id.hex()), id);
  EXPECT_EQ(id.hex().size(), 32U);
}

TEST(Id, RefusesHexOfAnotherLengthOrAlphabet) {
  EXPECT_FALSE(FirstId::fromHex(""));
  EXPECT_FALSE(FirstId::fromHex("00112233445566778899aabbccddeef"));
  EXPECT_FALSE(FirstId::fromHex("00112233445566778899aabbccddeefg"));
}

TEST(SeededRandom, GivesTheSameBytesForTheSameSeed) {
  SeededRandom a(42);
  SeededRandom b(42);
  EXPECT_EQ(FirstId::random(a), FirstId::random(b));
  EXPECT_NE(a.next(), a.next());
}

}  // namespace
}  // namespace journal
