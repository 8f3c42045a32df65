// The recovery key as a device of the journal: putting it on the list, and coming back with it on a
// new computer.

#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/steps.h"
#include "sync/replica/recovery.h"
#include "sync/transport/folder_link.h"
#include "sync/wire/enrolment.h"

namespace app::cli {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::RecoveryBytes;
using journal::service::LocalJournal;
using syncing::wire::VaultId;

struct RecoveryWords {
  SecretSource key;
  std::filesystem::path folder;
  std::filesystem::path invitation;
  std::string hub;
  std::string name = "Another computer";
};

syncing::OwnJournal own(const Context& context, LocalJournal& journal) {
  return {journal, context.clock, context.random};
}

Result<int> listPaper(Context& context, const RecoveryWords& words) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto typed, context.secret(words.key, "Recovery key"));
  J_TRY(const RecoveryBytes bytes, journal->vault().recognise(typed));
  J_CHECK(syncing::listRecoveryKey(own(context, *journal), bytes, kRecoveryKeyName));
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

/// Where a journal may be, and the hub's part of it.
struct Found {
  std::optional<HubPlace> hub;
  std::vector<VaultId> vaults;
};

/// An invitation for a person of the service who lost every device.
Result<Found> byInvitation(const Context& context, LocalJournal& journal,
                           const RecoveryWords& words) {
  J_TRY(const std::string text, context.readText(words.invitation));
  J_TRY(const auto invitation, syncing::wire::parseEnrolment(text));
  const LinkNeeds needs = needsOf(journal, context.clock, context.random);
  J_TRY(auto enrolled, enrolAt(needs, invitation));
  J_TRY(auto vaults, serviceLink(needs, enrolled.place)->vaults());
  return Found{std::move(enrolled.place), std::move(vaults)};
}

Result<Found> whereToLook(const Context& context, LocalJournal& journal,
                          const RecoveryWords& words) {
  if (!words.folder.empty()) {
    J_TRY(auto vaults, syncing::FolderLink::journalsIn(words.folder));
    return Found{std::nullopt, std::move(vaults)};
  }
  if (!words.invitation.empty()) return byInvitation(context, journal, words);
  if (words.hub.empty()) {
    return Error{ErrorCode::InvalidInput, "where",
                 "Say where the journal is: --folder, --hub with the address that was kept with "
                 "the recovery key, or --invitation with a new one for your old account."};
  }
  J_TRY(const auto address, parseJournalAddress(words.hub));
  return Found{address.hub, {address.vault}};
}

/// The other side, asked as the recovery key.
struct PapersSide {
  std::unique_ptr<FolderPlace> memory;
  std::unique_ptr<syncing::wire::HubLink> link;
};
Result<PapersSide> papersSide(const LinkNeeds& needs, const RecoveryWords& words,
                              const Found& found, VaultId vault, const RecoveryBytes& bytes) {
  PapersSide side;
  if (!found.hub) {
    side.memory = std::make_unique<FolderPlace>(needs);
    J_TRY(side.link, side.memory->link(words.folder, vault));
    return side;
  }
  const auto paper = syncing::recoveryDevice(bytes, vault);
  const auto key = std::make_shared<const journal::crypto::SigningKey>(
      syncing::recoverySigningKey(bytes, vault));
  side.link = syncing::transport::httpsLink(channelTo(*found.hub),
                                            {paper.signer.device(), found.hub->service, key}, vault,
                                            needs.clock, needs.random);
  return side;
}

Error notByThisKey() {
  return {
      ErrorCode::NotFound, "recovery key on no list",
      "No journal there knows this recovery key. It works once it was put on the journal's list "
      "(\"recovery-list\", on the computer that had it) and synchronised."};
}

/// The first of the journals found that has this recovery key on its list.
Result<void> comeBackToOne(const Context& context, LocalJournal& journal,
                           const RecoveryWords& words, const Found& found,
                           const RecoveryBytes& bytes) {
  for (const VaultId vault : found.vaults) {
    J_TRY(const auto side,
          papersSide(needsOf(journal, context.clock, context.random), words, found, vault, bytes));
    auto paper = syncing::recoveryDevice(bytes, vault);
    const auto back =
        syncing::comeBack(own(context, journal), *side.link, paper, vault, words.name);
    // Locked: a hub knows no such device, or the key was taken off this list.
    const bool otherJournal = !back.ok() && (back.error().code == ErrorCode::NotFound ||
                                             back.error().code == ErrorCode::Locked);
    if (!otherJournal) return back;
  }
  return notByThisKey();
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
  J_TRY(const Found found, whereToLook(context, *journal, words));
  J_CHECK(comeBackToOne(context, *journal, words, found, bytes));
  if (found.hub) J_CHECK(rememberHub(*journal, *found.hub));
  J_TRY(const VaultId vault, syncedVault(*journal));
  const LinkNeeds needs = needsOf(*journal, context.clock, context.random);
  J_TRY(const auto other, otherSide(needs, words.folder, found.hub, vault));
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
