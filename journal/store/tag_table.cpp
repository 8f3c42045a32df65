#include "journal/store/tag_table.h"

namespace journal::store {
namespace {

#define TAG_COLUMNS                                                                     \
  "tag.row, tag.id, tag.made_op, passage_begin, passage_end, quote, indicator, level, " \
  "direction, voice, young_person, framework_version, note, reflection.id"
#define TAG_FROM " FROM tag JOIN reflection ON reflection.row = tag.row "

std::optional<Level> readLevel(const Query& query, int column) {
  if (query.isNull(column)) return std::nullopt;
  return Level::of(static_cast<int>(query.integer(column)));
}

StoredTag readTag(const Query& query) {
  StoredTag stored;
  stored.row = query.integer(0);
  stored.madeOp = query.integer(2);
  Tag& tag = stored.tag;
  tag.id = query.id<TagId>(1);
  tag.passage.begin = static_cast<std::size_t>(query.integer(3));
  tag.passage.end = static_cast<std::size_t>(query.integer(4));
  tag.quote = query.text(5);
  tag.indicator = IndicatorCode::parse(query.text(6)).value_or(IndicatorCode());
  tag.level = readLevel(query, 7);
  tag.direction = static_cast<Direction>(query.integer(8));
  tag.voice = static_cast<Voice>(query.integer(9));
  tag.youngPerson = query.optionalId<NameId>(10);
  tag.frameworkVersion = static_cast<int>(query.integer(11));
  tag.note = query.text(12);
  tag.reflection = query.id<ReflectionId>(13);
  return stored;
}

Result<std::vector<StoredTag>> readAll(Query query) {
  std::vector<StoredTag> tags;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return tags;
    tags.push_back(readTag(query));
  }
}

}  // namespace

Result<std::optional<StoredTag>> TagTable::find(TagId id) {
  Query query = database_.query("SELECT " TAG_COLUMNS TAG_FROM "WHERE tag.id = :id");
  query.bind(id);
  J_TRY(const bool found, query.next());
  if (!found) return std::optional<StoredTag>();
  return std::optional<StoredTag>(readTag(query));
}

Result<std::vector<StoredTag>> TagTable::ofRow(std::int64_t row) {
  Query query = database_.query("SELECT " TAG_COLUMNS TAG_FROM
                                "WHERE tag.row = :row "
                                "ORDER BY passage_begin, passage_end, tag.id");
  query.bind(row);
  return readAll(std::move(query));
}

Result<std::vector<TagMark>> TagTable::marksOf(std::int64_t row) {
  Query query = database_.query(
      "SELECT indicator, level, young_person FROM tag WHERE row = :row "
      "ORDER BY passage_begin, passage_end, id");
  query.bind(row);
  std::vector<TagMark> marks;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return marks;
    TagMark mark;
    mark.row = row;
    mark.indicator = IndicatorCode::parse(query.text(0)).value_or(IndicatorCode());
    mark.level = readLevel(query, 1);
    mark.youngPerson = query.optionalId<NameId>(2);
    marks.push_back(std::move(mark));
  }
}

Result<std::vector<StoredTag>> TagTable::usableOf(NameId youngPerson) {
  Query query = database_.query("SELECT " TAG_COLUMNS TAG_FROM
                                "WHERE tag.young_person = :young_person "
                                "AND reflection.held = 0 AND reflection.binned = 0 "
                                "ORDER BY tag.row, passage_begin, tag.id");
  query.bind(youngPerson);
  return readAll(std::move(query));
}

Result<void> TagTable::put(std::int64_t row, const Tag& tag, OpPosition madeBy) {
  Query query = database_.query(
      "INSERT INTO tag (row, id, made_op, passage_begin, passage_end, quote, indicator, level, "
      "direction, voice, young_person, framework_version, note) "
      "VALUES (:row, :id, :made_op, :passage_begin, :passage_end, :quote, :indicator, :level, "
      ":direction, :voice, :young_person, :framework_version, :note) "
      "ON CONFLICT (id) DO UPDATE SET row = excluded.row, "
      "passage_begin = excluded.passage_begin, passage_end = excluded.passage_end, "
      "quote = excluded.quote, indicator = excluded.indicator, level = excluded.level, "
      "direction = excluded.direction, voice = excluded.voice, "
      "young_person = excluded.young_person, framework_version = excluded.framework_version, "
      "note = excluded.note");
  query.bind(row)
      .bind(tag.id)
      .bind(madeBy)
      .bind(static_cast<std::int64_t>(tag.passage.begin))
      .bind(static_cast<std::int64_t>(tag.passage.end))
      .bind(tag.quote)
      .bind(tag.indicator.text());
  if (tag.level) {
    query.bind(std::int64_t{tag.level->value()});
  } else {
    query.bindNull();
  }
  return query.bind(static_cast<std::int64_t>(tag.direction))
      .bind(static_cast<std::int64_t>(tag.voice))
      .bind(tag.youngPerson)
      .bind(std::int64_t{tag.frameworkVersion})
      .bind(tag.note)
      .run();
}

Result<void> TagTable::move(TagId id, Passage passage, const std::string& quote) {
  return database_
      .query(
          "UPDATE tag SET passage_begin = :passage_begin, passage_end = :passage_end, "
          "quote = :quote WHERE id = :id")
      .bind(static_cast<std::int64_t>(passage.begin))
      .bind(static_cast<std::int64_t>(passage.end))
      .bind(quote)
      .bind(id)
      .run();
}

Result<void> TagTable::moveRow(std::int64_t from, std::int64_t to) {
  return database_.query("UPDATE tag SET row = :to WHERE row = :from").bind(to).bind(from).run();
}

Result<void> TagTable::remove(TagId id) {
  return database_.query("DELETE FROM tag WHERE id = :id").bind(id).run();
}

Result<std::vector<TagId>> TagTable::idsOf(std::int64_t row) {
  Query query = database_.query("SELECT id FROM tag WHERE row = :row ORDER BY id");
  query.bind(row);
  std::vector<TagId> ids;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return ids;
    ids.push_back(query.id<TagId>(0));
  }
}

Result<std::size_t> TagTable::count() {
  Query query = database_.query("SELECT count(*) FROM tag");
  J_TRY(const bool row, query.next());
  return row ? static_cast<std::size_t>(query.integer(0)) : 0;
}

}  // namespace journal::store
