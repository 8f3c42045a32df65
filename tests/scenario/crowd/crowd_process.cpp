#include "tests/scenario/crowd/crowd_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

#include "tests/scenario/crowd/messages.h"

namespace crowd {

Done& Done::operator+=(const Done& other) {
  devices += other.devices;
  written += other.written;
  lost += other.lost;
  damaged += other.damaged;
  rounds += other.rounds;
  brokenOff += other.brokenOff;
  forks += other.forks;
  return *this;
}

CrowdProcess::CrowdProcess(const std::string& hubAddress, std::uint64_t seed,
                           const std::vector<std::string>& vaults) {
  std::vector<std::string> words{AFTERNOTE_REPLICA_CROWD, hubAddress, std::to_string(seed)};
  words.insert(words.end(), vaults.begin(), vaults.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  int ends[2];
  (void)::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (ends[1] == kChannel) {
      ::fcntl(kChannel, F_SETFD, 0);
    } else {
      ::dup2(ends[1], kChannel);
    }
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  channel_ = ends[0];
}

CrowdProcess::~CrowdProcess() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(channel_);
}

int CrowdProcess::takeListener() {
  int listener = -1;
  const auto said = hear(channel_, &listener);
  ownNetwork_ = said == "own network";
  return listener;
}

void CrowdProcess::say(const std::string& word) {
  tell(channel_, word);
}

void CrowdProcess::note(const std::string& said, std::map<std::size_t, std::string>& digests) {
  std::istringstream words(said);
  std::string kind;
  words >> kind;
  if (kind == "digest") {
    std::size_t device = 0;
    words >> device >> digests[device];
  } else if (kind == "done") {
    Done one;
    one.devices = 1;
    words >> one.written >> one.lost >> one.damaged >> one.rounds >> one.brokenOff >> one.forks;
    done_ += one;
  }
}

bool CrowdProcess::hearAll(std::map<std::size_t, std::string>& digests) {
  while (const auto said = hear(channel_, nullptr, MSG_DONTWAIT)) note(*said, digests);
  return ::waitpid(process_, nullptr, WNOHANG) == 0;
}

Done CrowdProcess::finish() {
  std::map<std::size_t, std::string> ignored;
  say("stop");
  while (const auto said = hear(channel_)) note(*said, ignored);
  ::waitpid(process_, nullptr, 0);
  process_ = 0;
  return done_;
}

}  // namespace crowd
