#include "tests/scenario/cli/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace scenario {
namespace fs = std::filesystem;

namespace {

/// Between fork and exec only what is safe there.
[[noreturn]] void become(const fs::path& folder, const std::string& clock,
                         std::vector<std::string> words) {
  const auto redirect = [&](const char* name, int descriptor, int flags) {
    ::dup2(::open((folder / name).c_str(), flags, 0600), descriptor);
  };
  redirect("in", 0, O_RDONLY);
  redirect("out", 1, O_WRONLY | O_CREAT | O_TRUNC);
  redirect("err", 2, O_WRONLY | O_CREAT | O_TRUNC);
  ::setenv("TMPDIR", (folder / "tmp").c_str(), 1);
  ::setenv("HOME", (folder / "home").c_str(), 1);
  ::setenv("TZ", "UTC", 1);
  if (!clock.empty()) ::setenv("AFTERNOTE_TESTING_NOW", clock.c_str(), 1);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(99);
}

}  // namespace

Scenario::Scenario() {
  std::string pattern = (fs::temp_directory_path() / "afternote-scenario-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  fs::create_directories(at("tmp"));
  fs::create_directories(at("home"));
  fs::create_directories(at("streams"));
  vault_ = at("vault");
  usePassphrase(kPassphrase);
}

Scenario::~Scenario() {
  std::error_code ignored;
  fs::permissions(vault_, fs::perms::owner_all, ignored);
  fs::remove_all(folder_, ignored);
}

void Scenario::useStreams(const std::string& name) {
  streams_ = name;
  fs::create_directories(at(streams_));
}

void Scenario::usePassphrase(const std::string& passphrase) {
  file("streams/passphrase", passphrase + "\n");
}

fs::path Scenario::file(const std::string& name, const std::string& bytes) const {
  std::ofstream(at(name), std::ios::binary | std::ios::trunc) << bytes;
  return at(name);
}

pid_t Scenario::start(std::vector<std::string> arguments, const std::string& input) {
  file(streams_ + "/in", input);
  arguments.insert(arguments.begin(), {AFTERNOTE_CLI, "--fast-kdf"});
  const std::string secret = at("streams/passphrase").string();
  for (const std::string& more :
       {std::string("--vault"), vault_.string(), std::string("--evidence"), at("evidence").string(),
        std::string("--passphrase-file"), secret, std::string("--evidence-passphrase-file"),
        secret}) {
    arguments.push_back(more);
  }
  const pid_t child = ::fork();
  if (child == 0) become(at(streams_), clock_, std::move(arguments));
  return child;
}

Answer Scenario::wait(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  Answer answer{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(at(streams_ + "/out")),
                read(at(streams_ + "/err"))};
  logs_ += answer.out + answer.err;
  return answer;
}

Answer Scenario::run(std::vector<std::string> arguments, const std::string& input) {
  return wait(start(std::move(arguments), input));
}

Answer Scenario::good(std::vector<std::string> arguments, const std::string& input) {
  const std::string said = ::testing::PrintToString(arguments);
  Answer answer = run(std::move(arguments), input);
  EXPECT_EQ(answer.code, 0) << said << "\n" << answer.out << answer.err;
  return answer;
}

nlohmann::json Scenario::asked(std::vector<std::string> arguments, const std::string& input) {
  arguments.push_back("--json");
  const Answer answer = good(arguments, input);
  auto json = answer.json();
  EXPECT_FALSE(json.is_discarded()) << ::testing::PrintToString(arguments) << answer.out;
  return json;
}

fs::path Scenario::samples() {
  return fs::path(AFTERNOTE_SOURCE_DIR) / "tests/data/reflections.jsonl";
}

std::string Scenario::read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

void Scenario::flip(const fs::path& path, std::size_t at) {
  std::fstream io(path, std::ios::binary | std::ios::in | std::ios::out);
  ASSERT_TRUE(io) << path;
  io.seekg(static_cast<std::streamoff>(at));
  const int byte = io.get();
  ASSERT_NE(byte, EOF) << path << " ends before " << at;
  io.seekp(static_cast<std::streamoff>(at));
  io.put(static_cast<char>(byte ^ 0x10));
}

std::vector<std::pair<std::string, std::string>> Scenario::filesOf(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.emplace_back(entry.path().string(), read(entry.path()));
  }
  return files;
}

}  // namespace scenario
