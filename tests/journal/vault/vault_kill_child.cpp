// Writes notes to a vault until somebody kills it, and says on its standard output, one number a
// commit, which are saved. Started by kill_test.cpp.

#include <unistd.h>

#include <cstdio>
#include <string>

#include <fmt/format.h>

#include "journal/base/random.h"
#include "tests/journal/vault/notes.h"
#include "tests/journal/vault/test_vault.h"

namespace {

using namespace journal;
using namespace journal::vault;

/// One transaction: note number `n`, its index, and an older note written again.
std::string change(std::int64_t n, SeededRandom& random) {
  const std::int64_t older =
      1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(n)));
  return fmt::format(
      "BEGIN IMMEDIATE; INSERT INTO note(id, body) VALUES({0}, '{1}');"
      "INSERT INTO search(rowid, body) VALUES({0}, '{1}');"
      "UPDATE note SET body = body || '.' WHERE id = {2};"
      "DELETE FROM search WHERE rowid = {2};"
      "INSERT INTO search(rowid, body) SELECT id, body FROM note WHERE id = {2}; COMMIT;",
      n, randomBody(random), older);
}

int writeForEver(sqlite3* db) {
  const auto last = firstText(db, "SELECT coalesce(max(id), 0) FROM note");
  if (!last.ok()) return 4;
  std::int64_t n = std::stoll(*last);
  SeededRandom random(static_cast<std::uint64_t>(n));
  while (true) {
    ++n;
    if (!execute(db, change(n, random)).ok()) return 5;
    if (::write(STDOUT_FILENO, &n, sizeof n) != sizeof n) return 6;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto vault = Vault::unlock(argv[1], crypto::SecretString(argv[2]), crypto::KdfPreset::Fast);
  if (!vault.ok()) return 3;
  ConnectionOptions options;
  options.cacheKib = 64;
  options.autoCheckpointPages = 40;
  const Connection db = openVault(**vault, options);
  return writeForEver(db.get());
}
