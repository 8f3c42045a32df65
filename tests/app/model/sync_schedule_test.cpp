#include "app/model/sync_schedule.h"

#include <gtest/gtest.h>

#include "app/model/sync_words.h"

namespace app::model {
namespace {

using namespace std::chrono_literals;
using journal::UtcTime;

const UtcTime kStart{std::chrono::milliseconds{1'769'097'900'000}};  // 22 January 2026, 16:05

TEST(SyncSchedule, NothingIsDueUntilAJournalIsOpened) {
  SyncSchedule schedule;
  schedule.saved(kStart);
  EXPECT_FALSE(schedule.due(kStart + 1h));
  EXPECT_EQ(schedule.wait(kStart), std::nullopt);
  schedule.told(kStart);
  EXPECT_TRUE(schedule.due(kStart));
}

TEST(SyncSchedule, ASaveIsFollowedAFewSecondsLaterAndTypingOnCannotPutItOffForEver) {
  SyncSchedule schedule;
  schedule.told(kStart);
  schedule.started(kStart);
  schedule.succeeded(kStart);
  UtcTime now = kStart;
  int seconds = 0;
  for (; seconds < 600 && !schedule.due(now); ++seconds, now += 1s) schedule.saved(now);
  EXPECT_EQ(seconds, 120);
  SyncSchedule quiet;
  quiet.told(kStart);
  quiet.started(kStart);
  quiet.succeeded(kStart);
  quiet.saved(kStart + 1s);
  EXPECT_FALSE(quiet.due(kStart + 10s));
  EXPECT_TRUE(quiet.due(kStart + 11s));
}

TEST(SyncSchedule, WithNothingWrittenItAsksEveryFiveMinutes) {
  SyncSchedule schedule;
  schedule.told(kStart);
  schedule.started(kStart);
  EXPECT_FALSE(schedule.due(kStart + 10min)) << "while one runs";
  schedule.succeeded(kStart + 2s);
  EXPECT_EQ(schedule.wait(kStart + 2s), 5min);
}

TEST(SyncSchedule, WhileNobodyAnswersItAsksLessAndLessOftenWhateverIsWritten) {
  SyncSchedule schedule;
  schedule.told(kStart);
  UtcTime now = kStart;
  std::vector<std::chrono::seconds> gaps;
  for (int i = 0; i < 8; ++i) {
    schedule.started(now);
    schedule.failed(now);
    schedule.saved(now);
    const auto wait = schedule.wait(now);
    ASSERT_TRUE(wait);
    gaps.push_back(std::chrono::duration_cast<std::chrono::seconds>(*wait));
    now += *wait;
  }
  EXPECT_EQ(gaps, (std::vector<std::chrono::seconds>{15s, 30s, 60s, 120s, 240s, 480s, 900s, 900s}));
  schedule.told(now);
  EXPECT_TRUE(schedule.due(now)) << "told, it asks at once";
}

TEST(SyncWords, SyncedIsNeverSaidWhileSomethingIsUnsent) {
  SyncFacts facts;
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "");
  facts.shared = true;
  facts.unsent = true;
  facts.synced = kStart;
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "Saved here, not yet synced");
  facts.unsent = false;
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "Synced 16:05");
  EXPECT_EQ(syncStatus(facts, kStart + 24h, 0min), "Synced yesterday 16:05");
  EXPECT_EQ(syncStatus(facts, kStart + 48h, 0min), "Synced 22 January 16:05");
  facts.odd = true;
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "Synced 16:05, see Devices");
  facts.running = true;
  facts.progress = {1200, 8000};
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "Synchronising 1,200 of 8,000");
  facts.removed = true;
  EXPECT_EQ(syncStatus(facts, kStart, 0min), "Saved here, no longer synced");
}

TEST(SyncWords, ADeviceThatWasSilentForLongMayHoldNotes) {
  DeviceRow row;
  row.name = "Old tablet";
  row.added = kStart - 24h * 60;
  row.heard = kStart - 24h * 41;
  EXPECT_NE(deviceLine(row, kStart, 0min).detail.find("41 days"), std::string::npos);
  EXPECT_NE(removalWords(row, kStart).find("41 days"), std::string::npos);
}

}  // namespace
}  // namespace app::model
