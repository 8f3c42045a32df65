#pragma once

#include <string>
#include <vector>

#include "app/model/circle_live_model.h"
#include "app/model/circle_ports.h"
#include "app/model/circle_table.h"
#include "journal/base/time.h"

// What a running session looks like from one seat. Pure.

namespace app::model {

struct LiveParts {
  const CircleSeen& seen;
  const TableMind& mind;
  journal::UtcTime now{};
  const std::map<std::string, std::string>& typed;
};

/// Everything but silent writing and the choice of one's own words, which the writing itself knows.
CircleLiveModel buildLive(const LiveParts& parts);
/// Rounds in which cards, themes, dots, actions and what leaves the room are shown.
void addCards(CircleLiveModel& model, const LiveParts& parts);
void addQuestions(CircleLiveModel& model, const LiveParts& parts);
void addThemes(CircleLiveModel& model, const LiveParts& parts);
void addActions(CircleLiveModel& model, const LiveParts& parts);
void addLeaving(CircleLiveModel& model, const LiveParts& parts);

std::string nameOf(const CircleSeen& seen, session::Member member);
LiveCard liveCard(const CircleSeen& seen, const session::SeenCard& card);
const session::SeenPerson* personOf(const CircleSeen& seen, session::Member member);
/// The round that is going on; nullptr in the lobby and afterwards.
const session::RoundPlan* roundOf(const CircleSeen& seen);
bool mayShareKind(const CircleSeen& seen, session::CardKind kind);
/// The time left on a clock now, in milliseconds.
std::int64_t leftNow(const session::SeenClock& clock, const CircleSeen& seen, journal::UtcTime now);
/// "3:01"
std::string clockWords(std::int64_t leftMs);
/// The name of the field of CircleUi::typed for a kind of card.
std::string fieldOf(session::CardKind kind);

}  // namespace app::model
