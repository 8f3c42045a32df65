#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/model/ports.h"
#include "sync/evidence/evidence_store.h"

namespace app::desktop {

/// The service's evidence store as the model sees it. Journal thread only. Opens the store the
/// first time it is asked for something, because that costs a key derivation.
class EvidenceDesk final : public model::EvidenceDoor {
 public:
  struct Place {
    std::filesystem::path folder;   ///< of the store
    std::filesystem::path reports;  ///< where reports go; made when needed
    std::string passphrase;
  };
  EvidenceDesk(Place place, const journal::Clock& clock)
      : place_(std::move(place)), clock_(clock) {}
  /// An open store, e.g. in memory.
  EvidenceDesk(std::unique_ptr<syncing::evidence::EvidenceStore> store,
               const std::filesystem::path& reports, const journal::Clock& clock)
      : place_{{}, reports, {}}, clock_(clock), store_(std::move(store)) {}

  journal::Result<void> submit(const std::string& bytes) override;
  journal::Result<std::vector<journal::ReviewEvent>> outcomes(journal::CaseStudyId study) override;
  journal::Result<void> withdraw(journal::CaseStudyId study, const std::string& by,
                                 const std::string& reason, journal::UtcTime now) override;

  journal::Result<void> takeTheme(const std::string& bytes) override;
  journal::Result<void> takeThemeBack(journal::ThemeId theme) override;
  journal::Result<std::vector<journal::ThemeStanding>> standings(
      const std::vector<journal::ThemeId>& themes) override;
  journal::Result<std::vector<journal::LeavingTheme>> themes() override;

  journal::Result<std::vector<model::QueueItem>> queue(journal::Role role) override;
  journal::Result<model::ReviewPiece> piece(journal::CaseStudyId id,
                                            const model::Person& reader) override;
  journal::Result<std::vector<model::SeenPiece>> seen(const model::Person& author) override;
  journal::Result<model::ReviewPiece> asManagersSee(journal::CaseStudyId id,
                                                    const model::Person& author) override;
  journal::Result<journal::ReviewStep> decide(journal::CaseStudyId id,
                                              const journal::ReviewRequest& request) override;
  journal::Result<model::EvidenceOverview> overview(const model::Person& reader,
                                                    const journal::Framework& framework) override;
  journal::Result<std::vector<model::EvidencePassage>> passagesBehind(
      const std::string& outcome, const model::Person& reader,
      const journal::Framework& framework) override;
  journal::Result<std::string> writeReport(const model::Person& by,
                                           const journal::Framework& framework) override;

 private:
  journal::Result<syncing::evidence::EvidenceStore*> store();

  Place place_;
  const journal::Clock& clock_;
  std::unique_ptr<syncing::evidence::EvidenceStore> store_;
};

}  // namespace app::desktop
