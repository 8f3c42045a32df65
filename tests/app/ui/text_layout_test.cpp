#include "app/ui/text_layout.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"
#include "tests/app/ui/sample_mention.h"

namespace {

using namespace app::ui;  // NOLINT

/// Every cluster is ten wide, a mention fifty, whatever it holds.
class TenWide final : public Measure {
 public:
  float cluster(std::string_view, bool) const override { return 10; }
  float mention(std::string_view) const override { return 50; }
};

LayoutStyle narrow(float width = 100) {
  LayoutStyle style;
  style.width = width;
  return style;
}

TextLayout laidOut(std::string_view text, float width = 100) {
  TextLayout layout;
  layout.update(text, narrow(width), TenWide());
  return layout;
}

/// Words, spaces, breaks, accents, emoji sequences, mentions and prompts, joined by chance.
std::string randomText(journal::SeededRandom& random, std::size_t pieces) {
  static const std::vector<std::string> kPieces = {
      "a",
      "word",
      "longerword",
      " ",
      "  ",
      "\n",
      ". ",
      "-",
      "\xC3\xA9",
      "e\xCC\x81",
      "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\xA4",
      "\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7",
      "\xE2\x80\x99",
      "\xE4\xBD\xA0",
      "\t",
      mentionToken(kMentioned),
      "\n" + promptParagraph("So what? What might it mean?") + "\n"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += kPieces[random.below(kPieces.size())];
  return text;
}

std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> out{0};
  while (out.back() < text.size()) out.push_back(nextAtom(text, out.back()));
  return out;
}

bool inPrompt(const TextLayout& layout, std::size_t byte) {
  return layout.paragraphs()[layout.paragraphAt(byte)].prompt;
}

TEST(Atoms, CombiningAccentsFlagsAndFamiliesAreOne) {
  const std::string accent = "e\xCC\x81x";
  EXPECT_EQ(nextAtom(accent, 0), 3U);
  const std::string flag = "\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7!";
  EXPECT_EQ(nextAtom(flag, 0), 8U);
  const std::string singer = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x8E\xA4!";
  EXPECT_EQ(nextAtom(singer, 0), 11U);
  EXPECT_EQ(previousAtom(singer, 11), 0U);
}

TEST(Atoms, AMentionIsOneAndASpoiltMentionIsNot) {
  const std::string text = "Saw " + mentionToken(kMentioned) + " today";
  EXPECT_EQ(nextAtom(text, 4), 4 + kMentionBytes);
  EXPECT_EQ(previousAtom(text, 4 + kMentionBytes), 4U);
  EXPECT_EQ(snapToAtom(text, 20), 4U);
  std::string spoilt = text;
  spoilt[10] = 'Z';
  EXPECT_EQ(mentionAt(spoilt, 4), 0U);
}

TEST(Atoms, ForwardsAndBackwardsAgreeOnRandomText) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    journal::SeededRandom random(seed);
    const std::string text = randomText(random, 40);
    const std::vector<std::size_t> stops = boundaries(text);
    for (std::size_t i = 1; i < stops.size(); ++i) {
      ASSERT_EQ(previousAtom(text, stops[i]), stops[i - 1]);
      for (std::size_t inside = stops[i - 1]; inside < stops[i]; ++inside)
        ASSERT_EQ(snapToAtom(text, inside), stops[i - 1]);
    }
  }
}

TEST(Words, CtrlRightStopsAtTheEndOfEachWordAndAMentionIsAWord) {
  const std::string text = "don\xE2\x80\x99t stop, " + mentionToken(kMentioned) + "sings";
  const std::size_t first = nextWord(text, 0);
  EXPECT_EQ(text.substr(0, first), "don\xE2\x80\x99t");
  const std::size_t second = nextWord(text, first);
  EXPECT_EQ(text.substr(first, second - first), " stop");
  const std::size_t third = nextWord(text, second);
  EXPECT_EQ(third, text.find("sings"));
  EXPECT_EQ(previousWord(text, text.size()), text.find("sings"));
  EXPECT_EQ(previousWord(text, third), third - kMentionBytes);
}

TEST(Words, DoubleClickTakesTheWordUnderIt) {
  const std::string text = "They kept the call";
  const ByteRange word = wordAround(text, 6);
  EXPECT_EQ(text.substr(word.begin, word.size()), "kept");
  const ByteRange last = wordAround(text, text.size());
  EXPECT_EQ(text.substr(last.begin, last.size()), "call");
}

TEST(Layout, WrapsAtSpacesWhichHang) {
  const TextLayout layout = laidOut("one two three four", 100);
  ASSERT_EQ(layout.paragraphs().size(), 1U);
  const auto& lines = layout.paragraphs()[0].lines;
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].end, std::string("one two ").size());
  EXPECT_FLOAT_EQ(lines[0].width, 70);  // without the hanging space
}

TEST(Layout, AWordWiderThanTheLineIsCutNotLost) {
  const TextLayout layout = laidOut(std::string(25, 'x'), 100);
  EXPECT_EQ(layout.paragraphs()[0].lines.size(), 3U);
}

TEST(Layout, AMentionNeverBreaks) {
  const TextLayout layout = laidOut("abcdefg " + mentionToken(kMentioned) + " end", 100);
  ASSERT_EQ(layout.paragraphs()[0].lines.size(), 2U);
  EXPECT_EQ(layout.paragraphs()[0].lines[1].begin, 8U);
}

TEST(Layout, PromptsBalanceTheirLinesAndTakeNoCaret) {
  const std::string text = promptParagraph("aaa bbb ccc ddd eee fff g") + "\nanswer";
  const TextLayout layout = laidOut(text, 240);
  const auto& prompt = layout.paragraphs()[0];
  ASSERT_TRUE(prompt.prompt);
  ASSERT_EQ(prompt.lines.size(), 2U);
  EXPECT_GT(prompt.lines[1].width, 60);  // not the single last word
  EXPECT_EQ(layout.hit({5, 5}, TenWide()), text.find("answer"));
}

TEST(Layout, EveryByteLiesInExactlyOneLine) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    journal::SeededRandom random(seed);
    const std::string text = randomText(random, 60);
    const TextLayout layout = laidOut(text, static_cast<float>(20 + random.below(400)));
    std::size_t next = 0;
    for (const auto& paragraph : layout.paragraphs()) {
      ASSERT_EQ(paragraph.begin, next);
      std::size_t inside = 0;
      for (const TextLine& line : paragraph.lines) {
        ASSERT_EQ(line.begin, inside);
        ASSERT_EQ(snapToAtom(text, paragraph.begin + line.begin), paragraph.begin + line.begin)
            << "a line begins inside an atom";
        inside = line.end;
      }
      ASSERT_EQ(paragraph.begin + inside, paragraph.end);
      next = paragraph.end;
    }
    ASSERT_EQ(next, text.size());
  }
}

TEST(Layout, CaretsGoDownThePageAndHitTestingFindsThemAgain) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    journal::SeededRandom random(seed);
    const std::string text = randomText(random, 60);
    const TextLayout layout = laidOut(text, static_cast<float>(60 + random.below(300)));
    CaretBox before{-1, -1, 0};
    for (const std::size_t byte : boundaries(text)) {
      const CaretBox caret = layout.caret(byte, TenWide());
      ASSERT_TRUE(caret.y > before.y || (caret.y == before.y && caret.x >= before.x))
          << "at byte " << byte;
      before = caret;
      if (inPrompt(layout, byte)) continue;
      const std::size_t hit = layout.hit({caret.x, caret.y + caret.height / 2}, TenWide());
      const CaretBox again = layout.caret(hit, TenWide());
      ASSERT_EQ(again.y, caret.y) << "at byte " << byte;
      // Hanging spaces and what overflows stand at the line's edge together; elsewhere the place is
      // found exactly.
      const bool exact =
          byte <= layout.lineEnd(byte) && caret.x < layout.caret(layout.lineEnd(byte), TenWide()).x;
      ASSERT_TRUE(!exact || hit == byte) << "at byte " << byte << " found " << hit;
    }
  }
}

TEST(Layout, AnEditLaysOutOnlyWhatItTouchesAndEndsEqualToAFreshLayout) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    journal::SeededRandom random(seed);
    std::string text = randomText(random, 80);
    TextLayout kept = laidOut(text, 150);
    for (int edit = 0; edit < 6; ++edit) {
      const std::vector<std::size_t> stops = boundaries(text);
      const std::size_t a = stops[random.below(stops.size())];
      const std::size_t b = stops[random.below(stops.size())];
      text.replace(std::min(a, b), random.below(2) == 0 ? 0 : std::max(a, b) - std::min(a, b),
                   randomText(random, random.below(4)));
      kept.update(text, narrow(150), TenWide());
      const TextLayout fresh = laidOut(text, 150);
      ASSERT_EQ(kept.paragraphs().size(), fresh.paragraphs().size());
      for (std::size_t i = 0; i < fresh.paragraphs().size(); ++i) {
        ASSERT_EQ(kept.paragraphs()[i].begin, fresh.paragraphs()[i].begin);
        ASSERT_EQ(kept.paragraphs()[i].end, fresh.paragraphs()[i].end);
        ASSERT_EQ(kept.paragraphs()[i].lines.size(), fresh.paragraphs()[i].lines.size());
        ASSERT_FLOAT_EQ(kept.paragraphs()[i].top, fresh.paragraphs()[i].top);
      }
    }
  }
}

TEST(Layout, EditsInsideOneLongParagraphEndEqualToAFreshLayout) {
  static const std::vector<std::string> kPieces = {"a",
                                                   "word ",
                                                   "averyveryverylongwordthatiscut",
                                                   " ",
                                                   "    ",
                                                   "-",
                                                   "\xC3\xA9",
                                                   "\xCC\x81",
                                                   mentionToken(kMentioned),
                                                   "",
                                                   "\xF0\x9F\x87\xAC"};
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    journal::SeededRandom random(seed);
    const auto piece = [&] { return kPieces[random.below(kPieces.size())]; };
    std::string text;
    for (int i = 0; i < 300; ++i) text += piece();
    const bool between = seed % 2 == 0;
    if (between) text = "before\n" + text + "\nafter";
    TextLayout layout;
    layout.update(text, narrow(), TenWide());
    for (int edit = 0; edit < 40; ++edit) {
      const std::size_t from = snapToAtom(
          text, between ? 7 + random.below(text.size() - 14) : random.below(text.size()));
      const std::size_t to =
          random.below(3) == 0
              ? snapToAtom(text, std::min(text.size() - 6, from + random.below(60)))
              : from;
      text.replace(from, to > from ? to - from : 0, piece() + piece());
      layout.update(text, narrow(), TenWide());
      const TextLayout fresh = laidOut(text);
      ASSERT_EQ(layout.paragraphs().size(), fresh.paragraphs().size());
      for (std::size_t p = 0; p < fresh.paragraphs().size(); ++p) {
        const auto& a = layout.paragraphs()[p];
        const auto& b = fresh.paragraphs()[p];
        ASSERT_EQ(a.begin, b.begin);
        ASSERT_EQ(a.end, b.end);
        ASSERT_EQ(a.top, b.top);
        ASSERT_EQ(a.lines.size(), b.lines.size());
        for (std::size_t i = 0; i < a.lines.size(); ++i) {
          ASSERT_EQ(a.lines[i].begin, b.lines[i].begin) << i;
          ASSERT_EQ(a.lines[i].end, b.lines[i].end) << i;
          ASSERT_EQ(a.lines[i].width, b.lines[i].width) << i;
        }
      }
    }
  }
}

TEST(Layout, TypingInALongTextMeasuresOneParagraph) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "A paragraph of ordinary words about a lesson.\n";
  TextLayout layout = laidOut(text, 300);
  text.insert(text.size() / 2, "x");
  layout.update(text, narrow(300), TenWide());
  EXPECT_EQ(layout.measuredParagraphs(), 1U);
}

TEST(Layout, BoxesOfARangeCoverItOncePerLine) {
  const TextLayout layout = laidOut("one two three four", 100);
  const std::vector<TextBox> boxes = layout.boxes({4, 13}, TenWide());
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_FLOAT_EQ(boxes[0].rect.x, 40);
  EXPECT_FLOAT_EQ(boxes[0].rect.w, 30);
  EXPECT_FLOAT_EQ(boxes[1].rect.x, 0);
  EXPECT_FLOAT_EQ(boxes[1].rect.w, 50);
}

}  // namespace
