#include "sync/hub/schema.h"

#include <array>
#include <string>

namespace syncing::hub {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

// Every primary key starts with the service. Nothing here is of a journal's content: segments,
// names and letters are sealed by devices before they come.
constexpr const char* kVersionOne = R"sql(
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

// Rooms of reflection groups. What people wrote is sealed before it comes. An event is one text, as
// it is sent to others, so that no column says who sent one that nobody is to have sent; what is in
// a closed box is apart, and gone once it is open. Of a room that is over only `room_past` stays.
constexpr const char* kVersionTwo = R"sql(
CREATE TABLE room (
  service_id BLOB NOT NULL,
  room_id BLOB NOT NULL CHECK (length(room_id) = 16),
  host BLOB NOT NULL CHECK (length(host) = 16),
  plan TEXT NOT NULL,
  opened_ms INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  newest_ms INTEGER NOT NULL,
  finished_ms INTEGER,
  PRIMARY KEY (service_id, room_id)
) STRICT;
CREATE INDEX room_by_host ON room (service_id, host);
CREATE TABLE room_member (
  service_id BLOB NOT NULL,
  room_id BLOB NOT NULL,
  member INTEGER NOT NULL CHECK (member > 0),
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
  PRIMARY KEY (service_id, room_id, member),
  UNIQUE (service_id, room_id, token_hash)
) STRICT;
CREATE TABLE room_event (
  service_id BLOB NOT NULL,
  room_id BLOB NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  event TEXT NOT NULL,
  PRIMARY KEY (service_id, room_id, number)
) STRICT;
CREATE TABLE room_slot (
  service_id BLOB NOT NULL,
  room_id BLOB NOT NULL,
  member INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (service_id, room_id, member)
) STRICT;
CREATE TABLE room_past (
  service_id BLOB NOT NULL,
  past_id BLOB NOT NULL CHECK (length(past_id) = 16),
  day TEXT NOT NULL,
  people INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  PRIMARY KEY (service_id, past_id)
) STRICT;
INSERT INTO hub_schema (version) VALUES (2);
)sql";

/// What makes each version of the one before, from nothing on. One that was released stays as it
/// is.
constexpr std::array kVersions{kVersionOne, kVersionTwo};

Result<std::size_t> versionOf(storage::Database& database) {
  J_TRY(const bool there, database.hasTable("hub_schema"));
  if (!there) return 0;
  J_TRY(auto select, database.prepare("SELECT version FROM hub_schema ORDER BY version DESC"));
  J_TRY(const bool row, select.step());
  return row ? static_cast<std::size_t>(select.integer(0)) : 0;
}

}  // namespace

Result<void> prepareSchema(storage::Database& database) {
  J_TRY(std::size_t version, versionOf(database));
  if (version > kVersions.size())
    return Error{ErrorCode::TooNew, "hub store version " + std::to_string(version),
                 "This hub's store was made by a newer Afternote. Nothing was changed; please "
                 "update first."};
  while (version < kVersions.size()) {
    const auto made = database.transaction([&] { return database.execute(kVersions.at(version)); });
    const std::size_t before = version;
    J_TRY(version, versionOf(database));
    // Another hub on the same server may have done it meanwhile.
    if (version == before) return made.ok() ? Error{ErrorCode::Internal, "schema step"} : made;
  }
  return {};
}

}  // namespace syncing::hub
