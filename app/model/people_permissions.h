#pragma once

#include <string>
#include <vector>

#include "app/model/app_state.h"
#include "app/model/people_model.h"
#include "journal/base/result.h"
#include "journal/domain/permission.h"

// What a young person and their carer answered, on the young person's page.

namespace app::model {

/// The form as it opens: answered today, a yes for two years.
PermissionUi newPermissionUi(journal::LocalDate today);

/// What was typed, or why it is no answer yet. Pure.
journal::Result<journal::Permission> permissionFrom(const PermissionUi& ui,
                                                    journal::LocalDate today);

/// "They said no on 20 January 2026. ..." Pure.
std::string standingWords(const journal::Standing& standing);

/// Newest first. Pure.
std::vector<ConsentRow> buildAnswers(const std::vector<journal::Permission>& answers);

}  // namespace app::model
