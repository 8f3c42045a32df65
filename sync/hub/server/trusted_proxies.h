#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"

namespace syncing::hub {

/// The machines between a hub and its tutors that are believed when they say for whom they ask.
/// What anybody else says is not read.
class TrustedProxies {
 public:
  /// Addresses and networks ("10.0.0.0/8", "2001:db8::/32") with blanks or commas between; ""
  /// trusts nobody. InvalidInput for anything else.
  static journal::Result<TrustedProxies> parse(std::string_view text);

  bool trusts(std::string_view address) const;
  /// Who asks, when a request came from `peer` with this X-Forwarded-For: going back from the peer,
  /// the first that is not trusted; what stands before that one is their own word. `peer` itself
  /// when it is not trusted, or says nothing that is an address.
  std::string clientOf(std::string_view peer, std::string_view forwarded) const;
  bool empty() const { return networks_.empty(); }

 private:
  using Bytes = std::array<std::uint8_t, 16>;  ///< IPv4 as IPv6 has it
  struct Network {
    Bytes bytes{};
    std::size_t bits = 0;
  };
  std::vector<Network> networks_;
};

}  // namespace syncing::hub
