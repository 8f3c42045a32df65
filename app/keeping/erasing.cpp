#include "app/keeping/erasing.h"

#include <fmt/format.h>

#include "app/keeping/about.h"
#include "journal/domain/legal_hold.h"

namespace app {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::ErasurePlan;
using journal::service::Everything;
using Fate = ErasurePlan::Fate;

Result<ErasurePlan> planErasing(journal::service::Journal& journal, const Everything& found,
                                bool keepLearning, journal::Random& random) {
  J_TRY(const auto holds, journal.legalHolds());
  if (const auto* hold = journal::holdOver(holds, {found.who.id})) {
    return journal::underLegalHold(*hold, hold->about ? &found.who : nullptr);
  }
  return journal::service::planErasure(found, keepLearning, random);
}

Result<journal::service::Changes> erasePerson(journal::service::Journal& journal,
                                              const Everything& found, const ErasurePlan& plan,
                                              const std::string& reason, journal::Random& random) {
  if (plan.mustWithdraw) {
    return Error{ErrorCode::Conflict, "a case study that others have",
                 "Nothing was erased. Others have a case study about them: withdraw it first."};
  }
  J_TRY(const auto done, journal.apply(plan.op));
  J_CHECK(logAccess(journal, found, journal::AccessKind::Erasure, reason, random));
  return done.changes;
}

const char* fateWords(Fate fate) {
  switch (fate) {
    case Fate::Goes:
      return "goes";
    case Fate::WithoutThem:
      return "stays without them, and without its history";
    case Fate::WithdrawFirst:
      return "has to be withdrawn first: others have it";
  }
  return "";
}

std::string heldWords(const ErasurePlan& plan) {
  if (plan.held == 0) return {};
  return fmt::format(
      "{} on safeguarding hold: it stays until the DSL says that it may go, and so do their name, "
      "their plan and what was answered.",
      plan.held == 1 ? "1 entry" : fmt::format("{} entries", plan.held));
}

}  // namespace app
