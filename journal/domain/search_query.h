#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/domain/framework.h"
#include "journal/domain/ids.h"
#include "journal/domain/lesson.h"
#include "journal/domain/tag.h"

namespace journal {

/// One thing that must occur: a word, the start of a word, or words in a row.
struct SearchTerm {
  std::vector<std::string> words;  ///< as typed, without quotes and stars; at least one
  bool prefix = false;             ///< the last word may go on
  bool excluded = false;           ///< typed with a leading minus
  friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};

/// Parses what a person types: words, "several words" in quotes, start*, -without. Total: any text
/// gives terms, at most 32 of at most 32 words; marks without words are ignored. A word holds only
/// word parts (utf8.h), as full text does: "call-and-response" and "don't" become words in a row.
/// `stillTyping` makes the last term a prefix, unless it is excluded or a blank or closing quote
/// shows that it is finished.
std::vector<SearchTerm> parseSearch(std::string_view typed, bool stillTyping);

enum class SearchOrder : std::uint8_t { NewestFirst, BestFirst };

struct SearchFilters {
  std::optional<NameId> youngPerson;
  std::optional<IndicatorCode> indicator;
  std::optional<std::string> outcome;  ///< "P4"
  std::optional<std::string> domain;   ///< "P"
  std::optional<Level>
      level;  ///< indicator, outcome, domain, level and voice must hold of one and the same tag
  std::optional<Voice> voice;
  std::optional<Setting> setting;
  std::optional<LocalDate> from;  ///< inclusive
  std::optional<LocalDate> to;    ///< inclusive
  friend bool operator==(const SearchFilters&, const SearchFilters&) = default;
};

/// Where a search that ran out of time goes on. Good until the journal changes.
struct SearchResume {
  std::int64_t below = 0;
  std::size_t taken = 0;
  friend bool operator==(const SearchResume&, const SearchResume&) = default;
};

struct SearchQuery {
  std::string typed;
  bool stillTyping = false;
  SearchOrder order = SearchOrder::NewestFirst;
  SearchFilters filters;
  std::size_t limit = 20;
  std::size_t offset = 0;
  /// About how long the answer may take to find, newest first. Only words in a row need longer, and
  /// then the page comes in parts (SearchPage::resume). Without it a page is always whole.
  std::optional<std::chrono::microseconds> within = {};
  std::optional<SearchResume> resume = {};  ///< from the part before
};

}  // namespace journal
