// Any bytes are a framework, prompts or formats file, or give a sentence a person can act on.

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "journal/exchange/assets_json.h"
#include "journal/exchange/journal_json.h"
#include "journal/exchange/session_formats.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0: {
      const auto read = exchange::readFramework(bytes);
      J_ASSERT(read.ok() ? checkFramework(*read).ok() : !read.error().advice.empty());
      break;
    }
    case 1: {
      const auto read = exchange::readPrompts(bytes);
      J_ASSERT(read.ok() ? !read->sets.empty() : !read.error().advice.empty());
      break;
    }
    case 2: {
      const auto read = exchange::readSessionFormats(bytes);
      J_ASSERT(read.ok() ? !read->formats.empty() : !read.error().advice.empty());
      const auto one = exchange::readFormatFile(bytes);
      J_ASSERT(one.ok() ? exchange::readFormatFile(exchange::formatFile(*one)).ok()
                        : !one.error().advice.empty());
      break;
    }
    default: {
      std::istringstream in{std::string(bytes)};
      const auto none = [](auto) { return Result<void>(); };
      const auto read = exchange::importJournalJson(in, {none, none, none, none});
      J_ASSERT(read.ok() || !read.error().advice.empty());
    }
  }
  return 0;
}
