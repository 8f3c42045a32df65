#include "journal/base/utf8.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace journal {
namespace {

TEST(Utf8, EveryCodePointReadsBackAsItself) {
  for (char32_t c = 0; c <= 0x10FFFF; c += (c < 0x3000 ? 1 : 251)) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    appendUtf8(text, c);
    const CodePoint read = decodeUtf8(text, 0);
    ASSERT_TRUE(read.valid) << static_cast<std::uint32_t>(c);
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.length, text.size());
  }
}

TEST(Utf8, RefusesOverlongSurrogateAndTruncatedForms) {
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xE2\x82", "\x80", "\xFF"}) {
    EXPECT_FALSE(isValidUtf8(bad));
    EXPECT_TRUE(isValidUtf8(repairUtf8(bad)));
  }
}

TEST(Utf8, RepairOfAnyBytesIsValidAndKeepsValidText) {
  SeededRandom random(20261124);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::uint64_t i = random.below(40); i > 0; --i)
      bytes.push_back(static_cast<char>(random.below(256)));
    ASSERT_TRUE(isValidUtf8(repairUtf8(bytes)));
  }
  EXPECT_EQ(repairUtf8("Ewa \xC5\x81uczak, caf\xC3\xA9"), "Ewa \xC5\x81uczak, caf\xC3\xA9");
}

TEST(Utf8, OffsetsCountCodePointsNotBytes) {
  const std::string text =
      "a\xC3\xA9\xE2\x82\xAC"
      "b";
  EXPECT_EQ(countCodePoints(text), 4U);
  EXPECT_EQ(byteOffsetOf(text, 2), 3U);
  EXPECT_EQ(byteOffsetOf(text, 9), text.size());
  EXPECT_TRUE(isBoundary(text, 3));
  EXPECT_FALSE(isBoundary(text, 2));
}

TEST(Utf8, ReadsBackwardsWhatItReadsForwards) {
  SeededRandom random(20261125);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::uint64_t i = random.below(10); i > 0; --i)
      appendUtf8(text, static_cast<char32_t>(random.below(0x110000)));
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint forwards = decodeUtf8(text, at);
      at += forwards.length;
      const CodePoint backwards = decodeUtf8Before(text, at);
      ASSERT_EQ(backwards.value, forwards.value);
      ASSERT_EQ(backwards.length, forwards.length);
    }
  }
  EXPECT_EQ(decodeUtf8Before("abc", 0).length, 0U);
  EXPECT_FALSE(decodeUtf8Before("a\x80\x80", 3).valid);
  EXPECT_EQ(decodeUtf8Before("\xE2\x82", 2).length, 2U);
  EXPECT_FALSE(decodeUtf8Before("\xE2\x82", 2).valid);
}

TEST(Utf8, FoldsTheCaseOfNamesTutorsWrite) {
  EXPECT_EQ(foldCase("Zo\xC3\x8B \xC5\x81ucja \xE1\xBA\x84yn"),
            "zo\xC3\xAB \xC5\x82ucja \xE1\xBA\x85yn");
  EXPECT_EQ(foldCase("a\xFF"), "a\xEF\xBF\xBD");
}

TEST(Utf8, APlaceBetweenTwoLettersIsInsideAWord) {
  const std::string text = "n\xC3\xA9 \xE2\x80\x94";
  EXPECT_TRUE(isInsideWord(text, 1));
  EXPECT_FALSE(isInsideWord(text, 0));
  EXPECT_FALSE(isInsideWord(text, 3));
  EXPECT_FALSE(isInsideWord(text, text.size()));
}

TEST(Utf8, TrimmedKeepsWhatStandsBetweenWordsAndNothingAround) {
  EXPECT_EQ(trimmed(" \t\r\n a \n b\t "), "a \n b");
  EXPECT_EQ(trimmed(" \r\n"), "");
  EXPECT_EQ(trimmed(""), "");
  EXPECT_EQ(trimmed("\xC2\xA0x"), "\xC2\xA0x");
}

}  // namespace
}  // namespace journal
