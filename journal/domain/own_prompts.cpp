#include "journal/domain/own_prompts.h"

#include <algorithm>

namespace journal {

std::string codeOf(PromptSetId id) {
  constexpr std::size_t kEnoughDigits = 8;
  return "own-" + id.hex().substr(0, kEnoughDigits);
}

std::string versionCode(const OwnPromptSet& set) {
  return codeOf(set.id) + "." + std::to_string(set.version);
}

std::string asked(const Question& question) {
  return question.optional ? question.text + " (if you like)" : question.text;
}

std::vector<const OwnPromptSet*> newestOf(const OwnPrompts& own) {
  std::vector<const OwnPromptSet*> newest;
  for (const OwnPromptSet& set : own.versions) {
    if (!newest.empty() && newest.back()->id == set.id) {
      newest.back() = &set;
    } else {
      newest.push_back(&set);
    }
  }
  return newest;
}

std::vector<PromptSet> offered(const PromptLibrary& ours, const OwnPrompts& own) {
  const auto withheld = [&own](const std::string& code) {
    return std::find(own.withheld.begin(), own.withheld.end(), code) != own.withheld.end();
  };
  std::vector<PromptSet> sets;
  for (const OwnPromptSet* set : newestOf(own)) {
    if (withheld(codeOf(set->id))) continue;
    PromptSet offer;
    offer.code = versionCode(*set);
    offer.name = set->name;
    for (const Question& question : set->questions) offer.prompts.push_back(asked(question));
    sets.push_back(std::move(offer));
  }
  for (const PromptSet& set : ours.sets) {
    if (!withheld(set.code)) sets.push_back(set);
  }
  return sets;
}

std::string promptSetTitle(std::string_view code, const PromptLibrary& ours,
                           const OwnPrompts& own) {
  if (const PromptSet* set = ours.find(code)) return set->name;
  for (const OwnPromptSet& set : own.versions) {
    if (versionCode(set) == code) return set.name + ", version " + std::to_string(set.version);
  }
  return std::string(code);
}

}  // namespace journal
