#include "app/desktop/local_vaults.h"

#include "app/desktop/home.h"
#include "app/devices/recovery_steps.h"
#include "journal/crypto/secret.h"
#include "journal/service/backup.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::SecretString;
using journal::service::LocalJournal;

Result<LocalJournal*> localJournal(journal::service::Journal& open) {
  auto* const found = dynamic_cast<LocalJournal*>(&open);
  if (found == nullptr) return Error{ErrorCode::Internal, "a journal of another kind"};
  return found;
}

namespace {
/// What was typed, moved into locked memory.
SecretString taken(std::string& typed) {
  SecretString secret(typed);
  journal::crypto::wipe(typed);
  return secret;
}
}  // namespace

Result<std::unique_ptr<journal::service::Journal>> LocalVaults::open(std::size_t who,
                                                                     std::string& passphrase) {
  const SecretString secret = taken(passphrase);
  if (who >= homes_.size()) return Error{ErrorCode::NotFound, "nobody of that number"};
  J_TRY(auto journal, LocalJournal::unlock(journalFolder(homes_[who]), secret, surroundings_));
  return std::unique_ptr<journal::service::Journal>(std::move(journal));
}

Result<model::MadeJournal> LocalVaults::make(std::string& passphrase, const model::Person& person) {
  const SecretString secret = taken(passphrase);
  std::error_code failed;
  std::filesystem::create_directories(homes_.front(), failed);
  if (failed) {
    return Error{ErrorCode::Io, "home folder: " + std::to_string(failed.value()),
                 "We could not make a folder for your journal. Check that the disk can be written "
                 "to, then try again."};
  }
  J_TRY(auto made, LocalJournal::create(journalFolder(homes_.front()), secret, surroundings_));
  J_CHECK(writePerson(homes_.front(), person));
  model::MadeJournal out;
  out.journal = std::move(made.journal);
  out.recoveryKey = std::string(made.recoveryKey.view());
  return out;
}

Result<std::unique_ptr<journal::service::Journal>> LocalVaults::recover(
    std::size_t who, std::string& recoveryKey, std::string& newPassphrase) {
  const SecretString key = taken(recoveryKey);
  const SecretString next = taken(newPassphrase);
  if (who >= homes_.size()) return Error{ErrorCode::NotFound, "nobody of that number"};
  J_TRY(auto journal,
        LocalJournal::unlockWithRecoveryKey(journalFolder(homes_[who]), key, surroundings_));
  J_CHECK(journal->vault().setPassphrase(next, surroundings_.preset));
  return std::unique_ptr<journal::service::Journal>(std::move(journal));
}

namespace {
/// A relative folder would depend on where the program was started.
Result<std::filesystem::path> keptAt(const std::string& folder) {
  const std::filesystem::path path(folder);
  if (path.is_absolute()) return path;
  return Error{ErrorCode::InvalidInput, "a relative folder",
               "Write the whole path of the folder, from its first slash."};
}
}  // namespace

Result<void> LocalVaults::changePassphrase(journal::service::Journal& open, std::string& now,
                                           std::string& next) {
  const SecretString current = taken(now);
  const SecretString wanted = taken(next);
  J_TRY(LocalJournal * journal, localJournal(open));
  return journal->vault().changePassphrase(current, wanted, surroundings_.preset);
}

Result<void> LocalVaults::checkPassphrase(journal::service::Journal& open,
                                          std::string& passphrase) {
  const SecretString typed = taken(passphrase);
  J_TRY(LocalJournal * journal, localJournal(open));
  return journal->vault().checkPassphrase(typed);
}

Result<std::string> LocalVaults::newRecoveryKey(journal::service::Journal& open) {
  J_TRY(LocalJournal * journal, localJournal(open));
  J_TRY(const SecretString key,
        renewRecoveryKey(*journal, surroundings_.clock, surroundings_.random));
  return std::string(key.view());
}

Result<void> LocalVaults::backUp(journal::service::Journal& open, const std::string& folder) {
  J_TRY(LocalJournal * journal, localJournal(open));
  J_TRY(const std::filesystem::path path, keptAt(folder));
  return journal::service::backUp(*journal, path);
}

Result<model::DrillOutcome> LocalVaults::drill(const std::string& folder, std::string& passphrase) {
  const SecretString secret = taken(passphrase);
  J_TRY(const std::filesystem::path path, keptAt(folder));
  J_TRY(const journal::service::BackupReport report,
        journal::service::restoreDrill(path, secret, surroundings_));
  return model::DrillOutcome{report.counts.reflections, report.problems.empty()};
}

}  // namespace app::desktop
