#include "tests/journal/vault/sim_vault.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace journal::vault {

PageCipher simCipher(VfsRules rules, std::uint8_t key) {
  crypto::Secret database;
  crypto::Secret wal;
  database.writable()[0] = key;
  wal.writable()[0] = static_cast<std::uint8_t>(key + 100);
  return PageCipher(std::move(database), std::move(wal), rules);
}

ConnectionOptions SimConnection::smallOptions() {
  ConnectionOptions options;
  options.cacheKib = 40;
  options.autoCheckpointPages = 24;
  return options;
}

std::unique_ptr<SimConnection> SimConnection::open(SimDisk& disk, std::string* why, VfsRules rules,
                                                   const ConnectionOptions& options) {
  auto connection = std::make_unique<SimConnection>();
  auto vfs = Vfs::create({kSimDatabase, VfsMode::Existing, disk.vfs(), rules}, simCipher(rules));
  EXPECT_TRUE(vfs.ok());
  if (!vfs.ok()) return nullptr;
  connection->vfs_ = std::move(vfs).value();
  auto db = openConnection(kSimDatabase, connection->vfs_->name());
  auto prepared = db.ok() ? prepareConnection(db->get(), options) : Result<void>(db.error());
  if (!prepared.ok()) {
    if (why != nullptr) {
      *why = fmt::format("{} {}", name(prepared.error().code), prepared.error().detail);
    }
    return nullptr;
  }
  connection->db_ = std::move(db).value();
  return connection;
}

void SimConnection::makeDatabase(SimDisk& disk, VfsRules rules) {
  auto vfs = Vfs::create({kSimDatabase, VfsMode::Creating, disk.vfs(), rules}, simCipher(rules));
  ASSERT_TRUE(vfs.ok());
  auto db = openConnection(kSimDatabase, (*vfs)->name(), SQLITE_OPEN_CREATE);
  ASSERT_TRUE(db.ok()) << db.error().detail;
  const auto created = createDatabase(db->get());
  ASSERT_TRUE(created.ok()) << created.error().detail;
  *db = nullptr;
}

int SimConnection::code(const std::string& sql) {
  return sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
}

}  // namespace journal::vault
