#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/wording.h"
#include "journal/base/platform.h"

namespace app::cli {
namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 the answer is no, or it is not there; 2 the command was not "
    "understood;\n"
    "3 wrong passphrase; 4 damaged; 5 disk; 6 open in another program; 7 written by a newer\n"
    "Afternote; 8 not allowed from here; 9 what was given cannot be used; 10 stopped; 11 "
    "unexpected.\n"
    "The passphrase comes from a prompt, --passphrase-file or --passphrase-fd, never from an\n"
    "argument. Text comes from --file or standard input. Dates are like 2026-01-22.";

void addSecretOptions(const Command& app, SecretSource& source, const std::string& name,
                      const std::string& what) {
  app.option("--" + name + "-file", source.file, what + ": the first line of this file")
      .typeName("FILE");
  app.option("--" + name + "-fd", source.descriptor,
             what + ": the next line of this open descriptor")
      .typeName("NUMBER");
}

void addGlobalOptions(const Command& app, Options& options) {
  app.option("--vault", options.vault, "The journal's folder").typeName("FOLDER");
  app.option("--evidence", options.evidence, "The evidence store's folder").typeName("FOLDER");
  app.option("--assets", options.assets, "The folder of framework.json and its like")
      .typeName("FOLDER");
  app.flag("--json", options.json, "Answer in JSON");
  app.flag("--verbose", options.verbose, "Say more about what went wrong, for a report of it");
  addSecretOptions(app, options.passphrase, "passphrase", "The passphrase");
  addSecretOptions(app, options.newPassphrase, "new-passphrase", "A new passphrase");
  addSecretOptions(app, options.evidencePassphrase, "evidence-passphrase",
                   "The evidence store's passphrase, where both are needed");
#ifdef AFTERNOTE_TESTING
  app.flag("--fast-kdf", options.fastKdf, "For tests").hidden();
#endif
}

int finish(Context& context, const journal::Result<int>& result) {
  context.terminal.out.flush();
  if (result.ok()) return context.terminal.out ? *result : kDisk;
  const journal::Error& error = result.error();
  context.remark(sentence(error));
  if (context.options.verbose) {
    context.remark(std::string("  (") + journal::name(error.code) + ": " + error.detail + ")");
  }
  return exitCode(error);
}

}  // namespace

int run(const std::vector<std::string>& arguments, Context& context) {
  CommandLine line("Afternote on the command line: a tutor's reflective journal.", "afternote-cli");
  line.footer(kFooter);
  const Command app = line.root();
  app.requireCommand();
  context.options.vault = journal::userDataFolder() / "journal";
  context.options.evidence = journal::userDataFolder() / "evidence";
  addGlobalOptions(app, context.options);
  addVaultCommands(app, context);
  addWriteCommands(app, context);
  addOutcomesCommand(app, context);
  addTagCommands(app, context);
  addAttachmentCommands(app, context);
  addReadCommands(app, context);
  addSearchCommand(app, context);
  addImportCommand(app, context);
  addExportCommand(app, context);
  addFindIdentifiersCommand(app, context);
  addCaseStudyCommands(app, context);
  addEvidenceCommands(app, context);
  addSyncCommands(app, context);
  addDifferencesCommand(app, context);
  addRetentionCommands(app, context);
  addAccessCommands(app, context);
  addErasePersonCommand(app, context);
  addLegalHoldCommand(app, context);
  addGroupsCommand(app, context);
  addLeaveCommand(app, context);
  addDemoCommand(app, context);
  const Parsed parsed = line.parse(arguments, context.terminal.out);
  if (parsed.kind == Parsed::Kind::Help) return kDone;
  if (parsed.kind != Parsed::Kind::Understood) {
    const bool noCommand = parsed.kind == Parsed::Kind::NoCommand;
    context.remark(noCommand ? "There is no such command."
                             : "That was not understood: " + parsed.problem);
    context.remark(noCommand ? "afternote-cli --help lists them all."
                             : "See afternote-cli --help.");
    return kUsage;
  }
  if (!context.action) return kUsage;
  return finish(context, context.action());
}

}  // namespace app::cli
