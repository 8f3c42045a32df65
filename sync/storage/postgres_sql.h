#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace syncing::storage {

/// A statement as PostgreSQL takes it.
struct PostgresSql {
  std::string sql;                      ///< with $1, $2, ... for the parameters
  std::vector<std::string> parameters;  ///< ":name" of $1, $2, ...
};

/// From the SQL both back ends share (database.h): `:name` becomes `$n`, BLOB bytea, INTEGER
/// bigint; STRICT and WITHOUT ROWID are left out (one or the other: the comma between would stay).
/// Text in quotes and comments stays as it is.
PostgresSql postgresSql(std::string_view sql);

}  // namespace syncing::storage
