// Any bytes are a JSON Lines file: the import is total, and what it takes in can be stored.

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "journal/domain/mention.h"
#include "journal/exchange/reflections_jsonl.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  exchange::NameBook names({}, exchange::derivedIds("fuzz"));
  const auto report = exchange::importReflectionsJsonl(
      in, exchange::ImportContext{}, names, [](exchange::ImportedReflection item) -> Result<void> {
        const std::string& text = item.reflection.text;
        J_ASSERT(sanitiseStored(text) == text);
        for (const Tag& tag : item.tags) {
          J_ASSERT(makePassage(text, tag.passage.begin, tag.passage.end).ok());
          J_ASSERT(tag.quote ==
                   text.substr(tag.passage.begin, tag.passage.end - tag.passage.begin));
        }
        return {};
      });
  J_ASSERT(report.ok());
  return 0;
}
