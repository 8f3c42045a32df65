#include <CLI/CLI.hpp>
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

void addSecretOptions(CLI::App& app, SecretSource& source, const std::string& name,
                      const std::string& what) {
  app.add_option("--" + name + "-file", source.file, what + ": the first line of this file")
      ->type_name("FILE");
  app.add_option("--" + name + "-fd", source.descriptor,
                 what + ": the next line of this open descriptor")
      ->type_name("NUMBER");
}

void addGlobalOptions(CLI::App& app, Options& options) {
  app.add_option("--vault", options.vault, "The journal's folder")->type_name("FOLDER");
  app.add_option("--evidence", options.evidence, "The evidence store's folder")
      ->type_name("FOLDER");
  app.add_option("--assets", options.assets, "The folder of framework.json and its like")
      ->type_name("FOLDER");
  app.add_flag("--json", options.json, "Answer in JSON");
  app.add_flag("--verbose", options.verbose, "Say more about what went wrong, for a report of it");
  addSecretOptions(app, options.passphrase, "passphrase", "The passphrase");
  addSecretOptions(app, options.newPassphrase, "new-passphrase", "A new passphrase");
  addSecretOptions(app, options.evidencePassphrase, "evidence-passphrase",
                   "The evidence store's passphrase, where both are needed");
#ifdef AFTERNOTE_TESTING
  app.add_flag("--fast-kdf", options.fastKdf)->group("");
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
  CLI::App app("Afternote on the command line: a tutor's reflective journal.", "afternote-cli");
  app.footer(kFooter);
  app.require_subcommand(1);
  app.fallthrough();
  context.options.vault = journal::userDataFolder() / "journal";
  context.options.evidence = journal::userDataFolder() / "evidence";
  addGlobalOptions(app, context.options);
  addVaultCommands(app, context);
  addWriteCommands(app, context);
  addTagCommands(app, context);
  addReadCommands(app, context);
  addSearchCommand(app, context);
  addImportCommand(app, context);
  addExportCommand(app, context);
  addCaseStudyCommands(app, context);
  addEvidenceCommands(app, context);
  addDemoCommand(app, context);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return app.exit(problem, context.terminal.out);
    const bool noCommand = app.get_subcommands().empty();
    context.remark(noCommand ? "There is no such command."
                             : std::string("That was not understood: ") + problem.what());
    context.remark(noCommand ? "afternote-cli --help lists them all."
                             : "See afternote-cli --help.");
    return kUsage;
  }
  if (!context.action) return kUsage;
  return finish(context, context.action());
}

}  // namespace app::cli
