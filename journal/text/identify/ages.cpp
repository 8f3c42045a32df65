#include <algorithm>
#include <array>
#include <string>

#include "journal/text/identify/searches.h"

namespace journal::text {
namespace {

constexpr std::array<std::string_view, 20> kNumberWords{
    "one",     "two",     "three",     "four",     "five",     "six",      "seven",
    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

/// 0 when it is no age of somebody young.
std::size_t ageAt(const Page& page, std::size_t at) {
  const std::string_view key = page.key(at);
  const auto* word = std::find(kNumberWords.begin(), kNumberWords.end(), key);
  if (word != kNumberWords.end()) return static_cast<std::size_t>(word - kNumberWords.begin()) + 1;
  if (key.empty() || key.size() > 2 || !page.word(at).isWord) return 0;
  std::size_t value = 0;
  for (const char c : key) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value <= 25 ? value : 0;
}

std::size_t birthdayAt(const Page& page, std::size_t at) {
  static constexpr std::array<std::string_view, 19> kOrdinals{
      "first",     "second",      "third",      "fourth",     "fifth",
      "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
      "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
      "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
  const std::string_view key = page.key(at);
  const auto* word = std::find(kOrdinals.begin(), kOrdinals.end(), key);
  if (word != kOrdinals.end()) return static_cast<std::size_t>(word - kOrdinals.begin()) + 1;
  if (key.size() < 3 || key.size() > 4 || key[0] < '1' || key[0] > '9') return 0;
  const std::size_t tens = static_cast<std::size_t>(key[0] - '0');
  return key.size() == 3 ? tens : tens * 10 + static_cast<std::size_t>(key[1] - '0');
}

/// The bands of the school phases, which the blur rules ask for.
const char* bandOf(std::size_t age) {
  if (age < 5) return "early years";
  if (age < 7) return "lower primary";
  if (age < 11) return "upper primary";
  if (age < 14) return "lower secondary";
  return age < 16 ? "upper secondary" : "post-16";
}

bool isOneOf(std::string_view key, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

class AgeSearch {
 public:
  explicit AgeSearch(Page& page) : page_(page) {}

  void run() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (!page_.free(at)) continue;
      const std::size_t birthday = birthdayAt(page_, at);
      if (birthday > 0 && page_.key(at + 1) == "birthday") {
        page_.add({at, at + 1}, IdentifierKind::Age, 0.95F, bandOf(birthday));
        continue;
      }
      const std::size_t age = ageAt(page_, at);
      if (age == 0) continue;
      const float confidence = std::max(saidAfter(at), saidBefore(at, age));
      if (confidence > 0) page_.add({at, at + 1}, IdentifierKind::Age, confidence, bandOf(age));
    }
  }

 private:
  /// Past a hyphen, so that "nine-year-old" reads as "nine year old".
  std::size_t next(std::size_t at) const { return page_.isMark(at + 1, "-") ? at + 2 : at + 1; }

  /// "nine years old", "9 yrs", "nine and a half", "9yo".
  float saidAfter(std::size_t at) const {
    std::size_t after = next(at);
    if (page_.key(after) == "and" && page_.key(after + 1) == "a") after += 3;
    if (isOneOf(page_.key(after), {"yo", "yr", "yrs", "y"}) && after != at + 1) return 0.9F;
    if (isOneOf(page_.key(after), {"year", "years", "yr", "yrs"})) {
      const std::size_t old = next(after);
      if (isOneOf(page_.key(old), {"old", "olds"})) return 0.97F;
      if (isOneOf(page_.key(old), {"young"})) return 0.9F;
    }
    if (isOneOf(page_.key(after), {"yo"})) return 0.95F;
    return isHalf(at) && saidBefore(at, 9) > 0 ? 0.9F : 0;
  }

  bool isHalf(std::size_t at) const {
    return page_.key(at + 1) == "and" && page_.key(at + 2) == "a" && page_.key(at + 3) == "half";
  }

  /// What follows makes a count of it: "is nine bars", "turned ten pages".
  bool isCount(std::size_t at) const {
    if (isHalf(at)) return false;
    const std::size_t after = at + 1;
    if (!page_.word(after).isWord)
      return isOneOf(page_.key(after), {"/", ":", "%"}) ||
             (page_.isMark(after, ".") && page_.word(after + 1).hasDigit &&
              !page_.word(after + 1).blankBefore);
    if (page_.is(after, WordClass::Preposition) || page_.is(after, WordClass::TakesPerson) ||
        page_.is(after, WordClass::Weekday))
      return page_.key(after) == "of" || page_.key(after) == "to" || page_.key(after) == "or";
    return !isOneOf(page_.key(after),
                    {"next", "this", "now", "today", "tomorrow", "yesterday", "last", "already",
                     "soon", "so", "the", "years", "he", "she", "they", "apparently", "i"});
  }

  float saidBefore(std::size_t at, std::size_t age) const {
    if (at == 0) return 0;
    std::size_t before = at - 1;
    if (page_.isMark(before, "(")) return inBrackets(at);
    const std::string_view key = page_.key(before);
    if (isOneOf(key, {"aged", "age", "ages"})) return 0.95F;
    if (age < 3) return 0;
    if (isOneOf(key, {"turned", "turns", "turning", "turn"})) return isCount(at) ? 0 : 0.95F;
    if (page_.isMark(before, ",")) return betweenCommas(at);
    bool only = false;
    while (before > 0 &&
           isOneOf(page_.key(before), {"only", "just", "barely", "nearly", "almost", "still", "now",
                                       "not", "even", "about", "all", "of"})) {
      only = true;
      --before;
    }
    return isBeing(before) && !isCount(at) ? (only ? 0.9F : 0.8F) : 0;
  }

  /// "she's nine", "he is 9", "they were seven", "when I was ten", "will be 16".
  bool isBeing(std::size_t at) const {
    const std::string_view key = page_.key(at);
    if (key == "be" || key == "being")
      return at > 0 && (isOneOf(page_.key(at - 1), {"ll", "will", "she'll", "he'll", "to", "d"}) ||
                        key == "being");
    if (at == 0) return false;
    if (isOneOf(key, {"s", "m", "re"}))
      return isSomebody(at - 1) || (page_.isMark(at - 1, "'") && isSomebody(at - 2));
    return isOneOf(key, {"is", "was", "were", "are", "am", "wasn't", "isn't", "hes", "shes"}) &&
           isSomebody(at - 1);
  }

  bool isSomebody(std::size_t at) const {
    return isOneOf(page_.key(at), {"he", "she", "they", "i", "who", "you"}) || page_.isPerson(at) ||
           page_.is(at, WordClass::Kin);
  }

  /// "Kai (9)", "her brother (nine)".
  float inBrackets(std::size_t at) const {
    const bool closed = page_.isMark(at + 1, ")") || page_.isMark(at + 1, ",");
    return at >= 2 && closed && (isSomebody(at - 2) || page_.couldBeName(at - 2)) ? 0.8F : 0;
  }

  /// "Kai, 9, came".
  float betweenCommas(std::size_t at) const {
    const bool closed = page_.isMark(at + 1, ",") || page_.isMark(at + 1, ".");
    return at >= 2 && closed && page_.isPerson(at - 2) ? 0.8F : 0;
  }

  Page& page_;
};

}  // namespace

void findAges(Page& page) {
  AgeSearch(page).run();
}

}  // namespace journal::text
