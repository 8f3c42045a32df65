#pragma once

#include <gtest/gtest.h>
#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace scenario {

/// What one run of afternote-cli answered. `code` is its exit code, or -1 when it was killed.
struct Answer {
  int code = -1;
  std::string out;
  std::string err;
  /// `out` as JSON; a discarded value when it is none.
  nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
  bool says(const std::string& words) const { return (out + err).find(words) != std::string::npos; }
};

/// The real program with a folder of its own, as one person uses it. Everything each run printed is
/// kept in `logs()`, for searching. The passphrase is weakly derived (--fast-kdf).
class Scenario : public ::testing::Test {
 protected:
  Scenario();
  ~Scenario() override;

  /// Runs with the journal `vault()` and evidence store `evidence()`. `input` is standard input.
  Answer run(std::vector<std::string> arguments, const std::string& input = "");
  /// As run(), and a failure of the test unless it exits with 0.
  Answer good(std::vector<std::string> arguments, const std::string& input = "");
  /// good() with --json, parsed.
  nlohmann::json asked(std::vector<std::string> arguments, const std::string& input = "");
  /// Starts and leaves running; wait() for it.
  pid_t start(std::vector<std::string> arguments, const std::string& input = "");
  Answer wait(pid_t child);

  std::filesystem::path at(const std::string& name) const { return folder_ / name; }
  std::filesystem::path file(const std::string& name, const std::string& bytes) const;
  const std::filesystem::path& folder() const { return folder_; }
  const std::string& logs() const { return logs_; }

  /// Runs from now on have their own input and output, so that two can run at once.
  void useStreams(const std::string& name);
  void useVault(const std::filesystem::path& vault) { vault_ = vault; }
  void usePassphrase(const std::string& passphrase);
  /// What the computer's clock says from now on, like "1970-01-01T00:00:00Z"; empty for the truth.
  void setClock(const std::string& time) { clock_ = time; }

  static constexpr const char* kPassphrase = "plum kettle harbour seventeen";
  static std::filesystem::path samples();
  static std::string read(const std::filesystem::path& path);
  static void flip(const std::filesystem::path& path, std::size_t at);
  /// Every file below `folder`, with its bytes.
  static std::vector<std::pair<std::string, std::string>> filesOf(
      const std::filesystem::path& folder);

 private:
  std::filesystem::path folder_;
  std::filesystem::path vault_;
  std::string streams_ = "streams";
  std::string clock_ = "2026-06-01T16:00:00Z";
  std::string logs_;
};

}  // namespace scenario
