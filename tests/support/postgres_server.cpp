#include "tests/support/postgres_server.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>
#include <vector>

namespace tests {
namespace {

constexpr auto kNap = std::chrono::milliseconds{20};
constexpr int kMostNaps = 1500;

[[noreturn]] void fail(const std::string& what) {
  std::cerr << "postgresql for the tests: " << what << "\n";
  std::abort();
}

/// As the user the server runs as, and never for longer than this process.
std::vector<std::string> asOrdinaryUser(std::vector<std::string> command) {
  std::vector<std::string> all = {"setpriv", "--pdeathsig", "QUIT"};
  if (geteuid() == 0) {
    for (const char* word : {"--reuid=nobody", "--regid=nogroup", "--clear-groups"})
      all.emplace_back(word);
  }
  all.insert(all.end(), command.begin(), command.end());
  return all;
}

int start(const std::vector<std::string>& command, const std::string& log) {
  const int child = fork();
  if (child < 0) fail("fork");
  if (child > 0) return child;
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  constexpr int kMode = 0600;
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, kMode);
  if (out < 0) _exit(126);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  execvp(words[0], words.data());
  _exit(127);
}

int finish(int child) {
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

std::string program(const char* name) {
  return std::string(AFTERNOTE_POSTGRES_PROGRAMS) + "/" + name;
}

}  // namespace

PostgresServer& PostgresServer::instance() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer() {
  std::string pattern = (std::filesystem::temp_directory_path() / "afternote-pg-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) fail("no temporary folder");
  folder_ = pattern;
  constexpr unsigned kNobody = 65534;
  if (geteuid() == 0 && chown(folder_.c_str(), kNobody, kNobody) != 0) fail("chown");
  const std::string data = folder_ + "/data";
  const std::string log = folder_ + ".log";
  if (finish(start(asOrdinaryUser({program("initdb"), "-D", data, "-U", "afternote", "--auth=trust",
                                   "--no-sync", "--encoding=UTF8", "--locale=C"}),
                   log)) != 0)
    fail("initdb, see " + log);
  process_ = start(asOrdinaryUser({program("postgres"), "-D", data, "-k", folder_, "-c",
                                   "listen_addresses=", "-c", "fsync=on", "-c",
                                   "shared_buffers=32MB", "-c", "max_connections=40"}),
                   log);
  for (int naps = 0; naps < kMostNaps; ++naps) {
    if (finish(start({program("pg_isready"), "-q", "-h", folder_}, log)) == 0) return;
    std::this_thread::sleep_for(kNap);
  }
  fail("not ready, see " + log);
}

PostgresServer::~PostgresServer() {
  kill(process_, SIGQUIT);  // at once: its data is about to go
  finish(process_);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
  std::filesystem::remove(folder_ + ".log", ignored);
}

void PostgresServer::runSql(const std::string& sql) const {
  if (finish(start(
          {program("psql"), "-q", "-h", folder_, "-U", "afternote", "-d", "postgres", "-c", sql},
          folder_ + ".log")) != 0)
    fail("psql, see " + folder_ + ".log");
}

std::string PostgresServer::with(const std::string& options) const {
  return "host=" + folder_ + " user=afternote dbname=postgres options='" + options + "'";
}

std::string PostgresServer::freshSchema() {
  const std::string schema = "test" + std::to_string(++schemas_);
  runSql("CREATE SCHEMA " + schema);
  return with("-c search_path=" + schema);
}

std::string PostgresServer::filesOnDisk() {
  runSql("CHECKPOINT");
  return folder_;
}

void PostgresServer::dropConnections() {
  runSql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
      "WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
}

}  // namespace tests
