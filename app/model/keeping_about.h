#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/keeping_copy.h"
#include "app/model/keeping_model.h"
#include "journal/service/subject_access.h"

namespace app::model {

/// Everything about somebody: found, read as they will read it, handed over, and the log of all of
/// that. UI thread only.
class KeepingAbout {
 public:
  explicit KeepingAbout(Context& context) : context_(context), copy_(context) {}

  void handle(const CopyIntent& intent);
  void loadLog();
  void refresh(AboutModel& model) const;
  /// Lets go of all that was found.
  void forget();

 private:
  void on(const FindAboutThem&);
  void on(const FindAnew&);
  void on(const LeaveOutWords&);
  void on(const PutWordsBack& intent);
  void on(const MakeLeaversCopy&) {}  // of another page
  void on(const TurnCopy& intent);
  void on(const WriteReadCopy&);
  void makeCopy();

  Context& context_;
  CopyBeforeItLeaves copy_;
  bool working_ = false;
  std::string problem_;
  std::string said_;
  std::string reason_;
  std::shared_ptr<const journal::service::Everything> found_;
  std::vector<std::string> leftOut_;
  std::vector<journal::AccessRecord> log_;
};

/// What was found, by what it is: entries that are about them alone, with others, and those whose
/// earlier wordings only name them; then the rest. Pure.
std::vector<FoundGroup> buildFound(const journal::service::Everything& found);
/// Newest first. Pure.
std::vector<AccessLine> buildAccessLog(const std::vector<journal::AccessRecord>& log,
                                       const std::vector<journal::KnownName>& names,
                                       std::chrono::minutes utcOffset);

}  // namespace app::model
