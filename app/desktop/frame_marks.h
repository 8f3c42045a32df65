#pragma once

#ifdef AFTERNOTE_TESTING

#include <string_view>

namespace app::desktop {

/// Tells whoever measures the program when each frame was painted (tests/bench/window_bench.cpp):
/// one line a frame, "NANOSECONDS WHAT COUNT SPENT", written to the file descriptor in the
/// environment variable AFTERNOTE_FRAME_MARKS; nothing without it. Nanoseconds are of the monotonic
/// clock. `what` is "start", "locked" or "open"; `count` is of characters taken so far, never
/// which; SPENT are the nanoseconds of processor time that the UI thread took since the line
/// before. Testing only. UI thread.
void markFrame(std::string_view what, unsigned long count);

}  // namespace app::desktop

#endif
