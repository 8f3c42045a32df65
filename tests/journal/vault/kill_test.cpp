// A real process writing to a real vault, killed at any moment.

#include <fcntl.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include <gtest/gtest.h>

#include "journal/base/random.h"
#include "tests/journal/vault/long_run.h"
#include "tests/journal/vault/notes.h"
#include "tests/journal/vault/temporary_folder.h"
#include "tests/journal/vault/test_vault.h"

namespace journal::vault {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPassphrase = "three brown owls sing low";

void makeNotesVault(const fs::path& folder) {
  const auto made =
      Vault::create(folder, crypto::SecretString(kPassphrase), crypto::KdfPreset::Fast);
  ASSERT_TRUE(made.ok()) << made.error().detail;
  const Connection db = openVault(*made->vault);
  run(db.get(), kNotesSchema);
}

/// The last number the child said was saved.
class Child {
 public:
  explicit Child(const fs::path& folder) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execl(VAULT_KILL_CHILD, VAULT_KILL_CHILD, folder.c_str(), kPassphrase, nullptr);
      ::_exit(127);
    }
    ::close(ends[1]);
    from_ = ends[0];
  }
  ~Child() { ::close(from_); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Lets it save `count` more, then some microseconds on, and ends it. What it had said by then.
  std::int64_t killAfter(std::uint64_t count, unsigned microseconds) {
    std::int64_t said = 0;
    for (; count > 0 && ::read(from_, &said, sizeof said) == sizeof said; --count) {
    }
    ::usleep(microseconds);
    ::kill(pid_, SIGKILL);
    int status = 0;
    ::waitpid(pid_, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << WEXITSTATUS(status);
    while (::read(from_, &said, sizeof said) == sizeof said) {
    }
    return said;
  }

 private:
  pid_t pid_ = -1;
  int from_ = -1;
};

TEST(Kill, ASavedNoteSurvivesTheProgramBeingKilled) {
  const TemporaryFolder temp;
  const fs::path folder = temp.path() / "journal";
  makeNotesVault(folder);
  const int kills = inLongRun(1'000, 100);
  std::int64_t saved = 0;
  for (int i = 0; i < kills; ++i) {
    SCOPED_TRACE(i);
    SeededRandom random(static_cast<std::uint64_t>(i));
    Child child(folder);
    saved = std::max(
        saved, child.killAfter(1 + random.below(12), static_cast<unsigned>(random.below(3000))));
    const auto vault =
        Vault::unlock(folder, crypto::SecretString(kPassphrase), crypto::KdfPreset::Fast);
    ASSERT_TRUE(vault.ok()) << vault.error().detail;
    const Connection db = openVault(**vault);
    ASSERT_NE(db, nullptr);
    EXPECT_EQ(checkIntegrity(db.get()), "ok");
    const std::int64_t there = std::stoll(textOf(db.get(), "SELECT count(*) FROM note"));
    EXPECT_EQ(there, std::stoll(textOf(db.get(), "SELECT max(id) FROM note")));
    EXPECT_GE(there, saved) << "saved notes are gone";
    EXPECT_LE(there, saved + 1) << "at most the one in flight may be there unsaid";
    EXPECT_TRUE(readNotes(db.get()).has_value());
    if (HasFailure()) return;
  }
  std::printf("%d kills, %lld notes saved, none lost\n", kills, static_cast<long long>(saved));
  EXPECT_GT(saved, kills);
}

/// A small real file system, for root; gone at the end.
class SmallDisk {
 public:
  explicit SmallDisk(const fs::path& path) : path_(path) {
    fs::create_directory(path_);
    mounted_ = ::mount("tmpfs", path_.c_str(), "tmpfs", 0, "size=2m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }

  void leaveFree(std::uint64_t bytes) const {
    const std::uint64_t available = fs::space(path_).available;
    if (available <= bytes) return;
    std::ofstream filler(path_ / "filler", std::ios::app);
    filler << std::string(available - bytes, 'x');
  }
  void freeAll() const { fs::remove(path_ / "filler"); }

 private:
  fs::path path_;
  bool mounted_ = false;
};

void writeUntilFull(const Vault& vault, SeededRandom& random, Notes& notes) {
  const Connection db = openVault(vault);
  ASSERT_NE(db, nullptr);
  for (int i = 0; i < 500; ++i) {
    Notes next = notes;
    if (!changeNotes(db.get(), random, next)) return;
    notes = std::move(next);
  }
  ADD_FAILURE() << "the disk never filled up";
}

TEST(RealDiskFull, LosesNothingAndKeepsThePassphrase) {
  const TemporaryFolder temp;
  const SmallDisk disk(temp.path() / "disk");
  if (!disk.mounted()) GTEST_SKIP() << "no right to mount; DiskFullTest covers it in memory";
  const fs::path folder = temp.path() / "disk" / "journal";
  makeNotesVault(folder);
  const crypto::SecretString passphrase(kPassphrase);
  SeededRandom random(1);
  Notes notes;
  for (int round = 0; round < inLongRun(200, 20); ++round) {
    SCOPED_TRACE(round);
    disk.leaveFree(random.below(300'000));
    for (int again = 0; again < 2; ++again) {
      const auto vault = Vault::unlock(folder, passphrase, crypto::KdfPreset::Fast);
      ASSERT_TRUE(vault.ok()) << vault.error().detail;
      if (again == 0) {
        writeUntilFull(**vault, random, notes);
        disk.leaveFree(0);
        const auto changed =
            (*vault)->setPassphrase(crypto::SecretString("next"), crypto::KdfPreset::Fast);
        ASSERT_FALSE(changed.ok());
        EXPECT_NE(changed.error().advice.find("full"), std::string::npos);
        continue;
      }
      const Connection db = openVault(**vault);  // on a disk still full
      EXPECT_EQ(checkIntegrity(db.get()), "ok");
      EXPECT_EQ(readNotes(db.get()), notes);
      disk.freeAll();
      EXPECT_TRUE(changeNotes(db.get(), random, notes));
    }
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace journal::vault
