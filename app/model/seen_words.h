#pragma once

#include "app/model/wording.h"

// Words about what the service sees of a person.

namespace app::tr {

inline constexpr Words kWhatTheySee = "What your service sees";
inline constexpr Words kWhatTheySeeBody =
    "The case studies that you sent, as they stand here, and nothing else. Nobody sees when or how "
    "often you write, how much, or a word that you did not send.";
inline constexpr Words kWhatAHubSees =
    "A hub carries your journal locked. It can see when one of your computers connects and how "
    "much "
    "it sends, and cannot open it.";
inline constexpr Words kNothingSent = "You have sent nothing, so there is nothing to see.";
inline constexpr Words kReadByNobody = "Nobody has read it yet.";
inline constexpr Words kWhoRead = "Who has read it";
inline constexpr Words kPartOf = "Where it is counted";
inline constexpr Words kReadAsTheyDo = "Read it as they do";
inline constexpr Words kAsTheyDoBody =
    "This is what a manager sees, to the letter: no level, and no day.";
inline constexpr Words kBackToSeen = "Back to what they see";
inline constexpr Words kBackToStudies = "Back to your case studies";
inline constexpr Words kWithdrawnTitle = "A case study that was withdrawn";

}  // namespace app::tr
