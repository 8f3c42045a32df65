#pragma once

#include "app/model/wording.h"

// Words about formats of groups' sessions: read, made, passed on, taken in.

namespace app::tr {

// The place for them
inline constexpr Words kFormats = "Formats";
inline constexpr Words kFormatsLine =
    "How a session runs, round by round. Read one, plan with it, or make your own.";
inline constexpr Words kSeeFormats = "Read, change or make a format";
inline constexpr Words kAllFormats = "All formats";
inline constexpr Words kFormatsShipped = "They come with Afternote";
inline constexpr Words kFormatsOwn = "Yours";
inline constexpr Words kFormatsAside = "Set aside";
inline constexpr Words kNoOwnFormats =
    "None yet. Change a copy of one of the others, compose one from rounds, or take in one that "
    "somebody passed on.";
inline constexpr Words kMakeFormat = "Compose a new one";
inline constexpr Words kTakeInFormat = "Take one in from a file";
inline constexpr Words kCopyFormat = "Change a copy";
inline constexpr Words kChangeFormat = "Change it";
inline constexpr Words kPassOnFormat = "Pass it on";
inline constexpr Words kSetFormatAside = "Set it aside";
inline constexpr Words kBringFormatBack = "Bring it back";
inline constexpr Words kFormatIsAside = "It is set aside, and not offered when you plan.";
inline constexpr Words kChooseAFormat = "Choose a format to read it as its agenda.";
inline constexpr Words kFormatNotReady = "Cannot be run yet";

// One to read
inline constexpr Words kFormatFor = "What for";
inline constexpr Words kFormatWhen = "When";
inline constexpr Words kFormatSize = "How many people";
inline constexpr Words kFormatRoles = "Roles";
inline constexpr Words kFormatBefore = "Before";
inline constexpr Words kFormatNotes = "Good to know";
inline constexpr Words kFormatAuthor = "Author";
inline constexpr Words kFormatLicence = "Licence";
inline constexpr Words kNoAuthor = "Nobody is named.";
inline constexpr Words kNoLicence = "None is named. Ask its author before you pass it on.";
inline constexpr Words kAgenda = "Agenda";
inline constexpr Words kCaptured = "Written down: ";
inline constexpr Words kKeptFor = "Kept for: ";
inline constexpr Words kKeepNothing = "nobody, nothing is kept";
inline constexpr Words kKeepSelf = "whoever wrote it";
inline constexpr Words kKeepPresenter = "whoever presents";
inline constexpr Words kKeepGroup = "the group";
inline constexpr Words kKeepThemes = "the group; what is ticked goes to managers";

// One while it is made
inline constexpr Words kNewFormat = "A new format";
inline constexpr Words kUnnamedFormat = "A format without a name yet";
inline constexpr Words kOurs = ", ours";
inline constexpr Words kKeepAsFormat = "Keep as a format";
inline constexpr Words kAboutFormat = "About it";
inline constexpr Words kFormatName = "Name";
inline constexpr Words kFormatNameLike = "Half-term round with two presenters";
inline constexpr Words kWhoseFormat = "Whose it is";
inline constexpr Words kWhoseFormatBody =
    "Both stand in the file when you pass it on. Neither has to be filled in.";
inline constexpr Words kLicenceLike = "CC BY 4.0";
inline constexpr Words kRounds = "Rounds";
inline constexpr Words kRoundKind = "Kind of round";
inline constexpr Words kRoundKeep = "Kept for";
inline constexpr Words kRoundKeepWords = "Kept for, in your own words";
inline constexpr Words kRoundCaptured = "What is written down";
inline constexpr Words kRoundPresenter = "Who presents in it";
inline constexpr Words kNobodyPresents = "Nobody in particular";
inline constexpr Words kRoundDots = "Dots for each person";
inline constexpr Words kOpenRound = "Change what it says";
inline constexpr Words kCloseRound = "Fold it up";
inline constexpr Words kRoundTakenOut = "A round was taken out: ";
inline constexpr Words kPutRoundBack = "Put it back";
inline constexpr Words kFormatNeedsName = "Give the format a name.";
inline constexpr Words kFormatRuns = "It can be run as it is.";
inline constexpr Words kFormatUnsaved = "Not saved yet";
inline constexpr Words kFormatSaved = "Saved on this laptop";

// Passing on
inline constexpr Words kPassOnBody =
    "This writes one file. In it is the format as you read it here, with the author and the "
    "licence below, and nothing else: no plan, no people, no words of a session.";
inline constexpr Words kPassOnPath = "The new file";
inline constexpr Words kPassOnHint =
    "The whole path, from its first slash. A file that is there is never overwritten.";
inline constexpr Words kWriteFormat = "Write the file";
inline constexpr Words kPassOnFirst = "Say where the file goes first.";
inline constexpr Words kFormatWritten = "Written to ";

// Taking in
inline constexpr Words kTakeInTitle = "Take in a format";
inline constexpr Words kTakeInBody =
    "A file that somebody passed on. You see all of it before it is among yours.";
inline constexpr Words kTakeInPath = "The file";
inline constexpr Words kTakeInHint = "Its whole path, typed or pasted.";
inline constexpr Words kLookAtFormat = "Look at it";
inline constexpr Words kTakeIn = "Take it in";
inline constexpr Words kTakeInFirst = "Say which file first.";
inline constexpr Words kLookingAtFormat = "Looking at the file";
inline constexpr Words kNothingTakenYet = "Nothing is taken in yet.";
inline constexpr Words kSameFormatHere = "It is among your formats already, just as it is.";
inline constexpr Words kLikeFormatHere =
    "You have one like it already, and this one is different. Yours stays as it is, and this one "
    "comes beside it.";
inline constexpr Words kFormatTaken = " is among your formats now.";

}  // namespace app::tr
