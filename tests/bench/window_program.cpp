#include "tests/bench/window_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/bench/measure.h"

namespace bench {
namespace {

[[noreturn]] void giveUp(const char* why) {
  std::fprintf(stderr, "window_bench: %s\n", why);
  std::exit(1);
}

/// A file of /proc/PID, "Name:   12 kB" lines.
double kilobytes(const std::string& file, const std::string& name) {
  std::ifstream in(file);
  std::string line;
  double sum = 0;
  while (std::getline(in, line)) {
    if (line.starts_with(name)) sum += std::atof(line.c_str() + name.size());
  }
  return sum;
}

}  // namespace

WindowProgram::WindowProgram(const std::vector<std::string>& command) {
  int ends[2];
  if (pipe(ends) != 0) giveUp("no pipe");
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  started_ = secondsNow();
  pid_ = fork();
  if (pid_ == 0) {
    setenv("AFTERNOTE_FRAME_MARKS", std::to_string(ends[1]).c_str(), 1);
    execv(arguments.front(), arguments.data());
    _exit(127);
  }
  close(ends[1]);
  if (pid_ < 0) giveUp("no process");
  marks_ = ends[0];
}

WindowProgram::~WindowProgram() {
  kill(pid_, SIGTERM);
  int status = 0;
  waitpid(pid_, &status, 0);
  close(marks_);
}

bool WindowProgram::read(double seconds, Mark& mark) {
  const double until = secondsNow() + seconds;
  for (;;) {
    const std::size_t end = rest_.find('\n');
    if (end != std::string::npos) {
      std::istringstream line(rest_.substr(0, end));
      rest_.erase(0, end + 1);
      double nanoseconds = 0;
      double spent = 0;
      line >> nanoseconds >> mark.what >> mark.typed >> spent;
      mark.seconds = nanoseconds * 1e-9;
      mark.cpu = spent * 1e-9;
      ++frames_;
      return true;
    }
    const double left = until - secondsNow();
    pollfd waiting{marks_, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left * 1000) + 1) <= 0) return false;
    char bytes[4096];
    const ssize_t got = ::read(marks_, bytes, sizeof bytes);
    if (got <= 0) giveUp("the program ended early");
    rest_.append(bytes, static_cast<std::size_t>(got));
  }
}

Mark WindowProgram::waitFor(const std::function<bool(const Mark&)>& fits) {
  Mark mark;
  for (;;) {
    if (!read(60, mark)) giveUp("nothing was painted for a minute");
    if (fits(mark)) return mark;
  }
}

std::vector<double> WindowProgram::waitQuiet(double seconds, double atMost) {
  const double until = secondsNow() + atMost;
  std::vector<double> spent;
  Mark mark;
  while (secondsNow() < until && read(seconds, mark)) spent.push_back(mark.cpu);
  return spent;
}

double WindowProgram::cpuSeconds() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
  std::string line;
  std::getline(in, line);
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;  // utime is the 14th (proc(5))
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

Memory WindowProgram::memory() const {
  const std::string folder = "/proc/" + std::to_string(pid_);
  const std::string rollup = folder + "/smaps_rollup";
  Memory memory;
  memory.resident = kilobytes(folder + "/status", "VmRSS:") / 1024;
  memory.proportional = kilobytes(rollup, "Pss:") / 1024;
  memory.own = (kilobytes(rollup, "Private_Clean:") + kilobytes(rollup, "Private_Dirty:")) / 1024;
  return memory;
}

}  // namespace bench
