// Plain SQLite with FTS5 fed by its own statement: what we would get for free.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"

namespace bench {
namespace {

class Plain {
 public:
  explicit Plain(const std::string& folder) {
    if (sqlite3_open((folder + "/plain.db").c_str(), &db_) != SQLITE_OK) std::exit(1);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;");
    run("PRAGMA mmap_size=1073741824;");
  }
  ~Plain() { sqlite3_close(db_); }

  void run(const char* sql) {
    if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db_));
      std::exit(1);
    }
  }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) != SQLITE_OK) {
      std::fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db_));
      std::exit(1);
    }
    return statement;
  }
  static void text(sqlite3_stmt* statement, int at, const std::string& value) {
    sqlite3_bind_text(statement, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  static void step(sqlite3_stmt* statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) {
      std::fprintf(stderr, "plain: a step did not finish\n");
      std::exit(1);
    }
    sqlite3_reset(statement);
  }
  static int count(sqlite3_stmt* statement) {
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) ++rows;
    sqlite3_reset(statement);
    return rows;
  }

 private:
  sqlite3* db_ = nullptr;
};

void insertRow(sqlite3_stmt* row, const Entry& entry, sqlite3_int64 number) {
  sqlite3_bind_int64(row, 1, number);
  Plain::text(row, 2, entry.id);
  Plain::text(row, 3, entry.title);
  sqlite3_bind_int(row, 4, -entry.daysAgo);
  Plain::text(row, 5, entry.body);
  Plain::step(row);
}

constexpr const char* kInsertRow = "INSERT INTO r VALUES (?, ?, ?, ?, ?)";

Spent load(Plain& plain, std::size_t n) {
  plain.run(
      "CREATE TABLE r (n INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, day INT, body TEXT);"
      "CREATE INDEX r_day ON r (day);"
      "CREATE VIRTUAL TABLE f USING fts5 (body, content='r', content_rowid='n', "
      "tokenize='unicode61 remove_diacritics 2');");
  Corpus corpus(n, kSeed);
  Stopwatch watch;
  watch.start();
  plain.run("BEGIN");
  sqlite3_stmt* row = plain.prepare(kInsertRow);
  sqlite3_stmt* words = plain.prepare("INSERT INTO f (rowid, body) VALUES (?, ?)");
  for (std::size_t i = 1; i <= n; ++i) {
    watch.stop();
    const Entry entry = corpus.next();
    watch.start();
    insertRow(row, entry, static_cast<sqlite3_int64>(i));
    sqlite3_bind_int64(words, 1, static_cast<sqlite3_int64>(i));
    Plain::text(words, 2, entry.body);
    Plain::step(words);
  }
  sqlite3_finalize(row);
  sqlite3_finalize(words);
  plain.run("COMMIT");
  // Ours copies its log into the file within the time too; by itself SQLite does so from 1000
  // pages.
  plain.run("PRAGMA wal_checkpoint(PASSIVE)");
  watch.stop();
  return watch.spent;
}

void searches(Plain& plain, std::vector<Figure>& figures) {
  struct Kind {
    const char* name;
    const char* sql;
  };
  const Kind kinds[] = {
      {"ranked",
       "SELECT r.id, r.title, snippet(f, 0, '[', ']', '…', 40) FROM f JOIN r ON r.n = f.rowid "
       "WHERE f MATCH ? ORDER BY rank LIMIT 20"},
      {"newest",
       "SELECT r.id, r.title, snippet(f, 0, '[', ']', '…', 40) FROM f JOIN r ON r.n = f.rowid "
       "WHERE f MATCH ? ORDER BY f.rowid DESC LIMIT 20"}};
  for (const Kind& kind : kinds) {
    sqlite3_stmt* statement = plain.prepare(kind.sql);
    for (const PlantedQuery& query : plantedQueries()) {
      const auto seconds = timed(100, 2, [&] {
        sqlite3_bind_text(statement, 1, query.fts, -1, SQLITE_STATIC);
        Plain::count(statement);
      });
      figures.push_back(
          figureOf("plain", std::string("search.") + kind.name + "." + query.name, seconds));
    }
    sqlite3_finalize(statement);
  }
}

void saves(Plain& plain, std::size_t n, std::vector<Figure>& figures) {
  const auto measure = [&](const char* metric, bool withIndex, std::size_t base) {
    Corpus corpus(kSaves, kSeed + 1 + base);
    sqlite3_stmt* row = plain.prepare(kInsertRow);
    sqlite3_stmt* words = plain.prepare("INSERT INTO f (rowid, body) VALUES (?, ?)");
    std::vector<double> seconds;
    for (std::size_t i = 1; i <= kSaves; ++i) {
      Entry entry = corpus.next();
      entry.daysAgo = 0;
      const auto number = static_cast<sqlite3_int64>(n + base + i);
      const double start = secondsNow();
      plain.run("BEGIN");
      insertRow(row, entry, number);
      if (withIndex) {
        sqlite3_bind_int64(words, 1, number);
        Plain::text(words, 2, entry.body);
        Plain::step(words);
      }
      plain.run("COMMIT");
      seconds.push_back(secondsNow() - start);
    }
    sqlite3_finalize(row);
    sqlite3_finalize(words);
    figures.push_back(figureOf("plain", metric, seconds));
  };
  measure("save", false, 0);
  measure("save_indexed", true, kSaves);
}

}  // namespace

std::vector<Figure> importPlain(std::size_t n, const std::string& folder) {
  Plain plain(folder);
  return importFigures("plain", n, load(plain, n));
}

std::vector<Figure> runPlain(std::size_t n, const std::string& folder) {
  std::vector<Figure> figures;
  {
    Plain plain(folder);
    load(plain, n);
  }
  figures.push_back(single("plain", "file", "MB", fileMegabytes(folder)));
  Plain plain(folder);
  searches(plain, figures);
  sqlite3_stmt* list =
      plain.prepare("SELECT n, title, day, substr(body, 1, 200) FROM r ORDER BY day DESC LIMIT 50");
  figures.push_back(figureOf("plain", "newest_50", timed(200, 2, [&] { Plain::count(list); })));
  sqlite3_finalize(list);
  saves(plain, n, figures);
  figures.push_back(single("plain", "peak_memory", "MB", peakMegabytes()));
  return figures;
}

}  // namespace bench
