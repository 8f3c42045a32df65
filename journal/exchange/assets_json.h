#pragma once

#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/framework.h"
#include "journal/domain/prompts.h"

namespace journal::exchange {

// Readers of assets/framework.json and prompts.json. Total; InvalidInput
// names what is missing (a key, a code), with advice a person can act on.
Result<Framework> readFramework(std::string_view json);
Result<PromptLibrary> readPrompts(std::string_view json);

}  // namespace journal::exchange
