#include "tests/app/cli/cli_support.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <utility>

namespace app::cli::test {

nlohmann::json Said::json() const {
  auto value = nlohmann::json::parse(out, nullptr, false);
  EXPECT_FALSE(value.is_discarded()) << out << err;
  return value;
}

CliTest::CliTest() {
  static int next = 0;
  folder_ = std::filesystem::temp_directory_path() /
            ("afternote-cli-" + std::to_string(::getpid()) + "-" + std::to_string(next++));
  std::filesystem::create_directories(folder_);
  file("pass", std::string(kPassphrase) + "\n");
}
CliTest::~CliTest() {
  std::filesystem::remove_all(folder_);
}

std::string CliTest::file(const std::string& name, const std::string& bytes) {
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
  return path(name);
}

std::string CliTest::read(const std::filesystem::path& from) const {
  std::ifstream in(from, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

Said CliTest::runBare(const std::vector<std::string>& arguments, const std::string& input,
                      std::vector<std::string> secrets) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  std::size_t asked = 0;
  Terminal terminal{in,
                    out,
                    err,
                    false,
                    false,
                    [&](const std::string&) -> journal::Result<journal::crypto::SecretString> {
                      if (asked >= secrets.size())
                        return journal::Error{journal::ErrorCode::Io, "no secret"};
                      return journal::crypto::SecretString(secrets[asked++]);
                    }};
  Context context(terminal, clock_, random_);
  int askedToStop = 0;
  context.interrupted = [&] { return interruptAfter_ >= 0 && ++askedToStop > interruptAfter_; };
  const int code = app::cli::run(arguments, context);
  return {code, out.str(), err.str()};
}

Said CliTest::run(std::vector<std::string> arguments, const std::string& input) {
  for (const char* more : {"--fast-kdf", "--vault"}) arguments.emplace_back(more);
  arguments.push_back(path("vault"));
  arguments.emplace_back("--evidence");
  arguments.push_back(path("evidence"));
  for (const char* option : {"--passphrase-file", "--evidence-passphrase-file"}) {
    arguments.emplace_back(option);
    arguments.push_back(path("pass"));
  }
  return runBare(arguments, input);
}

Said CliTest::good(std::vector<std::string> arguments, const std::string& input) {
  const std::string command = arguments.front();
  Said said = run(std::move(arguments), input);
  EXPECT_EQ(said.code, kDone) << command << ": " << said.out << said.err;
  return said;
}

std::string samplesPath() {
  return AFTERNOTE_SOURCE_DIR "/tests/data/reflections.jsonl";
}

}  // namespace app::cli::test
