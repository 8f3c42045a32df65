#include "app/desktop/early_fonts.h"

#include <utility>

namespace app::desktop {

EarlyFonts::EarlyFonts(ui::FontPaths paths)
    : build_(ui::buildingLoader(std::move(paths))), early_(std::make_shared<Early>()) {}

void EarlyFonts::start(float scale, bool easyLetters) {
  early_->scale = scale;
  early_->easyLetters = easyLetters;
  early_->book = std::async(std::launch::async, build_, scale, easyLetters);
}

ui::FontLoader EarlyFonts::loader() {
  return [build = build_, early = early_](float scale, bool easyLetters) {
    if (early->book.valid()) {
      std::shared_ptr<ui::FontBook> book = early->book.get();
      if (early->scale == scale && early->easyLetters == easyLetters) return book;
    }
    return build(scale, easyLetters);
  };
}

}  // namespace app::desktop
