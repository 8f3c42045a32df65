// Any bytes as a write-ahead log: the vault opens with what the database file holds, or with whole
// transactions from the log, or says that something is damaged; it never crashes, and never shows
// other rows than those written. The first byte chooses whether the bytes are the log as it lies on
// the disk, or its plaintext, sealed here with the right key so that SQLite and the code that
// completes frames get to see it. Links: journal_vault_sim.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "journal/vault/wal_layout.h"
#include "tests/journal/vault/sim_vault.h"

namespace {

using namespace journal::vault;
using Bytes = std::vector<std::uint8_t>;

const SimDisk& templateDisk() {
  static const std::unique_ptr<SimDisk> kDisk = [] {
    auto disk = std::make_unique<SimDisk>(1);
    SimConnection::makeDatabase(*disk);
    const auto connection = SimConnection::open(*disk);
    connection->run("CREATE TABLE note(body TEXT); INSERT INTO note VALUES('kept');");
    return disk;
  }();
  return *kDisk;
}

/// A log whose header and frames are `plain` cut into pieces.
Bytes sealedLog(const Bytes& plain) {
  const PageCipher cipher = simCipher();
  Nonces nonces;
  const std::size_t frames = (plain.size() + kFrame - 1) / kFrame;
  Bytes padded = plain;
  padded.resize(kWalHeader + frames * kFrame);
  Bytes log(kWalHeaderSlot + frames * kFrameSlot);
  cipher.sealHeader(nonces, 0, {padded.data(), kWalHeader}, {log.data(), kWalHeaderSlot});
  for (std::uint64_t frame = 1; frame <= frames; ++frame) {
    const std::uint8_t* from = padded.data() + kWalHeader + (frame - 1) * kFrame;
    std::uint8_t* to = log.data() + framePosition(frame);
    cipher.sealHeader(nonces, frame, {from, kFrameHeader}, {to, kFrameHeaderSlot});
    cipher.sealPage(nonces, {Place::WalPage, frame},
                    std::span<const std::uint8_t, kPageSize>(from + kFrameHeader, kPageSize),
                    std::span<std::uint8_t, kPageSize>(to + kFrameHeaderSlot, kPageSize));
  }
  return log;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1 || size > 40000) return 0;
  SimDisk disk(1);
  disk.copyFrom(templateDisk());
  Bytes log(data + 1, data + size);
  const bool sealed = (data[0] & 1) != 0;
  if (sealed) log = sealedLog(log);
  auto file = std::make_shared<SimFile>();
  file->now = file->durable = log;
  disk.files()[kSimWal] = file;
  const auto connection = SimConnection::open(disk);
  if (connection == nullptr) return 0;
  const auto body = firstText(connection->db(), "SELECT body FROM note");
  // Bytes on the disk without the key never change what is read.
  if (!sealed && (!body.ok() || *body != "kept")) std::abort();
  connection->run("INSERT INTO note VALUES('more')");
  return 0;
}
