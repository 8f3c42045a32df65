#pragma once

#include <string_view>

#include "sync/hub/desk.h"
#include "sync/hub/server/head_check.h"

namespace syncing::hub {

/// A request whose head has been read: all but body and address.
struct RequestHead {
  Request request;
  std::size_t bodyBytes = 0;
  bool keepAlive = true;
  std::string forwardedFor;  ///< every X-Forwarded-For in order, as one list; anybody's word
  int problem = 0;           ///< a status; the rest does not count then
};

/// From the bytes up to the empty line, that included: checked by head_check.h, then parsed by
/// Boost.Beast. Any bytes may be given.
RequestHead parseHead(std::string_view text, const HeadLimits& limits);

}  // namespace syncing::hub
