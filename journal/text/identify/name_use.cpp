#include "journal/text/identify/name_use.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace journal::text {
namespace {

template <std::size_t N>
bool isAmong(std::string_view key, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// After these a word is a verb or a thing, not somebody: "I hope", "to mark", "could chase".
constexpr std::array<std::string_view, 34> kBeforeVerb{
    "i",      "we",      "you",   "they",   "he",    "she",    "it",     "who",   "not",
    "ll",     "d",       "ve",    "can",    "could", "would",  "should", "must",  "don't",
    "didn't", "doesn't", "won't", "can't",  "never", "always", "also",   "gonna", "wanna",
    "please", "just",    "lost",  "losing", "lose",  "giving", "without"};
/// And after these an ordinary noun.
constexpr std::array<std::string_view, 14> kNounBefore{"in",   "on",   "of",   "by",  "up",
                                                       "into", "full", "got",  "at",  "through",
                                                       "key",  "pure", "more", "much"};
/// Done to people, hardly ever to things.
constexpr std::array<std::string_view, 16> kTelling{
    "gave",   "give", "told",   "tell",    "asked",    "ask",      "thanked", "thank",
    "phoned", "rang", "texted", "emailed", "messaged", "reminded", "invited", "paired"};
/// The same in the past: "boots put a clip".
constexpr std::array<std::string_view, 5> kUnchanging{"put", "read", "let", "hit", "cut"};
constexpr std::array<std::string_view, 16> kAdverbs{
    "just",    "really", "still",    "then",    "also", "never", "always",   "simply",
    "finally", "even",   "suddenly", "quietly", "both", "only",  "actually", "already"};
constexpr std::array<std::string_view, 12> kAfterName{"who",   "whose",  "bless", "meanwhile",
                                                      "our",   "always", "still", "too",
                                                      "don't", "my",     "aged",  "age"};
/// Names that are verbs too: only of these is "Hope she", "Mark the" no name.
constexpr std::array<std::string_view, 25> kVerbNames{
    "will", "may",  "mark", "hope", "rob",   "chase",  "grant",  "drew",    "rose",
    "pat",  "sue",  "bob",  "skip", "wade",  "chance", "praise", "promise", "comfort",
    "bill", "nick", "josh", "dawn", "grace", "pip",    "jack"};
constexpr std::array<std::string_view, 16> kParticles{"van", "von", "de", "der", "den", "da",
                                                      "dos", "du",  "la", "le",  "al",  "el",
                                                      "bin", "ibn", "ap", "ab"};

bool isArticle(const Page& page, std::size_t at) {
  return page.is(at, WordClass::Determiner);
}

/// A capital that only a name explains.
bool isMarked(const Page& page, std::size_t at) {
  return page.word(at).capital && !page.word(at).opens && !page.caseless();
}

int scoreBefore(const Page& page, std::size_t at) {
  if (at == 0 || (page.word(at).opens && !page.caseless())) return 0;
  const std::size_t before = at - 1;
  if (page.word(at).opens && !page.word(before).isWord) return 0;
  if (page.is(before, WordClass::Title)) return 3;
  if (page.is(before, WordClass::Kin) || page.is(before, WordClass::Role)) return 2;
  if (page.key(before) == "called" || page.key(before) == "named") return 3;
  if (page.isMark(before, ",") && at >= 2 &&
      (page.is(at - 2, WordClass::Kin) || page.is(at - 2, WordClass::Role)))
    return 3;
  const bool joined = page.key(before) == "and" || page.isMark(before, "&") ||
                      page.isMark(before, ",") || page.key(before) == "or";
  if (joined && at >= 2 && page.isPerson(at - 2)) return 3;
  if (isAmong(page.key(before), kBeforeVerb)) return isMarked(page, at) ? 0 : -4;
  if (isAmong(page.key(before), kTelling)) return 2;
  if (isArticle(page, before)) return -3;
  if (isAmong(page.key(before), kNounBefore)) return -2;
  return page.is(before, WordClass::TakesPerson) ? 1 : 0;
}

/// "Will she", "May we need", "Mark the pedal", "Hope you": the word is a verb.
int verbUse(const Page& page, std::size_t at) {
  const std::size_t next = at + 1;
  if (!page.word(next).isWord || isMarked(page, at)) return 0;
  if (at > 0 && isAmong(page.key(at - 1), kTelling)) return 0;
  if (isAmong(page.key(next), kUnchanging)) return page.key(at) == "will" ? -2 : 2;
  if (page.is(next, WordClass::Verb)) return page.is(next, WordClass::ModalVerb) ? -1 : 2;
  if (!isAmong(page.key(at), kVerbNames)) return 0;
  if (page.is(next, WordClass::Pronoun) || isArticle(page, next)) return -3;
  if (page.is(next, WordClass::ModalVerb)) return -3;
  return page.key(next) == "of" || page.key(next) == "to" ? -2 : 0;
}

int scoreAfter(const Page& page, std::size_t at) {
  const std::size_t next = at + 1;
  if (page.isMark(next, "'") && page.key(at + 2) == "s") return 2;
  if (page.key(next) == "s" && !page.word(next).blankBefore) return 2;
  if (page.isMark(next, ",") && isAmong(page.key(at + 2), kAfterName)) return 2;
  if (page.isMark(next, "(") &&
      (page.is(at + 2, WordClass::Role) || page.is(at + 3, WordClass::Role) ||
       page.is(at + 2, WordClass::Kin) || page.is(at + 2, WordClass::Number) ||
       page.word(at + 2).hasDigit))
    return 2;
  const bool pair = page.key(next) == "and" || page.isMark(next, "&") || page.isMark(next, "+");
  const bool joined = pair || page.isMark(next, ",") || page.isMark(next, "/");
  if (joined && page.couldBeName(at + 2) && page.is(at + 2, WordClass::Given) &&
      !page.is(at + 2, WordClass::Word))
    return pair ? 3 : 2;  // "River and Tegan": what opens with somebody is somebody
  // "Art: brilliant feel": a line of notes about somebody.
  if (page.isMark(next, ":") && page.word(at).capital && page.is(at, WordClass::Given) &&
      !page.is(at, WordClass::Month) && page.follows(at) && page.word(at + 2).blankBefore)
    return 2;
  if (isAmong(page.key(next), kAdverbs) && page.is(at + 2, WordClass::Verb)) return 2;
  const int verb = verbUse(page, at);
  if (verb != 0) return verb;
  return page.is(next, WordClass::Verb) ? 2 : 0;
}

/// "in May", "May 4th": a month after all.
int monthUse(const Page& page, std::size_t at) {
  if (!page.is(at, WordClass::Month)) return 0;
  const std::size_t before = at - 1;
  const bool number = page.word(at + 1).hasDigit || (at > 0 && page.word(before).hasDigit);
  const bool dated =
      at > 0 &&
      (page.key(before) == "in" || page.key(before) == "since" || page.key(before) == "by" ||
       page.key(before) == "until" || page.key(before) == "of" || page.key(before) == "early" ||
       page.key(before) == "late" || page.key(before) == "last" || page.key(before) == "next");
  return number || dated ? -6 : 0;
}

bool continuesName(const Page& page, std::size_t at) {
  if (!page.free(at) || !page.couldBeName(at)) return false;
  if (page.caseless())
    return page.is(at, WordClass::Surname) && !page.is(at, WordClass::Word) &&
           !page.is(at, WordClass::Given);
  if (page.is(at, WordClass::Weekday) || page.is(at, WordClass::SchoolHead)) return false;
  if (page.is(at, WordClass::Known) && !page.is(at, WordClass::Surname)) return false;
  return !page.is(at, WordClass::Pronoun) && !page.is(at, WordClass::Determiner);
}

}  // namespace

int personUse(const Page& page, std::size_t at) {
  const Word& word = page.word(at);
  int score = 0;
  if (!page.caseless() && !word.capital) score = -2;
  if (!page.caseless() && word.capital && !word.opens) score = 2;
  return score + scoreBefore(page, at) + scoreAfter(page, at) + monthUse(page, at);
}

std::size_t nameEnd(const Page& page, std::size_t at) {
  std::size_t end = at + 1;
  for (int more = 0; more < 3 && page.follows(end - 1); ++more) {
    const bool hyphen =
        page.isMark(end, "-") && !page.word(end).blankBefore && !page.word(end + 1).blankBefore;
    if (hyphen && (page.word(end + 1).capital || page.is(end + 1, WordClass::Given)) &&
        page.free(end + 1) && page.word(end + 1).isWord) {
      end += 2;
      continue;
    }
    if (!page.word(end).isWord || !page.word(end).blankBefore) break;
    if (isAmong(page.key(end), kParticles) && continuesName(page, end + 1)) {
      end += 2;
      continue;
    }
    const bool initial =
        page.word(end).capital && page.key(end).size() == 1 && page.key(end) != "i";
    if (initial && page.isMark(end + 1, ".") && page.couldBeName(end + 2)) {
      end += 2;
      continue;
    }
    if (!initial && !continuesName(page, end)) break;
    ++end;
  }
  return end;
}

bool isOrdinaryToo(const Page& page, std::size_t at) {
  return page.is(at, WordClass::Word) || page.is(at, WordClass::Known) ||
         page.is(at, WordClass::Month) || page.is(at, WordClass::Place) ||
         page.is(at, WordClass::Music) || page.is(at, WordClass::Piece);
}

}  // namespace journal::text
