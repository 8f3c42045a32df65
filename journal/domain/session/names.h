#pragma once

#include <optional>
#include <string_view>

#include "journal/domain/session/event.h"
#include "journal/domain/session/plan.h"
#include "journal/domain/session/visible.h"

namespace journal::session {

/// Stable lower-case names with dashes, for JSON: part of what older clients read.
std::string_view name(RoundKind kind);
std::string_view name(Keep keep);
std::string_view name(Naming naming);
std::string_view name(CardKind kind);
std::string_view name(Standing standing);
std::string_view name(DeviceKind device);
std::string_view name(Activity activity);
std::string_view name(PauseCause cause);
std::string_view name(EventKind kind);
std::string_view name(Phase phase);
std::string_view name(Deed deed);

/// Nullopt for anything else. `Kind` is one of the enumerations above.
template <class Kind>
std::optional<Kind> named(std::string_view name);

}  // namespace journal::session
