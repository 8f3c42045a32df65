#include "app/model/autosave.h"

#include <gtest/gtest.h>

namespace {

using app::model::Autosave;
using journal::UtcTime;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr UtcTime kStart{milliseconds{1'770'000'000'000}};

TEST(Autosave, NothingTypedIsNothingToSave) {
  Autosave autosave;
  EXPECT_FALSE(autosave.due(kStart));
  EXPECT_EQ(autosave.wait(kStart), std::nullopt);
}

TEST(Autosave, SavesEightHundredMillisecondsAfterTheLastKey) {
  Autosave autosave;
  autosave.changed(kStart);
  autosave.changed(kStart + milliseconds{500});
  EXPECT_FALSE(autosave.due(kStart + milliseconds{1299}));
  EXPECT_TRUE(autosave.due(kStart + milliseconds{1300}));
}

TEST(Autosave, NeverWaitsLongerThanFiveSecondsWhileTypingGoesOn) {
  Autosave autosave;
  for (int key = 0; key <= 50; ++key) {
    const UtcTime now = kStart + key * milliseconds{100};
    autosave.changed(now);
    EXPECT_EQ(autosave.due(now), key == 50) << key;
  }
}

TEST(Autosave, OneSaveAtATime) {
  Autosave autosave;
  autosave.changed(kStart);
  autosave.started(kStart + seconds{1});
  autosave.changed(kStart + seconds{2});
  EXPECT_FALSE(autosave.due(kStart + seconds{60}));
  autosave.succeeded(kStart + seconds{61});
  EXPECT_TRUE(autosave.due(kStart + seconds{61}));
}

TEST(Autosave, WordsTypedDuringASaveAreStillUnsavedAfterIt) {
  Autosave autosave;
  autosave.changed(kStart);
  autosave.started(kStart);
  autosave.changed(kStart);
  autosave.succeeded(kStart);
  EXPECT_TRUE(autosave.dirty());
  EXPECT_FALSE(autosave.settled());
}

TEST(Autosave, ARefusedSaveIsTriedAgainAfterTenSecondsAndIsNotCalledSaved) {
  Autosave autosave;
  autosave.changed(kStart);
  autosave.started(kStart);
  autosave.refused(kStart);
  EXPECT_TRUE(autosave.dirty());
  EXPECT_EQ(autosave.savedAt(), std::nullopt);
  EXPECT_FALSE(autosave.due(kStart + seconds{9}));
  EXPECT_TRUE(autosave.due(kStart + seconds{10}));
}

TEST(Autosave, AClockSetBackDoesNotPutASaveOff) {
  Autosave autosave;
  autosave.changed(kStart);
  EXPECT_TRUE(autosave.due(kStart - std::chrono::hours{3}));
}

}  // namespace
