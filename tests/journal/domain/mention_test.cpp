#include "journal/domain/mention.h"

#include <map>

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal {
namespace {

NameId idOf(std::uint8_t n) {
  NameId::Bytes bytes{};
  bytes[15] = n;
  return NameId::fromBytes(bytes);
}

KnownName wren() {
  return {idOf(1), NameKind::YoungPerson, "Ayaan Chaudhry", {},
          "Wren",  "upper primary",       "woodwind",       false};
}
KnownName senco() {
  return {idOf(2), NameKind::Colleague, "Mrs Pickersgill", {}, "the SENCO", "", "", false};
}

NameLookup lookupOf(std::vector<KnownName> names) {
  return [names](NameId id) -> const KnownName* {
    for (const KnownName& name : names) {
      if (name.id == id) return &name;
    }
    return nullptr;
  };
}

std::string mark(char32_t c) {
  std::string text;
  appendUtf8(text, c);
  return text;
}

/// Bytes that often form tokens, almost-tokens and broken UTF-8.
std::string nastyText(SeededRandom& random) {
  std::string text;
  for (std::uint64_t n = random.below(12); n > 0; --n) {
    switch (random.below(9)) {
      case 0:
        text += mentionToken(NameId::random(random));
        break;
      case 1:
        text += headingToken("What?");
        break;
      case 2:
        text += mark(kMentionBegin + static_cast<char32_t>(random.below(4)));
        break;
      case 3:
        text += mentionToken(idOf(3)).substr(random.below(20));
        break;
      case 4:
        text += mentionToken(idOf(3)).substr(0, random.below(38));
        break;
      case 5:
        text.push_back(static_cast<char>(random.next()));
        break;
      case 6:
        text += std::string("\r\n\r\0\x1B", 5);
        break;
      case 7:
        text += "caf\xC3\xA9 \xF0\x9F\x8E\xB5 ";
        break;
      default:
        text += "words and words ";
        break;
    }
  }
  return text;
}

TEST(Mention, ATokenIsThirtyEightBytesAndReadsBack) {
  const std::string token = mentionToken(wren().id);
  EXPECT_EQ(token.size(), 38U);
  const std::vector<TextPiece> found = pieces(token);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, TextPiece::Kind::Mention);
  EXPECT_EQ(found[0].name, wren().id);
}

TEST(Mention, ABrokenTokenIsARun) {
  const std::string token = mentionToken(wren().id);
  std::string upper = mentionToken(NameId::fromBytes({0xAB}));
  upper[3] = 'A';
  for (const std::string& broken :
       {token.substr(0, 37), token.substr(3), upper, mark(kHeadingBegin) + mark(kHeadingEnd),
        mark(kHeadingBegin) + "two\nlines" + mark(kHeadingEnd)}) {
    const std::vector<TextPiece> found = pieces(broken);
    ASSERT_EQ(found.size(), 1U) << broken;
    EXPECT_EQ(found[0].kind, TextPiece::Kind::Run);
  }
}

TEST(Mention, PiecesCoverAnyTextExactly) {
  constexpr std::uint64_t kSeed = 3;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = nastyText(random);
    std::size_t at = 0;
    for (const TextPiece& piece : pieces(text)) {
      ASSERT_EQ(piece.begin, at);
      ASSERT_GT(piece.end, piece.begin);
      at = piece.end;
    }
    ASSERT_EQ(at, text.size());
  }
}

TEST(Sanitise, IsIdempotentAndWellFormedForAnyBytes) {
  constexpr std::uint64_t kSeed = 4;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = nastyText(random);
    const std::string stored = sanitiseStored(text);
    ASSERT_TRUE(isValidUtf8(stored));
    ASSERT_EQ(sanitiseStored(stored), stored);
    for (const TextPiece& piece : pieces(stored)) {
      if (piece.kind != TextPiece::Kind::Run) continue;
      const std::string run = stored.substr(piece.begin, piece.end - piece.begin);
      for (char32_t c = kMentionBegin; c <= kHeadingEnd; ++c)
        ASSERT_EQ(run.find(mark(c)), std::string::npos);
    }
    const std::string plain = sanitisePlain(text);
    ASSERT_TRUE(isValidUtf8(plain));
    ASSERT_EQ(sanitisePlain(plain), plain);
    for (char32_t c = kMentionBegin; c <= kHeadingEnd; ++c)
      ASSERT_EQ(plain.find(mark(c)), std::string::npos);
  }
}

TEST(Sanitise, KeepsWholeTokensOnlyInStoredText) {
  const std::string token = mentionToken(wren().id);
  EXPECT_EQ(sanitiseStored("a " + token + " b"), "a " + token + " b");
  EXPECT_EQ(sanitisePlain("a " + token + " b"), "a  b");
}

TEST(Sanitise, MakesEveryLineEndOneLineFeed) {
  EXPECT_EQ(sanitiseStored("a\r\nb\rc\nd\fe"), "a\nb\nc\nd\ne");
  EXPECT_EQ(sanitisePlain(std::string("a\0b\x1B[31mc\td\x7F", 12)), "ab[31mc\td");
}

TEST(Sanitise, NeverLosesALetter) {
  EXPECT_EQ(sanitiseStored("Zo\xC3\xAB \xE2\x80\x93 \xF0\x9F\x8E\xB5"),
            "Zo\xC3\xAB \xE2\x80\x93 \xF0\x9F\x8E\xB5");
  EXPECT_EQ(sanitiseStored("caf\xE9!"), "caf\xEF\xBF\xBD!");
}

TEST(Heading, IsOneLineWithoutMarks) {
  EXPECT_EQ(headingToken("What\nnow?" + mark(kHeadingEnd)), headingToken("What now?"));
  EXPECT_EQ(headingToken(""), "");
  const std::string token = headingToken("What?");
  ASSERT_EQ(pieces(token).size(), 1U);
  EXPECT_EQ(pieces(token)[0].heading, "What?");
}

TEST(Render, ShowsRealNamesCodesOrBlurs) {
  const NameLookup lookup = lookupOf({wren(), senco()});
  const std::string stored = mentionToken(idOf(1)) + "'s reed, says " + mentionToken(idOf(2)) +
                             " to " + mentionToken(idOf(9));
  EXPECT_EQ(render(stored, NamesShown::Real, lookup).text,
            "Ayaan Chaudhry's reed, says Mrs Pickersgill to someone");
  EXPECT_EQ(render(stored, NamesShown::Code, lookup).text,
            "Wren's reed, says the SENCO to someone");
  EXPECT_EQ(render(stored, NamesShown::Blurred, lookup).text,
            "a young person's reed, says a colleague to someone");
}

TEST(Render, NeverFallsBackToARealName) {
  KnownName unnamed = wren();
  unnamed.codeName.clear();
  EXPECT_EQ(shownName(&unnamed, NamesShown::Code), "someone");
  EXPECT_EQ(shownName(&unnamed, NamesShown::Blurred), "a young person");
  KnownName codeOnly = wren();
  codeOnly.realName.clear();
  EXPECT_EQ(shownName(&codeOnly, NamesShown::Real), "Wren");
}

TEST(Render, LeavesHeadingsAndTheirLineEndOutUnlessAsked) {
  const std::string stored =
      headingToken("What?") + "\nHe played.\n" + headingToken("Now what?") + "\nAgain.";
  const NameLookup lookup = lookupOf({});
  EXPECT_EQ(render(stored, NamesShown::Code, lookup).text, "He played.\nAgain.");
  EXPECT_EQ(render(stored, NamesShown::Code, lookup, true).text,
            "What?\nHe played.\nNow what?\nAgain.");
}

TEST(Render, KnowsWhereEveryPieceWent) {
  const std::string stored = headingToken("What?") + "\nThen " + mentionToken(idOf(1)) + " played.";
  const RenderedText rendered = render(stored, NamesShown::Code, lookupOf({wren()}));
  ASSERT_EQ(rendered.text, "Then Wren played.");
  EXPECT_EQ(rendered.toRendered(stored.find("Then")), 0U);
  EXPECT_EQ(rendered.toRendered(stored.find("Then") + 3), 3U);
  EXPECT_EQ(rendered.toRendered(stored.find(mentionToken(idOf(1)))), 5U);
  EXPECT_EQ(rendered.toRendered(stored.find(mentionToken(idOf(1))) + 10), 5U)
      << "inside a token reads as its start";
  EXPECT_EQ(rendered.toRendered(stored.find(" played")), 9U);
  EXPECT_EQ(rendered.toRendered(stored.size()), rendered.text.size());
  EXPECT_EQ(rendered.toRendered(stored.size() + 100), rendered.text.size());
}

TEST(Render, OffsetsAreMonotonicAndRunsStandWhereTheyAreSaidTo) {
  constexpr std::uint64_t kSeed = 5;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  const NameLookup lookup = lookupOf({wren()});
  for (int i = 0; i < 2'000; ++i) {
    const bool sanitised = i % 2 == 0;
    const std::string text = sanitised ? sanitiseStored(nastyText(random)) : nastyText(random);
    const RenderedText rendered = render(text, NamesShown::Code, lookup, i % 3 == 0);
    std::size_t last = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::size_t now = rendered.toRendered(at);
      ASSERT_GE(now, last);
      ASSERT_LE(now, rendered.text.size());
      last = now;
    }
    if (!sanitised) continue;
    ASSERT_TRUE(isValidUtf8(rendered.text));
    for (const TextPiece& piece : pieces(text)) {
      if (piece.kind != TextPiece::Kind::Run) continue;
      for (std::size_t at = piece.begin + 1; at < piece.end; ++at)
        ASSERT_EQ(text[at], rendered.text[rendered.toRendered(at)]);
    }
    for (char32_t c = kMentionBegin; c <= kHeadingEnd; ++c)
      ASSERT_EQ(rendered.text.find(mark(c)), std::string::npos);
  }
}

TEST(Mention, NamesComeOnceInOrderOfFirstMention) {
  const std::string text =
      mentionToken(idOf(2)) + mentionToken(idOf(1)) + " and " + mentionToken(idOf(2));
  EXPECT_EQ(mentionedNames(text), (std::vector<NameId>{idOf(2), idOf(1)}));
}

}  // namespace
}  // namespace journal
