#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/domain/reflection.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// A reflection as its table holds it. `reflection.text` is empty: the words are in the log at
/// `textOp` (readText).
struct StoredReflection {
  std::int64_t row = 0;  ///< row_number.h
  OpPosition madeOp = 0;
  OpPosition textOp = 0;
  Reflection reflection;
  std::string excerpt;
};

/// The first 200 or so bytes of stored text, whole code points and tokens, without headings.
std::string excerptOf(std::string_view stored);

/// Reflections and the names their words mention.
class ReflectionTable {
 public:
  /// `log` holds the entries that `database` is a projection of: the same database, but for replay.
  ReflectionTable(Database& database, Database& log) : database_(database), log_(log) {}

  Result<std::optional<StoredReflection>> find(ReflectionId id);
  Result<std::optional<StoredReflection>> atRow(std::int64_t row);
  /// Where its words are, if it is there.
  Result<std::optional<OpPosition>> textOpOf(std::int64_t row);
  Result<std::optional<ReflectionId>> bySource(const std::string& source);

  /// Conflict when the day holds as many as it can.
  Result<std::int64_t> insert(const Reflection& reflection, OpPosition madeBy);
  Result<void> setText(std::int64_t row, std::string_view text, OpPosition position,
                       UtcTime changedAt);
  /// Returns the row it has from now on: another when the day changed.
  Result<std::int64_t> setLesson(std::int64_t row, const Lesson& lesson);
  Result<void> setState(std::int64_t row, ReflectionState state);
  Result<void> setHeld(std::int64_t row, bool held);
  Result<void> setBinned(std::int64_t row, bool binned);

  /// Newest first, neither held nor binned, rows below `before`.
  Result<std::vector<StoredReflection>> newest(std::size_t limit, std::int64_t before);
  Result<std::vector<StoredReflection>> binned();
  Result<std::vector<StoredReflection>> held();  ///< newest first
  /// Oldest first, all of them, rows above `after`.
  Result<std::vector<StoredReflection>> oldest(std::size_t limit, std::int64_t after);

  /// Rows whose words mention the name.
  Result<std::vector<std::int64_t>> mentioning(NameId name);
  Result<std::size_t> count();

 private:
  Result<std::string> wordsAt(OpPosition textOp);
  Result<std::int64_t> freeRow(LocalDate date);
  Result<void> setMentions(std::int64_t row, std::string_view text);
  Result<void> clearMentions(std::int64_t row, std::string_view text);
  Database& database_;
  Database& log_;
};

}  // namespace journal::store
