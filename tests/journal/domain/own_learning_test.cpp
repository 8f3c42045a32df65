#include "journal/domain/own_learning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "journal/base/random.h"
#include "journal/domain/name_matcher.h"

namespace journal {
namespace {

struct People {
  explicit People(SeededRandom& random) {
    const char* real[] = {"Ayaan Chaudhry", "Ines Costa", "Tom Reed", "Millhope Primary"};
    const char* codes[] = {"Wren", "Robin", "the SENCO", "a primary school"};
    const NameKind kinds[] = {NameKind::YoungPerson, NameKind::YoungPerson, NameKind::Colleague,
                              NameKind::Place};
    for (std::size_t i = 0; i < 4; ++i) {
      KnownName name;
      name.id = NameId::random(random);
      name.realName = real[i];
      name.codeName = codes[i];
      name.kind = kinds[i];
      all.push_back(name);
    }
  }
  NameLookup lookup() const {
    return [this](NameId id) -> const KnownName* {
      const auto found = std::find_if(all.begin(), all.end(),
                                      [&](const KnownName& name) { return name.id == id; });
      return found == all.end() ? nullptr : &*found;
    };
  }
  std::vector<KnownName> all;
};

std::string someWords(SeededRandom& random, const People& people) {
  std::string text;
  for (std::uint64_t n = 3 + random.below(12); n > 0; --n) {
    switch (random.below(5)) {
      case 0:
        text += mentionToken(people.all[random.below(4)].id);
        break;
      case 1:
        text += people.all[random.below(4)].codeName;
        break;
      case 2:
        text += people.all[random.below(4)].realName;
        break;
      default:
        text += random.below(2) == 0 ? "played" : "counted in";
    }
    text += random.below(6) == 0 ? ". " : " ";
  }
  return text;
}

TEST(OwnLearning, NothingOfThoseTakenOutStaysAndNobodyElseGoes) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const People people(random);
    const NameMatcher matcher(withCodesAsSpellings(people.all));
    const Mentioner mention = [&](std::string_view text) { return matcher.mention(text); };
    Reflection before;
    before.text = someWords(random, people);
    before.lesson.group = "With " + people.all[random.below(2)].realName;
    before.lesson.youngPeople = {people.all[0].id, people.all[1].id};
    const bool both = random.below(2) == 0;
    const TakenOut out = [&](NameId id) {
      return id == people.all[0].id || (both && id == people.all[1].id);
    };
    const Learning learning = ownLearning(before, {}, out, people.lookup(), mention);
    const std::string& text = learning.reflection.text;
    const std::string read = render(text, NamesShown::Real, people.lookup()).text;
    for (std::size_t i = 0; i < (both ? 2U : 1U); ++i) {
      EXPECT_EQ(text.find(mentionToken(people.all[i].id)), std::string::npos);
      EXPECT_EQ(read.find(people.all[i].realName), std::string::npos) << read;
      EXPECT_EQ(read.find(people.all[i].codeName), std::string::npos) << read;
      EXPECT_EQ(learning.reflection.lesson.group.find(people.all[i].realName), std::string::npos);
    }
    EXPECT_EQ(learning.reflection.lesson.youngPeople.size(), both ? 0U : 1U);
    const auto mentionedBefore = mentionedNames(mention(before.text));
    const auto mentionedAfter = mentionedNames(text);
    for (const NameId id : mentionedBefore) {
      const bool stays =
          std::find(mentionedAfter.begin(), mentionedAfter.end(), id) != mentionedAfter.end();
      EXPECT_EQ(stays, !out(id));
    }
    EXPECT_EQ(ownLearning(learning.reflection, {}, out, people.lookup(), mention).reflection,
              learning.reflection)
        << "twice is once";
  }
}

TEST(OwnLearning, TagsStayOnTheSameWordsUnlessTheyAreAboutSomebodyTakenOut) {
  SeededRandom random(7);
  const People people(random);
  const NameId wren = people.all[0].id;
  Reflection before;
  before.text = mentionToken(wren) + " was late. They counted in. " + mentionToken(wren) + " sang.";
  const auto tagOn = [&](const std::string& words, std::optional<NameId> who) {
    Tag tag;
    tag.id = TagId::random(random);
    tag.quote = words;
    tag.passage.begin = before.text.find(words);
    tag.passage.end = tag.passage.begin + words.size();
    tag.youngPerson = who;
    return tag;
  };
  const std::vector<Tag> tags = {tagOn("counted in", std::nullopt), tagOn("counted in", wren),
                                 tagOn(mentionToken(wren) + " sang", std::nullopt)};
  const Learning learning = ownLearning(
      before, tags, [&](NameId id) { return id == wren; }, people.lookup(),
      [](std::string_view text) { return std::string(text); });
  EXPECT_EQ(learning.reflection.text,
            "a young person was late. They counted in. a young person sang.");
  ASSERT_EQ(learning.tags.size(), 1U);
  const Passage place = learning.tags.front().passage;
  EXPECT_EQ(learning.reflection.text.substr(place.begin, place.end - place.begin), "counted in");
}

}  // namespace
}  // namespace journal
