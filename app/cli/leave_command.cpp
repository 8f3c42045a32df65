// What a tutor who leaves takes along.

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/journal_export.h"
#include "app/cli/wording.h"
#include "app/keeping/copies.h"
#include "journal/service/leavers_copy.h"
#include "journal/service/subject_access.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

struct LeaveWords {
  std::string approve;
  std::filesystem::path to;
};

Result<int> leave(Context& context, const LeaveWords& words) {
  if (words.approve.empty() != words.to.empty()) {
    return Error{ErrorCode::InvalidInput, "approval without a place, or a place without approval",
                 "Read the copy first. Then give --approve with the word under it, and --to."};
  }
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto copy, journal::service::leaversCopy(*journal, {}));
  if (words.to.empty()) {
    context.say(journal::exchange::accessText(copy));
    context.remark("If it may leave as it stands: --approve " + journal::service::approvalOf(copy) +
                   " --to FILE.html");
    return kDone;
  }
  J_CHECK(requireApproved(copy, words.approve));
  J_CHECK(writeCopies(words.to, copy));
  context.remark(kUnprotectedCopy);
  context.say("Written as a page to read, and beside it as JSON.");
  return kDone;
}

}  // namespace

void addLeaveCommand(const Command& app, Context& context) {
  auto command = app.command("leave", "Your own learning to take along: shown first, then written");
  auto words = std::make_shared<LeaveWords>();
  command.option("--approve", words->approve, "The word under the copy that you have read");
  command.option("--to", words->to, "The page to write, like learning.html");
  command.whenChosen(
      [&context, words] { context.action = [&context, words] { return leave(context, *words); }; });
}

}  // namespace app::cli
