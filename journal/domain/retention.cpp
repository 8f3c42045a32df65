#include "journal/domain/retention.h"

#include <algorithm>

#include "journal/domain/names.h"

namespace journal {
namespace {

LocalDate firstOfSeptember(int year) {
  return LocalDate{std::chrono::year{year}, std::chrono::September, std::chrono::day{1}};
}

constexpr detail::NameTable<KeptKind, 6> kKeptKinds{
    {"private_entry", "shared_entry", "focus_record", "case_study", "consent", "group_record"}};

LocalDate dayBefore(LocalDate date) {
  return dateFromDayNumber(dayNumber(date) - 1);
}

}  // namespace

LocalDate schoolYearStart(LocalDate date) {
  return firstOfSeptember(schoolTermOf(date).schoolYear);
}

LocalDate endOfSchoolYears(LocalDate date, int years) {
  return dayBefore(firstOfSeptember(schoolTermOf(date).schoolYear + years));
}

LocalDate yearsAfter(LocalDate date, int years) {
  const LocalDate then = date + std::chrono::years{years};
  return then.ok() ? then : LocalDate{then.year() / then.month() / std::chrono::last};
}

LocalDate keptUntil(LocalDate lesson) {
  return endOfSchoolYears(lesson, 2);
}

LocalDate lastDayPastItsTime(LocalDate today) {
  return dayBefore(firstOfSeptember(schoolTermOf(today).schoolYear - 1));
}

std::string_view name(KeptKind kind) {
  return kKeptKinds.name(kind);
}

LocalDate keptUntil(const KeepingSchedule& schedule, KeptKind kind, LocalDate from) {
  switch (kind) {
    case KeptKind::PrivateEntry:
      return endOfSchoolYears(from, schedule.privateEntrySchoolYears);
    case KeptKind::SharedEntry:
      return endOfSchoolYears(from, schedule.sharedEntrySchoolYears);
    case KeptKind::FocusRecord:
      return yearsAfter(std::max(from, schedule.programmeEnd.value_or(from)),
                        schedule.focusRecordYears);
    case KeptKind::CaseStudy:
      return from;
    case KeptKind::Consent:
      return yearsAfter(from, schedule.consentYears);
    case KeptKind::GroupRecord:
      return endOfSchoolYears(from, schedule.groupRecordSchoolYears);
  }
  return from;
}

Result<void> requireRenewable(const CaseStudy& study, const Agreement& agreement) {
  if (agreement.agreedBy.empty() || agreement.howAsked.empty()) {
    return Error{ErrorCode::InvalidInput, "a renewal without who agreed, or how they were asked",
                 "Say who agreed to keep it, by their role, and how they were asked."};
  }
  if (study.agreement && agreement.level > study.agreement->level) {
    return Error{ErrorCode::Conflict, "a renewal at a higher use level",
                 "Keeping it longer does not let it go further. Send it anew for that."};
  }
  UtcTime approved = study.madeAt;
  for (const ReviewEvent& event : study.trail) {
    if (event.to == ReviewStep::Approved) approved = event.at;
  }
  const LocalDate most = yearsAfter(localDate(approved, std::chrono::minutes{0}), kCaseStudyYears);
  if (agreement.until > most || agreement.until < agreement.on) {
    return Error{ErrorCode::Conflict, "a renewal past its time",
                 "A case study is kept for six years at most after it was approved: until " +
                     isoDate(most) + "."};
  }
  return {};
}

}  // namespace journal
