// Microseconds an entry for sealing and opening runs of 100 entries of 1.2 KB.

#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "journal/crypto/system_random.h"
#include "sync/replica/segment_sealing.h"
#include "tests/sync/replica/replica_samples.h"

using namespace syncing;

int main() {
  constexpr int kRounds = 300;
  constexpr std::size_t kEntries = 100;
  journal::SeededRandom seeded(1);
  journal::crypto::SystemRandom random;
  const Keyring keyring = tests::someKeyring(seeded);
  KeySigner signer(keyring.device(), journal::crypto::SigningKey::generate());
  std::vector<TravellingEntry> entries(kEntries);
  for (TravellingEntry& entry : entries) {
    entry.bytes = tests::someBytes(seeded, 1200);
    entry.hash = journal::crypto::hash(journal::crypto::bytesOf(entry.bytes));
  }
  entries.back().signature.emplace();
  EntryRun run;
  run.author = signer.device();
  run.entries = entries;

  const auto measure = [&](const char* what, auto&& work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kRounds; ++i) work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    fmt::print("{}: {:.2f} us an entry\n", what, took.count() / kRounds / kEntries);
  };
  wire::Segment segment;
  measure("seal", [&] { segment = seal(keyring, signer, run, random).value(); });
  measure("open", [&] { open(keyring, signer.publicKey(), segment).value(); });
}
