#include "app/model/tasks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using app::model::Completion;
using app::model::JobContext;
using app::model::JournalRoom;

/// Lets a test wait for the worker without sleeping.
class Bell {
 public:
  void ring() {
    const std::lock_guard guard(mutex_);
    ++rung_;
    changed_.notify_all();
  }
  void waitFor(int times) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return rung_ >= times; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

TEST(Tasks, RunInTheOrderTheyCameAndAnswerOnTheDrainingThread) {
  Bell bell;
  auto tasks = app::model::makeThreadedTasks(JournalRoom{}, [&] { bell.ring(); });
  const auto here = std::this_thread::get_id();
  std::vector<int> order;
  bool elsewhere = false;
  for (int i = 0; i < 100; ++i) {
    tasks->start([&, i](JobContext&) -> Completion {
      const bool other = std::this_thread::get_id() != here;
      return [&, i, other] {
        order.push_back(i);
        elsewhere = elsewhere || !other || std::this_thread::get_id() != here;
      };
    });
  }
  bell.waitFor(100);
  std::size_t drained = 0;
  while (drained < 100) drained += tasks->drain();
  EXPECT_FALSE(elsewhere);
  ASSERT_EQ(order.size(), 100U);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(tasks->pending(), 0U);
}

TEST(Tasks, WhatWasQueuedIsDoneBeforeTheEnd) {
  int done = 0;
  {
    auto tasks = app::model::makeThreadedTasks(JournalRoom{}, nullptr);
    for (int i = 0; i < 20; ++i) {
      tasks->start([&](JobContext&) -> Completion {
        ++done;
        return nullptr;
      });
    }
  }
  EXPECT_EQ(done, 20);
}

TEST(Tasks, AJobCanBeAskedToStop) {
  Bell started;
  Bell ended;
  auto tasks = app::model::makeThreadedTasks(JournalRoom{}, [&] { ended.ring(); });
  bool stopped = false;
  tasks->start([&](JobContext& job) -> Completion {
    started.ring();
    while (!job.stop().stop_requested()) std::this_thread::yield();
    return [&] { stopped = true; };
  });
  started.waitFor(1);
  tasks->cancelRunning();
  ended.waitFor(1);
  while (tasks->drain() == 0) {
  }
  EXPECT_TRUE(stopped);
}

TEST(Tasks, AJobBehindALockFindsNoJournal) {
  app::model::SteppedTasks tasks(JournalRoom{});
  journal::ErrorCode code = journal::ErrorCode::Internal;
  tasks.start([&](JobContext& job) -> Completion {
    const auto open = job.journal();
    code = open.ok() ? journal::ErrorCode::Internal : open.error().code;
    return nullptr;
  });
  tasks.settle();
  EXPECT_EQ(code, journal::ErrorCode::Locked);
}

/// What ran, in order, when a long job lets others in once in the middle.
std::string orderAround(app::model::Tasks& tasks, const std::function<void()>& runAll) {
  using app::model::Turn;
  auto order = std::make_shared<std::string>();
  const auto note = [&](char what, Turn turn) {
    tasks.start(
        [order, what](JobContext&) -> Completion {
          order->push_back(what);
          return nullptr;
        },
        turn);
  };
  tasks.start([order, note](JobContext& job) -> Completion {
    order->push_back('(');
    // As if these came from the screen meanwhile.
    note('a', Turn::Between);
    note('b', Turn::Between);
    note('L', Turn::Own);  // a lock, say
    note('c', Turn::Between);
    job.letOthersIn();
    order->push_back(')');
    return nullptr;
  });
  runAll();
  return *order;
}

TEST(Tasks, ALongJobLetsShortOnesInButNobodyOvertakesALock) {
  app::model::SteppedTasks stepped(JournalRoom{});
  EXPECT_EQ(orderAround(stepped, [&] { stepped.settle(); }), "(ab)Lc");
  Bell bell;
  auto threaded = app::model::makeThreadedTasks(JournalRoom{}, [&] { bell.ring(); });
  EXPECT_EQ(orderAround(*threaded, [&] { bell.waitFor(5); }), "(ab)Lc");
}

TEST(Tasks, TheProgressOfALongJobIsNotThatOfOneItLetIn) {
  app::model::SteppedTasks tasks(JournalRoom{});
  tasks.start([&](JobContext& job) -> Completion {
    job.progress(40, 100);
    tasks.start(
        [](JobContext& between) -> Completion {
          between.progress(1, 2);
          return nullptr;
        },
        app::model::Turn::Between);
    job.letOthersIn();
    return nullptr;
  });
  tasks.settle();
  EXPECT_EQ(tasks.progress().done, 40U);
}

TEST(SteppedTasks, HoldACompletionBackUntilItIsDrained) {
  app::model::SteppedTasks tasks(JournalRoom{});
  bool answered = false;
  tasks.start([&](JobContext&) -> Completion { return [&] { answered = true; }; });
  EXPECT_TRUE(tasks.step());
  EXPECT_FALSE(answered);
  tasks.drain();
  EXPECT_TRUE(answered);
}

}  // namespace
