// What was done at a service, as far as one's role includes seeing it, and whether it still stands
// there as it was written.

#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/hub_service.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "sync/wire/audit_chain.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using syncing::wire::AuditRow;

struct AuditWords {
  bool own = false;
  bool summary = false;
  bool check = false;
  std::uint64_t after = 0;
  std::string head;
};

/// How far this device has followed the chain: "<rows> <head>".
constexpr std::string_view kFollowedKey = "hub audit";

struct Followed {
  std::int64_t rows = 0;
  std::string head;
};

Result<Followed> followedBefore(const ServiceSide& service) {
  J_TRY(const auto kept, service.journal->remembered(kFollowedKey));
  Followed followed;
  if (!kept) return followed;
  const std::size_t blank = kept->find(' ');
  const auto read = std::from_chars(kept->data(), kept->data() + kept->size(), followed.rows);
  if (blank == std::string::npos || read.ptr != kept->data() + blank)
    return Error{ErrorCode::Corrupt, "what is remembered of the audit"};
  followed.head = kept->substr(blank + 1);
  return followed;
}

Error changedSince(std::int64_t rows) {
  return {ErrorCode::Corrupt, "audit differs within row " + std::to_string(rows),
          fmt::format("The hub's audit is not what it was: something in its first {} was changed "
                      "or taken away. Keep what you have of it, and ask whoever runs the hub.",
                      counted(static_cast<std::size_t>(rows), "row"))};
}

OrderedJson rowJson(const AuditRow& row) {
  OrderedJson json;
  json["row"] = row.seq;
  json["at"] = minuteOf(row.atMs);
  json["account"] = row.actor.isNil() ? OrderedJson(nullptr) : OrderedJson(row.actor.hex());
  json["action"] = row.action;
  json["object"] = row.object;
  json["result"] = row.result;
  json["from"] = row.address;
  return json;
}

std::string auditLine(const AuditRow& row) {
  constexpr std::size_t kShown = 8;
  const std::string who = row.actor.isNil() ? "-" : row.actor.hex().substr(0, kShown);
  const std::string object =
      row.object.size() > 2 * kShown ? row.object.substr(0, kShown) : row.object;
  return fmt::format("{}  {}  {}  {} {}  {}  {}", row.seq, minuteOf(row.atMs), who, row.action,
                     object, row.result, row.address);
}

/// Every row behind `after`; `use` is given them in order.
template <class Use>
Result<void> eachRow(const ServiceSide& service, bool own, std::int64_t after, const Use& use) {
  while (true) {
    J_TRY(const auto rows,
          answerOf(own ? service.link->ownAudit(after) : service.link->audit(after)));
    for (const AuditRow& row : rows) {
      if (row.seq <= after) return Error{ErrorCode::Corrupt, "the audit's order"};
      after = row.seq;
      J_CHECK(use(row));
    }
    if (rows.empty()) return {};
  }
}

Result<int> listAudit(Context& context, const AuditWords& words) {
  J_TRY(const auto service, openService(context));
  OrderedJson all = OrderedJson::array();
  const auto after = static_cast<std::int64_t>(words.after & ~(std::uint64_t{1} << 63));
  J_CHECK(eachRow(service, words.own, after, [&](const AuditRow& row) -> Result<void> {
    if (context.options.json) {
      all.push_back(rowJson(row));
    } else {
      context.say(auditLine(row));
    }
    return {};
  }));
  if (context.options.json) context.print(all);
  return kDone;
}

Result<int> sumUp(Context& context) {
  J_TRY(const auto service, openService(context));
  J_TRY(const auto counts, answerOf(service.link->auditSummary()));
  OrderedJson all = OrderedJson::object();
  for (const auto& one : counts) {
    if (context.options.json) {
      all[one.action] = one.count;
    } else {
      context.say(fmt::format("{}  {}", one.count, one.action));
    }
  }
  if (context.options.json) context.print(all);
  return kDone;
}

/// Follows the chain from its first row; it has to pass what was seen of it before, here and by
/// whoever kept `words.head`.
Result<int> checkAudit(Context& context, const AuditWords& words) {
  J_TRY(const auto service, openService(context));
  J_TRY(const Followed before, followedBefore(service));
  syncing::wire::AuditChain chain;
  bool headSeen = words.head.empty();
  J_CHECK(eachRow(service, false, 0, [&](const AuditRow& row) -> Result<void> {
    if (!chain.add(row)) return changedSince(row.seq);
    if (chain.rows() == before.rows && chain.head() != before.head)
      return changedSince(before.rows);
    headSeen = headSeen || chain.head() == words.head;
    return {};
  }));
  if (chain.rows() < before.rows) return changedSince(before.rows);
  if (!headSeen) {
    context.say("That head is not one this audit ever had: it was changed, or is another hub's.");
    return kNo;
  }
  J_CHECK(
      service.journal->remember(kFollowedKey, std::to_string(chain.rows()) + " " + chain.head()));
  if (context.options.json) {
    OrderedJson json;
    json["rows"] = chain.rows();
    json["head"] = chain.head();
    context.print(json);
  } else {
    context.say(fmt::format("{}, unbroken, and nothing that was seen before has changed.\nHead: {}",
                            counted(static_cast<std::size_t>(chain.rows()), "row"), chain.head()));
  }
  return kDone;
}

}  // namespace

void addHubAuditCommand(const Command& hub, Context& context) {
  auto words = std::make_shared<AuditWords>();
  auto audit = hub.command("audit", "What was done at the service: all of it, as an auditor");
  audit.flag("--own", words->own, "What you did yourself");
  audit.flag("--summary", words->summary, "How often each thing was done, as a manager");
  audit.option("--after", words->after, "Only rows behind this one");
  audit.flag("--check", words->check, "Whether it still stands there as it was written");
  audit.option("--head", words->head,
               "With --check: a head that was kept elsewhere, which it has to pass");
  audit.whenChosen([&context, words] {
    context.action = [&context, words] {
      if (words->summary) return sumUp(context);
      return words->check ? checkAudit(context, *words) : listAudit(context, *words);
    };
  });
}

}  // namespace app::cli
