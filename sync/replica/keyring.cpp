#include "sync/replica/keyring.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "journal/base/bytes.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;
using journal::crypto::keyedHash;

constexpr std::uint8_t kKeyringFormat = 1;
constexpr std::uint8_t kShareFormat = 1;

std::string_view viewOf(const Secret& secret) {
  return {reinterpret_cast<const char*>(secret.bytes().data()), Secret::kSize};
}

Secret secretFrom(std::string_view bytes) {
  Secret secret;
  const auto from = bytesOf(bytes);
  if (from.size() == Secret::kSize) std::copy(from.begin(), from.end(), secret.writable().begin());
  return secret;
}

Secret marksKeyOf(const Secret& founding) {
  const auto key = keyedHash(founding, bytesOf("afternote marks"));
  return Secret::copyOf(key);
}

/// What a share holds, the founding key first.
struct Share {
  Secret names;
  std::vector<Secret> epochs;
};

Result<Share> decodeShare(std::string_view bytes) {
  const Error corrupt{ErrorCode::Corrupt, "share of keys"};
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kShareFormat) return Error{ErrorCode::TooNew, "share of keys"};
  Share share;
  share.names = secretFrom(in.raw(Secret::kSize));
  share.epochs.push_back(secretFrom(in.raw(Secret::kSize)));
  const auto others = in.integer<std::uint16_t>();
  if (format != kShareFormat || in.left() != others * Secret::kSize || others >= kMostEpochs) {
    return corrupt;
  }
  std::optional<wire::EpochId> before;
  const wire::EpochId founding = epochIdOf(share.epochs.front());
  for (int i = 0; i < others; ++i) {
    share.epochs.push_back(secretFrom(in.raw(Secret::kSize)));
    const wire::EpochId id = epochIdOf(share.epochs.back());
    if (id == founding || (before && *before >= id)) return corrupt;
    before = id;
  }
  if (!in.whole()) return corrupt;
  return share;
}

}  // namespace

wire::EpochId epochIdOf(const Secret& epochKey) {
  const auto digest = keyedHash(epochKey, bytesOf("afternote epoch"));
  wire::EpochId::Bytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  return wire::EpochId::fromBytes(bytes);
}

Secret randomEpochKey(journal::Random& random) {
  Secret key;
  random.fill(key.writable());
  return key;
}

Keyring::Keyring(wire::DeviceId device, Secret boxSeed, wire::VaultId vault, Secret founding,
                 Secret names)
    : device_(device),
      boxSeed_(std::move(boxSeed)),
      boxKey_(journal::crypto::BoxKey::fromSeed(boxSeed_)),
      vault_(vault),
      names_(std::move(names)),
      founding_(epochIdOf(founding)),
      sealing_(founding_),
      marks_(marksKeyOf(founding)) {
  epochs_.emplace(founding_, std::move(founding));
}

Result<void> Keyring::sealWith(wire::EpochId epoch) {
  if (!has(epoch)) return Error{ErrorCode::InvalidInput, "no key of epoch " + epoch.hex()};
  sealing_ = epoch;
  return {};
}

const Secret* Keyring::epochKey(wire::EpochId epoch) const {
  const auto found = epochs_.find(epoch);
  return found == epochs_.end() ? nullptr : &found->second;
}

wire::EpochId Keyring::keep(Secret epochKey) {
  const wire::EpochId id = epochIdOf(epochKey);
  epochs_.emplace(id, std::move(epochKey));
  return id;
}

wire::Mark Keyring::mark(const journal::crypto::Digest& entryHash) const {
  return keyedHash(marks_, entryHash);
}

std::string Keyring::encodeShare(std::string out) const {
  // Room for all of it first, so that no copy of a key is left where the string grew from.
  out.reserve(out.size() + 3 + (epochs_.size() + 1) * Secret::kSize);
  ByteWriter write(out);
  write.put(kShareFormat).putRaw(viewOf(names_)).putRaw(viewOf(epochs_.at(founding_)));
  write.put(static_cast<std::uint16_t>(epochs_.size() - 1));
  for (const auto& [id, key] : epochs_) {
    if (id != founding_) write.putRaw(viewOf(key));
  }
  return out;
}

SecretMemory Keyring::share() const {
  std::string bytes = encodeShare({});
  SecretMemory memory(bytes.size());
  std::copy(bytes.begin(), bytes.end(), memory.bytes().begin());
  journal::crypto::wipe(bytes);
  return memory;
}

Result<void> Keyring::take(std::string_view bytes) {
  J_TRY(Share share, decodeShare(bytes));
  if (epochIdOf(share.epochs.front()) != founding_) {
    return Error{ErrorCode::Corrupt, "keys of another journal"};
  }
  const auto news = std::count_if(share.epochs.begin(), share.epochs.end(),
                                  [this](const Secret& key) { return !has(epochIdOf(key)); });
  if (epochs_.size() + static_cast<std::size_t>(news) > kMostEpochs) {
    return Error{ErrorCode::Corrupt, "more epochs than a journal can have"};
  }
  for (Secret& key : share.epochs) keep(std::move(key));
  return {};
}

Result<Keyring> Keyring::join(wire::DeviceId device, Secret boxSeed, wire::VaultId vault,
                              std::string_view bytes) {
  J_TRY(Share share, decodeShare(bytes));
  Keyring keyring(device, std::move(boxSeed), vault, std::move(share.epochs.front()),
                  std::move(share.names));
  for (std::size_t i = 1; i < share.epochs.size(); ++i) keyring.keep(std::move(share.epochs[i]));
  return keyring;
}

std::string Keyring::encode() const {
  std::string out;
  out.reserve(84 + (epochs_.size() + 1) * Secret::kSize);
  ByteWriter(out)
      .put(kKeyringFormat)
      .put(device_.bytes())
      .putRaw(viewOf(boxSeed_))
      .put(vault_.bytes())
      .put(sealing_.bytes());
  return encodeShare(std::move(out));
}

Result<Keyring> Keyring::decode(std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  if (!in.isShort() && format > kKeyringFormat) return Error{ErrorCode::TooNew, "keyring"};
  const auto device = in.id<wire::DeviceId>();
  Secret boxSeed = secretFrom(in.raw(Secret::kSize));
  const auto vault = in.id<wire::VaultId>();
  const auto sealing = in.id<wire::EpochId>();
  if (format != kKeyringFormat || in.isShort()) return Error{ErrorCode::Corrupt, "keyring"};
  J_TRY(Keyring keyring, join(device, std::move(boxSeed), vault, in.raw(in.left())));
  if (!keyring.sealWith(sealing).ok()) return Error{ErrorCode::Corrupt, "keyring: sealing"};
  return keyring;
}

}  // namespace syncing
