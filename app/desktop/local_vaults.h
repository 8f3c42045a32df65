#pragma once

#include <filesystem>
#include <vector>

#include "app/model/ports.h"
#include "journal/service/local_journal.h"

namespace app::desktop {

/// Every journal that the doors here open is one of these; Internal for one that is not.
journal::Result<journal::service::LocalJournal*> localJournal(journal::service::Journal& open);

/// The vaults of the people who use this laptop. Journal thread only.
class LocalVaults final : public model::VaultDoor {
 public:
  /// `homes` as in home.h, in the order of the people; the first is where a first run makes its
  /// journal.
  LocalVaults(std::vector<std::filesystem::path> homes,
              const journal::service::Surroundings& surroundings)
      : homes_(std::move(homes)), surroundings_(surroundings) {}

  journal::Result<std::unique_ptr<journal::service::Journal>> open(
      std::size_t who, std::string& passphrase) override;
  journal::Result<model::MadeJournal> make(std::string& passphrase,
                                           const model::Person& person) override;
  journal::Result<std::unique_ptr<journal::service::Journal>> recover(
      std::size_t who, std::string& recoveryKey, std::string& newPassphrase) override;
  journal::Result<void> changePassphrase(journal::service::Journal& open, std::string& now,
                                         std::string& next) override;
  journal::Result<void> checkPassphrase(journal::service::Journal& open,
                                        std::string& passphrase) override;
  journal::Result<std::string> newRecoveryKey(journal::service::Journal& open) override;
  journal::Result<void> backUp(journal::service::Journal& open, const std::string& folder) override;
  journal::Result<model::DrillOutcome> drill(const std::string& folder,
                                             std::string& passphrase) override;

 private:
  std::vector<std::filesystem::path> homes_;
  journal::service::Surroundings surroundings_;
};

}  // namespace app::desktop
