#include "journal/store/reflection_table.h"

#include <cstring>
#include <limits>

#include "journal/domain/mention.h"
#include "journal/store/row_number.h"

namespace journal::store {
namespace {

#define REFLECTION_COLUMNS                                                               \
  "row, id, made_op, text_op, state, held, binned, setting, starts_at_min, length_min, " \
  "group_name, year_group, instrument, place, young_people, prompt_set, written_at_ms, " \
  "written_offset_min, changed_at_ms, source, excerpt"

std::string packIds(const std::vector<NameId>& ids) {
  std::string bytes;
  for (const NameId& id : ids) {
    bytes.append(reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size());
  }
  return bytes;
}

std::vector<NameId> unpackIds(const std::string& bytes) {
  std::vector<NameId> ids;
  NameId::Bytes one;
  for (std::size_t at = 0; at + one.size() <= bytes.size(); at += one.size()) {
    std::memcpy(one.data(), bytes.data() + at, one.size());
    ids.push_back(NameId::fromBytes(one));
  }
  return ids;
}

Lesson readLesson(const Query& query, std::int64_t row) {
  Lesson lesson;
  lesson.date = dateOfRow(row);
  lesson.setting = static_cast<Setting>(query.integer(7));
  if (!query.isNull(8)) lesson.startsAt = std::chrono::minutes{query.integer(8)};
  lesson.length = std::chrono::minutes{query.integer(9)};
  lesson.group = query.text(10);
  lesson.yearGroup = query.text(11);
  lesson.instrument = query.text(12);
  lesson.place = query.optionalId<NameId>(13);
  lesson.youngPeople = unpackIds(query.blob(14));
  return lesson;
}

StoredReflection readRow(const Query& query) {
  StoredReflection stored;
  stored.row = query.integer(0);
  stored.madeOp = query.integer(2);
  stored.textOp = query.integer(3);
  Reflection& reflection = stored.reflection;
  reflection.id = query.id<ReflectionId>(1);
  reflection.state = static_cast<ReflectionState>(query.integer(4));
  reflection.held = query.integer(5) != 0;
  reflection.binned = query.integer(6) != 0;
  reflection.lesson = readLesson(query, stored.row);
  reflection.promptSet = query.text(15);
  reflection.writtenAt = UtcTime{std::chrono::milliseconds{query.integer(16)}};
  reflection.writtenOffset = std::chrono::minutes{query.integer(17)};
  reflection.changedAt = UtcTime{std::chrono::milliseconds{query.integer(18)}};
  reflection.source = query.text(19);
  stored.excerpt = query.text(20);
  return stored;
}

Result<std::optional<StoredReflection>> readOne(Query query) {
  J_TRY(const bool found, query.next());
  if (!found) return std::optional<StoredReflection>();
  return std::optional<StoredReflection>(readRow(query));
}

Result<std::vector<StoredReflection>> readAll(Query query) {
  std::vector<StoredReflection> rows;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return rows;
    rows.push_back(readRow(query));
  }
}

/// Binds the columns of a lesson in the order of the table.
void bindLesson(Query& query, const Lesson& lesson) {
  query.bind(static_cast<std::int64_t>(lesson.setting));
  if (lesson.startsAt) {
    query.bind(std::int64_t{lesson.startsAt->count()});
  } else {
    query.bindNull();
  }
  query.bind(std::int64_t{lesson.length.count()})
      .bind(lesson.group)
      .bind(lesson.yearGroup)
      .bind(lesson.instrument)
      .bind(lesson.place)
      .bind(crypto::bytesOf(packIds(lesson.youngPeople)));
}

}  // namespace

std::string excerptOf(std::string_view stored) {
  constexpr std::size_t kAbout = 200;
  std::string excerpt;
  for (const TextPiece& piece : pieces(stored)) {
    if (excerpt.size() >= kAbout) break;
    const std::string_view text = stored.substr(piece.begin, piece.end - piece.begin);
    if (piece.kind == TextPiece::Kind::Mention) excerpt.append(text);
    if (piece.kind != TextPiece::Kind::Run) continue;
    // Paragraph marks around a heading that was left out would start the excerpt with a gap.
    std::size_t from = 0;
    while (excerpt.empty() && from < text.size() && (text[from] == '\n' || text[from] == ' ')) {
      ++from;
    }
    std::size_t to = std::min(text.size(), from + (kAbout - excerpt.size()));
    while (to < text.size() && (static_cast<std::uint8_t>(text[to]) & 0xC0) == 0x80) ++to;
    excerpt.append(text.substr(from, to - from));
  }
  return excerpt;
}

Result<std::optional<StoredReflection>> ReflectionTable::find(ReflectionId id) {
  Query query = database_.query("SELECT " REFLECTION_COLUMNS " FROM reflection WHERE id = :id");
  query.bind(id);
  return readOne(std::move(query));
}

Result<std::optional<StoredReflection>> ReflectionTable::atRow(std::int64_t row) {
  Query query = database_.query("SELECT " REFLECTION_COLUMNS " FROM reflection WHERE row = :row");
  query.bind(row);
  return readOne(std::move(query));
}

Result<std::optional<OpPosition>> ReflectionTable::textOpOf(std::int64_t row) {
  Query query = database_.query("SELECT text_op FROM reflection WHERE row = :row");
  query.bind(row);
  return query.firstInteger();
}

Result<std::optional<ReflectionId>> ReflectionTable::bySource(const std::string& source) {
  if (source.empty()) return std::optional<ReflectionId>();
  Query query =
      database_.query("SELECT id FROM reflection WHERE source = :source AND source <> ''");
  query.bind(source);
  J_TRY(const bool found, query.next());
  if (!found) return std::optional<ReflectionId>();
  return std::optional<ReflectionId>(query.id<ReflectionId>(0));
}

Result<std::string> ReflectionTable::wordsAt(OpPosition textOp) {
  return readText(textOp < 0 ? database_ : log_, textOp);
}

Result<std::int64_t> ReflectionTable::freeRow(LocalDate date) {
  Query query = database_.query(
      "SELECT row FROM reflection WHERE row BETWEEN :first AND :last ORDER BY row DESC LIMIT 1");
  query.bind(firstRowOf(date)).bind(lastRowOf(date));
  J_TRY(const bool any, query.next());
  const std::int64_t row = any ? query.integer(0) + 1 : firstRowOf(date) + 1;
  if (row > lastRowOf(date)) {
    return Error{ErrorCode::Conflict, "a day is full",
                 "This day already holds as many reflections as a day can."};
  }
  return row;
}

Result<std::int64_t> ReflectionTable::insert(const Reflection& reflection, OpPosition madeBy) {
  J_TRY(const std::int64_t row, freeRow(reflection.lesson.date));
  Query query = database_.query(
      "INSERT INTO reflection (" REFLECTION_COLUMNS
      ") "
      "VALUES (:row, :id, :made_op, :text_op, :state, :held, :binned, :setting, :starts_at_min, "
      ":length_min, :group_name, :year_group, :instrument, :place, :young_people, :prompt_set, "
      ":written_at_ms, :written_offset_min, :changed_at_ms, :source, :excerpt)");
  const std::string excerpt = excerptOf(reflection.text);
  query.bind(row)
      .bind(reflection.id)
      .bind(madeBy)
      .bind(madeBy)
      .bind(static_cast<std::int64_t>(reflection.state))
      .bind(std::int64_t{reflection.held})
      .bind(std::int64_t{reflection.binned});
  bindLesson(query, reflection.lesson);
  query.bind(reflection.promptSet)
      .bind(std::int64_t{reflection.writtenAt.time_since_epoch().count()})
      .bind(std::int64_t{reflection.writtenOffset.count()})
      .bind(std::int64_t{reflection.changedAt.time_since_epoch().count()})
      .bindBorrowed(reflection.source)
      .bindBorrowed(excerpt);
  J_CHECK(query.run());
  J_CHECK(setMentions(row, reflection.text));
  return row;
}

Result<void> ReflectionTable::setMentions(std::int64_t row, std::string_view text) {
  for (const NameId& name : mentionedNames(text)) {
    J_CHECK(database_.query("INSERT INTO mention (name, row) VALUES (:name, :row)")
                .bind(name)
                .bind(row)
                .run());
  }
  return {};
}

Result<void> ReflectionTable::clearMentions(std::int64_t row, std::string_view text) {
  for (const NameId& name : mentionedNames(text)) {
    J_CHECK(database_.query("DELETE FROM mention WHERE name = :name AND row = :row")
                .bind(name)
                .bind(row)
                .run());
  }
  return {};
}

Result<void> ReflectionTable::setText(std::int64_t row, std::string_view text, OpPosition position,
                                      UtcTime changedAt) {
  J_TRY(const auto before, atRow(row));
  if (!before) return Error{ErrorCode::Corrupt, "no such row"};
  J_TRY(const std::string old, wordsAt(before->textOp));
  J_CHECK(clearMentions(row, old));
  J_CHECK(setMentions(row, text));
  return database_
      .query(
          "UPDATE reflection SET text_op = :text_op, changed_at_ms = :at, excerpt = :excerpt "
          "WHERE row = :row")
      .bind(position)
      .bind(std::int64_t{changedAt.time_since_epoch().count()})
      .bind(excerptOf(text))
      .bind(row)
      .run();
}

Result<std::int64_t> ReflectionTable::setLesson(std::int64_t row, const Lesson& lesson) {
  std::int64_t moved = row;
  if (lesson.date != dateOfRow(row)) {
    J_TRY(moved, freeRow(lesson.date));
    J_TRY(const auto before, atRow(row));
    if (!before) return Error{ErrorCode::Corrupt, "no such row"};
    J_TRY(const std::string text, wordsAt(before->textOp));
    J_CHECK(clearMentions(row, text));
    J_CHECK(setMentions(moved, text));
  }
  Query query = database_.query(
      "UPDATE reflection SET setting = :setting, starts_at_min = :starts, length_min = :length, "
      "group_name = :group_name, year_group = :year_group, instrument = :instrument, "
      "place = :place, young_people = :young_people, row = :moved WHERE row = :row");
  bindLesson(query, lesson);
  J_CHECK(query.bind(moved).bind(row).run());
  return moved;
}

Result<void> ReflectionTable::setState(std::int64_t row, ReflectionState state) {
  return database_.query("UPDATE reflection SET state = :state WHERE row = :row")
      .bind(static_cast<std::int64_t>(state))
      .bind(row)
      .run();
}

Result<void> ReflectionTable::setHeld(std::int64_t row, bool held) {
  return database_.query("UPDATE reflection SET held = :held WHERE row = :row")
      .bind(std::int64_t{held})
      .bind(row)
      .run();
}

Result<void> ReflectionTable::setBinned(std::int64_t row, bool binned) {
  return database_.query("UPDATE reflection SET binned = :binned WHERE row = :row")
      .bind(std::int64_t{binned})
      .bind(row)
      .run();
}

Result<std::vector<StoredReflection>> ReflectionTable::newest(std::size_t limit,
                                                              std::int64_t before) {
  Query query = database_.query("SELECT " REFLECTION_COLUMNS
                                " FROM reflection WHERE row < :before AND held = 0 AND binned = 0 "
                                "ORDER BY row DESC LIMIT :limit");
  query.bind(before).bind(static_cast<std::int64_t>(limit));
  return readAll(std::move(query));
}

Result<std::vector<StoredReflection>> ReflectionTable::binned() {
  return readAll(database_.query("SELECT " REFLECTION_COLUMNS
                                 " FROM reflection WHERE binned = 1 ORDER BY row DESC"));
}

Result<std::vector<StoredReflection>> ReflectionTable::held() {
  return readAll(database_.query("SELECT " REFLECTION_COLUMNS
                                 " FROM reflection WHERE held = 1 ORDER BY row DESC"));
}

Result<std::vector<StoredReflection>> ReflectionTable::oldest(std::size_t limit,
                                                              std::int64_t after) {
  Query query = database_.query("SELECT " REFLECTION_COLUMNS
                                " FROM reflection WHERE row > :after ORDER BY row LIMIT :limit");
  query.bind(after).bind(static_cast<std::int64_t>(limit));
  return readAll(std::move(query));
}

Result<std::vector<std::int64_t>> ReflectionTable::mentioning(NameId name) {
  Query query = database_.query("SELECT row FROM mention WHERE name = :name ORDER BY row");
  query.bind(name);
  std::vector<std::int64_t> rows;
  while (true) {
    J_TRY(const bool more, query.next());
    if (!more) return rows;
    rows.push_back(query.integer(0));
  }
}

Result<std::size_t> ReflectionTable::count() {
  Query query = database_.query("SELECT count(*) FROM reflection");
  J_TRY(const bool row, query.next());
  return row ? static_cast<std::size_t>(query.integer(0)) : 0;
}

}  // namespace journal::store
