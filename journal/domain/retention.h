#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "journal/base/result.h"
#include "journal/base/time.h"
#include "journal/domain/case_study.h"

// How long what is written is kept (domain.md 5.5). The service's own schedule wins where it has
// one. Nothing goes by itself: what has passed its time is offered to the tutor, who decides.

namespace journal {

/// 1 September of the school year `date` lies in.
LocalDate schoolYearStart(LocalDate date);
/// The last day of so many school years, the one `date` lies in counted.
LocalDate endOfSchoolYears(LocalDate date, int years);
/// The same day so many years later; 29 February becomes 28 February.
LocalDate yearsAfter(LocalDate date, int years);

/// The last day for which a private entry of a lesson on that day is kept: the end of the next
/// school year.
LocalDate keptUntil(LocalDate lesson);

/// Entries of lessons up to this day have passed their time today.
LocalDate lastDayPastItsTime(LocalDate today);

/// What has a time of its own. A line that a concern was passed on has none: it stays as the DSL
/// says. Of groups' sessions the record has; themes that left are the service's.
enum class KeptKind : std::uint8_t {
  PrivateEntry,  ///< from its lesson
  SharedEntry,   ///< from the day a passage of it last left
  FocusRecord,  ///< a young person's ratings and plan: from the last lesson, or the programme's end
  CaseStudy,    ///< approved: to its review-by date
  Consent,      ///< an answer: from the last day it holds
  GroupRecord   ///< of a group's session: from the day it was held
};
/// Stable names for files: "private_entry", "shared_entry", "focus_record", "case_study",
/// "consent", "group_record".
std::string_view name(KeptKind kind);

inline constexpr int kCaseStudyYears = 6;

/// How long, by a service's schedule. As it is made: domain.md 5.5.
struct KeepingSchedule {
  int privateEntrySchoolYears = 2;
  int sharedEntrySchoolYears = 2;
  int focusRecordYears = 2;
  int consentYears = 6;
  int groupRecordSchoolYears = 2;
  std::optional<LocalDate> programmeEnd;  ///< no focus record passes its time before it
  friend bool operator==(const KeepingSchedule&, const KeepingSchedule&) = default;
};

/// The last day on which something is kept that counts `from` a day (KeptKind says which). A case
/// study has its own: `from` is its review-by date.
LocalDate keptUntil(const KeepingSchedule& schedule, KeptKind kind, LocalDate from);

/// An approved case study is kept until another day only if the agreement is said again at no
/// higher a use level, and for at most kCaseStudyYears after it was approved (made, when nothing
/// says when it was approved). Conflict or InvalidInput with advice otherwise.
Result<void> requireRenewable(const CaseStudy& study, const Agreement& agreement);

}  // namespace journal
