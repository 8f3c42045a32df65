#include "journal/crypto/sealed_box.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "journal/crypto/hash.h"
#include "journal/crypto/system_random.h"

namespace journal::crypto {
namespace {

std::string textOf(const SecretMemory& memory) {
  return {reinterpret_cast<const char*>(memory.bytes().data()), memory.size()};
}

TEST(SealedBox, OnlyWhomItIsForOpensIt) {
  SystemRandom random;
  const BoxKey ours = BoxKey::fromSeed(randomSecret());
  const BoxKey theirs = BoxKey::fromSeed(randomSecret());
  const auto box = sealTo(ours.publicKey(), bytesOf("the key of this term"), random);
  ASSERT_TRUE(box.ok());
  EXPECT_EQ(box->size(), 20 + kSealedBoxOverhead);
  EXPECT_EQ(textOf(ours.open(*box).value()), "the key of this term");
  EXPECT_EQ(theirs.open(*box).error().code, ErrorCode::Corrupt);
}

TEST(SealedBox, AnyChangedByteOrMissingEndIsRefused) {
  SystemRandom random;
  const BoxKey key = BoxKey::fromSeed(randomSecret());
  const auto box = sealTo(key.publicKey(), bytesOf("x"), random);
  for (std::size_t i = 0; i < box->size(); ++i) {
    auto changed = *box;
    changed[i] ^= 1;
    EXPECT_FALSE(key.open(changed).ok()) << i;
    EXPECT_FALSE(key.open(std::span(*box).first(i)).ok()) << i;
  }
}

TEST(SealedBox, TheSameSeedIsTheSameKeyAndTwoBoxesOfOneTextDiffer) {
  SystemRandom random;
  const Secret seed = randomSecret();
  EXPECT_EQ(BoxKey::fromSeed(seed).publicKey(), BoxKey::fromSeed(seed).publicKey());
  const BoxPublicKey to = BoxKey::fromSeed(seed).publicKey();
  EXPECT_NE(*sealTo(to, bytesOf("x"), random), *sealTo(to, bytesOf("x"), random));
}

TEST(SealedBox, AKeyThatEverybodyCouldOpenIsRefused) {
  SystemRandom random;
  BoxPublicKey zero{};
  EXPECT_EQ(sealTo(zero, bytesOf("x"), random).error().code, ErrorCode::InvalidInput);
  zero[0] = 1;  // the other point of small order that is easily named
  EXPECT_EQ(sealTo(zero, bytesOf("x"), random).error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace journal::crypto
