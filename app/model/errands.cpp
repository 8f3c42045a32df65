#include "app/model/errands.h"

#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace app::model {
namespace {

using journal::Result;

/// How often progress is worth a frame.
constexpr std::chrono::milliseconds kBetweenFrames{250};

class ThreadedErrands final : public Errands {
 public:
  ThreadedErrands(Tasks& tasks, DeviceDoor& door, std::function<void()> wakeUp)
      : tasks_(tasks), door_(door), wakeUp_(std::move(wakeUp)), worker_([this] { work(); }) {}

  ~ThreadedErrands() override {
    {
      std::lock_guard guard(mutex_);
      closing_ = true;
      errands_.clear();
      stop_.request_stop();
    }
    changed_.notify_all();
    worker_.join();
  }

  void start(Errand errand) override {
    {
      std::lock_guard guard(mutex_);
      errands_.push_back(std::move(errand));
    }
    changed_.notify_all();
  }

  std::size_t drain() override {
    std::vector<Completion> ready;
    {
      std::lock_guard guard(mutex_);
      ready.swap(completions_);
    }
    return runAll(ready);
  }

  std::size_t pending() const override {
    std::lock_guard guard(mutex_);
    return errands_.size() + completions_.size() + (running_ ? 1 : 0);
  }
  WorkProgress progress() const override { return count_.read(); }

  void stop() override {
    std::lock_guard guard(mutex_);
    errands_.clear();
    completions_.clear();
    stop_.request_stop();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closing_ || !errands_.empty(); });
      if (closing_) return;
      Errand errand = std::move(errands_.front());
      errands_.pop_front();
      running_ = true;
      stop_ = std::stop_source();
      const std::stop_token stop = stop_.get_token();
      count_.reset();
      lock.unlock();
      Completion completion = errand(door_, reach(stop));
      errand = nullptr;  // its captures may hold secrets; not kept longer than needed
      lock.lock();
      running_ = false;
      if (!stop.stop_requested()) completions_.push_back(std::move(completion));
      lock.unlock();
      if (wakeUp_) wakeUp_();
      lock.lock();
    }
  }

  Reach reach(const std::stop_token& stop) {
    Reach reach;
    reach.onJournal = onJournalOf(tasks_);
    reach.watch.stop = stop;
    reach.watch.progress = [this](std::uint64_t done, std::uint64_t total) {
      count_.done = done;
      count_.total = total;
      const auto now = std::chrono::steady_clock::now();
      if (now - shown_ < kBetweenFrames || !wakeUp_) return;
      shown_ = now;
      wakeUp_();
    };
    return reach;
  }

  Tasks& tasks_;
  DeviceDoor& door_;
  std::function<void()> wakeUp_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Errand> errands_;
  std::vector<Completion> completions_;
  bool running_ = false;
  bool closing_ = false;
  std::stop_source stop_;
  WorkCount count_;
  std::chrono::steady_clock::time_point shown_{};  ///< the worker's
  std::thread worker_;                             // last: it uses all of the above
};

}  // namespace

OnJournal onJournalOf(Tasks& tasks) {
  return [&tasks](const std::function<Result<void>(journal::service::Journal&)>& work) {
    // Shared: the waiting thread may be on while this one still has it in hand.
    const auto said = std::make_shared<std::promise<Result<void>>>();
    auto answer = said->get_future();
    tasks.startQuietly([&work, said](JobContext& job) -> Completion {
      const auto open = job.journal();
      said->set_value(open.ok() ? work(**open) : Result<void>(open.error()));
      return {};
    });
    return answer.get();
  };
}

std::unique_ptr<Errands> makeThreadedErrands(Tasks& tasks, DeviceDoor& door,
                                             std::function<void()> wakeUp) {
  return std::make_unique<ThreadedErrands>(tasks, door, std::move(wakeUp));
}

std::size_t SteppedErrands::drain() {
  return runAll(std::exchange(completions_, {}));
}

void SteppedErrands::stop() {
  errands_.clear();
  completions_.clear();
  stop_.request_stop();
}

bool SteppedErrands::step() {
  if (errands_.empty()) return false;
  const Errand errand = std::move(errands_.front());
  errands_.pop_front();
  stop_ = std::stop_source();
  count_.reset();
  const std::stop_token stop = stop_.get_token();
  Reach reach;
  reach.onJournal = [this](const auto& work) -> Result<void> {
    auto& open = tasks_.room().journal;
    if (!open) return journal::Error{journal::ErrorCode::Locked, "no journal is open"};
    return work(*open);
  };
  reach.watch.stop = stop;
  reach.watch.progress = [this](std::uint64_t done, std::uint64_t total) {
    count_.done = done;
    count_.total = total;
    if (onProgress) onProgress();
  };
  Completion completion = errand(door_, reach);
  if (!stop.stop_requested()) completions_.push_back(std::move(completion));
  return true;
}

}  // namespace app::model
