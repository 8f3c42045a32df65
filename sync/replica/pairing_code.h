#pragma once

#include <array>
#include <string_view>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/crypto/secret.h"
#include "sync/wire/ids.h"

namespace syncing {

/// What an old device shows and a person types into the new one: 80 random bits that work once, for
/// ten minutes, written as four groups of four Crockford base32 characters.
class PairingCode {
 public:
  static PairingCode random(journal::Random& random);
  /// Forgiving as a recovery key is: any case, dashes and blanks anywhere, O as 0, I and L as 1.
  /// InvalidInput with advice for anything that is no code.
  static journal::Result<PairingCode> parse(const journal::crypto::SecretString& typed);

  /// "K7QF-3MWD-R9TP-2XHN"
  journal::crypto::SecretString text() const;
  /// What this code is the key to, named by `purpose`. Knowing one tells nothing of another.
  std::array<std::uint8_t, 32> derive(std::string_view purpose) const;

 private:
  using Bytes = journal::crypto::SecretBytes<10>;
  explicit PairingCode(Bytes bytes);
  Bytes bytes_;
  journal::crypto::Secret key_;
};

/// Six of the 2,048 words in assets/pairing_words.txt: the first 66 bits of `digest`.
using SixWords = std::array<std::string_view, 6>;
SixWords sixWords(const wire::Digest& digest);

}  // namespace syncing
