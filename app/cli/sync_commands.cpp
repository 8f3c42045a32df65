// Synchronising a journal with a hub or a folder, and which devices it has.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/sync_places.h"
#include "app/cli/wording.h"
#include "sync/replica/new_devices.h"
#include "sync/replica/replica.h"
#include "sync/wire/enrolment.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::LocalJournal;

struct SyncWords {
  std::filesystem::path folder;
  std::string file;
  std::string name;
  std::string remove;
};

constexpr const char* kUsualName = "This computer";

const char* sentenceOf(syncing::Suspicion suspicion) {
  switch (suspicion) {
    case syncing::Suspicion::Behind:
      return "The other side has forgotten something it had, or holds something back. What is here "
             "was given to it again.";
    case syncing::Suspicion::Forked:
      return "The other side shows one device's entries in two ways. Nothing of yours was changed; "
             "please tell whoever runs it.";
    case syncing::Suspicion::ListCut:
      return "The other side leaves out part of your list of devices.";
    case syncing::Suspicion::Damaged:
      return "The other side holds something that none of your devices wrote. It was left there.";
  }
  return "";
}

void sayNewDevices(const Context& context, LocalJournal& journal,
                   const std::vector<journal::DeviceId>& devices) {
  if (devices.empty()) return;
  const DeviceNames names = DeviceNames::of(journal);
  for (const auto device : devices) {
    context.say(fmt::format(
        "{} was added in the last seven days. Was that not you? Remove it: devices --remove {}",
        names.of(device).value_or("A device whose name cannot be read yet"),
        device.hex().substr(0, 8)));
  }
}

void sayOutcome(const Context& context, LocalJournal& journal,
                const syncing::SyncOutcome& outcome) {
  if (context.options.json) {
    OrderedJson json;
    json["received"] = outcome.received;
    json["sent"] = outcome.sent;
    json["waiting"] = outcome.waiting;
    json["removed"] = outcome.isRemoved;
    json["new_identity"] = outcome.becameAnew;
    json["clock_off_ms"] = outcome.clockOffMs;
    json["new_devices"] = OrderedJson::array();
    for (const auto device : outcome.newDevices) json["new_devices"].push_back(device.hex());
    json["remarks"] = OrderedJson::array();
    for (const auto suspicion : outcome.suspicions)
      json["remarks"].push_back(sentenceOf(suspicion));
    context.print(json);
    return;
  }
  if (outcome.isRemoved) {
    context.say(
        "This device was removed from the journal by another one. What is here stays here; "
        "nothing was exchanged.");
    return;
  }
  context.say(fmt::format("Up to date: {} sent, {} received.", counted(outcome.sent, "change"),
                          counted(outcome.received, "change")));
  if (outcome.waiting > 0) {
    context.say(fmt::format("{} from another device wait for others that have not come yet.",
                            counted(outcome.waiting, "change")));
  }
  if (outcome.becameAnew) {
    context.say(
        "This journal turned out to be a copy of one that was written on elsewhere. It goes "
        "on as a device of its own; nothing was lost.");
  }
  constexpr std::int64_t kWorthSaying = 10 * 60 * 1000;
  if (std::abs(outcome.clockOffMs) > kWorthSaying) {
    context.say(fmt::format("This computer's clock is wrong by about {} minutes.",
                            outcome.clockOffMs / 60'000));
  }
  sayNewDevices(context, journal, outcome.newDevices);
  for (const auto suspicion : outcome.suspicions) context.say(sentenceOf(suspicion));
}

/// The other side that a command line means, once the journal has devices.
Result<OtherSide> chosenSide(const Context& context, LocalJournal& journal,
                             const std::filesystem::path& folder) {
  J_TRY(const auto vault, syncedVault(journal));
  return otherSide({journal, context.clock, context.random}, folder, std::nullopt, vault);
}

Result<syncing::SyncOutcome> synchronise(const Context& context, LocalJournal& journal,
                                         const OtherSide& other) {
  syncing::Replica replica({journal, *other.link, context.clock, context.random, other.place});
  return replica.sync();
}

Result<int> sync(Context& context, const SyncWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto vault, syncedVault(*journal));
  if (vault.isNil() && !words.folder.empty()) {
    // The first device, with no hub to say so to.
    J_CHECK(syncing::beginHere(*journal, context.clock, context.random,
                               words.name.empty() ? kUsualName : words.name));
  }
  J_TRY(const auto other, chosenSide(context, *journal, words.folder));
  J_TRY(const auto outcome, synchronise(context, *journal, other));
  sayOutcome(context, *journal, outcome);
  return outcome.isRemoved ? kNo : kDone;
}

Result<int> joinHub(Context& context, const SyncWords& words) {
  J_TRY(const std::string text, context.readText(words.file));
  J_TRY(const auto invitation, syncing::wire::parseEnrolment(text));
  J_TRY(const auto journal, context.openJournal());
  HubPlace place{invitation.host, invitation.port, invitation.pin, {}};
  const auto channel = channelTo(place);
  J_TRY(const auto enrolled,
        syncing::transport::enrol(*channel, invitation.code, journal->self().device,
                                  journal->signingKey(), context.clock, context.random));
  place.service = enrolled.service;
  J_CHECK(rememberHub(*journal, place));
  if (enrolled.role == syncing::wire::Role::Auditor) {
    // Reads who did what, and keeps no journal there.
    context.say("You are one of the service's people now, as its auditor.");
    return kDone;
  }
  J_CHECK(syncing::beginHere(*journal, context.clock, context.random,
                             words.name.empty() ? kUsualName : words.name));
  J_TRY(const auto other, chosenSide(context, *journal, {}));
  syncing::Replica replica({*journal, *other.link, context.clock, context.random, other.place});
  J_CHECK(replica.begin(words.name.empty() ? kUsualName : words.name));
  J_TRY(const auto outcome, replica.sync());
  sayOutcome(context, *journal, outcome);
  return kDone;
}

// Devices ----------------------------------------------------------------------------------------

struct Listed {
  syncing::Keyring keyring;
  syncing::DeviceList list;
  std::vector<syncing::wire::DeviceStatement> statements;
};

Result<Listed> listed(LocalJournal& journal) {
  syncing::ReplicaState state(journal);
  J_TRY(auto keyring, state.keyring());
  if (!keyring) {
    return Error{ErrorCode::NotFound, "one device",
                 "This journal is on this device only. Join a hub, or synchronise with a folder."};
  }
  J_TRY(auto statements, state.statements());
  J_TRY(auto list, syncing::DeviceList::read(keyring->vault(), statements));
  return Listed{std::move(*keyring), std::move(list), std::move(statements)};
}

Result<int> listDevices(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto known, listed(*journal));
  OrderedJson json = OrderedJson::array();
  for (const auto& device : known.list.devices()) {
    const auto name = syncing::openName(known.keyring, device);
    const bool self = device.id == journal->self().device;
    const auto added =
        journal::isoTime(journal::UtcTime{std::chrono::milliseconds{device.addedAtMs}});
    if (context.options.json) {
      OrderedJson one;
      one["id"] = device.id.hex();
      one["name"] = name.ok() ? OrderedJson(*name) : OrderedJson(nullptr);
      one["this"] = self;
      one["in"] = device.isIn;
      one["recovery_key"] = device.isRecoveryKey;
      one["added"] = added;
      json.push_back(std::move(one));
      continue;
    }
    if (!device.isIn) continue;
    context.say(fmt::format("{}  {}  since {}{}", device.id.hex().substr(0, 8),
                            name.ok() ? *name : "a device whose name cannot be read yet",
                            added.substr(0, 10), self ? "  (this one)" : ""));
  }
  if (context.options.json) context.print(json);
  return kDone;
}

Result<int> removeDevice(Context& context, const SyncWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(auto known, listed(*journal));
  std::optional<journal::DeviceId> meant;
  for (const auto& device : known.list.devices()) {
    if (!device.isIn || !device.id.hex().starts_with(words.remove) || words.remove.size() < 4)
      continue;
    if (meant) {
      return Error{ErrorCode::Conflict, "id", "Several begin like that. Give more of the id."};
    }
    meant = device.id;
  }
  if (!meant) return Error{ErrorCode::NotFound, "device", "No device of this journal has that id."};
  if (*meant == journal->self().device) {
    return Error{ErrorCode::Conflict, "this device",
                 "A device is removed from another one, so that somebody is left who can add."};
  }
  syncing::PortSigner signer(*journal);
  const syncing::Maker maker{known.list, known.keyring, signer,
                             context.clock.now().time_since_epoch().count(), context.random};
  J_TRY(auto statement, syncing::removeDevice(maker, *meant));
  syncing::ReplicaState state(*journal);
  J_CHECK(state.keep(known.keyring));
  known.statements.push_back(std::move(statement));
  J_CHECK(state.keep(known.statements));
  J_TRY(const auto other, chosenSide(context, *journal, words.folder));
  J_TRY(const auto outcome, synchronise(context, *journal, other));
  (void)outcome;
  context.say(
      "Removed. It gets nothing that is written from now on; what it already has stays "
      "readable on it.");
  return kDone;
}

Result<int> devices(Context& context, const SyncWords& words) {
  return words.remove.empty() ? listDevices(context) : removeDevice(context, words);
}

}  // namespace

void addSyncCommands(const Command& app, Context& context) {
  auto words = std::make_shared<SyncWords>();
  auto hub = app.command("hub", "The service's hub");
  hub.requireCommand();
  auto join = hub.command("join", "Join with an invitation, read from --file or standard input");
  join.option("--file", words->file, "The invitation").typeName("FILE");
  join.option("--device-name", words->name, "What people call this device");
  join.whenChosen([&context, words] {
    context.action = [&context, words] { return joinHub(context, *words); };
  });
  addHubCommands(hub, context);

  auto sub = app.command("sync", "Synchronise with the hub, or with a shared folder or a stick");
  sub.option("--folder", words->folder, "A folder that something else carries").typeName("FOLDER");
  sub.option("--device-name", words->name, "What people call this device");
  sub.whenChosen(
      [&context, words] { context.action = [&context, words] { return sync(context, *words); }; });

  auto list = app.command("devices", "The journal's devices, or removing one");
  list.option("--remove", words->remove, "Remove the device of this id, or the start of it");
  list.option("--folder", words->folder, "Say so in this folder instead of to the hub")
      .typeName("FOLDER");
  list.whenChosen([&context, words] {
    context.action = [&context, words] { return devices(context, *words); };
  });
  addPairCommands(app, context);
  addRecoveryCommands(app, context);
}

}  // namespace app::cli
