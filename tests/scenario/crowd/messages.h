#pragma once

#include <array>
#include <cstring>
#include <optional>
#include <string>

#include <sys/socket.h>
#include <sys/uio.h>

// What a crowd and the test say to each other: texts over a SOCK_SEQPACKET pair, the first with the
// crowd's listening socket.

namespace crowd {

constexpr int kChannel = 3;  ///< a crowd's end

inline void tell(int channel, const std::string& text, int descriptor = -1) {
  std::string copy = text;
  iovec part{copy.data(), copy.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> room{};
  if (descriptor >= 0) {
    message.msg_control = room.data();
    message.msg_controllen = room.size();
    cmsghdr* control = CMSG_FIRSTHDR(&message);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(control), &descriptor, sizeof descriptor);
  }
  (void)::sendmsg(channel, &message, MSG_NOSIGNAL);
}

/// Waits. nullopt when the other end is gone. `descriptor` becomes what came with it, if any.
inline std::optional<std::string> hear(int channel, int* descriptor = nullptr, int flags = 0) {
  std::array<char, 4096> text{};
  iovec part{text.data(), text.size()};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> room{};
  message.msg_control = room.data();
  message.msg_controllen = room.size();
  const ssize_t got = ::recvmsg(channel, &message, flags);
  if (got <= 0) return std::nullopt;
  const cmsghdr* control = CMSG_FIRSTHDR(&message);
  if (descriptor != nullptr && control != nullptr && control->cmsg_type == SCM_RIGHTS)
    std::memcpy(descriptor, CMSG_DATA(control), sizeof *descriptor);
  return std::string(text.data(), static_cast<std::size_t>(got));
}

}  // namespace crowd
