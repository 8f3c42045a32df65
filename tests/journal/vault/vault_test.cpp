// The life of a vault's folder: made, opened, damaged, moved, copied.

#include "journal/vault/vault.h"

#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "journal/crypto/vault_header.h"
#include "tests/journal/vault/temporary_folder.h"
#include "tests/journal/vault/test_vault.h"

namespace journal::vault {
namespace {

namespace fs = std::filesystem;
using crypto::KdfPreset;
using crypto::SecretString;

std::string bytesIn(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void putBytes(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Everything in a folder but the lock, by name.
std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != "vault.lock") {
      files[entry.path().filename().string()] = bytesIn(entry.path());
    }
  }
  return files;
}

class VaultTest : public testing::Test {
 protected:
  void SetUp() override {
    auto made = Vault::create(folder_, passphrase_, KdfPreset::Fast);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    recoveryKey_ = made->recoveryKey.view();
    const Connection db = openVault(*made->vault);
    run(db.get(), "CREATE TABLE note(body); INSERT INTO note VALUES('they kept the call')");
  }

  Result<std::unique_ptr<Vault>> unlock(const SecretString& passphrase) const {
    return Vault::unlock(folder_, passphrase, KdfPreset::Fast);
  }
  Result<std::unique_ptr<Vault>> unlock() const { return unlock(passphrase_); }

  static std::string noteIn(const Vault& vault) {
    const Connection db = openVault(vault);
    return textOf(db.get(), "SELECT body FROM note");
  }

  void expectOpens() const {
    const auto vault = unlock();
    ASSERT_TRUE(vault.ok()) << vault.error().detail;
    EXPECT_EQ(noteIn(**vault), "they kept the call");
  }

  /// Fails with `code`, says something to the person, and changes nothing on the disk.
  void expectRefused(ErrorCode code, const SecretString& passphrase) const {
    const auto before = contents(folder_);
    const auto vault = unlock(passphrase);
    ASSERT_FALSE(vault.ok());
    EXPECT_EQ(vault.error().code, code) << vault.error().detail;
    EXPECT_FALSE(vault.error().advice.empty());
    EXPECT_EQ(contents(folder_), before);
  }
  void expectRefused(ErrorCode code) const { expectRefused(code, passphrase_); }

  TemporaryFolder temp_;
  const fs::path folder_ = temp_.path() / "journal";
  const fs::path headerA_ = folder_ / "vault.hdr.a";
  const fs::path headerB_ = folder_ / "vault.hdr.b";
  const fs::path database_ = folder_ / "vault.db";
  const SecretString passphrase_{"three brown owls sing low"};
  std::string recoveryKey_;
};

TEST_F(VaultTest, WhatIsWrittenIsReadAfterUnlockingAgain) {
  expectOpens();
}

TEST_F(VaultTest, OnlyItsOwnerMayLookIntoTheFolder) {
  EXPECT_EQ(fs::status(folder_).permissions(), fs::perms::owner_all);
  const auto others = fs::perms::group_all | fs::perms::others_all;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    EXPECT_EQ(entry.status().permissions() & others, fs::perms::none) << entry.path().filename();
  }
}

TEST_F(VaultTest, AClosedVaultIsFourFilesAndLeavesNothingBeside) {
  EXPECT_EQ(contents(folder_).size(), 3u);  // and the lock
  EXPECT_EQ(std::distance(fs::directory_iterator(temp_.path()), {}), 1);
}

TEST_F(VaultTest, NothingIsMadeOverAnExistingVaultOrAnyFile) {
  const auto before = contents(folder_);
  const auto again = Vault::create(folder_, passphrase_, KdfPreset::Fast);
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
  EXPECT_EQ(contents(folder_), before);
  putBytes(temp_.path() / "file", "x");
  EXPECT_EQ(Vault::create(temp_.path() / "file", passphrase_, KdfPreset::Fast).error().code,
            ErrorCode::Conflict);
  EXPECT_EQ(bytesIn(temp_.path() / "file"), "x");
}

TEST_F(VaultTest, AnEmptyFolderAndMissingParentsWillDo) {
  fs::create_directory(temp_.path() / "empty");
  EXPECT_TRUE(Vault::create(temp_.path() / "empty", passphrase_, KdfPreset::Fast).ok());
  EXPECT_TRUE(Vault::create(temp_.path() / "a" / "b" / "c/", passphrase_, KdfPreset::Fast).ok());
}

TEST_F(VaultTest, AnEmptyPassphraseIsNotTaken) {
  const auto made = Vault::create(temp_.path() / "other", SecretString(""), KdfPreset::Fast);
  EXPECT_EQ(made.error().code, ErrorCode::InvalidInput);
  EXPECT_FALSE(fs::exists(temp_.path() / "other"));
}

// --- the distinct refusals, none of which starts afresh ---

TEST_F(VaultTest, AWrongPassphraseIsSaidToBeWrong) {
  expectRefused(ErrorCode::WrongPassphrase, SecretString("three brown owls sing lo"));
  expectOpens();
}

TEST_F(VaultTest, AFolderWithoutAVaultIsNotFoundAndStaysEmpty) {
  const auto vault = Vault::unlock(temp_.path() / "nowhere", passphrase_, KdfPreset::Fast);
  EXPECT_EQ(vault.error().code, ErrorCode::NotFound);
  EXPECT_FALSE(fs::exists(temp_.path() / "nowhere"));
}

TEST_F(VaultTest, AMissingDatabaseIsNotFoundAndNotMadeAnew) {
  fs::remove(database_);
  expectRefused(ErrorCode::NotFound);
}

TEST_F(VaultTest, MissingHeadersAreNotFoundAndNotMadeAnew) {
  fs::remove(headerA_);
  fs::remove(headerB_);
  expectRefused(ErrorCode::NotFound);
}

TEST_F(VaultTest, AnEmptiedDatabaseIsDamageAndItsLogIsKept) {
  putBytes(database_, "");
  putBytes(folder_ / "vault.db-wal", "whatever the log held");
  expectRefused(ErrorCode::Corrupt);
}

TEST_F(VaultTest, ADatabaseCutShortIsDamage) {
  const std::string whole = bytesIn(database_);
  putBytes(database_, whole.substr(0, whole.size() - 4096));
  const auto vault = unlock();
  ASSERT_TRUE(vault.ok());
  auto db = openConnection((*vault)->databasePath(), (*vault)->vfsName());
  ASSERT_TRUE(db.ok());
  const auto prepared = prepareConnection(db->get());
  const bool noticed = !prepared.ok() || !execute(db->get(), "SELECT * FROM note").ok();
  EXPECT_TRUE(noticed);
}

TEST_F(VaultTest, BothHeadersDamagedIsDamage) {
  putBytes(headerA_, "AFTRVLT");
  putBytes(headerB_, std::string(5000, 'x'));
  expectRefused(ErrorCode::Corrupt);
}

TEST_F(VaultTest, EitherHeaderAloneOpensAndBringsTheOtherBack) {
  const std::string whole = bytesIn(headerA_);
  for (const fs::path& victim : {headerA_, headerB_}) {
    for (const std::string& damage : {std::string(), std::string("AFTRVLT"), whole.substr(1)}) {
      putBytes(victim, damage);
      expectOpens();
      EXPECT_EQ(bytesIn(victim), whole);
    }
    fs::remove(victim);
    expectOpens();
    EXPECT_EQ(bytesIn(victim), whole);
  }
}

TEST_F(VaultTest, AHeaderFromANewerAfternoteIsTooNewAndLeftAlone) {
  std::string bytes = bytesIn(headerA_);
  bytes[8] = 9;
  bytes.resize(bytes.size() - 32);
  const crypto::Digest sum = crypto::hash(crypto::bytesOf(bytes));
  bytes.append(sum.begin(), sum.end());
  putBytes(headerA_, bytes);
  expectRefused(ErrorCode::TooNew);
}

TEST_F(VaultTest, AVaultOpenElsewhereIsLocked) {
  const auto first = unlock();
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(unlock().error().code, ErrorCode::Locked);
  EXPECT_FALSE(unlock().error().advice.empty());
  const pid_t child = ::fork();
  if (child == 0) ::_exit(unlock().error().code == ErrorCode::Locked ? 0 : 1);
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

/// What somebody who is not root, whom permissions would not stop, is told.
int unlockAsNobody(const fs::path& folder, const SecretString& passphrase) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    const auto vault = Vault::unlock(folder, passphrase, KdfPreset::Fast);
    if (vault.ok()) ::_exit(3);
    ::_exit(vault.error().code == ErrorCode::Io && !vault.error().advice.empty() ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}

TEST_F(VaultTest, AFolderThatCannotBeWrittenToOrReadIsSaidToBeSo) {
  fs::permissions(temp_.path(), fs::perms::all);
  const auto read = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  const auto enter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(folder_, read | enter);
  EXPECT_EQ(unlockAsNobody(folder_, passphrase_), 0);
  fs::permissions(folder_, fs::perms::none);
  EXPECT_EQ(unlockAsNobody(folder_, passphrase_), 0);
  fs::permissions(folder_, fs::perms::owner_all);
  expectOpens();
}

TEST_F(VaultTest, AnotherVaultsHeaderOpensNothingHere) {
  const fs::path other = temp_.path() / "other";
  ASSERT_TRUE(Vault::create(other, passphrase_, KdfPreset::Fast).ok());
  for (const char* name : {"vault.hdr.a", "vault.hdr.b"}) {
    fs::copy_file(other / name, folder_ / name, fs::copy_options::overwrite_existing);
  }
  const std::string before = bytesIn(database_);
  const auto vault = unlock();
  ASSERT_TRUE(vault.ok());  // the passphrase is right for this header, but its key is another
  auto db = openConnection((*vault)->databasePath(), (*vault)->vfsName());
  ASSERT_TRUE(db.ok());
  EXPECT_EQ(prepareConnection(db->get()).error().code, ErrorCode::Corrupt);
  *db = nullptr;
  EXPECT_EQ(bytesIn(database_), before);
}

// --- keys ---

TEST_F(VaultTest, TheRecoveryKeyOpensAndLetsANewPassphraseBeSet) {
  const SecretString next("four grey geese fly home");
  {
    const auto vault = Vault::unlockWithRecoveryKey(folder_, SecretString(recoveryKey_));
    ASSERT_TRUE(vault.ok()) << vault.error().detail;
    EXPECT_EQ(noteIn(**vault), "they kept the call");
    ASSERT_TRUE((*vault)->setPassphrase(next, KdfPreset::Fast).ok());
  }
  expectRefused(ErrorCode::WrongPassphrase);
  EXPECT_TRUE(unlock(next).ok());
  EXPECT_TRUE(Vault::unlockWithRecoveryKey(folder_, SecretString(recoveryKey_)).ok());
}

TEST_F(VaultTest, AnotherVaultsRecoveryKeyIsWrongAndASlipIsASlip) {
  const auto other = Vault::create(temp_.path() / "other", passphrase_, KdfPreset::Fast);
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(Vault::unlockWithRecoveryKey(folder_, other->recoveryKey).error().code,
            ErrorCode::WrongPassphrase);
  recoveryKey_[0] = recoveryKey_[0] == 'A' ? 'B' : 'A';
  EXPECT_EQ(Vault::unlockWithRecoveryKey(folder_, SecretString(recoveryKey_)).error().code,
            ErrorCode::InvalidInput);
}

TEST_F(VaultTest, AReplacedRecoveryKeyStopsWorking) {
  std::string next;
  {
    const auto vault = unlock();
    const auto key = (*vault)->replaceRecoveryKey();
    ASSERT_TRUE(key.ok());
    next = key->view();
  }
  EXPECT_EQ(Vault::unlockWithRecoveryKey(folder_, SecretString(recoveryKey_)).error().code,
            ErrorCode::WrongPassphrase);
  EXPECT_TRUE(Vault::unlockWithRecoveryKey(folder_, SecretString(next)).ok());
}

TEST_F(VaultTest, ChangingThePassphraseTouchesNoPageAndNeedsTheOldOne) {
  const std::string before = bytesIn(database_);
  const SecretString next("four grey geese fly home");
  {
    const auto vault = unlock();
    EXPECT_EQ((*vault)->changePassphrase(next, next, KdfPreset::Fast).error().code,
              ErrorCode::WrongPassphrase);
    ASSERT_TRUE((*vault)->changePassphrase(passphrase_, next, KdfPreset::Fast).ok());
  }
  EXPECT_EQ(bytesIn(database_), before);
  expectRefused(ErrorCode::WrongPassphrase);
  EXPECT_TRUE(unlock(next).ok());
}

TEST_F(VaultTest, AnOlderHeaderCopyDoesNotReviveTheOldPassphrase) {
  const std::string old = bytesIn(headerA_);
  const SecretString next("four grey geese fly home");
  {
    const auto vault = unlock();
    ASSERT_TRUE((*vault)->changePassphrase(passphrase_, next, KdfPreset::Fast).ok());
  }
  const std::string current = bytesIn(headerA_);
  putBytes(headerA_, old);  // as if the change had been cut short after the second copy
  expectRefused(ErrorCode::WrongPassphrase);
  EXPECT_TRUE(unlock(next).ok());
  EXPECT_EQ(bytesIn(headerA_), current);
}

TEST_F(VaultTest, AWeakSlotIsWrappedAnewAtTheNextUnlock) {
  const auto kdfNow = [this] {
    const std::string bytes = bytesIn(headerA_);
    return crypto::decodeHeader(crypto::bytesOf(bytes)).value().slots[0].kdf;
  };
  ASSERT_TRUE(crypto::weaker(kdfNow(), crypto::kStandardKdf));
  ASSERT_TRUE(Vault::unlock(folder_, passphrase_).ok());
  EXPECT_EQ(kdfNow(), crypto::kStandardKdf);
  EXPECT_EQ(bytesIn(headerA_), bytesIn(headerB_));
  EXPECT_TRUE(Vault::unlockWithRecoveryKey(folder_, SecretString(recoveryKey_)).ok());
  expectOpens();
}

TEST_F(VaultTest, SubKeysStayTheSame) {
  const auto name = [this] { return unlock().value()->subKey(crypto::SubKey::Names); };
  EXPECT_TRUE(crypto::equal(name(), name()));
}

// --- copies ---

TEST_F(VaultTest, ACopyOpensWithTheSamePassphraseAndHoldsTheSame) {
  const fs::path copy = temp_.path() / "backup";
  {
    const auto vault = unlock();
    const Connection db = openVault(**vault);
    run(db.get(), "INSERT INTO note VALUES('not yet checkpointed')");
    const auto copied = (*vault)->copyTo(db.get(), copy);
    ASSERT_TRUE(copied.ok()) << copied.error().detail;
    EXPECT_EQ((*vault)->copyTo(db.get(), copy).error().code, ErrorCode::Conflict);
  }
  const auto vault = Vault::unlock(copy, passphrase_, KdfPreset::Fast);
  ASSERT_TRUE(vault.ok()) << vault.error().detail;
  const Connection db = openVault(**vault);
  EXPECT_EQ(textOf(db.get(), "SELECT count(*) FROM note"), "2");
  EXPECT_EQ(textOf(db.get(), "PRAGMA integrity_check"), "ok");
  run(db.get(), "INSERT INTO note VALUES('and it can be written to')");
}

TEST_F(VaultTest, ADamagedVaultIsNotCopiedAndNothingIsLeft) {
  std::string pages = bytesIn(database_);
  pages[4096 + 7] = static_cast<char>(pages[4096 + 7] ^ 1);
  putBytes(database_, pages);
  const auto vault = unlock();
  const Connection db = openVault(**vault);
  const auto copied = (*vault)->copyTo(db.get(), temp_.path() / "backup");
  ASSERT_FALSE(copied.ok());
  EXPECT_EQ(copied.error().code, ErrorCode::Corrupt);
  EXPECT_EQ(std::distance(fs::directory_iterator(temp_.path()), {}), 1);
}

TEST_F(VaultTest, AConnectionThatDoesNotGoThroughTheVaultIsRefused) {
  sqlite3* raw = nullptr;
  sqlite3_open(":memory:", &raw);
  const Connection plain(raw);
  EXPECT_EQ(prepareConnection(plain.get()).error().code, ErrorCode::InvalidInput);
}

}  // namespace
}  // namespace journal::vault
