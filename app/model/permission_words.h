#pragma once

#include "app/model/wording.h"

// Words of what a young person and their carer answered.

namespace app::tr {

inline constexpr Words kHowFar = "How far notes about them may go";
inline constexpr Words kHowFarBody =
    "Ask the young person as well as their carer. Their own no outranks any yes. Every answer is "
    "kept as it was given; a new one stands beside it.";
inline constexpr Words kRecordAnswer = "Record an answer";
inline constexpr Words kWhoAnswered = "Who answered";
inline constexpr Words kYoungPersonAnswered = "The young person";
inline constexpr Words kCarerAnswered = "Their carer";
inline constexpr Words kTheyAnswered = "What they answered";
inline constexpr Words kAnswerNo = "No";
inline constexpr Words kAnswerLearning = "Learning only: you and your group";
inline constexpr Words kAnswerService = "Inside the service";
inline constexpr Words kAnswerPartners = "Partners and funders";
inline constexpr Words kAnswerPublic = "The public, blurred";
inline constexpr Words kAskedBy = "Who asked, by role";
inline constexpr Words kAskedByHint = "Like tutor, or class teacher";
inline constexpr Words kAskedHow = "How they were asked";
inline constexpr Words kAskedHowHint = "Like read together after the lesson";
inline constexpr Words kAnsweredOn = "Answered on";
inline constexpr Words kHoldsUntil = "A yes holds until";
inline constexpr Words kKeepAnswer = "Keep this answer";
inline constexpr Words kNeedAskedBy = "Say who asked, by their role.";
inline constexpr Words kNeedAskedHow = "Say how they were asked.";
inline constexpr Words kEndsTooSoon = "It cannot end before the day they answered.";
inline constexpr Words kNotYetAnswered = "That day has not come yet.";
inline constexpr Words kNobodyAsked = "Nobody has been asked here yet.";
inline constexpr Words kTheySaidNo =
    ". Nothing about them goes further than you and your group, whoever else agrees.";
inline constexpr Words kCarerSaidNo = ". Nothing about them goes further than you and your group.";
inline constexpr Words kAskAgain = ". Ask again before anything goes further.";
inline constexpr Words kNotAskedThemselves = ". They have not been asked themselves yet.";

}  // namespace app::tr
