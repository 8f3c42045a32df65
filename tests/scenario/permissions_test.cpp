// What a young person and their carer answered, on the young person's page (domain.md 4.3).

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using namespace app::model;
using app::ui::Key;

struct PermissionsPage : testing::Test {
  PermissionsPage() {
    app.unlockAs(0);
    wren = app.addYoungPerson("Ayaan", "Wren");
    app.lock();
    app.unlockAs(0);
    app.controller->handle(ShellIntent(GoTo{Place::YoungPeople}));
    app.controller->handle(PeopleIntent(OpenPerson{wren}));
    app.settle();
  }
  void press(const std::string& path) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.settle();
  }
  void fill(const std::string& key, const std::string& words) {
    app.ui->click(form(key));
    app.ui->key(Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  std::string form(const std::string& key) { return "young-people/permission/card/" + key; }
  void answer(const std::string& who, const std::string& level) {
    press(record());
    app.state.ui.people.permission.answerer = who;
    app.state.ui.people.permission.level = level;
    app.settle();
    fill("asked-by", "tutor");
    fill("asked-how", "read together");
    press(form("keep"));
  }
  std::string record() { return "young-people/person/permissions/record"; }

  tests::AppUnderTest app;
  journal::NameId wren;
};

TEST_F(PermissionsPage, SaysThatNobodyWasAskedAndThenWhatWasAnswered) {
  EXPECT_TRUE(app.ui->shows("Nobody has been asked here yet."));
  answer("carer", "2");
  EXPECT_TRUE(app.ui->shows("They have not been asked themselves yet."));
  answer("young_person", "1");
  EXPECT_TRUE(app.ui->shows("until 22 January 2028."));
  EXPECT_TRUE(app.ui->shows("22 January 2026. Asked by tutor: read together"));
  EXPECT_EQ(app.journal().permissions(wren)->size(), 2U);
}

TEST_F(PermissionsPage, TheirOwnNoOutranksTheCarersYesAndNothingIsLost) {
  answer("young_person", "no");
  answer("carer", "3");
  EXPECT_TRUE(app.ui->shows("They said no on 22 January 2026."));
  answer("young_person", "1");
  EXPECT_TRUE(app.ui->shows("The young person: no")) << "the earlier answer is still there";
  app.restart();
  app.unlockAs(0);
  EXPECT_EQ(app.journal().permissions(wren)->size(), 3U);
  EXPECT_TRUE(app.journal().check({}, {})->problems.empty());
}

TEST_F(PermissionsPage, SaysWhatIsMissingBeforeItCanBeKept) {
  press(record());
  EXPECT_EQ(app.ui->item(form("keep")).reason, "Say who asked, by their role.");
  fill("asked-by", "tutor");
  EXPECT_EQ(app.ui->item(form("keep")).reason, "Say how they were asked.");
  fill("asked-how", "read together");
  fill("on", "2026-01-23");
  EXPECT_EQ(app.ui->item(form("keep")).reason, "That day has not come yet.");
  fill("on", "2026-01-20");
  fill("until", "2026-01-19");
  EXPECT_EQ(app.ui->item(form("keep")).reason, "It cannot end before the day they answered.");
  app.ui->key(Key::Escape);
  app.settle();
  EXPECT_TRUE(app.journal().permissions(wren)->empty());
}

TEST_F(PermissionsPage, IsCleanWithLongNamesAndReachedByKeyboard) {
  press(record());
  fill("asked-by", tests::kLongName);
  fill("asked-how", tests::kLongName);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
  EXPECT_EQ(tests::joined(tests::unreachable(*app.ui)), "");
  app.ui->key(Key::Tab);
  for (int i = 0; i < 20 && app.ui->focused() != form("keep"); ++i) {
    app.ui->key(Key::Tab);
    app.settle();
  }
  app.ui->key(Key::Enter);
  app.settle();
  EXPECT_EQ(app.journal().permissions(wren)->size(), 1U);
  EXPECT_EQ(tests::lintEverywhere(*app.ui), "");
}

}  // namespace
