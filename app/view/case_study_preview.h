#pragma once

#include <string>
#include <vector>

#include "app/ui/text.h"
#include "app/view/common.h"
#include "app/view/views.h"

// What leaves of a case study, and deciding about it. Private to this folder.

namespace app::view {

void drawDeciding(const model::DecidingModel& model, model::CaseStudyUi& state, const Frame& frame);
/// Words as they leave, with what is to be decided about and what was put in marked.
std::vector<ui::TextRun> previewRuns(const std::string& text, const model::DecidingModel& model);

}  // namespace app::view
