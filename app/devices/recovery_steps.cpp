#include "app/devices/recovery_steps.h"

#include <memory>
#include <utility>

#include "app/devices/steps.h"
#include "sync/replica/recovery.h"
#include "sync/transport/folder_link.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::RecoveryBytes;
using journal::crypto::SecretString;
using journal::service::LocalJournal;
using syncing::wire::VaultId;

Result<SecretString> renewRecoveryKey(LocalJournal& journal, const journal::Clock& clock,
                                      journal::Random& random) {
  J_TRY(SecretString key, journal.vault().replaceRecoveryKey());
  J_TRY(const RecoveryBytes bytes, journal.vault().recognise(key));
  J_CHECK(syncing::replaceListedRecoveryKey({journal, clock, random}, bytes, kRecoveryKeyName));
  return key;
}

namespace {

/// The journals that may be it, and the hub they are at.
struct Found {
  std::optional<HubPlace> hub;
  std::vector<VaultId> vaults;
};

Result<Found> find(const LinkNeeds& needs, const WhereLost& where) {
  if (where.address) return Found{where.address->hub, {where.address->vault}};
  if (where.invitation) {
    J_TRY(auto enrolled, enrolAt(needs, *where.invitation));
    J_TRY(auto vaults, serviceLink(needs, enrolled.place)->vaults());
    return Found{std::move(enrolled.place), std::move(vaults)};
  }
  J_TRY(auto vaults, syncing::FolderLink::journalsIn(where.folder));
  return Found{std::nullopt, std::move(vaults)};
}

/// The other side, asked as the recovery key.
struct PapersSide {
  std::unique_ptr<FolderPlace> memory;
  std::unique_ptr<syncing::wire::HubLink> link;
};
Result<PapersSide> papersSide(const LinkNeeds& needs, const WhereLost& where, const Found& found,
                              VaultId vault, const RecoveryBytes& key) {
  PapersSide side;
  if (!found.hub) {
    side.memory = std::make_unique<FolderPlace>(needs);
    J_TRY(side.link, side.memory->link(where.folder, vault));
    return side;
  }
  const auto paper = syncing::recoveryDevice(key, vault);
  const auto signing =
      std::make_shared<const journal::crypto::SigningKey>(syncing::recoverySigningKey(key, vault));
  side.link = syncing::transport::httpsLink(channelTo(*found.hub, needs.stop),
                                            {paper.signer.device(), found.hub->service, signing},
                                            vault, needs.clock, needs.random);
  return side;
}

Error notByThisKey() {
  return {ErrorCode::NotFound, "recovery key on no list",
          "No journal there knows this recovery key. It works once it was put on the journal’s "
          "list of devices, on the computer that had it, and synchronised."};
}

/// The first of the journals found that has this recovery key on its list.
Result<void> comeBackToOne(const LinkNeeds& needs, const WhereLost& where, const Found& found,
                           const RecoveryBytes& key, std::string_view deviceName) {
  for (const VaultId vault : found.vaults) {
    J_TRY(const auto side, papersSide(needs, where, found, vault, key));
    auto paper = syncing::recoveryDevice(key, vault);
    const auto back = syncing::comeBack({needs.port, needs.clock, needs.random}, *side.link, paper,
                                        vault, deviceName);
    // Locked: a hub knows no such device, or the key was taken off this list.
    const bool otherJournal = !back.ok() && (back.error().code == ErrorCode::NotFound ||
                                             back.error().code == ErrorCode::Locked);
    if (!otherJournal) return back;
  }
  return notByThisKey();
}

}  // namespace

Result<void> comeBackTo(const LinkNeeds& needs, const WhereLost& where, const RecoveryBytes& key,
                        std::string_view deviceName) {
  J_TRY(const Found found, find(needs, where));
  J_CHECK(comeBackToOne(needs, where, found, key, deviceName));
  if (found.hub) return rememberHub(needs.port, *found.hub);
  return {};
}

}  // namespace app
