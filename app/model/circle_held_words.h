#pragma once

#include "app/model/wording.h"

// Words of groups' sessions that were held, and of the theme list for managers.

namespace app::tr {

inline constexpr Words kSessionsHeld = "Sessions held";
inline constexpr Words kSessionsHeldBody =
    "What the group keeps, and your own words of it. Only you see this list.";
inline constexpr Words kMinutesToClaim = " of group time this school year, for your CPD claim.";

// A record
inline constexpr Words kRecordOfGroup = "What the group keeps";
inline constexpr Words kRecordOwn = "Your own words";
inline constexpr Words kRecordOwnBody =
    "Only in your journal, and in no copy of the record. You can take them out at any time.";
inline constexpr Words kRecordNothingKept = "The format keeps nothing of what was said.";
inline constexpr Words kRecordNothingOfYours = "Nothing of your own was kept.";
inline constexpr Words kRecordJoinedOnly =
    "What the group keeps is with whoever led the session. Ask them for a copy of the record.";
inline constexpr Words kStrikeOut = "Strike out";
inline constexpr Words kTakeOut = "Take out";
inline constexpr Words kStrikeAsked =
    "It goes for good, with every earlier version. If it is on the managers’ list, it is taken "
    "back from there.";
inline constexpr Words kLeaveItIn = "Leave it in";
inline constexpr Words kStruck = "Struck out.";
inline constexpr Words kDoneTick = "Done";
inline constexpr Words kAgreedToLeave = "Agreed to leave the room";
inline constexpr Words kTakeACopy = "Take a copy";
inline constexpr Words kThemesForManagers = "Themes for managers";
inline constexpr Words kDeleteRecord = "Delete the record";
inline constexpr Words kDeleteRecordAsked =
    "The whole record goes for good, your own words in it too. What left the room stays on the "
    "managers’ list; take it back there first if it should not.";
inline constexpr Words kDeleteForGood = "Delete it for good";
inline constexpr Words kKeepRecord = "Keep it";
inline constexpr Words kRecordDeleted = "The record is deleted.";
inline constexpr Words kBackToRecord = "Back to the record";

// A copy of it
inline constexpr Words kRecordCopyTitle = "This is what the copy says";
inline constexpr Words kRecordCopyBody =
    "All of it, and nothing else: nobody’s own words, no moments, no names beside what was said.";
inline constexpr Words kRecordCopyKind = "As";
inline constexpr Words kRecordCopyPage = "A page (HTML)";
inline constexpr Words kRecordCopyPaper = "Paper (PDF)";
inline constexpr Words kRecordCopyTable = "A table (CSV)";
inline constexpr Words kRecordCopyToHint = "A new file, like /media/stick/record.html";
inline constexpr Words kRecordCopyOpen =
    "A copy has no lock. Whoever has the file can read it, so keep it where the group agreed.";
inline constexpr Words kRecordCopyDone = "The copy is in ";

// Themes for managers
inline constexpr Words kThemesBody =
    "Only what the group agreed may leave, in these words. A manager sees the words, what they are "
    "and the term: no name, not which group, not which day, and not what came together. With each "
    "goes a number, so that you can take it back; nobody else can tell whose it is.";
inline constexpr Words kThemesNoFinder =
    "The lists for finding names are not here, so nothing can leave from this laptop.";
inline constexpr Words kThemesNoStore = "No evidence store is set up here.";
inline constexpr Words kMarkCouldIdentify = "Could say who or where: decide about each.";
inline constexpr Words kMarkBlur = "Say instead";
inline constexpr Words kMarkStays = "It may stay";
inline constexpr Words kThemeGoes = "Let this one leave";
inline constexpr Words kThemeListed = "On the managers’ list.";
inline constexpr Words kThemeTakenBack = "Was on the managers’ list, and taken back.";
inline constexpr Words kThemeTakeBack = "Take it back";
inline constexpr Words kThemeIsBack = "Taken back. Its words are erased on the managers’ list.";
inline constexpr Words kThemeDecideFirst = "Decide about everything that is marked first.";
inline constexpr Words kThemesLeft = "On the managers’ list now.";
inline constexpr Words kThemesWillSee = "A manager will see";

// The manager’s side
inline constexpr Words kThemesThatLeft = "Themes that left groups";
inline constexpr Words kThemesThatLeftBody =
    "In the words that groups agreed, by term. Nothing here says which group or who.";
inline constexpr Words kNoThemesLeft = "No theme has left a group yet.";

}  // namespace app::tr
