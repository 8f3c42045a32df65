#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// A set of questions to write to, e.g. Q1 "Three steps" (domain.md 1.2).
struct PromptSet {
  std::string code;
  std::string name;
  int minutes = 0;
  std::string when;
  std::vector<std::string> prompts;
};

struct PromptLibrary {
  std::vector<PromptSet> sets;
  const PromptSet* find(
      std::string_view code) const;  ///< lives as long as the library; nullptr when unknown
};

}  // namespace journal
