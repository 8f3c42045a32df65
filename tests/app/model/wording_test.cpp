#include "app/model/wording.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>

namespace {

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The string literals of one table.
std::string wordsOf(const std::string& table) {
  std::ifstream file(AFTERNOTE_SOURCE_DIR "/app/model/" + table);
  std::stringstream all;
  all << file.rdbuf();
  const std::string text = all.str();
  std::string words;
  std::size_t at = text.find("namespace app::tr");
  bool inside = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') {
      inside = !inside;
      words += '\n';
    } else if (inside) {
      words += text[at];
    }
  }
  return words;
}
std::string shownWords() {
  return wordsOf("wording.h") + wordsOf("write_words.h");
}

TEST(Wording, NeverBlamesAndNeverShouts) {
  const std::string words = lowered(shownWords());
  ASSERT_GT(words.size(), 1000U);
  for (const char* banned : {"invalid", "failed", "error", "oops", "!"}) {
    EXPECT_EQ(words.find(banned), std::string::npos) << banned;
  }
}

TEST(Wording, EveryErrorCodeHasASentence) {
  for (int code = 0; code <= static_cast<int>(journal::ErrorCode::Internal); ++code) {
    const journal::Error error{static_cast<journal::ErrorCode>(code), "detail 42"};
    const std::string sentence = app::tr::sentence(error);
    EXPECT_GT(sentence.size(), 10U);
    EXPECT_EQ(sentence.find("42"), std::string::npos) << "detail is for the log";
    EXPECT_EQ(lowered(sentence).find("error"), std::string::npos);
  }
}

TEST(Wording, AdviceOfTheFailingCodeWins) {
  const journal::Error error{journal::ErrorCode::Io, "x", "Free some space first."};
  EXPECT_EQ(app::tr::sentence(error), "Free some space first.");
}

}  // namespace
