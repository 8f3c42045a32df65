#pragma once

#include "journal/base/time.h"

// How long what is written is kept (domain.md 5.5). The service's own schedule wins where it has one.

namespace journal {

/// 1 September of the school year `date` lies in.
LocalDate schoolYearStart(LocalDate date);

/// The last day for which a private entry of a lesson on that day is kept: the end of the next
/// school year.
LocalDate keptUntil(LocalDate lesson);

/// Entries of lessons up to this day have passed their time today.
LocalDate lastDayPastItsTime(LocalDate today);

}  // namespace journal
