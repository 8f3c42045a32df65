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

void drawLooks(const SettingsParts& parts);
void drawLocking(const SettingsParts& parts);
void drawRecoveryKey(const SettingsParts& parts);
void drawData(const SettingsParts& parts);
void drawOutcomePages(const SettingsParts& parts);
void drawPromptPages(const SettingsParts& parts);
void drawDevices(const SettingsParts& parts);

}  // namespace app::view
