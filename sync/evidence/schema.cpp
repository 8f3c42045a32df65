#include "sync/evidence/schema.h"

#include <string>

namespace syncing::evidence {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::int64_t kSchemaVersion = 3;

// Every primary key starts with the service, so that tables can be partitioned and sharded by it.
constexpr const char* kSchema = R"sql(
CREATE TABLE service (
  service_id BLOB NOT NULL CHECK (length(service_id) = 16),
  name TEXT NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold >= 5),
  PRIMARY KEY (service_id)
) STRICT;
CREATE TABLE piece (
  service_id BLOB NOT NULL,
  case_study BLOB NOT NULL CHECK (length(case_study) = 16),
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  use_level INTEGER NOT NULL CHECK (use_level BETWEEN 1 AND 3),
  agreed_until_day INTEGER NOT NULL,
  dsl_must_agree INTEGER NOT NULL,
  step TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  PRIMARY KEY (service_id, case_study)
) STRICT;
CREATE TABLE piece_version (
  service_id BLOB NOT NULL,
  case_study BLOB NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  bytes BLOB,
  received_ms INTEGER NOT NULL,
  PRIMARY KEY (service_id, case_study, version)
) STRICT;
CREATE TABLE review_event (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  case_study BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  from_step TEXT NOT NULL,
  to_step TEXT NOT NULL,
  reason TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
CREATE INDEX review_event_by_piece ON review_event (service_id, case_study, seq);
CREATE TABLE evidence_item (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  item_id BLOB NOT NULL,
  case_study BLOB NOT NULL,
  author TEXT NOT NULL,
  use_level INTEGER NOT NULL,
  agreed_until_day INTEGER NOT NULL,
  claim TEXT NOT NULL,
  words TEXT NOT NULL,
  indicator TEXT NOT NULL,
  level INTEGER,
  direction TEXT NOT NULL,
  voice TEXT NOT NULL,
  setting TEXT NOT NULL,
  term TEXT NOT NULL,
  week INTEGER NOT NULL,
  code TEXT NOT NULL,
  age_band TEXT NOT NULL,
  instrument_family TEXT NOT NULL,
  content_digest TEXT NOT NULL,
  pulled INTEGER NOT NULL DEFAULT 0,
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
CREATE INDEX evidence_item_by_piece ON evidence_item (service_id, case_study);
CREATE TABLE chain_head (
  service_id BLOB NOT NULL,
  chain TEXT NOT NULL,
  rows INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, chain)
) STRICT;
CREATE TABLE release (
  service_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (service_id, number)
) STRICT;
CREATE TABLE release_figure (
  service_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  figure TEXT NOT NULL,
  about INTEGER,
  first_level INTEGER NOT NULL,
  latest_level INTEGER NOT NULL,
  low INTEGER NOT NULL,
  high INTEGER NOT NULL,
  has_basis INTEGER NOT NULL,
  PRIMARY KEY (service_id, number, figure)
) STRICT;
CREATE TABLE release_basis (
  service_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  figure TEXT NOT NULL,
  contributor TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (service_id, number, figure, contributor, unit)
) STRICT;
CREATE TABLE release_passage (
  service_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  item_id BLOB NOT NULL,
  PRIMARY KEY (service_id, number, item_id)
) STRICT;
CREATE TABLE release_use (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  way_out TEXT NOT NULL,
  audience INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
CREATE TABLE use_piece (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  case_study BLOB NOT NULL,
  PRIMARY KEY (service_id, seq, case_study)
) STRICT;
PRAGMA user_version = 1;
)sql";

constexpr const char* kReadings = R"sql(
CREATE TABLE reading (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  case_study BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  day INTEGER NOT NULL,
  version INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  role TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('whole', 'passages')),
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
CREATE INDEX reading_by_piece ON reading (service_id, case_study, seq);
PRAGMA user_version = 2;
)sql";

// Neither a moment nor a sender: nothing says which themes came together.
constexpr const char* kThemes = R"sql(
CREATE TABLE theme (
  service_id BLOB NOT NULL,
  theme_id BLOB NOT NULL CHECK (length(theme_id) = 16),
  kind TEXT NOT NULL,
  term TEXT NOT NULL,
  words TEXT NOT NULL,
  taken_back INTEGER NOT NULL CHECK (taken_back IN (0, 1)),
  digest TEXT NOT NULL,
  PRIMARY KEY (service_id, theme_id)
) STRICT;
CREATE TABLE theme_event (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  theme_id BLOB NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('listed', 'taken_back')),
  digest TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
PRAGMA user_version = 3;
)sql";

}  // namespace

Result<void> prepareSchema(storage::Database& database) {
  J_TRY(auto statement, database.prepare("PRAGMA user_version"));
  J_TRY(const bool row, statement.step());
  const std::int64_t version = row ? statement.integer(0) : 0;
  statement.reset();
  if (version > kSchemaVersion)
    return Error{ErrorCode::TooNew, "evidence store version " + std::to_string(version),
                 "This evidence store was made by a newer Afternote. Nothing was changed; please "
                 "update first."};
  if (version == kSchemaVersion) return {};
  return database.transaction([&]() -> Result<void> {
    if (version < 1) J_CHECK(database.execute(kSchema));
    if (version < 2) J_CHECK(database.execute(kReadings));
    return database.execute(kThemes);
  });
}

}  // namespace syncing::evidence
