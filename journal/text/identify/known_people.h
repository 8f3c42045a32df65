#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "journal/text/identify/gazetteers.h"

namespace journal::text {

/// How a word of a text is like a word of a known name.
enum class NameLikeness : std::uint8_t {
  None,
  Misspelt,  ///< one letter away, the first one kept
  Short,     ///< "Temi" of Temitope, "Boots" of Boothroyd, "Kosua" of Akosua
  Nickname,  ///< by the list: "Liz" of Elizabeth
  Exact
};

/// Belongs to names and is none by itself: "van", "al".
bool isNameParticle(std::string_view key);

/// The people whose names the application knows, ready to be looked for. Values only; one may serve
/// several threads.
class KnownPeople {
 public:
  /// `fullNames` like "Ayaan Chaudhry"; lines without a letter are passed over.
  KnownPeople(const std::vector<std::string>& fullNames, const Gazetteers& gazetteers);

  bool empty() const { return parts_.empty(); }
  NameLikeness likeness(std::string_view key) const;
  /// A whole name of several words, written as one: "ayaanchaudhry".
  bool isWhole(std::string_view joined) const { return wholes_.count(joined) > 0; }
  /// The first letters of a whole known name, in order: "ac".
  bool isInitials(std::string_view letters) const { return initials_.count(letters) > 0; }
  /// A part after the first of somebody's name begins so.
  bool isSurnameInitial(std::string_view letter) const {
    return surnameInitials_.count(letter) > 0;
  }
  /// A part after the first of a known name.
  bool isSurname(std::string_view key) const { return surnames_.count(key) > 0; }

 private:
  /// So that words of the text are looked up without copies.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  using Keys = std::unordered_set<std::string, Hash, std::equal_to<>>;

  void addName(const std::string& fullName, const Gazetteers& gazetteers);
  void addPart(const std::string& part, bool stands = false);
  void addLaterPart(const std::string& part, const std::string& initials);

  std::vector<std::string> parts_;
  Keys exact_;
  Keys nicknames_;
  Keys initials_;
  Keys surnameInitials_;
  Keys surnames_;
  Keys wholes_;
};

/// `key` is `name` cut short, with a pet ending ("Temi", "Danny", "Boots"), or without its
/// beginning ("Kosua"). Keys of at least three letters.
bool isShortFormOf(std::string_view key, std::string_view name);
/// One insertion, deletion, substitution or exchange of neighbours apart, the first letter the
/// same; both of four letters or more.
bool isMisspellingOf(std::string_view key, std::string_view name);

}  // namespace journal::text
