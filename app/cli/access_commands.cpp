// Everything about somebody: to look, and as a copy for them.

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/journal_export.h"
#include "app/cli/keeping.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/keeping/about.h"
#include "app/keeping/copies.h"

namespace app::cli {
namespace {

using journal::AccessRecord;
using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::exchange::AccessCopy;
using journal::exchange::AccessItem;

struct AccessWords {
  std::string who;
  std::string reason;
  std::vector<std::string> leaveOut;
  std::string approve;
  std::filesystem::path to;
};

OrderedJson countsJson(const journal::AccessCounts& counts) {
  OrderedJson json;
  json["entries"] = counts.entries;
  json["held"] = counts.held;
  json["tags"] = counts.tags;
  json["plans"] = counts.plans;
  json["permissions"] = counts.permissions;
  json["case_studies"] = counts.caseStudies;
  json["left"] = counts.left;
  return json;
}

Result<int> find(Context& context, const AccessWords& words) {
  J_TRY(const FoundPerson found, findPerson(context, words.who, words.reason));
  const AccessCopy copy =
      journal::service::accessCopy(found.everything, context.today(), words.leaveOut);
  const journal::AccessCounts counts = found.everything.counts();
  if (context.options.json) {
    OrderedJson json;
    json["code"] = found.everything.who.codeName;
    json["counts"] = countsJson(counts);
    json["found"] = OrderedJson::array();
    for (const AccessItem& item : copy.items) {
      OrderedJson one;
      one["kind"] = item.kind;
      one["date"] = item.entry.date;
      json["found"].push_back(std::move(one));
    }
    context.print(json);
    return kDone;
  }
  for (const AccessItem& item : copy.items) context.say(item.entry.heading);
  context.say("Found: " + countsWords(counts) + ".");
  context.say("That this was looked for is in the journal's log: access log.");
  return kDone;
}

Result<std::vector<std::string>> wordsToLeaveOut(const Context& context, const AccessWords& words) {
  std::vector<std::string> all;
  for (const std::string& one : words.leaveOut) {
    J_TRY(std::string given, context.given(one));
    all.push_back(std::move(given));
  }
  return all;
}

Result<int> copyOut(Context& context, const AccessWords& words) {
  if (words.approve.empty() != words.to.empty()) {
    return Error{ErrorCode::InvalidInput, "approval without a place, or a place without approval",
                 "Read the copy first. Then give --approve with the word under it, and --to."};
  }
  if (!words.to.empty()) J_CHECK(requireRoomForCopies(words.to));
  J_TRY(const auto leftOut, wordsToLeaveOut(context, words));
  J_TRY(const FoundPerson found, findPerson(context, words.who, words.reason));
  const AccessCopy copy = journal::service::accessCopy(found.everything, context.today(), leftOut);
  if (words.to.empty()) {
    context.say(journal::exchange::accessText(copy));
    context.remark(
        "Read it as they will. Somebody else who can be told by what is said, without a name, is "
        "for you to find: --leave-out takes words out.");
    context.remark("If it may leave as it stands: --approve " + journal::service::approvalOf(copy) +
                   " --to FILE.html");
    return kDone;
  }
  J_CHECK(requireApproved(copy, words.approve));
  J_CHECK(logAccess(*found.journal, found.everything, journal::AccessKind::Copy, found.reason,
                    context.random));
  J_CHECK(writeCopies(words.to, copy));
  context.remark(kUnprotectedCopy);
  context.say("Written as a page to read, and beside it as JSON.");
  return kDone;
}

Result<int> showLog(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const Shower shower, Shower::of(*journal, journal::NamesShown::Code));
  J_TRY(const auto log, journal->accessLog());
  OrderedJson json = OrderedJson::array();
  for (const AccessRecord& one : log) {
    if (!context.options.json) {
      context.say(fmt::format("{}  {}  about {}: {}  ({})", journal::isoTime(one.at),
                              journal::name(one.kind), shower.name(one.about), one.reason,
                              countsWords(one.counts)));
      continue;
    }
    OrderedJson line;
    line["at"] = journal::isoTime(one.at);
    line["kind"] = std::string(journal::name(one.kind));
    line["about"] = shower.name(one.about);
    line["reason"] = one.reason;
    line["counts"] = countsJson(one.counts);
    json.push_back(std::move(line));
  }
  if (context.options.json) context.print(json);
  if (log.empty() && !context.options.json) context.say("Nobody was looked for yet.");
  return kDone;
}

std::shared_ptr<AccessWords> addPerson(const Command& command) {
  auto words = std::make_shared<AccessWords>();
  command.option("who", words->who, "A young person or colleague by code, or @FILE").required();
  command.option("--reason", words->reason, "Who asked and why, or @FILE; it is logged").required();
  return words;
}

}  // namespace

void addAccessCommands(const Command& app, Context& context) {
  auto group = app.command("access", "Everything about somebody, and a copy for them");
  group.requireCommand();
  auto finding = group.command("find", "List where somebody is written about");
  auto found = addPerson(finding);
  finding.whenChosen(
      [&context, found] { context.action = [&context, found] { return find(context, *found); }; });
  auto copying = group.command("copy", "The copy for them: shown first, then written");
  auto copied = addPerson(copying);
  copying.option("--leave-out", copied->leaveOut, "Words to leave out too, or @FILE; repeatable");
  copying.option("--approve", copied->approve, "The word under the copy that you have read");
  copying.option("--to", copied->to, "The page to write, like about.html");
  copying.whenChosen([&context, copied] {
    context.action = [&context, copied] { return copyOut(context, *copied); };
  });
  group.command("log", "Every search that was made, and why").whenChosen([&context] {
    context.action = [&context] { return showLog(context); };
  });
}

}  // namespace app::cli
