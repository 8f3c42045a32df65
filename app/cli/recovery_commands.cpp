// The recovery key as a device of the journal: putting it on the list, and coming back with it on a
// new computer.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/recovery_steps.h"
#include "app/devices/steps.h"
#include "sync/replica/recovery.h"
#include "sync/wire/enrolment.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::RecoveryBytes;
using syncing::wire::VaultId;

struct RecoveryWords {
  SecretSource key;
  std::filesystem::path folder;
  std::filesystem::path invitation;
  std::string hub;
  std::string name = "Another computer";
};

Result<int> listPaper(Context& context, const RecoveryWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto typed, context.secret(words.key, "Recovery key"));
  J_TRY(const RecoveryBytes bytes, journal->vault().recognise(typed));
  J_CHECK(
      syncing::listRecoveryKey({*journal, context.clock, context.random}, bytes, kRecoveryKeyName));
  context.say(
      "Your recovery key is on the list. Synchronise once more, and it brings this journal back on "
      "a new computer: \"recovery-join\" there.");
  J_TRY(const auto place, rememberedHub(*journal));
  J_TRY(const VaultId vault, syncedVault(*journal));
  if (place) {
    context.say("Keep this with it. It is no secret, and says where your journal is:");
    context.say("Hub: " + formatJournalAddress(*place, vault));
  }
  return kDone;
}

Result<WhereLost> whereToLook(const Context& context, const RecoveryWords& words) {
  WhereLost where;
  if (!words.folder.empty()) {
    where.folder = words.folder;
  } else if (!words.invitation.empty()) {
    J_TRY(const std::string text, context.readText(words.invitation));
    J_TRY(where.invitation, syncing::wire::parseEnrolment(text));
  } else if (!words.hub.empty()) {
    J_TRY(where.address, parseJournalAddress(words.hub));
  } else {
    return Error{ErrorCode::InvalidInput, "where",
                 "Say where the journal is: --folder, --hub with the address that was kept with "
                 "the recovery key, or --invitation with a new one for your old account."};
  }
  return where;
}

Result<int> joinByPaper(Context& context, const RecoveryWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const VaultId before, syncedVault(*journal));
  if (!before.isNil()) {
    return Error{ErrorCode::Conflict, "has devices already",
                 "This journal has devices of its own already. Start a new one on this computer "
                 "with \"init\", and bring the other back into that."};
  }
  J_TRY(const auto typed, context.secret(words.key, "Recovery key"));
  J_TRY(const RecoveryBytes bytes, journal::crypto::parseRecoveryKey(typed));
  J_TRY(const WhereLost where, whereToLook(context, words));
  const LinkNeeds needs = needsOf(*journal, context.clock, context.random);
  J_CHECK(comeBackTo(needs, where, bytes, words.name));
  J_TRY(const VaultId vault, syncedVault(*journal));
  J_TRY(const auto other, otherSide(needs, words.folder, std::nullopt, vault));
  J_TRY(const auto outcome, synchronise(needs, other));
  context.say(
      fmt::format("Your journal is back: {} received.", counted(outcome.received, "change")));
  context.say(
      "Was the other computer lost or stolen? \"devices\" lists it, and \"devices --remove\" takes "
      "it off.");
  return kDone;
}

void addKeyOptions(const Command& command, RecoveryWords& words) {
  command.option("--recovery-key-file", words.key.file, "The first line of this file");
  command.option("--recovery-key-fd", words.key.descriptor, "The next line of this descriptor");
}

}  // namespace

void addRecoveryCommands(const Command& app, Context& context) {
  auto words = std::make_shared<RecoveryWords>();
  auto list = app.command("recovery-list",
                          "Let the recovery key bring this journal back on a new computer");
  addKeyOptions(list, *words);
  list.whenChosen([&context, words] {
    context.action = [&context, words] { return listPaper(context, *words); };
  });
  auto join = app.command("recovery-join",
                          "Bring a journal back into this new, empty one with its recovery key");
  addKeyOptions(join, *words);
  join.option("--folder", words->folder, "From this folder or stick").typeName("FOLDER");
  join.option("--hub", words->hub, "From this hub: the address that \"recovery-list\" showed");
  join.option("--invitation", words->invitation, "From the hub of this new invitation")
      .typeName("FILE");
  join.option("--device-name", words->name, "What people call this computer");
  join.whenChosen([&context, words] {
    context.action = [&context, words] { return joinByPaper(context, *words); };
  });
}

}  // namespace app::cli
