// What a person types, and what is found for it, for any bytes.
#include <string>
#include <vector>

#include "journal/base/utf8.h"
#include "journal/domain/search_query.h"
#include "journal/text/snippet.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::string_view typed = input.text();
  const std::string_view text = input.text();
  const std::vector<SearchTerm> terms = parseSearch(typed, size % 2 == 0);
  fuzz::require(terms.size() <= 32);
  for (const SearchTerm& term : terms) {
    fuzz::require(!term.words.empty() && term.words.size() <= 32);
    for (const std::string& word : term.words) {
      fuzz::require(!word.empty() && isValidUtf8(word));
      fuzz::require(word.find_first_of("\"*- ()") == std::string::npos);
    }
  }
  const text::Snippet snippet = text::makeSnippet(text, terms);
  fuzz::require(snippet.begin <= snippet.end && snippet.end <= text.size());
  fuzz::require(snippet.end - snippet.begin <= text::kSnippetBytes);
  std::size_t at = snippet.begin;
  for (const text::FoundRange& range : snippet.found) {
    fuzz::require(range.begin >= at && range.begin < range.end && range.end <= snippet.end);
    at = range.end;
  }
  return 0;
}
