#include "journal/text/fold.h"

#include <gtest/gtest.h>
#include <utf8proc.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal::text {
namespace {

TEST(Fold, DropsCaseAndDiacriticsOfLatinLetters) {
  EXPECT_EQ(folded("ZO\xC3\x8B Wr\xC3\xB3"
                   "blewski Y\xC4\xB1ld\xC4\xB1z"),
            "zoe wroblewski y\xC4\xB1ld\xC4\xB1z");
  EXPECT_EQ(folded("e\xCC\x81t\xC3\xA9 \xE1\xBB\x87"), "ete e")
      << "decomposed, composed, and two marks on one letter";
}

TEST(Fold, KeepsLettersThatOnlyLookLikeAnAccent) {
  EXPECT_EQ(folded("\xC5\x81\xC3\x98\xC3\x9F"), "\xC5\x82\xC3\xB8\xC3\x9F");
}

TEST(Fold, LeavesAccentsOfOtherScriptsAsFullTextDoes) {
  EXPECT_EQ(folded("\xCE\x86"), "\xCE\xAC");
}

TEST(Fold, KnowsWhereEveryByteCameFrom) {
  const FoldedText result = fold(
      "a\xC3\x89"
      "e\xCC\x81z");
  EXPECT_EQ(result.text, "aeez");
  EXPECT_EQ(result.origin, (std::vector<std::size_t>{0, 1, 3, 6, 7}));
}

TEST(Fold, IsTotalIdempotentAndWellFormed) {
  constexpr std::uint64_t kSeed = 21;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(20); n > 0; --n) {
      if (random.below(2))
        appendUtf8(text, static_cast<char32_t>(random.below(0x3000)));
      else
        text.push_back(static_cast<char>(random.next()));
    }
    const FoldedText result = fold(text);
    ASSERT_TRUE(isValidUtf8(result.text));
    ASSERT_EQ(folded(result.text), result.text);
    ASSERT_EQ(result.origin.size(), result.text.size() + 1);
    for (std::size_t k = 1; k < result.origin.size(); ++k)
      ASSERT_GE(result.origin[k], result.origin[k - 1]);
    ASSERT_EQ(result.origin.back(), text.size());
  }
}

/// journal/base may use no Unicode library; this is where its case folding is held against one.
TEST(FoldCase, OfTheBaseAgreesWithUtf8procOnItsScripts) {
  const std::pair<char32_t, char32_t> ranges[] = {{0, 0x17F}, {0x386, 0x42F}, {0x1E00, 0x1EFF}};
  for (const auto& range : ranges) {
    for (char32_t c = range.first; c <= range.second; ++c) {
      if (c == 0xB5 || c == 0x130 || c == 0x17F || c == 0x1E9B || c == 0x1E9E || c == 0x3C2)
        continue;                              // below
      if (c >= 0x3CF && c <= 0x3FF) continue;  // Greek symbols and Coptic: not promised
      ASSERT_EQ(foldCase(c),
                static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))))
          << std::hex << +c;
    }
  }
}

TEST(FoldCase, DiffersFromLowerCaseWhereCaseFoldingDoes) {
  EXPECT_EQ(foldCase(char32_t{0xB5}), char32_t{0x3BC});     // micro sign
  EXPECT_EQ(foldCase(char32_t{0x17F}), char32_t{'s'});      // long s
  EXPECT_EQ(foldCase(char32_t{0x1E9B}), char32_t{0x1E61});  // long s with dot
  EXPECT_EQ(foldCase(char32_t{0x1E9E}), char32_t{0xDF});    // capital sharp s
  EXPECT_EQ(foldCase(char32_t{0x3C2}), char32_t{0x3C3});    // final sigma
  EXPECT_EQ(foldCase(char32_t{0x130}), char32_t{0x130});    // I with dot: no simple folding
}

TEST(IsWordPart, AgreesWithUnicodeOnLettersAndDigitsOfTheBasicPlane) {
  int differing = 0;
  for (utf8proc_int32_t c = 0; c < 0x10000; ++c) {
    const utf8proc_category_t category = utf8proc_category(c);
    const bool letterOrDigit =
        (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
        category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_MN;
    if (letterOrDigit && c > 0xBF && (c < 0x2000 || c > 0x2FFF) && (c < 0x3000 || c > 0x303F) &&
        c < 0xFE00) {
      EXPECT_TRUE(isWordPart(static_cast<char32_t>(c))) << std::hex << c;
    }
    if (c < 0x80) {
      EXPECT_EQ(isWordPart(static_cast<char32_t>(c)), letterOrDigit) << std::hex << c;
    }
    differing += letterOrDigit != isWordPart(static_cast<char32_t>(c));
  }
  RecordProperty("differing", differing);
}

}  // namespace
}  // namespace journal::text
