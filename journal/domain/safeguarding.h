#pragma once

#include "journal/base/result.h"
#include "journal/domain/case_study.h"
#include "journal/domain/known_name.h"
#include "journal/domain/reflection.h"

namespace journal {

/// The one predicate of the safeguarding hold (domain.md 5.3 point 8): a held reflection is
/// read-only and out of search, tags, groups, case studies, exports other than the author's own
/// complete copy, and every resurfacing. Everything that shows, sends or counts a reflection asks
/// here.
bool mayBeUsed(const Reflection& reflection);

/// Conflict with advice when the reflection is held or in the bin; for use at the start of every
/// change and exit.
Result<void> requireUsable(const Reflection& reflection);

}  // namespace journal
