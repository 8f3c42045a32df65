#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/wording.h"
#include "journal/base/random.h"

namespace app::cli::test {

class FixedClock final : public journal::Clock {
 public:
  journal::UtcTime at = *journal::parseTime("2026-04-02T16:30:00Z");
  journal::UtcTime now() const override { return at; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes(60);
  }
};

/// What one command line said.
struct Said {
  int code = 0;
  std::string out;
  std::string err;
  nlohmann::json json() const;
};

/// A folder with a journal to be and the program in process: fast key derivation, fixed clock,
/// fixed randomness.
class CliTest : public ::testing::Test {
 protected:
  CliTest();
  ~CliTest() override;

  /// Runs with --vault, --evidence and --passphrase-file added, and `input` on standard input.
  Said run(std::vector<std::string> arguments, const std::string& input = "");
  /// Exactly these arguments and answers to prompts.
  Said runBare(const std::vector<std::string>& arguments, const std::string& input = "",
               std::vector<std::string> secrets = {});
  /// The same, which must succeed.
  Said good(std::vector<std::string> arguments, const std::string& input = "");
  std::string file(const std::string& name, const std::string& bytes);
  std::string read(const std::filesystem::path& path) const;
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

  static constexpr const char* kPassphrase = "plum kettle harbour nine";
  /// Long work is interrupted when it has asked so many times; never when negative.
  int interruptAfter_ = -1;
  FixedClock clock_;
  journal::SeededRandom random_{20260402};
  std::filesystem::path folder_;
};

std::string samplesPath();

}  // namespace app::cli::test
