#include <algorithm>
#include <string>

#include "app/model/held_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/view/settings_parts.h"

namespace app::view {
namespace {

using model::SettingsSection;

constexpr float kListWidth = 188;
constexpr float kListFrom = 780;  // below, the sections are a menu over the page
constexpr float kPage = 640;

struct SectionLook {
  SettingsSection section;
  std::string_view words;
};
constexpr SectionLook kSections[] = {{SettingsSection::Looks, tr::kAccessibility},
                                     {SettingsSection::Locking, tr::kLocking},
                                     {SettingsSection::RecoveryKey, tr::kRecoveryKey},
                                     {SettingsSection::Data, tr::kYourData},
                                     {SettingsSection::Safety, tr::kSafetyPage},
                                     {SettingsSection::Timetable, tr::kTimetablePage},
                                     {SettingsSection::Spelling, tr::kSpellingPage},
                                     {SettingsSection::Outcomes, tr::kOutcomesPage},
                                     {SettingsSection::Prompts, tr::kPromptsPage},
                                     {SettingsSection::Devices, tr::kDevicesPage}};

void drawSections(const model::SettingsModel& model, ui::Rect rect, const Frame& frame) {
  const ui::Region region("sections", rect, {.padY = 16, .gap = 0, .scroll = true});
  ui::indent(10);
  ui::heading(tr::kSettings);
  ui::indent(-10);
  ui::space(10);
  const ui::FocusGroup group;
  for (const SectionLook& look : kSections) {
    const std::string key = ui::key("section", static_cast<std::size_t>(look.section));
    if (ui::listRow(key, look.words, "", look.section == model.section)) {
      frame.intents.push(model::ChooseSection{look.section});
    }
  }
}

void drawSectionMenu(const model::SettingsModel& model, const Frame& frame) {
  ui::title(tr::kSettings);
  std::vector<ui::Option> options;
  for (const SectionLook& look : kSections) {
    options.push_back({std::to_string(static_cast<int>(look.section)), std::string(look.words)});
  }
  std::string chosen = std::to_string(static_cast<int>(model.section));
  if (ui::dropdown("section", options, chosen,
                   {.placeholder = tr::kSettings, .width = std::min(320.0F, ui::availWidth())})) {
    frame.intents.push(model::ChooseSection{static_cast<SettingsSection>(std::stoi(chosen))});
  }
}

void drawSection(const SettingsParts& parts) {
  switch (parts.model.section) {
    case SettingsSection::Looks:
      return drawLooks(parts);
    case SettingsSection::Locking:
      return drawLocking(parts);
    case SettingsSection::RecoveryKey:
      return drawRecoveryKey(parts);
    case SettingsSection::Data:
      return drawData(parts);
    case SettingsSection::Outcomes:
      return drawOutcomePages(parts);
    case SettingsSection::Prompts:
      return drawPromptPages(parts);
    case SettingsSection::Devices:
      return drawDevices(parts);
    case SettingsSection::Spelling:
      return drawSpelling(parts);
    case SettingsSection::Timetable:
      return drawTimetable(parts);
    case SettingsSection::Safety:
      return drawSafety(parts);
  }
}

}  // namespace

void settingsCardStyle(ui::CardStyle& style) {
  style.gap = 10;
  style.width = std::min(kPage, ui::availWidth());
}

void drawSettings(const model::SettingsModel& model, const model::ShellModel& shell,
                  model::UiState& state, const Frame& frame) {
  const ui::Scope scope("settings");
  ui::fillRect(frame.metrics.main, ui::Token::Canvas);
  const SettingsParts parts{model, shell, state.preferences, state.settings, frame};
  ui::Rect page = frame.metrics.content;
  if (page.w >= kListFrom) {
    const float left = page.x + frame.metrics.margin - 12;
    drawSections(model, {left, page.y, kListWidth, page.h}, frame);
    page = {left + kListWidth, page.y, page.right() - left - kListWidth, page.h};
  }
  const ui::Region region("page", page, screenStyle(frame.metrics, ui::Token::Canvas));
  if (frame.metrics.content.w < kListFrom) drawSectionMenu(model, frame);
  drawSection(parts);
}

}  // namespace app::view
