// Adding a device: "pair" on one that the journal has, "join" on the new one.

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/steps.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::service::LocalJournal;
using syncing::PairingStage;

struct PairWords {
  std::filesystem::path folder;
  std::string hub;
  std::string name = "Another computer";
};

constexpr std::chrono::milliseconds kBetweenLooks{500};

std::int64_t nowMs(const Context& context) {
  return context.clock.now().time_since_epoch().count();
}

Result<void> rest(const Context& context) {
  context.terminal.out.flush();
  if (context.interrupted && context.interrupted())
    return Error{ErrorCode::Cancelled, "asked to stop"};
  std::this_thread::sleep_for(kBetweenLooks);
  return {};
}

std::string joined(const syncing::SixWords& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

/// Asks a person whether both devices show the same.
bool agreed(const Context& context, const syncing::SixWords& words, const std::string& name) {
  if (!name.empty()) context.say("The new device calls itself: " + name);
  context.say("Six words: " + joined(words));
  context.say("Do both devices show these, in this order? Type yes or no.");
  context.terminal.out.flush();
  std::string answer;
  std::getline(context.terminal.in, answer);
  return answer == "yes" || answer == "y";
}

/// Looks until the stage is another than `stage`. A link that does not answer is asked again.
template <class Device>
Result<void> until(const Context& context, Device& device, syncing::wire::HubLink& link,
                   PairingStage stage) {
  while (device.stage() == stage) {
    const auto looked = device.look(link, nowMs(context));
    const bool worthAnotherTry = looked.ok() || looked.error().code == ErrorCode::Network ||
                                 looked.error().code == ErrorCode::NotFound;
    if (!worthAnotherTry) return looked.error();
    if (device.stage() == stage) J_CHECK(rest(context));
  }
  if (device.stage() == PairingStage::Stopped) return *device.whyStopped();
  return {};
}

Result<OtherSide> sideFor(const Context& context, LocalJournal& journal, const PairWords& words,
                          const syncing::wire::VaultId& vault) {
  std::optional<HubPlace> hub;
  if (!words.hub.empty()) {
    J_TRY(hub, parseHubAddress(words.hub));
  }
  return otherSide(needsOf(journal, context.clock, context.random), words.folder, hub, vault);
}

Result<int> pair(Context& context, const PairWords& words) {
  J_TRY(const auto journal, context.openJournal());
  syncing::ReplicaState state(*journal);
  J_TRY(auto keyring, state.keyring());
  if (!keyring) {
    return Error{
        ErrorCode::NotFound, "nothing to add to",
        "Join a hub first, or synchronise with a folder: that makes this the journal's first "
        "device."};
  }
  J_TRY(const auto side, sideFor(context, *journal, words, keyring->vault()));
  syncing::PortSigner signer(*journal);
  syncing::AddingDevice adding(*keyring, signer, nowMs(context), context.random);
  context.say(
      "Type this code on the new device. Never send it to anyone, and never type in a code "
      "that someone sends you.");
  context.say("Code: " + std::string(adding.code().view()));
  J_TRY(const auto hub, rememberedHub(*journal));
  if (words.folder.empty() && hub) context.say("Hub: " + formatHubAddress(*hub));
  J_CHECK(until(context, adding, *side.link, PairingStage::Waiting));
  if (!agreed(context, adding.words(), adding.newcomerName())) {
    adding.stop();
    context.say("Stopped: nothing was added. Somebody may stand between the two devices.");
    return kNo;
  }
  const LinkNeeds needs = needsOf(*journal, context.clock, context.random);
  J_CHECK(agreeToAdd(needs, adding));
  J_CHECK(until(context, adding, *side.link, PairingStage::Agreed));
  J_TRY(const auto outcome, synchronise(needs, side));
  (void)outcome;
  context.say("Added. Every device you have will say so for seven days.");
  return kDone;
}

/// The keys, once the list shows this device.
Result<void> waitForKeys(const Context& context, const LinkNeeds& needs,
                         const syncing::JoiningDevice& joining, syncing::wire::HubLink& link) {
  const std::int64_t deadline = nowMs(context) + syncing::kPairingMs;
  while (syncing::isInTime(deadline, nowMs(context))) {
    const auto taken = takeKeys(needs, joining, link);
    const bool later = !taken.ok() && (taken.error().code == ErrorCode::NotFound ||
                                       taken.error().code == ErrorCode::Network ||
                                       taken.error().code == ErrorCode::Locked);
    if (!later) return taken;
    J_CHECK(rest(context));
  }
  return Error{
      ErrorCode::Network, "not on the list in time",
      "The other device did not finish adding this one. Nothing is lost: run \"pair\" there "
      "again, and \"join\" here with the new code."};
}

Result<int> join(Context& context, const PairWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_CHECK(mayJoin(*journal));
  std::string typed;
  std::getline(context.terminal.in, typed);
  J_TRY(auto code, syncing::PairingCode::parse(journal::crypto::SecretString(typed)));
  J_TRY(const auto letters, sideFor(context, *journal, words, {}));
  syncing::PortSigner signer(*journal);
  syncing::ReplicaState state(*journal);
  J_TRY(auto seed, state.joiningSeed());
  syncing::JoiningDevice joining(std::move(code), signer, std::move(seed), words.name,
                                 nowMs(context), context.random);
  J_CHECK(until(context, joining, *letters.link, PairingStage::Waiting));
  if (!agreed(context, joining.words(), "")) {
    joining.stop();
    context.say("Stopped: this device joined nothing.");
    return kNo;
  }
  J_CHECK(until(context, joining, *letters.link, PairingStage::Comparing));
  J_TRY(const auto side, sideFor(context, *journal, words, joining.vault()));
  const LinkNeeds needs = needsOf(*journal, context.clock, context.random);
  J_CHECK(waitForKeys(context, needs, joining, *side.link));
  if (!words.hub.empty()) {
    J_TRY(const auto place, parseHubAddress(words.hub));
    J_CHECK(rememberHub(*journal, place));
  }
  J_TRY(const auto outcome, synchronise(needs, side));
  context.say(fmt::format("This device has the journal now: {} received.",
                          counted(outcome.received, "change")));
  return kDone;
}

}  // namespace

void addPairCommands(const Command& app, Context& context) {
  auto words = std::make_shared<PairWords>();
  auto old = app.command("pair", "Add a device to this journal; run \"join\" on the new one");
  old.option("--folder", words->folder, "Meet in this folder instead of at the hub")
      .typeName("FOLDER");
  old.whenChosen(
      [&context, words] { context.action = [&context, words] { return pair(context, *words); }; });
  auto fresh = app.command(
      "join", "Make this new, empty journal a device of another; the code comes on standard input");
  fresh.option("--hub", words->hub, "The hub's address, as \"pair\" shows it");
  fresh.option("--folder", words->folder, "Meet in this folder").typeName("FOLDER");
  fresh.option("--device-name", words->name, "What people call this device");
  fresh.whenChosen(
      [&context, words] { context.action = [&context, words] { return join(context, *words); }; });
}

}  // namespace app::cli
