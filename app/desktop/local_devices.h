#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/devices/places.h"
#include "app/devices/port_hop.h"
#include "app/model/device_door.h"
#include "journal/base/random.h"
#include "journal/base/time.h"
#include "sync/replica/pairing.h"

namespace app::desktop {

/// The journal's door for synchronising, through the reach of an errand.
journal::Result<std::unique_ptr<PortHop>> portOver(const model::Reach& reach);

/// A journal's devices, its hub and its folder, with the code the command line uses. Network's
/// thread only.
class LocalDevices final : public model::DeviceDoor {
 public:
  /// Both must outlive this.
  LocalDevices(const journal::Clock& clock, journal::Random& random)
      : clock_(clock), random_(random) {}

  journal::Result<model::DevicesKnown> known(const model::Reach& reach) override;
  journal::Result<model::SyncReport> synchronise(const model::Reach& reach) override;
  journal::Result<void> joinHub(const model::Reach& reach, const std::string& invitation,
                                const std::string& deviceName) override;
  journal::Result<void> useFolder(const model::Reach& reach, const std::string& folder,
                                  const std::string& deviceName) override;
  journal::Result<void> remove(const model::Reach& reach, journal::DeviceId device) override;
  journal::Result<void> listRecoveryKey(const model::Reach& reach, std::string& key) override;
  journal::Result<void> comeBack(const model::Reach& reach, std::string& key,
                                 const std::string& where, const std::string& deviceName) override;
  journal::Result<void> dismissNew(const model::Reach& reach, journal::DeviceId device) override;
  journal::Result<model::PairingSeen> beginAdding(const model::Reach& reach) override;
  journal::Result<model::PairingSeen> beginJoining(const model::Reach& reach, std::string& code,
                                                   const std::string& where,
                                                   const std::string& deviceName) override;
  journal::Result<model::PairingSeen> look(const model::Reach& reach) override;
  journal::Result<model::PairingSeen> agree(const model::Reach& reach) override;
  void stopPairing() override;

 private:
  struct Pairing;
  LinkNeeds needs(PortHop& port, const model::Reach& reach) const;
  journal::Result<OtherSide> pairingSide(Pairing& pairing, const model::Reach& reach,
                                         const syncing::wire::VaultId& vault) const;
  journal::Result<void> lookOnce(Pairing& pairing, const model::Reach& reach);
  journal::Result<void> takeKeysWhenThere(Pairing& pairing, const model::Reach& reach);
  model::PairingSeen seen(const Pairing& pairing) const;
  std::int64_t nowMs() const { return clock_.now().time_since_epoch().count(); }

  const journal::Clock& clock_;
  journal::Random& random_;
  std::shared_ptr<Pairing> pairing_;  ///< the type is known in one file only
};

}  // namespace app::desktop
