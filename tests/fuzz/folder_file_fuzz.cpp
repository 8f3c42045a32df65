// Any bytes in a shared folder are a file of ours or an error; what decodes is exactly what would
// be written for it, and its head says how long it is. Links: sync_transport.

#include <cstdint>
#include <string>
#include <string_view>

#include "journal/crypto/hash.h"
#include "sync/transport/folder_file.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

void fileIsTotal(std::string_view bytes) {
  const auto file = syncing::decodeFolderFile(bytes);
  if (!file.ok()) return;
  fuzz::require(syncing::encodeFolderFile(*file) == bytes);
  const auto head = syncing::readFolderHead(bytes.substr(0, syncing::kFolderHeadBytes));
  fuzz::require(head.kind == syncing::FolderHead::Kind::Ours && head.size == bytes.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fileIsTotal(bytes);
  // A fuzzer does not guess a length and a checksum: the bodies are behind them. The first byte is
  // the kind, the rest the body.
  if (size == 0) return 0;
  const std::string_view body = bytes.substr(1);
  std::string whole = "AFTRFLD\1";
  whole.push_back(static_cast<char>(data[0] % 5));
  for (int shift = 0; shift < 32; shift += 8) {
    whole.push_back(static_cast<char>(body.size() >> shift & 0xFF));
  }
  whole += body;
  const auto sum = journal::crypto::hash(journal::crypto::bytesOf(whole));
  whole.append(sum.begin(), sum.end());
  fileIsTotal(whole);
  return 0;
}
