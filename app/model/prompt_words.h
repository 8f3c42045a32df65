#pragma once

#include "app/model/wording.h"

// Words of the page that edits prompt sets.

namespace app::tr {

inline constexpr Words kPromptsVersions =
    "Change a copy of any set. Each time you keep it, it is a new version: reflections keep the "
    "questions they were written with. Ours never change, and can always be offered again.";
inline constexpr Words kOfferAllOurs = "Offer all of ours again";
inline constexpr Words kOffered = "Offered in Write";
inline constexpr Words kCopyPrompts = "Make a copy to change";
inline constexpr Words kChangePrompts = "Change";
inline constexpr Words kCopyDialog = "A copy of your own";
inline constexpr Words kChangeDialog = "Change this set";
inline constexpr Words kPromptSetName = "Name";
inline constexpr Words kQuestion = "Question ";
inline constexpr Words kOptional = "Say that it is optional";
inline constexpr Words kMoveUp = "Move up";
inline constexpr Words kMoveDown = "Move down";
inline constexpr Words kRemoveQuestion = "Remove";
inline constexpr Words kAddQuestion = "Add a question";
inline constexpr Words kNeedSetName = "Give the set a name first.";
inline constexpr Words kNeedQuestion = "Ask at least one question.";
inline constexpr Words kNothingChanged = "Nothing is different from the version before.";
inline constexpr Words kEnoughQuestions = "Thirty questions are more than anybody answers.";
inline constexpr Words kAlreadyFirst = "It is the first already.";
inline constexpr Words kAlreadyLast = "It is the last already.";
inline constexpr Words kSeeEarlier = "Earlier versions";
inline constexpr Words kHideEarlier = "Hide earlier versions";
inline constexpr Words kWrittenWith = "Written with ";

}  // namespace app::tr
