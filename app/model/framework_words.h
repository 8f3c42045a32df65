#pragma once

#include "app/model/wording.h"

// Words of the page that reads and edits the outcomes.

namespace app::tr {

inline constexpr Words kChangeOutcomes = "Change these outcomes";
inline constexpr Words kBeginFromVersion = "Begin a new version from this one";
inline constexpr Words kSeeVersions = "Versions";
inline constexpr Words kHideVersionsOfOutcomes = "Hide versions";
inline constexpr Words kOutcomesVersions =
    "Word them your service's way. Each time you keep them it is a new version, in force from its "
    "day: what was tagged keeps the words it was tagged by. Ours can always be had again.";
inline constexpr Words kFrameworkEditing =
    "Nothing changes until you keep it. What you switch off is not offered for new tags; what was "
    "tagged stays where it is.";
inline constexpr Words kInForceFrom = "In force from";
inline constexpr Words kInForceHint = "Today or later, like 2026-09-01. It begins by itself.";
inline constexpr Words kWhatChanges = "What changes";
inline constexpr Words kNothingChangesYet = "Nothing yet.";
inline constexpr Words kSeeAndKeep = "See what changes, and keep it";
inline constexpr Words kAllAsItCame = "Everything as it came";
inline constexpr Words kAsItCame = "As it came";
inline constexpr Words kLevelNames = "Names of the levels";
inline constexpr Words kLevelNamesBody = "At most nine characters each: they stand under a stave.";
inline constexpr Words kOutcomeName = "Name";
inline constexpr Words kShortName = "Short name";
inline constexpr Words kShortNameHint = "At most 18 characters.";
inline constexpr Words kTheirLine = "The young person's line";
inline constexpr Words kOfferOutcome = "Offer this outcome for new tags";
inline constexpr Words kOfferIndicator = "Offer it for new tags";
inline constexpr Words kIndicatorName = "Name of ";
inline constexpr Words kAddIndicator = "Add an indicator of your own";
inline constexpr Words kDropIndicator = "Take it out again";
inline constexpr Words kYourOwn = "Your own";
inline constexpr Words kOff = "Switched off";
inline constexpr Words kInForceNow = "In force";
inline constexpr Words kToCome = "Begins by itself on its day";
inline constexpr Words kReplaced = "Replaced by a later version";
inline constexpr Words kCameWith = "As it came with Afternote";
inline constexpr Words kStartsTodayOrLater =
    "It can start today or later: what was tagged before was tagged by the words of that day.";
inline constexpr Words kNineAreEnough =
    "Nine indicators at a time are enough. Switch one off first.";

}  // namespace app::tr
