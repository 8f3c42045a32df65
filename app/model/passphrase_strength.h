#pragma once

#include <string>
#include <string_view>

namespace app::model {

/// How long guesses would take, in words, from a rough count of what a guesser must try (words from
/// a list of 7,776, or characters). Said to help, never as a promise.
struct Strength {
  std::string words;    ///< "A guess would take years."
  bool enough = false;  ///< four or more different words, or fourteen characters (DESIGN.md 10.2)
};
Strength passphraseStrength(std::string_view passphrase);

}  // namespace app::model
