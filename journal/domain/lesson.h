#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/ids.h"

namespace journal {

enum class Setting : std::uint8_t {
  OneToOne,
  SmallGroup,
  WholeClass,
  Ensemble,
  SpecialSchool,
  Pru,
  Home,
  Online
};
inline constexpr int kSettingCount = 8;
/// "one_to_one" .. as in the sample data; parse accepts exactly these.
std::string_view name(Setting setting);
std::optional<Setting> parseSetting(std::string_view text);
/// "One to one", "Small group", .. for people.
std::string_view title(Setting setting);

/// What a reflection is about.
struct Lesson {
  Setting setting = Setting::OneToOne;
  LocalDate date{};                              ///< the day of the lesson, not of the writing
  std::optional<std::chrono::minutes> startsAt;  ///< since local midnight
  std::chrono::minutes length{0};                ///< 0: not said
  std::string group;                             ///< "Brass group"; may be empty
  std::string yearGroup;                         ///< "Year 5"
  std::string instrument;                        ///< "clarinet"
  std::optional<NameId> place;
  std::vector<NameId> youngPeople;
  friend bool operator==(const Lesson&, const Lesson&) = default;
};

}  // namespace journal
