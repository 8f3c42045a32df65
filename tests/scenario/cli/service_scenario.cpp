#include "tests/scenario/cli/service_scenario.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <thread>

namespace scenario {

bool comesTrue(const std::function<bool()>& condition) {
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::seconds(60);
  while (!condition()) {
    if (Clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return true;
}

std::string after(const std::string& text, const std::string& label) {
  const std::size_t at = text.find(label);
  if (at == std::string::npos) return {};
  const std::size_t from = at + label.size();
  return text.substr(from, text.find('\n', from) - from);
}

ServiceScenario::ServiceScenario() : port_(20000 + ::getpid() % 20000) {
  setClock("");  // a hub believes requests of now only
}

ServiceScenario::~ServiceScenario() {
  stopHub();
}

void ServiceScenario::stopHub() {
  if (hub_ == 0) return;
  ::kill(hub_, SIGTERM);
  ::waitpid(hub_, nullptr, 0);
  hub_ = 0;
}

void ServiceScenario::serveAgain() {
  hub_ = hubStart({"serve"}, "hub-log");
}

void ServiceScenario::use(const std::string& device) {
  useVault(at(device));
  useStreams("streams-" + device);
}

std::string ServiceScenario::startHub() {
  file("hub-pass", "a passphrase of the hub\n");
  file("hub.conf",
       "folder = " + at("hub").string() + "\npassphrase_file = " + at("hub-pass").string() +
           "\npublic_host = 127.0.0.1\nlisten = 127.0.0.1\nport = " + std::to_string(port_) + "\n");
  const std::string made = hubRun({"init", "--service", "Eastby"});
  serveAgain();
  return "sv1:" + after(made, "sv1:");
}

std::string ServiceScenario::hubRun(std::vector<std::string> arguments) {
  const pid_t child = hubStart(std::move(arguments), "hub-out");
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  return read(at("hub-out"));
}

pid_t ServiceScenario::hubStart(std::vector<std::string> arguments, const std::string& to) {
  arguments.insert(arguments.begin(), AFTERNOTE_HUB);
  arguments.insert(arguments.end(), {"--config", at("hub.conf").string()});
  std::vector<char*> argv;
  for (std::string& word : arguments) argv.push_back(word.data());
  argv.push_back(nullptr);
  const std::string out = at(to).string();
  const pid_t child = ::fork();
  if (child == 0) {
    ::setenv("AFTERNOTE_TESTING_FAST_KDF", "1", 1);
    if (::freopen(out.c_str(), "w", stdout) == nullptr) ::_exit(98);
    ::execv(argv[0], argv.data());
    ::_exit(99);
  }
  return child;
}

}  // namespace scenario
