#include "journal/crypto/hash.h"

#include <gtest/gtest.h>

#include "journal/base/id.h"

namespace journal::crypto {
namespace {

TEST(Hash, IsBlake2b256) {
  // BLAKE2b-256 of nothing, as b2sum -l 256 prints it.
  EXPECT_EQ(toHex(hash({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Hash, InPiecesIsTheSameAsAtOnce) {
  Hasher hasher;
  hasher.update(bytesOf("call and "));
  hasher.update(bytesOf("response"));
  EXPECT_EQ(hasher.finish(), hash(bytesOf("call and response")));
}

TEST(Hash, KeyedNeedsTheKey) {
  const Secret key = randomSecret();
  Hasher hasher(key);
  hasher.update(bytesOf("text"));
  EXPECT_EQ(hasher.finish(), keyedHash(key, bytesOf("text")));
  EXPECT_NE(keyedHash(key, bytesOf("text")), hash(bytesOf("text")));
  EXPECT_NE(keyedHash(key, bytesOf("text")), keyedHash(randomSecret(), bytesOf("text")));
}

}  // namespace
}  // namespace journal::crypto
