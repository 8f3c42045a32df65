#pragma once

#include <vector>

#include "journal/base/result.h"
#include "journal/domain/session/session.h"

// Private to this folder: who may do what when. One place for the hub, for every client and for
// what a screen offers.

namespace journal::session {

/// Nothing when the event may happen now by whom it says; the error of admit() otherwise. Looks at
/// nothing but the session and the event; `slots` of BoxOpened are not looked at.
Result<void> permitted(const Session& session, const Event& event);

/// Nothing when sizes, numbers and ids of the event are such as can be. Same errors.
Result<void> wellFormed(const Session& session, const Event& event);

/// What somebody (not in particular) may share in a round of this plan.
std::vector<CardKind> kindsTaken(const Plan& plan, int round, Phase phase);

bool inRoom(const Session& session, Member person);
bool leads(const Session& session, Member person);
/// In the room and nobody's projector: in seat order.
std::vector<Member> seats(const Session& session);
/// Who has the floor after `from`, in seat order, facilitators and those away or heard left out.
std::vector<Member> turnsAfter(const Session& session, Member from);
/// How many slots everybody hands in, in a round with a box.
std::size_t slotsIn(const Session& session, int round);
const RoundPlan* currentRound(const Session& session);
/// The presenter of the current round; 0 when there is none, or nobody was named yet.
Member presenterNow(const Session& session);

/// The id that stands before what is sealed in a slot; nil for a slot too short to have one.
CardId cardOfSlot(const std::string& slot);

inline Error refused(ErrorCode code, const char* why, const char* sentence) {
  return Error{code, why, sentence};
}

}  // namespace journal::session
