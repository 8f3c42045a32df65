// Any bytes are an archive: reading is total, and never goes past its limits.

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>

#include "journal/exchange/formats/readers.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string path = (std::filesystem::temp_directory_path() /
                                   ("afternote-archive-fuzz-" + std::to_string(::getpid())))
                                      .string();
  std::FILE* file = std::fopen(path.c_str(), "wb");
  fuzz::require(file != nullptr);
  std::fwrite(data, 1, size, file);
  std::fclose(file);
  ArchiveLimits limits;
  limits.itemBytes = 1 << 20;
  limits.totalBytes = 4 << 20;
  limits.items = 1000;
  std::size_t total = 0;
  const auto end = readArchive(path, limits,
                               {[](const std::string&) { return true; },
                                [&](const ArchiveItem& item) -> journal::Result<bool> {
                                  fuzz::require(item.bytes.size() <= limits.itemBytes);
                                  total += item.bytes.size();
                                  return true;
                                }});
  (void)end.ok();
  fuzz::require(total <= limits.totalBytes);
  std::remove(path.c_str());
  return 0;
}
