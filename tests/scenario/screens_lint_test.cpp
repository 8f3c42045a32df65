// Every screen, in every size and text size that matters, has nothing that overlaps, is cut off,
// unnamed or out of the keyboard's reach (architecture.md 5.2).

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace {

using app::model::Place;
using app::ui::Key;
using namespace std::chrono_literals;

struct Look {
  float width;
  float height;
  int percent;
};

class Screens : public testing::TestWithParam<Look> {
 protected:
  Screens() : app(optionsOf(GetParam())) {}

  static tests::AppOptions optionsOf(const Look& look) {
    tests::AppOptions options;
    options.ui.size = {look.width, look.height};
    options.ui.settings.textPercent = look.percent;
    return options;
  }
  void expectClean(const std::string& screen) {
    app.settle();
    const Look& look = GetParam();
    tests::LintOptions options;
    options.scale = static_cast<float>(look.percent) / 100;
    options.window = {look.width, look.height};
    for (const std::string& complaint : tests::lintScreen(app.ui->items(), options)) {
      ADD_FAILURE() << screen << " at " << look.width << "x" << look.height << ", " << look.percent
                    << " %: " << complaint;
    }
  }
  void visit(Place place) {
    app.controller->handle(app::model::ShellIntent(app::model::GoTo{place}));
    app.settle();
  }
  void theme(app::ui::Theme theme) {
    app::ui::Settings settings = app.ui->kit().settings();
    settings.theme = theme;
    app.ui->kit().apply(settings);
  }
  void writeSomething() {
    const auto who = app.addYoungPerson("Ayaan", tests::kLongName);
    app.lock();
    app.unlockAs(0);
    app.ui->type("They chose the second verse to lead, and it wobbled, and they laughed.");
    app.wait(1s);
    const std::size_t caret = app.view.words.editor.caret();
    app.controller->handle(app::model::WriteIntent(app::model::StartTag{caret, caret}));
    app.settle();
    app.controller->handle(app::model::WriteIntent(app::model::PickTagPerson{who}));
    app.settle();
  }

  tests::AppUnderTest app;
};

TEST_P(Screens, AreCleanForATutor) {
  app.settle();
  expectClean("unlock");
  app.unlockAs(0);
  ASSERT_TRUE(app.controller->open());
  expectClean("write, empty");
  writeSomething();
  ASSERT_TRUE(app.state.models.write.tagPanel.has_value());
  expectClean("tag panel");
  app.controller->handle(app::model::WriteIntent(app::model::PickOutcome{"P4"}));
  expectClean("tag panel, outcome open");
  app.controller->handle(app::model::WriteIntent(app::model::CancelTag{}));
  app.controller->handle(app::model::WriteIntent(app::model::EditLesson{}));
  expectClean("lesson form");
  app.controller->handle(app::model::WriteIntent(app::model::CloseLesson{}));
  for (const Place place :
       {Place::Journal, Place::YoungPeople, Place::Groups, Place::CaseStudies, Place::Settings}) {
    visit(place);
    expectClean("place " + std::to_string(static_cast<int>(place)));
  }
  app.controller->handle(app::model::WorriedIntent(app::model::OpenWorried{}));
  expectClean("worried");
  app.controller->handle(app::model::WorriedIntent(app::model::SpokenToDsl{true}));
  expectClean("worried, who and when");
  app.controller->handle(app::model::WorriedIntent(app::model::StartHandover{}));
  expectClean("worried, handover sheet");
  app.controller->handle(app::model::WorriedIntent(app::model::SpokenToDsl{false}));
  expectClean("the reminder");
}

TEST_P(Screens, AreCleanForAManagerInEveryTheme) {
  app.unlockAs(2);
  ASSERT_TRUE(app.controller->open());
  for (const auto theme :
       {app::ui::Theme::Light, app::ui::Theme::Dark, app::ui::Theme::HighContrast}) {
    this->theme(theme);
    visit(Place::Review);
    expectClean("review");
    visit(Place::Evidence);
    expectClean("evidence");
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Screens,
                         testing::Values(Look{900, 600, 100}, Look{1440, 900, 100},
                                         Look{2560, 1440, 100}, Look{900, 600, 200},
                                         Look{1440, 900, 200}, Look{2560, 1440, 200}),
                         [](const testing::TestParamInfo<Look>& look) {
                           return std::to_string(static_cast<int>(look.param.width)) + "x" +
                                  std::to_string(static_cast<int>(look.param.height)) + "at" +
                                  std::to_string(look.param.percent);
                         });

TEST(ScreensByKeyboard, EveryItemOfTheMainScreensIsReached) {
  tests::AppUnderTest app;
  app.unlockAs(0);
  app.ui->type("They chose the second verse to lead.");
  app.wait(1s);
  for (const Place place : {Place::Write, Place::Journal, Place::CaseStudies, Place::Settings}) {
    app.controller->handle(app::model::ShellIntent(app::model::GoTo{place}));
    app.settle();
    for (const std::string& path : tests::unreachable(*app.ui)) {
      ADD_FAILURE() << static_cast<int>(place) << ": " << path;
    }
  }
}

}  // namespace
