#include "tests/app/hub/hub_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "app/cli/system_clock.h"
#include "app/hub/commands.h"
#include "journal/crypto/system_random.h"

namespace app::hub::test {

namespace {

[[noreturn]] void becomeHub(const std::filesystem::path& config, int log,
                            const HubProcess::Environment& environment) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(log, STDERR_FILENO);
  setenv("AFTERNOTE_TESTING_FAST_KDF", "1", 1);
  for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
  execl(AFTERNOTE_HUB_PROGRAM, "afternote-hub", "serve", "--config", config.c_str(), nullptr);
  _exit(127);
}

}  // namespace

HubProcess::HubProcess(const std::filesystem::path& config, const Environment& environment) {
  int ends[2];
  EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
  process_ = fork();
  if (process_ == 0) becomeHub(config, ends[1], environment);
  ::close(ends[1]);
  pipe_ = ends[0];
  EXPECT_TRUE(waitFor("started")) << log_;
  const std::size_t at = log_.find("\"port\":");
  if (at != std::string::npos) port_ = static_cast<std::uint16_t>(std::stoi(log_.substr(at + 7)));
}

HubProcess::~HubProcess() {
  kill();
  ::close(pipe_);
}

bool HubProcess::waitFor(const std::string& event) {
  const std::string wanted = "\"event\":\"" + event + "\"";
  while (log_.find(wanted) == std::string::npos || log_.back() != '\n') {
    char some[4096];
    const ssize_t got = read(pipe_, some, sizeof some);
    if (got <= 0) return false;
    log_.append(some, static_cast<std::size_t>(got));
  }
  return true;
}

void HubProcess::kill() {
  if (process_ == 0) return;
  ::kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

int HubProcess::stop() {
  int status = -1;
  ::kill(process_, SIGTERM);
  waitpid(process_, &status, 0);
  process_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void HubProcess::signal(int number) const {
  ::kill(process_, number);
}

Outcome runHub(const std::vector<std::string>& arguments) {
  setenv("AFTERNOTE_TESTING_FAST_KDF", "1", 1);
  const SystemClock clock;
  journal::crypto::SystemRandom random;
  std::ostringstream out;
  std::ostringstream err;
  Outcome outcome;
  outcome.status = run(arguments, clock, random, out, err);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

HubFolder::HubFolder(const std::string& postgresql, const std::string& more) {
  std::string pattern = (std::filesystem::temp_directory_path() / "afternote-hub-XXXXXX").string();
  EXPECT_NE(mkdtemp(pattern.data()), nullptr);
  folder = pattern;
  config = folder / "hub.conf";
  std::ofstream(folder / "passphrase") << "a long enough passphrase\n";
  std::ofstream out(config);
  out << "folder = " << (folder / "hub").string() << "\npublic_host = 127.0.0.1\n"
      << "listen = 127.0.0.1\nport = 0\npublic_port = 8443\n"
      << more;
  if (postgresql.empty()) {
    out << "passphrase_file = " << (folder / "passphrase").string() << "\n";
  } else {
    out << "postgresql = " << postgresql << "\n";
  }
}

HubFolder::~HubFolder() {
  std::filesystem::remove_all(folder);
}

}  // namespace app::hub::test
