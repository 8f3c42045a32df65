#pragma once

#include <string>
#include <string_view>

#include "app/model/circle_plan.h"
#include "journal/domain/session_format.h"

// From a format as it ships to a session that can be run. Pure.

namespace app::model {

/// "A good first one is 45 minutes and one question": silent writing, reveal, themes, dots and
/// actions.
inline constexpr std::string_view kOneQuestion = "Q";

/// A session of this format with the agreement as it ships and nobody in it.
PlannedSession sessionOf(const journal::SessionFormat& format);
PlannedSession oneQuestionSession();
/// A round of a kind with its usual name, prompt and length.
PlannedRound freshRound(session::RoundKind kind);
/// The agreement as it ships, read aloud each time (domain.md 2.3).
std::vector<std::string> groupAgreement();
/// "Silent writing"
std::string_view roundKindName(session::RoundKind kind);

}  // namespace app::model
