#include "app/cli/hub_service.h"

#include <chrono>

namespace app::cli {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<ServiceSide> openService(const Context& context) {
  ServiceSide side;
  J_TRY(side.journal, context.openJournal());
  J_TRY(auto place, rememberedHub(*side.journal));
  if (!place) {
    return Error{ErrorCode::NotFound, "no hub",
                 "This journal is with no hub yet. Join one with \"hub join\"."};
  }
  side.place = std::move(*place);
  side.link = serviceLink(needsOf(*side.journal, context.clock, context.random), side.place);
  return side;
}

Error asRefusal(Error error) {
  if (error.code == ErrorCode::Locked) error.code = ErrorCode::Conflict;
  return error;
}

std::string minuteOf(std::int64_t atMs) {
  constexpr std::size_t kMinute = 16;  // "2026-01-22T09:05"
  std::string text = journal::isoTime(journal::UtcTime{std::chrono::milliseconds{atMs}});
  text.resize(kMinute);
  text[10] = ' ';
  return text + " UTC";
}

}  // namespace app::cli
