#pragma once

#include "app/ui/rows.h"
#include "app/view/common.h"
#include "app/view/views.h"

// Shared by the views of the journal.

namespace app::view {

ui::ArticleModel articleOf(const model::ResultRow& row, bool last);
std::vector<ui::TextRun> runsOf(const std::vector<model::ResultRun>& runs);
/// The reflection next to the list.
void drawBeside(const model::BesideModel& model, ui::Rect rect, const Frame& frame);
/// An earlier reflection, brought back once a week.
void drawReturned(const model::ReturnModel& model, const Frame& frame);

}  // namespace app::view
