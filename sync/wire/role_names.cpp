#include "sync/wire/role_names.h"

#include <algorithm>

namespace syncing::wire {
namespace {

constexpr std::array<std::string_view, kRoles.size()> kRoleNames{"tutor", "facilitator", "manager",
                                                                 "service-admin", "auditor"};

}  // namespace

std::string_view name(Role role) {
  const auto* found = std::find(kRoles.begin(), kRoles.end(), role);
  return found == kRoles.end() ? "unknown"
                               : kRoleNames[static_cast<std::size_t>(found - kRoles.begin())];
}

std::optional<Role> parseRole(std::string_view name) {
  const auto* found = std::find(kRoleNames.begin(), kRoleNames.end(), name);
  if (found == kRoleNames.end()) return std::nullopt;
  return kRoles[static_cast<std::size_t>(found - kRoleNames.begin())];
}

std::optional<Role> roleFrom(std::int64_t number) {
  const auto* found = std::find_if(kRoles.begin(), kRoles.end(), [&](Role role) {
    return static_cast<std::int64_t>(role) == number;
  });
  if (found == kRoles.end()) return std::nullopt;
  return *found;
}

}  // namespace syncing::wire
