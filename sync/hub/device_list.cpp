#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/hub/audit.h"
#include "sync/hub/core_impl.h"

// Device lists: which devices are a journal's is what its devices have signed, and nothing else.

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using wire::DeviceStatement;
using wire::StatementKind;

namespace {

struct KnownDevice {
  AccountId account;
  VaultId vault;
  PublicKey key{};
  bool removed = false;
};

Result<std::optional<KnownDevice>> knownDevice(const HubCore::Impl& hub, const DeviceId& device) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT account_id, vault_id, sign_key, removed_ms
    FROM hub_device
    WHERE service_id = :service AND device_id = :device)sql"));
  select.bindBytes(":device", blob(device));
  J_TRY(const bool there, select.step());
  if (!there) return std::optional<KnownDevice>{};
  return std::optional<KnownDevice>{KnownDevice{idAt<AccountId>(select, 0),
                                                idAt<VaultId>(select, 1), arrayAt<32>(select, 2),
                                                !select.isNull(3)}};
}

/// What a vault's row says, locked until the transaction ends.
struct VaultRow {
  AccountId account;
  std::int64_t statements = 0;
  std::int64_t bytes = 0;
};

Result<std::optional<VaultRow>> lockVault(const HubCore::Impl& hub, const VaultId& vault) {
  J_TRY(auto lock, hub.prepare(R"sql(
    UPDATE hub_vault
    SET newest = newest
    WHERE service_id = :service AND vault_id = :vault
    RETURNING account_id, statements, bytes)sql"));
  lock.bindBytes(":vault", blob(vault));
  J_TRY(const bool there, lock.step());
  if (!there) return std::optional<VaultRow>{};
  return std::optional<VaultRow>{
      VaultRow{idAt<AccountId>(lock, 0), lock.integer(1), lock.integer(2)}};
}

Error listRefused(const char* why) {
  return {ErrorCode::InvalidInput, std::string("device statement: ") + why};
}

bool signedBy(const DeviceStatement& statement, const PublicKey& key) {
  return journal::crypto::verify(key, journal::crypto::bytesOf(signedPart(statement)),
                                 statement.signature);
}

Result<bool> statedBefore(const HubCore::Impl& hub, const VaultId& vault,
                          const wire::Digest& digest) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT number
    FROM hub_statement
    WHERE service_id = :service AND vault_id = :vault AND digest = :digest)sql"));
  select.bindBytes(":vault", blob(vault)).bindBytes(":digest", blob(digest));
  return select.step();
}

Result<void> keepStatement(const HubCore::Impl& hub, const VaultId& vault, std::int64_t number,
                           const wire::Digest& digest, const std::string& bytes) {
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_statement (service_id, vault_id, number, digest, bytes)
    VALUES (:service, :vault, :number, :digest, :bytes))sql"));
  insert.bindBytes(":vault", blob(vault)).bind(":number", number);
  J_CHECK(insert.bindBytes(":digest", blob(digest)).bindBytes(":bytes", bytes).run());
  J_TRY(auto count, hub.prepare(R"sql(
    UPDATE hub_vault
    SET statements = :number, bytes = bytes + :size
    WHERE service_id = :service AND vault_id = :vault)sql"));
  count.bindBytes(":vault", blob(vault)).bind(":number", number);
  return count.bind(":size", static_cast<std::int64_t>(bytes.size())).run();
}

/// Makes the vault, its owner the account whose device signed it for itself.
Result<void> makeVault(const HubCore::Impl& hub, const Caller& caller,
                       const DeviceStatement& statement) {
  if (statement.device != caller.device || statement.signKey != caller.signKey)
    return listRefused("founded by another device");
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_vault (service_id, vault_id, account_id, newest, statements, bytes, made_ms)
    VALUES (:service, :vault, :account, 0, 0, 0, :now))sql"));
  insert.bindBytes(":vault", blob(statement.vault)).bindBytes(":account", blob(caller.account));
  J_CHECK(insert.bind(":now", hub.nowMs()).run());
  J_TRY(auto join, hub.prepare(R"sql(
    UPDATE hub_device
    SET vault_id = :vault
    WHERE service_id = :service AND device_id = :device)sql"));
  return join.bindBytes(":vault", blob(statement.vault))
      .bindBytes(":device", blob(caller.device))
      .run();
}

Result<std::int64_t> countDevices(const HubCore::Impl& hub, const VaultId& vault) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT count(*)
    FROM hub_device d
    JOIN hub_vault v ON v.service_id = d.service_id AND v.account_id = d.account_id
    WHERE v.service_id = :service AND v.vault_id = :vault)sql"));
  J_CHECK(select.bindBytes(":vault", blob(vault)).step());
  return select.integer(0);
}

Result<void> addToList(const HubCore::Impl& hub, const VaultRow& vault,
                       const DeviceStatement& statement) {
  J_TRY(const auto known, knownDevice(hub, statement.device));
  if (known) {
    const bool same = known->key == statement.signKey && known->account == vault.account &&
                      (known->vault.isNil() || known->vault == statement.vault);
    // A device that was removed never comes back under its old id, nor is one two people's.
    if (!same || known->removed) return Error{ErrorCode::Conflict, "another device has this id"};
    J_TRY(auto join, hub.prepare(R"sql(
      UPDATE hub_device
      SET vault_id = :vault
      WHERE service_id = :service AND device_id = :device)sql"));
    join.bindBytes(":vault", blob(statement.vault));
    return join.bindBytes(":device", blob(statement.device)).run();
  }
  J_TRY(const std::int64_t devices, countDevices(hub, statement.vault));
  if (devices >= static_cast<std::int64_t>(hub.limits.devicesAVault))
    return listRefused("too many devices");
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_device (service_id, device_id, account_id, vault_id, sign_key, recovery, added_ms)
    VALUES (:service, :device, :account, :vault, :key, :recovery, :now))sql"));
  insert.bindBytes(":device", blob(statement.device)).bindBytes(":account", blob(vault.account));
  insert.bindBytes(":vault", blob(statement.vault)).bindBytes(":key", blob(statement.signKey));
  insert.bind(":recovery", std::int64_t{statement.recovery});
  return insert.bind(":now", hub.nowMs()).run();
}

Result<void> removeFromList(const HubCore::Impl& hub, const DeviceStatement& statement) {
  J_TRY(const auto known, knownDevice(hub, statement.device));
  if (!known || known->vault != statement.vault) return listRefused("removes an unknown device");
  J_TRY(auto update, hub.prepare(R"sql(
    UPDATE hub_device
    SET removed_ms = coalesce(removed_ms, :now)
    WHERE service_id = :service AND device_id = :device)sql"));
  return update.bind(":now", hub.nowMs()).bindBytes(":device", blob(statement.device)).run();
}

const char* actionOf(StatementKind kind) {
  switch (kind) {
    case StatementKind::Found:
      return "found-journal";
    case StatementKind::Add:
      return "add-device";
    case StatementKind::Remove:
      return "remove-device";
    case StatementKind::Epoch:
      return "new-key";
  }
  return "unknown";
}

/// A statement about a vault that is there.
Result<void> addStatement(const HubCore::Impl& hub, const VaultRow& vault,
                          const DeviceStatement& statement) {
  if (statement.kind == StatementKind::Found)
    return Error{ErrorCode::Conflict, "the journal is there already"};
  if (vault.statements >= static_cast<std::int64_t>(hub.limits.statementsAVault))
    return listRefused("too many");
  J_TRY(const auto signer, knownDevice(hub, statement.signer));
  if (!signer || signer->vault != statement.vault || signer->removed)
    return listRefused("signer not on the list");
  if (!signedBy(statement, signer->key)) return listRefused("signature");
  switch (statement.kind) {
    case StatementKind::Add:
      return addToList(hub, vault, statement);
    case StatementKind::Remove:
      return removeFromList(hub, statement);
    case StatementKind::Found:
    case StatementKind::Epoch:
      break;
  }
  if (statement.device != statement.signer) return listRefused("epoch of another device");
  return {};
}

}  // namespace

Result<void> HubCore::state(const Caller& caller, const VaultId& vault,
                            const DeviceStatement& statement) {
  // A device that is of no journal yet may found one; of any other it is no device.
  const bool founds = caller.vault.isNil() && statement.kind == StatementKind::Found;
  if (founds) {
    J_CHECK(impl_->permit(caller, Endpoint::State, Scope::Own, vault.hex()));
  } else {
    J_CHECK(impl_->permitVault(caller, Endpoint::State, vault));
  }
  if (statement.vault != vault) return listRefused("of another journal");
  const std::string bytes = encodeStatement(statement);
  const wire::Digest digest = journal::crypto::hash(journal::crypto::bytesOf(bytes));
  return impl_->database.transaction([&]() -> Result<void> {
    J_TRY(const auto row, lockVault(*impl_, vault));
    if (row && row->account != caller.account)
      return Error{ErrorCode::Conflict, "the journal is there already"};
    J_TRY(const bool before, statedBefore(*impl_, vault, digest));
    if (before) return {};
    if (row) {
      J_CHECK(addStatement(*impl_, *row, statement));
    } else {
      if (statement.kind != StatementKind::Found || statement.signer != statement.device ||
          !signedBy(statement, statement.signKey))
        return listRefused("does not found a journal");
      J_CHECK(makeVault(*impl_, caller, statement));
    }
    J_CHECK(keepStatement(*impl_, vault, (row ? row->statements : 0) + 1, digest, bytes));
    return appendAudit(*impl_, entryOf(caller, actionOf(statement.kind), statement.device.hex()));
  });
}

Result<std::vector<DeviceStatement>> HubCore::statements(const Caller& caller,
                                                         const VaultId& vault) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Statements, vault));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT bytes
    FROM hub_statement
    WHERE service_id = :service AND vault_id = :vault
    ORDER BY number)sql"));
  select.bindBytes(":vault", blob(vault));
  std::vector<DeviceStatement> list;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return list;
    J_TRY(auto statement, wire::decodeStatement(select.bytes(0)));
    list.push_back(std::move(statement));
  }
}

}  // namespace syncing::hub
