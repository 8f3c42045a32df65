#pragma once

#include "app/circle/hub_room.h"
#include "app/model/device_door.h"

namespace app::desktop {

/// The service's hub for rooms of groups: the one that the open journal remembers, asked with its
/// device's signature. On the room's own thread; asks the journal's thread through `reach`. The
/// references must outlive what is made.
void addServiceHub(circle::RoomNeeds& needs, model::Reach reach, const journal::Clock& clock,
                   journal::Random& random);

}  // namespace app::desktop
