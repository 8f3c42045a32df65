#include "sync/hub/core.h"

#include <utility>

#include "sync/hub/address.h"
#include "sync/hub/audit.h"
#include "sync/hub/core_impl.h"
#include "sync/hub/schema.h"

namespace syncing::hub {

using journal::Clock;
using journal::Error;
using journal::ErrorCode;
using journal::Random;
using journal::Result;

namespace {
constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::size_t kProbeBytes = 256 * 1024;
}  // namespace

HubCore::HubCore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HubCore::~HubCore() = default;

Result<std::unique_ptr<HubCore>> HubCore::create(storage::Database& database,
                                                 const std::string& serviceName, const Clock& clock,
                                                 Random& random, const CoreLimits& limits) {
  J_CHECK(prepareSchema(database));
  auto impl = std::unique_ptr<Impl>(
      new Impl{database, clock, random, limits, ServiceId::random(random), serviceName});
  const auto made = database.transaction([&]() -> Result<void> {
    J_TRY(auto insert, impl->prepare(R"sql(
      INSERT INTO hub_service (service_id, name, epoch, made_ms, audit_rows, audit_hash)
      VALUES (:service, :name, :epoch, :now, 0, ''))sql"));
    insert.bind(":name", serviceName).bind(":now", impl->nowMs());
    J_CHECK(insert.bindBytes(":epoch", blob(HubEpoch::random(random))).run());
    return appendAudit(*impl, {{}, {}, "make-service", impl->service.hex(), "done", ""});
  });
  if (!made.ok()) return made.error();
  return std::unique_ptr<HubCore>(new HubCore(std::move(impl)));
}

Result<std::unique_ptr<HubCore>> HubCore::open(storage::Database& database,
                                               const ServiceId& service, const Clock& clock,
                                               Random& random, const CoreLimits& limits) {
  J_CHECK(prepareSchema(database));
  auto impl = std::unique_ptr<Impl>(new Impl{database, clock, random, limits, service, {}});
  J_TRY(auto select, impl->prepare("SELECT name FROM hub_service WHERE service_id = :service"));
  J_TRY(const bool there, select.step());
  if (!there) return Error{ErrorCode::NotFound, "no such service", "There is no such service."};
  impl->serviceName = select.text(0);
  return std::unique_ptr<HubCore>(new HubCore(std::move(impl)));
}

Result<std::vector<ServiceId>> HubCore::services(storage::Database& database) {
  std::vector<ServiceId> found;
  J_TRY(const bool there, database.hasTable("hub_service"));
  if (!there) return found;
  J_TRY(auto select, database.prepare("SELECT service_id FROM hub_service ORDER BY service_id"));
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return found;
    found.push_back(idAt<ServiceId>(select, 0));
  }
}

const ServiceId& HubCore::service() const {
  return impl_->service;
}
const std::string& HubCore::serviceName() const {
  return impl_->serviceName;
}
std::int64_t HubCore::nowMs() const {
  return impl_->nowMs();
}

Result<HubEpoch> HubCore::epoch() {
  J_TRY(auto select, impl_->prepare("SELECT epoch FROM hub_service WHERE service_id = :service"));
  J_TRY(const bool there, select.step());
  if (!there) return Error{ErrorCode::Corrupt, "service row is gone"};
  return idAt<HubEpoch>(select, 0);
}

Result<void> HubCore::probe() {
  const auto forget = [&]() -> Result<void> {
    J_TRY(auto remove,
          impl_->prepare("DELETE FROM hub_try WHERE service_id = :service AND kind = 'probe'"));
    return remove.run();
  };
  const auto written = impl_->database.transaction([&]() -> Result<void> {
    J_CHECK(forget());  // of a probe that broke off
    J_TRY(auto add, impl_->prepare(R"sql(
      INSERT INTO hub_try (service_id, kind, at_ms, address, tries)
      VALUES (:service, 'probe', :now, :bytes, 0))sql"));
    return add.bind(":now", impl_->nowMs()).bind(":bytes", std::string(kProbeBytes, ' ')).run();
  });
  if (!written.ok()) return written;
  return impl_->database.transaction(forget);
}

Result<HubEpoch> HubCore::beginNewEpoch() {
  const HubEpoch fresh = HubEpoch::random(impl_->random);
  const auto done = impl_->database.transaction([&]() -> Result<void> {
    J_TRY(auto update,
          impl_->prepare("UPDATE hub_service SET epoch = :epoch WHERE service_id = :service"));
    J_CHECK(update.bindBytes(":epoch", blob(fresh)).run());
    return appendAudit(*impl_, {{}, {}, "restore", service().hex(), "done", ""});
  });
  if (!done.ok()) return done.error();
  return fresh;
}

Result<Caller> HubCore::identify(const DeviceId& device, const std::string& address) {
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT d.account_id, d.vault_id, d.sign_key, a.role
    FROM hub_device d
    JOIN hub_account a ON a.service_id = d.service_id AND a.account_id = d.account_id
    WHERE d.service_id = :service AND d.device_id = :device AND d.removed_ms IS NULL
      AND a.closed_ms IS NULL)sql"));
  select.bindBytes(":device", blob(device));
  J_TRY(const bool there, select.step());
  if (!there) return Error{ErrorCode::Locked, "device not known"};
  const auto role = roleFrom(select.integer(3));
  if (!role) return Error{ErrorCode::Corrupt, "role of an account"};
  return Caller{service(), idAt<AccountId>(select, 0), *role,
                device,    idAt<VaultId>(select, 1),   arrayAt<32>(select, 2),
                address};
}

Result<void> HubCore::Impl::permit(const Caller& caller, Endpoint endpoint, Scope scope,
                                   std::string_view object) {
  if (caller.service != service) scope = Scope::OtherService;
  if (allowed(caller.role, endpoint, scope)) return {};
  J_CHECK(database.transaction([&] {
    return appendAudit(*this, entryOf(caller, name(endpoint), std::string(object), "refused"));
  }));
  return refused();
}

Result<void> HubCore::mayHost(const Caller& caller) {
  return impl_->permit(caller, Endpoint::HostRoom, Scope::Own, "");
}

Result<void> HubCore::Impl::permitVault(const Caller& caller, Endpoint endpoint,
                                        const VaultId& vault) {
  // A device is of one journal: of the account that owns it, and on its list.
  const bool own = !vault.isNil() && caller.vault == vault;
  return permit(caller, endpoint, own ? Scope::Own : Scope::Colleague, vault.hex());
}

Result<void> HubCore::Impl::limitTries(const char* kind, const std::string& address, int perAddress,
                                       int inAll) {
  if (address.empty()) return {};  // in this process: nobody that limits are for
  const std::string from = limitAddress(address);
  const std::int64_t now = nowMs();
  bool tooMany = false;
  const auto done = database.transaction([&]() -> Result<void> {
    J_TRY(auto forget, prepare("DELETE FROM hub_try WHERE service_id = :service AND kind = :kind "
                               "AND at_ms <= :before"));
    J_CHECK(forget.bind(":kind", kind).bind(":before", now - kHourMs).run());
    J_TRY(auto count, prepare(R"sql(
      SELECT coalesce(sum(tries), 0), coalesce(sum(CASE WHEN address = :from THEN tries ELSE 0 END), 0)
      FROM hub_try
      WHERE service_id = :service AND kind = :kind)sql"));
    J_CHECK(count.bind(":kind", kind).bind(":from", from).step());
    tooMany = count.integer(0) >= inAll || count.integer(1) >= perAddress;
    if (tooMany) return {};
    J_TRY(auto add, prepare(R"sql(
      INSERT INTO hub_try (service_id, kind, at_ms, address, tries)
      VALUES (:service, :kind, :now, :from, 1)
      ON CONFLICT (service_id, kind, at_ms, address) DO UPDATE SET tries = hub_try.tries + 1)sql"));
    return add.bind(":kind", kind).bind(":now", now).bind(":from", from).run();
  });
  if (!done.ok()) return done.error();
  if (tooMany)
    return Error{ErrorCode::Network, std::string("too many tries: ") + kind,
                 "That was tried too often. Please try again in an hour."};
  return {};
}

}  // namespace syncing::hub
