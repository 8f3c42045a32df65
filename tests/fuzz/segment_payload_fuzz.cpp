// Any bytes are what a segment sealed or an error; what decodes is exactly what would be written
// for it. The first two bytes say how many entries it should have. Links: sync_replica.

#include <cstdint>
#include <string_view>

#include "sync/replica/segment_payload.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

void payloadIsTotal(std::string_view bytes, std::size_t entries) {
  const auto payload = syncing::decodePayload(bytes, entries);
  if (!payload.ok()) return;
  fuzz::require(payload->entries.size() == entries);
  fuzz::require(syncing::encodePayload(payload->heads, payload->entries) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t entries = (data[0] + 256U * data[1]) % 20;
  payloadIsTotal(bytes.substr(2), entries);
  // A fuzzer does not guess sizes: the rest of the decoder is behind them.
  const std::string_view content = bytes.substr(2);
  std::string whole(1, '\1');
  for (int shift = 0; shift < 32; shift += 8) {
    whole.push_back(static_cast<char>(content.size() >> shift & 0xFF));
  }
  whole += content;
  whole.resize(syncing::sealedSizeFor(content.size()) - 40);
  payloadIsTotal(whole, entries);
  return 0;
}
