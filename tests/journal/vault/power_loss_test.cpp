#include "tests/journal/vault/power_loss.h"

#include <gtest/gtest.h>

#include "tests/journal/vault/long_run.h"

namespace journal::vault {
namespace {

void print(const char* name, const PowerLossTally& tally) {
  std::printf(
      "%s: %d power cuts, %d transactions, %d lost, %d corrupt, %d unopenable, "
      "%d unfinished kept whole\n",
      name, tally.points, tally.acknowledged, tally.lost, tally.corrupt, tally.unopenable,
      tally.unfinishedKept);
}

TEST(PowerLoss, LosesNothingAcknowledgedAndLeavesEveryVaultWhole) {
  const PowerLossTally tally = losePower({.points = inLongRun(20'000, 2'000)});
  print("synchronous=FULL", tally);
  EXPECT_EQ(tally.wrong(), 0) << tally.first;
  EXPECT_GT(tally.acknowledged, tally.points);
  EXPECT_GT(tally.unfinishedKept, 0);  // the cuts do fall between writing and acknowledging
}

TEST(PowerLoss, LosesNoMoreWhileASecondThreadWrites) {
  const PowerLossTally tally =
      losePower({.points = inLongRun(20'000, 1'000), .seed = 2, .writingMuch = true});
  print("written behind", tally);
  EXPECT_EQ(tally.wrong(), 0) << tally.first;
  EXPECT_GT(tally.acknowledged, tally.points);
  EXPECT_GT(tally.unfinishedKept, 0);
}

// The four controls: what the run above would report if a promise were broken. (The audit of the
// log relies on honest syncing, and would refuse to open what the first three leave.)

TEST(PowerLossControl, SynchronousNormalLosesAcknowledgedChanges) {
  const PowerLossTally tally = losePower(
      {.points = inLongRun(1'000, 200), .synchronous = "NORMAL", .rules = {.auditLog = false}});
  print("synchronous=NORMAL", tally);
  EXPECT_GT(tally.lost, 0);
}

TEST(PowerLossControl, SynchronousOffDamagesTheDatabase) {
  const PowerLossTally tally = losePower(
      {.points = inLongRun(1'000, 200), .synchronous = "OFF", .rules = {.auditLog = false}});
  print("synchronous=OFF", tally);
  EXPECT_GT(tally.lost, 0);
  EXPECT_GT(tally.corrupt + tally.unopenable, 0);
}

TEST(PowerLossControl, ADiskThatLiesAboutSyncingLosesChanges) {
  const PowerLossTally tally =
      losePower({.points = inLongRun(1'000, 200), .lyingDisk = true, .rules = {.auditLog = false}});
  print("lying disk", tally);
  EXPECT_GT(tally.lost, 0);
  EXPECT_GT(tally.corrupt + tally.unopenable, 0);
}

TEST(PowerLossControl, WithoutHeaderSynthesisATornPageOneLocksTheVault) {
  const PowerLossTally tally =
      losePower({.points = inLongRun(3'000, 600), .rules = {.synthesiseHeader = false}});
  print("no header synthesis", tally);
  EXPECT_GT(tally.unopenable, 0);
  EXPECT_EQ(tally.lost, 0) << "the commits themselves are all in the log";
}

}  // namespace
}  // namespace journal::vault
