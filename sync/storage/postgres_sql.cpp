#include "sync/storage/postgres_sql.h"

#include <algorithm>
#include <array>
#include <utility>

namespace syncing::storage {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kWords{{
    {"BLOB", "bytea"},
    {"INTEGER", "bigint"},
    {"STRICT", ""},
    {"WITHOUT", ""},
    {"ROWID", ""},
}};

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// From `at` to behind the quote that closes the one there; a doubled quote opens the next.
std::size_t endOfQuoted(std::string_view sql, std::size_t at) {
  const std::size_t close = sql.find(sql[at], at + 1);
  return close == std::string_view::npos ? sql.size() : close + 1;
}

std::size_t endOfWord(std::string_view sql, std::size_t at) {
  while (at < sql.size() && isWordByte(sql[at])) ++at;
  return at;
}

std::string numbered(std::vector<std::string>& parameters, std::string_view name) {
  auto found = std::find(parameters.begin(), parameters.end(), name);
  if (found == parameters.end()) found = parameters.emplace(parameters.end(), name);
  return "$" + std::to_string(found - parameters.begin() + 1);
}

std::string_view ownWord(std::string_view word) {
  for (const auto& [shared, own] : kWords) {
    if (word == shared) return own;
  }
  return word;
}

}  // namespace

PostgresSql postgresSql(std::string_view sql) {
  PostgresSql out;
  std::size_t at = 0;
  while (at < sql.size()) {
    const char c = sql[at];
    std::size_t end = at + 1;
    if (c == '\'' || c == '"') {
      end = endOfQuoted(sql, at);
      out.sql.append(sql.substr(at, end - at));
    } else if (c == '-' && sql.substr(at, 2) == "--") {
      end = std::min(sql.find('\n', at), sql.size());
      out.sql.append(sql.substr(at, end - at));
    } else if (c == ':' && end < sql.size() && isWordByte(sql[end])) {
      end = endOfWord(sql, end);
      out.sql += numbered(out.parameters, sql.substr(at, end - at));
    } else if (isWordByte(c)) {
      end = endOfWord(sql, at);
      out.sql.append(ownWord(sql.substr(at, end - at)));
    } else {
      out.sql.push_back(c);
    }
    at = end;
  }
  return out;
}

}  // namespace syncing::storage
