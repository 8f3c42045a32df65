// Synchronising a journal with a hub or a folder, and which devices it has.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/known_devices.h"
#include "app/devices/remark_words.h"
#include "app/devices/steps.h"
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

void sayNewDevices(const Context& context, LocalJournal& journal,
                   const std::vector<journal::DeviceId>& devices) {
  if (devices.empty()) return;
  const DeviceNames names = DeviceNames::of(journal);
  for (const auto device : devices) {
    context.say(fmt::format(
        "{} was added in the last seven days. Was that not you? Remove it: devices --remove {}",
        names.of(device).value_or(kDeviceWithoutName), device.hex().substr(0, 8)));
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
  if (!outcome.isRemoved) {
    context.say(fmt::format("Up to date: {} sent, {} received.", counted(outcome.sent, "change"),
                            counted(outcome.received, "change")));
  }
  for (const std::string& remark : remarksOn(outcome)) context.say(remark);
  sayNewDevices(context, journal, outcome.newDevices);
}

/// The other side that a command line means, once the journal has devices.
Result<OtherSide> chosenSide(const Context& context, LocalJournal& journal,
                             const std::filesystem::path& folder) {
  J_TRY(const auto vault, syncedVault(journal));
  return otherSide(needsOf(journal, context.clock, context.random), folder, std::nullopt, vault);
}

Result<syncing::SyncOutcome> synchroniseWith(const Context& context, LocalJournal& journal,
                                             const OtherSide& other) {
  return synchronise(needsOf(journal, context.clock, context.random), other);
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
  J_TRY(const auto outcome, synchroniseWith(context, *journal, other));
  sayOutcome(context, *journal, outcome);
  return outcome.isRemoved ? kNo : kDone;
}

Result<int> joinHubWith(Context& context, const SyncWords& words) {
  J_TRY(const std::string text, context.readText(words.file));
  J_TRY(const auto invitation, syncing::wire::parseEnrolment(text));
  J_TRY(const auto journal, context.openJournal());
  const LinkNeeds needs = needsOf(*journal, context.clock, context.random);
  J_TRY(const auto joined,
        joinHub(needs, invitation, words.name.empty() ? kUsualName : words.name));
  if (!joined.keepsJournals) {
    // Reads who did what, and keeps no journal there.
    context.say("You are one of the service's people now, as its auditor.");
    return kDone;
  }
  J_TRY(const auto other, chosenSide(context, *journal, {}));
  J_TRY(const auto outcome, synchronise(needs, other));
  sayOutcome(context, *journal, outcome);
  return kDone;
}

// Devices ----------------------------------------------------------------------------------------

Result<int> listDevices(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto known, syncing::KnownDevices::of(*journal));
  OrderedJson json = OrderedJson::array();
  for (const auto& device : known.list.devices()) {
    const auto name = known.nameOf(device.id);
    const bool self = device.id == journal->self().device;
    const auto added =
        journal::isoTime(journal::UtcTime{std::chrono::milliseconds{device.addedAtMs}});
    if (context.options.json) {
      OrderedJson one;
      one["id"] = device.id.hex();
      one["name"] = name ? OrderedJson(*name) : OrderedJson(nullptr);
      one["this"] = self;
      one["in"] = device.isIn;
      one["recovery_key"] = device.isRecoveryKey;
      one["added"] = added;
      json.push_back(std::move(one));
      continue;
    }
    if (!device.isIn) continue;
    context.say(fmt::format("{}  {}  since {}{}", device.id.hex().substr(0, 8),
                            name.value_or(kDeviceWithoutName), added.substr(0, 10),
                            self ? "  (this one)" : ""));
  }
  if (context.options.json) context.print(json);
  return kDone;
}

Result<int> removeDevice(Context& context, const SyncWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto known, syncing::KnownDevices::of(*journal));
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
  J_CHECK(removeFromJournal({*journal, context.clock, context.random}, *meant));
  J_TRY(const auto other, chosenSide(context, *journal, words.folder));
  J_TRY(const auto outcome, synchroniseWith(context, *journal, other));
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
    context.action = [&context, words] { return joinHubWith(context, *words); };
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
