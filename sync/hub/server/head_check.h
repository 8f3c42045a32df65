#pragma once

#include <cstddef>
#include <string_view>

namespace syncing::hub {

struct HeadLimits {
  std::size_t bytes = 16 * 1024;  ///< request line and fields
  std::size_t fields = 64;
  std::size_t target = 4 * 1024;
};

/// What is wrong with a request's head before anybody parses it, as a status; 0 when nothing is.
/// `head` ends with the empty line. Refuses what two readers could understand differently: a line
/// end that is not CR LF, other control bytes, a line that goes on in the next, a blank before a
/// colon, any Transfer-Encoding (411: our clients send lengths), a key field twice, too many
/// fields, a long target. Any bytes may be given.
int headProblem(std::string_view head, const HeadLimits& limits);

}  // namespace syncing::hub
