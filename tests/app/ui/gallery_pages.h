#pragma once

#include <string>
#include <vector>

#include "app/ui/text_editor.h"

// Invented screens made of every widget, after the pictures of the design: for looking at
// (AFTERNOTE_PICTURES, tests/support/ui_pictures.h) and for the lint.

namespace gallery {

struct Page {
  std::string name;
  void (*draw)();
};
std::vector<Page> pages();

/// Puts every page's own state back as it was at the start.
void resetPages();

}  // namespace gallery
