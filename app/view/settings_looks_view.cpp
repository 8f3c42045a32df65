#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/tiles.h"
#include "app/view/settings_parts.h"

namespace app::view {
namespace {

void drawTheme(const SettingsParts& parts) {
  static const std::vector<ui::ThemeTile> kThemes = {
      {"0", std::string(tr::kLight), ui::Theme::Light},
      {"1", std::string(tr::kDark), ui::Theme::Dark},
      {"2", std::string(tr::kHighContrast), ui::Theme::HighContrast},
      {"3", std::string(tr::kLikeLaptop), ui::Theme::Light, ui::Theme::Dark}};
  std::string theme = std::to_string(static_cast<int>(parts.preferences.theme));
  if (ui::themeTiles("theme", kThemes, theme)) {
    parts.frame.intents.push(model::ChooseTheme{static_cast<model::ThemeChoice>(std::stoi(theme))});
  }
}

void drawTextSize(const SettingsParts& parts) {
  int percent = parts.preferences.textPercent;
  {
    ui::Row row(8, 28);
    ui::bodyStrong(tr::kTextSize);
    const std::string words = std::to_string(percent) + "%";
    row.pushRight(ui::textWidth(ui::Type::Body, words) + 2);
    ui::text(words, {.type = ui::Type::Body, .role = "status"});
  }
  const ui::SliderStyle style{
      .label = tr::kTextSize, .least = 80, .most = 200, .step = 10, .unit = "%"};
  if (ui::slider("text-size", percent, style)) {
    parts.frame.intents.push(model::ChooseTextSize{percent});
  }
  const ui::Card sample(
      "sample",
      {.fill = ui::Token::Sunken, .edge = ui::Token::Clear, .radius = 10, .padX = 16, .padY = 12});
  ui::text(tr::kSample, {.type = ui::Type::Read});
}

/// A switch with what it means under it.
bool drawSwitch(std::string_view key, std::string_view label, std::string_view body, bool& on) {
  ui::hairline(2, 2);
  const bool changed = ui::switchControl(key, label, on);
  ui::small(body);
  return changed;
}

}  // namespace

void drawLooks(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("looks", style);
  ui::subhead(tr::kAccessibility);
  drawTheme(parts);
  drawTextSize(parts);
  bool easy = parts.preferences.easyLetters;
  if (drawSwitch("easy-letters", tr::kEasyLetters, tr::kEasyLettersBody, easy)) {
    parts.frame.intents.push(model::UseEasyLetters{easy});
  }
  bool still = parts.preferences.still;
  if (drawSwitch("still", tr::kStill, tr::kStillBody, still)) {
    parts.frame.intents.push(model::KeepStill{still});
  }
  bool thick = parts.preferences.thickFocus;
  if (drawSwitch("thick-focus", tr::kThickFocus, tr::kThickFocusBody, thick)) {
    parts.frame.intents.push(model::UseThickFocus{thick});
  }
  bool speak = parts.preferences.speak;
  const std::string_view spoken = parts.state.speechMissing ? tr::kNoSpeech : tr::kSpeakBody;
  if (drawSwitch("speak", tr::kSpeak, spoken, speak)) {
    parts.frame.intents.push(model::SpeakFocus{speak});
  }
  ui::hairline(2, 2);
  ui::body(tr::kShortcuts);
  if (ui::button("shortcuts", tr::kSeeShortcuts, {.icon = ui::Icon::Keyboard, .hint = "Ctrl /"})) {
    parts.frame.intents.push(model::OpenShortcuts{});
  }
}

}  // namespace app::view
