#pragma once

#include <span>
#include <string_view>

#include "journal/base/result.h"

namespace journal::store {

class Database;

/// One step of the schema, from journal/store/schema/NNNN_verb_noun.sql, embedded when configuring.
/// A released one is never changed (a test hashes them).
struct Migration {
  int version;
  std::string_view name;
  std::string_view sql;
};

/// Contiguous from 1.
std::span<const Migration> migrations();

/// Brings the schema up to date, each step with its version in one transaction. TooNew, and nothing
/// touched, when the file was written by a newer Afternote.
Result<void> migrate(Database& database, std::span<const Migration> steps = migrations());
Result<int> schemaVersion(Database& database);

}  // namespace journal::store
