#pragma once

#include "app/view/common.h"
#include "app/view/views.h"

// Shared by the views of young people.

namespace app::view {

void drawPerson(const model::PersonPage& page, model::PeopleUi& state, const Frame& frame);
/// Intentions, then and now, what the notes say nothing about, what was agreed.
void drawPersonNotes(const model::PersonPage& page, const Frame& frame);
/// The learning plan, and the form it is written in (person_plan_view.cpp).
void drawPlan(const model::PlanModel& plan, const Frame& frame);
void drawPlanForm(const model::YoungPeopleModel& model, model::PlanUi& state, const Frame& frame);
/// How far notes about them may go (person_permissions_view.cpp).
void drawPermissions(const model::PersonPage& page, const Frame& frame);
void drawPermissionForm(const model::YoungPeopleModel& model, model::PermissionUi& state,
                        const Frame& frame);
void drawPersonForm(const model::YoungPeopleModel& model, model::PeopleUi& state,
                    const Frame& frame);

}  // namespace app::view
