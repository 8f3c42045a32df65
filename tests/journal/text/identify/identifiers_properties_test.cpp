// What holds for any text: seeded, so that a failure comes back.
#include <gtest/gtest.h>

#include <random>

#include "journal/base/utf8.h"
#include "tests/journal/text/identify/lists.h"

namespace journal::text {
namespace {

constexpr int kRounds = 1500;

/// Pieces that finding has to cope with: names, forms, marks, other scripts, emoji, damage.
const std::vector<std::string> kPieces{"Ayaan",
                                       "ayaan",
                                       "Mrs",
                                       "Key",
                                       "will",
                                       "Hope",
                                       "St",
                                       "'s",
                                       "\u2019s",
                                       "Primary",
                                       "the only",
                                       "girl",
                                       "in",
                                       "at",
                                       "nine",
                                       "years old",
                                       "14/3/2024",
                                       "July",
                                       "3rd",
                                       "07700 900377",
                                       "@",
                                       "a@b.org",
                                       "TR10 9ZZ",
                                       ".",
                                       ",",
                                       "(",
                                       ")",
                                       "-",
                                       "\n",
                                       " ",
                                       "\u200B",
                                       "\u00AD",
                                       "\u202E",
                                       "\u05D3\u05D5\u05D3",
                                       "\u0623\u062D\u0645\u062F",
                                       "\U0001F3BB",
                                       "\U0001F468\u200D\U0001F467",
                                       "\u0301",
                                       "\u0130",
                                       "\uFB01",
                                       "\xFF",
                                       "\xE2\x80",
                                       "Za\u017C\u00F3\u0142\u0107",
                                       "*",
                                       "_",
                                       "d'",
                                       "Bach",
                                       "sonata",
                                       "Keighley",
                                       "from",
                                       "foster",
                                       "care",
                                       "twins",
                                       "B",
                                       "flat",
                                       "&",
                                       "/",
                                       "1"};

class Texts {
 public:
  explicit Texts(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t most) { return random_() % most; }
  std::string next() {
    std::string text;
    for (std::size_t i = below(40); i > 0; --i) {
      text += kPieces[below(kPieces.size())];
      if (below(4) != 0) text += ' ';
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

TEST(AnyText, FindsAreInOrderWithinItAndNeverCutACodePoint) {
  Texts texts(1);
  for (int round = 0; round < kRounds; ++round) {
    const std::string text = texts.next();
    std::size_t last = 0;
    std::size_t free = 0;
    for (const Identifier& one : findIn(text, {"Ayaan Chaudhry", "Hope Key"})) {
      ASSERT_LE(last, one.begin) << text;
      ASSERT_LT(one.begin, one.end) << text;
      ASSERT_LE(one.end, text.size()) << text;
      ASSERT_TRUE(isBoundary(text, one.begin) && isBoundary(text, one.end)) << text;
      ASSERT_TRUE(one.confidence > 0 && one.confidence <= 1 && !one.suggestion.empty()) << text;
      last = one.begin;
      if (one.kind == IdentifierKind::Circumstance) continue;
      ASSERT_LE(free, one.begin) << text;
      free = one.end;
    }
  }
}

TEST(AnyText, IsFoundTheSameTwice) {
  Texts texts(2);
  for (int round = 0; round < kRounds / 5; ++round) {
    const std::string text = texts.next();
    ASSERT_EQ(findIn(text, {"Ayaan Chaudhry"}), findIn(text, {"Ayaan Chaudhry"})) << text;
  }
}

TEST(AnyText, AKnownNamePutAnywhereBetweenWordsIsFound) {
  Texts texts(3);
  for (int round = 0; round < kRounds; ++round) {
    const std::string before = texts.next() + "\n";
    const std::string text = before + "Thandolwethu " + texts.next();
    bool found = false;
    for (const Identifier& one : findIn(text, {"Thandolwethu Ncube"}))
      found = found || (one.begin <= before.size() && one.end >= before.size() + 12);
    ASSERT_TRUE(found) << text;
  }
}

/// What a tutor writes for somebody of that name.
std::vector<std::string> writtenForms(const std::string& first, const std::string& last) {
  const std::string initial(first.substr(0, decodeUtf8(first, 0).length));
  return {first,
          last,
          first + " " + last,
          initial + ". " + last,
          first + " " + last.substr(0, decodeUtf8(last, 0).length),
          initial + "\u200B" + first.substr(initial.size()),
          foldCase(first) + " " + foldCase(last)};
}

TEST(AnyKnownName, IsFoundInEveryFormInEverySentence) {
  const std::vector<std::pair<std::string, std::string>> names{{"Zo\u00EB", "O'Brien"},
                                                               {"Anne-Marie", "Baptiste"},
                                                               {"Will", "Young"},
                                                               {"May", "Green"},
                                                               {"Rose", "Marks"},
                                                               {"Al", "Fresco"},
                                                               {"Si\u00E2n", "Llewellyn-Jones"},
                                                               {"\u0141ukasz", "W\u00F3jcik"},
                                                               {"Bo", "Li"},
                                                               {"Mohammed", "Al-Amin"},
                                                               {"Faith", "Church"},
                                                               {"Sam", "Smith"},
                                                               {"Major", "Thompson"},
                                                               {"Harmony", "Wells"},
                                                               {"\u0218tefan", "Ionescu"}};
  for (const auto& [first, last] : names) {
    for (const std::string& form : writtenForms(first, last)) {
      for (const char* before :
           {"I sat with ", "We gave ", "Today ", "Lovely work from ", "Then came "}) {
        const std::string text = before + form + " the solo, and it worked.";
        const std::size_t begin = std::string(before).size();
        const auto found = findIn(text, {first + " " + last});
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_EQ(found[0].kind, IdentifierKind::Person) << text;
        EXPECT_EQ(found[0].begin, begin) << text;
        EXPECT_GE(found[0].end, begin + form.size()) << text;
      }
    }
  }
}

}  // namespace
}  // namespace journal::text
