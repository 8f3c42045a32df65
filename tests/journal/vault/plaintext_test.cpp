// Nothing of what was written, nor of the keys, stands readable in any file.

#include <stdlib.h>

#include <fstream>
#include <functional>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/journal/vault/temporary_folder.h"
#include "tests/journal/vault/test_vault.h"

namespace journal::vault {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNeedles[] = {"Persephone", "she sang for the first time", "SQLite format",
                                    "CREATE TABLE", "note_start"};

/// Files under `folder` in which `needle` stands.
int hits(const fs::path& folder, std::string_view needle) {
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    count += bytes.find(needle) != std::string::npos ? 1 : 0;
  }
  return count;
}

/// Everything SQLite might put on a disk: spilled caches, sorts, statement journals, temporary
/// tables and indexes, index merges, rebuilds, VACUUM.
void workHard(sqlite3* db, const std::function<void()>& look) {
  run(db, "CREATE TABLE note(id INTEGER PRIMARY KEY, name TEXT, body TEXT)");
  run(db, "CREATE VIRTUAL TABLE search USING fts5(body, content='note', content_rowid='id')");
  run(db,
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) "
      "INSERT INTO note SELECT i, 'Persephone ' || (i * 7919 % 3000), "
      "'she sang for the first time ' || hex(randomblob(200)) FROM n");
  run(db, "INSERT INTO search(search) VALUES('rebuild')");
  look();
  run(db, "BEGIN; SAVEPOINT a; UPDATE note SET body = body || ' again'; ROLLBACK TO a; RELEASE a;");
  look();
  run(db, "UPDATE note SET name = name || '!'; COMMIT;");
  run(db, "CREATE INDEX note_start ON note(substr(body, 30, 20), name)");
  run(db, "CREATE TEMP TABLE sorted AS SELECT * FROM note ORDER BY body DESC, name");
  run(db, "CREATE INDEX temp.by_body ON sorted(body)");
  look();
  run(db, "ALTER TABLE note ADD COLUMN late TEXT DEFAULT 'Persephone'; DROP INDEX note_start;");
  run(db, "DELETE FROM note WHERE id % 3 = 0");
  run(db, "INSERT INTO search(search) VALUES('rebuild'); VACUUM;");
  look();
}

TEST(Plaintext, NothingWrittenStandsReadableInAnyFile) {
  const TemporaryFolder temp;
  const fs::path scratch = temp.path() / "scratch";
  fs::create_directory(scratch);
  ::setenv("SQLITE_TMPDIR", scratch.c_str(), 1);
  const crypto::SecretString passphrase("three brown owls sing low");
  std::string secrets[3] = {std::string(passphrase.view()), "", ""};
  const auto look = [&] {
    for (const char* needle : kNeedles) EXPECT_EQ(hits(temp.path(), needle), 0) << needle;
    for (const std::string& secret : secrets) EXPECT_EQ(hits(temp.path(), secret), 0);
    EXPECT_TRUE(fs::is_empty(scratch));
  };
  {
    auto made = Vault::create(temp.path() / "journal", passphrase, crypto::KdfPreset::Fast);
    ASSERT_TRUE(made.ok());
    secrets[1] = std::string(made->recoveryKey.view()).substr(0, 14);
    const crypto::Secret key = made->vault->subKey(crypto::SubKey::PageDb);
    secrets[2] = std::string(reinterpret_cast<const char*>(key.bytes().data()), 16);
    ConnectionOptions small;
    small.cacheKib = 64;
    const Connection db = openVault(*made->vault, small);
    workHard(db.get(), look);
    ASSERT_TRUE(made->vault->copyTo(db.get(), temp.path() / "backup").ok());
    look();
  }
  look();
}

TEST(Plaintext, TheSearchFindsItInAPlainDatabase) {
  const TemporaryFolder temp;
  sqlite3* raw = nullptr;
  sqlite3_open((temp.path() / "plain.db").c_str(), &raw);
  const Connection db(raw);
  workHard(db.get(), [] {});
  for (const char* needle : {"Persephone", "she sang for the first time", "SQLite format"}) {
    EXPECT_GT(hits(temp.path(), needle), 0) << needle;
  }
}

}  // namespace
}  // namespace journal::vault
