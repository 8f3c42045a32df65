#pragma once

#include "app/model/wording.h"

// Words of the entries on safeguarding hold.

namespace app::tr {

inline constexpr Words kSafetyPage = "Safety";
inline constexpr Words kHeldEntries = "Entries on hold";
inline constexpr Words kSeeHeld = "See entries on hold";
inline constexpr Words kHeldAbout =
    "An entry you moved out, or put on hold, is here and nowhere else: not in lists, search, tags, "
    "groups or case studies. It stays until the DSL has it and has said what to do with it.";
inline constexpr Words kHeldOffer =
    "What you moved out stays on hold, to be read here and to record what the DSL wants done.";
inline constexpr Words kNoneHeld = "Nothing is on hold.";
inline constexpr Words kKeptLines = "Lines your journal keeps";
inline constexpr Words kKeptLine = "A concern was passed on";
inline constexpr Words kRemovedEntries = "Removed";
inline constexpr Words kOnHoldSince = "On hold since ";
inline constexpr Words kWrittenOn = "Written ";
inline constexpr Words kReadOnly = "To be read only. Nothing in it can be changed.";
inline constexpr Words kLineStays = "This line stays. It has no detail.";
inline constexpr Words kStepReceived = "1  The DSL has received it";
inline constexpr Words kReceiptBody =
    "Record it once they have the words, on paper or in their own system. Recording it here tells "
    "no one.";
inline constexpr Words kReceivedBy = "Who has it, by their role";
inline constexpr Words kRecordReceipt = "Record that they have it";
inline constexpr Words kCorrectReceipt = "Correct this";
inline constexpr Words kSayReceiver = "Say who has received it, by their role.";
inline constexpr Words kStepWish = "2  What does the DSL want done with the original?";
inline constexpr Words kWishKeep = "Keep it on hold";
inline constexpr Words kWishRemove = "Remove it";
inline constexpr Words kReceiptFirst = "Record first that the DSL has received it.";
inline constexpr Words kRemoveHeld = "Remove this entry";
inline constexpr Words kRemoveSure = "Yes, remove it";
inline constexpr Words kRemoveNot = "Leave it on hold";
inline constexpr Words kRemoveAsk =
    "Its words, its tags and what you meant for next time leave your journal, and nobody can open "
    "them here again. The line that says a concern was passed on stays. The sealed history inside "
    "this journal, and backups you made, still hold the words under your passphrase.";
inline constexpr Words kHeldRemoved =
    "Removed. Your journal keeps that it was removed, and no more.";
inline constexpr Words kReceiptKept = "Recorded. It told no one.";
inline constexpr Words kWishKept = "Recorded.";
inline constexpr Words kBackToHeld = "All entries on hold";

}  // namespace app::tr
