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

// Your data: keeping, finding and erasing, a page each (settings_keeping_view.cpp and beside it).

/// The ways in, a card of Your data.
void drawKeepingWays(const SettingsParts& parts);
/// The page that was opened from there.
void drawKeepingPage(const SettingsParts& parts);
/// Title, and the way back to Your data. At the top of a page's first card.
void drawKeepingHead(std::string_view title, std::string_view body, const SettingsParts& parts);
/// Gives `path` the keyboard when `what` was not drawn in the last frame.
void focusWhenNew(const SettingsParts& parts, const std::string& what, const std::string& path);
void drawPastTime(const SettingsParts& parts);
void drawLegalHolds(const SettingsParts& parts);
void drawAbout(const SettingsParts& parts);
void drawErasing(const SettingsParts& parts);
void drawLeaving(const SettingsParts& parts);
/// Who is asked about, and why. True when Enter was pressed in it.
bool drawWho(const model::KeepingModel& model, model::WhoUi& state);
/// A copy as it would leave, the tick that it was read, and where it goes. A card of its own.
struct CopyWords {
  std::string_view title;
  std::string_view body;
};
void drawCopyToRead(const model::CopyToRead& copy, const CopyWords& words, model::CopyUi& state,
                    bool working, const SettingsParts& parts);

}  // namespace app::view
