#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>

#include "journal/base/result.h"
#include "sync/wire/ids.h"

namespace syncing::transport {

struct ChannelRequest {
  std::string method;
  std::string target;
  std::string authorization;  ///< "" for none
  std::string body;
};

struct ChannelResponse {
  int status = 0;
  std::string body;
  std::int64_t hubMs = 0;  ///< the hub's clock when it answered
  /// The request was sent twice, because the first time ended without an answer: the hub may have
  /// had it then.
  bool repeated = false;
};

/// Requests to one hub and their answers. Blocks; one thread. Network when the hub is not reached,
/// or breaks off, or is not the one whose key was pinned: then nothing is known of what it did.
class Channel {
 public:
  virtual ~Channel() = default;
  virtual journal::Result<ChannelResponse> exchange(const ChannelRequest& request) = 0;
};

struct HttpsOptions {
  std::string host;  ///< as in wire::Enrolment
  std::uint16_t port = 0;
  wire::Digest pin{};  ///< SHA-256 of the hub's public key; no authority is asked
  /// Nobody named the key: the one that answers first is the pin for as long as this lives. For a
  /// room, whose words are sealed whoever carries them (sync/room).
  bool pinTheFirst = false;
  std::chrono::milliseconds connectTimeout{10'000};
  std::chrono::milliseconds exchangeTimeout{60'000};
  std::size_t mostAnswer = 24 * 1024 * 1024;
  /// From any thread: an exchange that is waiting ends at once, and no later one begins.
  std::stop_token stop = {};
};

/// TLS 1.3 to a hub whose public key is known beforehand. The connection is kept between exchanges
/// and made anew when it has gone: a request that cannot have reached the hub is sent once more.
std::unique_ptr<Channel> httpsChannel(const HttpsOptions& options);

}  // namespace syncing::transport
