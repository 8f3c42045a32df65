#include "tests/scenario/crowd/namespace.h"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <string>

namespace crowd {
namespace {

void writeTo(const char* file, const std::string& text) {
  const int out = ::open(file, O_WRONLY | O_CLOEXEC);
  if (out < 0) return;
  (void)!::write(out, text.data(), text.size());
  ::close(out);
}

}  // namespace

bool enterOwnNetwork() {
  const unsigned user = ::geteuid();
  const unsigned group = ::getegid();
  if (::unshare(CLONE_NEWNET) == 0) {
    setLoopbackUp(true);
    return true;
  }
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
  writeTo("/proc/self/setgroups", "deny");
  writeTo("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
  writeTo("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
  setLoopbackUp(true);
  return true;
}

void setLoopbackUp(bool up) {
  const int socket = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq request{};
  std::strcpy(request.ifr_name, "lo");
  ::ioctl(socket, SIOCGIFFLAGS, &request);
  const int flags = up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP;
  request.ifr_flags = static_cast<short>(flags);
  ::ioctl(socket, SIOCSIFFLAGS, &request);
  ::close(socket);
}

}  // namespace crowd
