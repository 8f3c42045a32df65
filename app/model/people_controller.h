#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"
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
  void load();
  std::string editProblem() const;

  /// What is known about the one shown.
  struct Known {
    std::vector<journal::service::JourneyPoint> journey;
    std::vector<journal::Intention> intentions;
    std::vector<journal::CaseStudy> studies;
  };

  Context& context_;
  std::function<void(const Intent&)> run_;
  std::optional<journal::NameId> shown_;
  Known known_;
  bool editing_ = false;
};

}  // namespace app::model
