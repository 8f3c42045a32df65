// Legal hold: what an inquiry or a claim forbids to erase, and its end.

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/keeping.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::LegalHold;
using journal::Result;

struct LegalHoldWords {
  std::string about;
  std::string reason;
  std::string since;
  std::string id;
  std::string on;
};

OrderedJson legalHoldJson(const LegalHold& hold, const Shower& shower) {
  OrderedJson json;
  json["id"] = hold.id.hex();
  json["about"] = hold.about ? OrderedJson(shower.name(*hold.about)) : OrderedJson(nullptr);
  json["reason"] = hold.reason;
  json["since"] = journal::isoDate(hold.since);
  json["lifted_on"] = nullptr;
  json["lifted_because"] = nullptr;
  if (hold.ended) {
    json["lifted_on"] = journal::isoDate(hold.ended->on);
    json["lifted_because"] = hold.ended->reason;
  }
  return json;
}

std::string legalHoldLine(const LegalHold& hold, const Shower& shower) {
  std::string line =
      fmt::format("{}  {}  since {}: {}", hold.id.hex().substr(0, 8),
                  hold.about ? "what is about " + shower.name(*hold.about) : "the whole journal",
                  journal::isoDate(hold.since), hold.reason);
  if (hold.ended) {
    line += fmt::format("  (lifted {}: {})", journal::isoDate(hold.ended->on), hold.ended->reason);
  }
  return line;
}

Result<int> listLegalHolds(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  J_TRY(const auto holds, journal->legalHolds());
  OrderedJson json = OrderedJson::array();
  for (const LegalHold& hold : holds) {
    if (context.options.json) json.push_back(legalHoldJson(hold, shower));
    if (!context.options.json) context.say(legalHoldLine(hold, shower));
  }
  if (context.options.json) context.print(json);
  if (holds.empty() && !context.options.json) context.say("There is no legal hold.");
  return kDone;
}

Result<int> putOn(Context& context, const LegalHoldWords& words) {
  LegalHold hold;
  J_TRY(hold.reason, context.given(words.reason));
  J_TRY(hold.since, dayOf(context, words.since, "--since"));
  J_TRY(const auto journal, context.openJournal());
  if (!words.about.empty()) {
    J_TRY(const std::string who, context.given(words.about));
    J_TRY(const auto name, findName(*journal, who));
    hold.about = name.id;
  }
  hold.id = journal::LegalHoldId::random(context.random);
  J_TRY(const auto done, journal->apply(journal::service::PutLegalHold{hold}));
  (void)done;
  context.say(fmt::format(
      "On, as {}: nothing {} is erased, removed or offered for erasing until it is lifted.",
      hold.id.hex().substr(0, 8), hold.about ? "about them" : "in this journal"));
  context.say(
      "Your other devices know when they next synchronise. What one of them erased before it knew "
      "stays erased.");
  return kDone;
}

Result<LegalHold> findLegalHold(journal::service::Journal& journal, const std::string& id) {
  J_TRY(const auto holds, journal.legalHolds());
  std::vector<LegalHold> found;
  for (const LegalHold& hold : holds) {
    if (id.size() >= 4 && hold.id.hex().compare(0, id.size(), id) == 0) found.push_back(hold);
  }
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    return Error{ErrorCode::NotFound, "legal hold", "There is no legal hold of that id."};
  }
  return Error{ErrorCode::Conflict, "id", "Several begin like that. Give more digits of the id."};
}

Result<int> lift(Context& context, const LegalHoldWords& words) {
  journal::LegalHoldEnd end;
  J_TRY(end.reason, context.given(words.reason));
  J_TRY(end.on, dayOf(context, words.on, "--date"));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const LegalHold hold, findLegalHold(*journal, words.id));
  J_TRY(const auto done, journal->apply(journal::service::LiftLegalHold{hold.id, end}));
  (void)done;
  context.say("Lifted. That it stood, why and until when stays on record.");
  return kDone;
}

}  // namespace

void addLegalHoldCommand(const Command& app, Context& context) {
  auto group = app.command("legal-hold", "What an inquiry or a claim forbids to erase");
  group.requireCommand();
  auto words = std::make_shared<LegalHoldWords>();
  auto list = group.command("list", "Every legal hold, those that were lifted too");
  list.whenChosen([&context] { context.action = [&context] { return listLegalHolds(context); }; });
  auto on = group.command("on", "Put one on");
  on.option("--reason", words->reason, "Why, in a sentence, or @FILE").required();
  on.option("--about", words->about, "A young person by code, or @FILE; without it, everything");
  on.option("--since", words->since, "The day it began, like 2026-01-22 (today)");
  on.whenChosen(
      [&context, words] { context.action = [&context, words] { return putOn(context, *words); }; });
  auto off = group.command("lift", "Take one off");
  off.option("id", words->id, "Its id, or the start of it").required();
  off.option("--reason", words->reason, "Why, in a sentence, or @FILE").required();
  off.option("--date", words->on, "The day it ended, like 2026-01-22 (today)");
  off.whenChosen(
      [&context, words] { context.action = [&context, words] { return lift(context, *words); }; });
}

}  // namespace app::cli
