#pragma once

#include <string>
#include <vector>

#include "app/model/circle_model.h"
#include "app/model/circle_ui.h"
#include "app/ui/session_parts.h"
#include "app/view/common.h"
#include "app/view/views.h"

// The screens of the groups, and what they share.

namespace app::view {

void drawCircleHome(const model::CircleHomeModel& model, model::CircleUi& state,
                    const Frame& frame);
void drawCirclePlan(const model::CirclePlanModel& model, model::CirclePlanUi& state,
                    const Frame& frame);
/// The words of one round, in a dialog.
void drawRoundForm(const model::CirclePlanModel& model, model::RoundUi& state, const Frame& frame);
void drawHeldSessions(const model::HeldListModel& model, const Frame& frame);
void drawHeldRecord(const model::HeldRecordModel& model, model::GroupRecordUi& state,
                    const Frame& frame);
/// Pages of a record: a copy to take, and the themes that leave.
void drawHeldCopy(const model::HeldRecordModel& model, model::GroupRecordUi& state,
                  const Frame& frame);
void drawLeavingThemes(const model::LeavingThemesModel& model, const Frame& frame);
void drawCircleLobby(const model::CircleLobbyModel& model, const Frame& frame);

/// Two columns where the page is wide enough for them, one below the other where it is not.
bool circleIsWide(const Frame& frame);
/// The bar of a plan and its rounds, as they are.
void roundLines(const std::vector<model::PlanRoundRow>& rounds);
std::vector<float> sharesOf(const std::vector<model::PlanRoundRow>& rounds);
/// What was agreed at the session before, with owner and day.
void oldActionLines(const std::vector<model::OldActionRow>& actions);
void agreementLines(const std::vector<std::string>& agreement);
ui::MarkLook markOf(const model::CirclePerson& person);

}  // namespace app::view
