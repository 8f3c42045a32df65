#include "app/cli/keeping.h"

#include "app/keeping/about.h"

namespace app::cli {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

Result<journal::LocalDate> dayOf(const Context& context, const std::string& given,
                                 const char* option) {
  if (given.empty()) return context.today();
  const auto day = journal::parseDate(given);
  if (day) return *day;
  return Error{ErrorCode::InvalidInput, option, "Dates are like 2026-01-22."};
}

Result<FoundPerson> findPerson(const Context& context, const std::string& who,
                               const std::string& reason) {
  J_TRY(const std::string given, context.given(who));
  FoundPerson found;
  J_TRY(found.reason, context.given(reason));
  J_TRY(found.journal, context.openJournal());
  J_TRY(const auto name, findName(*found.journal, given));
  J_TRY(found.everything, findAbout(*found.journal, name, found.reason, context.random, {}));
  return found;
}

}  // namespace app::cli
