#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sync/hub/core.h"

namespace syncing::hub {

/// A request as the server has read it from the network, its limits kept.
struct Request {
  std::string method;
  std::string target;         ///< path and query, as they came
  std::string authorization;  ///< "" when there was none
  std::string body;
  std::string address;  ///< of the other end
};

/// The answer: a body in one of sync/wire's encodings, or none.
struct Response {
  int status = 200;
  std::string body;
  std::string_view route = "unknown";  ///< which, for logs and figures: never a part of the target
};

struct DeskLimits {
  std::size_t nonces = 500'000;  ///< remembered at a time
  int refusalsForABurst = 20;    ///< from one address within an hour: a row of the audit
};

/// Answers requests: who asks is checked against their key, then the core is asked. No sockets; one
/// thread, the core's.
///
/// Status: 400 not understood or refused; 401 not known, or not signed by whom it says, within five
/// minutes and once; 403 not theirs to ask; 404 no such thing to ask; 409 something else stands
/// there; 429 too often; 500 the store is damaged; 503 too much at once, or the store cannot be
/// read or written now.
class Desk {
 public:
  explicit Desk(HubCore& core, const DeskLimits& limits = {});
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  Response handle(const Request& request);

  /// The largest body that this target may have; what the server reads before it asks. 0 for none.
  static std::size_t mostBody(std::string_view method, std::string_view target);

  static constexpr std::size_t kMostBody = 8 * 1024 * 1024;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::hub
