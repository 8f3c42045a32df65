#include "journal/store/word_table.h"

namespace journal::store {

Result<void> WordTable::put(const KeptWord& word, OpPosition madeBy) {
  return database_
      .query(
          "INSERT INTO kept_word (id, made_op, word) VALUES (:id, :made_op, :word) "
          "ON CONFLICT (id) DO UPDATE SET word = excluded.word")
      .bind(word.id)
      .bind(madeBy)
      .bind(word.word)
      .run();
}

Result<void> WordTable::remove(WordId id) {
  return database_.query("DELETE FROM kept_word WHERE id = :id").bind(id).run();
}

Result<std::optional<OpPosition>> WordTable::madeBy(WordId id) {
  Query query = database_.query("SELECT made_op FROM kept_word WHERE id = :id");
  query.bind(id);
  return query.firstInteger();
}

Result<bool> WordTable::holds(const std::string& word) {
  Query query = database_.query("SELECT 1 FROM kept_word WHERE word = :word");
  query.bind(word);
  return query.next();
}

Result<std::vector<KeptWord>> WordTable::all() {
  std::vector<KeptWord> words;
  Query query = database_.query("SELECT id, word FROM kept_word ORDER BY word, id");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return words;
    words.push_back({query.id<WordId>(0), query.text(1)});
  }
}

}  // namespace journal::store
