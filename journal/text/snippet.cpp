#include "journal/text/snippet.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>

#include "journal/base/utf8.h"
#include "journal/text/fold.h"
#include "journal/text/sentences.h"

namespace journal::text {
namespace {

constexpr std::size_t kMostTerms = 64;
using TermSet = std::bitset<kMostTerms>;

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t number = 0;  ///< in the text, from 0
  std::string folded;
};

bool isAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

enum class ByteKind : std::uint8_t { Mark, WordPart, Beyond };
constexpr std::array<ByteKind, 256> kinds() {
  std::array<ByteKind, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    table[c] = c >= 0x80 ? ByteKind::Beyond : part ? ByteKind::WordPart : ByteKind::Mark;
  }
  return table;
}
constexpr std::array<ByteKind, 256> kKinds = kinds();

/// The first place from `at` on where what is or is not part of a word (`inWord`) ends. Nearly all
/// text is ASCII, and a search of a page reads twenty texts.
std::size_t endOf(bool inWord, std::string_view text, std::size_t at) {
  const ByteKind wanted = inWord ? ByteKind::WordPart : ByteKind::Mark;
  while (at < text.size()) {
    const ByteKind kind = kKinds[static_cast<unsigned char>(text[at])];
    if (kind == wanted) {
      ++at;
      continue;
    }
    if (kind != ByteKind::Beyond) return at;
    const CodePoint c = decodeUtf8(text, at);
    if (isWordPart(c.value) != inWord) return at;
    at += c.length;
  }
  return at;
}

std::string foldedWord(std::string_view word) {
  std::string result(word);
  for (char& c : result) {
    if (!isAscii(c)) return folded(word);
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

struct FoldedTerm {
  std::vector<std::string> words;
  bool prefix = false;
};

std::vector<FoldedTerm> wantedTerms(const std::vector<SearchTerm>& terms) {
  std::vector<FoldedTerm> wanted;
  for (const SearchTerm& term : terms) {
    if (term.excluded || term.words.empty() || wanted.size() == kMostTerms) continue;
    FoldedTerm one{{}, term.prefix};
    for (const std::string& word : term.words) one.words.push_back(folded(word));
    wanted.push_back(std::move(one));
  }
  return wanted;
}

/// With what a word of a term may begin, folded.
using FirstBytes = std::bitset<256>;

FirstBytes firstBytesOf(const std::vector<FoldedTerm>& terms) {
  FirstBytes first;
  for (const FoldedTerm& term : terms) {
    for (const std::string& word : term.words) {
      if (!word.empty()) first.set(static_cast<unsigned char>(word.front()));
    }
  }
  return first;
}

/// Every word that could be one of a term, folded. Most could not, and need no copy.
std::vector<Word> wordsOf(std::string_view text, const FirstBytes& first) {
  std::vector<Word> words;
  std::size_t number = 0;
  for (std::size_t at = endOf(false, text, 0); at < text.size(); ++number) {
    const std::size_t begin = at;
    at = endOf(true, text, begin);
    char initial = text[begin];
    if (initial >= 'A' && initial <= 'Z') initial = static_cast<char>(initial + ('a' - 'A'));
    if (!isAscii(initial) || first.test(static_cast<unsigned char>(initial))) {
      words.push_back({begin, at, number, foldedWord(text.substr(begin, at - begin))});
    }
    at = endOf(false, text, at);
  }
  return words;
}

bool standsAt(const FoldedTerm& term, const std::vector<Word>& words, std::size_t first) {
  if (first + term.words.size() > words.size()) return false;
  for (std::size_t i = 0; i < term.words.size(); ++i) {
    if (term.words[i].empty()) return false;  // nothing but marks: stands nowhere
    if (words[first + i].number != words[first].number + i) return false;
    const std::string& word = words[first + i].folded;
    const bool mayGoOn = term.prefix && i + 1 == term.words.size();
    if (mayGoOn ? word.compare(0, term.words[i].size(), term.words[i]) != 0 : word != term.words[i])
      return false;
  }
  return true;
}

struct Hit {
  FoundRange range;
  std::size_t term = 0;
};

/// Every place of every term, by place.
std::vector<Hit> hitsOf(std::string_view text, const std::vector<SearchTerm>& terms) {
  std::vector<Hit> hits;
  const std::vector<FoldedTerm> wanted = wantedTerms(terms);
  if (wanted.empty()) return hits;
  const std::vector<Word> words = wordsOf(text, firstBytesOf(wanted));
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t t = 0; t < wanted.size(); ++t) {
      if (standsAt(wanted[t], words, i))
        hits.push_back({{words[i].begin, words[i + wanted[t].words.size() - 1].end}, t});
    }
  }
  return hits;
}

/// Overlapping ranges become one.
std::vector<FoundRange> joined(const std::vector<Hit>& hits) {
  std::vector<FoundRange> ranges;
  for (const Hit& hit : hits) {
    if (!ranges.empty() && hit.range.begin < ranges.back().end) {
      ranges.back().end = std::max(ranges.back().end, hit.range.end);
    } else {
      ranges.push_back(hit.range);
    }
  }
  return ranges;
}

/// Sentences from `first` on: two, or more of the same paragraph while they are short, that fit. At
/// least one, fitting or not.
Sentence windowFrom(std::string_view text, const std::vector<Sentence>& all, std::size_t first,
                    std::size_t maxBytes) {
  Sentence window = all[first];
  for (std::size_t next = first + 1; next < all.size(); ++next) {
    const std::string_view gap = text.substr(window.end, all[next].begin - window.end);
    const bool isLong = window.end - window.begin >= maxBytes / 2;
    const bool enough = next - first >= 2 && (isLong || gap.find('\n') != std::string_view::npos);
    if (enough || all[next].end - window.begin > maxBytes) break;
    window.end = all[next].end;
  }
  return window;
}

/// The nearest place at or after `at` (not past `limit`) where a word begins.
std::size_t wordStart(std::string_view text, std::size_t at, std::size_t limit) {
  const std::size_t blank = text.find_first_of(" \n\t", at);
  const std::size_t start =
      blank == std::string_view::npos ? limit : text.find_first_not_of(" \n\t", blank);
  return std::min(start, limit);
}

/// The nearest place at or before `at` (after `limit`) where a word ends; `at` on a code point
/// border when one word fills it all.
std::size_t wordStop(std::string_view text, std::size_t at, std::size_t limit) {
  std::size_t end = at;
  while (end > limit && text[end] != ' ' && text[end] != '\n' && text[end] != '\t') --end;
  while (end > limit && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\t'))
    --end;
  if (end > limit) return end;
  while (at > 0 && !isBoundary(text, at)) --at;
  return at;
}

/// A window too long for `maxBytes`, cut between words so that what was found first is in it, about
/// a third in.
Sentence narrowed(std::string_view text, Sentence window, const std::vector<Hit>& hits,
                  std::size_t maxBytes) {
  if (window.end - window.begin <= maxBytes) return window;
  std::size_t begin = window.begin;
  std::size_t keep = begin;  // not to be cut off at the end
  for (const Hit& hit : hits) {
    if (hit.range.begin < window.begin || hit.range.begin >= window.end) continue;
    if (hit.range.begin - window.begin > maxBytes / 3)
      begin = wordStart(text, hit.range.begin - maxBytes / 3, hit.range.begin);
    keep = std::min(hit.range.end, begin + maxBytes);
    break;
  }
  if (window.end - begin <= maxBytes) return {begin, window.end};
  return {begin, wordStop(text, begin + maxBytes, std::max(begin, keep))};
}

/// The sentences that a window with a hit may be made of; all of them when there is no hit. Whole
/// lines, because no sentence goes on past one.
std::vector<Sentence> sentencesAround(std::string_view text, const std::vector<Hit>& hits,
                                      std::size_t maxBytes) {
  if (hits.empty()) return sentences(text);
  const std::size_t before = text.substr(0, hits.front().range.begin).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t reach = std::min(text.size(), hits.back().range.end + maxBytes);
  const std::size_t end = std::min(text.size(), text.find('\n', reach));
  std::vector<Sentence> found = sentences(text.substr(begin, end - begin));
  for (Sentence& sentence : found) {
    sentence.begin += begin;
    sentence.end += begin;
  }
  return found;
}

/// The first of the best windows: one that holds most different terms, starting with a sentence
/// that holds one.
Sentence bestWindow(std::string_view text, const std::vector<Hit>& hits, std::size_t maxBytes) {
  const std::vector<Sentence> all = sentencesAround(text, hits, maxBytes);
  if (all.empty()) return {};
  Sentence best = narrowed(text, windowFrom(text, all, 0, maxBytes), hits, maxBytes);
  std::optional<std::size_t> most;
  std::size_t firstHit = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    while (firstHit < hits.size() && hits[firstHit].range.end <= all[i].begin) ++firstHit;
    if (firstHit == hits.size()) break;
    if (hits[firstHit].range.begin >= all[i].end) continue;
    const Sentence window = narrowed(text, windowFrom(text, all, i, maxBytes), hits, maxBytes);
    TermSet terms;
    for (std::size_t h = firstHit; h < hits.size() && hits[h].range.begin < window.end; ++h) {
      if (hits[h].range.begin >= window.begin && hits[h].range.end <= window.end)
        terms.set(hits[h].term);
    }
    if (!most || terms.count() > *most) {
      most = terms.count();
      best = window;
    }
  }
  return best;
}

bool isBlankByte(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

}  // namespace

std::vector<FoundRange> findTerms(std::string_view text, const std::vector<SearchTerm>& terms) {
  return joined(hitsOf(text, terms));
}

Snippet makeSnippet(std::string_view text, const std::vector<SearchTerm>& terms,
                    std::size_t maxBytes) {
  const std::vector<Hit> hits = hitsOf(text, terms);
  const Sentence window = bestWindow(text, hits, maxBytes);
  Snippet snippet{window.begin, window.end, false, false, {}};
  for (const FoundRange& range : joined(hits)) {
    const FoundRange inside{std::max(range.begin, window.begin), std::min(range.end, window.end)};
    if (inside.begin < inside.end) snippet.found.push_back(inside);
  }
  std::size_t before = window.begin;
  while (before > 0 && isBlankByte(text[before - 1])) --before;
  snippet.cutBefore = before > 0 && text[before - 1] != '\n';
  std::size_t after = window.end;
  while (after < text.size() && isBlankByte(text[after])) ++after;
  snippet.cutAfter = after < text.size() && text[after] != '\n';
  return snippet;
}

}  // namespace journal::text
