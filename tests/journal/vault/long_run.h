#pragma once

#include <cstdlib>
#include <string_view>

namespace journal {

/// Release-sized counts when AFTERNOTE_LONG=1.
inline int inLongRun(int release, int everyDay) {
  const char* wanted = std::getenv("AFTERNOTE_LONG");
  return wanted != nullptr && std::string_view(wanted) == "1" ? release : everyDay;
}

}  // namespace journal
