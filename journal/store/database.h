#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "journal/base/id.h"
#include "journal/base/result.h"

struct sqlite3;
namespace SQLite {
class Statement;
}

namespace journal::store {

class Database;

/// One run of a prepared statement. Values are bound in the order in which the statement first
/// names them; then `next` walks the rows or `run` expects none. Must not outlive its Database.
/// Texts and blobs are copied when bound and when read.
class Query {
 public:
  Query(Query&&) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(std::int64_t value);
  Query& bind(std::string_view text);
  Query& bind(std::span<const std::uint8_t> blob);
  /// Not copied: the bytes, or the text, must live until the query is done.
  Query& bindBorrowed(std::span<const std::uint8_t> blob);
  Query& bindBorrowed(const std::string& text);
  Query& bindBorrowed(std::string&&) = delete;
  Query& bindNull();
  template <class Tag>
  Query& bind(const Id<Tag>& id) {
    return bind(std::span<const std::uint8_t>(id.bytes()));
  }
  template <class T>
  Query& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bindNull();
  }

  /// True when there is a row to read.
  Result<bool> next();
  /// The first column of the first row; nullopt when there is no row.
  Result<std::optional<std::int64_t>> firstInteger();
  /// For statements that give no rows.
  Result<void> run();

  bool isNull(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string blob(int column) const;
  /// The whole row as bytes that differ when any value or its type does.
  std::string packed() const;
  /// The nil id unless the column holds 16 bytes.
  template <class IdType>
  IdType id(int column) const {
    typename IdType::Bytes bytes{};
    const std::string raw = blob(column);
    if (raw.size() == bytes.size()) std::copy(raw.begin(), raw.end(), bytes.begin());
    return IdType::fromBytes(bytes);
  }
  template <class IdType>
  std::optional<IdType> optionalId(int column) const {
    if (isNull(column)) return std::nullopt;
    return id<IdType>(column);
  }

 private:
  friend class Database;
  struct Prepared;
  Query(Database& database, Prepared* prepared, std::unique_ptr<Prepared> own);
  Database* database_;
  Prepared* prepared_;             // in the database's cache, or own_
  std::unique_ptr<Prepared> own_;  // when the cached one was in use
  int bound_ = 0;
  int failure_ = 0;
};

/// An open SQLite database: the only place that knows SQLiteCpp and its exceptions. Statements are
/// kept prepared. Journal thread only.
class Database {
 public:
  struct Options {
    std::filesystem::path file;
    std::string vfs;  ///< name of the vault's file system
    int cacheKib = kCacheKib;
  };
  /// Decrypted pages kept. 48 MiB holds the inner pages and the hot lists of the full-text index
  /// of 100,000 reflections and keeps the whole program well under 150 MB (measured: README).
  static constexpr int kCacheKib = 48 * 1024;

  /// Opens an existing database in a vault. Checkpoints are left to checkpoint(): a commit never
  /// pays for one.
  static Result<std::unique_ptr<Database>> open(const Options& options);
  /// An empty database in memory, for replay.
  static Result<std::unique_ptr<Database>> inMemory();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// `sql` must be a literal (the cache is keyed by its address) or outlive the Database.
  Query query(const char* sql);
  /// Several statements without values; not kept.
  Result<void> script(const std::string& sql);

  /// Copies the log into the database file as far as it can without waiting. Returns the pages
  /// that the log held.
  Result<int> checkpoint();
  /// Pages the log holds since it last started over.
  int logPages() const { return logPages_; }
  /// Rows changed by this connection since it opened.
  std::int64_t totalChanges() const;
  bool inTransaction() const;
  sqlite3* handle() const;
  Error lastError(int code) const;

 private:
  struct Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  static int noteCommit(void* self, sqlite3* db, const char* name, int pages);
  std::unique_ptr<Connection> connection_;
  int logPages_ = 0;
  friend class Query;
};

/// Many small reads as one: each read of its own asks the system for the size of the file, a fifth
/// of the time a page of hits takes. Nothing may be written meanwhile. One inside a transaction is
/// part of it.
class Reading {
 public:
  static Result<std::unique_ptr<Reading>> begin(Database& database);
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Reading(Database& database, bool own) : database_(database), own_(own) {}
  Database& database_;
  bool own_;
};

/// BEGIN IMMEDIATE until commit; rolled back when it goes out of scope without one.
class Transaction {
 public:
  static Result<std::unique_ptr<Transaction>> begin(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  /// When this returns, the changes survive a power cut. On failure they did not happen.
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(database) {}
  Database& database_;
  bool open_ = true;
};

}  // namespace journal::store
