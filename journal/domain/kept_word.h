#pragma once

#include <string>

#include "journal/domain/ids.h"

namespace journal {

/// A word the tutor told the spelling to know: "Jembe", "ocarina", a name of a tune.
struct KeptWord {
  WordId id;
  std::string word;  ///< UTF-8 with straight apostrophes
  friend bool operator==(const KeptWord&, const KeptWord&) = default;
};

}  // namespace journal
