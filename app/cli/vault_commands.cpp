#include <fmt/format.h>

#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/showing.h"
#include "app/cli/wording.h"
#include "app/devices/recovery_steps.h"
#include "journal/domain/your_space.h"
#include "journal/service/backup.h"

namespace app::cli {
namespace {

using journal::Result;
using journal::crypto::SecretString;
using journal::service::LocalJournal;

Result<int> init(Context& context) {
  if (journal::vault::looksLikeVault(context.options.vault)) {
    return journal::Error{journal::ErrorCode::Conflict, "init: vault exists",
                          "There is a journal in that folder already. It is never replaced."};
  }
  J_TRY(const SecretString passphrase,
        context.newSecret(context.options.passphrase, "Choose a passphrase"));
  std::error_code ignored;
  std::filesystem::create_directories(context.options.vault.parent_path(), ignored);
  J_TRY(auto made, LocalJournal::create(context.options.vault, passphrase, context.surroundings()));
  const std::string key(made.recoveryKey.view());
  if (context.options.json) {
    OrderedJson json;
    json["vault"] = context.options.vault.string();
    json["recovery_key"] = key;
    context.print(json);
    return kDone;
  }
  context.say(std::string(journal::kYourSpace));
  context.say("Your journal is ready at " + context.options.vault.string() + ".");
  context.say("Recovery key, shown this once. Write it on paper and keep it apart:");
  context.say("  " + key);
  context.say(
      "A journal never passes on a worry: if you are worried about someone, tell your DSL "
      "today.");
  return kDone;
}

Result<int> unlockCheck(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto counts, journal->counts());
  if (context.options.json) {
    OrderedJson json;
    json["unlocks"] = true;
    json["reflections"] = counts.reflections;
    json["tags"] = counts.tags;
    json["names"] = counts.names;
    json["case_studies"] = counts.caseStudies;
    json["ops"] = counts.ops;
    context.print(json);
  } else {
    context.say(fmt::format("It opens: {} reflections, {} tags.", counts.reflections, counts.tags));
  }
  return kDone;
}

Result<int> changePassphrase(Context& context) {
  J_TRY(const SecretString current, context.secret(context.options.passphrase, "Passphrase now"));
  J_TRY(const auto journal,
        LocalJournal::unlock(context.options.vault, current, context.surroundings()));
  J_TRY(const SecretString next,
        context.newSecret(context.options.newPassphrase, "New passphrase"));
  J_CHECK(journal->vault().changePassphrase(current, next, context.preset()));
  context.say("Your passphrase has changed. Your recovery key is still the same.");
  return kDone;
}

Result<int> recover(Context& context, const SecretSource& source) {
  J_TRY(const SecretString key, context.secret(source, "Recovery key"));
  J_TRY(const auto journal,
        LocalJournal::unlockWithRecoveryKey(context.options.vault, key, context.surroundings()));
  J_TRY(const SecretString next,
        context.newSecret(context.options.newPassphrase, "New passphrase"));
  J_CHECK(journal->vault().setPassphrase(next, context.preset()));
  J_TRY(const SecretString newKey, renewRecoveryKey(*journal, context.clock, context.random));
  if (context.options.json) {
    OrderedJson json;
    json["recovery_key"] = std::string(newKey.view());
    context.print(json);
    return kDone;
  }
  context.say(
      "You are back in, with a new passphrase. The old recovery key no longer works; this "
      "is the new one:");
  context.say("  " + std::string(newKey.view()));
  return kDone;
}

Result<int> check(Context& context) {
  J_TRY(const auto journal, context.openJournal());
  J_TRY(const auto report, journal->check({}, [](std::uint64_t, std::uint64_t) {}));
  if (context.options.json) {
    OrderedJson json;
    json["pages"] = report.pages;
    json["ops"] = report.ops;
    json["rows_compared"] = report.rowsCompared;
    json["problems"] = report.problems;
    context.print(json);
  } else {
    context.say(fmt::format("Checked {} pages, {} changes and {} rows.", report.pages, report.ops,
                            report.rowsCompared));
    for (const std::string& problem : report.problems) context.say("  " + problem);
    context.say(report.problems.empty()
                    ? "All is well."
                    : "Keep this folder as it is, and restore a backup beside it.");
  }
  return report.problems.empty() ? kDone : kDamaged;
}

int sayBackup(Context& context, const journal::service::BackupReport& report, const char* good) {
  if (context.options.json) {
    OrderedJson json;
    json["reflections"] = report.counts.reflections;
    json["problems"] = report.problems;
    context.print(json);
  } else if (report.problems.empty()) {
    context.say(fmt::format("{} It holds {} reflections.", good, report.counts.reflections));
  } else {
    for (const std::string& problem : report.problems) context.say("  " + problem);
    context.say("This backup is not whole. Keep it, and make another.");
  }
  return report.problems.empty() ? kDone : kDamaged;
}

Result<int> backup(Context& context, const std::filesystem::path& to) {
  J_TRY(const SecretString passphrase, context.secret(context.options.passphrase, "Passphrase"));
  J_TRY(auto journal,
        LocalJournal::unlock(context.options.vault, passphrase, context.surroundings()));
  J_CHECK(journal::service::backUp(*journal, to));
  J_TRY(const auto report, journal::service::restoreDrill(to, passphrase, context.surroundings()));
  return sayBackup(context, report, "Backed up, opened again and checked.");
}

struct RestoreChoice {
  std::filesystem::path from;
  bool drill = false;
};

Result<int> restore(Context& context, const RestoreChoice& choice) {
  J_TRY(const SecretString passphrase, context.secret(context.options.passphrase, "Passphrase"));
  if (choice.drill) {
    J_TRY(const auto report,
          journal::service::restoreDrill(choice.from, passphrase, context.surroundings()));
    return sayBackup(context, report, "The backup opens and is whole.");
  }
  J_TRY(const auto report, journal::service::restore(choice.from, context.options.vault, passphrase,
                                                     context.surroundings()));
  return sayBackup(context, report, "Restored and checked.");
}

}  // namespace

void addVaultCommands(const Command& app, Context& context) {
  app.command("init", "Make a new journal").whenChosen([&] {
    context.action = [&] { return init(context); };
  });
  app.command("unlock-check", "See whether the passphrase opens it").whenChosen([&] {
    context.action = [&] { return unlockCheck(context); };
  });
  app.command("passphrase", "Change the passphrase").whenChosen([&] {
    context.action = [&] { return changePassphrase(context); };
  });
  auto recovery = app.command("recover", "Come in with the recovery key and set a new passphrase");
  auto key = std::make_shared<SecretSource>();
  recovery.option("--recovery-key-file", key->file, "The first line of this file");
  recovery.option("--recovery-key-fd", key->descriptor, "The next line of this descriptor");
  recovery.whenChosen(
      [&context, key] { context.action = [&context, key] { return recover(context, *key); }; });
  app.command("check", "Check pages, the chain of changes and everything made from them")
      .whenChosen([&] { context.action = [&] { return check(context); }; });
  auto copy = app.command("backup", "Copy the journal to a new folder and prove it opens");
  auto to = std::make_shared<std::filesystem::path>();
  copy.option("folder", *to, "A folder that does not exist yet").required();
  copy.whenChosen(
      [&context, to] { context.action = [&context, to] { return backup(context, *to); }; });
  auto back = app.command("restore", "Put a backup back where there is no journal");
  auto choice = std::make_shared<RestoreChoice>();
  back.option("backup", choice->from, "The backup's folder").required();
  back.flag("--drill", choice->drill, "Only see whether the backup opens and is whole");
  back.whenChosen([&context, choice] {
    context.action = [&context, choice] { return restore(context, *choice); };
  });
}

}  // namespace app::cli
