#pragma once

#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/framework.h"
#include "journal/domain/prompts.h"
#include "journal/domain/session_format.h"

namespace journal::exchange {

// Readers of assets/framework.json, prompts.json and session_formats.json. Total; InvalidInput
// names what is missing (a key, a code), with advice a person can act on.
Result<Framework> readFramework(std::string_view json);
Result<PromptLibrary> readPrompts(std::string_view json);
Result<FormatLibrary> readSessionFormats(std::string_view json);

}  // namespace journal::exchange
