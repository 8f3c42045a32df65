#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "sync/wire/service.h"

namespace syncing::wire {

inline constexpr std::array kRoles{Role::Tutor, Role::Facilitator, Role::Manager,
                                   Role::ServiceAdmin, Role::Auditor};

/// Stable lower-case names, for commands, the audit and paths of requests.
std::string_view name(Role role);
std::optional<Role> parseRole(std::string_view name);
std::optional<Role> roleFrom(std::int64_t number);

}  // namespace syncing::wire
