#include "app/model/errands.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace app::model {
namespace {

using journal::Result;

/// Never asked: these errands bring their own waiting.
struct NoDevices final : DeviceDoor {
  static journal::Error none() { return {journal::ErrorCode::Internal, "no devices"}; }
  Result<DevicesKnown> known(const Reach&) override { return none(); }
  Result<SyncReport> synchronise(const Reach&) override { return none(); }
  Result<void> joinHub(const Reach&, const std::string&, const std::string&) override {
    return none();
  }
  Result<void> useFolder(const Reach&, const std::string&, const std::string&) override {
    return none();
  }
  Result<void> remove(const Reach&, journal::DeviceId) override { return none(); }
  Result<void> listRecoveryKey(const Reach&, std::string&) override { return none(); }
  Result<void> comeBack(const Reach&, std::string&, const std::string&,
                        const std::string&) override {
    return none();
  }
  Result<void> dismissNew(const Reach&, journal::DeviceId) override { return none(); }
  Result<PairingSeen> beginAdding(const Reach&) override { return none(); }
  Result<PairingSeen> beginJoining(const Reach&, std::string&, const std::string&,
                                   const std::string&) override {
    return none();
  }
  Result<PairingSeen> look(const Reach&) override { return none(); }
  Result<PairingSeen> agree(const Reach&) override { return none(); }
  void stopPairing() override {}
};

/// As a hub that takes its time: until it answers or the errand is asked to stop.
class SlowHub {
 public:
  void answer() {
    std::lock_guard guard(mutex_);
    answered_ = true;
    changed_.notify_all();
  }
  void ask(const std::stop_token& stop) {
    const std::stop_callback onStop(stop, [this] { answer(); });
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return answered_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool answered_ = false;
};

struct ErrandsTest : testing::Test {
  template <class Condition>
  void drainUntil(Condition done) {
    while (!done()) {
      tasks->drain();
      errands->drain();
      std::this_thread::yield();
    }
  }

  NoDevices door;
  std::unique_ptr<Tasks> tasks = makeThreadedTasks(JournalRoom{}, nullptr);
  std::unique_ptr<Errands> errands = makeThreadedErrands(*tasks, door, nullptr);
};

TEST_F(ErrandsTest, ASaveIsDoneWhileAnErrandWaitsForAnotherMachine) {
  SlowHub hub;
  bool answered = false;
  bool saved = false;
  errands->start([&hub, &answered](DeviceDoor&, const Reach& reach) -> Completion {
    hub.ask(reach.watch.stop);
    return [&answered] { answered = true; };
  });
  tasks->start([&saved](JobContext&) -> Completion { return [&saved] { saved = true; }; });
  drainUntil([&] { return saved; });
  EXPECT_FALSE(answered);
  hub.answer();
  drainUntil([&] { return answered; });
}

TEST_F(ErrandsTest, StoppingBreaksOffWhatWaitsAndWhatItWouldHaveSaid) {
  SlowHub silent;
  std::promise<void> began;
  bool said = false;
  bool later = false;
  errands->start([&](DeviceDoor&, const Reach& reach) -> Completion {
    began.set_value();
    silent.ask(reach.watch.stop);
    return [&said] { said = true; };
  });
  began.get_future().wait();
  errands->stop();
  errands->start(
      [&later](DeviceDoor&, const Reach&) -> Completion { return [&later] { later = true; }; });
  drainUntil([&] { return later; });
  EXPECT_FALSE(said);
}

TEST_F(ErrandsTest, EndingTheProgramWaitsForNobody) {
  SlowHub silent;
  errands->start([&silent](DeviceDoor&, const Reach& reach) -> Completion {
    silent.ask(reach.watch.stop);
    return {};
  });
  errands.reset();
  SUCCEED();
}

TEST_F(ErrandsTest, TheJournalIsReachedOnItsOwnThreadAndOnlyWhileItIsOpen) {
  bool done = false;
  journal::ErrorCode code = journal::ErrorCode::Internal;
  errands->start([&](DeviceDoor&, const Reach& reach) -> Completion {
    const auto asked = reach.onJournal([](journal::service::Journal&) { return Result<void>(); });
    if (!asked.ok()) code = asked.error().code;
    return [&done] { done = true; };
  });
  drainUntil([&] { return done; });
  EXPECT_EQ(code, journal::ErrorCode::Locked);
  EXPECT_EQ(tasks->pending(), 0U) << "nothing the UI would wait for";
}

}  // namespace
}  // namespace app::model
