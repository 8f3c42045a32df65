#pragma once

#include "app/ui/layout.h"

// Pages of the gallery that keep no state of their own.

namespace gallery {

void drawEvidence(const app::ui::ShellModel& shell);
void drawFirstRun();
/// At its own size and made smaller.
void drawPictures();

}  // namespace gallery
