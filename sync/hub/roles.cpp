#include "sync/hub/roles.h"

#include <algorithm>
#include <array>

namespace syncing::hub {
namespace {

/// Bits by Scope. There is none for another service: nobody may, ever.
enum May : std::uint8_t { No = 0, Own = 1, Service = 2 };

struct Row {
  Endpoint endpoint;
  std::string_view name;
  std::array<May, kRoles.size()> may;  ///< in the order of kRoles
};

// "Service" for a journal's endpoints would be somebody else's journal: there is no such row.
constexpr std::array kTable{
    //                                              tutor facilitator manager admin auditor
    Row{Endpoint::Vaults, "vaults", {Own, Own, Own, Own, No}},
    Row{Endpoint::Standing, "standing", {Own, Own, Own, Own, No}},
    Row{Endpoint::Push, "push", {Own, Own, Own, Own, No}},
    Row{Endpoint::Replace, "replace", {Own, Own, Own, Own, No}},
    Row{Endpoint::Pull, "pull", {Own, Own, Own, Own, No}},
    Row{Endpoint::Statements, "statements", {Own, Own, Own, Own, No}},
    Row{Endpoint::State, "state", {Own, Own, Own, Own, No}},
    Row{Endpoint::Invite, "invite", {No, No, Service, Service, No}},
    Row{Endpoint::Invitations, "invitations", {No, No, Service, Service, Service}},
    Row{Endpoint::Accounts, "accounts", {No, No, No, Service, Service}},
    Row{Endpoint::SetRole, "set-role", {No, No, No, Service, No}},
    Row{Endpoint::CloseAccount, "close-account", {No, No, No, Service, No}},
    Row{Endpoint::OwnAudit, "own-audit", {Own, No, No, No, No}},
    Row{Endpoint::AuditSummary, "audit-summary", {No, No, Service, No, No}},
    Row{Endpoint::Audit, "audit", {No, No, No, No, Service}},
    Row{Endpoint::HostRoom, "host-room", {No, Own, Own, Own, No}},
};
static_assert(kTable.size() == static_cast<std::size_t>(Endpoint::kCount));

const Row* rowOf(Endpoint endpoint) {
  const auto found = std::find_if(kTable.begin(), kTable.end(),
                                  [&](const Row& row) { return row.endpoint == endpoint; });
  return found == kTable.end() ? nullptr : found;
}

std::size_t indexOf(Role role) {
  return static_cast<std::size_t>(std::find(kRoles.begin(), kRoles.end(), role) - kRoles.begin());
}

}  // namespace

std::string_view name(Endpoint endpoint) {
  const Row* row = rowOf(endpoint);
  return row == nullptr ? "unknown" : row->name;
}

bool allowed(Role role, Endpoint endpoint, Scope scope) {
  const Row* row = rowOf(endpoint);
  const std::size_t index = indexOf(role);
  if (row == nullptr || index >= row->may.size()) return false;
  switch (scope) {
    case Scope::Own:
      return (row->may[index] & Own) != 0;
    case Scope::Colleague:
      return (row->may[index] & Service) != 0;
    case Scope::OtherService:
      return false;
  }
  return false;
}

bool mayAppoint(Role inviter, Role invited) {
  if (inviter == Role::ServiceAdmin) return true;
  return inviter == Role::Manager && (invited == Role::Tutor || invited == Role::Facilitator);
}

}  // namespace syncing::hub
