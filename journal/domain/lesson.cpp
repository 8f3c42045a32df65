#include "journal/domain/lesson.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<Setting, kSettingCount> kSettings{
    {"one_to_one", "small_group", "whole_class", "ensemble", "special_school", "pru", "home",
     "online"}};
constexpr detail::NameTable<Setting, kSettingCount> kSettingTitles{
    {"One to one", "Small group", "Whole class", "Ensemble", "Special school",
     "Pupil referral unit", "Home", "Online"}};

}  // namespace

std::string_view name(Setting setting) {
  return kSettings.name(setting);
}
std::optional<Setting> parseSetting(std::string_view text) {
  return kSettings.parse(text);
}
std::string_view title(Setting setting) {
  return kSettingTitles.name(setting);
}

}  // namespace journal
