#pragma once

#include "app/model/wording.h"

// Words about what two devices said differently.

namespace app::tr {

inline constexpr Words kTwoDevices = "You wrote on two devices";
inline constexpr Words kTwoDevicesSafe = "You wrote on two devices. Both are safe.";
inline constexpr Words kSideBySide = "See them side by side";
inline constexpr Words kDecideLater = "Decide later";
inline constexpr Words kKeepBoth = "Keep both";
inline constexpr Words kKeepThisOne = "Keep this one";
inline constexpr Words kIfYouKeepBoth = "If you keep both";
inline constexpr Words kTidyAfterwards = "You can tidy it afterwards";
inline constexpr Words kStaysInHistory =
    "The one you leave stays in this entry’s history, and can be brought back.";
inline constexpr Words kDifferenceKeys = "Left and Right look, B keeps both, K keeps this one";
inline constexpr Words kRightAsItIs = "Right as it is";
inline constexpr Words kKeptBoth = "Kept both";
inline constexpr Words kSettledDifference = "Settled. Your other devices will know.";
inline constexpr Words kNothingThere = "Nothing here on this one";
inline constexpr Words kLessonDiffers = "The lesson was changed on both. The later one is shown.";
inline constexpr Words kStateDiffers =
    "It was finished on one device and not on the other. The later one is shown.";
inline constexpr Words kBinDiffers =
    "It was put in the bin on one device and written in on the other. It is out of the bin.";

}  // namespace app::tr
