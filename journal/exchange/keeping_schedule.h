#pragma once

#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/retention.h"

namespace journal::exchange {

/// A service's own schedule: {"afternote_retention":1,"private_entry_school_years":2,
/// "shared_entry_school_years":2,"focus_record_years":2,"consent_years":6,"programme_end":
/// "2026-07-31"}. What it leaves out is as Afternote has it (domain.md 5.5). InvalidInput with
/// advice for anything that is not such a file, has a name this does not know, or a number outside
/// 0 to 50; TooNew for a later form. Total.
Result<KeepingSchedule> readKeepingSchedule(std::string_view json);

}  // namespace journal::exchange
