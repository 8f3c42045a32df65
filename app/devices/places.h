#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "journal/crypto/signature.h"
#include "journal/service/local_journal.h"
#include "sync/transport/folder_index.h"
#include "sync/transport/https_link.h"
#include "sync/wire/hub_link.h"

namespace app {

/// A service's hub, as a journal remembers it.
struct HubPlace {
  std::string host;
  std::uint16_t port = 0;
  syncing::wire::Digest pin{};  ///< SHA-256 of its public key
  syncing::wire::ServiceId service;
  friend bool operator==(const HubPlace&, const HubPlace&) = default;
};

/// "sh1:<host>:<port>:<pin>:<service>", for a device that is being added. Nothing in it is secret.
std::string formatHubAddress(const HubPlace& place);
/// InvalidInput with advice for anything else.
journal::Result<HubPlace> parseHubAddress(std::string_view text);

/// What the list of devices calls the recovery key.
inline constexpr const char* kRecoveryKeyName = "Recovery key";

/// A hub and one of the journals there: "<hub address>:<journal>", for coming back by recovery key.
struct JournalAddress {
  HubPlace hub;
  syncing::wire::VaultId vault;
};
std::string formatJournalAddress(const HubPlace& place, const syncing::wire::VaultId& vault);
/// InvalidInput with advice for anything else.
journal::Result<JournalAddress> parseJournalAddress(std::string_view text);

/// nullopt for a journal that no hub knows.
journal::Result<std::optional<HubPlace>> rememberedHub(journal::service::SyncPort& port);
journal::Result<void> rememberHub(journal::service::SyncPort& port, const HubPlace& place);

/// Asked to stop, what it waits for ends with Network.
std::shared_ptr<syncing::transport::Channel> channelTo(const HubPlace& place,
                                                       std::stop_token stop = {});

/// What is needed of the world to reach another side. The references must outlive what is made.
struct LinkNeeds {
  journal::service::SyncPort& port;
  std::function<journal::crypto::SigningKey()> signingKey;  ///< of the device it is at that moment
  const journal::Clock& clock;
  journal::Random& random;
  std::stop_token stop = {};
};
/// For whoever is on the journal's thread.
LinkNeeds needsOf(journal::service::LocalJournal& journal, const journal::Clock& clock,
                  journal::Random& random);

/// The hub, asked as the device that the journal is at each moment: it may become another while it
/// synchronises. `vault` nil: while a device is being added, for letters only.
std::unique_ptr<syncing::wire::HubLink> hubLink(const LinkNeeds& needs, const HubPlace& place,
                                                const syncing::wire::VaultId& vault);
/// What may be asked of the hub besides the journal, as the device it is now.
std::unique_ptr<syncing::transport::ServiceLink> serviceLink(const LinkNeeds& needs,
                                                             const HubPlace& place);
/// The journal's id, nil for one that has no devices yet.
journal::Result<syncing::wire::VaultId> syncedVault(journal::service::SyncPort& port);

/// The folder that a journal is synchronised with by itself; empty: none.
journal::Result<std::filesystem::path> rememberedFolder(journal::service::SyncPort& port);
/// Empty: no more.
journal::Result<void> rememberFolder(journal::service::SyncPort& port,
                                     const std::filesystem::path& folder);

/// A folder that some other tool carries; what it is remembered by lives in the vault.
class FolderPlace final : public syncing::FolderMemory {
 public:
  explicit FolderPlace(const LinkNeeds& needs) : needs_(needs) {}
  journal::Result<std::unique_ptr<syncing::wire::HubLink>> link(
      const std::filesystem::path& folder, const syncing::wire::VaultId& vault);
  journal::Result<std::optional<std::string>> recall(std::string_view key) override;
  journal::Result<void> keep(std::string_view key, std::string_view value) override;

 private:
  std::optional<syncing::wire::PublicKey> signKeyOf(journal::DeviceId device,
                                                    const syncing::wire::VaultId& vault);
  LinkNeeds needs_;
  /// A device's key never changes, and reading the list checks every signature in it.
  std::map<journal::DeviceId, syncing::wire::PublicKey> signKeys_;
};

/// A side to exchange with, as somebody chose it.
struct OtherSide {
  std::unique_ptr<FolderPlace> memory;  ///< of a folder
  std::unique_ptr<syncing::wire::HubLink> link;
  std::string place;  ///< for Replica
};
/// The folder if there is one, else `hub`, else the hub that the journal remembers. NotFound, with
/// advice, when it is none of these. `vault` as for hubLink(). Errors of the folder.
journal::Result<OtherSide> otherSide(const LinkNeeds& needs, const std::filesystem::path& folder,
                                     std::optional<HubPlace> hub,
                                     const syncing::wire::VaultId& vault);

}  // namespace app
