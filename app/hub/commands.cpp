#include "app/hub/commands.h"

#include <filesystem>

#include "app/cli/command_line.h"
#include "app/hub/control_door.h"
#include "app/hub/open_hub.h"
#include "app/hub/serve.h"

namespace app::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

/// What the commands share, and what they are told.
struct Call {
  const journal::Clock& clock;
  journal::Random& random;
  std::ostream& out;
  std::ostream& err;
  std::filesystem::path configFile;
  std::string name;
  std::string role;
  std::filesystem::path backup;
  bool check = false;
  Result<void> outcome;
};

Result<void> init(Call& call) {
  J_TRY(const Config config, readConfig(call.configFile));
  J_TRY(const NewHub made, makeHub(config, call.name, call.clock, call.random));
  J_TRY(const auto invitation, made.hub.core->inviteLocally(syncing::hub::Role::ServiceAdmin));
  J_TRY(const std::string text, enrolmentText(config, invitation.code));
  call.out << "The service \"" << call.name << "\" has been made. Its id is "
           << made.hub.core->service().hex() << ".\n\n";
  if (!made.recoveryKey.empty())
    call.out << "Recovery key of its store (print it, keep it safe, it is shown once):\n  "
             << made.recoveryKey << "\n\n";
  call.out << "Invitation of the first administrator, good once and for 72 hours:\n  " << text
           << "\n";
  return {};
}

Result<void> invite(Call& call) {
  const auto role = syncing::hub::parseRole(call.role);
  if (!role) return Error{ErrorCode::InvalidInput, "role", "There is no such role."};
  J_TRY(const Config config, readConfig(call.configFile));
  J_TRY(const auto running, askRunningHub(config.folder, "invite " + call.role));
  if (running) {
    call.out << *running << "\n";
    return {};
  }
  J_TRY(const OpenHub hub, openHub(config, call.clock, call.random));
  J_TRY(const auto invitation, hub.core->inviteLocally(*role));
  J_TRY(const std::string text, enrolmentText(config, invitation.code));
  call.out << text << "\n";
  return {};
}

Result<void> serveOrCheck(Call& call) {
  J_TRY(const Config config, readConfig(call.configFile));
  if (!call.check) return serve(config, call.clock, call.random, call.err);
  J_TRY(const OpenHub hub, openHub(config, call.clock, call.random));
  J_CHECK(hub.core->checkAudit());
  J_TRY(const auto files, certificateFor(config));
  J_CHECK(syncing::hub::pinOf(files.chain));
  call.out << "The configuration can be used, and the store opens.\n";
  return {};
}

Result<void> backUpStopped(Call& call) {
  J_TRY(const Config config, readConfig(call.configFile));
  J_TRY(const OpenHub hub, openHub(config, call.clock, call.random));
  J_TRY(const std::filesystem::path folder, backUp(config, *hub.database, call.clock));
  call.out << folder.string() << "\n";
  return {};
}

Result<void> restoreBackup(Call& call) {
  J_TRY(const Config config, readConfig(call.configFile));
  if (!config.postgresql.empty()) {
    // PostgreSQL has put its tables back by itself; what is left is to say so.
    J_TRY(const OpenHub hub, openHub(config, call.clock, call.random));
    J_CHECK(hub.core->checkAudit());
    J_CHECK(hub.core->beginNewEpoch());
  } else {
    J_CHECK(restore(config, call.backup, call.clock, call.random));
  }
  call.out << "Restored. Every device compares what it has with the hub when it next synchronises, "
              "and sends what is missing.\n";
  return {};
}

Command addCommand(const CommandLine& line, Call& call, const char* name, const char* what,
                   Result<void> (*work)(Call&)) {
  Command command = line.root().command(name, what);
  command.option("--config", call.configFile, "the configuration file").required();
  command.whenChosen([&call, work] { call.outcome = work(call); });
  return command;
}

int exitStatus(const Call& call) {
  if (call.outcome.ok()) return 0;
  const Error& error = call.outcome.error();
  if (error.code == ErrorCode::Locked && error.advice.empty()) {
    call.err << "That is not allowed.\n";
  } else if (error.code == ErrorCode::Locked) {
    call.err << "The store is open already: a hub runs on it. Stop it first, or ask it "
                "(SIGUSR1 makes a backup).\n";
  } else if (!error.advice.empty()) {
    call.err << error.advice << "\n";
  } else {
    call.err << "That did not work (" << journal::name(error.code) << ", " << error.detail
             << ").\n";
  }
  return 1;
}

}  // namespace

int run(const std::vector<std::string>& arguments, const journal::Clock& clock,
        journal::Random& random, std::ostream& out, std::ostream& err) {
  Call call{clock, random, out, err, {}, {}, {}, {}, false, {}};
  CommandLine line("The hub of a music service: keeps what its tutors' devices exchange, sealed.",
                   "afternote-hub");
  addCommand(line, call, "init", "make a service's store and invite its first administrator", init)
      .option("--service", call.name, "what the service is called")
      .required();
  addCommand(line, call, "invite", "an invitation; a hub that runs is asked for it", invite)
      .option("--role", call.role, "tutor, facilitator, manager, service-admin or auditor")
      .required();
  addCommand(line, call, "serve", "answer devices until told to stop", serveOrCheck)
      .flag("--check", call.check, "only see whether the configuration can be used");
  addCommand(line, call, "backup", "copy the store while no hub runs on it", backUpStopped);
  addCommand(line, call, "restore", "put a backup in place (PostgreSQL: after its own restore)",
             restoreBackup)
      .option("--from", call.backup, "the folder of the backup");
  line.root().requireCommand();
  const Parsed parsed = line.parse(arguments, out);
  switch (parsed.kind) {
    case Parsed::Kind::Help:
      return 0;
    case Parsed::Kind::Understood:
      return exitStatus(call);
    case Parsed::Kind::NoCommand:
    case Parsed::Kind::NotUnderstood:
      break;
  }
  err << parsed.problem << (parsed.problem.empty() ? "" : "\n") << "Try afternote-hub --help.\n";
  return 2;
}

}  // namespace app::hub
