#pragma once

#include <string>

#include "app/model/context.h"
#include "app/model/keeping_copy.h"
#include "app/model/keeping_model.h"

namespace app::model {

/// What a tutor who leaves takes along: their own learning, read first. UI thread only.
class KeepingLeaving {
 public:
  explicit KeepingLeaving(Context& context) : context_(context), copy_(context) {}

  void handle(const CopyIntent& intent);
  void refresh(LeavingModel& model) const;
  void forget();

 private:
  void make();
  void write();

  Context& context_;
  CopyBeforeItLeaves copy_;
  bool working_ = false;
  std::string problem_;
  std::string said_;
};

}  // namespace app::model
