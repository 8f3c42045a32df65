// Erasing somebody: from their code to all its uses, listed before anything happens.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/keeping.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/keeping/erasing.h"

namespace app::cli {
namespace {

using journal::Result;
using journal::service::ErasurePlan;
using Fate = ErasurePlan::Fate;

struct ErasePersonWords {
  std::string who;
  std::string reason;
  bool keepLearning = false;
  bool forGood = false;
};

const char* fateName(Fate fate) {
  switch (fate) {
    case Fate::Goes:
      return "goes";
    case Fate::WithoutThem:
      return "without_them";
    case Fate::WithdrawFirst:
      return "withdraw_first";
  }
  return "";
}

void sayPlan(const Context& context, const ErasurePlan& plan) {
  if (context.options.json) {
    OrderedJson json;
    json["what"] = OrderedJson::array();
    for (const ErasurePlan::Line& line : plan.lines) {
      OrderedJson one;
      one["kind"] = line.kind;
      one["id"] = line.id;
      one["what"] = line.what;
      one["fate"] = fateName(line.fate);
      json["what"].push_back(std::move(one));
    }
    json["held"] = plan.held;
    json["must_withdraw"] = plan.mustWithdraw;
    return context.print(json);
  }
  for (const ErasurePlan::Line& line : plan.lines) {
    context.say(fmt::format("{:<12} {:<9} {}: {}", plainly(line.kind), line.id.substr(0, 8),
                            line.what, fateWords(line.fate)));
  }
  if (plan.held != 0) context.say(heldWords(plan));
}

Result<int> erasePerson(Context& context, const ErasePersonWords& words) {
  J_TRY(const FoundPerson found, findPerson(context, words.who, words.reason));
  J_TRY(const ErasurePlan plan,
        planErasing(*found.journal, found.everything, words.keepLearning, context.random));
  if (!words.forGood) {
    sayPlan(context, plan);
    context.remark("Nothing has happened yet. Say --for-good as well: it cannot be undone.");
    return kDone;
  }
  if (plan.mustWithdraw) sayPlan(context, plan);
  J_TRY(const auto changes,
        app::erasePerson(*found.journal, found.everything, plan, found.reason, context.random));
  (void)changes;
  sayPlan(context, plan);
  context.remark(kErasedWhere);
  return kDone;
}

}  // namespace

void addErasePersonCommand(const Command& app, Context& context) {
  auto command = app.command("erase-person", "Erase somebody from everything: listed first");
  auto words = std::make_shared<ErasePersonWords>();
  command.option("who", words->who, "A young person or colleague by code, or @FILE").required();
  command.option("--reason", words->reason, "Who asked and why, or @FILE; it is logged").required();
  command.flag("--keep-learning", words->keepLearning,
               "Entries about them alone stay as well, with them taken out");
  command.flag("--for-good", words->forGood, "Do it. It cannot be undone");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return erasePerson(context, *words); };
  });
}

}  // namespace app::cli
