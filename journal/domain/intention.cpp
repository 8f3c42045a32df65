#include "journal/domain/intention.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<IntentionState, 3> kStates{{"open", "done", "let_go"}};

}  // namespace

std::string_view name(IntentionState state) {
  return kStates.name(state);
}
std::optional<IntentionState> parseIntentionState(std::string_view text) {
  return kStates.parse(text);
}

}  // namespace journal
