#include "app/desktop/circle_service.h"

#include "app/desktop/local_devices.h"
#include "sync/transport/https_link.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
namespace wire = syncing::wire;

namespace {

Result<HubPlace> hubOf(PortHop& port) {
  J_TRY(const auto hub, rememberedHub(port));
  if (hub) return *hub;
  return Error{ErrorCode::NotFound, "no hub",
               "This journal is at no service's hub. Use this laptop, or add the hub in Settings, "
               "Devices."};
}

/// Bound to the journal that was open when it was made.
class VaultShelf final : public circle::Shelf {
 public:
  explicit VaultShelf(std::unique_ptr<PortHop> port) : port_(std::move(port)) {}
  Result<std::optional<std::string>> read() override { return port_->remembered(kRoomKey); }
  Result<void> write(std::string_view text) override { return port_->remember(kRoomKey, text); }

 private:
  static constexpr std::string_view kRoomKey = "circle.room";
  std::unique_ptr<PortHop> port_;
};

Result<wire::session::Member> openThere(const model::Reach& reach, const journal::Clock& clock,
                                        journal::Random& random, const wire::RoomOpening& opening) {
  J_TRY(const auto port, portOver(reach));
  J_TRY(const HubPlace hub, hubOf(*port));
  const auto key = std::make_shared<const journal::crypto::SigningKey>(port->signingKey());
  syncing::transport::ServiceLink link(channelTo(hub), {port->self().device, hub.service, key},
                                       clock, random);
  return link.openRoom(opening);
}

}  // namespace

void addServiceHub(circle::RoomNeeds& needs, model::Reach reach, const journal::Clock& clock,
                   journal::Random& random) {
  needs.serviceHub = [reach]() -> std::optional<syncing::room::RoomPlace> {
    const auto port = portOver(reach);
    if (!port.ok()) return std::nullopt;
    const auto hub = hubOf(**port);
    if (!hub.ok()) return std::nullopt;
    return syncing::room::RoomPlace{hub->host, hub->port, hub->pin};
  };
  needs.shelf = [reach]() -> Result<std::shared_ptr<circle::Shelf>> {
    J_TRY(auto port, portOver(reach));
    return std::shared_ptr<circle::Shelf>(std::make_shared<VaultShelf>(std::move(port)));
  };
  needs.openAtService = [reach, &clock, &random](const wire::RoomOpening& opening) {
    return openThere(reach, clock, random, opening);
  };
}

}  // namespace app::desktop
