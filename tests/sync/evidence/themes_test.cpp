// The theme list for managers.
#include <gmock/gmock.h>

#include "journal/exchange/theme_json.h"
#include "population.h"

namespace syncing::evidence::test {
namespace {

using journal::ErrorCode;
using journal::LeavingTheme;
using journal::ThemeId;
using journal::ThemeStanding;
using journal::exchange::encodeTheme;
using journal::session::CardKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ThemeList : public testing::Test {
 protected:
  void SetUp() override {
    auto made = EvidenceStore::inMemory("Eastby Music Service", clock_);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    store_ = std::move(made).value();
  }
  LeavingTheme theme(const std::string& words, const std::string& term = "spring term 2026") {
    return {ThemeId::random(random_), CardKind::Pattern, term, words};
  }
  void take(const LeavingTheme& theme) {
    const auto taken = store_->takeTheme(encodeTheme(theme));
    ASSERT_TRUE(taken.ok()) << taken.error().detail;
  }

  FakeClock clock_;
  journal::SeededRandom random_{3};
  std::unique_ptr<EvidenceStore> store_;
};

TEST_F(ThemeList, StandsByTermTheNewestFirstAndNotInTheOrderInWhichThingsCame) {
  const auto b = theme("b");
  const auto autumn = theme("z", "autumn term 2025");
  const auto a = theme("a");
  const auto summer = theme("m", "summer term 2025");
  for (const auto& one : {b, autumn, summer, a}) take(one);
  EXPECT_THAT(*store_->themes(), ElementsAre(a, b, autumn, summer));
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(ThemeList, TakesAThemeInOnce) {
  const auto one = theme("We wait longer");
  take(one);
  take(one);
  EXPECT_THAT(*store_->themes(), ElementsAre(one));
  auto other = one;
  other.words = "We wait too long";
  EXPECT_EQ(store_->takeTheme(encodeTheme(other)).error().code, ErrorCode::Conflict);
  EXPECT_THAT(*store_->themes(), ElementsAre(one));
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(ThemeList, WhatWasTakenBackIsErasedAndDoesNotComeAgainInTheSameWords) {
  auto one = theme("We wait longer");
  take(one);
  ASSERT_TRUE(store_->takeThemeBack(one.id).ok());
  ASSERT_TRUE(store_->takeThemeBack(one.id).ok()) << "twice is once";
  EXPECT_THAT(*store_->themes(), IsEmpty());
  EXPECT_EQ(*store_->themeStanding(one.id), ThemeStanding::TakenBack);
  EXPECT_EQ(store_->takeTheme(encodeTheme(one)).error().code, ErrorCode::Conflict)
      << "something sent twice may arrive late";
  one.words = "We wait, and it helps";
  take(one);
  EXPECT_THAT(*store_->themes(), ElementsAre(one));
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(ThemeList, WhatIsNotThereIsNotTakenBack) {
  const auto id = ThemeId::random(random_);
  EXPECT_EQ(*store_->themeStanding(id), ThemeStanding::NotThere);
  EXPECT_EQ(store_->takeThemeBack(id).error().code, ErrorCode::NotFound);
}

TEST_F(ThemeList, BytesThatAreNoThemeChangeNothing) {
  EXPECT_EQ(store_->takeTheme("{}").error().code, ErrorCode::InvalidInput);
  EXPECT_EQ(store_->takeTheme(std::string(100'000, '{')).error().code, ErrorCode::InvalidInput);
  EXPECT_THAT(*store_->themes(), IsEmpty());
  EXPECT_TRUE(store_->check().ok());
}

}  // namespace
}  // namespace syncing::evidence::test
