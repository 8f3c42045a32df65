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

}  // namespace journal
