#pragma once

#include "app/model/context.h"
#include "app/model/keeping_about.h"
#include "app/model/keeping_erasing.h"
#include "app/model/keeping_holds.h"
#include "app/model/keeping_leaving.h"
#include "app/model/keeping_past_time.h"

namespace app::model {

/// Settings, Your data: the pages about keeping, finding and erasing. UI thread only.
class KeepingController {
 public:
  explicit KeepingController(Context& context);

  void handle(const KeepingIntent& intent);
  /// Settings were entered, or something changed while they were shown.
  void visit();
  /// `old`: reflections of lessons whose time is over, as a search counts them.
  void refresh(KeepingModel& model, std::size_t old) const;
  void forget();
  /// Something is being told of that was erased from here: whoever shows it looks again.
  bool erasing() const { return pastTime_.erasing() || erasing_.erasing(); }

 private:
  void on(const ShowDataPage& intent);
  void on(const PastTimeIntent& intent);
  void on(const LegalHoldIntent& intent);
  void on(const CopyIntent& intent);
  void on(const ErasingIntent& intent);

  Context& context_;
  DataPage page_ = DataPage::Overview;
  KeepingPastTime pastTime_;
  KeepingHolds holds_;
  KeepingAbout about_;
  KeepingErasing erasing_;
  KeepingLeaving leaving_;
};

}  // namespace app::model
