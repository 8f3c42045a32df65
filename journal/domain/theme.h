#pragma once

#include <string>
#include <string_view>

#include "journal/base/id.h"
#include "journal/domain/session/event.h"

// What a group agreed to let leave its room, as it stands on the theme list for managers (domain.md
// 2.7): the words, what kind of card they were and the term. Nobody's name, no group, no day.

namespace journal {

using ThemeId = Id<struct ThemeIdTag>;

struct LeavingTheme {
  ThemeId id;  ///< tells nothing to anybody but the journal that it came from
  session::CardKind kind = session::CardKind::Theme;
  std::string term;  ///< "spring term 2026"
  std::string words;
  friend bool operator==(const LeavingTheme&, const LeavingTheme&) = default;
};

/// Where a theme stands, as its own journal may ask.
enum class ThemeStanding : std::uint8_t {
  NotThere,
  Listed,
  TakenBack  ///< once it was listed; its words are erased
};

/// What a group can let leave: never a moment, nor a word for how somebody arrived.
bool mayLeaveAGroup(session::CardKind kind);

/// "spring term 2026" and nothing else: a date in this place would travel into every list.
bool isTermName(std::string_view text);

}  // namespace journal
