#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::wire {

/// Who sends a request, signed so that nobody can send another, or this one again
/// (security.md 4.3).
struct RequestAuth {
  DeviceId device;
  ServiceId service;  ///< whose hub is meant; nil when enrolling, which is how one learns it
  std::int64_t createdMs = 0;
  std::array<std::uint8_t, 16> nonce{};
  Signature signature{};
  friend bool operator==(const RequestAuth&, const RequestAuth&) = default;
};

/// How far a request's clock may be off.
inline constexpr std::chrono::seconds kRequestWindow{300};
/// How long a hub remembers a nonce: a request made at one end of the window is not taken again at
/// the other.
inline constexpr std::chrono::seconds kNonceMemory{600};

/// The Authorization field: "Afternote " and the hex of
///   u8 format (1), device 16, service 16, i64 created, nonce 16, signature 64
std::string encodeAuth(const RequestAuth& auth);
/// Total: what encodes to this text again, or Corrupt.
journal::Result<RequestAuth> decodeAuth(std::string_view text);
/// What the signature is over: "afternote request 1", method and target with their lengths, the
/// BLAKE2b-256 digest of the body, and the rest of `auth`.
std::string signedPart(std::string_view method, std::string_view target, const Digest& body,
                       const RequestAuth& auth);

}  // namespace syncing::wire
