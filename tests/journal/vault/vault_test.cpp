#include "journal/vault/vault.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/journal/vault/temporary_folder.h"
#include "tests/journal/vault/test_vault.h"

namespace journal::vault {
namespace {

using crypto::KdfPreset;
using crypto::SecretString;

class VaultTest : public testing::Test {
 protected:
  TemporaryFolder temp_;
  const std::filesystem::path folder_ = temp_.path() / "journal";
  const SecretString passphrase_{"three brown owls sing low"};
};

TEST_F(VaultTest, WhatIsWrittenIsReadAfterUnlockingAgain) {
  {
    auto made = Vault::create(folder_, passphrase_, KdfPreset::Fast);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    const Connection db = openVault(*made->vault);
    run(db.get(), "CREATE TABLE t(x); INSERT INTO t VALUES('they kept the call')");
  }
  auto vault = Vault::unlock(folder_, passphrase_, KdfPreset::Fast);
  ASSERT_TRUE(vault.ok()) << vault.error().detail;
  const Connection db = openVault(**vault);
  EXPECT_EQ(textOf(db.get(), "SELECT x FROM t"), "they kept the call");
}

}  // namespace
}  // namespace journal::vault
