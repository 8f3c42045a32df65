#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace syncing::wire {

/// BLAKE2b-256 in hex over the parts, each preceded by its length, so that ("ab","c") and
/// ("a","bc") differ. For chains and idempotence keys; not a secret.
std::string digest(std::initializer_list<std::string_view> parts);

}  // namespace syncing::wire
