#include "journal/domain/held_entry.h"

namespace journal {

bool isConcernLine(std::string_view stored) {
  return stored.substr(0, kConcernLineStart.size()) == kConcernLineStart &&
         stored.find('\n') == std::string_view::npos && stored.back() == '.';
}

Result<void> requireRemovable(const HoldSteps& steps) {
  if (!steps.received) {
    return Error{ErrorCode::Conflict, "removal without a receipt",
                 "It stays for now: record first that the DSL has received it."};
  }
  if (!steps.wish) {
    return Error{ErrorCode::Conflict, "removal without an answer",
                 "It stays for now: record first what the DSL wants done with the original."};
  }
  if (*steps.wish == DslWish::KeepOnHold) {
    return Error{ErrorCode::Conflict, "removal against the answer",
                 "It stays: the DSL wants the original kept on hold."};
  }
  return {};
}

Result<void> requireReleasable(const HeldEntry& entry, UtcTime now) {
  if (entry.isLine) {
    return Error{ErrorCode::Conflict, "the line kept of a concern",
                 "This line stays: it has no detail, and it says that the concern was passed on."};
  }
  if (entry.steps.received) {
    return Error{ErrorCode::Conflict, "release after a receipt",
                 "It stays on hold: the DSL has received it, and says what is done with it."};
  }
  if (now - entry.since > kHoldSlip) {
    return Error{ErrorCode::Conflict, "release of an old hold",
                 "It stays on hold. Only a hold that was a slip can be taken off, within the hour: "
                 "give it to the DSL, and record that they have it."};
  }
  return {};
}

}  // namespace journal
