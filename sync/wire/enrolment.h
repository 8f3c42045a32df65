#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::wire {

/// What a tutor is given to become one of a service's people: "sv1:<host>[:port]:<pin>:<code>".
struct Enrolment {
  std::string host;  ///< a name or an address, as in a URL ("[::1]" for IPv6)
  std::uint16_t port = kUsualPort;
  Digest pin{};      ///< SHA-256 of the hub's public key (DER), in hex in the text
  std::string code;  ///< as normalCode gives it

  static constexpr std::uint16_t kUsualPort = 8443;
  friend bool operator==(const Enrolment&, const Enrolment&) = default;
};

std::string formatEnrolment(const Enrolment& enrolment);
/// Blanks around it do not matter, nor the case of pin and code. InvalidInput, with advice, for
/// anything else.
journal::Result<Enrolment> parseEnrolment(std::string_view text);

/// 60 bits as "XXXX-XXXX-XXXX" in Crockford's base 32, the first four bits of `bytes` left out.
std::string codeFrom(const std::array<std::uint8_t, 8>& bytes);
/// A code as somebody typed it, in the one way it is hashed: blanks and dashes do not matter, nor
/// case; O is 0, I and L are 1. Nullopt when it is none.
std::optional<std::string> normalCode(std::string_view typed);

}  // namespace syncing::wire
