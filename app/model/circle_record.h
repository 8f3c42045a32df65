#pragma once

#include <chrono>

#include "app/model/circle_ports.h"
#include "journal/domain/group_session.h"

namespace app::model {

/// What stands in the journal of whoever was in a session once it is over (domain.md 2.5, 5.6): in
/// the facilitator's, what the format keeps for the group; in everybody else's, what is their own.
/// Never who said what, never a moment, never a word for how somebody arrived.
///
/// `planned`: the session as it was planned, or one with nothing but an id, for who only joined.
/// `lasted`: from its beginning to its end.
journal::GroupSession recordOf(const CircleSeen& seen, journal::GroupSession planned,
                               const journal::SessionFormat& format, journal::LocalDate today,
                               std::chrono::minutes lasted);

}  // namespace app::model
