#include "journal/exchange/generate.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "journal/domain/mention.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

TEST(Generate, TheSameSeedGivesTheSameCorpusAndAnotherSeedAnother) {
  CorpusGenerator a(shippedFramework(), 50, 1);
  CorpusGenerator b(shippedFramework(), 50, 1);
  CorpusGenerator c(shippedFramework(), 50, 2);
  EXPECT_EQ(a.names(), b.names());
  std::size_t differ = 0;
  for (int i = 0; i < 50; ++i) {
    const auto one = a.next();
    EXPECT_EQ(one, b.next());
    if (one->reflection.text != c.next()->reflection.text) ++differ;
  }
  EXPECT_FALSE(a.next().has_value());
  EXPECT_GT(differ, 45u);
}

TEST(Generate, EveryTagStandsOnItsWordsAndEveryMentionIsKnown) {
  CorpusGenerator generator(shippedFramework(), 1000, 3);
  std::set<NameId> known;
  for (const KnownName& name : generator.names()) known.insert(name.id);
  std::set<ReflectionId> ids;
  LocalDate last{};
  std::size_t tags = 0;
  while (const auto item = generator.next()) {
    const Reflection& reflection = item->reflection;
    ids.insert(reflection.id);
    EXPECT_LE(last, reflection.lesson.date);
    last = reflection.lesson.date;
    EXPECT_GT(reflection.text.size(), 200u);
    for (const NameId id : mentionedNames(reflection.text)) EXPECT_EQ(known.count(id), 1u);
    for (const Tag& tag : item->tags) {
      ++tags;
      ASSERT_TRUE(makePassage(reflection.text, tag.passage.begin, tag.passage.end).ok());
      EXPECT_EQ(tag.quote,
                reflection.text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin));
      EXPECT_NE(shippedFramework().find(tag.indicator), nullptr);
    }
  }
  EXPECT_EQ(ids.size(), 1000u);
  EXPECT_GT(tags, 1000u);
}

TEST(Generate, RareWordsComeAsOftenAsTheySay) {
  CorpusGenerator generator(shippedFramework(), 2000, 9);
  std::size_t theremin = 0;
  std::size_t lullaby = 0;
  std::size_t metronome = 0;
  while (const auto item = generator.next()) {
    theremin += item->reflection.text.find("theremin") != std::string::npos;
    lullaby += item->reflection.text.find("lullaby") != std::string::npos;
    metronome += item->reflection.text.find("metronome") != std::string::npos;
  }
  EXPECT_EQ(theremin, 2u);
  EXPECT_EQ(lullaby, 20u);
  EXPECT_EQ(metronome, 100u);
}

}  // namespace
}  // namespace journal::exchange::test
