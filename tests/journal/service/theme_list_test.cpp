// What a group agreed may leave its room: those words, and nothing else of the session.
#include "journal/service/theme_list.h"

#include <gmock/gmock.h>

#include <map>

#include "journal/exchange/theme_json.h"
#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using session::CardKind;
using session::Keep;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// The service's list as far as a journal knows it.
class ListInMemory final : public ThemeDesk {
 public:
  Result<void> takeTheme(const std::string& bytes) override {
    J_TRY(const LeavingTheme theme, exchange::decodeTheme(bytes));
    came.push_back(bytes);
    standing[theme.id] = ThemeStanding::Listed;
    return {};
  }
  Result<void> takeThemeBack(ThemeId theme) override {
    standing[theme] = ThemeStanding::TakenBack;
    return {};
  }
  Result<std::vector<ThemeStanding>> standings(const std::vector<ThemeId>& themes) override {
    std::vector<ThemeStanding> all;
    for (const ThemeId& theme : themes) all.push_back(standing[theme]);
    return all;
  }
  std::vector<std::string> came;
  std::map<ThemeId, ThemeStanding> standing;
};

/// Finds "Year 5" and nothing else.
std::vector<Mark> yearsIn(const std::string& words) {
  std::vector<Mark> marks;
  const std::string year = "Year 5";
  for (std::size_t at = words.find(year); at != std::string::npos;
       at = words.find(year, at + year.size()))
    marks.push_back({at, at + year.size(), "AGE", "a year group"});
  return marks;
}
Result<TextMarker> findYear(const std::vector<std::string>&) {
  return TextMarker(yearsIn);
}

class Themes : public JournalTest {
 protected:
  static KeptCard kept(CardKind kind, const std::string& text, bool leaves) {
    KeptCard card;
    card.kind = kind;
    card.text = text;
    card.leaves = leaves;
    return card;
  }
  GroupSession held(std::vector<KeptCard> cards) {
    GroupSession group;
    group.id = GroupSessionId::random(random_);
    group.state = GroupSessionState::Held;
    group.title = "Thursday brass";
    group.day = day("2026-01-20");
    group.led = true;
    group.format.code = "A";
    group.format.name = "Half-term round";
    Round round;
    round.name = "Talk";
    round.minutes = 20;
    group.format.rounds = {round};
    group.cards = std::move(cards);
    must(PutGroupSession{group});
    return group;
  }
  PreparedThemes prepare(const GroupSession& group) {
    auto prepared = sender().prepare(group.id, list_);
    EXPECT_TRUE(prepared.ok()) << prepared.error().detail;
    return prepared.ok() ? *prepared : PreparedThemes{};
  }
  PreparedThemes again(const PreparedThemes& decided) { return *sender().prepare(decided, list_); }
  ThemeSender sender() { return {*journal_, findYear}; }

  ListInMemory list_;
};

TEST_F(Themes, OnlyWhatWasTickedLeavesAndOfItTheWordsTheKindAndTheTerm) {
  const auto group = held({kept(CardKind::Pattern, "We wait longer", true),
                           kept(CardKind::Pattern, "Stays in the room", false),
                           kept(CardKind::Barrier, "No room with a door", true)});
  const auto prepared = prepare(group);
  EXPECT_EQ(*sender().confirm(prepared, list_), 2U);
  ASSERT_THAT(list_.came, SizeIs(2));
  EXPECT_EQ(list_.came[0], "{\"afternote_theme\":1,\"id\":\"" +
                               prepared.themes[0].content.id.hex() +
                               "\",\"kind\":\"pattern\",\"term\":\"spring term 2026\",\"words\":"
                               "\"We wait longer\"}");
  EXPECT_EQ(list_.came[1], prepared.themes[1].bytes) << "the very bytes that were shown";
}

TEST_F(Themes, WhatCouldIdentifyIsDecidedBeforeAnythingLeaves) {
  const auto group = held({kept(CardKind::Pattern, "Year 5 wait longer than Year 5 did", true)});
  auto shown = prepare(group);
  ASSERT_THAT(shown.themes[0].marks, SizeIs(2));
  const auto early = sender().confirm(shown, list_);
  ASSERT_FALSE(early.ok());
  EXPECT_THAT(early.error().advice, HasSubstr("Decide"));
  EXPECT_THAT(list_.came, IsEmpty());
  shown.themes[0].decisions = {MarkDecision::Blur, MarkDecision::Stays};
  EXPECT_EQ(sender().confirm(shown, list_).error().code, ErrorCode::Conflict)
      << "these are not the bytes that were shown";
  shown = again(shown);
  EXPECT_EQ(shown.themes[0].content.words, "a year group wait longer than Year 5 did");
  EXPECT_EQ(*sender().confirm(shown, list_), 1U);
}

TEST_F(Themes, ATickedThemeThatStaysAfterAllIsNotSentAndNeedsNoDecision) {
  const auto group = held(
      {kept(CardKind::Pattern, "Year 5", true), kept(CardKind::Pattern, "We wait longer", true)});
  auto shown = prepare(group);
  shown.themes[0].goes = false;
  EXPECT_EQ(*sender().confirm(again(shown), list_), 1U);
  EXPECT_THAT(list_.came, ElementsAre(HasSubstr("We wait longer")));
}

TEST_F(Themes, WhomTheJournalKnowsIsNeverNamedNotEvenByTheirCode) {
  KnownName wren = person("Ayaan Chaudhry", "Wren");
  must(PutName{wren});
  const auto group =
      held({kept(CardKind::Pattern, "Ayaan counts, and Wren leads; in Thursday Brass too", true)});
  auto shown = prepare(group);
  for (const char* name : {"Ayaan", "Chaudhry", "Wren"})
    EXPECT_THAT(shown.themes[0].bytes, Not(HasSubstr(name)));
  ASSERT_THAT(shown.themes[0].marks, SizeIs(1)) << "the group's own title";
  shown.themes[0].decisions = {MarkDecision::Blur};
  EXPECT_THAT(again(shown).themes[0].content.words, HasSubstr("in a group too"));
}

TEST_F(Themes, SentTwiceItIsThereOnceAlsoAfterSomethingElseWasStruck) {
  const auto group = held({kept(CardKind::Pattern, "We wait longer", true),
                           kept(CardKind::Pattern, "Struck out", true)});
  ASSERT_EQ(*sender().confirm(prepare(group), list_), 2U);
  EXPECT_EQ(*sender().confirm(prepare(group), list_), 0U);
  must(StrikeFromSession{group.id, {group.cards[1]}});
  const auto left = prepare(group);
  ASSERT_THAT(left.themes, SizeIs(1));
  EXPECT_EQ(left.themes[0].standing, ThemeStanding::Listed) << "still known to be the same";
  EXPECT_EQ(*sender().confirm(left, list_), 0U);
}

TEST_F(Themes, WhatChangedSinceItWasShownDoesNotLeave) {
  auto group = held({kept(CardKind::Pattern, "We wait longer", true)});
  const auto shown = prepare(group);
  group.cards[0].text = "We wait too long";
  must(PutGroupSession{group});
  EXPECT_EQ(sender().confirm(shown, list_).error().code, ErrorCode::Conflict);
  EXPECT_THAT(list_.came, IsEmpty());
}

TEST_F(Themes, OnlyWhoLedAndOnlyOnceItWasHeld) {
  auto group = held({kept(CardKind::Pattern, "We wait longer", true)});
  group.led = false;
  must(PutGroupSession{group});
  EXPECT_EQ(sender().prepare(group.id, list_).error().code, ErrorCode::Conflict);
  EXPECT_EQ(sender().prepare(GroupSessionId::random(random_), list_).error().code,
            ErrorCode::NotFound);
}

/// Words that stand for one thing and occur nowhere else.
std::string word(SeededRandom& random) {
  std::string made;
  for (int i = 0; i < 12; ++i) made += static_cast<char>('a' + random.below(26));
  return made;
}

TEST_F(Themes, NothingButTickedThemesIsEverInTheBytes) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    SeededRandom random(seed);
    std::vector<std::string> mayLeave;
    std::vector<std::string> stays;
    std::vector<KeptCard> cards;
    const std::size_t count = random.below(12);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string text = word(random);
      KeptCard card = kept(static_cast<CardKind>(random.below(11)), text, random.below(2) == 0);
      card.keep = static_cast<Keep>(random.below(5));
      card.own = random.below(2) == 0;
      card.dots = static_cast<std::int32_t>(random.below(9));
      card.owner = word(random);
      stays.push_back(card.owner);
      const bool group = card.keep == Keep::Group || card.keep == Keep::Themes;
      const bool kind = card.kind != CardKind::Moment && card.kind != CardKind::Word;
      (card.leaves && group && kind ? mayLeave : stays).push_back(text);
      cards.push_back(card);
    }
    GroupSession group = held(cards);
    group.title = word(random);
    group.question = word(random);
    group.agreement = {word(random)};
    for (const std::string& said : {group.title, group.question, group.agreement[0]})
      stays.push_back(said);
    stays.push_back("2026-01-20");
    must(PutGroupSession{group});
    list_.came.clear();
    ASSERT_TRUE(sender().confirm(prepare(group), list_).ok());
    ASSERT_THAT(list_.came, SizeIs(mayLeave.size()));
    for (std::size_t i = 0; i < list_.came.size(); ++i) {
      const auto theme = exchange::decodeTheme(list_.came[i]);
      ASSERT_TRUE(theme.ok());
      EXPECT_EQ(theme->words, mayLeave[i]);
      EXPECT_EQ(exchange::encodeTheme(*theme), list_.came[i]) << "nothing else is in it";
      for (const std::string& other : stays) EXPECT_THAT(list_.came[i], Not(HasSubstr(other)));
      for (const std::string& id : {group.id.hex(), group.id.hex().substr(0, 24)})
        EXPECT_THAT(list_.came[i], Not(HasSubstr(id)));
    }
  }
}

}  // namespace
}  // namespace journal::service
