#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "journal/base/result.h"
#include "journal/crypto/kdf.h"
#include "journal/crypto/secret.h"

// The service's store as the layers above see it: SQL with named parameters, errors as values, no
// library types. Two back ends: SQLite in an encrypted file of its own, and PostgreSQL 15. Every
// primary key above it starts with the service id, so that tables can be partitioned and sharded
// (architecture.md 6.6).
//
// The SQL is SQLite's as far as PostgreSQL has it too: named parameters (:name), RETURNING,
// ON CONFLICT. The PostgreSQL back end reads BLOB, INTEGER, STRICT and WITHOUT ROWID as what it has
// for them (postgres_sql.h). No PRAGMA, no rowid, no sequences.

// (`sync` itself is a function of <unistd.h>, so no namespace can have that name.)
namespace syncing::storage {

using Passphrase = journal::crypto::SecretString;
using KdfPreset = journal::crypto::KdfPreset;

/// A prepared statement. Values are bound by name (":name"); an unknown name is a bug and ends the
/// program. Must not outlive its Database.
class Statement {
 public:
  ~Statement();
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;

  Statement& bind(const char* name, std::int64_t value);
  Statement& bind(const char* name, std::string_view text);
  Statement& bindBytes(const char* name, std::string_view bytes);
  Statement& bindNull(const char* name);

  /// True while there is a row to read; false at the end.
  journal::Result<bool> step();
  /// For statements that give no rows.
  journal::Result<void> run();
  /// Ready to be bound and stepped again; bindings are cleared.
  void reset();

  // Columns of the current row, from 0. Null reads as 0 or "".
  std::int64_t integer(int column) const;
  std::string text(int column) const;
  std::string bytes(int column) const;
  bool isNull(int column) const;

 private:
  friend class Database;
  struct Impl;
  explicit Statement(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct NewDatabase;

/// One open database. One thread at a time. SQLite: the vault's lock keeps other processes out.
/// PostgreSQL: any number of connections; what a transaction has updated is locked until it ends,
/// and others wait for it.
class Database {
 public:
  /// Makes an encrypted database in a vault folder of its own (journal/vault/vault.h: header,
  /// slots, page encryption), which must not exist yet. Costs one key derivation.
  static journal::Result<NewDatabase> create(const std::filesystem::path& folder,
                                             const Passphrase& passphrase, KdfPreset preset);
  /// Opens it again. The four failures of vault.h; nothing is ever recreated.
  static journal::Result<std::unique_ptr<Database>> open(const std::filesystem::path& folder,
                                                         const Passphrase& passphrase,
                                                         KdfPreset preset);
  /// A database that is gone when it is destroyed and never touches a disk: for tests and previews.
  static journal::Result<std::unique_ptr<Database>> inMemory();

  /// A PostgreSQL database, by libpq connection string. Refuses (InvalidInput, with advice) a
  /// server that does not make commits durable (fsync, full_page_writes; synchronous_commit is set
  /// here). A connection that breaks is made anew by whatever runs next outside a transaction.
  /// Errors: Io when it is not reached or breaks off; after a commit that broke off nothing is
  /// known of it.
  static journal::Result<std::unique_ptr<Database>> connect(const std::string& connection);

  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  journal::Result<Statement> prepare(std::string_view sql);
  /// One or several statements without parameters.
  journal::Result<void> execute(const std::string& sql);
  /// Runs `work` in one transaction (SQLite: IMMEDIATE): committed, and durable, when it returns
  /// ok; rolled back otherwise, and (Internal) when a statement in it failed although it returned
  /// ok. Does not nest.
  journal::Result<void> transaction(const std::function<journal::Result<void>()>& work);

  journal::Result<bool> hasTable(std::string_view name);
  /// Whether others may write to it meanwhile: PostgreSQL.
  bool shared() const;
  /// A whole copy in a new folder, with the same passphrase, while this one stays open; nothing
  /// else runs meanwhile. InvalidInput with PostgreSQL, which has tools of its own for that.
  journal::Result<void> copyTo(const std::filesystem::path& folder);

  /// Whether anything failed for the disk's sake (Io, Corrupt) since it was opened: nothing is to
  /// be believed of what it holds in memory then.
  bool suspect() const;
  /// Lets go of it and opens it again, which reads what is really there (a SQLite file that could
  /// not be synced is written no further until then). No Statement may be left. What fails can be
  /// tried again; until it succeeds, everything fails with Io.
  journal::Result<void> reopen();

 private:
  friend class Statement;
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct NewDatabase {
  std::unique_ptr<Database> database;
  Passphrase recoveryKey;  ///< as printed; show it once
};

}  // namespace syncing::storage
