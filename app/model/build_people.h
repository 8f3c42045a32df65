#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/people_model.h"
#include "journal/service/journal.h"

namespace app::model {

/// What the page of a young person is made from.
struct PersonInputs {
  const journal::KnownName& name;
  const std::vector<journal::service::JourneyPoint>& journey;  ///< oldest first
  const std::vector<journal::Intention>& intentions;           ///< open ones
  const std::vector<journal::CaseStudy>& studies;              ///< about this young person
  const std::vector<journal::KnownName>& names;
  const Library& library;
  const PeopleUi& ui;
  journal::LocalDate today;
};

/// Pure. Three staves share one time axis; dips are drawn as they are; "no chance to see it" has no
/// place on the lines (DESIGN.md 15, ADDENDUM rule 2).
PersonPage buildPerson(const PersonInputs& inputs);
std::vector<PersonRow> buildPeopleRows(const std::vector<journal::KnownName>& names);

/// Outcomes of each domain that this term's tags speak of, and those they do not. Pure.
std::vector<SilentDomain> buildSilence(const PersonInputs& inputs);

/// The plan in words, this term's goals first. `versions`: newest first, told apart by day and
/// time east of UTC by `offset`. Pure (build_people_plan.cpp).
PlanModel buildPlan(const journal::Profile& plan, const std::vector<journal::KnownName>& names,
                    journal::LocalDate today);
std::vector<PlanVersionRow> buildPlanVersions(
    const std::vector<journal::service::ProfileVersion>& versions,
    const std::function<std::chrono::minutes(journal::UtcTime)>& utcOffset);

}  // namespace app::model
