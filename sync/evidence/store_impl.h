#pragma once

#include <functional>
#include <memory>
#include <string>

#include "journal/base/time.h"
#include "sync/evidence/evidence_store.h"
#include "sync/storage/database.h"

// Private to this folder: what the parts of the store share.

namespace syncing::evidence {

/// The database, whose service it holds, and what day it is.
struct Context {
  storage::Database& database;
  const journal::Clock& clock;
  std::string serviceId;  ///< 16 bytes

  std::int64_t nowMs() const { return clock.now().time_since_epoch().count(); }
  std::int32_t today() const {
    const journal::UtcTime now = clock.now();
    return journal::dayNumber(journal::localDate(now, clock.utcOffset(now)));
  }
  /// A statement with :service bound.
  journal::Result<storage::Statement> prepare(std::string_view sql) const {
    J_TRY(auto statement, database.prepare(sql));
    statement.bindBytes(":service", serviceId);
    return statement;
  }
};

struct EvidenceStore::Impl {
  Impl(std::unique_ptr<storage::Database> opened, const journal::Clock& theClock)
      : database(std::move(opened)), context{*database, theClock, {}} {}

  std::unique_ptr<storage::Database> database;
  Context context;
  std::string serviceName;
  int threshold = 5;
};

inline std::string_view idBytes(const journal::CaseStudyId& id) {
  return {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()};
}
/// Precondition: 16 bytes (the schema checks it).
journal::CaseStudyId caseStudyFrom(const std::string& bytes);

journal::UtcTime timeFromMs(std::int64_t ms);

}  // namespace syncing::evidence
