#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

// What a service's people are to each other, as a hub tells it to those who may ask.

namespace syncing::wire {

/// What a person is to their music service (security.md 4.3). Stored and sent as these numbers.
enum class Role : std::uint8_t {
  Tutor = 1,
  Facilitator = 2,
  Manager = 3,
  ServiceAdmin = 4,
  Auditor = 5,  ///< data protection: reads who did what, and no journal
};

/// A code that makes somebody one of the service's people, once, within 72 hours. The hub keeps a
/// hash of it.
struct Invitation {
  std::string code;  ///< 60 bits as "XXXX-XXXX-XXXX"
  Role role = Role::Tutor;
  std::int64_t expiresMs = 0;
  friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// Who is to be invited; `existing`: a person who lost every device, and comes back as they were.
struct InviteRequest {
  Role role = Role::Tutor;
  std::optional<AccountId> existing;
  friend bool operator==(const InviteRequest&, const InviteRequest&) = default;
};

struct EnrolRequest {
  std::string code;
  DeviceId device;
  PublicKey signKey{};
  friend bool operator==(const EnrolRequest&, const EnrolRequest&) = default;
};

struct Enrolled {
  ServiceId service;
  AccountId account;
  Role role = Role::Tutor;
  friend bool operator==(const Enrolled&, const Enrolled&) = default;
};

struct AccountRow {
  AccountId account;
  Role role = Role::Tutor;
  bool closed = false;
  std::int64_t madeMs = 0;
  std::int64_t devices = 0;  ///< those not removed
  friend bool operator==(const AccountRow&, const AccountRow&) = default;
};

struct InvitationRow {
  Role role = Role::Tutor;
  AccountId madeBy;  ///< nil: a local command
  std::int64_t expiresMs = 0;
  bool used = false;
  friend bool operator==(const InvitationRow&, const InvitationRow&) = default;
};

/// One row of the audit: who did what to which, when and with what result; never content.
struct AuditRow {
  std::int64_t seq = 0;
  std::int64_t atMs = 0;
  AccountId actor;  ///< nil: a local command, or somebody not known
  DeviceId device;
  std::string action;
  std::string object;  ///< an id in hex
  std::string result;
  std::string address;  ///< cut short
  friend bool operator==(const AuditRow&, const AuditRow&) = default;
};

struct AuditCount {
  std::string action;
  std::int64_t count = 0;
  friend bool operator==(const AuditCount&, const AuditCount&) = default;
};

inline constexpr std::size_t kMostAuditRows = 1000;  ///< an answer
inline constexpr std::size_t kMostAccounts = 10'000;
inline constexpr std::size_t kMostInvitations = 1000;
inline constexpr std::size_t kMostWord = 128;  ///< bytes of an action, an object, a code, ...

// Canonical: one value, one run of bytes; integers little-endian, lists with a u32 before them,
// texts with a u32 length, roles as a byte, bool as 0 or 1. Decoders are total: a value that
// encodes to these bytes again, or Corrupt.
std::string encode(const Invitation& value);
std::string encode(const InviteRequest& value);
std::string encode(const EnrolRequest& value);
std::string encode(const Enrolled& value);
std::string encode(const std::vector<AccountRow>& rows);
std::string encode(const std::vector<InvitationRow>& rows);
std::string encode(const std::vector<AuditRow>& rows);
std::string encode(const std::vector<AuditCount>& rows);
journal::Result<Invitation> decodeInvitation(std::string_view bytes);
journal::Result<InviteRequest> decodeInviteRequest(std::string_view bytes);
journal::Result<EnrolRequest> decodeEnrolRequest(std::string_view bytes);
journal::Result<Enrolled> decodeEnrolled(std::string_view bytes);
journal::Result<std::vector<AccountRow>> decodeAccounts(std::string_view bytes);
journal::Result<std::vector<InvitationRow>> decodeInvitations(std::string_view bytes);
journal::Result<std::vector<AuditRow>> decodeAudit(std::string_view bytes);
journal::Result<std::vector<AuditCount>> decodeAuditCounts(std::string_view bytes);

}  // namespace syncing::wire
