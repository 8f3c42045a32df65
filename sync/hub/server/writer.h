#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace syncing::hub {

/// The one thread that touches the store: jobs run on it in the order in which they came. Any
/// thread may post.
class Writer {
 public:
  explicit Writer(std::size_t mostWaiting);
  /// Runs what waits, then ends.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// False, and the job is not taken, when too many wait already.
  bool post(std::function<void()> job);
  std::size_t waiting() const;

 private:
  void work();

  std::size_t mostWaiting_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_
  bool ending_ = false;                     // guarded by mutex_
  std::thread thread_;
};

}  // namespace syncing::hub
