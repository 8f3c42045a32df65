#include "journal/service/upgrade.h"

#include <system_error>

namespace journal::service {
namespace fs = std::filesystem;
namespace {

Result<std::unique_ptr<store::Database>> openDatabase(const vault::Vault& vault) {
  store::Database::Options options;
  options.file = vault.databasePath();
  options.vfs = vault.vfsName();
  return store::Database::open(options);
}

/// A copy that is there already comes from an upgrade that did not finish, and nothing has opened
/// the journal since: it is from before the first step, where the older version can go on.
Result<void> setAside(const vault::Vault& vault, const store::Database& database) {
  const fs::path place = copyBeforeUpgrade(vault);
  std::error_code ignored;
  if (fs::exists(place, ignored)) return {};
  return vault.copyTo(database.handle(), place);  // under another name until it is whole
}

Result<void> requireWhole(store::Database& database) {
  store::Query query = database.query("PRAGMA quick_check(1)");
  J_TRY(const bool row, query.next());
  if (row && query.text(0) == "ok") return {};
  return Error{ErrorCode::Corrupt, "pages after an upgrade"};
}

Error withAdvice(Error error) {
  if (!error.advice.empty()) return error;
  error.advice =
      "Your journal could not be brought up to date for this version. Nothing in it was lost: a "
      "copy from before stands in its folder. Please keep the folder and go back to the version "
      "you had.";
  return error;
}

}  // namespace

fs::path copyBeforeUpgrade(const vault::Vault& vault) {
  return vault.folder() / "before-upgrade";
}

Result<std::unique_ptr<store::Database>> openUpgraded(const vault::Vault& vault,
                                                      std::span<const store::Migration> steps) {
  J_TRY(auto database, openDatabase(vault));
  J_TRY(const int present, store::schemaVersion(*database));
  const bool upgrades = present > 0 && !steps.empty() && present < steps.back().version;
  if (upgrades) J_CHECK(setAside(vault, *database));
  if (auto migrated = store::migrate(*database, steps); !migrated.ok()) {
    return upgrades ? withAdvice(migrated.error()) : migrated.error();
  }
  std::error_code ignored;
  if (upgrades) {
    database.reset();
    J_TRY(database, openDatabase(vault));
    if (auto whole = requireWhole(*database); !whole.ok()) return withAdvice(whole.error());
  } else if (!fs::exists(copyBeforeUpgrade(vault), ignored)) {
    return database;
  }
  // This, or an upgrade that stopped just before this line.
  fs::remove_all(copyBeforeUpgrade(vault), ignored);
  return database;
}

}  // namespace journal::service
