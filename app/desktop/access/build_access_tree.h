#pragma once

#include <string>
#include <vector>

#include "app/desktop/access/access_tree.h"
#include "app/ui/recorder.h"

namespace app::desktop {

/// What was drawn in one frame, as a screen reader wants it: under the window its parts, over the
/// page the dialogs and lists that are open, in them lists and groups of choices, and everything in
/// the order it was drawn. It can say nothing that was not drawn. `title` names the window, which
/// is active while it `hasKeyboard`.
AccessTree buildAccessTree(const std::vector<ui::RecordedItem>& frame, const std::string& title,
                           bool hasKeyboard);

}  // namespace app::desktop
