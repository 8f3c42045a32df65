#include <utility>

#include "journal/crypto/hash.h"
#include "sync/hub/audit.h"
#include "sync/hub/core_impl.h"
#include "sync/wire/enrolment.h"

// Accounts, invitations and roles: the part of HubCore about people.

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::int64_t kInvitationMs = std::int64_t{72} * 3'600'000;

std::string codeHash(const ServiceId& service, std::string_view code) {
  const std::string text =
      "afternote invitation 1" + std::string(blob(service)) + std::string(code);
  const auto digest = journal::crypto::hash(journal::crypto::bytesOf(text));
  return std::string(blob(digest));
}

Error codeRefused() {
  return {ErrorCode::InvalidInput, "invitation not valid",
          "This invitation does not open anything: it was used, or is older than three days, or "
          "was typed wrongly. Ask for a new one."};
}

/// Of an account; nullopt when there is none, or it was switched off: nobody comes back to it.
Result<std::optional<Role>> roleOf(const HubCore::Impl& hub, const AccountId& account) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT role
    FROM hub_account
    WHERE service_id = :service AND account_id = :account AND closed_ms IS NULL)sql"));
  select.bindBytes(":account", blob(account));
  J_TRY(const bool there, select.step());
  if (!there) return std::optional<Role>{};
  return roleFrom(select.integer(0));
}

struct Used {
  Role role = Role::Tutor;
  AccountId account;  ///< nil: a new one
};

/// Takes an invitation; nullopt when there is none to take.
Result<std::optional<Used>> useInvitation(const HubCore::Impl& hub, std::string_view hash,
                                          const DeviceId& device) {
  J_TRY(auto take, hub.prepare(R"sql(
    UPDATE hub_invitation
    SET used_by = :device
    WHERE service_id = :service AND code_hash = :hash AND used_by IS NULL AND expires_ms > :now
    RETURNING role, account_id)sql"));
  take.bindBytes(":device", blob(device)).bindBytes(":hash", hash).bind(":now", hub.nowMs());
  J_TRY(const bool taken, take.step());
  if (!taken) return std::optional<Used>{};
  const auto role = roleFrom(take.integer(0));
  if (!role) return Error{ErrorCode::Corrupt, "role of an invitation"};
  return std::optional<Used>{Used{*role, idAt<AccountId>(take, 1)}};
}

/// The answer that a device got with this code, had it one.
Result<std::optional<Enrolled>> answeredBefore(const HubCore::Impl& hub, std::string_view hash,
                                               const DeviceId& device, const PublicKey& key) {
  J_TRY(auto select, hub.prepare(R"sql(
    SELECT d.account_id, a.role
    FROM hub_invitation i
    JOIN hub_device d ON d.service_id = i.service_id AND d.device_id = i.used_by
    JOIN hub_account a ON a.service_id = d.service_id AND a.account_id = d.account_id
    WHERE i.service_id = :service AND i.code_hash = :hash AND d.device_id = :device
      AND d.sign_key = :key AND d.removed_ms IS NULL)sql"));
  select.bindBytes(":hash", hash).bindBytes(":device", blob(device)).bindBytes(":key", blob(key));
  J_TRY(const bool there, select.step());
  if (!there) return std::optional<Enrolled>{};
  const auto role = roleFrom(select.integer(1));
  if (!role) return Error{ErrorCode::Corrupt, "role of an account"};
  return std::optional<Enrolled>{Enrolled{hub.service, idAt<AccountId>(select, 0), *role}};
}

Result<void> addAccount(const HubCore::Impl& hub, const AccountId& account, Role role) {
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_account (service_id, account_id, role, made_ms)
    VALUES (:service, :account, :role, :now))sql"));
  insert.bindBytes(":account", blob(account)).bind(":role", static_cast<std::int64_t>(role));
  return insert.bind(":now", hub.nowMs()).run();
}

Result<void> addDevice(const HubCore::Impl& hub, const AccountId& account, const DeviceId& device,
                       const PublicKey& key) {
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_device (service_id, device_id, account_id, sign_key, recovery, added_ms)
    VALUES (:service, :device, :account, :key, 0, :now))sql"));
  insert.bindBytes(":device", blob(device)).bindBytes(":account", blob(account));
  return insert.bindBytes(":key", blob(key)).bind(":now", hub.nowMs()).run();
}

}  // namespace

Result<Invitation> HubCore::Impl::makeInvitation(Role role,
                                                 const std::optional<AccountId>& existing,
                                                 const AccountId& madeBy) {
  std::array<std::uint8_t, 8> bits{};
  random.fill(bits);
  Invitation made{wire::codeFrom(bits), role, nowMs() + kInvitationMs};
  J_TRY(auto insert, prepare(R"sql(
    INSERT INTO hub_invitation (service_id, code_hash, role, account_id, made_by, expires_ms)
    VALUES (:service, :hash, :role, :account, :by, :expires))sql"));
  insert.bindBytes(":hash", codeHash(service, made.code));
  insert.bind(":role", static_cast<std::int64_t>(role)).bind(":expires", made.expiresMs);
  insert.bindBytes(":by", blob(madeBy));
  if (existing) {
    insert.bindBytes(":account", blob(*existing));
  } else {
    insert.bindNull(":account");
  }
  J_CHECK(insert.run());
  return made;
}

Result<Invitation> HubCore::inviteLocally(Role role) {
  Invitation made;
  const auto done = impl_->database.transaction([&]() -> Result<void> {
    J_TRY(made, impl_->makeInvitation(role, std::nullopt, {}));
    return appendAudit(*impl_, {{}, {}, "invite", std::string(name(role)), "done", ""});
  });
  if (!done.ok()) return done.error();
  return made;
}

Result<Invitation> HubCore::invite(const Caller& caller, Role role,
                                   const std::optional<AccountId>& existing) {
  J_CHECK(impl_->permit(caller, Endpoint::Invite, Scope::Colleague,
                        existing ? existing->hex() : std::string(name(role))));
  if (existing) {
    J_TRY(const auto standing, roleOf(*impl_, *existing));
    if (!standing) return Error{ErrorCode::InvalidInput, "no such account"};
    role = *standing;  // coming back changes nothing
  }
  if (!mayAppoint(caller.role, role)) return refused();
  Invitation made;
  const auto done = impl_->database.transaction([&]() -> Result<void> {
    J_TRY(made, impl_->makeInvitation(role, existing, caller.account));
    return appendAudit(
        *impl_, entryOf(caller, "invite", existing ? existing->hex() : std::string(name(role))));
  });
  if (!done.ok()) return done.error();
  return made;
}

Result<Enrolled> HubCore::enrol(const std::string& code, const DeviceId& device,
                                const PublicKey& signKey, const std::string& address) {
  J_CHECK(impl_->limitTries("enrol", address, impl_->limits.enrolmentsAnHourPerAddress,
                            impl_->limits.enrolmentsAnHour));
  const std::string hash = codeHash(service(), wire::normalCode(code).value_or(""));
  J_TRY(const auto before, answeredBefore(*impl_, hash, device, signKey));
  if (before) return *before;
  std::optional<Enrolled> made;
  const auto done = impl_->database.transaction([&]() -> Result<void> {
    J_TRY(const auto used, useInvitation(*impl_, hash, device));
    if (!used) return codeRefused();
    const bool fresh = used->account.isNil();
    made =
        Enrolled{service(), fresh ? AccountId::random(impl_->random) : used->account, used->role};
    if (fresh) J_CHECK(addAccount(*impl_, made->account, made->role));
    J_CHECK(addDevice(*impl_, made->account, device, signKey));
    return appendAudit(*impl_,
                       {made->account, device, "enrol", made->account.hex(), "done", address});
  });
  if (done.ok()) return *made;
  J_CHECK(note("enrol", "refused", address));
  return done.error();
}

Result<std::vector<InvitationRow>> HubCore::invitations(const Caller& caller) {
  J_CHECK(impl_->permit(caller, Endpoint::Invitations, Scope::Colleague, service().hex()));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT role, made_by, expires_ms, CASE WHEN used_by IS NULL THEN 0 ELSE 1 END
    FROM hub_invitation
    WHERE service_id = :service AND expires_ms > :now
    ORDER BY expires_ms DESC, code_hash
    LIMIT 1000)sql"));
  select.bind(":now", impl_->nowMs());
  std::vector<InvitationRow> rows;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return rows;
    rows.push_back({roleFrom(select.integer(0)).value_or(Role::Tutor), idAt<AccountId>(select, 1),
                    select.integer(2), select.integer(3) != 0});
  }
}

Result<std::vector<AccountRow>> HubCore::accounts(const Caller& caller) {
  J_CHECK(impl_->permit(caller, Endpoint::Accounts, Scope::Colleague, service().hex()));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT a.account_id, a.role, a.closed_ms, a.made_ms,
           (SELECT count(*) FROM hub_device d
            WHERE d.service_id = a.service_id AND d.account_id = a.account_id
              AND d.removed_ms IS NULL)
    FROM hub_account a
    WHERE a.service_id = :service
    ORDER BY a.made_ms, a.account_id
    LIMIT 10000)sql"));
  std::vector<AccountRow> rows;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return rows;
    rows.push_back({idAt<AccountId>(select, 0), roleFrom(select.integer(1)).value_or(Role::Tutor),
                    !select.isNull(2), select.integer(3), select.integer(4)});
  }
}

Result<void> HubCore::setRole(const Caller& caller, const AccountId& account, Role role) {
  J_CHECK(impl_->permit(caller, Endpoint::SetRole, Impl::scopeOf(caller, account), account.hex()));
  return impl_->database.transaction([&]() -> Result<void> {
    J_TRY(auto update, impl_->prepare(R"sql(
      UPDATE hub_account
      SET role = :role
      WHERE service_id = :service AND account_id = :account
      RETURNING role)sql"));
    update.bindBytes(":account", blob(account)).bind(":role", static_cast<std::int64_t>(role));
    J_TRY(const bool there, update.step());
    if (!there) return Error{ErrorCode::InvalidInput, "no such account"};
    return appendAudit(*impl_, entryOf(caller, "set-role", account.hex(), std::string(name(role))));
  });
}

Result<void> HubCore::closeAccount(const Caller& caller, const AccountId& account) {
  J_CHECK(
      impl_->permit(caller, Endpoint::CloseAccount, Impl::scopeOf(caller, account), account.hex()));
  return impl_->database.transaction([&]() -> Result<void> {
    J_TRY(auto update, impl_->prepare(R"sql(
      UPDATE hub_account
      SET closed_ms = coalesce(closed_ms, :now)
      WHERE service_id = :service AND account_id = :account
      RETURNING closed_ms)sql"));
    update.bindBytes(":account", blob(account)).bind(":now", impl_->nowMs());
    J_TRY(const bool there, update.step());
    if (!there) return Error{ErrorCode::InvalidInput, "no such account"};
    return appendAudit(*impl_, entryOf(caller, "close-account", account.hex()));
  });
}

}  // namespace syncing::hub
