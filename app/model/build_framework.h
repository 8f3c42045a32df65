#pragma once

#include <string>
#include <vector>

#include "app/model/app_state.h"
#include "app/model/context.h"
#include "app/model/settings_model.h"

namespace app::model {

/// The code that stands for the names of the levels where an outcome can be chosen.
inline constexpr const char* kLevelsPage = "levels";

/// What the page of outcomes is made from.
struct FrameworkInputs {
  const Library& library;
  const FrameworkUi& ui;  ///< `draft` is shown while `editing`
  std::string outcome;    ///< chosen; empty or unknown: the first
  int reading = 0;        ///< version being read; 0: the one in force
  bool editing = false;
  bool showVersions = false;
  journal::LocalDate today{};
};

/// Pure.
FrameworkModel buildFramework(const FrameworkInputs& inputs);

/// What is different, one thing a line: "P1.1 Having a go: level 3". Pure.
std::vector<std::string> frameworkChanges(const journal::Framework& before,
                                          const journal::Framework& after);

/// What was typed, as the version it would be kept as; or why it cannot be kept yet. Pure.
journal::Result<journal::FrameworkVersion> frameworkFrom(const FrameworkUi& ui,
                                                         const Library& library,
                                                         journal::LocalDate today);

}  // namespace app::model
