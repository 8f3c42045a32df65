#pragma once

#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/service/subject_access.h"

// Erasing somebody (domain.md 5.4): from a code to all its uses, shown before anything happens.

namespace journal::service {

/// What erasing somebody does, before it is done.
struct ErasurePlan {
  /// What happens to one thing.
  enum class Fate : std::uint8_t {
    Goes,          ///< whole
    WithoutThem,   ///< goes on under another id, with them taken out and without its history
    WithdrawFirst  ///< a case study that others have: nothing is erased while there is one
  };
  struct Line {
    std::string kind;  ///< stable names for files, as in an access copy
    std::string id;    ///< hex; empty for what has none
    std::string what;  ///< a date or a title
    Fate fate = Fate::Goes;
  };
  std::vector<Line> lines;
  /// Nothing of the person may be left behind by this, except what the next two say.
  Erase op;
  /// On safeguarding hold: it stays, and so do their name, plan and answers, without which it could
  /// not be read.
  std::size_t held = 0;
  bool mustWithdraw = false;
};

/// `keepLearning`: the tutor's own learning stays also of entries that are about them alone. Ids
/// of what goes on come from `random`.
ErasurePlan planErasure(const Everything& everything, bool keepLearning, Random& random);

}  // namespace journal::service
