#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

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

class Store : public testing::Test {
 protected:
  void SetUp() override {
    auto made = EvidenceStore::inMemory("Eastby Music Service", clock_);
    ASSERT_TRUE(made.ok()) << made.error().detail;
    store_ = std::move(made).value();
  }
  journal::Result<ReviewStep> review(const journal::Submission& piece, ReviewAction action,
                                     const char* by, Role role, const char* reason = "") {
    return store_->review(piece.caseStudy, ReviewRequest{action, by, role, reason});
  }

  FakeClock clock_;
  SeededRandom random_{7};
  std::unique_ptr<EvidenceStore> store_;
};

TEST_F(Store, APieceGoesFromFacilitatorToManagerToEvidence) {
  const auto piece = submission(random_, {});
  ASSERT_EQ(store_->submit(encodeSubmission(piece)).value(), ReviewStep::FacilitatorCheck);
  ASSERT_EQ(store_->queue(Role::Facilitator)->size(), 1U);
  EXPECT_TRUE(store_->queue(Role::Manager)->empty());
  EXPECT_EQ(review(piece, ReviewAction::Approve, "Gethin", Role::Facilitator).value(),
            ReviewStep::ManagerDecision);
  ASSERT_EQ(store_->queue(Role::Manager)->size(), 1U);
  EXPECT_TRUE(store_->approved()->empty());
  EXPECT_EQ(review(piece, ReviewAction::Approve, "Farida", Role::Manager).value(),
            ReviewStep::Approved);
  ASSERT_EQ(store_->approved()->size(), 1U);
  EXPECT_EQ(store_->outcomes(piece.caseStudy)->size(), 3U);
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(Store, AFlaggedPieceWaitsForTheDsl) {
  auto piece = submission(random_, {});
  piece.dslMustAgree = true;
  ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
  EXPECT_EQ(review(piece, ReviewAction::Approve, "Gethin", Role::Facilitator).value(),
            ReviewStep::DslCheck);
  EXPECT_EQ(store_->queue(Role::Dsl)->size(), 1U);
  EXPECT_FALSE(review(piece, ReviewAction::Approve, "Farida", Role::Manager).ok());
}

TEST_F(Store, ManagersSeeNothingBeforeTheirStepAndNeverALevelOrCode) {
  const auto piece = submission(random_, {});
  ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
  const Reader manager{"Farida", Role::Manager};
  EXPECT_EQ(store_->piece(piece.caseStudy, manager).error().code, ErrorCode::NotFound);
  EXPECT_EQ(store_->piece(piece.caseStudy, {"Other", Role::Tutor}).error().code,
            ErrorCode::NotFound);
  EXPECT_TRUE(store_->piece(piece.caseStudy, {piece.author, Role::Tutor}).ok());
  const auto checked = store_->piece(piece.caseStudy, {"Gethin", Role::Facilitator});
  ASSERT_TRUE(checked.ok());
  EXPECT_TRUE(checked->claims[0].passages[0].level.has_value());
  ASSERT_TRUE(review(piece, ReviewAction::Approve, "Gethin", Role::Facilitator).ok());
  const auto seen = store_->piece(piece.caseStudy, manager);
  ASSERT_TRUE(seen.ok());
  for (const ReviewPassage& passage : seen->claims[0].passages) {
    EXPECT_FALSE(passage.level.has_value());
    EXPECT_EQ(passage.setting, "Small group");
  }
}

TEST_F(Store, NobodyDecidesOnTheirOwnAndAReturnNeedsAReason) {
  const auto piece = submission(random_, {});
  ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
  EXPECT_FALSE(review(piece, ReviewAction::Approve, "Imani Brooke", Role::Facilitator).ok());
  EXPECT_FALSE(review(piece, ReviewAction::Return, "Gethin", Role::Facilitator, " ").ok());
  EXPECT_EQ(store_->outcomes(piece.caseStudy)->size(), 1U) << "a refused step left a trace";
  EXPECT_EQ(review(piece, ReviewAction::Return, "Gethin", Role::Facilitator, "Who saw it?").value(),
            ReviewStep::Returned);
  EXPECT_EQ(store_->outcomes(piece.caseStudy)->back().reason, "Who saw it?");
}

TEST_F(Store, TheSameBytesAgainChangeNothing) {
  const auto bytes = encodeSubmission(submission(random_, {}));
  ASSERT_TRUE(store_->submit(bytes).ok());
  ASSERT_TRUE(store_->submit(bytes).ok());
  ASSERT_EQ(store_->queue(Role::Facilitator)->size(), 1U);
  EXPECT_EQ(store_->queue(Role::Facilitator)->front().version, 1);
}

TEST_F(Store, AReturnedPieceComesBackAsItsNextVersion) {
  auto piece = submission(random_, {});
  ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
  piece.title = "Finding a way in from the back row";
  EXPECT_EQ(store_->submit(encodeSubmission(piece)).error().code, ErrorCode::Conflict)
      << "it is being read";
  ASSERT_TRUE(review(piece, ReviewAction::Return, "Gethin", Role::Facilitator, "Shorter").ok());
  auto stolen = piece;
  stolen.author = "Somebody Else";
  EXPECT_FALSE(store_->submit(encodeSubmission(stolen)).ok());
  ASSERT_EQ(store_->submit(encodeSubmission(piece)).value(), ReviewStep::FacilitatorCheck);
  EXPECT_EQ(store_->queue(Role::Facilitator)->front().version, 2);
  EXPECT_EQ(store_->queue(Role::Facilitator)->front().title, piece.title);
}

TEST_F(Store, AnAgreementThatRanOutIsRefusedAndFeedsNothing) {
  auto piece = submission(random_, {});
  piece.agreedUntil = *journal::parseDate("2026-02-04");
  EXPECT_EQ(store_->submit(encodeSubmission(piece)).error().code, ErrorCode::InvalidInput);
  piece.agreedUntil = *journal::parseDate("2026-02-05");
  piece.useLevel = 0;
  EXPECT_EQ(store_->submit(encodeSubmission(piece)).error().code, ErrorCode::InvalidInput);
  piece.useLevel = 1;
  approve(*store_, piece);
  EXPECT_EQ(store_->approved()->size(), 1U);
  clock_.advance(std::chrono::hours(24));
  EXPECT_TRUE(store_->approved()->empty());
}

TEST_F(Store, AnAgreementThatRunsOutDuringReviewStopsApproval) {
  auto piece = submission(random_, {});
  piece.agreedUntil = *journal::parseDate("2026-02-05");
  ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
  ASSERT_TRUE(review(piece, ReviewAction::Approve, "Gethin", Role::Facilitator).ok());
  clock_.advance(std::chrono::hours(24));
  EXPECT_EQ(review(piece, ReviewAction::Approve, "Farida", Role::Manager).error().code,
            ErrorCode::Conflict);
  EXPECT_EQ(store_->outcomes(piece.caseStudy)->size(), 2U);
}

TEST_F(Store, WithdrawalPullsEveryItemAndNamesEveryUse) {
  approveMany(*store_, random_, 11);
  const auto piece = submission(random_, {.code = "one-more"});
  approve(*store_, piece);
  ASSERT_EQ(store_->release(framework(), {Exit::Html, Audience::PartnersAndFunders, "Farida"})
                ->tables.domains[1]
                .outcomes[3]
                .youngPeople.text(),
            "about 10");
  ASSERT_TRUE(store_->release(framework(), {Exit::Csv, Audience::InsideService, "Farida"}).ok());
  const auto gone = store_->withdraw(
      piece.caseStudy, {ReviewAction::Withdraw, "Farida", Role::Manager, "Their carer asked"});
  ASSERT_TRUE(gone.ok()) << gone.error().detail;
  EXPECT_EQ(gone->itemsPulled, 2U);
  ASSERT_EQ(gone->uses.size(), 2U);
  EXPECT_EQ(gone->uses[0].exit, Exit::Html);
  EXPECT_EQ(gone->uses[0].audience, Audience::PartnersAndFunders);
  EXPECT_EQ(gone->uses[1].exit, Exit::Csv);
  EXPECT_EQ(store_->approved()->size(), 11U);
  EXPECT_EQ(store_->piece(piece.caseStudy, {piece.author, Role::Tutor}).error().code,
            ErrorCode::NotFound);
  EXPECT_EQ(store_->outcomes(piece.caseStudy)->back().to, ReviewStep::Withdrawn);
  EXPECT_TRUE(store_->check().ok());
  const auto behind = store_->open(movedFigure("P4"), framework(), {"Farida", Role::Manager});
  ASSERT_TRUE(behind.ok());
  EXPECT_EQ(behind->passages.size(), 16U);  // eight of each voice, as "10" surely stands for
}

TEST_F(Store, ReleasesWithoutAChangeShareANumberAndEveryUseIsKept) {
  approveMany(*store_, random_, 12);
  const auto first = store_->release(framework(), {Exit::Screen, Audience::InsideService, "A"});
  const auto again = store_->release(framework(), {Exit::Html, Audience::Public, "B"});
  EXPECT_EQ(first->number, 1);
  EXPECT_EQ(again->number, 1);
  ASSERT_EQ(store_->uses()->size(), 2U);
  approveMany(*store_, random_, 12, {.code = "later"});
  EXPECT_EQ(store_->release(framework(), {Exit::Screen, Audience::InsideService, "A"})->number, 2);
}

TEST_F(Store, TheLedgerHoldsFiguresAcrossReleases) {
  approveMany(*store_, random_, 7);
  const auto rowNow = [&] {
    return store_->release(framework(), {})->tables.domains[1].outcomes[3].youngPeople.text();
  };
  EXPECT_EQ(rowNow(), "about 5");
  approveMany(*store_, random_, 4, {.code = "b"});
  EXPECT_EQ(rowNow(), "about 5");
  approveMany(*store_, random_, 1, {.code = "c"});
  EXPECT_EQ(rowNow(), "about 10");
}

TEST_F(Store, AFigureOpensItsPassagesWithoutLevelDateOrCode) {
  approveMany(*store_, random_, 12);
  ASSERT_TRUE(store_->release(framework(), {}).ok());
  const auto behind = store_->open(movedFigure("P4"), framework(), {"Farida", Role::Manager});
  ASSERT_TRUE(behind.ok()) << behind.error().detail;
  EXPECT_FALSE(behind->onlyOwn);
  EXPECT_EQ(behind->passages.size(), 16U);  // eight of each voice, as "10" surely stands for
  const auto own = store_->open(movedFigure("P4"), framework(), {"Imani Brooke", Role::Tutor});
  EXPECT_EQ(own->passages.size(), 24U) << "authors see all of their own";
  for (const OpenedPassage& passage : behind->passages) {
    EXPECT_EQ(passage.term, "spring term 2026");
    EXPECT_EQ(passage.setting, "Small groups");
  }
}

TEST_F(Store, AKeptBackFigureOpensForItsAuthorsAlone) {
  approve(*store_, submission(random_, {.code = "a"}, "Imani Brooke"));
  approve(*store_, submission(random_, {.code = "b"}, "Callum Ash"));
  EXPECT_EQ(store_->open(movedFigure("P4"), framework(), {"Farida", Role::Manager}).error().code,
            ErrorCode::NotFound)
      << "nothing has been released";
  ASSERT_TRUE(store_->release(framework(), {}).ok());
  const auto refused = store_->open(movedFigure("P4"), framework(), {"Farida", Role::Manager});
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_FALSE(refused.error().advice.empty());
  const auto own = store_->open(movedFigure("P4"), framework(), {"Callum Ash", Role::Tutor});
  ASSERT_TRUE(own.ok());
  EXPECT_TRUE(own->onlyOwn);
  EXPECT_EQ(own->passages.size(), 2U);
  EXPECT_EQ(store_->open({"moved/Z9"}, framework(), {}).error().code, ErrorCode::NotFound);
}

TEST_F(Store, WordsReachOnlyAsFarAsTheirAgreement) {
  approveMany(*store_, random_, 12);  // use level 2
  ASSERT_TRUE(store_->release(framework(), {}).ok());
  const Reader manager{"Farida", Role::Manager};
  EXPECT_TRUE(
      store_->open(movedFigure("P4"), framework(), manager, Audience::PartnersAndFunders).ok());
  EXPECT_EQ(store_->open(movedFigure("P4"), framework(), manager, Audience::Public).error().code,
            ErrorCode::Conflict);
}

/// All lists of two releases together, counted by kind of session and by voice, say no more than
/// the figures do: never more than a figure surely stands for, nothing from a kept-back one.
TEST_F(Store, ListsCannotBeCountedToFindOutMoreThanTheFiguresSay) {
  constexpr const char* kSettings[] = {"whole_class", "small_group", "one_to_one", "pru"};
  std::map<std::string, std::set<std::string>> listed;
  std::map<std::string, int> surely;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 40; ++i) {
      Seen seen;
      seen.code = std::to_string(round) + "-" + std::to_string(i);
      seen.indicator = "P" + std::to_string(1 + random_.below(3)) + ".1";
      seen.setting = kSettings[random_.below(random_.below(5) == 0 ? 4 : 2)];
      auto piece = submission(random_, seen);
      for (auto& passage : piece.claims[0].passages)
        passage.text = seen.code + seen.indicator + seen.setting +
                       std::to_string(static_cast<int>(passage.voice));
      approve(*store_, piece);
    }
    const auto tables = store_->release(framework(), {})->tables;
    for (const char* outcome : {"P1", "P2", "P3", "P4", "P5"})
      for (std::size_t k = 0; k < kSessionKindCount; ++k) {
        const auto* figure = tables.find(coverageFigure(static_cast<SessionKind>(k), outcome));
        int& least = surely[std::string(title(static_cast<SessionKind>(k))) + outcome];
        if (figure->shown()) least = std::max(least, std::max(5, *figure->about() - 2));
      }
    for (const char* outcome : {"P1", "P2", "P3"})
      if (const auto open = store_->open(movedFigure(outcome), framework(), {"Farida"}); open.ok())
        for (const OpenedPassage& passage : open->passages)
          listed[passage.setting + outcome].insert(passage.text);
  }
  EXPECT_FALSE(listed.empty());
  for (const auto& [cell, texts] : listed)
    EXPECT_LE(static_cast<int>(texts.size()), surely[cell]) << cell;
}

TEST_F(Store, TheThresholdIsNeverUnderFive) {
  EXPECT_EQ(store_->setThreshold(4).error().code, ErrorCode::InvalidInput);
  ASSERT_TRUE(store_->setThreshold(8).ok());
  approveMany(*store_, random_, 7);
  EXPECT_FALSE(store_->release(framework(), {})->tables.domains[1].outcomes[3].youngPeople.shown());
}

TEST_F(Store, HostileBytesAreRefusedAndChangeNothing) {
  const std::string good = encodeSubmission(submission(random_, {}));
  for (int i = 0; i < 2000 * effort(); ++i) {
    SCOPED_TRACE("round " + std::to_string(i));
    std::string bad = good;
    const std::size_t at = random_.below(bad.size());
    switch (random_.below(4)) {
      case 0:
        bad[at] = static_cast<char>(random_.next());
        break;
      case 1:
        bad.resize(at);
        break;
      case 2:
        bad.insert(at, bad.substr(random_.below(bad.size())));
        break;
      default:
        bad.erase(at, 1 + random_.below(20));
    }
    if (journal::exchange::decodeSubmission(bad).ok()) continue;
    ASSERT_FALSE(store_->submit(bad).ok());
  }
  EXPECT_TRUE(store_->queue(Role::Facilitator)->empty());
  auto dated = submission(random_, {});
  dated.claims[0].passages[0].term = "22 January 2026";
  EXPECT_EQ(store_->submit(encodeSubmission(dated)).error().code, ErrorCode::InvalidInput);
  dated.claims.clear();
  EXPECT_EQ(store_->submit(encodeSubmission(dated)).error().code, ErrorCode::InvalidInput);
}

/// Any person tries any step at any time: the trail always leads where the piece stands, and
/// evidence is in force exactly while it is approved.
TEST_F(Store, RandomReviewWalksKeepTrailAndEvidenceInStep) {
  constexpr const char* kPeople[] = {"Imani Brooke", "Gethin", "Dee", "Farida"};
  for (int walk = 0; walk < 20 * effort(); ++walk) {
    SCOPED_TRACE("walk " + std::to_string(walk));
    auto piece = submission(random_, {.code = "w" + std::to_string(walk)});
    piece.dslMustAgree = random_.below(2) == 0;
    ASSERT_TRUE(store_->submit(encodeSubmission(piece)).ok());
    for (int move = 0; move < 12; ++move) {
      const ReviewRequest request{static_cast<ReviewAction>(1 + random_.below(6)),
                                  kPeople[random_.below(4)], static_cast<Role>(random_.below(5)),
                                  random_.below(3) == 0 ? "" : "because"};
      const auto before = store_->outcomes(piece.caseStudy)->back().to;
      const auto step = store_->review(piece.caseStudy, request);
      const auto trail = store_->outcomes(piece.caseStudy).value();
      EXPECT_EQ(trail.back().to, step.ok() ? *step : before);
      const auto approved = store_->approved().value();
      const bool inForce =
          std::any_of(approved.begin(), approved.end(),
                      [&](const ReviewPiece& one) { return one.caseStudy == piece.caseStudy; });
      EXPECT_EQ(inForce, trail.back().to == ReviewStep::Approved);
    }
  }
  EXPECT_TRUE(store_->check().ok());
}

}  // namespace
}  // namespace syncing::evidence::test
