#include "journal/base/html.h"

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "journal/base/utf8.h"

namespace journal {
namespace {

TEST(Html, OfAnyBytesHasNothingThatEndsAnAttributeOrBeginsAnElement) {
  constexpr std::uint64_t kSeed = 5;
  SCOPED_TRACE(kSeed);
  SeededRandom random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (std::uint64_t n = random.below(40); n > 0; --n) text += static_cast<char>(random.next());
    const std::string safe = escapeHtml(text);
    EXPECT_EQ(safe.find_first_of("<>\"'"), std::string::npos);
    EXPECT_EQ(safe.find('\0'), std::string::npos);
    EXPECT_EQ(repairUtf8(safe), safe);
  }
}

TEST(Html, KeepsWordsLinesAndLettersBeyondAscii) {
  EXPECT_EQ(escapeHtml("Si\xC3\xA2n said\n\t\xE2\x80\x9Cyes\xE2\x80\x9D"),
            "Si\xC3\xA2n said\n\t\xE2\x80\x9Cyes\xE2\x80\x9D");
  EXPECT_EQ(escapeHtml("<b>&\"'"), "&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(escapeHtml("a\x07\xFF"), "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace journal
