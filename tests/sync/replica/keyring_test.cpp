#include "sync/replica/keyring.h"

#include <gtest/gtest.h>

#include "tests/sync/replica/replica_samples.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;
using tests::someKeyring;
using tests::someSecret;
using tests::viewOf;

constexpr int kKeyringRounds = 200;

TEST(Keyring, ComesBackFromItsBytesAsItWas) {
  SeededRandom random(11);
  for (int i = 0; i < kKeyringRounds; ++i) {
    Keyring keyring = someKeyring(random);
    wire::EpochId newest = keyring.founding();
    for (std::uint64_t n = random.below(5); n > 0; --n) newest = keyring.keep(someSecret(random));
    ASSERT_TRUE(keyring.sealWith(newest).ok());
    const auto again = Keyring::decode(keyring.encode());
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->encode(), keyring.encode());
    EXPECT_EQ(again->sealing(), newest);
    EXPECT_EQ(again->boxKey().publicKey(), keyring.boxKey().publicKey());
    EXPECT_EQ(again->mark({}), keyring.mark({}));
  }
}

TEST(Keyring, BytesThatWereCutOrChangedAreNoKeyringOrAnother) {
  SeededRandom random(12);
  Keyring keyring = someKeyring(random);
  keyring.keep(someSecret(random));
  keyring.keep(someSecret(random));
  const std::string whole = keyring.encode();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(Keyring::decode(whole.substr(0, size)).ok()) << size;
    std::string changed = whole;
    changed[size] = static_cast<char>(changed[size] ^ 1);
    if (const auto other = Keyring::decode(changed); other.ok()) {
      EXPECT_EQ(other->encode(), changed) << size;
    }
  }
  EXPECT_FALSE(Keyring::decode(whole + "x").ok());
}

TEST(Keyring, OfALaterAfternoteIsSaidToBeTooNew) {
  SeededRandom random(13);
  std::string bytes = someKeyring(random).encode();
  bytes[0] = 2;
  EXPECT_EQ(Keyring::decode(bytes).error().code, ErrorCode::TooNew);
}

TEST(Keyring, AShareGivesAnotherDeviceEveryKeyAndTheSameMarks) {
  SeededRandom random(14);
  Keyring old = someKeyring(random);
  const wire::EpochId later = old.keep(someSecret(random));
  const auto joined = Keyring::join(wire::DeviceId::random(random), someSecret(random), old.vault(),
                                    viewOf(old.share()));
  ASSERT_TRUE(joined.ok());
  EXPECT_TRUE(joined->has(later));
  EXPECT_EQ(joined->founding(), old.founding());
  journal::crypto::Digest entry{};
  random.fill(entry);
  EXPECT_EQ(joined->mark(entry), old.mark(entry));
  EXPECT_TRUE(journal::crypto::equal(joined->names(), old.names()));
  EXPECT_NE(joined->boxKey().publicKey(), old.boxKey().publicKey());
}

TEST(Keyring, KeysOfAnotherJournalAreNotTaken) {
  SeededRandom random(15);
  Keyring ours = someKeyring(random);
  const Keyring theirs = someKeyring(random);
  EXPECT_EQ(ours.take(viewOf(theirs.share())).error().code, ErrorCode::Corrupt);
  EXPECT_FALSE(ours.has(theirs.founding()));
}

TEST(Keyring, SealsOnlyWithAKeyItHas) {
  SeededRandom random(16);
  Keyring keyring = someKeyring(random);
  EXPECT_EQ(keyring.sealWith(wire::EpochId::random(random)).error().code, ErrorCode::InvalidInput);
  EXPECT_EQ(keyring.sealing(), keyring.founding());
}

TEST(Keyring, TheNameOfAnEpochIsItsKeysAndMarksAreNotPlainHashes) {
  SeededRandom random(17);
  Keyring keyring = someKeyring(random);
  const Secret key = someSecret(random);
  EXPECT_EQ(keyring.keep(key.clone()), epochIdOf(key));
  const auto entry = journal::crypto::hash(journal::crypto::bytesOf("We sang."));
  EXPECT_NE(keyring.mark(entry), entry);
  EXPECT_NE(someKeyring(random).mark(entry), keyring.mark(entry));
}

}  // namespace
}  // namespace syncing
