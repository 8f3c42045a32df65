#pragma once

#include "app/model/wording.h"

// Words of what stands beside the words being written (aside_model.h); the rest is in wording.h.

namespace app::tr {

// Lessons to choose from
inline constexpr Words kChooseLesson = "Choose a lesson";
inline constexpr Words kFromTimetable = ", from your timetable";
inline constexpr Words kAsUsual = ", as usual";
inline constexpr Words kEnds = "Ends";
inline constexpr Words kPlace = "Place";
inline constexpr Words kPlaceNotSaid = "Not said";
inline constexpr Words kSomewhereNew = "Somewhere new";
inline constexpr Words kEndsLike = "Write when it ends like 16:00, or leave it empty.";
inline constexpr Words kEndsNeedsStart = "Say when it starts too, or leave both empty.";
inline constexpr Words kEndsAfterStart = "It ends before it starts. Look at the two times again.";

inline constexpr Words kTimetableHint = "The lessons of your timetable are offered on their day.";
inline constexpr Words kChangeTimetable = "Your timetable";

// Next time
inline constexpr Words kLastTimeYouMeant = "Last time you meant to:";
inline constexpr Words kMeantDone = "Done";
inline constexpr Words kMeantCarryOn = "Carry it on";
inline constexpr Words kMeantLetGo = "Let it go";
inline constexpr Words kKeepForNextTime = "Keep for next time";
inline constexpr Words kKeptForNextTime = "Kept for next time";
inline constexpr Words kIntentionDone = "Done. Well kept.";
inline constexpr Words kIntentionCarried = "Carried on to the next time.";
inline constexpr Words kIntentionGone = "Let go.";

// Names
inline constexpr Words kLooksLikeName = " looks like a name. Names stay out of what you write.";
inline constexpr Words kColleague = "Colleague";
inline constexpr Words kNotAName = "Not a name";
inline constexpr Words kNewName = "Who or where is it?";
inline constexpr Words kRealNameOfPlace = "Name";
inline constexpr Words kCodeNameOfColleague = "What anybody else would read: the class teacher.";
inline constexpr Words kCodeNameOfPlace = "What anybody else would read: a primary school.";
inline constexpr Words kNowAMention = "Now a mention. The name is in the locked part only.";

// A line about safeguarding (domain.md 5.3 points 7 and 8)
inline constexpr Words kNeedsDsl = "Does this need to go to the DSL?";
inline constexpr Words kMemoryAid =
    "A memory aid that misses things. It keeps nothing and tells no one.";
inline constexpr Words kAlreadyDone = "No, already done";
inline constexpr Words kNoNeed = "No";
inline constexpr Words kMoveItOut = "Move it out";
inline constexpr Words kMoveOutMeans =
    "This copies your words, as they are, into the handover sheet and holds this entry: it can be "
    "read, not changed, and is in no search, tag, group or case study. Nothing is deleted, and it "
    "tells no one. Only you can pass it on.";
inline constexpr Words kKeepItHere = "Not now";
inline constexpr Words kMoveOutWritten = "Move what I wrote out";
inline constexpr Words kMoveOutOffer = "If you have already written about it on this page:";
inline constexpr Words kMovedOut =
    "Copied into the handover sheet. The entry is held: it can be read, and goes nowhere. You find "
    "it again under Settings, Safety.";

// Paid time
inline constexpr Words kPaidTime = "Paid reflection time";
inline constexpr Words kPaidShort = "Paid time";
inline constexpr Words kNoPaidTime = "None";
inline constexpr Words kPausePaid = "Pause paid time";
inline constexpr Words kResumePaid = "Carry on with paid time";
inline constexpr Words kOneMinuteLeft = "One minute of paid time left";
inline constexpr Words kPaidOver = "That’s all of your paid time. Stop here, or carry on unpaid?";
inline constexpr Words kPaidCounted = "Counted in ";
inline constexpr Words kPaidHint =
    "Counts only while you write. The total stays on this laptop for your own claim.";

}  // namespace app::tr
