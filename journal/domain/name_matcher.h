#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/domain/known_name.h"

namespace journal {

/// The same names, each also written as its code: for finding somebody in words that others wrote,
/// or that were copied from a copy. Places keep only their own.
std::vector<KnownName> withCodesAsSpellings(const std::vector<KnownName>& names);

/// Finds known names in text. Build once and use for many texts (an import, a list); building is
/// linear in the written forms, finding is one look-up per word.
///
/// The written forms of a name are its real name, every `alsoWritten`, and the first word of a
/// young person's or colleague's real name of several words when no other known name begins so or
/// is written so. A form that two names share belongs to the first of them.
class NameMatcher {
 public:
  explicit NameMatcher(const std::vector<KnownName>& names);

  /// See mentionKnownNames (mention.h).
  std::string mention(std::string_view stored) const;

 private:
  struct Form {
    std::string folded;  ///< words as folded, each blank or run of blanks as one space
    NameId name;
    bool isOrdinaryWord = false;  ///< also an English word: only with a capital
  };
  struct Found {
    std::size_t end = 0;
    NameId name;
  };
  void add(std::string_view written, NameId name);
  void addFirstNames(const std::vector<KnownName>& names);
  bool isWritten(std::string_view folded) const;
  bool match(std::string_view text, std::size_t at, Found& found) const;

  std::unordered_map<std::string, std::vector<Form>> formsByFirstWord_;  ///< longest first
};

}  // namespace journal
