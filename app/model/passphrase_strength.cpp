#include "app/model/passphrase_strength.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "journal/base/utf8.h"

namespace app::model {
namespace {

constexpr std::size_t kWordsAsked = 4;
constexpr std::size_t kCharactersAsked = 14;
constexpr double kBitsPerListWord = 12.9;  // log2(7776)
constexpr double kBitsPerCharacter = 3.5;  // people's choices, not random ones

/// Words of three letters or more that are not said twice.
std::size_t differentWords(std::string_view text) {
  std::set<std::string_view> seen;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" -_.", at), text.size());
    if (end - at >= 3) seen.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return seen.size();
}

std::size_t differentCharacters(std::string_view text) {
  return std::set<char>(text.begin(), text.end()).size();
}

}  // namespace

Strength passphraseStrength(std::string_view passphrase) {
  const std::size_t words = differentWords(passphrase);
  const std::size_t characters = journal::countCodePoints(passphrase);
  const std::size_t kinds = differentCharacters(passphrase);
  Strength strength;
  strength.enough = (words >= kWordsAsked || characters >= kCharactersAsked) && kinds >= 5;
  if (passphrase.empty()) return strength;
  const double byWords = static_cast<double>(words) * kBitsPerListWord;
  const double byCharacters =
      static_cast<double>(std::min(characters, kinds * 2)) * kBitsPerCharacter;
  const double bits = words >= 2 ? std::min(byWords, byCharacters) : byCharacters;
  if (bits < 28)
    strength.words = "A guess would take minutes.";
  else if (bits < 38)
    strength.words = "A guess would take weeks.";
  else if (bits < 48)
    strength.words = "A guess would take years.";
  else
    strength.words = "A guess would take longer than we have.";
  return strength;
}

}  // namespace app::model
