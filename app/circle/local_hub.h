#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "journal/base/random.h"
#include "journal/base/result.h"
#include "journal/base/time.h"
#include "sync/wire/ids.h"
#include "sync/wire/room_messages.h"

namespace app::circle {

/// The service's hub inside this program, for a session without internet: the same code, for rooms
/// that this machine opens. What it stores is sealed by those in the room.
class LocalHub {
 public:
  static constexpr std::uint16_t kPort = 7420;

  /// Opens, or makes, the hub in `folder` and listens on every address of this machine: on kPort,
  /// or on a free port when another program has that. `page` is what phones are shown
  /// (assets/circle). Blocks for a key derivation. `clock` and `random` must outlive it.
  static journal::Result<std::unique_ptr<LocalHub>> start(const std::filesystem::path& folder,
                                                          const std::filesystem::path& page,
                                                          const journal::Clock& clock,
                                                          journal::Random& random);
  ~LocalHub();
  LocalHub(const LocalHub&) = delete;
  LocalHub& operator=(const LocalHub&) = delete;

  std::uint16_t port() const;
  /// Of the certificate that it made for itself.
  const syncing::wire::Digest& pin() const;
  /// Any thread; blocks until it is durable. The facilitator's number.
  journal::Result<syncing::wire::session::Member> openRoom(
      const syncing::wire::RoomOpening& opening);

 private:
  struct Impl;
  explicit LocalHub(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// IPv4 addresses of this machine that others on the same network can reach, those of a local
/// network first; loopback when there are no others.
std::vector<std::string> reachableAddresses();

}  // namespace app::circle
