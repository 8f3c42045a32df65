#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace syncing::hub {

/// The one thread that touches the store. Jobs of one lane run on it in the order in which they
/// came; lanes take turns, and the one without a name has every second turn, so that however much
/// is to be told in one room, others wait for one of its jobs at most. Any thread may post.
class Writer {
 public:
  explicit Writer(std::size_t mostWaiting);
  /// Runs what waits, then ends.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// False, and the job is not taken, when too many wait already.
  bool post(std::function<void()> job) { return postTo("", std::move(job)); }
  bool postTo(std::string_view lane, std::function<void()> job);
  std::size_t waiting() const;

 private:
  using Job = std::function<void()>;
  void work();
  Job next();  ///< with the mutex

  std::size_t mostWaiting_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t waiting_ = 0;                                    // guarded by mutex_
  std::deque<Job> jobs_;                                       // guarded by mutex_: without a lane
  std::map<std::string, std::deque<Job>, std::less<>> lanes_;  // guarded by mutex_: none is empty
  std::string last_;         // guarded by mutex_: whose turn it was
  bool laneIsNext_ = false;  // guarded by mutex_
  bool ending_ = false;      // guarded by mutex_
  std::thread thread_;
};

}  // namespace syncing::hub
