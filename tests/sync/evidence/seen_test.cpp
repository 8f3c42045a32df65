// What an author can see of what others see, and of who has read it.
#include <gtest/gtest.h>

#include "journal/exchange/submission_json.h"
#include "population.h"

namespace syncing::evidence::test {
namespace {

using journal::ErrorCode;
using journal::ReviewAction;
using journal::ReviewRequest;
using journal::ReviewStep;
using journal::Role;
using journal::SeededRandom;
using journal::exchange::encodeSubmission;

const Reader kManager{"Farida", Role::Manager};
const Reader kFacilitator{"Gethin", Role::Facilitator};

class WhatTheySee : public testing::Test {
 protected:
  void SetUp() override {
    auto made = EvidenceStore::inMemory("Eastby Music Service", clock_);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    store_ = std::move(made).value();
    ASSERT_TRUE(store_->submit(encodeSubmission(piece_)).ok());
  }
  std::vector<Reading> readings() { return store_->seen(piece_.author)->at(0).readings; }
  void passOn() {
    const ReviewRequest request{ReviewAction::Approve, "Gethin", Role::Facilitator, ""};
    ASSERT_TRUE(store_->review(piece_.caseStudy, request).ok());
  }

  FakeClock clock_;
  SeededRandom random_{12};
  journal::Submission piece_ = submission(random_, {});
  std::unique_ptr<EvidenceStore> store_;
};

TEST_F(WhatTheySee, WhoeverReadsAPieceIsNamedToItsAuthorOnceADay) {
  EXPECT_TRUE(readings().empty());
  ASSERT_TRUE(store_->piece(piece_.caseStudy, kFacilitator).ok());
  ASSERT_TRUE(store_->piece(piece_.caseStudy, kFacilitator).ok());
  ASSERT_EQ(readings().size(), 1U);
  EXPECT_EQ(readings()[0].by, "Gethin");
  EXPECT_EQ(readings()[0].role, Role::Facilitator);
  EXPECT_EQ(readings()[0].version, 1);
  EXPECT_EQ(readings()[0].what, Reading::What::Whole);
  EXPECT_EQ(readings()[0].at, clock_.now());
  clock_.advance(std::chrono::hours(24));
  ASSERT_TRUE(store_->piece(piece_.caseStudy, kFacilitator).ok());
  EXPECT_EQ(readings().size(), 2U);
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(WhatTheySee, WhoMayNotReadItAndItsAuthorLeaveNoTrace) {
  EXPECT_FALSE(store_->piece(piece_.caseStudy, kManager).ok());
  ASSERT_TRUE(store_->piece(piece_.caseStudy, {piece_.author, Role::Tutor}).ok());
  EXPECT_TRUE(readings().empty());
}

TEST_F(WhatTheySee, AnAuthorReadsToTheLetterWhatAManagerReads) {
  passOn();
  const auto theirs = store_->piece(piece_.caseStudy, kManager);
  const auto mine = store_->asManagersSee(piece_.caseStudy, piece_.author);
  ASSERT_TRUE(theirs.ok() && mine.ok());
  ASSERT_EQ(mine->claims.size(), theirs->claims.size());
  EXPECT_EQ(mine->title, theirs->title);
  for (std::size_t i = 0; i < mine->claims.size(); ++i) {
    EXPECT_EQ(mine->claims[i].text, theirs->claims[i].text);
    ASSERT_EQ(mine->claims[i].passages.size(), theirs->claims[i].passages.size());
    for (std::size_t j = 0; j < mine->claims[i].passages.size(); ++j) {
      const ReviewPassage& one = mine->claims[i].passages[j];
      EXPECT_FALSE(one.level.has_value());
      EXPECT_EQ(one.text, theirs->claims[i].passages[j].text);
      EXPECT_EQ(one.setting, theirs->claims[i].passages[j].setting);
      EXPECT_EQ(one.term, theirs->claims[i].passages[j].term);
    }
  }
  EXPECT_EQ(store_->asManagersSee(piece_.caseStudy, "Callum Ash").error().code,
            ErrorCode::NotFound);
}

TEST_F(WhatTheySee, NobodySeesWhatAnotherSent) {
  const auto other = submission(random_, {.code = "b"}, "Callum Ash");
  ASSERT_TRUE(store_->submit(encodeSubmission(other)).ok());
  ASSERT_EQ(store_->seen("Callum Ash")->size(), 1U);
  EXPECT_EQ(store_->seen("Callum Ash")->at(0).caseStudy, other.caseStudy);
  EXPECT_TRUE(store_->seen("Somebody else")->empty());
}

TEST_F(WhatTheySee, PassagesBehindAFigureAreReadingsAndReleasesAreUses) {
  approveMany(*store_, random_, 12);
  ASSERT_TRUE(
      store_->release(framework(), {Exit::Html, Audience::PartnersAndFunders, "Farida"}).ok());
  ASSERT_TRUE(store_->open(movedFigure("P4"), framework(), kManager).ok());
  std::size_t read = 0;
  const auto seen = store_->seen(piece_.author).value();
  for (const SeenPiece& piece : seen) {
    const bool waiting = piece.caseStudy == piece_.caseStudy;
    EXPECT_EQ(piece.uses.size(), waiting ? 0U : 1U);
    EXPECT_LE(piece.readings.size(), 1U);
    for (const Reading& reading : piece.readings) {
      EXPECT_EQ(reading.what, Reading::What::Passages);
      EXPECT_EQ(reading.by, "Farida");
      ++read;
    }
    EXPECT_FALSE(waiting && !piece.readings.empty());
  }
  EXPECT_GE(read, 8U) << "sixteen passages, two of a piece at most";
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(WhatTheySee, WhatWasReadBeforeAWithdrawalStaysKnown) {
  ASSERT_TRUE(store_->piece(piece_.caseStudy, kFacilitator).ok());
  ASSERT_TRUE(
      store_->withdraw(piece_.caseStudy, {ReviewAction::Withdraw, piece_.author, Role::Tutor, "-"})
          .ok());
  EXPECT_EQ(readings().size(), 1U);
  EXPECT_EQ(store_->seen(piece_.author)->at(0).title, "");
  EXPECT_EQ(store_->asManagersSee(piece_.caseStudy, piece_.author).error().code,
            ErrorCode::NotFound);
}

}  // namespace
}  // namespace syncing::evidence::test
