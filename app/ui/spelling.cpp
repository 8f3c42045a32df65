#include "app/ui/spelling.h"

#include <utf8proc.h>

#include "app/ui/text_layout.h"
#include "journal/base/utf8.h"

namespace app::ui {
namespace {

enum class Sort : std::uint8_t { Letter, Mark, Digit, Apostrophe, Joiner, Other };

Sort sortOf(char32_t c) {
  if (c == U'\'' || c == 0x2019) return Sort::Apostrophe;
  if (c == U'.' || c == U'@' || c == U':' || c == U'/' || c == U'_') return Sort::Joiner;
  if (c < 0x80) {
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Sort::Letter;
    return c >= U'0' && c <= U'9' ? Sort::Digit : Sort::Other;
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return Sort::Letter;
  if (category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC) return Sort::Mark;
  return category == UTF8PROC_CATEGORY_ND ? Sort::Digit : Sort::Other;
}

bool isLower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

/// A run without spaces, read a character at a time: "don't", "ABRSM", "a@b.org".
class Run {
 public:
  void take(char32_t c, std::size_t at, std::size_t length) {
    const Sort sort = sortOf(c);
    if (sort == Sort::Letter || sort == Sort::Mark || sort == Sort::Digit) {
      if (joined_) address_ = true;
      if (word_.empty()) word_.begin = at;
      word_.end = at + length;
      letters_ += sort == Sort::Letter ? 1 : 0;
      digits_ = digits_ || sort == Sort::Digit;
      lower_ = lower_ || isLower(c);
      return;
    }
    if (sort == Sort::Apostrophe && !word_.empty() && word_.end == at)
      return;  // joins if more comes
    if (sort != Sort::Apostrophe) endWord();
    joined_ = sort == Sort::Joiner;
    address_ = address_ || c == U'@' || c == U'_';
  }
  /// After the run's last character.
  void end(std::vector<ByteRange>& out) {
    endWord();
    if (!address_) out.insert(out.end(), words_.begin(), words_.end());
    *this = Run();
  }

 private:
  void endWord() {
    if (letters_ > 1 && lower_ && !digits_) words_.push_back(word_);
    word_ = {};
    letters_ = 0;
    digits_ = lower_ = false;
  }

  std::vector<ByteRange> words_;
  ByteRange word_;
  int letters_ = 0;
  bool digits_ = false;
  bool lower_ = false;
  bool joined_ = false;  ///< the character before was one that joins parts of an address
  bool address_ = false;
};

}  // namespace

std::vector<ByteRange> spellingWords(std::string_view text) {
  std::vector<ByteRange> out;
  Run run;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mention = mentionAt(text, at);
    const journal::CodePoint point = journal::decodeUtf8(text, at);
    if (mention != 0 || point.value == U' ' || point.value == U'\n' || point.value == U'\t') {
      run.end(out);
    } else {
      run.take(point.value, at, point.length);
    }
    at += mention != 0 ? mention : point.length;
  }
  run.end(out);
  return out;
}

std::string spellingForm(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const journal::CodePoint point = journal::decodeUtf8(word, at);
    journal::appendUtf8(out, point.value == 0x2019 ? U'\'' : point.value);
    at += point.length;
  }
  return out;
}

}  // namespace app::ui
