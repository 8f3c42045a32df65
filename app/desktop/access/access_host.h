#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/desktop/access/access_bridge.h"
#include "app/desktop/access/access_status.h"
#include "app/ui/recorder.h"

namespace app::desktop {

/// The window's end of the bridge: starts it when somebody listens, hands over what was drawn, and
/// does what was asked. UI thread. Costs nothing while nobody listens.
class AccessHost {
 public:
  /// `wake` is called on other threads when there is something to do; it must outlive this.
  /// `address` is of the session bus; empty: the session's own.
  explicit AccessHost(std::function<void()> wake, std::string address = {});
  ~AccessHost();
  AccessHost(const AccessHost&) = delete;
  AccessHost& operator=(const AccessHost&) = delete;

  /// Whether what is drawn has to be recorded. Once a frame: it starts what is to be started.
  bool listening();
  /// A screen reader runs on this laptop.
  bool screenReader() const { return status_->screenReader(); }
  /// It is told what is drawn, so that saying it as well would only be in its way. Not where the
  /// module that tells it is missing.
  bool heard() const { return screenReader() && !missing_; }

  struct WindowNow {
    std::string title;
    bool hasKeyboard = false;
    int x = 0;  ///< of its contents on the screen
    int y = 0;
  };
  /// What the last frame drew.
  void show(const std::vector<ui::RecordedItem>& frame, const WindowNow& window);
  /// Nothing of it stays with the bridge, as when a journal is locked.
  void forget();
  /// Presses and moves the keyboard as was asked since the last frame, in the frame to come.
  /// `frame` is the last one drawn: what lies behind a dialog stays untouched.
  void act(const std::vector<ui::RecordedItem>& frame);

  /// Offers a key to the screen reader before the window takes it. The ticket of the answer; 0 when
  /// nobody is asked: nobody listens, or it would type a letter of the passphrase that `frame` has
  /// the keyboard in.
  std::uint64_t offer(AccessKey key, const std::vector<ui::RecordedItem>& frame);
  struct Answer {
    std::uint64_t ticket = 0;
    bool taken = false;
  };
  std::vector<Answer> takeAnswers();

 private:
  void hand(AccessTree tree);

  std::function<void()> wake_;
  std::unique_ptr<AccessStatus> status_;
  std::thread loader_;  ///< loading takes longer than a frame
  std::atomic<const AccessModule*> module_ = nullptr;
  std::atomic<bool> missing_ = false;
  std::mutex mutex_;
  std::vector<AccessWish> wishes_;  ///< protected by mutex_
  std::vector<Answer> answers_;     ///< protected by mutex_
  std::uint64_t tickets_ = 0;
  std::shared_ptr<const AccessTree> shown_;
  std::string title_;
  std::unique_ptr<AccessBridge> bridge_;  ///< last: its thread uses the others
};

}  // namespace app::desktop
