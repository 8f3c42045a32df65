#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/ui/recorder.h"

namespace app::ui {

/// What a screen says, as one HTML page for whoever reads better elsewhere: in a browser with a
/// screen reader, a braille line, at any size (product.md F1). Made from what was recorded while
/// the screen was drawn, so that it cannot say anything else: headings, words, lists, fields with
/// what stands in them, states in words, and last what can be done there. Menus, the message at the
/// foot and dialogs over the page are left out. Nothing in it runs or is fetched.
///
/// It holds what the screen holds, the words of a journal included, without a lock.
std::string readingCopy(const std::vector<RecordedItem>& items, std::string_view title);
/// Of what has been drawn in this frame so far; empty while nothing is recorded.
std::string readingCopyOfThisFrame(std::string_view title);

}  // namespace app::ui
