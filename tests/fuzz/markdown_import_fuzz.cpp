// Any bytes are a Markdown file: reading is total, and what was read writes and reads back equal.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "journal/domain/mention.h"
#include "journal/exchange/markdown_export.h"
#include "journal/exchange/markdown_import.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const exchange::ImportContext context;
  exchange::NameBook names({}, exchange::derivedIds("fuzz"));
  const auto read = exchange::readMarkdown({"2026-01-22 note.md", bytes}, context, names);
  if (!read.ok()) return 0;
  const std::string& text = read->item.reflection.text;
  J_ASSERT(sanitiseStored(text) == text);
  for (const Tag& tag : read->item.tags) {
    J_ASSERT(makePassage(text, tag.passage.begin, tag.passage.end).ok());
  }
  const std::string file = exchange::writeMarkdown(
      read->item, {NamesShown::Code, [&](NameId id) { return names.get(id); }});
  exchange::NameBook again({}, exchange::derivedIds("fuzz"));
  J_ASSERT(exchange::readMarkdown({"x.md", file}, context, again).ok());
  return 0;
}
