// What a person types or a request says in words: any text is understood in one way or refused.

#include "sync/hub/address.h"
#include "sync/hub/routes.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/request_auth.h"
#include "tests/fuzz/fuzz_input.h"

using namespace syncing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto auth = wire::decodeAuth(text); auth.ok())
    fuzz::require(wire::encodeAuth(*auth) == text);
  if (const auto enrolment = wire::parseEnrolment(text); enrolment.ok()) {
    const auto again = wire::parseEnrolment(wire::formatEnrolment(*enrolment));
    fuzz::require(again.ok() && *again == *enrolment);
  }
  if (const auto code = wire::normalCode(text)) fuzz::require(wire::normalCode(*code) == code);
  fuzz::require(hub::shortAddress(text).size() <= 64);
  fuzz::require(hub::limitAddress(text).size() <= 64);
  if (const auto asked = hub::routeOf("GET", text)) {
    for (const std::string_view wild : asked->wild)
      fuzz::require(wild.find_first_of("/?") == std::string_view::npos);
    (void)hub::queryNumber(asked->query, "after");
  }
  return 0;
}
