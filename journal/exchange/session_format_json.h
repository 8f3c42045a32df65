#pragma once

#include "journal/base/result.h"
#include "journal/domain/session_format.h"
#include "journal/exchange/json_value.h"

// Private to journal/exchange (it shows Json).

namespace journal::exchange {

Json toJson(const SessionFormat& format);
/// As readFormatFile(), of what is in the file.
Result<SessionFormat> readFormat(const Json& json);
/// The same of one that somebody is still making: whether it can be run is not asked.
Result<SessionFormat> readUnreadyFormat(const Json& json);

}  // namespace journal::exchange
