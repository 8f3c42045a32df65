// The people of a service, for those whose role includes it: who is asked in, what they are, and
// switching an account off. The hub decides who may; it knows no names.

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/hub_service.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/role_names.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using syncing::wire::AccountId;
using syncing::wire::AccountRow;
using syncing::wire::Role;

struct PeopleWords {
  std::string role = "tutor";
  std::string account;
  int count = 1;
  bool forGood = false;
};

constexpr std::size_t kShownDigits = 8;
constexpr int kMostAtOnce = 50;

std::vector<std::string> roleNames() {
  std::vector<std::string> names;
  for (const Role role : syncing::wire::kRoles) names.emplace_back(syncing::wire::name(role));
  return names;
}

std::string shortId(const AccountId& account) {
  return account.hex().substr(0, kShownDigits);
}

/// By its whole id, or by the start of one for those who may see the list.
Result<AccountId> findAccount(const ServiceSide& service, const std::string& text) {
  if (const auto whole = AccountId::fromHex(text)) return *whole;
  J_TRY(const auto rows, answerOf(service.link->accounts()));
  std::optional<AccountId> found;
  for (const AccountRow& row : rows) {
    if (text.size() < 4 || !row.account.hex().starts_with(text)) continue;
    if (found) {
      return Error{ErrorCode::Conflict, "account id",
                   "Several accounts begin like that. Give more of the id."};
    }
    found = row.account;
  }
  if (found) return *found;
  return Error{ErrorCode::NotFound, "account", "The service has no account of that id."};
}

Result<int> invite(Context& context, const PeopleWords& words) {
  J_TRY(const auto service, openService(context));
  syncing::wire::InviteRequest request{syncing::wire::parseRole(words.role).value_or(Role::Tutor),
                                       std::nullopt};
  if (!words.account.empty()) {
    J_TRY(request.existing, findAccount(service, words.account));
  }
  OrderedJson all = OrderedJson::array();
  for (int i = 0; i < words.count; ++i) {
    J_TRY(const auto made, answerOf(service.link->invite(request)));
    const std::string text = syncing::wire::formatEnrolment(
        {service.place.host, service.place.port, service.place.pin, made.code});
    if (!context.options.json) {
      context.say(text);
      continue;
    }
    OrderedJson one;
    one["invitation"] = text;
    one["role"] = syncing::wire::name(made.role);
    one["until"] = minuteOf(made.expiresMs);
    all.push_back(std::move(one));
  }
  if (context.options.json) {
    context.print(all);
  } else {
    context.remark(words.count == 1
                       ? "Good once, for 72 hours. Hand it over where only they see it."
                       : "Each is good once, for 72 hours, and for one person.");
  }
  return kDone;
}

Result<int> listInvitations(Context& context) {
  J_TRY(const auto service, openService(context));
  J_TRY(const auto rows, answerOf(service.link->invitations()));
  OrderedJson all = OrderedJson::array();
  for (const auto& row : rows) {
    const std::string by = row.madeBy.isNil() ? "the hub itself" : shortId(row.madeBy);
    if (!context.options.json) {
      context.say(fmt::format("{}  until {}  by {}{}", syncing::wire::name(row.role),
                              minuteOf(row.expiresMs), by, row.used ? "  used" : ""));
      continue;
    }
    OrderedJson one;
    one["role"] = syncing::wire::name(row.role);
    one["by"] = row.madeBy.isNil() ? OrderedJson(nullptr) : OrderedJson(row.madeBy.hex());
    one["until"] = minuteOf(row.expiresMs);
    one["used"] = row.used;
    all.push_back(std::move(one));
  }
  if (context.options.json) {
    context.print(all);
  } else if (rows.empty()) {
    context.say("No invitation is open.");
  }
  return kDone;
}

Result<int> listAccounts(Context& context) {
  J_TRY(const auto service, openService(context));
  J_TRY(const auto rows, answerOf(service.link->accounts()));
  OrderedJson all = OrderedJson::array();
  for (const AccountRow& row : rows) {
    if (!context.options.json) {
      context.say(fmt::format("{}  {}  since {}  {}{}", shortId(row.account),
                              syncing::wire::name(row.role), minuteOf(row.madeMs),
                              counted(static_cast<std::size_t>(row.devices), "device"),
                              row.closed ? "  switched off" : ""));
      continue;
    }
    OrderedJson one;
    one["account"] = row.account.hex();
    one["role"] = syncing::wire::name(row.role);
    one["since"] = minuteOf(row.madeMs);
    one["devices"] = row.devices;
    one["on"] = !row.closed;
    all.push_back(std::move(one));
  }
  if (context.options.json) context.print(all);
  return kDone;
}

Result<int> changeRole(Context& context, const PeopleWords& words) {
  J_TRY(const auto service, openService(context));
  J_TRY(const auto account, findAccount(service, words.account));
  J_CHECK(answerOf(service.link->setRole(account, words.role)));
  context.say(fmt::format("{} is {} from now on.", shortId(account), words.role));
  return kDone;
}

Result<int> switchOff(Context& context, const PeopleWords& words) {
  if (!words.forGood) {
    return Error{ErrorCode::InvalidInput, "--for-good",
                 "An account that is switched off cannot be switched on again: its devices are no "
                 "longer known to the hub. Say --for-good if that is meant."};
  }
  J_TRY(const auto service, openService(context));
  J_TRY(const auto account, findAccount(service, words.account));
  J_CHECK(answerOf(service.link->closeAccount(account)));
  context.say(
      fmt::format("{} is switched off. Its journal stays on its devices, and sealed at the hub.",
                  shortId(account)));
  return kDone;
}

}  // namespace

void addHubCommands(const Command& hub, Context& context) {
  auto words = std::make_shared<PeopleWords>();
  auto inviting =
      hub.command("invite", "Make invitations, one a person; each is good for 72 hours");
  inviting.option("--role", words->role, "What they will be (tutor)").oneOf(roleNames());
  inviting.option("--count", words->count, "How many").within(std::int64_t{1}, kMostAtOnce);
  inviting.option("--account", words->account,
                  "For somebody who lost every device: they come back as they were");
  inviting.whenChosen([&context, words] {
    context.action = [&context, words] { return invite(context, *words); };
  });
  hub.command("invitations", "Invitations that are not over yet").whenChosen([&context] {
    context.action = [&context] { return listInvitations(context); };
  });
  hub.command("accounts", "The service's accounts; the hub knows no names").whenChosen([&context] {
    context.action = [&context] { return listAccounts(context); };
  });
  auto role = hub.command("role", "Change what somebody is at the service");
  role.option("account", words->account, "The account's id, or the start of it").required();
  role.option("role", words->role, "What they are from now on").oneOf(roleNames()).required();
  role.whenChosen([&context, words] {
    context.action = [&context, words] { return changeRole(context, *words); };
  });
  auto off = hub.command("switch-off", "Switch an account off");
  off.option("account", words->account, "The account's id, or the start of it").required();
  off.flag("--for-good", words->forGood, "It cannot be switched on again");
  off.whenChosen([&context, words] {
    context.action = [&context, words] { return switchOff(context, *words); };
  });
  addHubAuditCommand(hub, context);
}

}  // namespace app::cli
