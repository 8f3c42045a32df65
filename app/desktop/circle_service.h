#pragma once

#include "app/circle/hub_room.h"
#include "app/model/device_door.h"

namespace app::desktop {

/// What rooms of groups need of the open journal: the service's hub that it remembers, asked with
/// its device's signature; and a shelf in its vault for a room that was not left. On the room's own
/// thread; asks the journal's thread through `reach`. The references must outlive what is made.
void addServiceHub(circle::RoomNeeds& needs, model::Reach reach, const journal::Clock& clock,
                   journal::Random& random);

}  // namespace app::desktop
