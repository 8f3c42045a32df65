#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/circle_intent.h"
#include "app/model/circle_model.h"
#include "app/model/circle_plan.h"
#include "app/model/circle_shelf.h"
#include "app/model/context.h"

namespace app::model {

/// A session while it is planned. It is kept until it is dropped or its room is over; UI thread.
class CirclePlanning {
 public:
  /// `shelf`: what can be planned from.
  CirclePlanning(Context& context, const CircleShelf& shelf) : context_(context), shelf_(shelf) {}

  /// All but LeavePlan and OpenRoom, which are the room's.
  void handle(const CirclePlanIntent& intent);
  bool has() const { return plan_.has_value(); }
  /// As it is now, with what was typed. Precondition: has().
  const PlannedSession& session() const { return *plan_; }
  /// What the group said it would do: they head the next plan.
  void lastTime(std::vector<CircleOldAction> actions);
  /// A plan that waited in the journal, with what had been typed.
  void restore(PlannedSession plan, CirclePlanUi typed);
  /// The session of the plan was held.
  void held() { plan_.reset(); }
  /// Why no room can be opened yet; empty: it can.
  std::string problem() const;
  CircleHomeModel home() const;
  CirclePlanModel model(const std::vector<CircleHost>& hosts) const;
  void forget();

 private:
  void on(const PlanGroup& intent);
  void on(const LeavePlan&) {}
  void on(const DropPlan&);
  void on(const PlanWordsChanged&);
  void on(const ChangeRoundMinutes& intent);
  void on(const MoveRound& intent);
  void on(const RemoveRound& intent);
  void on(const AddRound& intent);
  void on(const EditRound& intent);
  void on(const KeepRound&);
  void on(const CancelRound&);
  void on(const EditQuestion&);
  void on(const KeepQuestion&);
  void on(const ChooseQuestion& intent);
  void on(const ChangePlannedMinutes& intent);
  void on(const ChooseNaming& intent);
  void on(const ChoosePresenters& intent);
  void on(const AddCirclePerson&);
  void on(const RemoveCirclePerson& intent);
  void on(const OpenRoom&) {}

  std::optional<std::size_t> indexOf(std::uint64_t key) const;
  PlannedSession fresh(const std::string& format) const;
  std::string dateProblem() const;
  std::vector<FormatRow> formats() const;

  Context& context_;
  const CircleShelf& shelf_;
  std::optional<PlannedSession> plan_;
  std::vector<CircleOldAction> lastActions_;
  std::optional<std::uint64_t> editing_;
  bool editingQuestion_ = false;
};

}  // namespace app::model
