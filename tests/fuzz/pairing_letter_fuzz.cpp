// Any bytes are one of the letters of a pairing or an error; what decodes is exactly what would be
// written for it. The same bytes are tried as a typed code. Links: sync_replica.

#include <cstdint>
#include <string_view>

#include "sync/replica/pairing_letters.h"
#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto hello = syncing::decodeHello(bytes); hello.ok()) {
    fuzz::require(syncing::encodeHello(*hello) == bytes);
  }
  if (const auto letter = syncing::decodeLetter(bytes); letter.ok()) {
    fuzz::require(syncing::encodeLetter(*letter) == bytes);
  }
  if (const auto reveal = syncing::decodeReveal(bytes); reveal.ok()) {
    fuzz::require(syncing::encodeReveal(*reveal) == bytes);
  }
  if (const auto answer = syncing::decodeAnswer(bytes); answer.ok()) {
    fuzz::require(syncing::encodeAnswer(*answer) == bytes);
  }
  if (size > 64) return 0;
  const auto code = syncing::PairingCode::parse(journal::crypto::SecretString(bytes));
  if (code.ok()) {
    const auto shown = code->text();
    fuzz::require(syncing::PairingCode::parse(shown)->text().view() == shown.view());
  }
  return 0;
}
