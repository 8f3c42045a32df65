// What has passed its time: listed, kept as own learning, erased or renewed. Nothing goes by
// itself.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/keeping.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/keeping/past_time.h"
#include "journal/exchange/keeping_schedule.h"
#include "journal/service/due_today.h"
#include "journal/service/keep_learning.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::KeptKind;
using journal::Result;
using journal::service::Due;
using journal::service::DueToday;
using journal::service::Journal;

struct RetentionWords {
  std::string schedule;
  std::vector<std::string> ids;
  std::string id;
  std::string file;
  std::string approve;
  bool forGood = false;
  std::string by;
  std::string how;
  std::string until;
  int level = -1;
};

std::string idOf(const Due& due) {
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry:
      return due.entry.hex();
    case KeptKind::FocusRecord:
      return due.person.hex();
    case KeptKind::CaseStudy:
      return due.study.hex();
    case KeptKind::Consent:
      return due.answer.hex();
    case KeptKind::GroupRecord:
      return due.group.hex();
  }
  return {};
}

const char* offerOf(const Due& due) {
  switch (due.kind) {
    case KeptKind::PrivateEntry:
    case KeptKind::SharedEntry:
      return "keep your own learning (retention learning), or erase it";
    case KeptKind::FocusRecord:
      return "erase them from everything (erase-person)";
    case KeptKind::CaseStudy:
      return due.isRetired ? "erase it"
                           : "renew it, or have the service retire it, which takes it out of use";
    case KeptKind::Consent:
    case KeptKind::GroupRecord:
      return "erase it";
  }
  return "";
}

Result<journal::KeepingSchedule> scheduleOf(const Context& context, const RetentionWords& words) {
  if (words.schedule.empty()) return journal::KeepingSchedule();
  J_TRY(const std::string json, context.readText(words.schedule));
  return journal::exchange::readKeepingSchedule(json);
}

OrderedJson dueJson(const Due& due, const Shower& shower) {
  OrderedJson json;
  json["kind"] = std::string(journal::name(due.kind));
  json["id"] = idOf(due);
  json["kept_until"] = journal::isoDate(due.until);
  json["about"] = due.person.isNil() ? OrderedJson(nullptr) : OrderedJson(shower.name(due.person));
  json["offer"] = offerOf(due);
  return json;
}

void sayDue(const Context& context, const DueToday& today, const Shower& shower) {
  for (const Due& due : today.due) {
    context.say(fmt::format("{}  {}{}, kept until {}: {}", idOf(due).substr(0, 8),
                            plainly(journal::name(due.kind)),
                            due.person.isNil() ? "" : " of " + shower.name(due.person),
                            journal::isoDate(due.until), offerOf(due)));
  }
  for (const auto& study : today.quotingErased) {
    context.say(study.hex().substr(0, 8) +
                "  case study that still quotes erased words: retention requote");
  }
  if (today.due.empty() && today.quotingErased.empty()) context.say("Nothing is past its time.");
  if (today.underLegalHold != 0) {
    context.say(counted(today.underLegalHold, "thing") +
                " past its time stays, because of a legal hold: legal-hold list.");
  }
}

Result<int> listDue(Context& context, const RetentionWords& words) {
  J_TRY(const auto schedule, scheduleOf(context, words));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  J_TRY(const DueToday today, journal::service::dueToday(*journal, schedule, context.today(), {}));
  if (!context.options.json) {
    sayDue(context, today, shower);
    return kDone;
  }
  OrderedJson json;
  json["due"] = OrderedJson::array();
  for (const Due& due : today.due) json["due"].push_back(dueJson(due, shower));
  json["under_legal_hold"] = today.underLegalHold;
  json["quoting_erased"] = OrderedJson::array();
  for (const auto& study : today.quotingErased) json["quoting_erased"].push_back(study.hex());
  context.print(json);
  return kDone;
}

/// Adds what `id` begins to what is erased; only what is past its time is.
Result<void> addDue(const DueToday& today, const std::string& id, journal::service::Erase& erase) {
  const Due* found = nullptr;
  for (const Due& due : today.due) {
    if (id.size() < 4 || idOf(due).compare(0, id.size(), id) != 0) continue;
    if (found != nullptr) {
      return Error{ErrorCode::Conflict, "id",
                   "Several begin like that. Give more digits of the id."};
    }
    found = &due;
  }
  if (found == nullptr) {
    return Error{ErrorCode::NotFound, "due", "Nothing of that id is past its time."};
  }
  if (isErasable(*found)) {
    addTo(erase, *found);
    return {};
  }
  return Error{ErrorCode::Conflict, "not erased from here",
               std::string("This is what is offered for it: ") + offerOf(*found) + "."};
}

Result<int> eraseDue(Context& context, const RetentionWords& words) {
  J_TRY(const auto schedule, scheduleOf(context, words));
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const DueToday today, journal::service::dueToday(*journal, schedule, context.today(), {}));
  journal::service::Erase erase;
  for (const std::string& id : words.ids) J_CHECK(addDue(today, id, erase));
  if (!words.forGood) {
    context.remark("Nothing has happened yet. Say --for-good as well: it cannot be undone.");
    return kDone;
  }
  J_TRY(const auto done, journal->apply(erase));
  (void)done;
  context.say(counted(words.ids.size(), "thing") +
              " erased here, with every version; on your other devices and the hub when they next "
              "synchronise. Backups keep what they hold.");
  return kDone;
}

Result<int> sayLearning(const Context& context, const journal::service::OwnLearning& kept,
                        const std::string& read, const std::string& approval) {
  context.say(read);
  context.remark(counted(kept.tags.size(), "tag") +
                 " on the same words stays; what is about a young person goes, and every earlier "
                 "version, and pictures and recordings. Read it through: other words can stay "
                 "instead, with --file.");
  context.remark("If this is what stays: --approve " + approval);
  return kDone;
}

Result<int> keepLearning(Context& context, const RetentionWords& words) {
  std::optional<std::string> ownWords;
  if (!words.file.empty()) {
    J_TRY(ownWords, context.readText(words.file));
  }
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findReflection(*journal, words.id));
  J_TRY(auto kept, journal::service::learningFrom(*journal, id, ownWords));
  J_TRY(const auto names, journal->names());
  const std::string read = learningWords(kept, names);
  const std::string approval = approvalOf(kept, read);
  if (words.approve.empty()) return sayLearning(context, kept, read, approval);
  if (words.approve != approval) {
    return Error{ErrorCode::Conflict, "another text than the one approved",
                 "Something changed since you read it. Read it once more before it is kept."};
  }
  const auto erase = keepOnly(std::move(kept), context.random);
  J_TRY(const auto done, journal->apply(erase));
  (void)done;
  context.say("Kept as " + erase.replaced.front().kept.id.hex() + "; what it came from is erased.");
  return kDone;
}

Result<int> requote(Context& context, const RetentionWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, words.id));
  journal::service::Erase erase;
  erase.requoted.push_back(id);
  J_TRY(const auto done, journal->apply(erase));
  (void)done;
  context.say("It goes on as a draft without the quotes of what is gone.");
  return kDone;
}

Result<int> renew(Context& context, const RetentionWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto id, findCaseStudy(*journal, words.id));
  J_TRY(const auto study, journal->caseStudy(id));
  Renewal renewal;
  J_TRY(renewal.by, context.given(words.by));
  J_TRY(renewal.how, context.given(words.how));
  if (!words.until.empty()) {
    J_TRY(renewal.until, dayOf(context, words.until, "--until"));
  }
  if (words.level >= 0) renewal.level = journal::UseLevel::of(words.level);
  const auto renewing = renewed(study, renewal, context.today());
  J_TRY(const auto done, journal->apply(renewing));
  (void)done;
  context.say("Kept until " + journal::isoDate(renewing.agreement.until) +
              " here. The service's own copy keeps the date it was sent with.");
  return kDone;
}

void addRenew(const Command& group, Context& context) {
  auto command =
      group.command("renew", "Keep an approved case study for longer, six years at most");
  auto words = std::make_shared<RetentionWords>();
  command.option("id", words->id, "The case study's id, or the start of it").required();
  command.option("--by", words->by, "Who agreed, by their role").required();
  command.option("--how", words->how, "How they were asked").required();
  command.option("--until", words->until, "The last day, like 2028-01-22 (two years from today)");
  command.option("--level", words->level, "A lower use level, 0 to 3")
      .within(std::int64_t{0}, std::int64_t{3});
  command.whenChosen(
      [&context, words] { context.action = [&context, words] { return renew(context, *words); }; });
}

void addSchedule(const Command& command, const std::shared_ptr<RetentionWords>& words) {
  command.option("--schedule", words->schedule, "The service's own schedule, which wins")
      .typeName("FILE");
}

void addErasing(const Command& group, Context& context) {
  auto command = group.command("erase", "Erase for good what is past its time");
  auto words = std::make_shared<RetentionWords>();
  command.option("ids", words->ids, "Their ids, or the starts of them").required();
  addSchedule(command, words);
  command.flag("--for-good", words->forGood, "Do it. It cannot be undone");
  command.whenChosen([&context, words] {
    context.action = [&context, words] { return eraseDue(context, *words); };
  });
}

}  // namespace

void addRetentionCommands(const Command& app, Context& context) {
  auto group = app.command("retention", "What is past its time, for you to decide about");
  group.requireCommand();
  auto listing = group.command("list", "What is past its time today, and what is offered");
  auto words = std::make_shared<RetentionWords>();
  addSchedule(listing, words);
  listing.whenChosen([&context, words] {
    context.action = [&context, words] { return listDue(context, *words); };
  });
  auto keeping = group.command("learning", "Keep your own learning of an entry: shown first");
  auto kept = std::make_shared<RetentionWords>();
  keeping.option("id", kept->id, "Its id, or the start of it").required();
  keeping.option("--file", kept->file, "Your own wording instead of what is shown");
  keeping.option("--approve", kept->approve, "The word under the text that you have read");
  keeping.whenChosen([&context, kept] {
    context.action = [&context, kept] { return keepLearning(context, *kept); };
  });
  auto requoting = group.command("requote", "Take the quotes of erased words out of a case study");
  auto requoted = std::make_shared<RetentionWords>();
  requoting.option("id", requoted->id, "The case study's id, or the start of it").required();
  requoting.whenChosen([&context, requoted] {
    context.action = [&context, requoted] { return requote(context, *requoted); };
  });
  addErasing(group, context);
  addRenew(group, context);
}

}  // namespace app::cli
