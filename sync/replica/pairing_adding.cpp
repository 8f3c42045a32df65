#include <utility>

#include "journal/crypto/sealed_box.h"
#include "sync/replica/pairing.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

wire::Digest randomDigest(journal::Random& random) {
  wire::Digest digest{};
  random.fill(digest);
  return digest;
}

/// A slot is written once; when it is taken after all, what lies there is ours from a time when the
/// answer was lost, or the other side will not be able to open it.
Result<void> leaveOnce(wire::HubLink& link, const Pigeonhole& place, const std::string& letter) {
  const auto left = link.leaveLetter(place.box, place.slot, letter);
  if (!left.ok() && left.error().code != ErrorCode::Conflict) return left;
  return {};
}

Error ranOut() {
  return Error{ErrorCode::Cancelled, "pairing: out of time",
               "The ten minutes are over, so the code no longer works. Make a new one."};
}

Error tamperedOnTheWay() {
  return Error{ErrorCode::Corrupt, "pairing: a letter that is not of this code",
               "What the new device sent was changed on its way. Nothing was added. Make a new "
               "code, and try another network if it happens again."};
}

}  // namespace

SixWords wordsFor(const PairingCode& code, std::string_view hello, std::string_view letter,
                  std::string_view reveal) {
  const Secret key = Secret::copyOf(code.derive("afternote pairing words"));
  journal::crypto::Hasher hasher(key);
  for (const std::string_view part : {hello, letter, reveal}) {
    hasher.update(journal::crypto::hash(bytesOf(part)));
  }
  return sixWords(hasher.finish());
}

bool isInTime(std::int64_t deadlineMs, std::int64_t nowMs) {
  return nowMs < deadlineMs && nowMs >= deadlineMs - 2 * kPairingMs;
}

AddingDevice::AddingDevice(const Keyring& keyring, const Signer& signer, std::int64_t nowMs,
                           journal::Random& random)
    : random_(random), code_(PairingCode::random(random)), deadlineMs_(nowMs + kPairingMs) {
  reveal_ = encodeReveal({keyring.vault(), signer.device(), signer.publicKey(),
                          keyring.boxKey().publicKey(), randomDigest(random)});
  hello_ = encodeHello({journal::crypto::hash(bytesOf(reveal_))});
  sealedHello_ = sealLetter(code_, LetterKind::Hello, hello_, random);
  sealedReveal_ = sealLetter(code_, LetterKind::Reveal, reveal_, random);
}

SixWords AddingDevice::words() const {
  J_ASSERT(letter_.has_value());
  return wordsFor(code_, hello_, letterBytes_, reveal_);
}

Result<void> AddingDevice::look(wire::HubLink& link, std::int64_t nowMs) {
  if (stage_ == PairingStage::Stopped || stage_ == PairingStage::Done) return {};
  if (stage_ == PairingStage::Agreed) return deliver(link);
  if (!isInTime(deadlineMs_, nowMs)) {
    stopBecause(ranOut());
    return {};
  }
  if (!hasGreeted_) J_CHECK(greet(link));
  if (stage_ == PairingStage::Waiting && !letter_) J_CHECK(readLetter(link));
  if (stage_ == PairingStage::Waiting && letter_) J_CHECK(reveal(link, nowMs));
  return {};
}

Result<void> AddingDevice::greet(wire::HubLink& link) {
  const Pigeonhole place = placeOf(code_, LetterKind::Hello);
  J_CHECK(leaveOnce(link, place, sealedHello_));
  hasGreeted_ = true;
  return {};
}

Result<void> AddingDevice::readLetter(wire::HubLink& link) {
  const Pigeonhole place = placeOf(code_, LetterKind::Letter);
  J_TRY(const std::optional<std::string> sealed, link.takeLetter(place.box, place.slot));
  if (!sealed) return {};
  const auto bytes = openLetter(code_, LetterKind::Letter, *sealed);
  auto letter = bytes.ok() ? decodeLetter(*bytes) : Result<PairingLetter>(bytes.error());
  if (!letter.ok() && letter.error().code == ErrorCode::TooNew) {
    stopBecause(letter.error());
    return {};
  }
  if (!letter.ok() || letter->answers != journal::crypto::hash(bytesOf(hello_))) {
    stopBecause(tamperedOnTheWay());
    return {};
  }
  letter_ = std::move(*letter);
  letterBytes_ = *bytes;
  return {};
}

Result<void> AddingDevice::reveal(wire::HubLink& link, std::int64_t nowMs) {
  J_CHECK(leaveOnce(link, placeOf(code_, LetterKind::Reveal), sealedReveal_));
  stage_ = PairingStage::Comparing;
  deadlineMs_ = nowMs + kPairingMs;  // the code is used up; this is time to compare
  return {};
}

Result<wire::DeviceStatement> AddingDevice::agree(const Maker& maker) {
  if (stage_ != PairingStage::Comparing) {
    return Error{ErrorCode::Conflict, "pairing: nothing to agree to"};
  }
  J_TRY(wire::DeviceStatement statement,
        addDevice(maker, {letter_->device, letter_->signKey, letter_->boxKey, letter_->name}));
  const SecretMemory share = maker.keyring.share();
  J_TRY(const std::vector<std::uint8_t> box,
        journal::crypto::sealTo(letter_->boxKey, share.bytes(), random_));
  const PairingAnswer answer{digestOf(statement), std::string(box.begin(), box.end())};
  sealedAnswer_ = sealLetter(code_, LetterKind::Answer, encodeAnswer(answer), random_);
  statement_ = statement;
  stage_ = PairingStage::Agreed;
  return statement;
}

Result<void> AddingDevice::deliver(wire::HubLink& link) {
  J_CHECK(link.state(*statement_));
  J_CHECK(leaveOnce(link, placeOf(code_, LetterKind::Answer), sealedAnswer_));
  stage_ = PairingStage::Done;
  return {};
}

void AddingDevice::stop() {
  if (stage_ == PairingStage::Agreed || stage_ == PairingStage::Done) return;
  stopBecause(Error{ErrorCode::Cancelled, "pairing: stopped", "Nothing was added."});
}

void AddingDevice::stopBecause(Error why) {
  stage_ = PairingStage::Stopped;
  whyStopped_ = std::move(why);
}

}  // namespace syncing
