#include "sync/replica/replica_state.h"

#include <algorithm>
#include <array>

#include "journal/base/bytes.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::string_view kKeyring = "keyring";
constexpr std::string_view kNextKeyring = "keyring next";
constexpr std::string_view kJoiningSeed = "joining seed";
constexpr std::string_view kNewDevices = "new devices";
constexpr std::string_view kPaper = "recovery key";
constexpr std::string_view kStatements = "device list";

std::string cursorKey(const std::string& place) {
  return "cursor " + place;
}

}  // namespace

Result<std::optional<Keyring>> ReplicaState::keyringAt(std::string_view key) {
  J_TRY(auto bytes, port_.remembered(key));
  if (!bytes) return std::optional<Keyring>();
  auto keyring = Keyring::decode(*bytes);
  journal::crypto::wipe(*bytes);
  if (!keyring.ok()) return keyring.error();
  return std::optional<Keyring>(std::move(keyring.value()));
}

Result<void> ReplicaState::keepAt(std::string_view key, const Keyring& keyring) {
  std::string bytes = keyring.encode();
  auto kept = port_.remember(key, bytes);
  journal::crypto::wipe(bytes);
  return kept;
}

Result<std::optional<Keyring>> ReplicaState::keyring() {
  J_TRY(auto keyring, keyringAt(kKeyring));
  if (!keyring || keyring->device() == port_.self().device) return keyring;
  J_TRY(auto next, keyringAt(kNextKeyring));
  if (!next || next->device() != port_.self().device) {
    return Error{ErrorCode::Corrupt, "no keyring of this device"};
  }
  return next;
}

Result<void> ReplicaState::keep(const Keyring& keyring) {
  return keepAt(keyring.device() == port_.self().device ? kKeyring : kNextKeyring, keyring);
}

Result<void> ReplicaState::adopt(const Keyring& keyring,
                                 const std::vector<wire::DeviceStatement>& statements) {
  std::array<std::uint8_t, 32> names{};
  std::copy(keyring.names().bytes().begin(), keyring.names().bytes().end(), names.begin());
  const auto adopted = port_.adoptNamesKey(names);
  journal::crypto::wipe(names);
  J_CHECK(adopted);
  J_CHECK(keep(keyring));
  return keep(statements);
}

Result<void> ReplicaState::keepNext(const Keyring& keyring) {
  return keepAt(kNextKeyring, keyring);
}

Result<Secret> ReplicaState::joiningSeed() {
  J_TRY(auto kept, port_.remembered(kJoiningSeed));
  if (!kept) {
    const Secret made = journal::crypto::randomSecret();
    const auto bytes = made.bytes();
    J_CHECK(
        port_.remember(kJoiningSeed, {reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
    return made.clone();
  }
  if (kept->size() != Secret::kSize) return Error{ErrorCode::Corrupt, "joining seed"};
  const auto bytes = journal::crypto::bytesOf(*kept);
  Secret seed = Secret::copyOf(bytes.first<Secret::kSize>());
  journal::crypto::wipe(*kept);
  return seed;
}

Result<std::vector<wire::DeviceStatement>> ReplicaState::statements() {
  std::vector<wire::DeviceStatement> statements;
  J_TRY(const auto bytes, port_.remembered(kStatements));
  if (!bytes) return statements;
  ByteReader in(*bytes);
  while (in.left() > 0 && !in.isShort()) {
    J_TRY(auto statement, wire::decodeStatement(in.sized()));
    statements.push_back(std::move(statement));
  }
  return statements;
}

Result<void> ReplicaState::keep(const std::vector<wire::DeviceStatement>& statements) {
  std::string bytes;
  for (const auto& statement : statements) {
    ByteWriter(bytes).putSized(wire::encodeStatement(statement));
  }
  return port_.remember(kStatements, bytes);
}

Result<NewDevices> ReplicaState::newDevices() {
  J_TRY(const auto bytes, port_.remembered(kNewDevices));
  return bytes ? NewDevices::decode(*bytes) : Result<NewDevices>(NewDevices());
}

Result<void> ReplicaState::keep(const NewDevices& devices) {
  return port_.remember(kNewDevices, devices.encode());
}

Result<std::optional<wire::DeviceId>> ReplicaState::paper() {
  J_TRY(const auto bytes, port_.remembered(kPaper));
  if (!bytes) return std::optional<wire::DeviceId>();
  ByteReader in(*bytes);
  const auto paper = in.id<wire::DeviceId>();
  if (!in.whole()) return Error{ErrorCode::Corrupt, "recovery key's device"};
  return std::optional(paper);
}

Result<void> ReplicaState::keepPaper(wire::DeviceId paper) {
  std::string bytes;
  ByteWriter(bytes).put(paper.bytes());
  return port_.remember(kPaper, bytes);
}

Result<Cursor> ReplicaState::cursor(const std::string& place) {
  Cursor cursor;
  J_TRY(const auto bytes, port_.remembered(cursorKey(place)));
  if (!bytes) return cursor;
  ByteReader in(*bytes);
  cursor.epoch = in.id<wire::HubEpoch>();
  cursor.after = in.integer<std::uint64_t>();
  cursor.erasures = in.integer<std::uint64_t>();
  if (!in.whole()) return Error{ErrorCode::Corrupt, "cursor"};
  return cursor;
}

Result<void> ReplicaState::keep(const std::string& place, const Cursor& cursor) {
  std::string bytes;
  ByteWriter(bytes).put(cursor.epoch.bytes()).put(cursor.after).put(cursor.erasures);
  return port_.remember(cursorKey(place), bytes);
}

}  // namespace syncing
