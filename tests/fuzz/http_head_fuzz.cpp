// The head of a request, as bytes from anybody: refused, or understood as it can only be
// understood.

#include "sync/hub/server/request_head.h"
#include "tests/fuzz/fuzz_input.h"

using namespace syncing::hub;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const HeadLimits limits;
  const RequestHead head = parseHead(bytes, limits);
  if (head.problem != 0) {
    fuzz::require(head.problem >= 400 && head.problem < 600);
    return 0;
  }
  fuzz::require(size <= limits.bytes && head.request.target.size() <= limits.target);
  // Our two readers agree on what was asked.
  const std::string line = head.request.method + " " + head.request.target + " HTTP/1.1\r\n";
  fuzz::require(bytes.substr(0, line.size()) == line);
  fuzz::require(bytes.find("\r\n ") == std::string_view::npos &&
                bytes.find("\r\n\t") == std::string_view::npos);
  return 0;
}
