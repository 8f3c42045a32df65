#include "journal/text/identify/words.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "journal/base/utf8.h"

namespace journal::text {
namespace {

/// What stays behind an apostrophe as a word of its own.
constexpr std::array<std::string_view, 6> kTails{"s", "d", "ll", "ve", "re", "m"};

bool isApostropheMark(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xFF07;
}

/// Drawn as nothing, so it can stand inside a name without anybody seeing it.
bool isUnseen(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool isEmphasis(char32_t c) {
  return c == '*' || c == '_';
}

bool isLetterOrDigit(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return !isUnseen(c) && isWordPart(c);
}

bool isUpperLetter(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const utf8proc_category_t kind = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool isBlankMark(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

bool isQuote(char32_t c) {
  return c == '"' || c == '\'' || c == 0x2018 || c == 0x201C || c == 0xAB;
}

}  // namespace

/// Cuts a text into words; what was last seen decides whether a sentence opens.
class WordSplitter {
 public:
  WordSplitter(Words& words, std::string_view text) : out_(words), text_(text) {
    out_.keys_.reserve(text.size() * 4 + 8);
    out_.words_.reserve(text.size() / 5 + 8);
  }

  void run() {
    while (at_ < text_.size()) {
      const CodePoint c = decodeUtf8(text_, at_);
      if (isLetterOrDigit(c.value)) {
        word();
      } else if (isBlankMark(c.value)) {
        blank_ = true;
        if (c.value == '\n') opens_ = true;
        at_ += c.length;
      } else if (isUnseen(c.value)) {
        at_ += c.length;
      } else {
        mark(c);
      }
    }
  }

 private:
  void mark(const CodePoint& c) {
    Word word = begin();
    out_.keys_.push_back(c.value < 0x80 ? static_cast<char>(c.value)
                                        : (isApostropheMark(c.value) ? '\'' : '\x01'));
    at_ += c.length;
    finish(word);
    const bool ends = c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026;
    if (ends || c.value == ':' || c.value == 0x2022) opens_ = true;
    if (isQuote(c.value) && word.blankBefore) opens_ = true;
    if (c.value == '(' && word.opens) opens_ = true;
    if ((c.value == '-' || c.value == '*' || c.value == 0x2013) && word.opens) opens_ = true;
  }

  Word begin() const {
    Word word;
    word.begin = at_;
    word.blankBefore = blank_ || out_.words_.empty();
    word.opens = opens_;
    keyBegin_ = out_.keys_.size();
    return word;
  }

  void finish(Word& word) {
    word.end = at_;
    word.key = {out_.keys_.data() + keyBegin_, out_.keys_.size() - keyBegin_};
    out_.words_.push_back(word);
    blank_ = false;
    if (word.isWord || word.key == "," || word.key == ";") opens_ = false;
  }

  void word() {
    Word word = begin();
    word.isWord = true;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    while (at_ < text_.size()) {
      const CodePoint c = decodeUtf8(text_, at_);
      if (isLetterOrDigit(c.value)) {
        const bool upper = isUpperLetter(c.value);
        word.hasDigit = word.hasDigit || (c.value >= '0' && c.value <= '9');
        if (letters == 0) word.capital = upper;
        ++letters;
        capitals += upper ? 1 : 0;
        appendKey(out_.keys_, c.value);
        at_ += c.length;
      } else if (!joins(c)) {
        break;
      }
    }
    // "TA", "TAs" and "SATs" are as good as all in capitals.
    const bool plural = capitals >= 2 && capitals + 1 == letters && out_.keys_.back() == 's';
    word.allCapitals = letters >= 2 && (capitals == letters || plural);
    finish(word);
  }

  /// Past what stands unseen inside a word, or an apostrophe that belongs to it; false at its end.
  bool joins(const CodePoint& c) {
    if (isApostropheMark(c.value)) return joinsApostrophe(c);
    if (!isUnseen(c.value) && !isEmphasis(c.value)) return false;
    std::size_t next = at_;
    while (next < text_.size()) {
      const CodePoint here = decodeUtf8(text_, next);
      if (!isUnseen(here.value) && !isEmphasis(here.value)) break;
      next += here.length;
    }
    if (next >= text_.size() || !isLetterOrDigit(decodeUtf8(text_, next).value)) return false;
    at_ = next;
    return true;
  }

  /// "O'Brien" and "don't" are one word, "Ayaan's" is "Ayaan" and a tail.
  bool joinsApostrophe(const CodePoint& c) {
    std::vector<char> tail;
    std::size_t next = at_ + c.length;
    while (next < text_.size()) {
      const CodePoint here = decodeUtf8(text_, next);
      if (isUnseen(here.value)) {
        next += here.length;
        continue;
      }
      if (!isLetterOrDigit(here.value)) break;
      if (tail.size() < 8) appendKey(tail, here.value);
      next += here.length;
    }
    const std::string_view key(tail.data(), tail.size());
    if (tail.empty() || std::find(kTails.begin(), kTails.end(), key) != kTails.end()) return false;
    out_.keys_.push_back('\'');
    at_ += c.length;
    return true;
  }

  Words& out_;
  std::string_view text_;
  std::size_t at_ = 0;
  mutable std::size_t keyBegin_ = 0;
  bool blank_ = false;
  bool opens_ = true;
};

Words::Words(std::string_view text) : text_(text) {
  WordSplitter(*this, text).run();
  judgeCase();
}

void Words::judgeCase() {
  std::size_t openers = 0;
  std::size_t capitalOpeners = 0;
  std::size_t letters = 0;
  std::size_t shouted = 0;
  for (const Word& word : words_) {
    if (!word.isWord || word.hasDigit) continue;
    ++letters;
    shouted += word.allCapitals ? 1 : 0;
    if (!word.opens) continue;
    ++openers;
    capitalOpeners += word.capital ? 1 : 0;
  }
  caseless_ = letters > 0 && (capitalOpeners * 3 < openers || shouted * 2 > letters);
}

}  // namespace journal::text
