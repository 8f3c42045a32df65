#pragma once

#include <string>
#include <vector>

#include "app/model/circle_formats_model.h"
#include "journal/domain/group_session.h"

// Formats as they are read, made and kept. Pure.

namespace app::model {

/// As many as a file can bring in one round.
inline constexpr std::size_t kMostPrompts = 20;

FormatListRow formatRow(const journal::SessionFormat& format, std::string key, bool chosen);
/// The agenda begins at 0:00, and its times add up to the total. Key, own and aside are the
/// caller's to say.
FormatReading readingOf(const journal::SessionFormat& format);
/// `keys`: of the rounds, in their order; `open`: 0 when none is. Title, saved and takenOut are the
/// caller's to add.
FormatMakingModel makingOf(const journal::SessionFormat& typed,
                           const std::vector<std::uint64_t>& keys, std::uint64_t open);

/// As it is kept of what was typed: each round has a name, no prompt is blank, no turn is longer
/// than its round, and what has no name yet has one that says so.
journal::SessionFormat keptFormat(const journal::SessionFormat& typed);
/// The other way: nothing where no name was given.
journal::SessionFormat typedFormat(journal::SessionFormat kept);
/// Why it is not ready to be run, in a sentence; empty: it is.
std::string formatProblem(const journal::SessionFormat& typed);

/// Another kind, with what only that kind has: dots where somebody votes, turns where there are
/// any.
void changeKind(journal::Round& round, session::RoundKind kind);
/// Within 1 and kMostRoundMinutes; the turns of a round are never longer than it.
void changeMinutes(journal::Round& round, int by);

}  // namespace app::model
