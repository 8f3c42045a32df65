#include "journal/domain/search_query.h"

#include <algorithm>

#include "journal/base/utf8.h"

namespace journal {
namespace {

constexpr std::size_t kMostTerms = 32;
constexpr std::size_t kMostWords =
    32;  // of one term; the rest of a pasted page adds nothing to a search

bool isBlank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x3000;
}
bool isQuote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201E) || c == 0xAB || c == 0xBB;
}

/// One pass over the typed text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool atEnd() const { return at_ >= text_.size(); }
  char32_t peek() const { return atEnd() ? 0 : decodeUtf8(text_, at_).value; }
  CodePoint next() {
    const CodePoint c = decodeUtf8(text_, at_);
    at_ += c.length;
    return c;
  }
  std::size_t at() const { return at_; }
  std::string_view from(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

void addWord(SearchTerm& term, std::string_view word) {
  if (term.words.size() < kMostWords) term.words.emplace_back(word);
}

/// Words up to a closing quote, or up to a blank when not `quoted`. A star right after the last
/// word makes it a prefix. Returns whether the term was closed: false means the text ended inside
/// it.
bool readWords(Scanner& scan, SearchTerm& term, bool quoted) {
  while (!scan.atEnd()) {
    const std::size_t begin = scan.at();
    while (!scan.atEnd() && isWordPart(scan.peek())) scan.next();
    if (scan.at() > begin) {
      addWord(term, scan.from(begin));
      term.prefix = false;
      continue;
    }
    const char32_t mark = scan.peek();
    if (!quoted && (isBlank(mark) || isQuote(mark))) return true;
    scan.next();
    if (quoted && isQuote(mark)) {
      if (scan.peek() == '*') {
        scan.next();
        term.prefix = true;
      }
      return true;
    }
    if (mark == '*') term.prefix = true;
  }
  return false;
}

}  // namespace

std::vector<SearchTerm> parseSearch(std::string_view typed, bool stillTyping) {
  std::vector<SearchTerm> terms;
  Scanner scan(typed);
  while (!scan.atEnd() && terms.size() < kMostTerms) {
    if (isBlank(scan.peek())) {
      scan.next();
      continue;
    }
    SearchTerm term;
    if (scan.peek() == '-') {
      scan.next();
      term.excluded = true;
    }
    const bool quoted = isQuote(scan.peek());
    if (quoted) scan.next();
    const bool closed = readWords(scan, term, quoted);
    if (term.words.empty()) continue;
    if (!closed && stillTyping && !term.excluded) term.prefix = true;
    terms.push_back(std::move(term));
  }
  return terms;
}

}  // namespace journal
