#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "app/model/autosave.h"
#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/save_all.h"
#include "journal/service/publish.h"

namespace app::model {

/// Case studies of this tutor: claims on passages, agreement, the exact preview, and sending it.
class CaseStudyController {
 public:
  explicit CaseStudyController(Context& context);

  void handle(const CaseStudyIntent& intent);
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const {
    return autosave_.wait(now);
  }
  void flush(Saved done);
  bool settled() const { return autosave_.settled(); }
  void onChanges(const journal::service::Changes& changes);
  void reload();
  void refresh();
  void forget();

 private:
  void on(const NewCaseStudy& intent);
  void on(const BeginCaseStudy&);
  void on(const CancelNewCaseStudy&);
  void on(const OpenCaseStudy& intent);
  void on(const CloseCaseStudy&);
  void on(const CaseStudyTextChanged&);
  void on(const AddClaim&);
  void on(const RemoveClaim& intent);
  void on(const ChooseClaim& intent);
  void on(const TogglePassage& intent);
  void on(const KeepAgreement&);
  void on(const PreviewCaseStudy&);
  void on(const ChooseUndecided& intent);
  void on(const DecideWords& intent);
  void on(const UndoDecision& intent);
  void on(const BackToEditing&);
  void on(const SendForReview&);
  void on(const RefreshOutcomes&);

  struct Opened {
    journal::CaseStudy study;
    std::vector<journal::service::JourneyPoint> journey;
    std::vector<journal::Tag> linked;
  };
  void saveWords(Saved saved);
  /// Renders what would leave, and shows it.
  void prepare();
  void show(journal::service::Prepared prepared);
  void decide(std::vector<journal::Blur> blurs);
  static journal::Result<Opened> read(journal::service::Journal& journal, journal::CaseStudyId id);
  void load(journal::CaseStudyId id);
  void take(Opened opened, bool keepWords);
  ClaimUi takeClaim(const journal::Claim& claim);
  std::vector<journal::service::Op> changedWords() const;
  journal::Claim* claim(journal::ClaimId id);
  void put(std::vector<journal::service::Op> ops);

  Context& context_;
  Autosave autosave_;
  std::vector<journal::service::CaseStudyRow> rows_;
  std::optional<Opened> open_;
  // What the words on screen were typed from: what arrives from elsewhere is joined with them.
  std::string titleBase_;
  std::map<journal::ClaimId, std::string> bases_;
  std::optional<journal::ClaimId> chosen_;
  std::optional<journal::service::Prepared> prepared_;
  bool starting_ = false;
  bool sending_ = false;
  bool deciding_ = false;
};

}  // namespace app::model
