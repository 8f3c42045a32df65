#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace journal::text {

/// A word or a mark of a text. `key` is how it is compared: lower case, without diacritics,
/// zero-width characters and emphasis marks inside it, look-alike letters as the Latin letters they
/// look like ("Łukasz" is "lukasz").
struct Word {
  std::size_t begin = 0;  ///< bytes
  std::size_t end = 0;    ///< exclusive
  std::string_view key;
  bool isWord = false;  ///< letters or digits; otherwise one mark
  bool hasDigit = false;
  bool capital = false;      ///< begins with a capital
  bool allCapitals = false;  ///< two letters or more, all capitals
  bool blankBefore = false;
  bool opens = false;  ///< begins a sentence, a line, a quotation or a list item
};

/// The words of a text, in order, and what their keys view. Not copied: words view it.
class Words {
 public:
  explicit Words(std::string_view text);
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  const std::vector<Word>& all() const { return words_; }
  std::string_view text() const { return text_; }
  /// Hardly any sentence begins with a capital, or nearly every word is in capitals: capitals say
  /// nothing here.
  bool caseless() const { return caseless_; }

 private:
  friend class WordSplitter;
  void judgeCase();

  std::string_view text_;
  std::vector<char> keys_;
  std::vector<Word> words_;
  bool caseless_ = false;
};

/// One code point as keys hold it, appended to `out`: nothing for a mark or a zero-width character.
/// At most four bytes for each byte it took.
void appendKey(std::vector<char>& out, char32_t codePoint);

}  // namespace journal::text
