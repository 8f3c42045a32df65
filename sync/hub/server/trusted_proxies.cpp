// Asio 1.74 uses std::exchange without including it.
#include <utility>

#include "sync/hub/server/trusted_proxies.h"

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <optional>

namespace syncing::hub {

namespace ip = boost::asio::ip;
using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::size_t kAllBits = 128;
constexpr std::size_t kBitsBeforeV4 = 96;
constexpr std::string_view kBetween = " \t,";

/// As IPv6 has it; nullopt for what is no address, or one of a zone of this machine.
std::optional<ip::address_v6> v6Of(std::string_view text) {
  if (text.find('%') != std::string_view::npos) return std::nullopt;
  boost::system::error_code code;
  const auto address = ip::make_address(std::string(text), code);
  if (code) return std::nullopt;
  return address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()) : address.to_v6();
}

std::string textOf(const ip::address_v6& address) {
  return address.is_v4_mapped() ? ip::make_address_v4(ip::v4_mapped, address).to_string()
                                : address.to_string();
}

/// The last word of a list, which is taken off it.
std::string_view takeLast(std::string_view& list) {
  const std::size_t end = list.find_last_not_of(kBetween);
  list = list.substr(0, end == std::string_view::npos ? 0 : end + 1);
  const std::size_t before = list.find_last_of(kBetween);
  const std::string_view word = before == std::string_view::npos ? list : list.substr(before + 1);
  list.remove_suffix(word.size());
  return word;
}

Error notUnderstood() {
  return {ErrorCode::InvalidInput, "trusted proxies",
          "Trusted proxies are addresses, or networks like 10.0.0.0/8."};
}

}  // namespace

Result<TrustedProxies> TrustedProxies::parse(std::string_view text) {
  TrustedProxies proxies;
  while (true) {
    const std::string_view word = takeLast(text);
    if (word.empty()) return proxies;
    const std::size_t slash = word.find('/');
    const auto address = v6Of(word.substr(0, slash));
    if (!address) return notUnderstood();
    const std::size_t ahead = address->is_v4_mapped() ? kBitsBeforeV4 : 0;
    std::size_t bits = kAllBits - ahead;
    if (slash != std::string_view::npos) {
      const std::string_view digits = word.substr(slash + 1);
      std::size_t given = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), given);
      if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || given > bits)
        return notUnderstood();
      bits = given;
    }
    proxies.networks_.push_back({address->to_bytes(), ahead + bits});
  }
}

bool TrustedProxies::trusts(std::string_view address) const {
  const auto parsed = v6Of(address);
  if (!parsed) return false;
  const Bytes bytes = parsed->to_bytes();
  constexpr std::size_t kByte = 8;
  for (const Network& network : networks_) {
    std::size_t same = 0;
    while (same < network.bits &&
           ((bytes[same / kByte] ^ network.bytes[same / kByte]) >> (kByte - 1 - same % kByte) &
            1) == 0)
      ++same;
    if (same == network.bits) return true;
  }
  return false;
}

std::string TrustedProxies::clientOf(std::string_view peer, std::string_view forwarded) const {
  std::string client(peer);
  while (trusts(client)) {
    const auto before = v6Of(takeLast(forwarded));
    if (!before) return client;
    client = textOf(*before);
  }
  return client;
}

}  // namespace syncing::hub
