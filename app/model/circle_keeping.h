#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/circle_plan.h"
#include "app/model/context.h"
#include "app/model/save_all.h"
#include "journal/domain/group_session.h"

namespace app::model {

/// Sessions of groups in the journal: the plan that waits, saved as it is made, and what is kept of
/// those that were held. UI thread.
class CircleKeeping {
 public:
  explicit CircleKeeping(Context& context) : context_(context) {}

  /// Reads what the journal has; `there` is called once it is known.
  void load(std::function<void()> there);
  /// The same of the sessions alone; a plan that is being made goes on.
  void reload(std::function<void()> there);
  const std::vector<journal::GroupSession>& sessions() const { return sessions_; }
  /// The last plan that was made and not held.
  const journal::GroupSession* waiting() const;
  /// What the group said, the last time it met before `day`, that it would do and has not done.
  std::vector<CircleOldAction> lastTime(std::string_view title, journal::LocalDate day) const;

  /// Saved when it has been left alone for a moment, or with flush(), whether it can be run or not.
  void planChanged(const PlannedSession& plan, journal::UtcTime now);
  void planDropped();
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  void flush(Saved done);

  /// What is kept of a session that is over (circle_record.h), under this id. `led`: by this
  /// person, by `plan` if that is still there. `done` is called when the journal has it.
  void held(const CircleSeen& seen, bool led, const PlannedSession* plan,
            std::chrono::minutes lasted, journal::GroupSessionId id, std::function<void()> done);
  void forget();

 private:
  void nothingToSave();
  void save(journal::GroupSession session, std::function<void(const journal::Result<void>&)> done);

  Context& context_;
  std::vector<journal::GroupSession> sessions_;
  journal::GroupSessionId planId_;
  std::optional<journal::GroupSession> plan_;  ///< as it was last changed
  Autosave autosave_;                          ///< of `plan_`
};

}  // namespace app::model
