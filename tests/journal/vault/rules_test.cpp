// The rules of security.md 1.4 one by one: each holds, and the check of each fails when the rule is
// switched off.

#include <set>

#include <gtest/gtest.h>

#include "journal/vault/wal_layout.h"
#include "tests/journal/vault/sim_vault.h"

namespace journal::vault {
namespace {

using File = std::vector<std::uint8_t>;

/// A disk with a database of some pages, all of it in the database file.
void makeNotes(SimDisk& disk, VfsRules rules, int count = 60) {
  SimConnection::makeDatabase(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  ASSERT_NE(connection, nullptr);
  connection->run("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)");
  connection->run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " +
                  std::to_string(count) +
                  ") INSERT INTO note SELECT i, printf('%04d', i) || hex(zeroblob(500)) FROM n");
}

File& content(SimDisk& disk, const char* name = kSimDatabase) {
  return disk.files()[name]->now;
}

/// What the disk would look like if the program ended now without closing anything.
void leaveAsIs(SimDisk& from, SimDisk& to) {
  to.copyFrom(from);
}

constexpr const char* kReadAll = "SELECT sum(length(body)) FROM note";

// --- what each rule promises ---

bool noPlaintextWithoutReserve(VfsRules rules) {
  SimDisk disk(1);
  auto vfs = Vfs::create({kSimDatabase, VfsMode::Creating, disk.vfs(), rules}, simCipher(rules));
  auto db = openConnection(kSimDatabase, (*vfs)->name(), SQLITE_OPEN_CREATE);
  // Nobody reserved bytes, so SQLite fills its pages to the end.
  return !execute(db->get(), "PRAGMA journal_mode = MEMORY; CREATE TABLE t(x);").ok();
}

bool noncesDiffer(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  for (int i = 0; i < 6; ++i) connection->run("UPDATE note SET body = body || 1 WHERE id = 1");
  std::multiset<File> nonces;
  const File& wal = content(disk, kSimWal);
  for (std::uint64_t frame = 1; framePosition(frame) < static_cast<std::int64_t>(wal.size());
       ++frame) {
    const auto slot = wal.begin() + framePosition(frame);
    nonces.insert(File(slot, slot + kNonceSize));
    const auto tail = slot + kFrameHeaderSlot + kPageBody;
    nonces.insert(File(tail, tail + kNonceSize));
  }
  return nonces.size() > 9 && std::set<File>(nonces.begin(), nonces.end()).size() == nonces.size();
}

bool swappedPagesAreNoticed(VfsRules rules) {
  SimDisk disk(1);
  SimConnection::makeDatabase(disk, rules);
  {
    const auto connection = SimConnection::open(disk, nullptr, rules);
    connection->run("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)");
    connection->run("INSERT INTO note VALUES(1, hex(zeroblob(9000)))");
  }
  File& pages = content(disk);
  std::swap_ranges(pages.begin() + 2 * kPageSize, pages.begin() + 3 * kPageSize,
                   pages.begin() + 3 * kPageSize);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  return connection != nullptr && connection->code(kReadAll) == SQLITE_IOERR_DATA;
}

bool frameHeadersTellNothing(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  connection->run("UPDATE note SET body = body || 'x'");
  const File& wal = content(disk, kSimWal);
  const auto saltOf = [&wal](std::uint64_t frame) {
    const auto salt = wal.begin() + framePosition(frame) + kReserve + 8;
    return File(salt, salt + 8);
  };
  return saltOf(1) != saltOf(2);  // in clear, one log has one salt
}

/// A log whose second commit lost a sector of its first frame.
bool aTornFrameEndsTheLog(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  connection->run("INSERT INTO note VALUES(1000, 'first')");
  const std::size_t before = content(disk, kSimWal).size();
  connection->run("INSERT INTO note VALUES(1001, 'second')");
  SimDisk after(2);
  leaveAsIs(disk, after);
  content(after, kSimWal)[before + 700] ^= 1;
  const auto again = SimConnection::open(after, nullptr, rules);
  if (again == nullptr) return false;
  return firstText(again->db(), "SELECT count(*) FROM note WHERE id >= 1000").value() == "1";
}

bool aDamagedPageIsAnError(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  content(disk)[3 * kPageSize + 100] ^= 1;
  const auto connection = SimConnection::open(disk, nullptr, rules);
  return connection != nullptr && connection->code(kReadAll) == SQLITE_IOERR_DATA;
}

bool aTornPageOneOpens(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  connection->run("CREATE TABLE other(x)");  // page 1 is in the log
  SimDisk after(2);
  leaveAsIs(disk, after);
  std::fill_n(content(after).begin(), 512, std::uint8_t{0x5a});
  const auto again = SimConnection::open(after, nullptr, rules);
  return again != nullptr && again->code(kReadAll) == SQLITE_OK;
}

/// A transaction larger than the cache that comes back to pages it has already written out.
bool ownFramesCanBeWrittenOver(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules, 200);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  bool ok = connection->run("BEGIN");
  for (int i = 0; i < 4; ++i) ok = ok && connection->run("UPDATE note SET body = body || 'x'");
  return ok && connection->run("COMMIT") && connection->vfs().refusals() == 0;
}

bool writesAreNeverSplit(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  bool ok = true;
  for (int i = 0; i < 8; ++i) ok = ok && connection->run("UPDATE note SET body = 'y' || body");
  sqlite3_file* file = nullptr;
  sqlite3_file_control(connection->db(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return ok && connection->vfs().refusals() == 0 && file->pMethods->iVersion < 3 &&
         file->pMethods->xDeviceCharacteristics(file) == SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

bool onlyTheVaultsFilesAreOpened(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  auto other = std::make_shared<SimFile>();
  other->now = other->durable = content(disk);
  disk.files()["/other.db"] = other;
  const auto connection = SimConnection::open(disk, nullptr, rules);
  if (connection->code("ATTACH '/other.db' AS other; SELECT * FROM other.note") == SQLITE_OK) {
    return false;
  }
  if (connection->code("VACUUM INTO '/copy.db'") == SQLITE_OK) return false;
  connection->run("PRAGMA temp_store = FILE");
  connection->run("CREATE TEMP TABLE big AS SELECT a.body FROM note a, note b");
  return disk.files().size() == 3;  // the two of the vault and the one put there
}

bool aPlantedJournalIsIgnored(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  File journal = {0xd9, 0xd5, 0x05, 0xf9,
                  0x20, 0xa1, 0x63, 0xd7};  // a hot rollback journal's magic
  journal.resize(8192, 1);
  auto file = std::make_shared<SimFile>();
  file->now = file->durable = journal;
  disk.files()["/vault.db-journal"] = file;
  const auto connection = SimConnection::open(disk, nullptr, rules);
  return connection != nullptr && connection->code(kReadAll) == SQLITE_OK &&
         disk.files().count("/vault.db-journal") == 1;
}

bool walIsForEver(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  if (connection->code("PRAGMA journal_mode = MEMORY") == SQLITE_OK) return false;
  connection->run("INSERT INTO note VALUES(1000, 'still in WAL')");
  SimDisk after(2);
  leaveAsIs(disk, after);
  const auto again = SimConnection::open(after, nullptr, rules);
  return again != nullptr &&
         firstText(again->db(), "SELECT count(*) FROM note WHERE id = 1000").value() == "1";
}

bool unknownShapesAreRefused(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  connection->run("UPDATE note SET body = 'z'");
  sqlite3_file* files[2] = {nullptr, nullptr};
  sqlite3_file_control(connection->db(), "main", SQLITE_FCNTL_FILE_POINTER, &files[0]);
  sqlite3_file_control(connection->db(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &files[1]);
  const File database = content(disk);
  const File wal = content(disk, kSimWal);
  std::uint8_t bytes[200] = {};
  int refused = 0;
  for (sqlite3_file* file : files) {
    refused += file->pMethods->xWrite(file, bytes, 200, 4096) != SQLITE_OK;
    refused += file->pMethods->xWrite(file, bytes, 24, 40) != SQLITE_OK;
    refused += file->pMethods->xRead(file, bytes, 200, 4096) != SQLITE_OK;
    refused += file->pMethods->xRead(file, bytes, 24, 32) != SQLITE_OK;
  }
  return refused == 8 && content(disk) == database && content(disk, kSimWal) == wal;
}

/// Transactions that roll back to a savepoint after writing their own frames twice. Each is
/// committed; then the program ends without closing, and every one must still be there.
bool commitsAfterSavepointsSurvive(VfsRules rules) {
  int lost = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SeededRandom random(seed);
    SimDisk disk(seed);
    makeNotes(disk, rules);
    ConnectionOptions options = SimConnection::smallOptions();
    options.autoCheckpointPages = 0;
    const auto connection = SimConnection::open(disk, nullptr, rules, options);
    const auto rewriteSome = [&](std::uint64_t times) {
      for (; times > 0; --times) {
        connection->run("UPDATE note SET body = hex(zeroblob(900)) WHERE id = " +
                        std::to_string(random.below(60)));
      }
    };
    connection->run("BEGIN");
    for (int i = 0; i < 4; ++i) {
      connection->run("SAVEPOINT s");
      rewriteSome(random.below(30));
      if (random.below(10) < 7) connection->run("ROLLBACK TO s");
      connection->run("RELEASE s");
      rewriteSome(random.below(10));
    }
    connection->run("INSERT INTO note VALUES(1000, 'committed'); COMMIT;");
    connection->run("INSERT INTO note VALUES(1001, 'and the next')");
    SimDisk after(2);
    leaveAsIs(disk, after);
    const auto again = SimConnection::open(after);
    if (again == nullptr) {  // rule 13 sees what is missing
      ++lost;
      continue;
    }
    const auto kept = firstText(again->db(), "SELECT count(*) FROM note WHERE id >= 1000");
    lost += kept.ok() && *kept == "2" ? 0 : 1;
  }
  return lost == 0;
}

bool aLogDamagedBeforeItsEndIsNotShortened(VfsRules rules) {
  SimDisk disk(1);
  makeNotes(disk, rules);
  const auto connection = SimConnection::open(disk, nullptr, rules);
  for (int i = 0; i < 5; ++i) connection->run("UPDATE note SET body = body || 1 WHERE id = 1");
  SimDisk after(2);
  leaveAsIs(disk, after);
  content(after, kSimWal)[static_cast<std::size_t>(framePosition(1)) + 500] ^= 1;
  return SimConnection::open(after, nullptr, rules) == nullptr && after.files().count(kSimWal) == 1;
}

struct Rule {
  const char* name;
  bool (*holds)(VfsRules);
  VfsRules broken;
};

class VfsRuleTest : public testing::TestWithParam<Rule> {};

TEST_P(VfsRuleTest, HoldsAndIsMissedWhenBroken) {
  EXPECT_TRUE(GetParam().holds({})) << "the rule does not hold";
  EXPECT_FALSE(GetParam().holds(GetParam().broken)) << "the check does not notice a broken rule";
}

INSTANTIATE_TEST_SUITE_P(
    SecurityMd14, VfsRuleTest,
    testing::Values(
        Rule{"R01_Reserve", noPlaintextWithoutReserve, {.guardPageOne = false}},
        Rule{"R02_FreshNonces", noncesDiffer, {.freshNonces = false}},
        Rule{"R03_BoundToPlace", swappedPagesAreNoticed, {.bindPlaces = false}},
        Rule{"R04_SealedFrameHeaders", frameHeadersTellNothing, {.sealFrameHeaders = false}},
        Rule{"R05_TornFrameEndsLog", aTornFrameEndsTheLog, {.zerosForTornFrames = false}},
        Rule{"R05_DamagedPageIsError", aDamagedPageIsAnError, {.errorsForBadPages = false}},
        Rule{"R06_SynthesisedHeader", aTornPageOneOpens, {.synthesiseHeader = false}},
        Rule{"R07_FrameRewrites", ownFramesCanBeWrittenOver, {.frameRewrites = false}},
        Rule{"R08_Powersafe", writesAreNeverSplit, {.powersafeOnly = false}},
        Rule{"R09_OtherFiles", onlyTheVaultsFilesAreOpened, {.refuseOtherFiles = false}},
        Rule{"R09_NoJournal", aPlantedJournalIsIgnored, {.denyJournal = false}},
        Rule{"R10_WalForEver", walIsForEver, {.keepWal = false}},
        Rule{"R11_UnknownShapes", unknownShapesAreRefused, {.refuseUnknown = false}},
        Rule{"R12_FinishedFrames", commitsAfterSavepointsSurvive, {.finishFrames = false}},
        Rule{"R13_AuditedLog", aLogDamagedBeforeItsEndIsNotShortened, {.auditLog = false}}),
    [](const testing::TestParamInfo<Rule>& rule) { return std::string(rule.param.name); });

}  // namespace
}  // namespace journal::vault
