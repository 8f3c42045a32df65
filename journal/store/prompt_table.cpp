#include "journal/store/prompt_table.h"

namespace journal::store {
namespace {

#define PROMPT_SET_COLUMNS "id, version, copy_of, name, from_day"

OwnPromptSet readSet(const Query& query) {
  OwnPromptSet set;
  set.id = query.id<PromptSetId>(0);
  set.version = static_cast<int>(query.integer(1));
  set.copyOf = query.text(2);
  set.name = query.text(3);
  set.from = dateFromDayNumber(static_cast<std::int32_t>(query.integer(4)));
  return set;
}

}  // namespace

Result<void> PromptTable::add(const OwnPromptSet& set, OpPosition madeBy) {
  J_CHECK(database_
              .query("INSERT INTO prompt_set (id, version, made_op, copy_of, name, from_day) "
                     "VALUES (:id, :version, :made_op, :copy_of, :name, :from_day)")
              .bind(set.id)
              .bind(std::int64_t{set.version})
              .bind(madeBy)
              .bind(set.copyOf)
              .bind(set.name)
              .bind(std::int64_t{dayNumber(set.from)})
              .run());
  std::int64_t place = 0;
  for (const Question& question : set.questions) {
    J_CHECK(database_
                .query("INSERT INTO prompt_question (id, version, place, text, optional) "
                       "VALUES (:id, :version, :place, :text, :optional)")
                .bind(set.id)
                .bind(std::int64_t{set.version})
                .bind(place++)
                .bind(question.text)
                .bind(std::int64_t{question.optional})
                .run());
  }
  return {};
}

Result<void> PromptTable::setWithheld(const std::string& code, bool withheld, OpPosition madeBy) {
  if (!withheld) {
    return database_.query("DELETE FROM withheld_prompts WHERE code = :code").bind(code).run();
  }
  return database_
      .query("INSERT OR REPLACE INTO withheld_prompts (code, made_op) VALUES (:code, :made_op)")
      .bind(code)
      .bind(madeBy)
      .run();
}

Result<std::optional<OpPosition>> PromptTable::madeBy(PromptSetId id) {
  Query query =
      database_.query("SELECT made_op FROM prompt_set WHERE id = :id ORDER BY made_op LIMIT 1");
  query.bind(id);
  return query.firstInteger();
}

Result<std::optional<OpPosition>> PromptTable::setBy(PromptSetId id, int version) {
  Query query =
      database_.query("SELECT made_op FROM prompt_set WHERE id = :id AND version = :version");
  query.bind(id).bind(std::int64_t{version});
  return query.firstInteger();
}

Result<std::optional<OpPosition>> PromptTable::withheldBy(const std::string& code) {
  Query query = database_.query("SELECT made_op FROM withheld_prompts WHERE code = :code");
  query.bind(code);
  return query.firstInteger();
}

Result<void> PromptTable::remove(PromptSetId id, int version) {
  J_CHECK(database_.query("DELETE FROM prompt_question WHERE id = :id AND version = :version")
              .bind(id)
              .bind(std::int64_t{version})
              .run());
  return database_.query("DELETE FROM prompt_set WHERE id = :id AND version = :version")
      .bind(id)
      .bind(std::int64_t{version})
      .run();
}

Result<void> PromptTable::readQuestions(OwnPromptSet& set) {
  Query query = database_.query(
      "SELECT text, optional FROM prompt_question WHERE id = :id AND version = :version "
      "ORDER BY place");
  query.bind(set.id).bind(std::int64_t{set.version});
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return {};
    set.questions.push_back({query.text(0), query.integer(1) != 0});
  }
}

Result<std::optional<OwnPromptSet>> PromptTable::find(PromptSetId id, int version) {
  OwnPromptSet set;
  {
    Query query = database_.query("SELECT " PROMPT_SET_COLUMNS
                                  " FROM prompt_set WHERE id = :id AND version = :version");
    query.bind(id).bind(std::int64_t{version});
    J_TRY(const bool found, query.next());
    if (!found) return std::optional<OwnPromptSet>();
    set = readSet(query);
  }
  J_CHECK(readQuestions(set));
  return std::optional<OwnPromptSet>(std::move(set));
}

Result<OwnPrompts> PromptTable::all() {
  OwnPrompts own;
  {
    Query query =
        database_.query("SELECT " PROMPT_SET_COLUMNS " FROM prompt_set ORDER BY id, version");
    while (true) {
      J_TRY(const bool more, query.next());
      if (!more) break;
      own.versions.push_back(readSet(query));
    }
  }
  for (OwnPromptSet& set : own.versions) J_CHECK(readQuestions(set));
  Query query = database_.query("SELECT code FROM withheld_prompts ORDER BY code");
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return own;
    own.withheld.push_back(query.text(0));
  }
}

}  // namespace journal::store
