#include "sync/replica/segment_sealing.h"

#include <gtest/gtest.h>

#include "tests/sync/replica/replica_samples.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;
using journal::crypto::SigningKey;
using tests::someEntries;
using tests::someHeads;
using tests::someKeyring;
using tests::someSecret;

/// One device of a journal that seals what it wrote.
struct Sealing {
  explicit Sealing(std::uint64_t seed)
      : random(seed),
        keyring(someKeyring(random)),
        signer(keyring.device(), SigningKey::fromSeed(someSecret(random))) {}

  wire::Segment seal(const SegmentPayload& payload, std::uint64_t first = 1) {
    EntryRun run;
    run.author = signer.device();
    run.first = first;
    run.before = before;
    run.entries = payload.entries;
    run.heads = payload.heads;
    return syncing::seal(keyring, signer, run, random).value();
  }
  journal::Result<SegmentPayload> open(const wire::Segment& segment) {
    return syncing::open(keyring, signer.publicKey(), segment);
  }
  /// As somebody would who has the signing key and not what it should sign.
  wire::Segment signedAgain(wire::Segment segment) {
    segment.signature = signer.sign(signedPart(segment));
    return segment;
  }

  SeededRandom random;
  Keyring keyring;
  KeySigner signer;
  journal::crypto::Digest before{};
};

TEST(SegmentSealing, WhatWasSealedOpensAsItWas) {
  Sealing on(21);
  for (int i = 0; i < 300; ++i) {
    SegmentPayload payload{someHeads(on.random, on.random.below(4)),
                           someEntries(on.random, 1 + on.random.below(20))};
    on.random.fill(on.before);
    const wire::Segment segment = on.seal(payload, 1 + on.random.below(1000));
    const auto decoded = wire::decodeSegment(wire::encodeSegment(segment));
    ASSERT_TRUE(decoded.ok());
    const auto opened = on.open(*decoded);
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    EXPECT_EQ(*opened, payload);
  }
}

TEST(SegmentSealing, ARunContinuesTheOneBeforeByItsMarks) {
  Sealing on(22);
  const SegmentPayload one{{}, someEntries(on.random, 5)};
  const SegmentPayload two{{}, someEntries(on.random, 5)};
  const wire::Segment first = on.seal(one);
  on.before = one.entries.back().hash;
  const wire::Segment second = on.seal(two, 6);
  EXPECT_EQ(first.before, wire::Mark{});
  EXPECT_EQ(second.before, first.after);
}

TEST(SegmentSealing, ASizeTellsOnlyItsStep) {
  Sealing on(23);
  for (const auto& [bytes, sealed] :
       std::initializer_list<std::pair<std::size_t, std::size_t>>{{1, 256},
                                                                  {100, 256},
                                                                  {300, 1024},
                                                                  {2000, 4096},
                                                                  {5000, 16384},
                                                                  {50'000, 65536},
                                                                  {65'536, 131'072},
                                                                  {140'000, 196'608}}) {
    TravellingEntry entry;
    entry.bytes = tests::someBytes(on.random, bytes);
    entry.hash = journal::crypto::hash(journal::crypto::bytesOf(entry.bytes));
    entry.signature.emplace();
    EXPECT_EQ(on.seal({{}, {entry}}).sealed.size(), sealed) << bytes;
  }
}

TEST(SegmentSealing, ATextOfTheMostBytesThatAJournalTakesFits) {
  Sealing on(24);
  TravellingEntry entry;
  entry.bytes.assign(8 * 1024 * 1024 + 1000, 'a');
  entry.hash = journal::crypto::hash(journal::crypto::bytesOf(entry.bytes));
  const wire::Segment segment = on.seal({{}, {entry}});
  EXPECT_TRUE(on.open(wire::decodeSegment(wire::encodeSegment(segment)).value()).ok());
  EntryRun run;
  const std::vector<TravellingEntry> two{entry, entry};
  run.entries = two;
  EXPECT_EQ(seal(on.keyring, on.signer, run, on.random).error().code, ErrorCode::InvalidInput);
}

TEST(SegmentSealing, WithoutTheEpochsKeyItSaysThatAndNothingElseDoes) {
  Sealing on(25);
  const wire::Segment old = on.seal({{}, someEntries(on.random, 3)});
  Keyring without(on.keyring.device(), someSecret(on.random), on.keyring.vault(),
                  someSecret(on.random), someSecret(on.random));
  EXPECT_EQ(open(without, on.signer.publicKey(), old).error().code, ErrorCode::NotFound);
}

TEST(SegmentSealing, AfterARemovalOldSegmentsStillOpenAndNewOnesNeedTheNewKey) {
  Sealing on(26);
  const SegmentPayload payload{{}, someEntries(on.random, 3)};
  const wire::Segment old = on.seal(payload);
  const auto removed = Keyring::decode(on.keyring.encode());
  ASSERT_TRUE(on.keyring.sealWith(on.keyring.keep(someSecret(on.random))).ok());
  const wire::Segment since = on.seal(payload);
  EXPECT_TRUE(on.open(old).ok());
  EXPECT_TRUE(on.open(since).ok());
  EXPECT_EQ(open(*removed, on.signer.publicKey(), since).error().code, ErrorCode::NotFound);
}

TEST(SegmentSealing, AChangeOfAnyByteIsNoticed) {
  Sealing on(27);
  const wire::Segment segment = on.seal({someHeads(on.random, 2), someEntries(on.random, 2, 60)});
  const std::string whole = wire::encodeSegment(segment);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ (1 << on.random.below(8)));
    const auto decoded = wire::decodeSegment(changed);
    if (decoded.ok()) {
      EXPECT_FALSE(on.open(*decoded).ok()) << at;
    }
  }
}

TEST(SegmentSealing, ASignerCannotMoveWhatIsSealedToAnotherPlace) {
  Sealing on(28);
  const wire::Segment segment = on.seal({{}, someEntries(on.random, 3)}, 5);
  for (int field = 0; field < 5; ++field) {
    wire::Segment moved = segment;
    if (field == 0) moved.author = wire::DeviceId::random(on.random);
    if (field == 1) ++moved.first, ++moved.last;
    if (field == 2) moved.before[3] ^= 1;
    if (field == 3) moved.after[3] ^= 1;
    if (field == 4) ++moved.erased;
    EXPECT_EQ(on.open(on.signedAgain(moved)).error().code, ErrorCode::Corrupt) << field;
  }
}

TEST(SegmentSealing, MarksThatAreNotTheEntriesAreNoticed) {
  Sealing on(29);
  SegmentPayload payload{{}, someEntries(on.random, 3)};
  payload.entries.back().bytes = "other words than the hash says";
  EXPECT_EQ(on.open(on.seal(payload)).error().code, ErrorCode::Corrupt);
}

TEST(SegmentSealing, OnlyWhoseKeyItIsCanHaveSealedIt) {
  Sealing on(30);
  const wire::Segment segment = on.seal({{}, someEntries(on.random, 3)});
  const auto other = SigningKey::fromSeed(someSecret(on.random)).publicKey();
  EXPECT_EQ(open(on.keyring, other, segment).error().code, ErrorCode::Corrupt);
}

TEST(SegmentSealing, ASegmentOfAnotherJournalIsLeftAlone) {
  Sealing on(31);
  Sealing elsewhere(32);
  const wire::Segment segment = elsewhere.seal({{}, someEntries(on.random, 3)});
  EXPECT_EQ(on.open(segment).error().code, ErrorCode::Locked);
}

TEST(SegmentSealing, APayloadOfALaterAfternoteIsTooNewAndNotDamaged) {
  Sealing on(33);
  std::string payload = encodePayload({}, someEntries(on.random, 1));
  payload[0] = 2;
  EXPECT_EQ(decodePayload(payload, 1).error().code, ErrorCode::TooNew);
}

TEST(SegmentSealing, WhateverDecodesIsTheOnlyEncodingOfItself) {
  SeededRandom random(34);
  for (int i = 0; i < 3000; ++i) {
    const std::size_t count = 1 + random.below(3);
    std::string payload =
        encodePayload(someHeads(random, random.below(3)), someEntries(random, count, 60));
    payload[random.below(payload.size())] ^= static_cast<char>(1 << random.below(8));
    if (const auto decoded = decodePayload(payload, count); decoded.ok()) {
      EXPECT_EQ(encodePayload(decoded->heads, decoded->entries), payload) << i;
    }
  }
}

}  // namespace
}  // namespace syncing
