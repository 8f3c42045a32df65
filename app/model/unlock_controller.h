#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"

namespace app::model {

/// Unlock, recovery and the steps of a first run. Calls `opened` once a journal is open.
class UnlockController {
 public:
  /// `people`: who use this laptop; empty on a first run.
  UnlockController(Context& context, std::vector<Person> people, std::function<void()> opened);

  void handle(const UnlockIntent& intent);
  /// Rebuilds both models from the ui state; cheap, every frame while locked.
  void refresh();
  std::size_t who() const { return who_; }  ///< of the people of this laptop
  bool firstRun() const { return firstRun_; }
  /// Back to the unlock screen after a lock.
  void locked();

 private:
  void on(const Unlock&);
  void on(const OpenAs& intent);
  void on(const UseRecoveryKey& intent);
  void on(const Recover&);
  void on(const FirstRunNext&);
  void on(const FirstRunBack&);
  void makeJournal();
  void askTwoGroups();
  void arrived(const journal::Result<void>& outcome);

  Context& context_;
  std::function<void()> opened_;
  std::vector<Person> people_;
  std::size_t who_ = 0;
  bool firstRun_;
  bool working_ = false;
  bool byRecoveryKey_ = false;
  std::string problem_;
  FirstRunStep step_ = FirstRunStep::Welcome;
  std::vector<std::string> keyGroups_;  ///< wiped when the first run is over
  std::array<std::size_t, 2> asked_{};  ///< indexes into keyGroups_
};

/// Pure: the steps under the stave and which is current.
FirstRunModel buildFirstRun(FirstRunStep step, const FirstRunUi& ui);

}  // namespace app::model
