#include "journal/domain/profile.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<GoalState, 3> kGoalStates{{"open", "reached", "set_aside"}};

}  // namespace

std::string_view name(GoalState state) {
  return kGoalStates.name(state);
}
std::optional<GoalState> parseGoalState(std::string_view text) {
  return kGoalStates.parse(text);
}

}  // namespace journal
