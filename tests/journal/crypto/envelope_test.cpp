#include "journal/crypto/envelope.h"

#include <gtest/gtest.h>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "journal/crypto/sub_key.h"

namespace journal::crypto {
namespace {

TEST(Envelope, OpensOnlyWithItsKeyAndContext) {
  const Secret key = randomSecret();
  const auto sealed = seal(key, bytesOf("Amber"), bytesOf("person 7"));
  EXPECT_EQ(sealed.size(), 5 + kEnvelopeOverhead);
  const auto opened = open(key, sealed, bytesOf("person 7"));
  ASSERT_TRUE(opened.ok());
  EXPECT_EQ(std::string(opened->begin(), opened->end()), "Amber");
  EXPECT_EQ(open(key, sealed, bytesOf("person 8")).error().code, ErrorCode::Corrupt);
  EXPECT_EQ(open(randomSecret(), sealed, bytesOf("person 7")).error().code, ErrorCode::Corrupt);
}

TEST(Envelope, NoticesEveryBitFlipAndEveryLength) {
  const Secret key = randomSecret();
  const auto sealed = seal(key, bytesOf("Amber"), {});
  for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
    auto flipped = sealed;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ 1U << bit % 8);
    EXPECT_FALSE(open(key, flipped, {}).ok()) << bit;
  }
  for (std::size_t size = 0; size < sealed.size(); ++size) {
    EXPECT_FALSE(open(key, std::span(sealed).first(size), {}).ok()) << size;
  }
}

TEST(Envelope, TwoSealsOfOneTextDiffer) {
  const Secret key = randomSecret();
  EXPECT_NE(seal(key, bytesOf("Amber"), {}), seal(key, bytesOf("Amber"), {}));
}

TEST(SubKeys, DifferByPurposeAndMasterAndNeverChange) {
  Secret master;
  EXPECT_TRUE(equal(deriveSubKey(master, SubKey::Names), deriveSubKey(master, SubKey::Names)));
  EXPECT_FALSE(equal(deriveSubKey(master, SubKey::Names), deriveSubKey(master, SubKey::PageDb)));
  const Secret other = randomSecret();
  EXPECT_FALSE(equal(deriveSubKey(master, SubKey::Names), deriveSubKey(other, SubKey::Names)));
}

TEST(Signature, HoldsForTheSignedBytesAndKeyOnly) {
  const SigningKey key = SigningKey::generate();
  const Signature signature = key.sign(bytesOf("op 12"));
  EXPECT_TRUE(verify(key.publicKey(), bytesOf("op 12"), signature));
  EXPECT_FALSE(verify(key.publicKey(), bytesOf("op 13"), signature));
  EXPECT_FALSE(verify(SigningKey::generate().publicKey(), bytesOf("op 12"), signature));
  Signature flipped = signature;
  flipped[5] ^= 1;
  EXPECT_FALSE(verify(key.publicKey(), bytesOf("op 12"), flipped));
}

TEST(Signature, AKeyIsWhatItsSeedMakes) {
  const SigningKey key = SigningKey::generate();
  EXPECT_EQ(SigningKey::fromSeed(key.seed()).publicKey(), key.publicKey());
}

}  // namespace
}  // namespace journal::crypto
