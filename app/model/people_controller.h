#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/save_all.h"
#include "journal/service/journal.h"

namespace app::model {

/// Young people: the list, and the page of one. UI thread only.
class PeopleController {
 public:
  /// `run` carries out what belongs to another screen.
  PeopleController(Context& context, std::function<void(const Intent&)> run);

  void handle(const PeopleIntent& intent);
  void visit();
  void onChanges(const journal::service::Changes& changes);
  void tick(journal::UtcTime now);
  /// How long until tick() has something to do.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  /// Saves what was written in the plan; `done` hears how that went.
  void flush(Saved done);
  void refresh();
  void forget();

 private:
  void on(const OpenPerson& intent);
  void on(const ClosePerson&);
  void on(const ChooseSeries& intent);
  void on(const ChooseNote& intent);
  void on(const ShowRealName& intent);
  void on(const EditPerson&);
  void on(const KeepPerson&);
  void on(const CancelPerson&);
  void on(const SettleIntention& intent);
  void on(const StudyThem&);
  // What they answered (people_permissions.cpp)
  void on(const AskPermission&);
  void on(const KeepPermission&);
  void on(const CancelPermission&);
  void refreshPermissions(YoungPeopleModel& model) const;
  // The learning plan (people_plan.cpp)
  void on(const PlanTogether&);
  void on(const PlanChanged&);
  void on(const ClosePlan&);
  void on(const ShowEarlierPlans& intent);
  void on(const RestorePlan& intent);
  void fillPlan();
  journal::Profile planned() const;
  void savePlan(Saved saved);
  void fillGoals();
  void planIs(const journal::Profile& stored);
  void goalsAre(const std::vector<journal::Goal>& stored);
  void refreshPlan(YoungPeopleModel& model) const;

  void load();
  std::string editProblem() const;

  /// What is known about the one shown.
  struct Known {
    std::vector<journal::service::JourneyPoint> journey;
    std::vector<journal::Intention> intentions;
    std::vector<journal::CaseStudy> studies;
    std::vector<journal::Permission> permissions;  ///< by day
    journal::Profile plan;
    std::vector<journal::service::ProfileVersion> plans;  ///< newest first
  };

  Context& context_;
  std::function<void(const Intent&)> run_;
  std::optional<journal::NameId> shown_;
  Known known_;
  bool editing_ = false;
  bool planning_ = false;
  bool earlierPlans_ = false;
  bool askingPermission_ = false;
  Autosave autosave_;  ///< of the plan
  std::uint64_t planLoads_ = 0;
  journal::Profile planBase_;  ///< what the plan on screen was typed from
};

}  // namespace app::model
