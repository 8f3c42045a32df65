// The real program: exit codes, prompts, and nothing secret where other programs can see it.

#include <fcntl.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "app/cli/wording.h"
#include "journal/vault/vault.h"

namespace app::cli::test {
namespace {

namespace fs = std::filesystem;

std::string readAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

class Executable : public ::testing::Test {
 protected:
  Executable() {
    static int next = 0;
    folder_ = fs::temp_directory_path() /
              ("afternote-exe-" + std::to_string(::getpid()) + "-" + std::to_string(next++));
    fs::create_directories(folder_);
  }
  ~Executable() override { fs::remove_all(folder_); }

  std::vector<std::string> command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), AFTERNOTE_CLI);
    for (const std::string& more :
         {std::string("--fast-kdf"), std::string("--vault"), (folder_ / "vault").string()})
      arguments.push_back(more);
    return arguments;
  }
  fs::path at(const char* name) const { return folder_ / name; }

  /// Runs with `secret` on descriptor 9 and `input` as standard input; returns the exit code.
  int run(std::vector<std::string> arguments, const std::string& secret, const std::string& input) {
    std::ofstream(at("in"), std::ios::binary) << input;
    std::ofstream(at("secret"), std::ios::binary) << secret;
    std::vector<std::string> words = command(std::move(arguments));
    words.insert(words.end(), {"--passphrase-fd", "9"});
    const std::vector<char*> argv = pointers(words);
    const pid_t child = ::fork();
    if (child == 0) {
      redirect("in", 0, O_RDONLY);
      redirect("out", 1, O_WRONLY | O_CREAT | O_TRUNC);
      redirect("err", 2, O_WRONLY | O_CREAT | O_TRUNC);
      redirect("secret", 9, O_RDONLY);
      ::execv(argv[0], argv.data());
      ::_exit(99);
    }
    return exitOf(child);
  }

  static int exitOf(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void redirect(const char* name, int descriptor, int flags) const {
    const int opened = ::open((folder_ / name).c_str(), flags, 0600);
    ::dup2(opened, descriptor);
    if (opened != descriptor) ::close(opened);
  }

  fs::path folder_;
};

TEST_F(Executable, ExitCodesAreThoseInTheHelp) {
  EXPECT_EQ(run({"list"}, "plum kettle harbour\n", ""), kNo);
  EXPECT_EQ(run({"init"}, "plum kettle harbour\n", ""), kDone);
  EXPECT_EQ(run({"unlock-check"}, "plum kettle harbour\n", ""), kDone);
  EXPECT_EQ(run({"unlock-check"}, "plum kettle\n", ""), kWrongPassphrase);
  EXPECT_EQ(run({"jump"}, "", ""), kUsage);
  EXPECT_EQ(run({"init"}, "plum kettle harbour\n", ""), kRefused);
}

TEST_F(Executable, NeitherPassphraseNorTextIsEverInArgumentsEnvironmentOrErrors) {
  const std::string secret = "needle-secret-9431";
  const std::string text = "needle-text-7718 they sang";
  ASSERT_EQ(run({"init"}, secret + "\n", ""), kDone);
  // Held at its standard input, a running program shows its arguments and environment in /proc.
  std::vector<std::string> words = command({"add", "--passphrase-fd", "9"});
  const std::vector<char*> argv = pointers(words);
  std::array<int, 2> pipe{};
  ASSERT_EQ(::pipe(pipe.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(pipe[0], 0);
    ::close(pipe[0]);
    ::close(pipe[1]);
    redirect("out", 1, O_WRONLY | O_CREAT | O_TRUNC);
    redirect("err", 2, O_WRONLY | O_CREAT | O_TRUNC);
    redirect("secret", 9, O_RDONLY);
    ::execv(argv[0], argv.data());
    ::_exit(99);
  }
  ::close(pipe[0]);
  ASSERT_EQ(::write(pipe[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  const std::string proc = "/proc/" + std::to_string(child);
  const std::string seen = readAll(proc + "/cmdline") + readAll(proc + "/environ");
  ::close(pipe[1]);
  EXPECT_EQ(exitOf(child), kDone);
  EXPECT_NE(run({"show", "0000", "--verbose"}, "wrong " + secret + "\n", text), kDone);
  const std::string said = seen + readAll(at("err")) + readAll(at("out"));
  EXPECT_EQ(said.find("needle"), std::string::npos) << said;
  std::string stored;
  for (const auto& entry : fs::recursive_directory_iterator(at("vault"))) {
    if (entry.is_regular_file()) stored += readAll(entry.path());
  }
  EXPECT_EQ(stored.find("needle"), std::string::npos);
}

TEST_F(Executable, APromptTakesThePassphraseWithoutShowingIt) {
  const std::string secret = "plum kettle harbour";
  ASSERT_EQ(run({"init"}, secret + "\n", ""), kDone);
  std::vector<std::string> words = command({"unlock-check"});
  const std::vector<char*> argv = pointers(words);
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  if (child == 0) {
    ::execv(argv[0], argv.data());
    ::_exit(99);
  }
  std::string seen;
  std::array<char, 512> buffer{};
  bool answered = false;
  while (true) {
    const ssize_t got = ::read(terminal, buffer.data(), buffer.size());
    if (got <= 0) break;  // EIO when the program has ended
    seen.append(buffer.data(), static_cast<std::size_t>(got));
    if (!answered && seen.find("Passphrase: ") != std::string::npos) {
      const std::string line = secret + "\n";
      ASSERT_EQ(::write(terminal, line.data(), line.size()), static_cast<ssize_t>(line.size()));
      answered = true;
    }
  }
  ::close(terminal);
  EXPECT_EQ(exitOf(child), kDone) << seen;
  EXPECT_TRUE(answered);
  EXPECT_EQ(seen.find(secret), std::string::npos) << seen;
  EXPECT_NE(seen.find("It opens"), std::string::npos) << seen;
}

TEST_F(Executable, ASecondProgramIsToldTheJournalIsOpen) {
  const std::string secret = "plum kettle harbour";
  ASSERT_EQ(run({"init"}, secret + "\n", ""), kDone);
  {
    const auto held = journal::vault::Vault::unlock(
        at("vault"), journal::crypto::SecretString(secret), journal::crypto::KdfPreset::Fast);
    ASSERT_TRUE(held.ok());
    EXPECT_EQ(run({"unlock-check"}, secret + "\n", ""), kInUse);
  }
  EXPECT_EQ(run({"unlock-check"}, secret + "\n", ""), kDone);
}

}  // namespace
}  // namespace app::cli::test
