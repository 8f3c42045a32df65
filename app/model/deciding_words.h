#pragma once

#include "app/model/wording.h"

// Deciding about words of a case study that could identify somebody.

namespace app::tr {

inline constexpr Words kSayInstead = "Say instead";
inline constexpr Words kUseThis = "Use this";
inline constexpr Words kKeepMine = "Keep mine";
inline constexpr Words kLeaveThisOut = "Leave this out";
inline constexpr Words kStillToSettle = "Still to settle";
inline constexpr Words kShowSettled = "Show them";
inline constexpr Words kHideSettled = "Hide them";
inline constexpr Words kDecideAgain = "Decide again";
inline constexpr Words kWordStays = "Stays as it is";
inline constexpr Words kWordLeftOut = "Left out";
inline constexpr Words kNothingToSettle = "Nothing is left to settle.";
inline constexpr Words kSuggestionsMiss =
    "Suggestions are made on this laptop and can miss things. Please read it once as if you knew "
    "the family.";

inline constexpr Words kMarkPerson = "Somebody’s name";
inline constexpr Words kMarkSchool = "A school or another setting";
inline constexpr Words kMarkPlace = "A place";
inline constexpr Words kMarkDate = "A date people may remember";
inline constexpr Words kMarkAge = "An age";
inline constexpr Words kMarkContact = "A way to reach somebody";
inline constexpr Words kMarkId = "A number that belongs to somebody";
inline constexpr Words kMarkOrganisation = "An organisation";
inline constexpr Words kMarkCircumstance = "Something few people share";

}  // namespace app::tr
