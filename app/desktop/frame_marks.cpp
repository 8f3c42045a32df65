#include "app/desktop/frame_marks.h"

#ifdef AFTERNOTE_TESTING

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace app::desktop {

void markFrame(std::string_view what, unsigned long count) {
  static const int out = [] {
    const char* named = std::getenv("AFTERNOTE_FRAME_MARKS");
    int handle = -1;
    if (named != nullptr) std::from_chars(named, named + std::strlen(named), handle);
    return handle;
  }();
  if (out < 0) return;
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const long long nanoseconds = static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
  dprintf(out, "%lld %.*s %lu\n", nanoseconds, static_cast<int>(what.size()), what.data(), count);
}

}  // namespace app::desktop

#endif
