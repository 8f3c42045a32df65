#pragma once

#include <string>
#include <string_view>

namespace syncing::hub {

/// An address cut short, as the audit keeps it: 192.0.2.0/24, 2001:db8:1::/48; "local" for none and
/// "unknown" for what is no address.
std::string shortAddress(std::string_view address);
/// What limits count by: an IPv4 address, or the /64 of an IPv6 one, which is what one household
/// has.
std::string limitAddress(std::string_view address);

}  // namespace syncing::hub
