// The record of a group's session: shown, actions ticked, things struck out, deleted.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/evidence_desk.h"
#include "app/cli/groups.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "journal/domain/session/names.h"
#include "journal/exchange/group_record.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::GroupSession;
using journal::KeptCard;
using journal::Result;

struct RecordWords {
  std::string id;
  std::vector<std::string> numbers;
  bool forGood = false;
  bool notDone = false;
};

OrderedJson cardJson(const GroupSession& held, std::size_t index, journal::LocalDate today) {
  const KeptCard& card = held.cards[index];
  return {{"number", index + 1}, {"kind", std::string(journal::session::name(card.kind))},
          {"words", card.text},  {"group", isTheGroups(held, card)},
          {"own", card.own},     {"leaves", card.leaves},
          {"done", card.done},   {"may_be_struck", mayStrike(held, card, today)}};
}

void sayRecord(const Context& context, const GroupSession& held) {
  const auto day = context.today();
  context.say(fmt::format("{}, {}. {}, {} minutes, {} people.", held.title,
                          journal::isoDate(held.day), held.format.name, held.lasted.count(),
                          held.headcount));
  for (std::size_t i = 0; i < held.cards.size(); ++i) {
    const KeptCard& card = held.cards[i];
    context.say(fmt::format("{:>3}  {}{}: {}{}{}", i + 1,
                            isTheGroups(held, card) ? "" : "your own, ",
                            journal::exchange::nameOfKept(card.kind), card.text,
                            card.done ? " (done)" : "", card.leaves ? " (may leave)" : ""));
  }
  const auto until = journal::strikeUntil(held.day);
  context.say(held.led && day <= until
                  ? "The group may strike things out until " + journal::isoDate(until) + "."
                  : "Your own words can be taken out at any time.");
  context.say("Kept until " + journal::isoDate(journal::recordEnds(held.day)) + ".");
}

Result<int> showRecord(Context& context, const RecordWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const GroupSession held, heldSessionOf(*journal, words.id));
  if (!context.options.json) {
    sayRecord(context, held);
    return kDone;
  }
  OrderedJson json{{"id", held.id.hex()},
                   {"title", held.title},
                   {"day", journal::isoDate(held.day)},
                   {"minutes", held.lasted.count()},
                   {"strike_until", journal::isoDate(journal::strikeUntil(held.day))},
                   {"kept_until", journal::isoDate(journal::recordEnds(held.day))},
                   {"cards", OrderedJson::array()}};
  for (std::size_t i = 0; i < held.cards.size(); ++i)
    json["cards"].push_back(cardJson(held, i, context.today()));
  context.print(json);
  return kDone;
}

/// Numbers as show gives them, as places among the cards.
Result<std::vector<std::size_t>> placesOf(const GroupSession& held,
                                          const std::vector<std::string>& numbers) {
  std::vector<std::size_t> places;
  for (const std::string& number : numbers) {
    const bool digits =
        !number.empty() && number.size() < 6 &&
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::size_t place = digits ? std::stoul(number) : 0;
    if (place == 0 || place > held.cards.size())
      return Error{ErrorCode::InvalidInput, "number of a card",
                   "Nothing in the record has that number: groups show lists them."};
    places.push_back(place - 1);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// What was sent of them is taken back first, where there is a store to take it back from.
Result<void> takeBackFirst(Context& context, const GroupSession& held,
                           const std::vector<KeptCard>& cards) {
  const bool any =
      std::any_of(cards.begin(), cards.end(), [](const KeptCard& card) { return card.leaves; });
  std::error_code ignored;
  if (!any || !std::filesystem::exists(context.options.evidence, ignored)) return {};
  J_TRY(const auto store, context.openEvidence(context.options.evidencePassphrase));
  EvidenceDesk desk(*store);
  return journal::service::takeBackThemes(held.id, cards, desk);
}

Result<int> strike(Context& context, const RecordWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const GroupSession held, heldSessionOf(*journal, words.id));
  J_TRY(const auto places, placesOf(held, words.numbers));
  std::vector<KeptCard> cards;
  for (const std::size_t place : places) cards.push_back(held.cards[place]);
  if (!words.forGood) {
    for (const KeptCard& card : cards) context.say(card.text);
    context.remark("Nothing has happened yet. Say --for-good as well: it cannot be undone.");
    return kDone;
  }
  J_CHECK(takeBackFirst(context, held, cards));
  J_TRY(const auto done, journal->apply(journal::service::StrikeFromSession{held.id, cards}));
  (void)done;
  context.say(counted(cards.size(), "thing") + " struck out, with every earlier version.");
  return kDone;
}

Result<int> tick(Context& context, const RecordWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(GroupSession held, heldSessionOf(*journal, words.id));
  J_TRY(const auto places, placesOf(held, words.numbers));
  for (const std::size_t place : places) {
    if (held.cards[place].kind != journal::session::CardKind::Action)
      return Error{ErrorCode::InvalidInput, "not an action",
                   "Only what the group said it would try can be done."};
    held.cards[place].done = !words.notDone;
  }
  J_TRY(const auto done, journal->apply(journal::service::PutGroupSession{std::move(held)}));
  (void)done;
  context.say(words.notDone ? "Open again." : "Done.");
  return kDone;
}

Result<int> deleteRecord(Context& context, const RecordWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const GroupSession held, heldSessionOf(*journal, words.id));
  if (!words.forGood) {
    sayRecord(context, held);
    context.remark("Nothing has happened yet. Say --for-good as well: it cannot be undone.");
    return kDone;
  }
  journal::service::Erase erase;
  erase.groupSessions.push_back(held.id);
  J_TRY(const auto done, journal->apply(erase));
  (void)done;
  context.say(
      "The record is deleted here, with every version; on your other devices and the hub when they "
      "next synchronise. Backups keep what they hold.");
  return kDone;
}

Command addOf(const Command& groups, Context& context, const char* name, const char* what,
              const std::shared_ptr<RecordWords>& words,
              Result<int> (*run)(Context&, const RecordWords&)) {
  auto command = groups.command(name, what);
  command.option("id", words->id, "Its id, or the start of it").required();
  command.whenChosen([&context, words, run] {
    context.action = [&context, words, run] { return run(context, *words); };
  });
  return command;
}

}  // namespace

void addGroupRecordCommands(const Command& groups, Context& context) {
  const auto words = std::make_shared<RecordWords>();
  addOf(groups, context, "show", "What stands in the record of a session", words, showRecord);
  auto ticking = addOf(groups, context, "done", "Tick actions of a session", words, tick);
  ticking.option("numbers", words->numbers, "Their numbers, from groups show").required();
  ticking.flag("--not", words->notDone, "Untick them");
  auto striking =
      addOf(groups, context, "strike", "Strike things out of a record, for good", words, strike);
  striking.option("numbers", words->numbers, "Their numbers, from groups show").required();
  striking.flag("--for-good", words->forGood, "Do it. It cannot be undone");
  auto deleting =
      addOf(groups, context, "delete", "Delete the record of a session", words, deleteRecord);
  deleting.flag("--for-good", words->forGood, "Do it. It cannot be undone");
}

}  // namespace app::cli
