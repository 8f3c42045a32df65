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

/// A journal on two devices, which exchange what each wrote when they are told to.
class TwoDevices : public ::testing::Test {
 protected:
  void SetUp() override {
    home_.create(folder_.path() / "home");
    school_.create(folder_.path() / "school");
    const auto key = home_.journal->namesKey();
    ASSERT_TRUE(school_.journal->adoptNamesKey(key).ok());
  }
  /// A minute later than what was done before.
  void does(OnDevice& on, const Op& op) {
    on.clock.advance(std::chrono::minutes(1));
    const auto done = on.journal->apply(op);
    ASSERT_TRUE(done.ok()) << done.error().detail;
  }
  ReflectionId write(OnDevice& on, std::string text) {
    Reflection reflection;
    reflection.id = ReflectionId::random(on.random);
    reflection.lesson.date = *parseDate("2026-01-22");
    reflection.text = std::move(text);
    does(on, WriteReflection{reflection, {}, std::nullopt});
    return reflection.id;
  }
  void exchange() {
    for (int i = 0; i < 2; ++i) {
      ASSERT_TRUE(pass(*home_.journal, *school_.journal, home_.journal->self()).ok());
      ASSERT_TRUE(pass(*school_.journal, *home_.journal, school_.journal->self()).ok());
    }
  }

  TempFolder folder_;
  OnDevice home_{1};
  OnDevice school_{2};
};

}  // namespace journal::service
