#pragma once

#include "app/model/wording.h"

// Words about pictures and recordings of an entry (attached_model.h).

namespace app::tr {

inline constexpr Words kAttached = "Pictures and recordings";
inline constexpr Words kAttachedOfEntry = "Pictures and recordings of this entry";
inline constexpr Words kAttachedBody =
    "Kept with this entry, under the same lock as your words. No case study shows them and no "
    "search looks in them.";
inline constexpr Words kNothingAttached = "Nothing is kept with this entry but its words.";
inline constexpr Words kAttachPath = "Add a picture or recording";
inline constexpr Words kAttachHint =
    "The whole path of a file, typed or pasted. You can also drop the file on this window.";
inline constexpr Words kAttachIt = "Add it";
inline constexpr Words kSayWhichAttachment = "Say which file first.";
inline constexpr Words kReadingAttachment = "Reading the file";
inline constexpr Words kKeepingAttachment = "Keeping it with the entry";
inline constexpr Words kSavingAttachment = "Saving the copy";
inline constexpr Words kAttachedKept =
    "Kept with the entry. The file you took it from is still there.";
inline constexpr Words kAttachedAlready = "This entry has it already.";
inline constexpr Words kPageWasLeft =
    "The page you left was not kept, so the file was not added. It is still where it was.";
inline constexpr Words kSaveACopy = "Save a copy";
inline constexpr Words kSaveCopyTo = "Where to";
inline constexpr Words kSaveCopyHint =
    "A folder that is there, or the whole path of a new file. Nothing is written over.";
inline constexpr Words kSaveIt = "Save it";
inline constexpr Words kSavedTo = "Saved to ";
inline constexpr Words kRemoveAttached = "Remove";
inline constexpr Words kRemoveMeans =
    "It goes out of this entry, on all your devices, and cannot be put back from here. Erasing the "
    "entry for good destroys it; this alone does not. Copies you saved stay where they are.";
inline constexpr Words kRemoveAttachedNow = "Remove it";
inline constexpr Words kKeepAttached = "Keep it";
inline constexpr Words kAttachedRemoved = "Removed from this entry.";
inline constexpr Words kLookAtIt = "Look at it";
inline constexpr Words kOpeningPicture = "Opening the picture";
inline constexpr Words kBackToAttached = "Back to the list";
inline constexpr Words kWithAttachments = "with a picture or recording";
inline constexpr Words kKeptWithIt = "Kept with it: ";
inline constexpr Words kPictureKind = "Picture";
inline constexpr Words kRecordingKind = "Recording";

}  // namespace app::tr
