#include "journal/domain/safeguarding.h"

namespace journal {

bool mayBeUsed(const Reflection& reflection) {
  return !reflection.held && !reflection.binned;
}

Result<void> requireUsable(const Reflection& reflection) {
  if (reflection.held)
    return Error{ErrorCode::Conflict, "held reflection " + reflection.id.hex(),
                 "This reflection is on safeguarding hold, so it is kept exactly as it is until "
                 "the DSL says otherwise."};
  if (reflection.binned)
    return Error{ErrorCode::Conflict, "binned reflection " + reflection.id.hex(),
                 "This reflection is in the bin. Take it out first."};
  return {};
}

}  // namespace journal
