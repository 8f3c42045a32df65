#include "sync/evidence/evidence_store.h"

#include <utility>

#include "sync/evidence/audit_chain.h"
#include "sync/evidence/item_rows.h"
#include "sync/evidence/readings.h"
#include "sync/evidence/schema.h"
#include "sync/evidence/store_impl.h"
#include "sync/evidence/themes.h"

namespace syncing::evidence {

using journal::Clock;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

journal::UtcTime timeFromMs(std::int64_t ms) {
  return journal::UtcTime{std::chrono::milliseconds{ms}};
}

namespace {

Result<void> makeService(storage::Database& database, const std::string& serviceName) {
  J_TRY(auto insert, database.prepare(R"sql(
    INSERT INTO service (service_id, name, threshold)
    VALUES (randomblob(16), :name, 5))sql"));
  return insert.bind(":name", serviceName).run();
}

}  // namespace

EvidenceStore::EvidenceStore(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
EvidenceStore::~EvidenceStore() = default;

namespace {

struct ServiceRow {
  std::string id;
  std::string name;
  int threshold = 5;
};

Result<ServiceRow> readService(storage::Database& database) {
  J_CHECK(prepareSchema(database));
  J_TRY(auto select, database.prepare("SELECT service_id, name, threshold FROM service"));
  J_TRY(const bool any, select.step());
  if (!any)
    return Error{ErrorCode::Corrupt, "evidence store without a service",
                 "This does not look like an evidence store. Nothing was changed."};
  return ServiceRow{select.bytes(0), select.text(1), static_cast<int>(select.integer(2))};
}

}  // namespace

Result<NewEvidenceStore> EvidenceStore::create(const std::filesystem::path& folder,
                                               const storage::Passphrase& passphrase,
                                               const std::string& serviceName, const Clock& clock,
                                               storage::KdfPreset preset) {
  J_TRY(auto made, storage::Database::create(folder, passphrase, preset));
  J_CHECK(prepareSchema(*made.database));
  J_CHECK(makeService(*made.database, serviceName));
  J_TRY(auto row, readService(*made.database));
  auto impl = std::make_unique<Impl>(std::move(made.database), clock);
  impl->context.serviceId = std::move(row.id);
  impl->serviceName = std::move(row.name);
  return NewEvidenceStore{std::unique_ptr<EvidenceStore>(new EvidenceStore(std::move(impl))),
                          std::move(made.recoveryKey)};
}

Result<std::unique_ptr<EvidenceStore>> EvidenceStore::open(const std::filesystem::path& folder,
                                                           const storage::Passphrase& passphrase,
                                                           const Clock& clock,
                                                           storage::KdfPreset preset) {
  J_TRY(auto database, storage::Database::open(folder, passphrase, preset));
  J_TRY(auto row, readService(*database));
  auto impl = std::make_unique<Impl>(std::move(database), clock);
  impl->context.serviceId = std::move(row.id);
  impl->serviceName = std::move(row.name);
  impl->threshold = row.threshold;
  return std::unique_ptr<EvidenceStore>(new EvidenceStore(std::move(impl)));
}

Result<std::unique_ptr<EvidenceStore>> EvidenceStore::inMemory(const std::string& serviceName,
                                                               const Clock& clock) {
  J_TRY(auto database, storage::Database::inMemory());
  J_CHECK(prepareSchema(*database));
  J_CHECK(makeService(*database, serviceName));
  J_TRY(auto row, readService(*database));
  auto impl = std::make_unique<Impl>(std::move(database), clock);
  impl->context.serviceId = std::move(row.id);
  impl->serviceName = std::move(row.name);
  return std::unique_ptr<EvidenceStore>(new EvidenceStore(std::move(impl)));
}

std::string EvidenceStore::serviceName() const {
  return impl_->serviceName;
}

Result<void> EvidenceStore::setThreshold(int youngPeople) {
  if (youngPeople < 5)
    return Error{ErrorCode::InvalidInput, "threshold under 5",
                 "The smallest group that is shown can be five or more, never fewer."};
  J_TRY(auto update, impl_->context.prepare(
                         "UPDATE service SET threshold = :threshold WHERE service_id = :service"));
  J_CHECK(update.bind(":threshold", youngPeople).run());
  impl_->threshold = youngPeople;
  return {};
}

Result<void> EvidenceStore::check() {
  const Context& context = impl_->context;
  J_CHECK(checkReviews(context));
  J_CHECK(checkReadings(context));
  J_CHECK(checkThemes(context));
  // The reviews are chained; where each piece stands must be what they say.
  J_TRY(auto strays, context.prepare(R"sql(
    SELECT count(*)
    FROM piece p
    WHERE p.service_id = :service
      AND p.step IS NOT (SELECT to_step
                         FROM review_event e
                         WHERE e.service_id = p.service_id AND e.case_study = p.case_study
                         ORDER BY seq DESC
                         LIMIT 1))sql"));
  J_TRY(const bool row, strays.step());
  if (row && strays.integer(0) != 0) return chainBroken(Chain::Reviews, 0);
  return checkItems(context);
}

}  // namespace syncing::evidence
