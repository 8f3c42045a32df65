#include "sync/hub/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace syncing::hub {
namespace {

using Groups = std::array<std::uint16_t, 8>;

std::optional<std::uint16_t> group(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Fills `out` from `at` on; how many groups there were, or nullopt.
std::optional<std::size_t> groupsOf(std::string_view text, Groups& out, std::size_t at) {
  std::size_t count = 0;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const auto value = group(text.substr(0, colon));
    if (!value || at + count >= out.size()) return std::nullopt;
    out[at + count++] = *value;
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  return count;
}

/// Only what Asio prints: no zone, no embedded IPv4.
std::optional<Groups> parseV6(std::string_view text) {
  Groups front{};
  const std::size_t gap = text.find("::");
  const auto before = groupsOf(text.substr(0, gap), front, 0);
  if (!before) return std::nullopt;
  if (gap == std::string_view::npos) {
    if (*before != front.size()) return std::nullopt;
    return front;
  }
  Groups back{};
  const auto after = groupsOf(text.substr(gap + 2), back, 0);
  if (!after || *before + *after >= front.size()) return std::nullopt;
  std::copy_n(back.begin(), *after, front.end() - static_cast<std::ptrdiff_t>(*after));
  return front;
}

std::string prefixOf(const Groups& groups, std::size_t count) {
  constexpr int kHex = 16;
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), groups[i], kHex).ptr;
    out.append(digits.begin(), end).push_back(':');
  }
  return out + ":/" + std::to_string(count * 16);
}

constexpr std::size_t kLongestV4 = 15;
constexpr std::string_view kMapped = "::ffff:";  // IPv4 inside IPv6, as a dual socket shows it

std::string_view withoutMapping(std::string_view address) {
  if (address.substr(0, kMapped.size()) == kMapped && address.find('.') != std::string_view::npos)
    address.remove_prefix(kMapped.size());
  return address;
}

}  // namespace

std::string shortAddress(std::string_view address) {
  if (address.empty()) return "local";
  address = withoutMapping(address);
  if (const auto groups = parseV6(address); groups && address.find(':') != std::string_view::npos)
    return prefixOf(*groups, 3);
  const std::size_t dot = address.rfind('.');
  const bool plain = address.find_first_not_of("0123456789.") == std::string_view::npos;
  if (!plain || address.size() > kLongestV4 || std::count(address.begin(), address.end(), '.') != 3)
    return "unknown";
  return std::string(address.substr(0, dot)) + ".0/24";
}

std::string limitAddress(std::string_view address) {
  address = withoutMapping(address);
  if (const auto groups = parseV6(address); groups && address.find(':') != std::string_view::npos)
    return prefixOf(*groups, 4);
  return std::string(address.substr(0, 64));
}

}  // namespace syncing::hub
