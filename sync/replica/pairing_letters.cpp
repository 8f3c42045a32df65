#include "sync/replica/pairing_letters.h"

#include <algorithm>

#include "journal/base/bytes.h"
#include "journal/base/utf8.h"
#include "journal/crypto/envelope.h"
#include "journal/crypto/hash.h"
#include "sync/replica/device_statements.h"

namespace syncing {
namespace {

using journal::ByteReader;
using journal::ByteWriter;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::bytesOf;

constexpr std::uint8_t kLetterFormat = 1;
constexpr std::size_t kLetterBytes = 252;

Error badLetter() {
  return Error{ErrorCode::Corrupt, "pairing letter"};
}

/// Checks the format and that everything was read.
Result<void> wasWhole(std::uint8_t format, const ByteReader& in, bool isRight = true) {
  if (format > kLetterFormat) return Error{ErrorCode::TooNew, "pairing letter"};
  if (format != kLetterFormat || !in.whole() || !isRight) return badLetter();
  return {};
}

std::string letterContext(const PairingCode& code, LetterKind kind) {
  const Pigeonhole place = placeOf(code, kind);
  std::string context = "afternote pairing letter";
  ByteWriter(context)
      .put(static_cast<std::uint8_t>(kind))
      .put(place.box.bytes())
      .put(static_cast<std::uint8_t>(place.slot));
  return context;
}

Secret letterKey(const PairingCode& code) {
  return Secret::copyOf(code.derive("afternote pairing letters"));
}

}  // namespace

std::string encodeHello(const PairingHello& hello) {
  std::string out;
  ByteWriter(out).put(kLetterFormat).put(hello.commitment);
  return out;
}

Result<PairingHello> decodeHello(std::string_view bytes) {
  ByteReader in(bytes);
  const auto format = in.integer<std::uint8_t>();
  const PairingHello hello{in.array<32>()};
  J_CHECK(wasWhole(format, in));
  return hello;
}

std::string encodeLetter(const PairingLetter& letter) {
  std::string out;
  ByteWriter(out)
      .put(kLetterFormat)
      .put(letter.answers)
      .put(letter.device.bytes())
      .put(letter.signKey)
      .put(letter.boxKey)
      .put(letter.nonce)
      .put(static_cast<std::uint8_t>(letter.name.size()))
      .putRaw(letter.name);
  out.resize(kLetterBytes);
  return out;
}

Result<PairingLetter> decodeLetter(std::string_view bytes) {
  ByteReader in(bytes);
  PairingLetter letter;
  const auto format = in.integer<std::uint8_t>();
  letter.answers = in.array<32>();
  letter.device = in.id<wire::DeviceId>();
  letter.signKey = in.array<32>();
  letter.boxKey = in.array<32>();
  letter.nonce = in.array<32>();
  letter.name = std::string(in.raw(in.integer<std::uint8_t>()));
  const bool isPadded = in.raw(in.left()).find_first_not_of('\0') == std::string_view::npos;
  J_CHECK(wasWhole(format, in,
                   isPadded && bytes.size() == kLetterBytes &&
                       letter.name.size() <= kMostNameText && !letter.device.isNil() &&
                       journal::isValidUtf8(letter.name)));
  return letter;
}

std::string encodeReveal(const PairingReveal& reveal) {
  std::string out;
  ByteWriter(out)
      .put(kLetterFormat)
      .put(reveal.vault.bytes())
      .put(reveal.device.bytes())
      .put(reveal.signKey)
      .put(reveal.boxKey)
      .put(reveal.nonce);
  return out;
}

Result<PairingReveal> decodeReveal(std::string_view bytes) {
  ByteReader in(bytes);
  PairingReveal reveal;
  const auto format = in.integer<std::uint8_t>();
  reveal.vault = in.id<wire::VaultId>();
  reveal.device = in.id<wire::DeviceId>();
  reveal.signKey = in.array<32>();
  reveal.boxKey = in.array<32>();
  reveal.nonce = in.array<32>();
  J_CHECK(wasWhole(format, in));
  return reveal;
}

std::string encodeAnswer(const PairingAnswer& answer) {
  std::string out;
  ByteWriter(out).put(kLetterFormat).put(answer.statement).putSized(answer.box);
  return out;
}

Result<PairingAnswer> decodeAnswer(std::string_view bytes) {
  ByteReader in(bytes);
  PairingAnswer answer;
  const auto format = in.integer<std::uint8_t>();
  answer.statement = in.array<32>();
  answer.box = std::string(in.sized());
  J_CHECK(wasWhole(format, in));
  return answer;
}

Pigeonhole placeOf(const PairingCode& code, LetterKind kind) {
  // Hello and letter share a box, whose two slots are for the two sides.
  const std::string_view purpose = kind == LetterKind::Reveal   ? "afternote pairing box 2"
                                   : kind == LetterKind::Answer ? "afternote pairing box 3"
                                                                : "afternote pairing box 1";
  const auto digest = code.derive(purpose);
  wire::MailboxId::Bytes id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return {wire::MailboxId::fromBytes(id), kind == LetterKind::Letter ? 0 : 1};
}

std::string sealLetter(const PairingCode& code, LetterKind kind, std::string_view letter,
                       journal::Random& random) {
  const auto sealed = journal::crypto::seal(letterKey(code), bytesOf(letter),
                                            bytesOf(letterContext(code, kind)), random);
  return {sealed.begin(), sealed.end()};
}

Result<std::string> openLetter(const PairingCode& code, LetterKind kind, std::string_view sealed) {
  J_TRY(
      const std::vector<std::uint8_t> plain,
      journal::crypto::open(letterKey(code), bytesOf(sealed), bytesOf(letterContext(code, kind))));
  return std::string(plain.begin(), plain.end());
}

}  // namespace syncing
