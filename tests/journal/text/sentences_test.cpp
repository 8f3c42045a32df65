#include "journal/text/sentences.h"

#include <string>

#include <gtest/gtest.h>

#include "journal/base/random.h"

namespace journal::text {
namespace {

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> found;
  for (const Sentence& sentence : sentences(text))
    found.emplace_back(text.substr(sentence.begin, sentence.end - sentence.begin));
  return found;
}

using Strings = std::vector<std::string>;

TEST(Sentences, EndAtMarksAndLineEnds) {
  EXPECT_EQ(split("Next week: B flat? No. Leave it alone.\n\nStop there"),
            (Strings{"Next week: B flat?", "No.", "Leave it alone.", "Stop there"}));
}

TEST(Sentences, KeepTheirClosingMarks) {
  EXPECT_EQ(
      split("\xE2\x80\x9CI did it!\xE2\x80\x9D He smiled\xE2\x80\xA6 (Really.) Yes."),
      (Strings{"\xE2\x80\x9CI did it!\xE2\x80\x9D", "He smiled\xE2\x80\xA6", "(Really.)", "Yes."}));
}

TEST(Sentences, DoNotEndAtTitlesInitialsOrNumbers) {
  EXPECT_EQ(split("Mrs. Pickersgill and J. Smith, e.g. on no. 4 at 3.30 p.m. today. Fine."),
            (Strings{"Mrs. Pickersgill and J. Smith, e.g. on no. 4 at 3.30 p.m. today.", "Fine."}));
}

TEST(Sentences, EndAfterTheNameOfANote) {
  EXPECT_EQ(split("He got a clean low E. Connie could not."),
            (Strings{"He got a clean low E.", "Connie could not."}));
}

TEST(Sentences, OfBlankTextAreNone) {
  EXPECT_TRUE(sentences("").empty());
  EXPECT_TRUE(sentences(" \n\t\r\n ").empty());
}

TEST(Sentences, OfAnyBytesAreInOrderAndMissOnlyBlanks) {
  constexpr std::uint64_t kSeed = 22;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const std::string likely = ".!?\xE2\x80\xA6 \n\r\tAa\"'";
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(40); n > 0; --n)
      text.push_back(random.below(4) ? likely[random.below(likely.size())]
                                     : static_cast<char>(random.next()));
    std::size_t at = 0;
    for (const Sentence& one : sentences(text)) {
      ASSERT_LE(at, one.begin);
      ASSERT_LT(one.begin, one.end);
      for (; at < one.begin; ++at)
        ASSERT_NE(std::string(" \n\r\t\xC2\xA0\xE2\x80\xAF").find(text[at]), std::string::npos);
      at = one.end;
    }
    ASSERT_LE(at, text.size());
  }
}

TEST(Sentences, OfTwoTextsOnLinesOfTheirOwnAreThoseOfEach) {
  constexpr std::uint64_t kSeed = 29;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const std::vector<std::string> parts{"Reed", "mr. ",         ". ", "E", "\xE2\x80\xA6", "\xE2",
                                       "\n",   "\xE2\x80\x99", "?!", " ", "low",          "No. 3"};
  const auto anyText = [&] {
    std::string text;
    for (std::uint64_t n = random.below(20); n > 0; --n) text += parts[random.below(parts.size())];
    return text;
  };
  for (int i = 0; i < 5'000; ++i) {
    const std::string first = anyText();
    const std::string second = anyText();
    std::vector<Sentence> each = sentences(first);
    for (const Sentence& sentence : sentences(second)) {
      each.push_back({sentence.begin + first.size() + 1, sentence.end + first.size() + 1});
    }
    ASSERT_EQ(sentences(first + "\n" + second), each) << first << "\n" << second;
  }
}

}  // namespace
}  // namespace journal::text
