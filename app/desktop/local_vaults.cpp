#include "app/desktop/local_vaults.h"

#include "app/desktop/home.h"
#include "journal/crypto/secret.h"

namespace app::desktop {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using journal::crypto::SecretString;
using journal::service::LocalJournal;

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

}  // namespace app::desktop
