#include "journal/store/full_text.h"

#include <algorithm>
#include <optional>
#include <set>

#include "journal/domain/mention.h"
#include "journal/domain/safeguarding.h"
#include "journal/store/facet.h"
#include "journal/vault/connection.h"

namespace journal::store {
namespace {

void addLine(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text.push_back('\n');
  text.append(line);
}

/// What can be filtered by before anything is tagged.
std::set<std::string> facetsOfWords(const Lesson& lesson, std::string_view text) {
  std::set<std::string> facets{settingFacet(lesson.setting)};
  for (const NameId& id : lesson.youngPeople) facets.insert(youngPersonFacet(id));
  for (const NameId& id : mentionedNames(text)) facets.insert(youngPersonFacet(id));
  return facets;
}

std::string spaced(const std::set<std::string>& facets) {
  std::string joined;
  for (const std::string& facet : facets) {
    if (!joined.empty()) joined.push_back(' ');
    joined.append(facet);
  }
  return joined;
}

}  // namespace

Result<void> FullText::touch(std::int64_t row) {
  forgetNew(row);
  return markPending(row);
}

Result<void> FullText::touchNew(std::int64_t row, const Reflection& reflection, OpPosition textOp) {
  constexpr std::size_t kMostBytes = 24U << 20U;
  if (newBytes_ + reflection.text.size() > kMostBytes) return markPending(row);
  newBytes_ += reflection.text.size();
  new_[row] = {textOp, reflection.text, spaced(facetsOfWords(reflection.lesson, reflection.text)),
               gathering_};
  return gathering_ ? Result<void>() : markPending(row);
}

Result<void> FullText::putNewIn() {
  gathering_ = false;
  std::vector<std::int64_t> rows;
  for (const auto& [row, document] : new_)
    if (document.gathered) rows.push_back(row);
  std::sort(rows.begin(), rows.end());  // as in drain
  for (std::int64_t row : rows) {
    J_CHECK(drainRow(row));
    forgetNew(row);
  }
  return {};
}

void FullText::forgetNew(std::int64_t row) {
  const auto found = new_.find(row);
  if (found == new_.end()) return;
  newBytes_ -= found->second.text.size();
  new_.erase(found);
}

void FullText::forgetNew() {
  gathering_ = false;
  new_.clear();
  newBytes_ = 0;
}

Result<void> FullText::markPending(std::int64_t row) {
  return database_.query("INSERT OR IGNORE INTO pending_index (row) VALUES (:row)").bind(row).run();
}

Result<void> FullText::remove(std::int64_t row) {
  forgetNew(row);
  J_TRY(const bool was, takeOut(row));
  (void)was;
  return database_.query("DELETE FROM pending_index WHERE row = :row").bind(row).run();
}

Result<void> FullText::removeMentioning(NameId name) {
  J_TRY(const auto rows, reflections_.mentioning(name));
  for (std::int64_t row : rows) {
    J_TRY(const bool was, takeOut(row));
    if (was) J_CHECK(touch(row));
  }
  return {};
}

Document FullText::render(std::string_view text, std::string facets) const {
  Document document;
  document.body = journal::render(text, NamesShown::Real, names_.lookup()).text;
  for (const NameId& id : mentionedNames(text)) {
    const KnownName* name = names_.find(id);
    if (name == nullptr) continue;
    addLine(document.names, name->codeName);
    for (const std::string& also : name->alsoWritten) addLine(document.names, also);
  }
  document.facets = std::move(facets);
  return document;
}

Result<Document> FullText::documentOf(const StoredReflection& stored, std::string_view text) {
  J_TRY(const auto* known, names_.all());
  (void)known;
  std::set<std::string> facets = facetsOfWords(stored.reflection.lesson, text);
  J_TRY(const auto tags, tags_.ofRow(stored.row));
  for (const StoredTag& tag : tags) {
    for (std::string& facet : facetsOf(tag.tag)) facets.insert(std::move(facet));
  }
  return render(text, spaced(facets));
}

Result<bool> FullText::takeOut(std::int64_t row) {
  std::string facets;
  OpPosition textOp = 0;
  {
    Query query = database_.query("SELECT text_op, facets FROM indexed_document WHERE row = :row");
    query.bind(row);
    J_TRY(const bool indexed, query.next());
    if (!indexed) return false;
    textOp = query.integer(0);
    facets = query.text(1);
  }
  J_TRY(const auto* known, names_.all());
  (void)known;
  J_TRY(const std::string text, readText(database_, textOp));
  const Document old = render(text, std::move(facets));
  // FTS5 without content must be told exactly what it was given.
  J_CHECK(database_
              .query("INSERT INTO full_text (full_text, rowid, body, names, facets) "
                     "VALUES ('delete', :row, :body, :names, :facets)")
              .bind(row)
              .bind(old.body)
              .bind(old.names)
              .bind(old.facets)
              .run());
  J_CHECK(database_.query("DELETE FROM indexed_document WHERE row = :row").bind(row).run());
  return true;
}

Result<void> FullText::drainRow(std::int64_t row) {
  if (const auto fresh = new_.find(row); fresh != new_.end()) {
    J_TRY(const auto* known, names_.all());
    (void)known;
    return putIn(row, fresh->second.textOp, render(fresh->second.text, fresh->second.facets));
  }
  J_TRY(const bool was, takeOut(row));
  (void)was;
  J_TRY(const auto stored, reflections_.atRow(row));
  if (!stored || !mayBeUsed(stored->reflection)) return {};
  J_TRY(const std::string text, readText(database_, stored->textOp));
  J_TRY(const Document document, documentOf(*stored, text));
  return putIn(row, stored->textOp, document);
}

Result<void> FullText::putIn(std::int64_t row, OpPosition textOp, const Document& document) {
  J_CHECK(database_
              .query("INSERT INTO full_text (rowid, body, names, facets) "
                     "VALUES (:row, :body, :names, :facets)")
              .bind(row)
              .bindBorrowed(document.body)
              .bindBorrowed(document.names)
              .bindBorrowed(document.facets)
              .run());
  return database_
      .query(
          "INSERT INTO indexed_document (row, text_op, facets) "
          "VALUES (:row, :text_op, :facets)")
      .bind(row)
      .bind(textOp)
      .bindBorrowed(document.facets)
      .run();
}

Result<std::size_t> FullText::drain(std::size_t most) {
  std::vector<std::int64_t> rows;
  {
    // Ascending: FTS5 starts a new segment when a row comes before the one it saw last.
    Query query = database_.query("SELECT row FROM pending_index ORDER BY row LIMIT :most");
    query.bind(static_cast<std::int64_t>(most));
    while (true) {
      J_TRY(const bool more, query.next());
      if (!more) break;
      rows.push_back(query.integer(0));
    }
  }
  if (rows.empty()) return 0;
  constexpr std::size_t kMany = 1000;
  std::optional<vault::WritingMuch> writing;
  if (rows.size() > kMany) writing.emplace(database_.handle());
  J_TRY(auto transaction, Transaction::begin(database_));
  for (std::int64_t row : rows) J_CHECK(drainRow(row));
  // They were the lowest ones, so the range holds them and nothing else.
  J_CHECK(database_.query("DELETE FROM pending_index WHERE row BETWEEN :first AND :last")
              .bind(rows.front())
              .bind(rows.back())
              .run());
  J_CHECK(transaction->commit());
  for (std::int64_t row : rows) forgetNew(row);
  return rows.size();
}

Result<bool> FullText::anyPending() {
  Query query = database_.query("SELECT 1 FROM pending_index LIMIT 1");
  return query.next();
}

Result<std::size_t> FullText::countPending() {
  Query query = database_.query("SELECT count(*) FROM pending_index");
  J_TRY(const bool row, query.next());
  return row ? static_cast<std::size_t>(query.integer(0)) : 0;
}

Result<bool> FullText::mergeSome(int pages) {
  J_TRY(auto transaction, Transaction::begin(database_));
  const std::int64_t before = database_.totalChanges();
  J_CHECK(database_.query("INSERT INTO full_text (full_text, rank) VALUES ('merge', :pages)")
              .bind(pages)
              .run());
  // FTS5's documentation: a difference under two means that nothing was joined.
  const bool joined = database_.totalChanges() - before >= 2;
  J_CHECK(transaction->commit());
  return joined;
}

Result<void> FullText::checkStructure() {
  return database_.query("INSERT INTO full_text (full_text) VALUES ('integrity-check')").run();
}

}  // namespace journal::store
