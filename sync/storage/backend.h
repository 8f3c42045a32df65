#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "journal/base/result.h"

// Private to this folder: what a database behind Database and Statement can do.

namespace syncing::storage {

/// One prepared statement of one back end. An unknown name is a bug and ends the program.
class StatementBackend {
 public:
  virtual ~StatementBackend() = default;
  virtual void bindInteger(const char* name, std::int64_t value) = 0;
  virtual void bindText(const char* name, std::string_view text) = 0;
  virtual void bindBytes(const char* name, std::string_view bytes) = 0;
  virtual void bindNull(const char* name) = 0;
  virtual journal::Result<bool> step() = 0;
  virtual void reset() = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string text(int column) const = 0;
  virtual std::string bytes(int column) const = 0;
  virtual bool isNull(int column) const = 0;
};

class DatabaseBackend {
 public:
  virtual ~DatabaseBackend() = default;
  virtual journal::Result<std::unique_ptr<StatementBackend>> prepare(std::string_view sql) = 0;
  virtual journal::Result<void> execute(const std::string& sql) = 0;
  virtual journal::Result<void> begin() = 0;
  virtual journal::Result<void> commit() = 0;
  virtual void rollback() = 0;
  virtual journal::Result<bool> hasTable(std::string_view name) = 0;
  virtual bool shared() const = 0;
  virtual journal::Result<void> copyTo(const std::filesystem::path& folder) = 0;
  /// No statement of it is left. What fails leaves every call failing with Io until the next try.
  virtual journal::Result<void> reopen() = 0;
};

/// A server that answers in PostgreSQL 15's way.
journal::Result<std::unique_ptr<DatabaseBackend>> connectPostgres(const std::string& connection);

}  // namespace syncing::storage
