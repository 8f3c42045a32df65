#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/scenario/app_under_test.h"
#include "tests/support/ui_lint.h"

namespace tests {

/// The whole program with the pages of Settings, Your data, and somebody's hand on them.
struct KeepingPages : testing::Test {
  journal::ReflectionId wrote(const char* date, const std::string& words) {
    journal::Reflection reflection;
    reflection.id = journal::ReflectionId::random(app.random);
    reflection.lesson.date = journal::parseDate(date).value();
    reflection.text = words;
    reflection.writtenAt = reflection.changedAt = app.clock.now();
    EXPECT_TRUE(app.journal().apply(journal::service::WriteReflection{reflection, {}, {}}).ok());
    return reflection.id;
  }
  /// One of the pages, by the button that leads there.
  void open(const std::string& way) {
    using namespace app::model;
    app.controller->handle(ShellIntent(GoTo{Place::Settings}));
    app.controller->handle(SettingsIntent(ChooseSection{SettingsSection::Data}));
    app.settle();
    press("settings/page/kept/" + way);
  }
  void press(const std::string& path) {
    app.ui->scrollTo(path);
    app.ui->click(path);
    app.settle();
  }
  void fill(const std::string& path, const std::string& words) {
    press(path);
    app.ui->key(app::ui::Key::A, true);
    app.ui->type(words);
    app.settle();
  }
  void expectClean(const std::string& what) {
    EXPECT_EQ(lintEverywhere(*app.ui), "") << what;
    EXPECT_EQ(joined(unreachable(*app.ui)), "") << what;
  }

  AppUnderTest app;
};

}  // namespace tests
