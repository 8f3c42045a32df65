// Any set of statements is a device list or an error, the same in any order. What a hub may send is
// mostly forged, so the input also says how the members of a made-up journal state things; they are
// signed and linked as real ones are, or not. Links: sync_replica.

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "journal/base/random.h"
#include "sync/replica/device_list.h"
#include "sync/replica/signer.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

using syncing::wire::DeviceStatement;
using syncing::wire::StatementKind;

constexpr std::size_t kMembers = 4;

std::vector<syncing::KeySigner>& members() {
  static std::vector<syncing::KeySigner> all = [] {
    journal::SeededRandom random(1);
    std::vector<syncing::KeySigner> made;
    for (std::size_t i = 0; i < kMembers; ++i) {
      journal::crypto::Secret seed;
      random.fill(seed.writable());
      made.emplace_back(syncing::wire::DeviceId::random(random),
                        journal::crypto::SigningKey::fromSeed(seed));
    }
    return made;
  }();
  return all;
}

DeviceStatement found() {
  DeviceStatement statement;
  statement.kind = StatementKind::Found;
  statement.device = members()[0].device();
  statement.signKey = members()[0].publicKey();
  statement.epoch = syncing::wire::EpochId::fromBytes({1});
  statement.vault = syncing::vaultIdOf(statement);
  return statement;
}

void sign(DeviceStatement& statement, syncing::KeySigner& by) {
  statement.signer = by.device();
  statement.signature = by.sign(syncing::wire::signedPart(statement));
}

DeviceStatement stated(fuzz::Input& input, const std::vector<DeviceStatement>& before) {
  DeviceStatement statement;
  statement.kind = static_cast<StatementKind>(2 + input.number(3));
  statement.vault = before.front().vault;
  syncing::KeySigner& about = members()[input.number(kMembers)];
  syncing::KeySigner& by = members()[input.number(kMembers)];
  statement.device = statement.kind == StatementKind::Epoch ? by.device() : about.device();
  if (statement.kind == StatementKind::Add) statement.signKey = about.publicKey();
  if (statement.kind == StatementKind::Add) statement.recovery = input.number(2) != 0 ? 1 : 0;
  if (statement.kind != StatementKind::Add) {
    statement.epoch = syncing::wire::EpochId::fromBytes(
        {static_cast<std::uint8_t>(before.size() + 1), static_cast<std::uint8_t>(input.number(2))});
  }
  for (std::size_t n = 1 + input.number(2); n > 0; --n) {
    statement.after.push_back(syncing::digestOf(before[input.number(before.size())]));
  }
  std::sort(statement.after.begin(), statement.after.end());
  statement.after.erase(std::unique(statement.after.begin(), statement.after.end()),
                        statement.after.end());
  sign(statement, by);
  return statement;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  static syncing::CheckedSignatures checked;
  static int runs = 0;
  if (++runs % 1000 == 0) checked = {};  // it keeps everything it ever saw
  std::vector<DeviceStatement> statements{found()};
  sign(statements.front(), members()[0]);
  const syncing::wire::VaultId vault = statements.front().vault;
  for (std::size_t n = input.number(9); n > 0; --n) statements.push_back(stated(input, statements));
  if (statements.size() > 1 && input.number(2) != 0) statements.erase(statements.begin() + 1);
  const auto list = syncing::DeviceList::read(vault, statements, checked);
  fuzz::require(list.ok());
  std::reverse(statements.begin(), statements.end());
  const auto again = syncing::DeviceList::read(vault, statements, checked);
  fuzz::require(again.ok() && again->sealWith() == list->sealWith());
  for (std::size_t i = 0; i < list->statements().size(); ++i) {
    fuzz::require(list->statements()[i].verdict == again->statements()[i].verdict);
  }
  static_cast<void>(list->whoBeginsEpoch());
  return 0;
}
