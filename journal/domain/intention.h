#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/time.h"
#include "journal/domain/ids.h"

namespace journal {

enum class IntentionState : std::uint8_t { Open, Done, LetGo };
/// Stable names for files: "open", "done", "let_go"; parse accepts exactly these.
std::string_view name(IntentionState state);
std::optional<IntentionState> parseIntentionState(std::string_view text);

/// "Next time I will ...": heads the next reflection on the same young person or group.
struct Intention {
  IntentionId id;
  std::string text;                  ///< stored text
  std::optional<ReflectionId> from;  ///< where it was written
  std::optional<NameId> youngPerson;
  std::string group;  ///< "Brass group"; empty when about one young person
  IntentionState state = IntentionState::Open;
  LocalDate madeOn{};
  friend bool operator==(const Intention&, const Intention&) = default;
};

}  // namespace journal
