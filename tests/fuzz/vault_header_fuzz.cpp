// Any bytes are a vault header or an error; what decodes is exactly what would be written for it.
// The same bytes are tried as a typed recovery key. Links: journal_crypto.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "journal/crypto/hash.h"
#include "journal/crypto/recovery_key.h"
#include "journal/crypto/vault_header.h"

namespace {

using namespace journal::crypto;

void headerIsTotal(std::span<const std::uint8_t> bytes) {
  const auto header = decodeHeader(bytes);
  if (!header.ok()) return;
  const auto again = encodeHeader(*header);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::uint8_t> bytes(data, size);
  headerIsTotal(bytes);
  // A fuzzer does not guess a checksum: the rest of the decoder is behind it.
  std::vector<std::uint8_t> summed(data, data + size);
  const Digest sum = hash(bytes);
  summed.insert(summed.end(), sum.begin(), sum.end());
  headerIsTotal(summed);
  if (size > 0 && size < 100) {
    const auto typed = SecretString({reinterpret_cast<const char*>(data), size});
    if (const auto key = parseRecoveryKey(typed); key.ok()) {
      const auto printed = parseRecoveryKey(formatRecoveryKey(*key));
      if (!printed.ok()) std::abort();
    }
  }
  return 0;
}
