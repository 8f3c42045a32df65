#include "app/desktop/local_care.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "app/desktop/local_exchange.h"
#include "app/desktop/new_file.h"

extern char** environ;

namespace app::desktop {
namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

constexpr const char* kNoPrinter =
    "No printer answered on this laptop. Save the sheet as a file, or copy it by hand.";

/// Starts `command` with `input` as its standard input. 0 when it could not be started.
pid_t start(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = command;
  char* arguments[] = {name.data(), nullptr};
  pid_t child = 0;
  const int refused = posix_spawnp(&child, command.c_str(), &actions, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  return refused == 0 ? child : 0;
}

}  // namespace

bool LocalCare::reminder(std::size_t who) {
  std::error_code ignored;
  return who < homes_.size() && std::filesystem::exists(homes_[who] / "reminder", ignored);
}

Result<void> LocalCare::setReminder(std::size_t who, bool on) {
  if (who >= homes_.size()) return {};
  std::error_code problem;
  const std::filesystem::path file = homes_[who] / "reminder";
  if (!on) {
    std::filesystem::remove(file, problem);
    if (problem) return Error{ErrorCode::Io, "the reminder stays", {}};
    return {};
  }
  std::filesystem::create_directories(homes_[who], problem);
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (made < 0) return Error{ErrorCode::Io, "no reminder file", {}};
  fsync(made);
  close(made);
  return {};
}

bool LocalCare::markOpen(std::size_t who) {
  if (who >= homes_.size()) return false;
  std::error_code ignored;
  std::filesystem::create_directories(homes_[who], ignored);
  const std::filesystem::path file = homes_[who] / "open";
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool there = made < 0 && errno == EEXIST;
  if (made >= 0) close(made);
  return there;
}

void LocalCare::markClosed(std::size_t who) {
  std::error_code ignored;
  if (who < homes_.size()) std::filesystem::remove(homes_[who] / "open", ignored);
}

Result<void> LocalCare::print(const std::string& text) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return Error{ErrorCode::Io, "no pipe", kNoPrinter};
  const pid_t child = start(printer_, ends[0]);
  close(ends[0]);
  if (child == 0) {
    close(ends[1]);
    return Error{ErrorCode::NotFound, "no printing command", kNoPrinter};
  }
  // A printer that goes away while it is written to must not end the program.
  struct sigaction quiet {};
  struct sigaction before {};
  quiet.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &quiet, &before);
  const bool wrote = writeAll(ends[1], text);
  sigaction(SIGPIPE, &before, nullptr);
  close(ends[1]);
  int state = 0;
  while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  const bool taken = wrote && WIFEXITED(state) && WEXITSTATUS(state) == 0;
  if (!taken) return Error{ErrorCode::NotFound, "the printer did not take it", kNoPrinter};
  return {};
}

Result<void> LocalCare::save(const std::string& text, const std::string& typed) {
  J_TRY(const std::filesystem::path path, pathFromTyped(typed));
  return writeNewFile(path, text);
}

}  // namespace app::desktop
