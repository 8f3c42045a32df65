#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "journal/base/time.h"
#include "journal/domain/ids.h"
#include "journal/domain/prompts.h"

// Prompt sets that a service made its own (product.md A3). A version is never changed: a reflection
// names the one it was written with, and its questions stand in its own text as headings.

namespace journal {

/// More than anybody answers.
inline constexpr std::size_t kMostQuestions = 30;

struct Question {
  std::string text;       ///< plain; never empty
  bool optional = false;  ///< says so where it is asked; every question may be skipped
  friend bool operator==(const Question&, const Question&) = default;
};

/// One version of a set.
struct OwnPromptSet {
  PromptSetId id;                   ///< of the set, the same in every version
  int version = 1;                  ///< from 1
  std::string copyOf;               ///< "Q1"; empty: begun from nothing
  std::string name;                 ///< never empty
  LocalDate from{};                 ///< the day this version was kept
  std::vector<Question> questions;  ///< one to kMostQuestions
  friend bool operator==(const OwnPromptSet&, const OwnPromptSet&) = default;
};

/// The sets of a journal beside those that come with Afternote.
struct OwnPrompts {
  std::vector<OwnPromptSet> versions;  ///< by set, then by version
  std::vector<std::string> withheld;   ///< codes that Write does not offer, sorted
  friend bool operator==(const OwnPrompts&, const OwnPrompts&) = default;
};

/// What stands for every version of a set: "own-1a2b3c4d".
std::string codeOf(PromptSetId id);
/// What a reflection says it was written with: "own-1a2b3c4d.2".
std::string versionCode(const OwnPromptSet& set);
/// As it is asked: an optional question ends with "(if you like)".
std::string asked(const Question& question);

/// The newest version of each set, in the order of `versions`.
std::vector<const OwnPromptSet*> newestOf(const OwnPrompts& own);

/// What Write offers, in this order: own sets, then ours, without those that are withheld. Codes of
/// own sets are versionCode().
std::vector<PromptSet> offered(const PromptLibrary& ours, const OwnPrompts& own);

/// How a set of questions is called that a reflection was written with, whatever has become of it:
/// "Three steps", "Our three steps, version 2"; empty for a blank page, the code when unknown.
std::string promptSetTitle(std::string_view code, const PromptLibrary& ours, const OwnPrompts& own);

}  // namespace journal
