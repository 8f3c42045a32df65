#pragma once

#include "app/model/circle_ports.h"
#include "sync/room/room_words.h"

// Words between the window and the room: the same, under the names of each side.

namespace app::circle {

syncing::room::PlanWords wordsOf(const model::CircleWords& words);
model::CircleWords wordsOf(const syncing::room::PlanWords& words);
syncing::room::CardWords wordsOf(const model::CardWords& words);
model::CardWords wordsOf(const syncing::room::CardWords& words);

}  // namespace app::circle
