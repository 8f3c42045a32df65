// Any bytes are a message of its kind or an Error, and a message has exactly one spelling. The
// first byte says which kind.

#include "sync/wire/device_statement.h"
#include "sync/wire/hub_messages.h"
#include "sync/wire/segment.h"
#include "sync/wire/service.h"
#include "tests/fuzz/fuzz_input.h"

using namespace syncing::wire;

namespace {

template <class Value, class Encode>
void oneSpelling(const journal::Result<Value>& decoded, std::string_view bytes,
                 const Encode& encodeAgain) {
  if (decoded.ok()) fuzz::require(encodeAgain(*decoded) == bytes);
}

void hubMessage(std::size_t kind, std::string_view bytes) {
  const auto again = [](const auto& value) { return encode(value); };
  switch (kind) {
    case 0:
      return oneSpelling(decodeSegment(bytes), bytes, encodeSegment);
    case 1:
      return oneSpelling(decodeStatement(bytes), bytes, encodeStatement);
    case 2:
      return oneSpelling(decodeSegments(bytes), bytes, encodeSegments);
    case 3:
      return oneSpelling(decodePushed(bytes), bytes, again);
    case 4:
      return oneSpelling(decodePulled(bytes), bytes, again);
    case 5:
      return oneSpelling(decodeStanding(bytes), bytes, again);
    case 6:
      return oneSpelling(decodeStatements(bytes), bytes, encodeStatements);
    case 7:
      return oneSpelling(decodeVaults(bytes), bytes, encodeVaults);
    default:
      return oneSpelling(decodeLetter(bytes), bytes, encodeLetter);
  }
}

void serviceMessage(std::size_t kind, std::string_view bytes) {
  const auto again = [](const auto& value) { return encode(value); };
  switch (kind) {
    case 0:
      return oneSpelling(decodeInvitation(bytes), bytes, again);
    case 1:
      return oneSpelling(decodeInviteRequest(bytes), bytes, again);
    case 2:
      return oneSpelling(decodeEnrolRequest(bytes), bytes, again);
    case 3:
      return oneSpelling(decodeEnrolled(bytes), bytes, again);
    case 4:
      return oneSpelling(decodeAccounts(bytes), bytes, again);
    case 5:
      return oneSpelling(decodeInvitations(bytes), bytes, again);
    case 6:
      return oneSpelling(decodeAudit(bytes), bytes, again);
    default:
      return oneSpelling(decodeAuditCounts(bytes), bytes, again);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::size_t kEach = 8;
  const std::size_t kind = data[0] % (2 * kEach);
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  if (kind < kEach) {
    hubMessage(kind, bytes);
  } else {
    serviceMessage(kind - kEach, bytes);
  }
  return 0;
}
