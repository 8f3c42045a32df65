#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <variant>
#include <vector>

#include "app/view/views.h"
#include "tests/support/ui_driver.h"

namespace tests {

/// A screen drawn from models that a test writes down, and what it asked for.
class DrawnScreen {
 public:
  DrawnScreen()
      : ui([this] {
          app::model::Intents now;
          app::view::drawRoot(models, state, view, now);
          for (app::model::Intent& intent : now.take()) intents.push_back(std::move(intent));
        }) {
    models.shell.unlocked = true;
    models.shell.places = {app::model::Place::Write, app::model::Place::Journal};
    state.preferences.still = true;
  }

  /// The only intent of kind T since the last call; fails when there is none or more than one.
  template <class Area, class T>
  T only() {
    std::vector<T> found;
    for (const app::model::Intent& intent : intents) {
      if (const auto* area = std::get_if<Area>(&intent)) {
        if (const auto* wanted = std::get_if<T>(area)) found.push_back(*wanted);
      }
    }
    EXPECT_EQ(found.size(), 1U);
    intents.clear();
    return found.empty() ? T{} : found.front();
  }
  template <class Area, class T>
  bool asked() const {
    return std::any_of(intents.begin(), intents.end(), [](const app::model::Intent& intent) {
      const auto* area = std::get_if<Area>(&intent);
      return area != nullptr && std::holds_alternative<T>(*area);
    });
  }

  app::model::Models models;
  app::model::UiState state;
  app::view::ViewState view;
  std::vector<app::model::Intent> intents;
  UiDriver ui;
};

}  // namespace tests
