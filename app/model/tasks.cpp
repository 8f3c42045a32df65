#include "app/model/tasks.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace app::model {
namespace {

using journal::Error;
using journal::ErrorCode;

/// How long one go at tidying may take: short enough that a save never waits noticeably.
constexpr std::chrono::milliseconds kTidyBudget{15};

class ThreadedTasks final : public Tasks {
 public:
  ThreadedTasks(JournalRoom room, std::function<void()> wakeUp)
      : room_(std::move(room)), wakeUp_(std::move(wakeUp)), worker_([this] { work(); }) {}

  ~ThreadedTasks() override {
    {
      std::lock_guard guard(mutex_);
      closing_ = true;
    }
    changed_.notify_all();
    worker_.join();
  }

  using Tasks::start;
  void start(Job job, Turn turn) override {
    {
      std::lock_guard guard(mutex_);
      jobs_.push_back({std::move(job), turn});
      ++pending_;
    }
    changed_.notify_all();
  }

  void startQuietly(Job job) override {
    {
      std::lock_guard guard(mutex_);
      jobs_.push_back({std::move(job), Turn::Between, true});
    }
    changed_.notify_all();
  }

  std::size_t drain() override {
    std::vector<Completion> ready;
    {
      std::lock_guard guard(mutex_);
      ready.swap(completions_);
      pending_ -= ready.size();
    }
    return runAll(ready);
  }

  std::size_t pending() const override {
    std::lock_guard guard(mutex_);
    return pending_;
  }
  WorkProgress progress() const override { return count_.read(); }
  void cancelRunning() override {
    std::lock_guard guard(mutex_);
    stop_.request_stop();
  }

 private:
  struct Waiting {
    Job job;
    Turn turn = Turn::Own;
    bool quiet = false;
  };

  /// The next job, or nothing when it is time to end. Tidies while nothing waits.
  std::optional<Waiting> next(std::unique_lock<std::mutex>& lock) {
    bool mayTidy = true;
    while (jobs_.empty()) {
      if (closing_) return std::nullopt;
      if (!mayTidy || !room_.journal) {
        changed_.wait(lock);
        mayTidy = true;
        continue;
      }
      lock.unlock();
      const auto more = room_.journal->tidy(kTidyBudget);
      lock.lock();
      mayTidy = more.ok() && *more;
    }
    stop_ = std::stop_source();
    return takeFirst();
  }

  Waiting takeFirst() {
    Waiting first = std::move(jobs_.front());
    jobs_.pop_front();
    return first;
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (std::optional<Waiting> job = next(lock)) {
      count_.reset();
      JobContext context(room_, stop_.get_token(), count_, [this] { letIn(); });
      run(std::move(*job), context, lock);
    }
    lock.unlock();
    room_.journal.reset();  // on its own thread, before the doors go
  }

  /// `lock` is held before and after.
  void run(Waiting waiting, JobContext& context, std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    Completion completion = waiting.job(context);
    waiting.job = nullptr;  // its captures may hold secrets; not kept longer than needed
    lock.lock();
    if (waiting.quiet) return;
    completions_.push_back(std::move(completion));
    lock.unlock();
    if (wakeUp_) wakeUp_();
    lock.lock();
  }

  /// On the worker, from within a job. Nobody asks the ones let in to stop: they are short.
  void letIn() {
    std::unique_lock lock(mutex_);
    while (!jobs_.empty() && jobs_.front().turn == Turn::Between) {
      WorkCount uncounted;
      JobContext context(room_, {}, uncounted, nullptr);
      run(takeFirst(), context, lock);
    }
  }

  JournalRoom room_;
  std::function<void()> wakeUp_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> jobs_;
  std::vector<Completion> completions_;
  std::size_t pending_ = 0;
  bool closing_ = false;
  std::stop_source stop_;
  WorkCount count_;
  std::thread worker_;  // last: it uses all of the above
};

}  // namespace

journal::Result<journal::service::Journal*> JobContext::journal() {
  if (!room_.journal) return Error{ErrorCode::Locked, "no journal is open"};
  return room_.journal.get();
}

std::size_t runAll(const std::vector<Completion>& ready) {
  for (const Completion& completion : ready) {
    if (completion) completion();
  }
  return ready.size();
}

std::unique_ptr<Tasks> makeThreadedTasks(JournalRoom room, std::function<void()> wakeUp) {
  return std::make_unique<ThreadedTasks>(std::move(room), std::move(wakeUp));
}

std::size_t SteppedTasks::drain() {
  return runAll(std::exchange(completions_, {}));
}

bool SteppedTasks::step() {
  if (jobs_.empty()) return false;
  const Job job = std::move(jobs_.front().first);
  jobs_.pop_front();
  JobContext context(room_, stop_.get_token(), count_, [this] { letIn(); });
  Completion completion = job(context);
  completions_.push_back(std::move(completion));
  stop_ = std::stop_source();
  return true;
}

void SteppedTasks::letIn() {
  while (!jobs_.empty() && jobs_.front().second == Turn::Between) {
    const Job job = std::move(jobs_.front().first);
    jobs_.pop_front();
    WorkCount uncounted;
    JobContext context(room_, {}, uncounted, nullptr);
    completions_.push_back(job(context));
  }
}

void SteppedTasks::settle() {
  while (step() || drain() > 0) {
  }
}

}  // namespace app::model
