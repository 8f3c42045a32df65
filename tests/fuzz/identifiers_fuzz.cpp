// What could identify somebody, in any bytes, with any names known.
#include <string>
#include <vector>

#include "journal/base/utf8.h"
#include "journal/text/identify/known_people.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/journal/text/identify/lists.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::vector<std::string> roster{std::string(input.text()), std::string(input.text())};
  const std::string_view text = input.text();
  // A stray continuation byte is read as a code point, and is none to isBoundary.
  const bool wellFormed = isValidUtf8(text);
  std::size_t last = 0;
  for (const text::Identifier& one : text::findIn(text, roster)) {
    fuzz::require(one.begin >= last && one.begin < one.end && one.end <= text.size());
    fuzz::require(!wellFormed || (isBoundary(text, one.begin) && isBoundary(text, one.end)));
    fuzz::require(one.confidence > 0 && one.confidence <= 1 && !one.suggestion.empty());
    last = one.begin;
  }
  text::Gazetteers lists;
  const bool words = lists.addWords(text).ok();
  const bool phrases = lists.addCircumstances(text).ok();
  if (words || phrases) {
    for (const text::Identifier& one :
         text::findIdentifiers(text, text::KnownPeople(roster, lists), lists))
      fuzz::require(one.end <= text.size());
  }
  return 0;
}
