#pragma once

#include "app/view/common.h"
#include "app/view/views.h"

// The pages of Settings, one function each.

namespace app::view {

struct SettingsParts {
  const model::SettingsModel& model;
  const model::ShellModel& shell;
  const model::Preferences& preferences;
  model::SettingsUi& state;
  const Frame& frame;
};

/// Gap and width of the cards of a page.
void settingsCardStyle(ui::CardStyle& style);

/// Two columns of cards where there is room for both; otherwise the second under the first.
template <class First, class Second>
void settingsColumns(const First& first, const Second& second) {
  constexpr float kBothFit = 860;
  const bool beside = ui::availWidth() >= kBothFit;
  ui::Columns columns(std::vector<ui::Track>(beside ? 2 : 1, ui::share()), 16);
  columns.next();
  first();
  if (beside) columns.next();
  second();
}

void drawLooks(const SettingsParts& parts);
void drawLocking(const SettingsParts& parts);
void drawRecoveryKey(const SettingsParts& parts);
void drawData(const SettingsParts& parts);
void drawTimetable(const SettingsParts& parts);
void drawSpelling(const SettingsParts& parts);
void drawBringIn(const SettingsParts& parts);
void drawTakeAway(const SettingsParts& parts);
void drawOutcomePages(const SettingsParts& parts);
void drawPromptPages(const SettingsParts& parts);
void drawSafety(const SettingsParts& parts);
void drawDevices(const SettingsParts& parts);
void drawPairing(const SettingsParts& parts);

}  // namespace app::view
