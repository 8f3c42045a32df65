#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::wire {

enum class StatementKind : std::uint8_t {
  Found = 1,   ///< the journal's first device, signed by itself
  Add = 2,     ///< another device, or the recovery key standing as one
  Remove = 3,  ///< `device` is no longer one of the journal's
  Epoch = 4,   ///< a new key: `epoch`, sealed to each device in `boxes`
};

/// An epoch key, sealed so that only one device can open it (crypto_box_seal to its box key).
struct KeyBox {
  DeviceId device;
  std::string sealed;
  friend bool operator==(const KeyBox&, const KeyBox&) = default;
};

/// One line of a journal's device list. The list is what these statements add up to: a set, each
/// naming the statements it was made after, so that two devices that speak at once contradict
/// nobody, and a hub or a folder can only leave statements out, never make one.
struct DeviceStatement {
  StatementKind kind = StatementKind::Add;
  VaultId vault;
  DeviceId device;            ///< whom it is about; of Epoch: the signer again
  PublicKey signKey{};        ///< Found, Add: Ed25519; zeros otherwise
  PublicKey boxKey{};         ///< Found, Add: X25519; zeros otherwise
  std::uint8_t recovery = 0;  ///< Found, Add: 1 when this is the recovery key
  std::string
      sealedName;  ///< Found, Add: what people call it, under the epoch key; at most 256 bytes
  std::int64_t atMs = 0;  ///< by the signer's clock; for people to read, never for deciding
  EpochId epoch;          ///< Found, Remove, Epoch: the key that begins here; nil otherwise
  std::vector<KeyBox>
      boxes;  ///< `epoch`, by device id; of Add: every epoch key the new device may have
  std::vector<Digest> after;  ///< digests of the newest statements that its maker knew, ascending
  DeviceId signer;
  Signature signature{};
  friend bool operator==(const DeviceStatement&, const DeviceStatement&) = default;
};

inline constexpr std::size_t kMostBoxes = 256;
inline constexpr std::size_t kMostBoxBytes = 64 * 1024;
inline constexpr std::size_t kMostNameBytes = 256;
inline constexpr std::size_t kMostAfter = 64;
inline constexpr std::size_t kMostStatementBytes = 256 * 1024;

/// Integers little-endian:
///   statement := u8 format (1), u8 kind, vault 16, device 16, signKey 32, boxKey 32, u8 recovery,
///                u32 length, sealedName, i64 at, epoch 16, u16 n, box*n, u16 n, digest*n, signer
///                16, signature 64
///   box       := device 16, u32 length, sealed
std::string encodeStatement(const DeviceStatement& statement);
/// Total: a statement that encodes to these bytes again, or Corrupt; TooNew for a later format.
journal::Result<DeviceStatement> decodeStatement(std::string_view bytes);
/// "afternote device list 1" and everything before the signature.
std::string signedPart(const DeviceStatement& statement);

}  // namespace syncing::wire
