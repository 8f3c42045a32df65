#pragma once

#include <memory>
#include <string>

#include "sync/hub/core.h"
#include "sync/wire/hub_link.h"

namespace syncing::hub {

/// A hub in this process, as one device sees it for one journal: who it is is looked up at each
/// call, as the server does once it has checked the signature of a request. The hub must outlive
/// it.
std::unique_ptr<wire::HubLink> localLink(HubCore& hub, const DeviceId& device, const VaultId& vault,
                                         std::string address = "");

}  // namespace syncing::hub
