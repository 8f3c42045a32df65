#pragma once

#include <string>

namespace tests {

/// A PostgreSQL server of this process's own: made at the first call, in a temporary folder, on a
/// Unix socket there and nowhere else, with fsync on; stopped when the process ends, however it
/// does. Root lends it the user "nobody", because it refuses root. Ends the program when it does
/// not start.
class PostgresServer {
 public:
  static PostgresServer& instance();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// A connection string whose tables are nobody else's.
  std::string freshSchema();
  /// A connection string with these words added, for a server that is to be refused.
  std::string with(const std::string& options) const;
  /// Breaks every connection, as a restart of the server does.
  void dropConnections();
  /// Writes what it has in memory to its files, and where those are.
  std::string filesOnDisk();

 private:
  PostgresServer();
  void runSql(const std::string& sql) const;
  std::string folder_;
  int process_ = 0;
  int schemas_ = 0;
};

}  // namespace tests
