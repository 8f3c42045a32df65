#include <utility>

#include "journal/base/utf8.h"
#include "journal/crypto/sealed_box.h"
#include "sync/replica/pairing.h"

namespace syncing {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

std::string_view textOfShare(const SecretMemory& share) {
  return {reinterpret_cast<const char*>(share.bytes().data()), share.size()};
}

Error nobodyWaits() {
  return Error{ErrorCode::NotFound, "pairing: no such code",
               "Nobody is waiting under that code. Check it against the other screen; after ten "
               "minutes it no longer works."};
}

Error usedBefore() {
  return Error{ErrorCode::Conflict, "pairing: code used",
               "That code has been used already. If it was not you, tell nobody the next one. Make "
               "a new code on the other device."};
}

Error changedOnTheWay() {
  return Error{ErrorCode::Corrupt, "pairing: a letter that is not of this code",
               "What the other device sent was changed on its way. This device was not added. Make "
               "a new code there, and try another network if it happens again."};
}

Error tookTooLong() {
  return Error{ErrorCode::Cancelled, "pairing: out of time",
               "The ten minutes are over, so the code no longer works. Make a new one on the other "
               "device."};
}

}  // namespace

JoiningDevice::JoiningDevice(PairingCode code, const Signer& signer, Secret boxSeed,
                             std::string_view name, std::int64_t nowMs, journal::Random& random)
    : random_(random),
      code_(std::move(code)),
      device_(signer.device()),
      signKey_(signer.publicKey()),
      boxSeed_(std::move(boxSeed)),
      deadlineMs_(nowMs + kPairingMs),
      name_(cutName(name)) {
  random.fill(nonce_);
}

SixWords JoiningDevice::words() const {
  J_ASSERT(reveal_.has_value());
  return wordsFor(code_, helloBytes_, letterBytes_, revealBytes_);
}

Result<void> JoiningDevice::look(wire::HubLink& link, std::int64_t nowMs) {
  if (stage_ == PairingStage::Stopped || stage_ == PairingStage::Done) return {};
  if (!isInTime(deadlineMs_, nowMs)) {
    stopBecause(tookTooLong());
    return {};
  }
  if (!hello_) J_CHECK(readHello(link));
  if (stage_ == PairingStage::Waiting && !hasWritten_) J_CHECK(write(link));
  if (stage_ == PairingStage::Waiting && !reveal_) J_CHECK(readReveal(link, nowMs));
  if (stage_ == PairingStage::Comparing) J_CHECK(readAnswer(link));
  return {};
}

Result<void> JoiningDevice::readHello(wire::HubLink& link) {
  const Pigeonhole place = placeOf(code_, LetterKind::Hello);
  J_TRY(const std::optional<std::string> sealed, link.takeLetter(place.box, place.slot));
  if (!sealed) return nobodyWaits();
  const auto bytes = openLetter(code_, LetterKind::Hello, *sealed);
  const auto hello = bytes.ok() ? decodeHello(*bytes) : Result<PairingHello>(bytes.error());
  if (!hello.ok()) {
    stopBecause(hello.error().code == ErrorCode::TooNew ? hello.error() : changedOnTheWay());
    return {};
  }
  hello_ = *hello;
  helloBytes_ = *bytes;
  PairingLetter letter;
  letter.answers = journal::crypto::hash(bytesOf(helloBytes_));
  letter.device = device_;
  letter.signKey = signKey_;
  letter.boxKey = journal::crypto::BoxKey::fromSeed(boxSeed_).publicKey();
  letter.nonce = nonce_;
  letter.name = name_;
  letterBytes_ = encodeLetter(letter);
  sealedLetter_ = sealLetter(code_, LetterKind::Letter, letterBytes_, random_);
  return {};
}

Result<void> JoiningDevice::write(wire::HubLink& link) {
  const Pigeonhole place = placeOf(code_, LetterKind::Letter);
  const auto left = link.leaveLetter(place.box, place.slot, sealedLetter_);
  if (!left.ok() && left.error().code == ErrorCode::Conflict && !mayHaveWritten_) {
    stopBecause(usedBefore());
    return {};
  }
  // After a broken connection the letter there may be ours: the reveal will tell.
  mayHaveWritten_ = true;
  if (!left.ok() && left.error().code != ErrorCode::Conflict) return left;
  hasWritten_ = true;
  return {};
}

Result<void> JoiningDevice::readReveal(wire::HubLink& link, std::int64_t nowMs) {
  const Pigeonhole place = placeOf(code_, LetterKind::Reveal);
  J_TRY(const std::optional<std::string> sealed, link.takeLetter(place.box, place.slot));
  if (!sealed) return {};
  const auto bytes = openLetter(code_, LetterKind::Reveal, *sealed);
  const auto reveal = bytes.ok() ? decodeReveal(*bytes) : Result<PairingReveal>(bytes.error());
  if (!reveal.ok() || journal::crypto::hash(bytesOf(*bytes)) != hello_->commitment) {
    stopBecause(changedOnTheWay());
    return {};
  }
  reveal_ = *reveal;
  revealBytes_ = *bytes;
  stage_ = PairingStage::Comparing;
  deadlineMs_ = nowMs + kPairingMs;
  return {};
}

Result<void> JoiningDevice::readAnswer(wire::HubLink& link) {
  const Pigeonhole place = placeOf(code_, LetterKind::Answer);
  J_TRY(const std::optional<std::string> sealed, link.takeLetter(place.box, place.slot));
  if (!sealed) return {};
  const auto bytes = openLetter(code_, LetterKind::Answer, *sealed);
  const auto answer = bytes.ok() ? decodeAnswer(*bytes) : Result<PairingAnswer>(bytes.error());
  if (!answer.ok()) {
    stopBecause(changedOnTheWay());
    return {};
  }
  answer_ = *answer;
  stage_ = PairingStage::Done;
  return {};
}

Result<Keyring> JoiningDevice::finish(const std::vector<wire::DeviceStatement>& statements) const {
  if (!answer_) return Error{ErrorCode::NotFound, "pairing: no answer yet"};
  const auto boxKey = journal::crypto::BoxKey::fromSeed(boxSeed_);
  J_TRY(const SecretMemory share, boxKey.open(bytesOf(answer_->box)));
  J_TRY(Keyring keyring,
        Keyring::join(device_, boxSeed_.clone(), reveal_->vault, textOfShare(share)));
  J_TRY(const DeviceList list, DeviceList::read(reveal_->vault, statements));
  if (list.foundingEpoch() != keyring.founding()) {
    return Error{ErrorCode::Corrupt, "pairing: keys of another journal"};
  }
  const ListedDevice* self = list.find(device_);
  if (self == nullptr || !self->isIn) return Error{ErrorCode::NotFound, "not on the list yet"};
  if (self->signKey != signKey_) return Error{ErrorCode::Corrupt, "listed with another key"};
  openBoxes(list, keyring);
  if (list.sealWith() && keyring.has(*list.sealWith())) J_CHECK(keyring.sealWith(*list.sealWith()));
  return keyring;
}

void JoiningDevice::stop() {
  if (stage_ == PairingStage::Stopped) return;
  stopBecause(Error{ErrorCode::Cancelled, "pairing: stopped", "This device was not added."});
}

void JoiningDevice::stopBecause(Error why) {
  stage_ = PairingStage::Stopped;
  whyStopped_ = std::move(why);
}

}  // namespace syncing
