#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "app/model/device_door.h"
#include "app/model/tasks.h"

namespace app::model {

/// Runs on the network's thread; returns what to do with its outcome, on the UI thread. Captures by
/// value.
using Errand = std::function<Completion(DeviceDoor& door, const Reach& reach)>;

/// How another thread than the journal's asks it: waits for its turn. Not from the UI thread.
/// `tasks` must outlive every call.
OnJournal onJournalOf(Tasks& tasks);

/// The network's thread as the UI sees it: what waits for other machines. Errands run one after
/// another in the order they came; none of them holds up a job of the journal longer than one call
/// to the journal takes. UI thread.
class Errands {
 public:
  virtual ~Errands() = default;
  /// Never blocks.
  virtual void start(Errand errand) = 0;
  /// Runs the completions that are waiting. Returns how many.
  virtual std::size_t drain() = 0;
  /// Errands that have not been drained yet.
  virtual std::size_t pending() const = 0;
  /// Of the one that runs.
  virtual WorkProgress progress() const = 0;
  /// Asks the one that runs to stop, at once whatever it waits for, and forgets those that wait and
  /// every completion.
  virtual void stop() = 0;
};

/// One worker. `tasks` and `door` must outlive it. `wakeUp` is called from it when an errand ended,
/// and now and then while one makes progress.
std::unique_ptr<Errands> makeThreadedErrands(Tasks& tasks, DeviceDoor& door,
                                             std::function<void()> wakeUp);

/// Runs an errand when a test says so, on the test's thread.
class SteppedErrands final : public Errands {
 public:
  SteppedErrands(SteppedTasks& tasks, DeviceDoor& door) : tasks_(tasks), door_(door) {}
  void start(Errand errand) override { errands_.push_back(std::move(errand)); }
  std::size_t drain() override;
  std::size_t pending() const override { return errands_.size() + completions_.size(); }
  WorkProgress progress() const override { return count_.read(); }
  void stop() override;

  /// Runs the next errand (not its completion). False when none waits.
  bool step();
  /// Called with every progress that an errand reports, while it runs.
  std::function<void()> onProgress = {};

 private:
  SteppedTasks& tasks_;
  DeviceDoor& door_;
  std::deque<Errand> errands_;
  std::vector<Completion> completions_;
  std::stop_source stop_;
  WorkCount count_;
};

}  // namespace app::model
