#include "app/desktop/laptop_looks.h"

namespace app::desktop {

ui::Theme ThemeFollower::theme(model::ThemeChoice chosen) {
  if (chosen != model::ThemeChoice::Laptop) source_.reset();
  switch (chosen) {
    case model::ThemeChoice::Dark:
      return ui::Theme::Dark;
    case model::ThemeChoice::HighContrast:
      return ui::Theme::HighContrast;
    case model::ThemeChoice::Laptop:
      break;
    case model::ThemeChoice::Light:
      return ui::Theme::Light;
  }
  if (source_ == nullptr) source_ = make_();
  const LaptopLooks looks = source_ != nullptr ? source_->looks() : LaptopLooks{};
  if (looks.highContrast) return ui::Theme::HighContrast;
  return looks.dark ? ui::Theme::Dark : ui::Theme::Light;
}

}  // namespace app::desktop
