// Safeguarding hold, and the recorded steps by which it ends.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::HeldEntry;
using journal::Result;
using journal::service::Journal;

struct HoldWords {
  std::string id;
  bool back = false;
  std::string receivedBy;
  std::string date;
  std::string time;
  std::string wish;
  bool remove = false;
};

/// Those on hold first, then any other: by its whole id or the start of it.
Result<journal::ReflectionId> findToHold(Journal& journal, const std::string& id) {
  J_TRY(const auto held, journal.held());
  std::optional<journal::ReflectionId> found;
  for (const HeldEntry& entry : held) {
    if (id.size() < 4 || entry.id.hex().compare(0, id.size(), id) != 0) continue;
    if (found) {
      return Error{ErrorCode::Conflict, "id",
                   "Several begin like that. Give more digits of the id."};
    }
    found = entry.id;
  }
  if (found) return *found;
  return findReflection(journal, id);
}

std::string receiptWords(const journal::Receipt& receipt) {
  return fmt::format("{}, {} {:02}:{:02}", receipt.role, journal::isoDate(receipt.on),
                     receipt.at.count() / 60, receipt.at.count() % 60);
}

std::string stepWords(const HeldEntry& entry) {
  if (entry.isLine) return "the line your journal keeps";
  if (!entry.steps.received) return "not yet received by the DSL";
  std::string words = "received by " + receiptWords(*entry.steps.received);
  if (!entry.steps.wish) return words + "; not yet said what to do with it";
  return words + (*entry.steps.wish == journal::DslWish::Remove ? "; to be removed"
                                                                : "; to be kept on hold");
}

OrderedJson heldJson(const HeldEntry& entry) {
  OrderedJson json;
  json["id"] = entry.id.hex();
  json["date"] = journal::isoDate(entry.date);
  json["setting"] = std::string(journal::name(entry.setting));
  json["since"] = journal::isoTime(entry.since);
  json["line"] = entry.isLine;
  json["received"] = nullptr;
  json["wish"] = nullptr;
  if (entry.steps.received) json["received"] = receiptWords(*entry.steps.received);
  if (entry.steps.wish) {
    json["wish"] = *entry.steps.wish == journal::DslWish::Remove ? "remove" : "keep";
  }
  return json;
}

Result<int> listHeld(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto held, journal->held());
  if (context.options.json) {
    OrderedJson json = OrderedJson::array();
    for (const HeldEntry& entry : held) json.push_back(heldJson(entry));
    context.print(json);
    return kDone;
  }
  for (const HeldEntry& entry : held) {
    context.say(fmt::format("{}  {}  {}", journal::isoDate(entry.date), entry.id.hex().substr(0, 8),
                            stepWords(entry)));
  }
  if (held.empty()) context.say("Nothing is on hold.");
  return kDone;
}

Result<journal::Receipt> receiptFrom(const Context& context, const HoldWords& words) {
  J_TRY(const std::string role, context.given(words.receivedBy));
  const journal::UtcTime now = context.clock.now();
  const auto local = now + context.clock.utcOffset(now);
  journal::Receipt receipt{role, context.today(), {}};
  receipt.at = std::chrono::floor<std::chrono::minutes>(
      local - std::chrono::floor<std::chrono::days>(local));
  if (!words.date.empty()) {
    const auto date = journal::parseDate(words.date);
    if (!date) return Error{ErrorCode::InvalidInput, "--date", "Dates are like 2026-01-22."};
    receipt.on = *date;
  }
  if (!words.time.empty()) {
    const auto at = journal::parseTime("2000-01-01T" + words.time);
    if (!at || words.time.size() != 5) {
      return Error{ErrorCode::InvalidInput, "--time", "Times are like 16:05."};
    }
    receipt.at =
        std::chrono::floor<std::chrono::minutes>(*at - std::chrono::floor<std::chrono::days>(*at));
  }
  return receipt;
}

/// What one command line wants, and what is said once it is done.
struct Wanted {
  journal::service::Op op;
  const char* said;
};

Result<Wanted> wanted(const Context& context, const HoldWords& words, journal::ReflectionId id) {
  if (!words.receivedBy.empty()) {
    J_TRY(journal::Receipt receipt, receiptFrom(context, words));
    return Wanted{journal::service::RecordReceipt{id, std::move(receipt)},
                  "Recorded. It told no one."};
  }
  if (!words.wish.empty()) {
    const bool remove = words.wish == "remove";
    return Wanted{journal::service::RecordWish{
                      id, remove ? journal::DslWish::Remove : journal::DslWish::KeepOnHold},
                  "Recorded."};
  }
  if (words.remove) {
    return Wanted{
        journal::service::RemoveHeld{id},
        "Removed. Your journal keeps that it was removed, and no more. Its sealed history "
        "and your backups still hold the words under your passphrase."};
  }
  return Wanted{journal::service::HoldReflection{id, !words.back},
                words.back
                    ? "Released."
                    : "Held: it is out of search, tags and everything that is shared. Saving "
                      "has told nobody; speak to your DSL."};
}

Result<int> hold(Context& context, const HoldWords& words) {
  const int steps = int{words.back} + int{!words.receivedBy.empty()} + int{!words.wish.empty()} +
                    int{words.remove};
  if (steps > 1) {
    return Error{ErrorCode::InvalidInput, "several steps", "One step of a hold at a time."};
  }
  if (words.receivedBy.empty() && (!words.date.empty() || !words.time.empty())) {
    return Error{ErrorCode::InvalidInput, "a time of nothing",
                 "--date and --time say when the DSL received it: give --received-by too."};
  }
  if (words.id.empty() && steps > 0) {
    return Error{ErrorCode::InvalidInput, "no id", "Say which entry, by its id."};
  }
  if (words.id.empty()) return listHeld(context);
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findToHold(*journal, words.id));
  J_TRY(const Wanted step, wanted(context, words, id));
  J_TRY(const auto done, journal->apply(step.op));
  (void)done;
  context.say(step.said);
  return kDone;
}

}  // namespace

void addHoldCommand(const Command& app, Context& context) {
  auto sub = app.command("hold", "Safeguarding hold on a reflection, and how it ends");
  auto words = std::make_shared<HoldWords>();
  sub.option("id", words->id, "Its id, or the start of it; without one, what is on hold");
  sub.flag("--undo", words->back, "Take a hold off that was a slip, within the hour");
  sub.option("--received-by", words->receivedBy,
             "Record who has received it, by their role, or @FILE");
  sub.option("--date", words->date, "The day they received it, like 2026-01-22 (today)");
  sub.option("--time", words->time, "And when, like 16:05 (now)");
  sub.option("--wish", words->wish, "Record what the DSL wants done with it: keep or remove")
      .oneOf({"keep", "remove"});
  sub.flag("--remove", words->remove, "Remove it, once the DSL has it and wants it removed");
  sub.whenChosen(
      [&context, words] { context.action = [&context, words] { return hold(context, *words); }; });
}

}  // namespace app::cli
