#pragma once

#include <string>
#include <vector>

#include "journal/exchange/reading_copy.h"

// What somebody gets who asked what is written about them: one document, in three forms that say
// the same. Names are already as that person may read them (redaction.h).

namespace journal::exchange {

/// One thing that is written about them.
struct AccessItem {
  std::string kind;  ///< "reflection", "held", "plan", ... a stable name for files
  ReadingEntry entry;
};
struct AccessCopy {
  std::string title;
  std::string preface;
  std::vector<AccessItem> items;
};

/// For the terminal, where the tutor reads it before it leaves.
std::string accessText(const AccessCopy& copy);
/// One page that needs nothing else (makeHtmlWriter).
Result<std::string> accessHtml(const AccessCopy& copy);
/// {"about":..,"preface":..,"items":[{"kind":..,"date":..,"heading":..,"facts":..,"words":[..]}]}
std::string accessJson(const AccessCopy& copy);

}  // namespace journal::exchange
