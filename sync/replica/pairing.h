#pragma once

#include <optional>
#include <string>

#include "sync/replica/device_statements.h"
#include "sync/replica/pairing_letters.h"
#include "sync/wire/hub_link.h"

namespace syncing {

// Adding a device (security.md 3.3): the code is shown on the old device and typed on the new one,
// never the other way round, so nobody can be talked into adding a stranger's device by typing a
// code that was sent to them. Nothing that opens the journal leaves the old device before a person
// said that both show the same six words.
//
// `random` is the operating system's outside tests, and must outlive the object.
//
// Both classes are driven by `look`, again and again; it asks the link once and never waits. Errors
// of the link leave everything as it was: look again. Anything else that goes wrong stops for good,
// with the reason; a new code is then needed.

enum class PairingStage : std::uint8_t {
  Waiting,    ///< for the other side
  Comparing,  ///< both show words
  Agreed,     ///< they match: what follows from it is on its way
  Done,
  Stopped,  ///< see whyStopped()
};

inline constexpr std::int64_t kPairingMs = std::int64_t{10} * 60 * 1000;

/// The words of both sides, over everything they wrote before.
SixWords wordsFor(const PairingCode& code, std::string_view hello, std::string_view letter,
                  std::string_view reveal);
/// False when ten minutes before `deadlineMs` are over, or the clock was set back past them.
bool isInTime(std::int64_t deadlineMs, std::int64_t nowMs);

/// The device that is one of the journal's.
class AddingDevice {
 public:
  /// Makes a code that works for ten minutes from `nowMs`.
  AddingDevice(const Keyring& keyring, const Signer& signer, std::int64_t nowMs,
               journal::Random& random);

  /// To be shown, and the hub's address with it.
  journal::crypto::SecretString code() const { return code_.text(); }
  std::int64_t expiresAtMs() const { return deadlineMs_; }
  PairingStage stage() const { return stage_; }
  /// With advice for a person. Only when Stopped.
  const std::optional<journal::Error>& whyStopped() const { return whyStopped_; }
  /// When Comparing or later: the six words, and what the new device calls itself.
  SixWords words() const;
  const std::string& newcomerName() const { return letter_->name; }

  /// Sends what is to be sent and reads what has come. Only errors of the link.
  journal::Result<void> look(wire::HubLink& link, std::int64_t nowMs);

  /// The person said that the words match: makes the statement that adds the device. It goes out
  /// with the next `look`. Errors as addDevice's, which change nothing; Conflict when there is
  /// nothing to agree to.
  journal::Result<wire::DeviceStatement> agree(const Maker& maker);
  /// The person said that they differ, or gave up.
  void stop();

 private:
  journal::Result<void> greet(wire::HubLink& link);
  journal::Result<void> readLetter(wire::HubLink& link);
  journal::Result<void> reveal(wire::HubLink& link, std::int64_t nowMs);
  journal::Result<void> deliver(wire::HubLink& link);
  void stopBecause(journal::Error why);

  journal::Random& random_;
  PairingCode code_;
  std::int64_t deadlineMs_;
  PairingStage stage_ = PairingStage::Waiting;
  std::optional<journal::Error> whyStopped_;
  std::string reveal_;
  std::string hello_;
  std::string sealedHello_;  ///< sealed once: sending again sends the same
  std::string sealedReveal_;
  bool hasGreeted_ = false;
  std::optional<PairingLetter> letter_;
  std::string letterBytes_;
  std::optional<wire::DeviceStatement> statement_;
  std::string sealedAnswer_;
};

/// The device that wants to be one of the journal's.
class JoiningDevice {
 public:
  /// `signer` signs this device's log, `boxSeed` makes the key that only it opens boxes with: keep
  /// that first, so that a program that ends halfway can go on (keyringFromList).
  JoiningDevice(PairingCode code, const Signer& signer, Secret boxSeed, std::string_view name,
                std::int64_t nowMs, journal::Random& random);

  PairingStage stage() const { return stage_; }
  const std::optional<journal::Error>& whyStopped() const { return whyStopped_; }
  /// When Comparing or later.
  SixWords words() const;
  /// When Comparing or later: the journal that it would join.
  wire::VaultId vault() const { return reveal_->vault; }

  /// Sends what is to be sent and reads what has come. Errors of the link, and NotFound with advice
  /// when nobody waits under this code (mistyped, or older than ten minutes).
  journal::Result<void> look(wire::HubLink& link, std::int64_t nowMs);
  void stop();

  /// When Done, and the person said that the words match on this device too: the keys, once
  /// `statements` (the journal's device list) show this device on it. NotFound while they do not:
  /// ask again later. Corrupt when they are of another journal than the keys.
  journal::Result<Keyring> finish(const std::vector<wire::DeviceStatement>& statements) const;

 private:
  journal::Result<void> readHello(wire::HubLink& link);
  journal::Result<void> write(wire::HubLink& link);
  journal::Result<void> readReveal(wire::HubLink& link, std::int64_t nowMs);
  journal::Result<void> readAnswer(wire::HubLink& link);
  void stopBecause(journal::Error why);

  journal::Random& random_;
  PairingCode code_;
  wire::DeviceId device_;
  wire::PublicKey signKey_{};
  Secret boxSeed_;
  std::int64_t deadlineMs_;
  PairingStage stage_ = PairingStage::Waiting;
  std::optional<journal::Error> whyStopped_;
  wire::Digest nonce_{};
  std::string name_;
  std::optional<PairingHello> hello_;
  std::string helloBytes_;
  std::string letterBytes_;
  std::string sealedLetter_;
  bool mayHaveWritten_ = false;
  bool hasWritten_ = false;
  std::optional<PairingReveal> reveal_;
  std::string revealBytes_;
  std::optional<PairingAnswer> answer_;
};

}  // namespace syncing
