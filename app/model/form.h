#pragma once

#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/base/utf8.h"

namespace app::model {

/// Nothing but blanks was typed.
inline bool nothingTyped(std::string_view typed) {
  return journal::trimmed(typed).empty();
}

/// Why a form cannot be kept yet, as its button says it.
inline journal::Error notYet(std::string_view why) {
  return journal::Error{journal::ErrorCode::InvalidInput, "a form not filled in", std::string(why)};
}

}  // namespace app::model
