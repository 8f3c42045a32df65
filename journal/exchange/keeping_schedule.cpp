#include "journal/exchange/keeping_schedule.h"

#include <string>

#include "journal/exchange/json_value.h"

namespace journal::exchange {
namespace {

Error notASchedule(const std::string& what) {
  return Error{ErrorCode::InvalidInput, "retention schedule: " + what,
               "This is not a schedule of how long things are kept, or something in it cannot be "
               "used."};
}

struct Number {
  const char* key;
  int KeepingSchedule::*years;
};
constexpr Number kNumbers[] = {
    {"private_entry_school_years", &KeepingSchedule::privateEntrySchoolYears},
    {"shared_entry_school_years", &KeepingSchedule::sharedEntrySchoolYears},
    {"focus_record_years", &KeepingSchedule::focusRecordYears},
    {"consent_years", &KeepingSchedule::consentYears},
    {"group_record_school_years", &KeepingSchedule::groupRecordSchoolYears}};

Result<bool> readNumber(const Json& json, const std::string& key, KeepingSchedule& schedule) {
  for (const Number& number : kNumbers) {
    if (key != number.key) continue;
    constexpr std::int64_t kMost = 50;
    const auto years = wholeOf(json, number.key);
    if (!years || *years < 0 || *years > kMost) return notASchedule(number.key);
    schedule.*number.years = static_cast<int>(*years);
    return true;
  }
  return false;
}

}  // namespace

Result<KeepingSchedule> readKeepingSchedule(std::string_view text) {
  const auto json = parseJson(text);
  if (!json || !json->is_object()) return notASchedule("not an object");
  const auto version = wholeOf(*json, "afternote_retention");
  if (!version || *version < 1) return notASchedule("no version");
  if (*version > 1) {
    return Error{ErrorCode::TooNew, "retention schedule: version",
                 "This schedule was made for a newer Afternote. Update this one to use it."};
  }
  KeepingSchedule schedule;
  for (const auto& item : json->items()) {
    if (item.key() == "afternote_retention") continue;
    if (item.key() == "programme_end") {
      schedule.programmeEnd = parseDate(textOf(*json, "programme_end").value_or(""));
      if (!schedule.programmeEnd) return notASchedule("programme_end");
      continue;
    }
    J_TRY(const bool known, readNumber(*json, item.key(), schedule));
    if (!known) return notASchedule("an unknown name");
  }
  return schedule;
}

}  // namespace journal::exchange
