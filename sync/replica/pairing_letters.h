#pragma once

#include <string>
#include <string_view>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "sync/replica/pairing_code.h"
#include "sync/wire/ids.h"

namespace syncing {

// What two devices write to each other while one is being added. Everything is sealed under a key
// made from the code, so whoever carries the letters learns nothing from them and can only lose
// them.
//
// The old device first commits to its keys, then the new one shows its own, then the old one shows
// what it had committed to. So somebody who knows the code and stands between them must choose keys
// before seeing what they have to match, and has one chance in 2^66 that the words agree.

/// Old to new, as soon as there is a code: the BLAKE2b-256 of the Reveal to come.
///   hello  := u8 format (1), commitment 32
struct PairingHello {
  wire::Digest commitment{};
  friend bool operator==(const PairingHello&, const PairingHello&) = default;
};

/// New to old: who wants to be added.
///   letter := u8 format (1), answers 32, device 16, signKey 32, boxKey 32, nonce 32, u8 length,
///             name, zeros up to 252 bytes in all
struct PairingLetter {
  wire::Digest answers{};  ///< BLAKE2b-256 of the hello
  wire::DeviceId device;
  wire::PublicKey signKey{};
  wire::PublicKey boxKey{};
  wire::Digest nonce{};
  std::string name;  ///< at most kMostNameText bytes
  friend bool operator==(const PairingLetter&, const PairingLetter&) = default;
};

/// Old to new: what it had committed to.
///   reveal := u8 format (1), vault 16, device 16, signKey 32, boxKey 32, nonce 32
struct PairingReveal {
  wire::VaultId vault;
  wire::DeviceId device;
  wire::PublicKey signKey{};
  wire::PublicKey boxKey{};
  wire::Digest nonce{};
  friend bool operator==(const PairingReveal&, const PairingReveal&) = default;
};

/// Old to new, once a person said that the words match.
///   answer := u8 format (1), statement 32, u32 length, box
struct PairingAnswer {
  wire::Digest statement{};  ///< the one that added the new device
  std::string box;           ///< every key, for the new device alone
  friend bool operator==(const PairingAnswer&, const PairingAnswer&) = default;
};

std::string encodeHello(const PairingHello& hello);
std::string encodeLetter(const PairingLetter& letter);
std::string encodeReveal(const PairingReveal& reveal);
std::string encodeAnswer(const PairingAnswer& answer);
/// Total: what encodes to these bytes again, or Corrupt; TooNew for a later format.
journal::Result<PairingHello> decodeHello(std::string_view bytes);
journal::Result<PairingLetter> decodeLetter(std::string_view bytes);
journal::Result<PairingReveal> decodeReveal(std::string_view bytes);
journal::Result<PairingAnswer> decodeAnswer(std::string_view bytes);

enum class LetterKind : std::uint8_t { Hello = 1, Letter = 2, Reveal = 3, Answer = 4 };

/// Where a letter of this kind is left.
struct Pigeonhole {
  wire::MailboxId box;
  int slot = 0;
};
Pigeonhole placeOf(const PairingCode& code, LetterKind kind);

/// Tied to its kind and place, so one letter cannot be passed off as another.
std::string sealLetter(const PairingCode& code, LetterKind kind, std::string_view letter,
                       journal::Random& random);
/// Corrupt for anything that was not sealed with this code as this kind.
journal::Result<std::string> openLetter(const PairingCode& code, LetterKind kind,
                                        std::string_view sealed);

}  // namespace syncing
