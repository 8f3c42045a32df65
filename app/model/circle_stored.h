#pragma once

#include "app/model/circle_plan.h"
#include "app/model/circle_ui.h"
#include "journal/domain/group_session.h"

// A plan as it stands in the journal, and back. Pure.

namespace app::model {

/// The rounds of a room that somebody else planned.
journal::SessionFormat formatOf(const CirclePlan& room);
/// The format of a plan as it is now, its rounds changed or not.
journal::SessionFormat formatOf(const PlannedSession& plan);
/// The same for others to plan from: what the plan asks everybody is asked by its rounds.
journal::SessionFormat formatToKeep(const PlannedSession& plan);

journal::Round roundOf(const PlannedRound& round);

/// Unready while its rounds cannot be run. `typed`: the day and the time, as far as they can be
/// read; today otherwise.
journal::GroupSession storedPlan(const PlannedSession& plan, const CirclePlanUi& typed,
                                 journal::GroupSessionId id, journal::LocalDate today);

PlannedSession plannedFrom(const journal::GroupSession& stored);
CirclePlanUi typedFrom(const journal::GroupSession& stored);

}  // namespace app::model
