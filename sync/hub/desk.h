#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/hub/core.h"
#include "sync/hub/rooms/rooms.h"

namespace syncing::hub {

/// When a request is handed to the desk: at first, or because its wait is over.
enum class Moment : std::uint8_t {
  First,
  Woken,  ///< there may be news
  Over,   ///< it has waited long enough: whatever there is, is the answer
  Gone,   ///< whoever asked no longer listens; no answer is sent
};

/// A request as the server has read it from the network, its limits kept.
struct Request {
  std::string method;
  std::string target;         ///< path and query, as they came
  std::string authorization;  ///< "" when there was none
  std::string body;
  std::string address;  ///< of the other end
  Moment moment = Moment::First;
};

/// Instead of an answer: ask again, once, when one of `name` is woken, when the time is over, or
/// when whoever asked has gone.
struct Wait {
  std::string name;
  std::chrono::milliseconds time{0};
};

/// The answer: a body in one of sync/wire's encodings, or none.
struct Response {
  int status = 200;
  std::string body;
  std::string_view route = "unknown";  ///< which, for logs and figures: never a part of the target
  std::string_view type = {};          ///< of the body, for browsers; "": bytes of our own
  std::optional<Wait> wait = {};
  std::vector<std::string> woken = {};  ///< whose waits end by what was asked
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
  /// `rooms`: null where there are none. Both must outlive it.
  explicit Desk(HubCore& core, const DeskLimits& limits = {}, Rooms* rooms = nullptr);
  ~Desk();
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  Response handle(const Request& request);

  /// The largest body that this target may have; what the server reads before it asks. 0 for none.
  static std::size_t mostBody(std::string_view method, std::string_view target);

  /// Whose questions these are, as far as they should wait for each other rather than others for
  /// them: those of a room's screens. "" for all else. A view into `target`.
  static std::string_view laneOf(std::string_view method, std::string_view target);

  static constexpr std::size_t kMostBody = 8 * 1024 * 1024;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace syncing::hub
