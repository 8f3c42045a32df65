#include "journal/domain/name_matcher.h"

#include <cctype>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/domain/mention.h"

namespace journal {
namespace {

NameId nameNumber(std::uint8_t n) {
  NameId::Bytes bytes{};
  bytes[0] = n;
  return NameId::fromBytes(bytes);
}
KnownName known(std::uint8_t n, std::string real, std::vector<std::string> also = {},
                NameKind kind = NameKind::YoungPerson) {
  return {nameNumber(n), kind, std::move(real), std::move(also), "Code" + std::to_string(n), "", "",
          false};
}

/// The text after mentioning, with [n] for the mention of name n.
std::string mentioned(std::string_view text, const std::vector<KnownName>& names) {
  std::string shown;
  const std::string stored = mentionKnownNames(text, names);
  for (const TextPiece& piece : pieces(stored)) {
    if (piece.kind == TextPiece::Kind::Mention) {
      shown += "[" + std::to_string(piece.name.bytes()[0]) + "]";
    } else {
      shown += stored.substr(piece.begin, piece.end - piece.begin);
    }
  }
  return shown;
}

TEST(MentionKnownNames, TakesTheFullNameBeforeTheFirst) {
  EXPECT_EQ(mentioned("Ayaan Chaudhry came. ayaan stayed.", {known(1, "Ayaan Chaudhry")}),
            "[1] came. [1] stayed.");
}

TEST(MentionKnownNames, LeavesThePossessiveBehind) {
  const std::vector<KnownName> names{known(1, "Ayaan Chaudhry")};
  EXPECT_EQ(mentioned("Ayaan's reed, Ayaan\xE2\x80\x99s cork", names),
            "[1]'s reed, [1]\xE2\x80\x99s cork");
  EXPECT_EQ(mentioned("Ayaan'll try. 'Ayaan' he said", names), "[1]'ll try. '[1]' he said");
}

TEST(MentionKnownNames, LeavesNamesInsideOtherWordsAlone) {
  const std::vector<KnownName> names{known(1, "Ann"), known(2, "Don"), known(3, "Brien"),
                                     known(4, "Zo\xC3\xAB")};
  EXPECT_EQ(mentioned("annoying banner Annie don't O'Brien Zo\xC3\xAB"
                      "s",
                      names),
            "annoying banner Annie don't O'Brien Zo\xC3\xAB"
            "s");
}

TEST(MentionKnownNames, FoldsCaseOfAccentedLetters) {
  EXPECT_EQ(mentioned("\xC3\x89LODIE and \xC5\x81ukasz",
                      {known(1, "\xC3\x89lodie"), known(2, "\xC5\x82ukasz")}),
            "[1] and [2]");
}

TEST(MentionKnownNames, AFirstNameOfTwoPeopleNamesNeither) {
  const std::vector<KnownName> names{known(1, "Connie Birkett"), known(2, "Connie Shaw")};
  EXPECT_EQ(mentioned("Connie saw Connie Shaw", names), "Connie saw [2]");
}

TEST(MentionKnownNames, AWrittenFormBeatsAnothersFirstName) {
  EXPECT_EQ(
      mentioned("Connie", {known(1, "Connie Birkett"), known(2, "Constance Shaw", {"Connie"})}),
      "[2]");
}

TEST(MentionKnownNames, TitlesAndPlacesHaveNoFirstName) {
  const std::vector<KnownName> names{known(1, "Mrs Pickersgill", {}, NameKind::Colleague),
                                     known(2, "Park Lane Primary", {}, NameKind::Place)};
  EXPECT_EQ(mentioned("Mrs Pickersgill of park lane primary; Mrs Shaw in the park", names),
            "[1] of [2]; Mrs Shaw in the park");
}

TEST(MentionKnownNames, ATitleMayHaveItsFullStop) {
  EXPECT_EQ(
      mentioned("Mrs. Pickersgill. Sam. Shaw", {known(1, "Mrs Pickersgill"), known(2, "Sam Shaw")}),
      "[1]. [2]. Shaw");
}

TEST(MentionKnownNames, EverydayWordsNeedACapital) {
  const std::vector<KnownName> names{known(1, "Will Ashdown"), known(2, "Hope Lattimer")};
  EXPECT_EQ(mentioned("I hope Will will come, will ashdown will", names),
            "I hope [1] will come, [1] will");
}

TEST(MentionKnownNames, BlanksInsideANameMayBeAnyBlanks) {
  EXPECT_EQ(mentioned("Ayaan  Chaudhry, Ayaan\nChaudhry, Ayaan\n\nChaudhry",
                      {known(1, "Ayaan Chaudhry")}),
            "[1], [1], [1]\n\nChaudhry");
}

TEST(MentionKnownNames, TokensAndHeadingsStayAsTheyAre) {
  const std::string stored =
      headingToken("What did Ayaan do?") + "\n" + mentionToken(nameNumber(7)) + " and Ayaan";
  const std::string result = mentionKnownNames(stored, {known(1, "Ayaan Chaudhry")});
  EXPECT_EQ(result, headingToken("What did Ayaan do?") + "\n" + mentionToken(nameNumber(7)) +
                        " and " + mentionToken(nameNumber(1)));
}

TEST(MentionKnownNames, EmptyNamesAndMarksMatchNothing) {
  EXPECT_EQ(mentioned("a - b", {known(1, ""), known(2, " - ", {"", "'"})}), "a - b");
}

const std::vector<KnownName>& roster() {
  static const std::vector<KnownName> names{known(1, "Ayaan Chaudhry", {"Ayan"}),
                                            known(2, "Connie Birkett"),
                                            known(3, "Mei-Lin Zhou", {"Mei"}),
                                            known(4, "Elif Y\xC4\xB1ld\xC4\xB1z"),
                                            known(5, "Mrs Pickersgill"),
                                            known(6, "Will Ashdown"),
                                            known(7, "Sam"),
                                            known(8, "D'Arcy O'Neill", {"Darcy"}),
                                            known(9, "S", {"'s"})};
  return names;
}

std::string randomNote(SeededRandom& random) {
  static const std::vector<std::string> parts{
      "Ayaan",        "ayan",        "Chaudhry", "Connie",  "BIRKETT",
      "Mei",          "-",           "Lin",      "Zhou",    "'",
      "\xE2\x80\x99", "s",           " ",        " ",       "\n",
      "Mrs",          "Pickersgill", "Will",     "will",    "Sam",
      "same",         "D",           "Arcy",     "O'Neill", ".",
      "Elif",         "x",           "\xC4\xB1", "re"};
  std::string text;
  for (std::uint64_t n = 1 + random.below(14); n > 0; --n) {
    text += random.below(12) == 0 ? mentionToken(nameNumber(1)) : parts[random.below(parts.size())];
    if (random.below(2) == 0) text += ' ';
  }
  return text;
}

TEST(MentionKnownNames, TwiceIsAsOnce) {
  constexpr std::uint64_t kSeed = 6;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const NameMatcher matcher(roster());
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = randomNote(random);
    const std::string once = matcher.mention(text);
    ASSERT_EQ(matcher.mention(once), once) << text;
  }
}

/// Straight from the promise, without the matcher's own notion of anything: after mentioning, no
/// name that is not also an everyday word stands between blanks or full stops.
TEST(MentionKnownNames, LeaveNoRealNameStandingAsAWord) {
  constexpr std::uint64_t kSeed = 7;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const NameMatcher matcher(roster());
  const std::vector<std::string> forms{"ayaan chaudhry",
                                       "ayaan",
                                       "ayan",
                                       "connie birkett",
                                       "connie",
                                       "mei-lin zhou",
                                       "mei",
                                       "mrs pickersgill",
                                       "sam",
                                       "d'arcy o'neill",
                                       "s"};
  for (int i = 0; i < 20'000; ++i) {
    std::string text = " ";
    for (const char c : matcher.mention(randomNote(random)) + " ") {
      if (c == '.') text += ' ';  // a full stop ends a word, but does not stand inside a name
      text += c == '\n' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const std::string& form : forms)
      ASSERT_EQ(text.find(" " + form + " "), std::string::npos) << form << ": " << text;
  }
}

/// Nothing but names is touched: what is left around the mentions is what was written, in order.
TEST(MentionKnownNames, RenderedWithRealFormsTextKeepsEverythingElse) {
  constexpr std::uint64_t kSeed = 8;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const NameMatcher matcher(roster());
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = randomNote(random);
    const std::string stored = matcher.mention(text);
    std::size_t at = 0;
    for (const TextPiece& piece : pieces(stored)) {
      if (piece.kind != TextPiece::Kind::Run) continue;
      const std::string run = stored.substr(piece.begin, piece.end - piece.begin);
      at = text.find(run, at);
      ASSERT_NE(at, std::string::npos) << text;
      at += run.size();
    }
  }
}

}  // namespace
}  // namespace journal
