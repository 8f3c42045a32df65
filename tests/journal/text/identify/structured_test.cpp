// What its form alone gives away.
#include <gtest/gtest.h>

#include "journal/text/identify/checksums.h"
#include "tests/journal/text/identify/lists.h"

namespace journal::text {
namespace {

TEST(Checksums, ANhsNumberHasItsCheckDigit) {
  EXPECT_TRUE(isNhsNumber("9434765919"));
  EXPECT_FALSE(isNhsNumber("9434765918"));
  EXPECT_FALSE(isNhsNumber("943476591"));
}

TEST(Checksums, APupilNumberHasItsCheckLetter) {
  // Checked by hand: 8*2 + 2*3 + 3*4 + 4*5 + 3*6 + 2*7 + 1*8 + 1*9 + 0 + 0 + 1*12 + 5*13 = 180, and
  // 180 mod 23 = 19, the twentieth letter without I, O and S.
  EXPECT_TRUE(isPupilNumber("W823432110015"));
  EXPECT_FALSE(isPupilNumber("A823432110015"));
  EXPECT_FALSE(isPupilNumber("W82343211001"));
}

TEST(Structured, EveryFormIsFound) {
  for (const char* contact :
       {"07700 900377", "(01632) 960123", "+44 7700 900 123", "TR10 9ZZ", "m1 1ae",
        "isla.mca@example.org", "@boots.onroad22", "soundbox.example/kettlemix-v3",
        "https://example.org/a?b=c", "www.larksong.co.uk"})
    EXPECT_EQ(shown(std::string("it was ") + contact + " then"), std::string("CONTACT ") + contact);
  for (const char* id : {"MW47 KJD", "943 476 5919", "W823432110015", "QQ 12 34 56 C"})
    EXPECT_EQ(shown(std::string("it was ") + id + " then"), std::string("ID ") + id);
}

TEST(Structured, WhatOnlyLooksLikeOneIsLeft) {
  for (const char* text :
       {"Bars 9-16 at 120 bpm, 808 kick, 3/4.", "I had 30 pBuzzes and 2,400 words.",
        "Marked 7.5 of 10 at 14:30.", "We did it @ home, e.g. scales."})
    EXPECT_EQ(shown(text), "") << text;
}

TEST(Structured, ANumberSaidInWordsIsOneFromNineFiguresOn) {
  EXPECT_EQ(shown("ring oh one six three two nine sixty one double oh"),
            "CONTACT oh one six three two nine sixty one double oh");
  EXPECT_EQ(shown("Oh one two three four, we counted."), "");
}

TEST(Structured, WhatIsSaidToBeANumberOrAnAccountIsOne) {
  EXPECT_EQ(shown("Candidate number 4417, serial no. 220-8841."), "ID 4417; ID 220-8841");
  EXPECT_EQ(shown("his insta is kian.beatz9 now"), "CONTACT kian.beatz9");
}

}  // namespace
}  // namespace journal::text
