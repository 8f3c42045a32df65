#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "app/model/circle_held.h"
#include "app/model/circle_keeping.h"
#include "app/model/circle_planning.h"
#include "app/model/circle_ports.h"
#include "app/model/circle_return.h"
#include "app/model/circle_shelf.h"
#include "app/model/circle_table.h"
#include "app/model/context.h"
#include "app/model/intent.h"

namespace app::model {

/// Groups: planning a session, the room before it begins, and the session itself. UI thread only.
class CircleController {
 public:
  /// `room`: null where no room can be reached.
  CircleController(Context& context, CircleRoom* room);

  void handle(const CircleIntent& intent);
  /// Takes in what happened in the room, and saves what is written when it is time.
  void tick(journal::UtcTime now);
  /// How long until tick() or the clock on the screen has something to do.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  /// Saves what was written in silence, and the plan; `done` hears how that went.
  void flush(std::function<void(const journal::Result<void>&)> done);
  void namesChanged() { table_.namesChanged(); }
  void onChanges(const journal::service::Changes& changes);
  void refresh();
  /// Forgets everything; the journal is locked.
  void forget();
  /// A session runs: the window is the room's alone, and does not lock by itself.
  bool live() const { return page_ == CirclePage::Live; }

 private:
  void handlePlan(const CirclePlanIntent& intent);
  void handleFormat(const CircleFormatIntent& intent);
  void openRoom();
  void on(const JoinRoom& intent);
  void on(const LeaveRoom&);
  void on(const GoBackIn&);
  void on(const StayOut&);
  void on(const AgreeToIt&);
  void on(const SetDoor& intent);
  void on(const SayPresenter& intent);
  void on(const ShowCodeLarge& intent);
  void on(const BeginSession&);

  void take(CircleSeen seen);
  /// Out of the room, for whatever reason; the words say why, when somebody should know.
  void outside(std::string words);
  void refreshHome(CircleModel& model) const;

  Context& context_;
  CircleRoom* room_;
  /// What the journal keeps of groups, once it is open.
  void loadKept();
  void keepWhatIsOver();
  /// In a room for the first time, or again.
  void arrived(const CircleSeen& seen);
  CircleNotes notes() const;

  CircleShelf shelf_;
  CirclePlanning plan_;
  CircleKeeping kept_;
  CircleHeld held_;
  CircleTable table_;
  CircleReturn return_;
  CirclePage page_ = CirclePage::Home;
  CirclePage cameFrom_ = CirclePage::Home;  ///< to the formats
  bool loaded_ = false;
  std::optional<journal::UtcTime> beganAt_;  ///< the session, as this laptop saw it
  journal::GroupSessionId record_;           ///< what will be kept of it
  bool keptIt_ = false;                      ///< what is over stands in the journal
  bool entering_ = false;
  bool ours_ = false;  ///< the room was opened with the plan
  bool large_ = false;
  std::string trouble_;
};

}  // namespace app::model
