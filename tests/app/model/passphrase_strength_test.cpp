#include "app/model/passphrase_strength.h"

#include <gtest/gtest.h>

namespace {

using app::model::passphraseStrength;

TEST(PassphraseStrength, FourDifferentWordsAreEnough) {
  EXPECT_TRUE(passphraseStrength("harbour willow tenor lantern").enough);
}

TEST(PassphraseStrength, FourteenCharactersAreEnough) {
  EXPECT_TRUE(passphraseStrength("r7#kd0xq!vLm2p").enough);
  EXPECT_FALSE(passphraseStrength("r7#kd0xq").enough);
}

TEST(PassphraseStrength, OneLetterFourteenTimesIsNotEnough) {
  EXPECT_FALSE(passphraseStrength("aaaaaaaaaaaaaaaaaa").enough);
}

TEST(PassphraseStrength, SaysNothingBeforeAnythingIsTyped) {
  EXPECT_TRUE(passphraseStrength("").words.empty());
}

TEST(PassphraseStrength, AShortWordIsSaidToFallInMinutes) {
  EXPECT_EQ(passphraseStrength("cello").words, "A guess would take minutes.");
}

}  // namespace
