#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/types.h"

// Spelling as the writing surface sees it. The dictionary lives elsewhere, behind SpellChecker.

namespace app::ui {

/// Answers without ever waiting: what is not known yet is looked up elsewhere, and asked for again
/// in a later frame. UI thread. Words are UTF-8 with straight apostrophes, as spellingWords() finds
/// them.
class SpellChecker {
 public:
  enum class Verdict : std::uint8_t { Known, Unknown, Waiting };
  virtual ~SpellChecker() = default;
  virtual Verdict check(const std::string& word) = 0;
  /// At most five, best first; nothing while they are being looked for.
  virtual std::optional<std::vector<std::string>> suggestions(const std::string& word) = 0;
  /// Known from now on, until forget().
  virtual void add(const std::string& word) = 0;
  /// Everything that came from a person's text: when the journal locks.
  virtual void forget() = 0;
};

/// The words of `text` worth checking: letters with apostrophes inside. Left out, because no
/// dictionary can know them: words with digits, in capitals (ABRSM), of one letter, parts of
/// addresses (with @, :// or a dot inside), mentions.
std::vector<ByteRange> spellingWords(std::string_view text);
/// As the checker wants it: curly apostrophes straight.
std::string spellingForm(std::string_view word);

}  // namespace app::ui
