#pragma once

#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/domain/theme.h"

namespace journal::exchange {

/// The bytes of one theme: JSON with sorted keys, no spaces, UTF-8; the same theme always gives the
/// same bytes. Each leaves by itself, so that none says which others came with it.
std::string encodeTheme(const LeavingTheme& theme);

/// Total: any bytes give a LeavingTheme or InvalidInput / TooNew.
Result<LeavingTheme> decodeTheme(std::string_view bytes);

}  // namespace journal::exchange
