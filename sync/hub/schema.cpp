#include "sync/hub/schema.h"

#include <string>

namespace syncing::hub {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr std::int64_t kSchemaVersion = 1;

// Every primary key starts with the service. Nothing here is of a journal's content: segments,
// names and letters are sealed by devices before they come.
constexpr const char* kSchema = R"sql(
CREATE TABLE hub_schema (
  version INTEGER NOT NULL,
  PRIMARY KEY (version)
) STRICT;
CREATE TABLE hub_service (
  service_id BLOB NOT NULL CHECK (length(service_id) = 16),
  name TEXT NOT NULL,
  epoch BLOB NOT NULL CHECK (length(epoch) = 16),
  made_ms INTEGER NOT NULL,
  audit_rows INTEGER NOT NULL,
  audit_hash TEXT NOT NULL,
  PRIMARY KEY (service_id)
) STRICT;
CREATE TABLE hub_account (
  service_id BLOB NOT NULL,
  account_id BLOB NOT NULL CHECK (length(account_id) = 16),
  role INTEGER NOT NULL CHECK (role BETWEEN 1 AND 5),
  made_ms INTEGER NOT NULL,
  closed_ms INTEGER,
  PRIMARY KEY (service_id, account_id)
) STRICT;
CREATE TABLE hub_invitation (
  service_id BLOB NOT NULL,
  code_hash BLOB NOT NULL CHECK (length(code_hash) = 32),
  role INTEGER NOT NULL,
  account_id BLOB,
  made_by BLOB NOT NULL,
  expires_ms INTEGER NOT NULL,
  used_by BLOB,
  PRIMARY KEY (service_id, code_hash)
) STRICT;
CREATE TABLE hub_device (
  service_id BLOB NOT NULL,
  device_id BLOB NOT NULL CHECK (length(device_id) = 16),
  account_id BLOB NOT NULL,
  vault_id BLOB,
  sign_key BLOB NOT NULL CHECK (length(sign_key) = 32),
  recovery INTEGER NOT NULL,
  added_ms INTEGER NOT NULL,
  removed_ms INTEGER,
  PRIMARY KEY (service_id, device_id)
) STRICT;
CREATE INDEX hub_device_by_account ON hub_device (service_id, account_id);
CREATE TABLE hub_vault (
  service_id BLOB NOT NULL,
  vault_id BLOB NOT NULL CHECK (length(vault_id) = 16),
  account_id BLOB NOT NULL,
  newest INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  made_ms INTEGER NOT NULL,
  PRIMARY KEY (service_id, vault_id)
) STRICT;
CREATE TABLE hub_statement (
  service_id BLOB NOT NULL,
  vault_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  bytes BLOB NOT NULL,
  PRIMARY KEY (service_id, vault_id, number),
  UNIQUE (service_id, vault_id, digest)
) STRICT;
CREATE TABLE hub_segment (
  service_id BLOB NOT NULL,
  vault_id BLOB NOT NULL,
  number INTEGER NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  after_mark BLOB NOT NULL CHECK (length(after_mark) = 32),
  erased INTEGER NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (service_id, vault_id, number),
  UNIQUE (service_id, vault_id, author, last_seq)
) STRICT;
CREATE TABLE hub_head (
  service_id BLOB NOT NULL,
  vault_id BLOB NOT NULL,
  author BLOB NOT NULL,
  seq INTEGER NOT NULL,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (service_id, vault_id, author)
) STRICT;
CREATE TABLE hub_letter (
  service_id BLOB NOT NULL,
  box BLOB NOT NULL CHECK (length(box) = 16),
  slot INTEGER NOT NULL CHECK (slot BETWEEN 0 AND 1),
  expires_ms INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (service_id, box, slot)
) STRICT;
CREATE TABLE hub_try (
  service_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  address TEXT NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (service_id, kind, at_ms, address)
) STRICT;
CREATE TABLE hub_audit (
  service_id BLOB NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  actor BLOB NOT NULL,
  device BLOB NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  result TEXT NOT NULL,
  address TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (service_id, seq)
) STRICT;
CREATE INDEX hub_audit_by_actor ON hub_audit (service_id, actor, seq);
INSERT INTO hub_schema (version) VALUES (1);
)sql";

}  // namespace

Result<void> prepareSchema(storage::Database& database) {
  J_TRY(bool there, database.hasTable("hub_schema"));
  if (!there) {
    const auto made = database.transaction([&] { return database.execute(kSchema); });
    // Another hub on the same server may have made them meanwhile.
    if (!made.ok()) {
      J_TRY(there, database.hasTable("hub_schema"));
      if (!there) return made;
    }
  }
  J_TRY(auto select, database.prepare("SELECT version FROM hub_schema ORDER BY version DESC"));
  J_TRY(const bool row, select.step());
  const std::int64_t version = row ? select.integer(0) : 0;
  if (version > kSchemaVersion)
    return Error{ErrorCode::TooNew, "hub store version " + std::to_string(version),
                 "This hub's store was made by a newer Afternote. Nothing was changed; please "
                 "update first."};
  return {};
}

}  // namespace syncing::hub
