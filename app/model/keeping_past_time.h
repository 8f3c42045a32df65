#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/keeping_model.h"
#include "journal/domain/case_study.h"
#include "journal/domain/group_session.h"
#include "journal/domain/permission.h"
#include "journal/domain/reflection.h"
#include "journal/service/due_today.h"

namespace app::model {

/// What is past its time, or will be within three months.
struct PastTimeKnown {
  struct Thing {
    journal::service::Due due;
    std::string title;  ///< of a case study or a group's session
  };
  std::vector<Thing> due;  ///< by kind, then the oldest first
  std::vector<journal::service::Due> soon;
  std::size_t underLegalHold = 0;
  std::vector<std::pair<journal::CaseStudyId, std::string>> quoting;  ///< with their titles
};
/// One thing as it is read before it is decided about.
struct PastTimeRead {
  std::optional<journal::Reflection> entry;
  std::size_t tags = 0;
  std::size_t attachments = 0;
  std::optional<journal::CaseStudy> study;
  std::vector<journal::Permission> answers;
  std::optional<journal::GroupSession> group;
  std::size_t passages = 0;  ///< of a young person's record
  bool hasPlan = false;
};
/// A tutor's own learning as it was shown.
struct LearningRead {
  std::string words;
  std::string approval;
  std::size_t tags = 0;
};

/// What the page is made from.
struct PastTimeInputs {
  const PastTimeKnown& known;
  std::optional<std::size_t> reading;  ///< of known.due
  const PastTimeRead* read = nullptr;
  PastTimeChoice choice = PastTimeChoice::None;
  const LearningRead* learning = nullptr;
  std::string learningProblem = {};
  bool ownWords = false;
};
/// Pure.
PastTimeModel buildPastTime(const PastTimeInputs& inputs,
                            const std::vector<journal::KnownName>& names);

/// The list and the review of it, one thing at a time. Nothing goes by itself, and nothing without
/// being shown. UI thread only.
class KeepingPastTime {
 public:
  explicit KeepingPastTime(Context& context) : context_(context) {}

  void handle(const PastTimeIntent& intent);
  /// Reads through the journal for what is past its time.
  void look();
  void refresh(PastTimeModel& model) const;
  /// Wipes what was read.
  void forget();
  bool erasing() const { return erasing_; }

 private:
  void on(const ReadPastTime& intent);
  void on(const ClosePastTime&);
  void on(const NextPastTime&);
  void on(const ChoosePastTime& intent);
  void on(const WriteOwnLearning& intent);
  void on(const SeeOwnLearning&);
  void on(const KeepOnlyLearning&);
  void on(const LetPastTimeGo&);
  void on(const RenewPastTime&);
  void on(const RequoteStudy& intent);

  /// Runs `work` on the journal thread and tells every screen what it changed; then the thing that
  /// was being read is off the list, and `said` is said.
  void decide(
      std::function<journal::Result<journal::service::Changes>(journal::service::Journal&)> work,
      std::string said);
  void decided();
  void readLearning();
  std::optional<std::string> typedLearning() const;
  const PastTimeKnown::Thing* thing() const;
  std::string renewNotYet() const;

  Context& context_;
  bool looking_ = false;
  bool looked_ = false;
  bool erasing_ = false;
  PastTimeKnown known_;
  std::optional<std::size_t> reading_;
  std::optional<PastTimeRead> read_;
  PastTimeChoice choice_ = PastTimeChoice::None;
  std::optional<LearningRead> learning_;
  std::string learningProblem_;
  bool ownWords_ = false;
};

}  // namespace app::model
