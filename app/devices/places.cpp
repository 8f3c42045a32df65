#include "app/devices/places.h"

#include <fmt/format.h>

#include <charconv>

#include "journal/base/bytes.h"
#include "sync/replica/device_list.h"
#include "sync/replica/replica_state.h"
#include "sync/transport/folder_link.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using syncing::wire::DeviceStatement;
using syncing::wire::HubLink;
using syncing::wire::Segment;
using syncing::wire::VaultId;

namespace {

constexpr std::string_view kHubKey = "hub place";
constexpr std::string_view kFolderKey = "folder ";
constexpr std::string_view kFolderPlaceKey = "folder place";

Error noAddress() {
  return {ErrorCode::InvalidInput, "hub address",
          "That is no hub's address. It begins with \"sh1:\", and the device that shows the code "
          "shows it too."};
}

/// The part before the next colon, from the end.
std::string_view takeLast(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view last = text.substr(colon + 1);
  text.remove_suffix(text.size() - colon);
  return last;
}

}  // namespace

std::string formatHubAddress(const HubPlace& place) {
  return fmt::format("sh1:{}:{}:{}:{}", place.host, place.port, journal::toHex(place.pin),
                     place.service.hex());
}

Result<HubPlace> parseHubAddress(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  HubPlace place;
  const auto service = syncing::wire::ServiceId::fromHex(takeLast(text));
  const bool pinned = journal::fromHex(takeLast(text), place.pin);
  const std::string_view port = takeLast(text);
  const auto read = std::from_chars(port.data(), port.data() + port.size(), place.port);
  if (!service || !pinned || port.empty() || read.ptr != port.data() + port.size() ||
      !text.starts_with("sh1:") || text.size() < 5) {
    return noAddress();
  }
  place.service = *service;
  place.host = std::string(text.substr(4));
  return place;
}

std::string formatJournalAddress(const HubPlace& place, const VaultId& vault) {
  return formatHubAddress(place) + ":" + vault.hex();
}

Result<JournalAddress> parseJournalAddress(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  const auto vault = VaultId::fromHex(takeLast(text));
  auto hub = parseHubAddress(text);
  if (!vault || !hub.ok()) {
    return Error{ErrorCode::InvalidInput, "journal address",
                 "That is no journal's address. It begins with \"sh1:\", and was shown when the "
                 "recovery key was put on the list."};
  }
  return JournalAddress{std::move(*hub), *vault};
}

Result<std::optional<HubPlace>> rememberedHub(journal::service::SyncPort& port) {
  J_TRY(const auto kept, port.remembered(kHubKey));
  if (!kept) return std::optional<HubPlace>();
  J_TRY(auto place, parseHubAddress(*kept));
  return std::optional<HubPlace>(std::move(place));
}

Result<void> rememberHub(journal::service::SyncPort& port, const HubPlace& place) {
  return port.remember(kHubKey, formatHubAddress(place));
}

std::shared_ptr<syncing::transport::Channel> channelTo(const HubPlace& place,
                                                       std::stop_token stop) {
  syncing::transport::HttpsOptions options;
  options.host = place.host;
  options.port = place.port;
  options.pin = place.pin;
  options.stop = std::move(stop);
  return syncing::transport::httpsChannel(options);
}

LinkNeeds needsOf(journal::service::LocalJournal& journal, const journal::Clock& clock,
                  journal::Random& random) {
  return {journal, [&journal] { return journal.signingKey(); }, clock, random};
}

namespace {

/// The device that the journal is at this moment.
syncing::transport::DeviceIdentity identityIn(const LinkNeeds& needs, const HubPlace& place) {
  return {needs.port.self().device, place.service,
          std::make_shared<const journal::crypto::SigningKey>(needs.signingKey())};
}

class PresentLink final : public HubLink {
 public:
  PresentLink(const LinkNeeds& needs, const HubPlace& place, const VaultId& vault)
      : needs_(needs), place_(place), vault_(vault), channel_(channelTo(place, needs.stop)) {}

  Result<syncing::wire::Standing> standing() override { return now().standing(); }
  Result<syncing::wire::Pushed> push(const std::vector<Segment>& segments) override {
    return now().push(segments);
  }
  Result<void> replace(const Segment& segment) override { return now().replace(segment); }
  Result<syncing::wire::Pulled> pull(std::uint64_t after, std::size_t bytes) override {
    return now().pull(after, bytes);
  }
  Result<std::vector<DeviceStatement>> statements() override { return now().statements(); }
  Result<void> state(const DeviceStatement& statement) override { return now().state(statement); }
  Result<void> introduce(const DeviceStatement& statement) override {
    return now().introduce(statement);
  }
  Result<void> leaveLetter(const syncing::wire::MailboxId& box, int slot,
                           const std::string& letter) override {
    return now().leaveLetter(box, slot, letter);
  }
  Result<std::optional<std::string>> takeLetter(const syncing::wire::MailboxId& box,
                                                int slot) override {
    return now().takeLetter(box, slot);
  }

 private:
  HubLink& now() {
    const auto device = needs_.port.self().device;
    if (link_ && device == asked_) return *link_;
    asked_ = device;
    link_ = syncing::transport::httpsLink(channel_, identityIn(needs_, place_), vault_,
                                          needs_.clock, needs_.random);
    return *link_;
  }

  LinkNeeds needs_;
  HubPlace place_;
  VaultId vault_;
  std::shared_ptr<syncing::transport::Channel> channel_;
  journal::DeviceId asked_;
  std::unique_ptr<HubLink> link_;
};

}  // namespace

std::unique_ptr<HubLink> hubLink(const LinkNeeds& needs, const HubPlace& place,
                                 const VaultId& vault) {
  return std::make_unique<PresentLink>(needs, place, vault);
}

std::unique_ptr<syncing::transport::ServiceLink> serviceLink(const LinkNeeds& needs,
                                                             const HubPlace& place) {
  return std::make_unique<syncing::transport::ServiceLink>(
      channelTo(place, needs.stop), identityIn(needs, place), needs.clock, needs.random);
}

Result<VaultId> syncedVault(journal::service::SyncPort& port) {
  J_TRY(const auto keyring, syncing::ReplicaState(port).keyring());
  return keyring ? keyring->vault() : VaultId();
}

// Folders ----------------------------------------------------------------------------------------

Result<std::filesystem::path> rememberedFolder(journal::service::SyncPort& port) {
  J_TRY(const auto kept, port.remembered(kFolderPlaceKey));
  return std::filesystem::path(kept.value_or(""));
}

Result<void> rememberFolder(journal::service::SyncPort& port, const std::filesystem::path& folder) {
  return port.remember(kFolderPlaceKey, folder.string());
}

std::optional<syncing::wire::PublicKey> FolderPlace::signKeyOf(journal::DeviceId device,
                                                               const VaultId& vault) {
  if (const auto known = signKeys_.find(device); known != signKeys_.end()) return known->second;
  const auto statements = syncing::ReplicaState(needs_.port).statements();
  if (!statements.ok()) return std::nullopt;
  const auto list = syncing::DeviceList::read(vault, *statements);
  if (!list.ok()) return std::nullopt;
  for (const auto& listed : list->devices()) signKeys_[listed.id] = listed.signKey;
  const auto* listed = list->find(device);
  return listed == nullptr ? std::nullopt : std::optional(listed->signKey);
}

Result<std::unique_ptr<HubLink>> FolderPlace::link(const std::filesystem::path& folder,
                                                   const VaultId& vault) {
  const auto signKeyOf = [this, vault](journal::DeviceId device) {
    return this->signKeyOf(device, vault);
  };
  J_TRY(auto opened,
        syncing::FolderLink::open({folder, vault, signKeyOf}, *this, needs_.clock, needs_.random));
  return std::unique_ptr<HubLink>(std::make_unique<syncing::FolderLink>(std::move(opened)));
}

Result<std::optional<std::string>> FolderPlace::recall(std::string_view key) {
  return needs_.port.remembered(std::string(kFolderKey) + std::string(key));
}

Result<void> FolderPlace::keep(std::string_view key, std::string_view value) {
  return needs_.port.remember(std::string(kFolderKey) + std::string(key), value);
}

Result<OtherSide> otherSide(const LinkNeeds& needs, const std::filesystem::path& folder,
                            std::optional<HubPlace> hub, const VaultId& vault) {
  OtherSide other;
  if (!folder.empty()) {
    other.memory = std::make_unique<FolderPlace>(needs);
    J_TRY(other.link, other.memory->link(folder, vault));
    other.place = "folder " + folder.string();
    return other;
  }
  if (!hub) {
    J_TRY(hub, rememberedHub(needs.port));
  }
  if (!hub) {
    return Error{ErrorCode::NotFound, "no other side",
                 "This journal is with no hub yet. Join one with \"hub join\", or give a shared "
                 "folder or a stick with --folder."};
  }
  other.link = hubLink(needs, *hub, vault);
  other.place = "hub";
  return other;
}

}  // namespace app
