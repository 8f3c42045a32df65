// Entries of the op log and the records in them, over arbitrary bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "journal/store/log_entry.h"
#include "journal/store/record_codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace journal::store;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto entry = decodeEntry(bytes); entry.ok()) {
    if (encodeEntry(*entry) != bytes) std::abort();
    if (const auto record = decodeRecord(entry->kind, entry->value); record.ok()) {
      if (encodeRecord(*record) != entry->value) std::abort();
    }
  }
  // Without the frame, so that records are reached at once: two bytes of kind, then the value.
  if (size >= 2) {
    const auto kind = static_cast<std::uint16_t>(data[0] % (kLastKind + 2));
    const std::string_view value = bytes.substr(2);
    if (const auto record = decodeRecord(kind, value); record.ok()) {
      if (encodeRecord(*record) != value) std::abort();
    }
  }
  return 0;
}
