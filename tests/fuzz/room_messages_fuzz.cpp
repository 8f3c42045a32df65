// Anything may be said to a room: each message is understood in one way or refused, and what was
// understood is said again as it was.

#include "sync/wire/base64url.h"
#include "sync/wire/room_messages.h"
#include "tests/fuzz/fuzz_input.h"

using namespace syncing;

namespace {

template <class Value>
void staysAsItIs(const journal::Result<Value>& read,
                 journal::Result<Value> (*readAgain)(std::string_view)) {
  if (!read.ok()) return;
  const auto again = readAgain(wire::toJson(*read));
  fuzz::require(again.ok() && *again == *read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  staysAsItIs(wire::readEvent(text), wire::readEvent);
  staysAsItIs(wire::readJoining(text), wire::readJoining);
  staysAsItIs(wire::readRoomOpening(text), wire::readRoomOpening);
  staysAsItIs(wire::readDoor(text), wire::readDoor);
  staysAsItIs(wire::readLogAnswer(text), wire::readLogAnswer);
  staysAsItIs(wire::readViewAnswer(text), wire::readViewAnswer);
  staysAsItIs(wire::readRecall(text), wire::readRecall);
  if (const auto number = wire::readNumber(text); number.ok())
    fuzz::require(*wire::readNumber(wire::numberJson(*number)) == *number);
  const std::string say = wire::readSay(text);
  fuzz::require(wire::readSay(wire::sayJson(say)) == say);
  if (const auto bytes = wire::fromBase64url(text))
    fuzz::require(wire::toBase64url(*bytes) == text);
  return 0;
}
