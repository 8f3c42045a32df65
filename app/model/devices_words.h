#pragma once

#include "app/model/wording.h"

// Words about a journal's devices and what two of them said differently.

namespace app::tr {

inline constexpr Words kSynced = "Synced";
inline constexpr Words kNotYetSynced = "Saved here, not yet synced";
inline constexpr Words kNoLongerSynced = "Saved here, no longer synced";
inline constexpr Words kSeeDevices = "see Devices";
inline constexpr Words kDevicesLocked =
    "Notes are locked before they leave a device. The service’s hub and a shared folder cannot "
    "read them.";
inline constexpr Words kOneDevice =
    "Your journal is on this computer only. To have it on another one too, join your service’s hub "
    "with the invitation you were given, or choose a folder that both computers see.";
inline constexpr Words kRemovedHere =
    "This device was removed from the journal by another one. What is here stays here, and you can "
    "go on reading and writing; nothing leaves or comes any more.";
inline constexpr Words kOfflineSync =
    "You’re offline. Everything still works, and will sync when you’re back.";
inline constexpr Words kSyncNow = "Sync now";
inline constexpr Words kAddDevice = "Add a device";
inline constexpr Words kJoinHub = "Join a hub";
inline constexpr Words kChooseFolder = "Use a shared folder";
inline constexpr Words kJoinJournal = "I already write on another computer";
inline constexpr Words kNowhereToMeet =
    "Join a hub or choose a folder first: that is where the two devices meet.";
inline constexpr Words kDeviceName = "What to call this computer";
inline constexpr Words kDeviceNameHint = "Your other devices show it: “Music office desktop”";
inline constexpr Words kInvitation = "The invitation";
inline constexpr Words kInvitationHint = "It begins with sv1: and works once";
inline constexpr Words kFolder = "The folder";
inline constexpr Words kFolderHint = "The whole path, from its first slash";
inline constexpr Words kFolderBody =
    "A folder that something else carries between your computers: a cloud drive, Syncthing, a "
    "stick. It only ever holds locked files.";
inline constexpr Words kStopFolder = "Stop using the folder";
inline constexpr Words kAgainPassphrase = "Your passphrase, again";
inline constexpr Words kAgainBody =
    "Whoever adds a device gives it everything you have written. So we ask.";
inline constexpr Words kShowCode = "Show a code";
inline constexpr Words kCodeRule =
    "Type this code on the new device. Never send it to anyone, and never type in a code that "
    "someone sends you.";
inline constexpr Words kStepAgain = "Your passphrase";
inline constexpr Words kStepCode = "The code";
inline constexpr Words kStepWords = "Six words";
inline constexpr Words kStepAdd = "Add it";
inline constexpr Words kStepJoin = "Your journal";
inline constexpr Words kOnThis = "On this computer";
inline constexpr Words kOnNew = "On the new device";
inline constexpr Words kOnNewBody =
    "Six words come up on its own screen. We do not copy them here, so that you really look.";
inline constexpr Words kOnNewCode =
    "Start Afternote there, choose “I already write on another computer”, and type the code and "
    "the address.";
inline constexpr Words kOnOld = "On the old device";
inline constexpr Words kOnOldBody =
    "Six words are on its own screen. We do not copy them here, so that you really look.";
inline constexpr Words kSixWords = "Six words on this screen";
inline constexpr Words kReadAloud = "Read them aloud, one by one";
inline constexpr Words kReadAloudBody =
    "All six the same, in the same order? Then nobody is in between, and the new device may open "
    "your notes.";
inline constexpr Words kTheyDiffer = "They differ, stop";
inline constexpr Words kTheyMatch = "They match, add it";
inline constexpr Words kTheyMatchJoin = "They match";
inline constexpr Words kStopAdding = "Stop adding";
inline constexpr Words kSevenDays =
    "Every device you have will say that this one was added, for seven days. Remove it any time in "
    "Devices.";
inline constexpr Words kDiffered =
    "Stopped: nothing was added. Somebody may stand between the two devices. Try again on another "
    "network, and tell whoever runs the hub.";
inline constexpr Words kAdded = "Added. Your journal is on its way to it.";
inline constexpr Words kJoined =
    "This computer has your journal now. It is filling up from the top.";
inline constexpr Words kWaitingForNew = "Waiting for the new device";
inline constexpr Words kWaitingForOld = "Waiting for the old device";
inline constexpr Words kAgreedLine = "Handing over the keys";
inline constexpr Words kPairingStopped = "Stopped: nothing was added. Begin again for a new code.";
inline constexpr Words kJoinTitle = "I already write on another computer";
inline constexpr Words kJoinBody =
    "On the other computer, go to Settings, Devices, Add a device. It shows a code, and where the "
    "two meet. Only a new, empty journal can become a device of another.";
inline constexpr Words kCode = "The code";
inline constexpr Words kCodeHint = "Four groups of four";
inline constexpr Words kWhere = "Where they meet";
inline constexpr Words kWhereHint = "The hub’s address, beginning with sh1:, or the folder";
inline constexpr Words kJoinGo = "Go on";
inline constexpr Words kRemove = "Remove";
inline constexpr Words kRemoveIt = "Remove it";
inline constexpr Words kKeepIt = "Keep it";
inline constexpr Words kDevicesBack = "Back to your devices";
inline constexpr Words kTypeInvitation = "Paste the invitation first.";
inline constexpr Words kTypeFolder = "Say which folder first.";
inline constexpr Words kTypeDeviceName = "Say what to call this computer first.";
inline constexpr Words kTypeCode = "Type the code and where they meet first.";
inline constexpr Words kIfAllIsLost = "If every device is lost";
inline constexpr Words kListKeyBody =
    "A stolen bag, a fire: your recovery key on paper can bring the whole journal back on a new "
    "computer. It has to be on the list of devices for that.";
inline constexpr Words kListKey = "Put the recovery key on the list";
inline constexpr Words kListKeyForm =
    "Type the recovery key of this journal, as it stands on the paper. It is then one of your "
    "devices, and can be taken off again.";
inline constexpr Words kKeyIsListed =
    "Your recovery key brings this journal back on a new computer: start Afternote there, choose "
    "“I already write on another computer”, then “Every device is lost”.";
inline constexpr Words kKeepAddress =
    "Keep this address with the paper. It is no secret; it says where your journal is.";
inline constexpr Words kKeepFolder = "The folder or stick has to be at hand then.";
inline constexpr Words kCopyAddress = "Copy the address";
inline constexpr Words kEveryDeviceLost = "Every device is lost";
inline constexpr Words kComeBackTitle = "Bring your journal back";
inline constexpr Words kComeBackBody =
    "With the recovery key that was put on the journal’s list of devices. Only a new, empty "
    "journal can take it in.";
inline constexpr Words kComeBackGo = "Bring it back";
inline constexpr Words kRecoveryKeyField = "Recovery key";
inline constexpr Words kRecoveryKeyHint = "Nine groups of four";
inline constexpr Words kWhereLost = "Where the journal is";
inline constexpr Words kWhereLostHint =
    "The address kept with the key, a new invitation from your service, or the folder";
inline constexpr Words kTypeRecoveryKey = "Type the recovery key first.";
inline constexpr Words kTypeKeyAndWhere = "Type the recovery key and where the journal is first.";
inline constexpr Words kThisDevice = "This computer";
inline constexpr Words kPaperDevice = "Recovery key on paper";
inline constexpr Words kNameless = "A device whose name cannot be read yet";
inline constexpr Words kThatWasMe = "That was me";
inline constexpr Words kLookAtDevices = "See devices";

}  // namespace app::tr
