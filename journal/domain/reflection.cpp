#include "journal/domain/reflection.h"

#include "journal/domain/names.h"

namespace journal {
namespace {

constexpr detail::NameTable<ReflectionState, 2> kStates{{"draft", "finished"}};

}  // namespace

std::string_view name(ReflectionState state) {
  return kStates.name(state);
}
std::optional<ReflectionState> parseReflectionState(std::string_view text) {
  return kStates.parse(text);
}

}  // namespace journal
