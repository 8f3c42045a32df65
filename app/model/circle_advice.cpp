#include "app/model/circle_advice.h"

#include <algorithm>
#include <array>
#include <string>

#include "journal/base/utf8.h"

namespace app::model {
namespace {

constexpr std::array<std::string_view, 12> kBeginnings = {
    "you could",           "you should",    "you might",    "have you tried",
    "have you thought of", "i would",       "i'd",          "i’d",
    "why don't you",       "why don’t you", "what i do is", "how about you"};

}  // namespace

bool readsLikeAdvice(std::string_view line) {
  const std::string_view words = journal::trimmed(line);
  // Too little to tell: a question may still become one.
  if (std::count(words.begin(), words.end(), ' ') < 2) return false;
  const std::string folded = journal::foldCase(words);
  const bool begins = std::any_of(
      kBeginnings.begin(), kBeginnings.end(),
      [&folded](std::string_view start) { return folded.compare(0, start.size(), start) == 0; });
  return begins || words.find('?') == std::string_view::npos;
}

}  // namespace app::model
