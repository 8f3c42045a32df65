#pragma once

#include <cstdint>
#include <string_view>

#include "sync/wire/role_names.h"

namespace syncing::hub {

using wire::kRoles;
using wire::name;
using wire::parseRole;
using wire::Role;
using wire::roleFrom;

/// What can be asked of a hub by somebody it knows. Enrolling and the letters of a pairing are for
/// those it does not know yet, and guarded by codes and limits instead.
enum class Endpoint : std::uint8_t {
  Vaults,
  Standing,
  Push,
  Replace,
  Pull,
  Statements,
  State,
  Invite,
  Invitations,
  Accounts,
  SetRole,
  CloseAccount,
  OwnAudit,
  AuditSummary,
  Audit,
  HostRoom,
  kCount,
};

/// Whose it is: the caller's own, somebody else's of the same service (or the service's as a
/// whole), or of another service.
enum class Scope : std::uint8_t { Own, Colleague, OtherService };

/// Stable lower-case names, for logs and the audit.
std::string_view name(Endpoint endpoint);

/// The one answer to "may they": the table in roles.cpp, and no for whatever is not in it.
bool allowed(Role role, Endpoint endpoint, Scope scope);
/// Whom an inviter may make, or bring back, or change: never somebody with more rights than their
/// own.
bool mayAppoint(Role inviter, Role invited);

}  // namespace syncing::hub
