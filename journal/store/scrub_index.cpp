#include <fmt/format.h>

#include <unordered_map>

#include "journal/domain/safeguarding.h"
#include "journal/store/scrub.h"

namespace journal::store {
namespace {

/// How often a word occurs.
struct Occurrences {
  std::int64_t documents = 0;
  std::int64_t times = 0;
  friend bool operator==(const Occurrences&, const Occurrences&) = default;
};
using Vocabulary = std::unordered_map<std::string, Occurrences>;

Result<void> addVocabulary(Database& database, Vocabulary& all) {
  Query query = database.query("SELECT term, doc, cnt FROM temp.scrub_words");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return {};
    Occurrences& word = all[query.text(0)];
    word.documents += query.integer(1);
    word.times += query.integer(2);
  }
}

/// Reads documents into an index of its own, a chunk at a time, and keeps only the counts.
class Counter {
 public:
  explicit Counter(Database& scratch) : scratch_(scratch) {}

  static Result<std::unique_ptr<Database>> makeScratch() {
    J_TRY(auto scratch, Database::inMemory());
    J_CHECK(scratch->script(
        "CREATE VIRTUAL TABLE full_text USING fts5 (body, names, facets, content = '', "
        "tokenize = 'unicode61 remove_diacritics 2');"
        "CREATE VIRTUAL TABLE temp.scrub_words USING fts5vocab (main, full_text, row);"
        "BEGIN;"));
    return scratch;
  }

  Result<void> add(std::int64_t row, const Document& document) {
    J_CHECK(scratch_
                .query("INSERT INTO full_text (rowid, body, names, facets) "
                       "VALUES (:row, :body, :names, :facets)")
                .bind(row)
                .bind(document.body)
                .bind(document.names)
                .bind(document.facets)
                .run());
    constexpr int kChunk = 2000;
    if (++held_ < kChunk) return {};
    return flush();
  }
  Result<void> flush() {
    held_ = 0;
    J_CHECK(addVocabulary(scratch_, words_));
    return scratch_.query("INSERT INTO full_text (full_text) VALUES ('delete-all')").run();
  }
  const Vocabulary& words() const { return words_; }

 private:
  Database& scratch_;
  Vocabulary words_;
  int held_ = 0;
};

Result<bool> isIndexed(Database& database, const StoredReflection& stored) {
  Query query = database.query("SELECT text_op FROM indexed_document WHERE row = :row");
  query.bind(stored.row);
  J_TRY(const bool found, query.next());
  return found && query.integer(0) == stored.textOp;
}

/// Counts what should be there; returns how many documents that is.
Result<std::size_t> countExpected(Database& database, Projections& projections, Counter& counter,
                                  ScrubReport& report) {
  std::size_t documents = 0;
  std::int64_t after = -1;
  while (true) {
    constexpr std::size_t kPage = 500;
    J_TRY(const auto page, projections.reflections.oldest(kPage, after));
    if (page.empty()) return documents;
    for (const StoredReflection& stored : page) {
      after = stored.row;
      ++report.rowsCompared;
      if (!mayBeUsed(stored.reflection)) continue;
      J_TRY(const std::string text, readText(database, stored.textOp));
      J_TRY(const Document document, projections.fullText.documentOf(stored, text));
      J_CHECK(counter.add(stored.row, document));
      J_TRY(const bool indexed, isIndexed(database, stored));
      if (!indexed) {
        report.problems.push_back(fmt::format("reflection row {} is not indexed", stored.row));
      }
      ++documents;
    }
  }
}

}  // namespace

Result<ScrubReport> scrubIndex(Database& database, Projections& projections, std::stop_token stop) {
  ScrubReport report;
  J_TRY(auto scratch, Counter::makeScratch());
  Counter counter(*scratch);
  J_TRY(const std::size_t expected, countExpected(database, projections, counter, report));
  J_CHECK(counter.flush());
  if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "asked to stop"};
  Query count = database.query("SELECT count(*) FROM indexed_document");
  J_TRY(const bool counted, count.next());
  if (counted && static_cast<std::size_t>(count.integer(0)) != expected) {
    report.problems.push_back(
        fmt::format("the search index holds {} reflections, not {}", count.integer(0), expected));
  }
  J_CHECK(
      database.script("CREATE VIRTUAL TABLE IF NOT EXISTS temp.scrub_words USING fts5vocab (main, "
                      "full_text, row)"));
  Vocabulary present;
  J_CHECK(addVocabulary(database, present));
  std::size_t wrong = 0;
  for (const auto& [word, times] : counter.words()) {
    const auto found = present.find(word);
    if (found == present.end() || !(found->second == times)) ++wrong;
  }
  for (const auto& [word, times] : present) wrong += counter.words().count(word) == 0 ? 1 : 0;
  if (wrong > 0)
    report.problems.push_back(fmt::format("{} words of the search index differ", wrong));
  return report;
}

}  // namespace journal::store
