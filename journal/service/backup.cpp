#include "journal/service/backup.h"

#include "journal/store/database.h"

namespace journal::service {
namespace {

Result<BackupReport> inspect(LocalJournal& journal) {
  BackupReport report;
  J_TRY(report.counts, journal.counts());
  J_TRY(const CheckReport checked, journal.check({}, {}));
  report.problems = checked.problems;
  return report;
}

}  // namespace

Result<void> backUp(LocalJournal& journal, const std::filesystem::path& folder) {
  J_CHECK(journal.handOutEverything());
  return journal.vault().copyTo(journal.database().handle(), folder);
}

Result<BackupReport> restoreDrill(const std::filesystem::path& backup,
                                  const crypto::SecretString& passphrase,
                                  const Surroundings& surroundings) {
  J_TRY(auto journal, LocalJournal::unlock(backup, passphrase, surroundings));
  return inspect(*journal);
}

Result<BackupReport> restore(const std::filesystem::path& backup,
                             const std::filesystem::path& folder,
                             const crypto::SecretString& passphrase,
                             const Surroundings& surroundings) {
  J_TRY(auto journal, LocalJournal::unlock(backup, passphrase, surroundings));
  J_TRY(auto report, inspect(*journal));
  if (!report.problems.empty()) {
    return Error{ErrorCode::Corrupt, "the backup has problems: " + report.problems.front(),
                 "This backup is damaged, so it was not put back. Try an earlier one."};
  }
  J_CHECK(backUp(*journal, folder));
  return report;
}

}  // namespace journal::service
