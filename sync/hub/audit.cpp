#include "sync/hub/audit.h"

#include <utility>

#include "sync/hub/address.h"
#include "sync/wire/audit_chain.h"

namespace syncing::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr int kHashColumn = 8;
constexpr const char* kColumns =
    "SELECT seq, at_ms, actor, device, action, object, result, address, hash FROM hub_audit ";

AuditRow rowAt(const storage::Statement& row) {
  return {row.integer(0),
          row.integer(1),
          idAt<AccountId>(row, 2),
          idAt<DeviceId>(row, 3),
          row.text(4),
          row.text(5),
          row.text(6),
          row.text(7)};
}

Result<std::vector<AuditRow>> rowsOf(storage::Statement& select) {
  std::vector<AuditRow> rows;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return rows;
    rows.push_back(rowAt(select));
  }
}

Error auditBroken(std::int64_t seq) {
  return {ErrorCode::Corrupt, "audit broken at row " + std::to_string(seq),
          "Something in the hub's audit is not as it was written. Nothing has been changed. Keep a "
          "copy of the store and restore the latest backup."};
}

}  // namespace

AuditEntry entryOf(const Caller& caller, std::string_view action, std::string object,
                   std::string result) {
  return {caller.account,    caller.device,     std::string(action),
          std::move(object), std::move(result), caller.address};
}

Result<void> appendAudit(HubCore::Impl& hub, const AuditEntry& entry) {
  J_TRY(auto lock, hub.prepare(R"sql(
    UPDATE hub_service
    SET audit_rows = audit_rows + 1
    WHERE service_id = :service
    RETURNING audit_rows, audit_hash)sql"));
  J_TRY(const bool there, lock.step());
  if (!there) return Error{ErrorCode::Corrupt, "service row is gone"};
  const AuditRow row{lock.integer(0), hub.nowMs(),  entry.actor,  entry.device,
                     entry.action,    entry.object, entry.result, shortAddress(entry.address)};
  const std::string hash = wire::auditHash(row, lock.text(1));
  lock.reset();
  J_TRY(auto insert, hub.prepare(R"sql(
    INSERT INTO hub_audit (service_id, seq, at_ms, actor, device, action, object, result, address,
                           hash)
    VALUES (:service, :seq, :at, :actor, :device, :action, :object, :result, :address, :hash))sql"));
  insert.bind(":seq", row.seq).bind(":at", row.atMs).bindBytes(":actor", blob(row.actor));
  insert.bindBytes(":device", blob(row.device)).bind(":action", row.action);
  insert.bind(":object", row.object).bind(":result", row.result).bind(":address", row.address);
  J_CHECK(insert.bind(":hash", hash).run());
  J_TRY(auto keep,
        hub.prepare("UPDATE hub_service SET audit_hash = :hash WHERE service_id = :service"));
  return keep.bind(":hash", hash).run();
}

Result<void> HubCore::note(const std::string& action, const std::string& result,
                           const std::string& address) {
  return impl_->database.transaction([&] {
    return appendAudit(*impl_, {{}, {}, action, "", result, address});
  });
}

Result<std::vector<AuditRow>> HubCore::ownAudit(const Caller& caller, std::int64_t after) {
  J_CHECK(impl_->permit(caller, Endpoint::OwnAudit, Scope::Own, caller.account.hex()));
  J_TRY(auto select, impl_->prepare(std::string(kColumns) + R"sql(
    WHERE service_id = :service AND actor = :actor AND seq > :after
    ORDER BY seq
    LIMIT :most)sql"));
  select.bindBytes(":actor", blob(caller.account)).bind(":after", after);
  select.bind(":most", static_cast<std::int64_t>(wire::kMostAuditRows));
  return rowsOf(select);
}

Result<std::vector<AuditRow>> HubCore::audit(const Caller& caller, std::int64_t after) {
  J_CHECK(impl_->permit(caller, Endpoint::Audit, Scope::Colleague, service().hex()));
  J_TRY(auto select, impl_->prepare(std::string(kColumns) + R"sql(
    WHERE service_id = :service AND seq > :after
    ORDER BY seq
    LIMIT :most)sql"));
  select.bind(":after", after).bind(":most", static_cast<std::int64_t>(wire::kMostAuditRows));
  return rowsOf(select);
}

Result<std::vector<AuditCount>> HubCore::auditSummary(const Caller& caller) {
  J_CHECK(impl_->permit(caller, Endpoint::AuditSummary, Scope::Colleague, service().hex()));
  J_TRY(auto select, impl_->prepare(R"sql(
    SELECT action, count(*)
    FROM hub_audit
    WHERE service_id = :service
    GROUP BY action
    ORDER BY action)sql"));
  std::vector<AuditCount> counts;
  while (true) {
    J_TRY(const bool more, select.step());
    if (!more) return counts;
    counts.push_back({select.text(0), select.integer(1)});
  }
}

Result<void> HubCore::checkAudit() {
  J_TRY(
      auto kept,
      impl_->prepare("SELECT audit_rows, audit_hash FROM hub_service WHERE service_id = :service"));
  J_TRY(const bool there, kept.step());
  if (!there) return auditBroken(0);
  const std::int64_t rows = kept.integer(0);
  const std::string last = kept.text(1);
  J_TRY(auto select, impl_->prepare(std::string(kColumns) + R"sql(
    WHERE service_id = :service AND seq > :after
    ORDER BY seq
    LIMIT :most)sql"));
  std::string before;
  std::int64_t seq = 0;
  while (true) {
    select.bindBytes(":service", blob(service())).bind(":after", seq);
    select.bind(":most", static_cast<std::int64_t>(wire::kMostAuditRows));
    const std::int64_t began = seq;
    while (true) {
      J_TRY(const bool more, select.step());
      if (!more) break;
      const AuditRow row = rowAt(select);
      if (row.seq != ++seq || select.text(kHashColumn) != wire::auditHash(row, before))
        return auditBroken(seq);
      before = select.text(kHashColumn);
    }
    select.reset();
    if (seq == began) break;
  }
  if (seq != rows || before != last) return auditBroken(seq + 1);
  return {};
}

Result<std::string> HubCore::auditHead() {
  J_TRY(auto kept,
        impl_->prepare("SELECT audit_hash FROM hub_service WHERE service_id = :service"));
  J_TRY(const bool there, kept.step());
  if (!there) return auditBroken(0);
  return kept.text(0);
}

}  // namespace syncing::hub
