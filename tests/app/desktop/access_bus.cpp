#include "tests/app/desktop/access_bus.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace tests {
namespace {

constexpr const char* kRules =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<servicedir>/usr/share/dbus-1/services</servicedir>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";
constexpr int kPatience = 30'000;  // milliseconds

void silent() {
  const int nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, 2);
}

}  // namespace

AccessBus::AccessBus() {
  // The launcher keeps what it is told in the settings of whoever runs it: not in ours.
  setenv("GSETTINGS_BACKEND", "memory", 1);
  // Nor does its second bus go where another one, or the session's own, has its socket.
  runtime_ = std::filesystem::temp_directory_path() / "afternote-run-XXXXXX";
  if (mkdtemp(runtime_.data()) != nullptr) setenv("XDG_RUNTIME_DIR", runtime_.c_str(), 1);
  unsetenv("DISPLAY");
  unsetenv("AT_SPI_BUS_ADDRESS");
  std::string rules = std::filesystem::temp_directory_path() / "afternote-bus-XXXXXX";
  close(mkstemp(rules.data()));
  std::ofstream(rules) << kRules;
  const std::string option = "--config-file=" + rules;
  std::array<int, 2> said{};
  if (pipe2(said.data(), O_CLOEXEC) != 0) return;
  bus_ = fork();
  if (bus_ == 0) {
    dup2(said[1], 1);
    silent();
    execlp("dbus-daemon", "dbus-daemon", option.c_str(), "--nofork", "--print-address=1", nullptr);
    _exit(127);
  }
  close(said[1]);
  for (char c = 0; read(said[0], &c, 1) == 1 && c != '\n';) address_ += c;
  close(said[0]);
  std::error_code ignored;
  std::filesystem::remove(rules, ignored);
  setenv("DBUS_SESSION_BUS_ADDRESS", address_.c_str(), 1);

  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0) return;
  reader_ = fork();
  if (reader_ == 0) {
    dup2(in[0], 0);
    dup2(out[1], 1);
    silent();
    execl(AFTERNOTE_ACCESS_CLIENT, "access_client", nullptr);
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  toReader_ = in[1];
  fromReader_ = out[0];
}

AccessBus::~AccessBus() {
  close(toReader_);
  close(fromReader_);
  kill(reader_, SIGTERM);
  waitpid(reader_, nullptr, 0);
  end();
  std::error_code ignored;
  std::filesystem::remove_all(runtime_, ignored);
}

void AccessBus::enable(bool on) {
  say("IsEnabled", on);
}

void AccessBus::runScreenReader() {
  say("ScreenReaderEnabled", true);
}

void AccessBus::say(const char* property, bool on) {
  const std::string named = std::string("string:") + property;
  const pid_t setter = fork();
  if (setter == 0) {
    const std::string value = std::string("variant:boolean:") + (on ? "true" : "false");
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    silent();
    execlp("dbus-send", "dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus",
           "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status",
           named.c_str(), value.c_str(), nullptr);
    _exit(127);
  }
  waitpid(setter, nullptr, 0);
}

void AccessBus::end() {
  if (bus_ == 0) return;
  kill(bus_, SIGTERM);
  waitpid(bus_, nullptr, 0);
  bus_ = 0;
}

std::string AccessBus::line() {
  for (;;) {
    if (const std::size_t end = buffer_.find('\n'); end != std::string::npos) {
      std::string out = buffer_.substr(0, end + 1);
      buffer_.erase(0, end + 1);
      return out;
    }
    pollfd waits{fromReader_, POLLIN, 0};
    std::array<char, 4096> some{};
    if (poll(&waits, 1, kPatience) <= 0) return {};
    const ssize_t got = read(fromReader_, some.data(), some.size());
    if (got <= 0) return {};
    buffer_.append(some.data(), static_cast<std::size_t>(got));
  }
}

std::string AccessBus::ask(const std::string& command) {
  const std::string asked = command + "\n";
  if (write(toReader_, asked.data(), asked.size()) < 0) return {};
  std::string answer;
  for (std::string next = line(); !next.empty() && next != ".\n"; next = line()) {
    (next.rfind("event ", 0) == 0 ? events_ : answer) += next;
  }
  return answer;
}

void AccessBus::listen(const std::string& kind) {
  ask("listen " + kind);
  ask("tree");  // the program answers this after it was told
}

std::string AccessBus::event(const std::string& words) {
  for (;;) {
    std::string next;
    if (const std::size_t end = events_.find('\n'); end != std::string::npos) {
      next = events_.substr(0, end + 1);
      events_.erase(0, end + 1);
    } else {
      next = line();
    }
    if (next.empty() || next.find(words) != std::string::npos) return next;
  }
}

}  // namespace tests
