#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "journal/store/database.h"
#include "journal/store/migrations.h"
#include "journal/vault/vault.h"

// Inside the service only.

namespace journal::service {

/// Where a journal stands aside while its schema is brought up to date: a whole vault with the same
/// keys, which opens by itself.
std::filesystem::path copyBeforeUpgrade(const vault::Vault& vault);

/// Opens the vault's database and brings its schema up to date. Before the first step touches a
/// journal that exists, a checked copy is set aside; it goes once the upgraded journal has been
/// opened again and its pages hold together. A step that fails leaves the journal as it was before
/// that step, and the copy. TooNew, and nothing touched, when a newer Afternote wrote it. An
/// upgrade takes room for the copy and about 1 s per 100 MB.
Result<std::unique_ptr<store::Database>> openUpgraded(
    const vault::Vault& vault, std::span<const store::Migration> steps = store::migrations());

}  // namespace journal::service
