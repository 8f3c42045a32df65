#pragma once

#include <string>

#include <gtest/gtest.h>

#include "journal/vault/sql.h"
#include "journal/vault/vault.h"

namespace journal::vault {

/// An open, prepared connection; the test stops when there is none.
inline Connection openVault(const Vault& vault, const ConnectionOptions& options = {}) {
  auto db = openConnection(vault.databasePath(), vault.vfsName());
  EXPECT_TRUE(db.ok()) << db.error().detail;
  if (!db.ok()) return nullptr;
  const auto prepared = prepareConnection(db->get(), options);
  EXPECT_TRUE(prepared.ok()) << prepared.error().detail;
  return std::move(db).value();
}

inline void run(sqlite3* db, const std::string& sql) {
  const auto done = execute(db, sql);
  EXPECT_TRUE(done.ok()) << done.error().detail << " in " << sql.substr(0, 80);
}

inline std::string textOf(sqlite3* db, const std::string& sql) {
  auto text = firstText(db, sql);
  EXPECT_TRUE(text.ok()) << text.error().detail << " in " << sql.substr(0, 80);
  return text.ok() ? std::move(text).value() : std::string();
}

}  // namespace journal::vault
