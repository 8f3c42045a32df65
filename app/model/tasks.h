#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "app/model/ports.h"
#include "journal/base/time.h"

namespace app::model {

class AttachmentDoor;

/// Everything that lives on the journal thread. Only jobs touch it.
struct JournalRoom {
  VaultDoor* vault = nullptr;             ///< outlives the tasks
  EvidenceDoor* evidence = nullptr;       ///< outlives the tasks
  CareDoor* care = nullptr;               ///< outlives the tasks; may be absent
  ExchangeDoor* exchange = nullptr;       ///< outlives the tasks; may be absent
  AttachmentDoor* attachments = nullptr;  ///< outlives the tasks; may be absent
  journal::service::ThemeMarker marker;   ///< what could identify somebody; may be empty
  const journal::Clock* clock = nullptr;
  std::unique_ptr<journal::service::Journal> journal;  ///< empty while locked
};

/// How far a job is, read by the UI thread while it runs.
struct WorkProgress {
  std::uint64_t done = 0;
  std::uint64_t total = 0;  ///< 0: not known
};

/// The same, where a job writes it.
struct WorkCount {
  std::atomic<std::uint64_t> done{0};
  std::atomic<std::uint64_t> total{0};
  WorkProgress read() const { return {done, total}; }
  void reset() { done = total = 0; }
};

/// What a job may do besides its work. Journal thread.
class JobContext {
 public:
  /// `letIn` may be empty.
  JobContext(JournalRoom& room, std::stop_token stop, WorkCount& count, std::function<void()> letIn)
      : room_(room), stop_(std::move(stop)), count_(count), letIn_(std::move(letIn)) {}
  JournalRoom& room() { return room_; }
  /// The open journal; Locked when there is none (a job that was queued before a lock).
  journal::Result<journal::service::Journal*> journal();
  std::stop_token stop() const { return stop_; }
  /// For work that outlasts a moment: shows how far it is and stops when asked. Valid in this job.
  Watch watch() {
    return {stop_, [this](std::uint64_t done, std::uint64_t total) { progress(done, total); },
            [this] { letOthersIn(); }};
  }
  void progress(std::uint64_t done, std::uint64_t total) {
    count_.done = done;
    count_.total = total;
  }
  /// Between two pieces of long work, with nothing half done: runs what waits first in the queue
  /// and may come between (Turn), so that a save never waits for an import. Does nothing in a job
  /// that came between itself.
  void letOthersIn() {
    if (letIn_) letIn_();
  }

 private:
  JournalRoom& room_;
  std::stop_token stop_;
  WorkCount& count_;
  std::function<void()> letIn_;
};

/// Runs on the UI thread, in the frame after its job ended.
using Completion = std::function<void()>;
/// Each in turn; one that is empty has nothing to do. Returns how many. UI thread.
std::size_t runAll(const std::vector<Completion>& ready);
/// Runs on the journal thread; returns what to do with its outcome. Captures by value: a job must
/// never look at the AppState.
using Job = std::function<Completion(JobContext&)>;

/// When a job runs: behind all that came before it, or also between two pieces of a long one. Only
/// what leaves the journal open, and is short, may come between.
enum class Turn : std::uint8_t { Own, Between };

/// The journal thread as the UI sees it. Jobs run one after another in the order they came, but
/// that long ones let others in.
class Tasks {
 public:
  virtual ~Tasks() = default;
  /// Never blocks.
  virtual void start(Job job, Turn turn) = 0;
  void start(Job job) { start(std::move(job), Turn::Own); }
  /// For another thread that waits for the job (errands.h): Turn::Between, from any thread, and
  /// nobody is woken for it. The job returns no completion.
  virtual void startQuietly(Job job) = 0;
  /// Runs the completions that are waiting, on the calling (UI) thread. Returns how many.
  virtual std::size_t drain() = 0;
  /// Jobs that have not been drained yet.
  virtual std::size_t pending() const = 0;
  virtual WorkProgress progress() const = 0;
  /// Asks the running job to stop; it ends with Cancelled.
  virtual void cancelRunning() = 0;
};

/// One worker thread that owns the room. While there is nothing to do it tidies the journal.
std::unique_ptr<Tasks> makeThreadedTasks(JournalRoom room, std::function<void()> wakeUp);

/// Runs a job when a test says so, on the test's thread.
class SteppedTasks final : public Tasks {
 public:
  explicit SteppedTasks(JournalRoom room) : room_(std::move(room)) {}
  void start(Job job, Turn turn) override { jobs_.emplace_back(std::move(job), turn); }
  using Tasks::start;
  void startQuietly(Job job) override { start(std::move(job), Turn::Between); }
  std::size_t drain() override;
  std::size_t pending() const override { return jobs_.size() + completions_.size(); }
  WorkProgress progress() const override { return count_.read(); }
  void cancelRunning() override { stop_.request_stop(); }

  /// Runs the next job (not its completion). False when none waits.
  bool step();
  /// Runs jobs and completions until nothing is left.
  void settle();
  JournalRoom& room() { return room_; }

 private:
  void letIn();

  JournalRoom room_;
  std::deque<std::pair<Job, Turn>> jobs_;
  std::vector<Completion> completions_;
  std::stop_source stop_;
  WorkCount count_;
};

}  // namespace app::model
