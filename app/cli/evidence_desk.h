#pragma once

#include <string>

#include "journal/service/publish.h"
#include "sync/evidence/evidence_store.h"

namespace app {

/// The service's evidence store on this machine as the desk that case studies are handed to.
class EvidenceDesk final : public journal::service::SubmissionDesk {
 public:
  /// `store` must outlive the desk.
  explicit EvidenceDesk(syncing::evidence::EvidenceStore& store) : store_(store) {}

  journal::Result<void> submit(const std::string& bytes) override {
    J_TRY(const auto step, store_.submit(bytes));
    (void)step;
    return {};
  }
  journal::Result<std::vector<journal::ReviewEvent>> outcomes(journal::CaseStudyId study) override {
    return store_.outcomes(study);
  }
  journal::Result<void> withdraw(journal::CaseStudyId study, const std::string& by,
                                 const std::string& reason, journal::UtcTime) override {
    J_TRY(const auto done, store_.withdraw(study, {journal::ReviewAction::Withdraw, by,
                                                   journal::Role::Tutor, reason}));
    (void)done;
    return {};
  }

 private:
  syncing::evidence::EvidenceStore& store_;
};

}  // namespace app
