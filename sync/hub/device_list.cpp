#include <utility>

#include "journal/crypto/hash.h"
#include "journal/crypto/signature.h"
#include "sync/hub/audit.h"
#include "sync/hub/core_impl.h"
#include "sync/replica/device_list.h"

// Device lists: which devices are a journal's is what its devices have signed, and nothing else.
// The hub reads them by the same function as the devices do, so it never knows a device that they
// do not, in whatever order statements reach it.

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
  if (statement.kind != StatementKind::Found || statement.device != caller.device ||
      statement.signKey != caller.signKey)
    return listRefused("does not found a journal of this device");
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_vault (service_id, vault_id, account_id, newest, statements, bytes, made_ms)
    VALUES (:service, :vault, :account, 0, 0, 0, :now))sql"));
  insert.bindBytes(":vault", blob(statement.vault)).bindBytes(":account", blob(caller.account));
  return insert.bind(":now", hub.nowMs()).run();
}

/// Makes the hub's row of a device say what the list says of it.
Result<void> followList(const HubCore::Impl& hub, const VaultId& vault, const AccountId& account,
                        const ListedDevice& listed) {
  J_TRY(const auto known, knownDevice(hub, listed.id));
  if (known) {
    const bool same = known->key == listed.signKey && known->account == account &&
                      (known->vault.isNil() || known->vault == vault);
    if (!same) return Error{ErrorCode::Conflict, "another device has this id"};
    if (known->vault == vault && known->removed != listed.isIn) return {};
  }
  J_TRY(auto upsert, hub.prepare(R"sql(
    INSERT INTO hub_device (service_id, device_id, account_id, vault_id, sign_key, recovery, added_ms,
                            removed_ms)
    VALUES (:service, :device, :account, :vault, :key, :recovery, :now, :removed)
    ON CONFLICT (service_id, device_id)
    DO UPDATE SET vault_id = :vault, recovery = :recovery, removed_ms = :removed)sql"));
  upsert.bindBytes(":device", blob(listed.id)).bindBytes(":account", blob(account));
  upsert.bindBytes(":vault", blob(vault)).bindBytes(":key", blob(listed.signKey));
  upsert.bind(":recovery", std::int64_t{listed.isRecoveryKey}).bind(":now", hub.nowMs());
  if (listed.isIn) {
    upsert.bindNull(":removed");
  } else {
    upsert.bind(":removed", hub.nowMs());
  }
  return upsert.run();
}

Result<std::vector<DeviceStatement>> keptStatements(const HubCore::Impl& hub,
                                                    const VaultId& vault) {
  J_TRY(auto select, hub.prepare(R"sql(
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

/// A statement of a device of the journal, whatever became of it: one that was overruled is still a
/// part of what others are read by.
bool belongs(Verdict verdict) {
  return verdict != Verdict::OtherJournal && verdict != Verdict::Misshapen &&
         verdict != Verdict::Unsigned;
}

/// Reads the list with a statement more, and makes the hub's devices follow it.
Result<void> readListWith(const HubCore::Impl& hub, const DeviceStatement& statement,
                          const wire::Digest& digest, const AccountId& account) {
  J_TRY(auto statements, keptStatements(hub, statement.vault));
  if (statements.size() >= hub.limits.statementsAVault) return listRefused("too many");
  statements.push_back(statement);
  const auto list = DeviceList::read(statement.vault, std::move(statements));
  if (!list.ok())
    return Error{
        list.error().code == ErrorCode::Conflict ? ErrorCode::Conflict : ErrorCode::InvalidInput,
        "device list: " + list.error().detail};
  for (const JudgedStatement& one : list->statements()) {
    if (one.digest == digest && !belongs(one.verdict))
      return listRefused("not of a device of the journal");
  }
  if (list->devices().size() > hub.limits.devicesAVault) return listRefused("too many devices");
  for (const ListedDevice& device : list->devices())
    J_CHECK(followList(hub, statement.vault, account, device));
  return {};
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
    if (!row) J_CHECK(makeVault(*impl_, caller, statement));
    J_CHECK(readListWith(*impl_, statement, digest, caller.account));
    J_CHECK(keepStatement(*impl_, vault, (row ? row->statements : 0) + 1, digest, bytes));
    return appendAudit(*impl_, entryOf(caller, actionOf(statement.kind), statement.device.hex()));
  });
}

Result<void> HubCore::introduce(const VaultId& vault, const DeviceStatement& statement,
                                const std::string& address) {
  J_CHECK(impl_->limitTries("introduce", address, impl_->limits.introductionsAnHourPerAddress,
                            impl_->limits.introductionsAnHour));
  if (statement.vault != vault || statement.kind == StatementKind::Found) return refused();
  const std::string bytes = encodeStatement(statement);
  const wire::Digest digest = journal::crypto::hash(journal::crypto::bytesOf(bytes));
  return impl_->database.transaction([&]() -> Result<void> {
    J_TRY(const auto row, lockVault(*impl_, vault));
    if (!row) return refused();
    J_TRY(const bool before, statedBefore(*impl_, vault, digest));
    if (before) return {};
    // What a device of the journal signed, or the list could not be read with it.
    if (!readListWith(*impl_, statement, digest, row->account).ok()) return refused();
    J_CHECK(keepStatement(*impl_, vault, row->statements + 1, digest, bytes));
    Caller nobody;
    nobody.service = service();
    nobody.account = row->account;
    nobody.device = statement.signer;
    nobody.address = address;
    return appendAudit(*impl_, entryOf(nobody, actionOf(statement.kind), statement.device.hex()));
  });
}

Result<std::vector<VaultId>> HubCore::vaults(const Caller& caller) {
  J_CHECK(impl_->permit(caller, Endpoint::Vaults, Scope::Own, caller.account.hex()));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT vault_id
    FROM hub_vault
    WHERE service_id = :service AND account_id = :account
    ORDER BY vault_id)sql"));
  select.bindBytes(":account", blob(caller.account));
  std::vector<VaultId> vaults;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return vaults;
    vaults.push_back(idAt<VaultId>(select, 0));
  }
}

Result<std::vector<DeviceStatement>> HubCore::statements(const Caller& caller,
                                                         const VaultId& vault) {
  J_CHECK(impl_->permitVault(caller, Endpoint::Statements, vault));
  return keptStatements(*impl_, vault);
}

}  // namespace syncing::hub
