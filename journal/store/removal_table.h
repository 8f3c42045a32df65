#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "journal/domain/reflection.h"
#include "journal/store/database.h"
#include "journal/store/op_log.h"

namespace journal::store {

/// Which entries of the log removed an entry that was on hold, and the taking out itself.
class RemovalTable {
 public:
  explicit RemovalTable(Database& database) : database_(database) {}

  /// What case studies quote of it. A removal takes those along; an erasure is told which case
  /// studies go on without them.
  enum class Quotes : std::uint8_t { Go, Stay };
  /// Takes the reflection of `row` out of every table that shows its words: itself, its mentions,
  /// its tags, and what was meant for next time in it. `row` must be there.
  Result<void> takeOut(std::int64_t row, ReflectionId id, Quotes quotes = Quotes::Go);
  /// One statement about one entity.
  Result<void> run(const char* sql, const EntityId& entity);
  /// What a removal keeps of an entry's source: its digest in hex; empty for none.
  static std::string digestOf(const std::string& source);
  Result<void> add(ReflectionId id, const std::string& sourceDigest, OpPosition position);
  /// Whether it was removed, under this id or from this source.
  Result<bool> holds(ReflectionId id, const std::string& source);
  /// After a rollback.
  void forget() { none_ = false; }
  /// The same by the digest of the source, as digestOf().
  Result<bool> knows(ReflectionId id, const std::string& sourceDigest);
  struct Row {
    OpPosition op = 0;
    ReflectionId reflection;
    std::string sourceDigest;  ///< as digestOf()
  };
  Result<std::vector<Row>> newestFirst();

 private:
  Database& database_;
  bool none_ = false;  ///< known to be empty, as nearly every one is: an import asks row by row
};

}  // namespace journal::store
