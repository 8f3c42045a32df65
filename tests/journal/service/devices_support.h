#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/journal/service/journal_support.h"

namespace journal::service {

/// A journal as one of several devices of a tutor has it, with a clock of its own.
struct OnDevice {
  std::filesystem::path folder;
  FakeClock clock;
  SeededRandom random;
  std::unique_ptr<LocalJournal> journal;
  store::MergeTexts mergeTexts = nullptr;
  std::uint16_t lastKind = 0;  ///< 0: the version of today

  explicit OnDevice(std::uint64_t seed) : random(seed) {}
  Surroundings surroundings() {
    return {clock, random, crypto::KdfPreset::Fast, mergeTexts, lastKind};
  }
  static crypto::SecretString passphrase() { return crypto::SecretString("five plain words here"); }
  void create(const std::filesystem::path& in) {
    folder = in;
    auto made = LocalJournal::create(in, passphrase(), surroundings());
    ASSERT_TRUE(made.ok()) << made.error().detail;
    journal = std::move(made->journal);
  }
  void reopen() {
    journal.reset();
    auto opened = LocalJournal::unlock(folder, passphrase(), surroundings());
    ASSERT_TRUE(opened.ok()) << opened.error().detail;
    journal = std::move(*opened);
  }
};

/// Gives `to` what `from` has of `device` and `to` has not, at most `most` entries of it.
inline Result<Received> pass(LocalJournal& from, LocalJournal& to, const LogOwner& device,
                             std::size_t most = 1'000'000) {
  std::uint64_t have = 0;
  J_TRY(const auto ends, to.ends());
  for (const LogEnd& end : ends) {
    if (end.device == device.device) have = end.seq;
  }
  J_TRY(const auto entries, from.entries(device.device, have + 1, most, 1U << 24U));
  return to.receive(device, have + 1, entries);
}

}  // namespace journal::service
