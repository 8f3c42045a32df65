// Any bytes are the file of another journal: reading is total, and what it gives is stored text.

#include <cstdint>
#include <string>

#include "journal/domain/mention.h"
#include "journal/exchange/day_one.h"
#include "journal/exchange/joplin.h"
#include "journal/exchange/text_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal;
using namespace journal::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text =
      decodeText(std::string_view(reinterpret_cast<const char*>(data), size)).text;
  const ImportContext context;
  const NameBook names({}, derivedIds("fuzz"));
  const ImportControl control;
  for (const auto read : {importDayOne, importJrnlJson, importJrnlText}) {
    std::size_t taken = 0;
    const ReflectionSink sink = [&](const ImportedReflection& item) -> Result<void> {
      ++taken;
      fuzz::require(sanitiseStored(item.reflection.text) == item.reflection.text);
      fuzz::require(!item.reflection.text.empty() && item.reflection.lesson.date.ok());
      return {};
    };
    ImportRun run(context, names, sink, control);
    (void)read(text, "fuzz", run).ok();
    fuzz::require(run.report.taken == taken);
  }
  const ReflectionSink sink = [](const ImportedReflection&) { return Result<void>(); };
  ImportRun run(context, names, sink, control);
  fuzz::require(importJoplinItem(text, "fuzz", run).ok());
  return 0;
}
