#include "journal/domain/prompts.h"

namespace journal {

const PromptSet* PromptLibrary::find(std::string_view code) const {
  for (const PromptSet& set : sets) {
    if (set.code == code) return &set;
  }
  return nullptr;
}

}  // namespace journal
