// Passages through any change of any bytes: the diff is right, and what comes back is a passage or
// has collapsed.
#include <string>
#include <vector>

#include "journal/domain/passage.h"
#include "tests/fuzz/fuzz_input.h"

using namespace journal;

namespace {

std::string applied(std::string_view before, std::string_view after,
                    const std::vector<Edit>& edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    fuzz::require(edit.at >= at && edit.at + edit.removed <= before.size());
    result += before.substr(at, edit.at - at);
    fuzz::require(result.size() + edit.inserted <= after.size());
    result += after.substr(result.size(), edit.inserted);
    at = edit.at + edit.removed;
  }
  result += before.substr(at);
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  std::vector<Passage> passages;
  for (int i = 0; i < 3; ++i) {
    const std::size_t begin = input.number(300);
    passages.push_back({begin, begin + input.number(100)});
  }
  const std::string_view before = input.text();
  const std::string_view after = input.text();
  const std::vector<Edit> edits = diff(before, after);
  fuzz::require(applied(before, after, edits) == after);
  fuzz::require(edits.empty() == (before == after));
  const std::vector<Passage> now = rebaseAll(passages, before, after);
  fuzz::require(now.size() == passages.size());
  for (const Passage& passage : now) {
    fuzz::require(passage.begin <= passage.end && passage.end <= after.size());
    fuzz::require(passage.begin == passage.end ||
                  makePassage(after, passage.begin, passage.end).ok());
  }
  return 0;
}
