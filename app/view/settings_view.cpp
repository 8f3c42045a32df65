#include <string>

#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/view/common.h"
#include "app/view/views.h"

namespace app::view {
namespace {

void drawLooks(const model::Preferences& preferences, const Frame& frame) {
  const ui::Card card("looks", {.gap = 14, .width = 640});
  ui::subhead(tr::kLooks);
  static const std::vector<ui::Option> kThemes = {{"0", std::string(tr::kLight)},
                                                  {"1", std::string(tr::kDark)},
                                                  {"2", std::string(tr::kHighContrast)}};
  std::string theme = std::to_string(static_cast<int>(preferences.theme));
  if (ui::segmented("theme", tr::kTheme, kThemes, theme)) {
    frame.intents.push(model::ChooseTheme{static_cast<model::ThemeChoice>(std::stoi(theme))});
  }
  {
    const ui::Row row(8, 40);
    ui::text(tr::kTextSize, {.type = ui::Type::Small, .width = 76});
    const int percent = preferences.textPercent;
    if (ui::iconButton("smaller", ui::Icon::Minus, "Smaller text")) {
      frame.intents.push(model::ChooseTextSize{percent - 10});
    }
    ui::text(std::to_string(percent) + " %", {.type = ui::Type::BodyStrong, .role = "status"});
    if (ui::iconButton("larger", ui::Icon::Plus, "Larger text")) {
      frame.intents.push(model::ChooseTextSize{percent + 10});
    }
  }
  bool still = preferences.still;
  if (ui::switchControl("still", tr::kStill, still)) frame.intents.push(model::KeepStill{still});
}

}  // namespace

void drawSettings(const model::Preferences& preferences, const model::ShellModel& shell,
                  const Frame& frame) {
  const ui::Region region("settings", frame.metrics.content,
                          screenStyle(frame.metrics, ui::Token::Canvas));
  ui::title(tr::kSettings);
  drawLooks(preferences, frame);
  const ui::Card card("laptop", {.gap = 12, .width = 640});
  ui::subhead(tr::kYourLaptop);
  ui::small(shell.personName + ". " + std::string(tr::kOffline));
  ui::ButtonStyle lock{.icon = ui::Icon::Lock, .hint = "Ctrl L"};
  if (ui::button("lock", tr::kLockNow, lock)) frame.intents.push(model::LockNow{});
}

}  // namespace app::view
