#pragma once

#include "app/model/wording.h"

// Words about what is kept and for how long: backup, restore drill, check, where an entry has been.

namespace app::tr {

inline constexpr Words kBackup = "Backup";
inline constexpr Words kBackupBody =
    "A full copy, locked with the same passphrase. Put it on a stick or another disk.";
inline constexpr Words kBackupFolder = "A new folder";
inline constexpr Words kBackupFolderHint = "The whole path, from its first slash";
inline constexpr Words kMakeBackup = "Make a backup";
inline constexpr Words kSayWhereFirst = "Say where it should go first.";
inline constexpr Words kDrill = "Does it open?";
inline constexpr Words kDrillBody =
    "A backup is only one once it has been opened. This reads all of it and changes nothing.";
inline constexpr Words kDrillFolder = "Folder of the backup";
inline constexpr Words kDrillButton = "Open and read it";
inline constexpr Words kDrillNeeds = "Give its folder and its passphrase first.";
inline constexpr Words kBackupOpens = "It opens, and it is whole.";
inline constexpr Words kBackupDamaged =
    "It opens, but parts of it are damaged. Make another backup, on another disk.";
inline constexpr Words kCheck = "Check this journal";
inline constexpr Words kCheckBody = "Reads every page and follows every change from the first.";
inline constexpr Words kCheckButton = "Check everything";
inline constexpr Words kWhileYouWrite = "While you write";
inline constexpr Words kEntryPlaces = "Where has this entry been?";
inline constexpr Words kEntryPlacesBody =
    "Seven places an entry can visit, lit up as you go, all of them worth it and none of them "
    "needed. Worked out on this laptop from a few words, so it misses things; press one to say so. "
    "Only you see it, and nothing of it is kept.";
inline constexpr Words kTakeMeSomewhereNew = "Take me somewhere new";
inline constexpr Words kBeenEverywhere = "You have been everywhere. Stop whenever you like.";
inline constexpr Words kRetentionBody =
    "What you write for yourself is meant to stay to the end of the next school year. Then read it "
    "once more: leave it if you still learn from it, keep only what you learned, or let it go.";
inline constexpr Words kNothingPastItsTime = "No reflection is past its time.";

}  // namespace app::tr
