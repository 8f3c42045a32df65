#pragma once

#include <algorithm>
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

/// Valid as long as the id is.
template <class Tag>
std::string_view idBytes(const journal::Id<Tag>& id) {
  return {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()};
}
/// From a column that holds 16 bytes (the schema checks the ones that matter); missing ones read as
/// zeros.
template <class IdType>
IdType idFrom(const std::string& bytes) {
  typename IdType::Bytes id{};
  std::copy_n(bytes.begin(), std::min(bytes.size(), id.size()), id.begin());
  return IdType::fromBytes(id);
}
inline journal::CaseStudyId caseStudyFrom(const std::string& bytes) {
  return idFrom<journal::CaseStudyId>(bytes);
}

journal::UtcTime timeFromMs(std::int64_t ms);

}  // namespace syncing::evidence
