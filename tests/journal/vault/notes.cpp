#include "tests/journal/vault/notes.h"

#include <iterator>

#include <fmt/format.h>

#include "journal/vault/sql.h"

namespace journal::vault {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* db, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(db, sql, -1, &statement, nullptr);
  return Statement(statement);
}

bool put(sqlite3* db, const char* sql, std::int64_t id, const std::string& body) {
  const Statement statement = prepare(db, sql);
  if (statement == nullptr) return false;
  sqlite3_bind_int64(statement.get(), 1, id);
  if (sqlite3_bind_parameter_count(statement.get()) > 1) {
    sqlite3_bind_text(statement.get(), 2, body.data(), static_cast<int>(body.size()),
                      SQLITE_STATIC);
  }
  return sqlite3_step(statement.get()) == SQLITE_DONE;
}

bool run(sqlite3* db, const char* sql) {
  return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool store(sqlite3* db, std::int64_t id, const std::string& body) {
  return put(db, "INSERT OR REPLACE INTO note(id, body) VALUES(?, ?)", id, body) &&
         put(db, "DELETE FROM search WHERE rowid = ?", id, body) &&
         put(db, "INSERT INTO search(rowid, body) VALUES(?, ?)", id, body);
}

bool erase(sqlite3* db, std::int64_t id) {
  return put(db, "DELETE FROM note WHERE id = ?", id, "") &&
         put(db, "DELETE FROM search WHERE rowid = ?", id, "");
}

std::int64_t anyId(const Notes& notes, SeededRandom& random) {
  auto at = notes.begin();
  std::advance(at, static_cast<std::ptrdiff_t>(random.below(notes.size())));
  return at->first;
}

bool changeOnce(sqlite3* db, SeededRandom& random, Notes& notes) {
  const std::uint64_t choice = random.below(notes.size() > 40 ? 10 : 20);
  if (!notes.empty() && choice < 4) {
    const std::int64_t id = anyId(notes, random);
    notes.erase(id);
    return erase(db, id);
  }
  const bool edit = !notes.empty() && choice < 8;
  const std::int64_t id =
      edit ? anyId(notes, random) : static_cast<std::int64_t>(random.below(1u << 20));
  notes[id] = randomBody(random);
  return store(db, id, notes[id]);
}

/// Work that is taken back within the transaction, so that its own frames are written over.
bool changeMind(sqlite3* db, SeededRandom& random) {
  Notes forgotten;
  bool ok = run(db, "SAVEPOINT mind");
  for (std::uint64_t i = random.below(4); ok && i > 0; --i) ok = changeOnce(db, random, forgotten);
  return ok && run(db, "ROLLBACK TO mind; RELEASE mind");
}

bool tidy(sqlite3* db, SeededRandom& random) {
  switch (random.below(12)) {
    case 0:
      return run(db, "PRAGMA wal_checkpoint(PASSIVE)");
    case 1:
      return run(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    case 2:
      return run(db, "INSERT INTO search(search, rank) VALUES('merge', 16)");
    case 3:
      return run(db, "INSERT INTO search(search) VALUES('optimize')");
    default:
      return true;
  }
}

}  // namespace

const char* const kNotesSchema =
    "CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
    "CREATE INDEX note_start ON note(substr(body, 1, 8));"
    "CREATE VIRTUAL TABLE search USING fts5(body);"
    "INSERT INTO search(search, rank) VALUES('automerge', 2);";

std::string randomBody(SeededRandom& random) {
  const std::uint64_t words = random.below(20) == 0 ? 900 : 1 + random.below(80);
  std::string body;
  for (std::uint64_t i = 0; i < words; ++i) body += fmt::format("w{:x} ", random.below(700));
  return body;
}

bool changeNotes(sqlite3* db, SeededRandom& random, Notes& notes) {
  bool ok = run(db, "BEGIN IMMEDIATE");
  for (std::uint64_t i = random.below(5) + 1; ok && i > 0; --i) {
    if (random.below(5) == 0) ok = changeMind(db, random);
    ok = ok && changeOnce(db, random, notes);
  }
  ok = ok && run(db, "COMMIT");
  if (ok) (void)tidy(db, random);  // changes nothing of what is acknowledged
  if (!ok && sqlite3_get_autocommit(db) == 0) run(db, "ROLLBACK");
  return ok;
}

std::optional<Notes> readNotes(sqlite3* db) {
  Notes notes;
  const Statement rows =
      prepare(db, "SELECT n.id, n.body, s.body FROM note n LEFT JOIN search s ON s.rowid = n.id");
  if (rows == nullptr) return std::nullopt;
  int rc = sqlite3_step(rows.get());
  for (; rc == SQLITE_ROW; rc = sqlite3_step(rows.get())) {
    const auto text = [&rows](int column) {
      const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(rows.get(), column));
      return std::string(bytes == nullptr ? "" : bytes);
    };
    if (text(1) != text(2)) return std::nullopt;
    notes[sqlite3_column_int64(rows.get(), 0)] = text(1);
  }
  if (rc != SQLITE_DONE) return std::nullopt;
  const auto indexed = firstText(db, "SELECT count(*) FROM search");
  if (!indexed.ok() || *indexed != std::to_string(notes.size())) return std::nullopt;
  return notes;
}

std::string checkIntegrity(sqlite3* db) {
  const auto verdict = firstText(db, "PRAGMA integrity_check");
  if (!verdict.ok()) return verdict.error().detail;
  if (*verdict != "ok") return "integrity_check";
  const auto index = execute(db, "INSERT INTO search(search) VALUES('integrity-check')");
  return index.ok() ? "ok" : "full-text index: " + index.error().detail;
}

}  // namespace journal::vault
