#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace syncing::hub {

/// What a server counts, for Prometheus: sizes and numbers by route, nothing about anybody. Any
/// thread.
class Figures {
 public:
  std::atomic<std::int64_t> connections{0};         ///< open now
  std::atomic<std::int64_t> connectionsRefused{0};  ///< too many, or too many from one address
  std::atomic<std::int64_t> handshakesFailed{0};
  std::atomic<std::int64_t> bufferedBytes{0};  ///< bodies and answers held now
  std::atomic<std::int64_t> newsAwaited{0};    ///< requests that wait for news now
  std::atomic<std::int64_t> bytesIn{0};
  std::atomic<std::int64_t> bytesOut{0};
  std::atomic<std::int64_t> storeUp{1};  ///< 0 while the store cannot be written

  void answered(std::string_view route, int status, double seconds);
  /// In Prometheus' text format 0.0.4; `waiting`: requests that wait for the store.
  std::string text(std::size_t waiting) const;

 private:
  struct Total {
    std::int64_t count = 0;
    double seconds = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, Total> totals_;  // guarded by mutex_
};

}  // namespace syncing::hub
