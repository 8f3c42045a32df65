#pragma once

#include <string>

#include "journal/service/publish.h"
#include "journal/service/theme_list.h"
#include "sync/evidence/evidence_store.h"

namespace app {

/// The service's evidence store on this machine as the desk that case studies and themes are handed
/// to.
class EvidenceDesk final : public journal::service::SubmissionDesk,
                           public journal::service::ThemeDesk {
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
  journal::Result<void> takeTheme(const std::string& bytes) override {
    return store_.takeTheme(bytes);
  }
  journal::Result<void> takeThemeBack(journal::ThemeId theme) override {
    return store_.takeThemeBack(theme);
  }
  journal::Result<std::vector<journal::ThemeStanding>> standings(
      const std::vector<journal::ThemeId>& themes) override {
    std::vector<journal::ThemeStanding> standings;
    for (const journal::ThemeId& theme : themes) {
      J_TRY(const auto one, store_.themeStanding(theme));
      standings.push_back(one);
    }
    return standings;
  }

 private:
  syncing::evidence::EvidenceStore& store_;
};

}  // namespace app
