#include <gtest/gtest.h>

#include "sync/wire/device_statement.h"
#include "sync/wire/segment.h"

using journal::ErrorCode;
using journal::SeededRandom;

namespace syncing::wire {
namespace {

template <std::size_t N>
std::array<std::uint8_t, N> bytes(SeededRandom& random) {
  std::array<std::uint8_t, N> out{};
  random.fill(out);
  return out;
}

std::string run(SeededRandom& random, std::size_t most) {
  std::string out(random.below(most), '\0');
  for (char& c : out) c = static_cast<char>(random.below(256));
  return out;
}

Segment someSegment(SeededRandom& random) {
  Segment segment;
  segment.vault = VaultId::random(random);
  segment.author = DeviceId::random(random);
  segment.first = 1 + random.below(1'000'000);
  segment.last = segment.first + random.below(100);
  segment.before = bytes<32>(random);
  segment.after = bytes<32>(random);
  segment.sealedBy = DeviceId::random(random);
  segment.erased = static_cast<std::uint32_t>(random.below(segment.last - segment.first + 2));
  segment.epoch = EpochId::random(random);
  segment.sealed = run(random, 400);
  segment.signature = bytes<64>(random);
  return segment;
}

DeviceStatement someStatement(SeededRandom& random) {
  DeviceStatement statement;
  statement.kind = static_cast<StatementKind>(1 + random.below(4));
  statement.vault = VaultId::random(random);
  statement.device = DeviceId::random(random);
  statement.signKey = bytes<32>(random);
  statement.boxKey = bytes<32>(random);
  statement.recovery = static_cast<std::uint8_t>(random.below(2));
  statement.sealedName = run(random, kMostNameBytes);
  statement.atMs = static_cast<std::int64_t>(random.next());
  statement.epoch = EpochId::random(random);
  for (std::uint64_t i = random.below(4); i > 0; --i) {
    statement.boxes.push_back({DeviceId::random(random), run(random, 90)});
  }
  for (std::uint64_t i = random.below(4); i > 0; --i) statement.after.push_back(bytes<32>(random));
  statement.signer = DeviceId::random(random);
  statement.signature = bytes<64>(random);
  return statement;
}

constexpr int kRounds = 2000;

TEST(Wire, ASegmentComesBackAsItWas) {
  SeededRandom random(1);
  for (int i = 0; i < kRounds; ++i) {
    const Segment segment = someSegment(random);
    const auto decoded = decodeSegment(encodeSegment(segment));
    ASSERT_TRUE(decoded.ok()) << i;
    EXPECT_EQ(decoded.value(), segment) << i;
  }
}

TEST(Wire, AStatementComesBackAsItWas) {
  SeededRandom random(2);
  for (int i = 0; i < kRounds; ++i) {
    const DeviceStatement statement = someStatement(random);
    const auto decoded = decodeStatement(encodeStatement(statement));
    ASSERT_TRUE(decoded.ok()) << i;
    EXPECT_EQ(decoded.value(), statement) << i;
  }
}

TEST(Wire, WhateverDecodesIsTheOnlyEncodingOfItself) {
  SeededRandom random(3);
  for (int i = 0; i < kRounds; ++i) {
    std::string segment = encodeSegment(someSegment(random));
    std::string statement = encodeStatement(someStatement(random));
    for (std::string* whole : {&segment, &statement}) {
      (*whole)[random.below(whole->size())] ^= static_cast<char>(1 << random.below(8));
    }
    if (const auto decoded = decodeSegment(segment); decoded.ok()) {
      EXPECT_EQ(encodeSegment(decoded.value()), segment) << i;
    }
    if (const auto decoded = decodeStatement(statement); decoded.ok()) {
      EXPECT_EQ(encodeStatement(decoded.value()), statement) << i;
    }
  }
}

TEST(Wire, APieceCutOffOrAddedIsRefused) {
  SeededRandom random(4);
  const std::string segment = encodeSegment(someSegment(random));
  const std::string statement = encodeStatement(someStatement(random));
  for (std::size_t size = 0; size < segment.size(); ++size) {
    EXPECT_FALSE(decodeSegment(segment.substr(0, size)).ok()) << size;
  }
  for (std::size_t size = 0; size < statement.size(); ++size) {
    EXPECT_FALSE(decodeStatement(statement.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(decodeSegment(segment + "x").ok());
  EXPECT_FALSE(decodeStatement(statement + "x").ok());
}

TEST(Wire, ALaterFormatIsSaidToBeTooNewAndNotDamaged) {
  SeededRandom random(5);
  std::string segment = encodeSegment(someSegment(random));
  std::string statement = encodeStatement(someStatement(random));
  segment[0] = statement[0] = 2;
  EXPECT_EQ(decodeSegment(segment).error().code, ErrorCode::TooNew);
  EXPECT_EQ(decodeStatement(statement).error().code, ErrorCode::TooNew);
}

TEST(Wire, ASegmentWhoseNumbersCannotBeIsRefused) {
  SeededRandom random(6);
  const Segment good = someSegment(random);
  Segment backwards = good;
  backwards.last = backwards.first - 1;
  Segment fromNothing = good;
  fromNothing.first = 0;
  Segment endless = good;
  endless.last = endless.first + kMostEntriesASegment;
  Segment emptied = good;
  emptied.erased = static_cast<std::uint32_t>(emptied.last - emptied.first + 2);
  for (const Segment& bad : {backwards, fromNothing, endless, emptied}) {
    EXPECT_EQ(decodeSegment(encodeSegment(bad)).error().code, ErrorCode::Corrupt);
  }
}

TEST(Wire, WhatASealIsTiedToLeavesOutOnlyWhatIsSealed) {
  SeededRandom random(7);
  const Segment segment = someSegment(random);
  Segment other = segment;
  other.sealed += "x";
  other.signature[0] ^= 1;
  EXPECT_EQ(sealContext(segment), sealContext(other));
  for (int field = 0; field < 6; ++field) {
    Segment moved = segment;
    if (field == 0) moved.vault = VaultId::random(random);
    if (field == 1) moved.author = DeviceId::random(random);
    if (field == 2) ++moved.last;
    if (field == 3) moved.before[31] ^= 1;
    if (field == 4) moved.after[0] ^= 1;
    if (field == 5) moved.epoch = EpochId::random(random);
    EXPECT_NE(sealContext(segment), sealContext(moved)) << field;
  }
}

}  // namespace
}  // namespace syncing::wire
