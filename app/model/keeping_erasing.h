#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/keeping_model.h"
#include "journal/service/erase_person.h"

namespace app::model {

/// Erasing somebody: listed, then asked for by their code name, then done. UI thread only.
class KeepingErasing {
 public:
  explicit KeepingErasing(Context& context) : context_(context) {}

  void handle(const ErasingIntent& intent);
  void refresh(ErasingModel& model) const;
  void forget();
  bool erasing() const { return erasing_; }

 private:
  void on(const EraseSomebody&) {}  // of the controller
  void on(const SeeErasure&);
  void on(const EraseForGood&);
  void on(const LeaveErasure&);

  /// What was shown, and is done exactly so.
  struct Shown {
    journal::KnownName who;
    std::string reason;
    bool keepLearning = false;
    journal::service::ErasurePlan plan;
  };
  std::string eraseNotYet() const;

  Context& context_;
  bool working_ = false;
  bool erasing_ = false;
  std::string problem_;
  std::string said_;
  std::optional<Shown> shown_;
};

/// Goes, stays without them, has to be withdrawn first. Pure.
std::vector<ErasureGroup> buildErasure(const journal::service::ErasurePlan& plan);

}  // namespace app::model
