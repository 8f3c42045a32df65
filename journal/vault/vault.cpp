#include "journal/vault/vault.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "journal/vault/open_header.h"
#include "journal/vault/sql.h"
#include "journal/vault/staging.h"
#include "journal/vault/vault_files.h"
#include "journal/vault/vfs.h"

namespace journal::vault {
namespace fs = std::filesystem;
namespace {

using crypto::SecretString;

constexpr const char* kWrongAdvice =
    "That passphrase does not open this journal. Please type it again; capitals and spaces count.";
constexpr const char* kWrongRecoveryAdvice =
    "That recovery key belongs to another journal. Please look for the one printed for this one.";
constexpr const char* kLockedAdvice =
    "This journal is open in another window. Close it there, or carry on there.";
constexpr const char* kClosedAdvice =
    "That folder cannot be read. Ask for permission to read it, or choose another.";
constexpr const char* kNoVaultAdvice = "There is no journal in that folder.";
constexpr const char* kNoDatabaseAdvice =
    "The file that holds this journal (vault.db) is missing from its folder. Nothing has been "
    "changed. Please restore the latest backup.";
constexpr const char* kEmptyDatabaseAdvice =
    "The file that holds this journal (vault.db) is empty. Nothing has been changed. Please "
    "restore "
    "the latest backup.";

Error withAdvice(Error error, ErrorCode code, const char* advice) {
  if (error.code == code && error.advice.empty()) error.advice = advice;
  return error;
}

Result<void> requirePassphrase(const SecretString& passphrase) {
  if (!passphrase.empty()) return {};
  return Error{ErrorCode::InvalidInput, "empty passphrase", "Please choose a passphrase."};
}

Result<std::unique_ptr<FileLock>> lockFolder(const fs::path& folder) {
  std::error_code code;
  const bool hasDatabase = fs::exists(folder / kDatabaseFile, code);
  if (code) {
    return Error{ErrorCode::Io, fmt::format("look into folder: {}", code.value()), kClosedAdvice};
  }
  if (!hasDatabase && !looksLikeVault(folder))
    return Error{ErrorCode::NotFound, "no vault", kNoVaultAdvice};
  auto lock = FileLock::acquire(folder / kLockFile);
  if (!lock.ok()) return withAdvice(lock.error(), ErrorCode::Locked, kLockedAdvice);
  return lock;
}

/// A vault whose database is missing or empty is never filled in (security.md 0.5).
Result<void> requireDatabase(const fs::path& folder) {
  std::error_code code;
  const auto size = fs::file_size(folder / kDatabaseFile, code);
  if (code == std::errc::no_such_file_or_directory) {
    return Error{ErrorCode::NotFound, "no database", kNoDatabaseAdvice};
  }
  if (code) return Error{ErrorCode::Io, fmt::format("size of database: {}", code.value())};
  if (size < kPageSize) return Error{ErrorCode::Corrupt, "empty database", kEmptyDatabaseAdvice};
  return {};
}

Result<std::unique_ptr<Vfs>> makeVfs(const fs::path& folder, const OpenHeader& header,
                                     VfsMode mode) {
  PageCipher cipher(crypto::deriveSubKey(header.vaultKey(), crypto::SubKey::PageDb),
                    crypto::deriveSubKey(header.vaultKey(), crypto::SubKey::PageWal), {});
  return Vfs::create({(folder / kDatabaseFile).string(), mode, nullptr, {}}, std::move(cipher));
}

void restrictFile(const fs::path& path) {
  std::error_code ignored;  // the folder is closed to others already
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
}

Result<void> makeDatabase(const fs::path& folder, const OpenHeader& header) {
  J_TRY(const auto vfs, makeVfs(folder, header, VfsMode::Creating));
  J_TRY(const Connection db,
        openConnection(folder / kDatabaseFile, vfs->name(), SQLITE_OPEN_CREATE));
  restrictFile(folder / kDatabaseFile);
  return createDatabase(db.get());
}

/// Wraps a passphrase slot anew when it guards less than `preset` does today. Not being able to is
/// no reason not to open: the old slot is still good.
void strengthen(OpenHeader& header, const fs::path& folder, const SecretString& passphrase,
                crypto::KdfPreset preset) {
  for (const crypto::KeySlot& slot : header.header().slots) {
    if (slot.kind != crypto::SlotKind::Passphrase) continue;
    if (!crypto::weaker(slot.kdf, crypto::floorOf(preset))) continue;
    const auto wrapped =
        header.rewrite(folder, [&header, &passphrase, preset](crypto::VaultHeader& next) {
          return crypto::wrapForPassphrase(next, header.vaultKey(), passphrase,
                                           crypto::floorOf(preset));
        });
    (void)wrapped.ok();
    return;
  }
}

Result<std::unique_ptr<OpenHeader>> openHeader(const fs::path& folder,
                                               const OpenHeader::KeyFinder& find) {
  J_CHECK(requireDatabase(folder));
  return OpenHeader::open(folder, find);
}

/// Copies every page, in one read transaction of the source.
Result<void> copyPages(sqlite3* source, sqlite3* destination) {
  sqlite3_backup* backup = sqlite3_backup_init(destination, "main", source, "main");
  if (backup == nullptr) {
    return errorFromSqlite(sqlite3_extended_errcode(destination), "begin backup");
  }
  const int stepped = sqlite3_backup_step(backup, -1);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE) return errorFromSqlite(stepped, "backup");
  if (finished != SQLITE_OK) return errorFromSqlite(finished, "end backup");
  return {};
}

Result<void> checkCopy(const fs::path& folder, const OpenHeader& header) {
  J_TRY(const auto vfs, makeVfs(folder, header, VfsMode::Existing));
  J_TRY(const Connection db, openConnection(folder / kDatabaseFile, vfs->name()));
  J_CHECK(prepareConnection(db.get()));
  J_TRY(const std::string verdict, firstText(db.get(), "PRAGMA integrity_check(1)"));
  if (verdict != "ok") return Error{ErrorCode::Corrupt, "integrity check of the copy"};
  return {};
}

}  // namespace

Vault::Vault(fs::path folder, std::unique_ptr<FileLock> lock, std::unique_ptr<OpenHeader> header)
    : folder_(std::move(folder)), lock_(std::move(lock)), header_(std::move(header)) {}

Vault::~Vault() = default;

Result<std::unique_ptr<Vault>> Vault::assemble(const fs::path& folder,
                                               std::unique_ptr<FileLock> lock,
                                               std::unique_ptr<OpenHeader> header) {
  J_TRY(auto vfs, makeVfs(folder, *header, VfsMode::Existing));
  std::unique_ptr<Vault> vault(new Vault(folder, std::move(lock), std::move(header)));
  vault->vfs_ = std::move(vfs);
  return vault;
}

Result<NewVault> Vault::create(const fs::path& folder, const SecretString& passphrase,
                               crypto::KdfPreset preset) {
  J_CHECK(requirePassphrase(passphrase));
  J_TRY(StagingFolder staging, StagingFolder::beside(folder));
  const crypto::RecoveryBytes recovery = crypto::randomRecoveryBytes();
  J_TRY(auto header, OpenHeader::create(passphrase, recovery, preset));
  J_CHECK(makeDatabase(staging.path(), *header));
  J_CHECK(header->write(staging.path()));
  J_TRY(auto lock, FileLock::acquire(staging.path() / kLockFile));
  J_CHECK(staging.publish());
  J_TRY(auto vault, assemble(folder, std::move(lock), std::move(header)));
  return NewVault{std::move(vault), crypto::formatRecoveryKey(recovery)};
}

Result<std::unique_ptr<Vault>> Vault::unlock(const fs::path& folder, const SecretString& passphrase,
                                             crypto::KdfPreset preset) {
  J_TRY(auto lock, lockFolder(folder));
  auto header = openHeader(folder, [&passphrase](const crypto::VaultHeader& copy) {
    return crypto::unwrapWithPassphrase(copy, passphrase);
  });
  if (!header.ok()) return withAdvice(header.error(), ErrorCode::WrongPassphrase, kWrongAdvice);
  strengthen(**header, folder, passphrase, preset);
  return assemble(folder, std::move(lock), std::move(header).value());
}

Result<std::unique_ptr<Vault>> Vault::unlockWithRecoveryKey(const fs::path& folder,
                                                            const SecretString& recoveryKey) {
  J_TRY(const crypto::RecoveryBytes bytes, crypto::parseRecoveryKey(recoveryKey));
  J_TRY(auto lock, lockFolder(folder));
  auto header = openHeader(folder, [&bytes](const crypto::VaultHeader& copy) {
    return crypto::unwrapWithRecovery(copy, bytes);
  });
  if (!header.ok()) {
    return withAdvice(header.error(), ErrorCode::WrongPassphrase, kWrongRecoveryAdvice);
  }
  return assemble(folder, std::move(lock), std::move(header).value());
}

Result<void> Vault::checkPassphrase(const SecretString& passphrase) const {
  const auto known = crypto::unwrapWithPassphrase(header_->header(), passphrase);
  if (!known.ok()) return withAdvice(known.error(), ErrorCode::WrongPassphrase, kWrongAdvice);
  return {};
}

Result<void> Vault::changePassphrase(const SecretString& current, const SecretString& next,
                                     crypto::KdfPreset preset) {
  J_CHECK(checkPassphrase(current));
  return setPassphrase(next, preset);
}

Result<void> Vault::setPassphrase(const SecretString& next, crypto::KdfPreset preset) {
  J_CHECK(requirePassphrase(next));
  return header_->rewrite(folder_, [this, &next, preset](crypto::VaultHeader& header) {
    return crypto::wrapForPassphrase(header, header_->vaultKey(), next, crypto::calibrate(preset));
  });
}

Result<SecretString> Vault::replaceRecoveryKey() {
  const crypto::RecoveryBytes recovery = crypto::randomRecoveryBytes();
  J_CHECK(header_->rewrite(folder_, [this, &recovery](crypto::VaultHeader& header) {
    crypto::wrapForRecovery(header, header_->vaultKey(), recovery);
    return Result<void>();
  }));
  return crypto::formatRecoveryKey(recovery);
}

Result<crypto::RecoveryBytes> Vault::recognise(const SecretString& recoveryKey) const {
  J_TRY(crypto::RecoveryBytes bytes, crypto::parseRecoveryKey(recoveryKey));
  const auto opened = crypto::unwrapWithRecovery(header_->header(), bytes);
  if (!opened.ok()) {
    return withAdvice(opened.error(), ErrorCode::WrongPassphrase, kWrongRecoveryAdvice);
  }
  return bytes;
}

fs::path Vault::databasePath() const {
  return folder_ / kDatabaseFile;
}

const std::string& Vault::vfsName() const {
  return vfs_->name();
}

crypto::Secret Vault::subKey(crypto::SubKey purpose) const {
  return crypto::deriveSubKey(header_->vaultKey(), purpose);
}

Result<void> Vault::copyTo(sqlite3* source, const fs::path& folder) const {
  J_TRY(StagingFolder staging, StagingFolder::beside(folder));
  {
    J_TRY(const auto vfs, makeVfs(staging.path(), *header_, VfsMode::Creating));
    J_TRY(const Connection db,
          openConnection(staging.path() / kDatabaseFile, vfs->name(), SQLITE_OPEN_CREATE));
    restrictFile(staging.path() / kDatabaseFile);
    J_CHECK(prepareEmptyDatabase(db.get()));
    J_CHECK(copyPages(source, db.get()));
  }
  J_CHECK(header_->write(staging.path()));
  J_CHECK(checkCopy(staging.path(), *header_));
  return staging.publish();
}

bool looksLikeVault(const fs::path& folder) {
  std::error_code ignored;
  if (fs::exists(folder / kDatabaseFile, ignored)) return true;
  for (const char* name : kHeaderFiles) {
    if (fs::exists(folder / name, ignored)) return true;
  }
  return false;
}

}  // namespace journal::vault
