#include "tests/scenario/other_computer.h"

#include <gtest/gtest.h>

#include "tests/scenario/app_under_test.h"

namespace tests {

using app::model::Reach;
using journal::Result;

OtherComputer::OtherComputer(const journal::Clock& clock, const std::filesystem::path& home,
                             std::uint64_t seed)
    : clock_(clock), random_(seed), devices_(clock, random_) {
  const journal::crypto::SecretString secret(kPassphrase);
  auto made = journal::service::LocalJournal::create(
      home, secret, {clock, random_, journal::crypto::KdfPreset::Fast});
  EXPECT_TRUE(made.ok());
  journal_ = std::move(made->journal);
  recoveryKey_ = std::string(made->recoveryKey.view());
}

Reach OtherComputer::reach() {
  Reach reach;
  reach.onJournal = [this](const auto& work) { return work(*journal_); };
  return reach;
}

void OtherComputer::begin(const std::string& folder, const std::string& name) {
  const auto used = devices_.useFolder(reach(), folder, name);
  EXPECT_TRUE(used.ok());
  synchronise();
}

app::model::SyncReport OtherComputer::synchronise() {
  auto report = devices_.synchronise(reach());
  EXPECT_TRUE(report.ok());
  if (!report.ok()) return {};
  EXPECT_FALSE(report->trouble.has_value()) << report->trouble->detail;
  return std::move(report).value();
}

journal::ReflectionId OtherComputer::write(const std::string& words) {
  journal::service::WriteReflection op;
  op.reflection.id = journal::ReflectionId::random(random_);
  op.reflection.text = words;
  op.reflection.lesson.date = journal::localDate(clock_.now(), std::chrono::minutes{0});
  op.reflection.writtenAt = clock_.now();
  op.reflection.changedAt = clock_.now();
  EXPECT_TRUE(journal_->apply(op).ok());
  synchronise();
  return op.reflection.id;
}

void OtherComputer::edit(journal::ReflectionId id, const std::string& words) {
  EXPECT_TRUE(journal_->apply(journal::service::EditText{id, words}).ok());
  synchronise();
}

bool OtherComputer::has(const std::string& words) {
  const auto rows = journal_->newest(50, std::nullopt);
  EXPECT_TRUE(rows.ok());
  for (const auto& row : *rows) {
    if (row.excerpt.find(words) != std::string::npos) return true;
  }
  return false;
}

void OtherComputer::take(Result<app::model::PairingSeen> seen) {
  EXPECT_TRUE(seen.ok()) << seen.error().detail;
  if (seen.ok()) seen_ = std::move(seen).value();
}

void OtherComputer::listRecoveryKey() {
  std::string key = recoveryKey_;
  const auto listed = devices_.listRecoveryKey(reach(), key);
  EXPECT_TRUE(listed.ok()) << listed.error().detail;
  EXPECT_EQ(key.find_first_not_of('\0'), std::string::npos) << "wiped";
  synchronise();
}

void OtherComputer::comeBack(std::string key, const std::string& folder) {
  const auto back = devices_.comeBack(reach(), key, folder, kLongName);
  EXPECT_TRUE(back.ok()) << back.error().detail;
  synchronise();
}

std::string OtherComputer::add() {
  take(devices_.beginAdding(reach()));
  return seen_.code;
}

void OtherComputer::join(std::string code, const std::string& where) {
  take(devices_.beginJoining(reach(), code, where, kLongName));
}

void OtherComputer::look() {
  take(devices_.look(reach()));
}

void OtherComputer::agree() {
  take(devices_.agree(reach()));
}

}  // namespace tests
