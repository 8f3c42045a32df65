#include "sync/wire/service.h"

#include <utility>

#include "sync/wire/message_bytes.h"

namespace syncing::wire {

using journal::Result;

namespace {

constexpr std::uint8_t kFirstRole = 1;
constexpr std::uint8_t kLastRole = 5;

std::uint8_t byteOf(Role role) {
  return static_cast<std::uint8_t>(role);
}

Role takeRole(MessageReader& in) {
  const auto byte = in.bytes.integer<std::uint8_t>();
  in.require(byte >= kFirstRole && byte <= kLastRole);
  return static_cast<Role>(byte);
}

void put(ByteWriter& out, const AccountRow& row) {
  out.put(row.account.bytes()).put(byteOf(row.role)).put(std::uint8_t{row.closed});
  out.put(row.madeMs).put(row.devices);
}
AccountRow takeAccount(MessageReader& in) {
  AccountRow row;
  row.account = in.bytes.id<AccountId>();
  row.role = takeRole(in);
  row.closed = in.flag();
  row.madeMs = in.bytes.integer<std::int64_t>();
  row.devices = in.bytes.integer<std::int64_t>();
  return row;
}

void put(ByteWriter& out, const InvitationRow& row) {
  out.put(byteOf(row.role)).put(row.madeBy.bytes()).put(row.expiresMs);
  out.put(std::uint8_t{row.used});
}
InvitationRow takeInvitation(MessageReader& in) {
  InvitationRow row;
  row.role = takeRole(in);
  row.madeBy = in.bytes.id<AccountId>();
  row.expiresMs = in.bytes.integer<std::int64_t>();
  row.used = in.flag();
  return row;
}

void put(ByteWriter& out, const AuditRow& row) {
  out.put(row.seq).put(row.atMs).put(row.actor.bytes()).put(row.device.bytes());
  out.putSized(row.action).putSized(row.object).putSized(row.result).putSized(row.address);
}
AuditRow takeAuditRow(MessageReader& in) {
  AuditRow row;
  row.seq = in.bytes.integer<std::int64_t>();
  row.atMs = in.bytes.integer<std::int64_t>();
  row.actor = in.bytes.id<AccountId>();
  row.device = in.bytes.id<DeviceId>();
  row.action = in.text(kMostWord);
  row.object = in.text(kMostWord);
  row.result = in.text(kMostWord);
  row.address = in.text(kMostWord);
  return row;
}

void put(ByteWriter& out, const AuditCount& row) {
  out.putSized(row.action).put(row.count);
}
AuditCount takeAuditCount(MessageReader& in) {
  AuditCount row;
  row.action = in.text(kMostWord);
  row.count = in.bytes.integer<std::int64_t>();
  return row;
}

template <class Row>
std::string encodeRows(const std::vector<Row>& rows) {
  std::string out;
  ByteWriter write(out);
  write.put(static_cast<std::uint32_t>(rows.size()));
  for (const Row& row : rows) put(write, row);
  return out;
}

template <class Row>
Result<std::vector<Row>> decodeRows(std::string_view bytes, std::size_t most,
                                    Row (*take)(MessageReader&)) {
  MessageReader in(bytes);
  const auto rows = in.list<Row>(most, take);
  return in.finish(rows, "rows of a service");
}

}  // namespace

std::string encode(const Invitation& value) {
  std::string out;
  ByteWriter(out).putSized(value.code).put(byteOf(value.role)).put(value.expiresMs);
  return out;
}

Result<Invitation> decodeInvitation(std::string_view bytes) {
  MessageReader in(bytes);
  Invitation value;
  value.code = in.text(kMostWord);
  value.role = takeRole(in);
  value.expiresMs = in.bytes.integer<std::int64_t>();
  return in.finish(std::move(value), "invitation");
}

std::string encode(const InviteRequest& value) {
  std::string out;
  ByteWriter write(out);
  write.put(byteOf(value.role)).put(std::uint8_t{value.existing.has_value()});
  if (value.existing) write.put(value.existing->bytes());
  return out;
}

Result<InviteRequest> decodeInviteRequest(std::string_view bytes) {
  MessageReader in(bytes);
  InviteRequest value;
  value.role = takeRole(in);
  if (in.flag()) value.existing = in.bytes.id<AccountId>();
  return in.finish(value, "invite request");
}

std::string encode(const EnrolRequest& value) {
  std::string out;
  ByteWriter(out).putSized(value.code).put(value.device.bytes()).put(value.signKey);
  return out;
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view bytes) {
  MessageReader in(bytes);
  EnrolRequest value;
  value.code = in.text(kMostWord);
  value.device = in.bytes.id<DeviceId>();
  value.signKey = in.bytes.array<32>();
  return in.finish(std::move(value), "enrol request");
}

std::string encode(const Enrolled& value) {
  std::string out;
  ByteWriter(out).put(value.service.bytes()).put(value.account.bytes()).put(byteOf(value.role));
  return out;
}

Result<Enrolled> decodeEnrolled(std::string_view bytes) {
  MessageReader in(bytes);
  Enrolled value;
  value.service = in.bytes.id<ServiceId>();
  value.account = in.bytes.id<AccountId>();
  value.role = takeRole(in);
  return in.finish(value, "enrolled");
}

std::string encode(const std::vector<AccountRow>& rows) {
  return encodeRows(rows);
}
std::string encode(const std::vector<InvitationRow>& rows) {
  return encodeRows(rows);
}
std::string encode(const std::vector<AuditRow>& rows) {
  return encodeRows(rows);
}
std::string encode(const std::vector<AuditCount>& rows) {
  return encodeRows(rows);
}

Result<std::vector<AccountRow>> decodeAccounts(std::string_view bytes) {
  return decodeRows<AccountRow>(bytes, kMostAccounts, takeAccount);
}
Result<std::vector<InvitationRow>> decodeInvitations(std::string_view bytes) {
  return decodeRows<InvitationRow>(bytes, kMostInvitations, takeInvitation);
}
Result<std::vector<AuditRow>> decodeAudit(std::string_view bytes) {
  return decodeRows<AuditRow>(bytes, kMostAuditRows, takeAuditRow);
}
Result<std::vector<AuditCount>> decodeAuditCounts(std::string_view bytes) {
  return decodeRows<AuditCount>(bytes, kMostAuditRows, takeAuditCount);
}

}  // namespace syncing::wire
