// Erasing for good: no words stay anywhere, and what a case study quoted goes with them.
#include <gmock/gmock.h>

#include <set>

#include "journal/domain/own_learning.h"
#include "tests/journal/service/devices_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Where in the whole database these words stand: the log, and every table there is.
std::vector<std::string> placesOf(LocalJournal& journal, const std::string& words) {
  std::vector<std::string> columns;
  store::Database& database = journal.database();
  store::Query tables = database.query(
      "SELECT m.name, p.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p "
      "WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'");
  while (*tables.next()) {
    columns.push_back("\"" + tables.text(0) + "\" WHERE instr(CAST(\"" + tables.text(1) +
                      "\" AS BLOB), CAST('" + words + "' AS BLOB)) > 0");
  }
  std::vector<std::string> places;
  for (const std::string& column : columns) {
    static std::set<std::string> statements;  // the database keeps them by their address
    store::Query found =
        database.query(statements.insert("SELECT count(*) FROM " + column).first->c_str());
    if (found.firstInteger()->value_or(0) > 0) places.push_back(column);
  }
  return places;
}

class Erasing : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    must(PutName{wren_});
    id_ = write("Ayaan brought a marimba. He counted in. We talked.");
    tag_ = tagOf(id_, "brought a marimba");
    tag_.youngPerson = wren_.id;
    must(PutTag{tag_});
    other_ = write("A quiet timpani lesson.");
    otherTag_ = tagOf(other_, "timpani");
    must(PutTag{otherTag_});
  }
  CaseStudy study(std::optional<NameId> about = std::nullopt) {
    CaseStudy study;
    study.id = CaseStudyId::random(random_);
    study.title = "Counting in";
    study.author = "Sam";
    study.about = about;
    study.claims.push_back({ClaimId::random(random_),
                            "He brings his own instrument.",
                            {{tag_.id, tag_.quote}, {otherTag_.id, otherTag_.quote}}});
    study.agreement = Agreement{*UseLevel::of(1), "young person", "at a lesson", day("2026-01-20"),
                                day("2028-01-20")};
    must(StartCaseStudy{study});
    return study;
  }
  void reviewed(CaseStudyId id, ReviewAction action, ReviewStep from, ReviewStep to) {
    must(RecordReview{id, {clock_.now(), "Sam", Role::Tutor, action, from, to, "Why not"}});
  }
  void settle() {
    while (*journal_->tidy(std::chrono::milliseconds{5})) {
    }
  }

  KnownName wren_;
  ReflectionId id_;
  ReflectionId other_;
  Tag tag_;
  Tag otherTag_;
};

TEST_F(Erasing, ACaseStudyGoesOnAsADraftWithoutTheQuoteAndTheQuoteIsNowhere) {
  const CaseStudy before = study();
  Claim claim = before.claims.front();
  claim.text = "He brings his own, often.";
  must(PutClaim{before.id, claim});
  ASSERT_THAT(placesOf(*journal_, "marimba"), ::testing::Not(IsEmpty()));
  must(EraseReflection{id_});
  settle();
  EXPECT_THAT(placesOf(*journal_, "marimba"), IsEmpty());
  const auto rows = journal_->caseStudies();
  ASSERT_THAT(*rows, SizeIs(1));
  EXPECT_NE(rows->front().id, before.id);
  const auto after = journal_->caseStudy(rows->front().id);
  EXPECT_EQ(after->title, "Counting in");
  EXPECT_EQ(after->claims.front().text, "He brings his own, often.");
  ASSERT_THAT(after->claims.front().evidence, SizeIs(1));
  EXPECT_EQ(after->claims.front().evidence.front().tag, otherTag_.id);
  EXPECT_EQ(after->agreement, before.agreement);
  EXPECT_THAT(problems(), IsEmpty());
  reopen();
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, AQuoteThatWasTakenOutOfTheClaimBeforeIsNowhereEither) {
  const CaseStudy before = study();
  Claim claim = before.claims.front();
  claim.evidence.erase(claim.evidence.begin());
  must(PutClaim{before.id, claim});
  must(EraseReflection{id_});
  EXPECT_THAT(placesOf(*journal_, "marimba"), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, WhatLeftForIsNowhereEitherOnceTheCaseStudyWasWithdrawn) {
  const CaseStudy before = study();
  must(RecordDeparture{before.id, "{\"quote\":\"brought a marimba\"}", clock_.now()});
  reviewed(before.id, ReviewAction::Submit, ReviewStep::Draft, ReviewStep::FacilitatorCheck);
  const auto refused = journal_->apply(EraseReflection{id_});
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().advice, HasSubstr("Withdraw the case study first"));
  EXPECT_THAT(refused.error().detail, ::testing::Not(HasSubstr("Counting")));
  EXPECT_TRUE(journal_->reflection(id_).ok());
  reviewed(before.id, ReviewAction::Withdraw, ReviewStep::FacilitatorCheck, ReviewStep::Withdrawn);
  must(EraseReflection{id_});
  EXPECT_THAT(placesOf(*journal_, "marimba"), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, OwnLearningIsKeptUnderAnotherIdWithItsTagsAndNothingOfThePerson) {
  const auto stored = journal_->reflection(id_);
  Tag plain = tagOf(id_, "counted in", "P2.1");
  must(PutTag{plain});
  const auto names = *journal_->names();
  const NameLookup lookup = [&](NameId) { return &names.front(); };
  Learning learning = ownLearning(
      *stored, *journal_->tagsOf(id_), [](NameId) { return true; }, lookup,
      [](std::string_view text) { return std::string(text); });
  learning.reflection.id = ReflectionId::random(random_);
  Erase erase;
  erase.replaced.push_back({id_, learning.reflection, learning.tags, {}});
  must(erase);
  EXPECT_EQ(journal_->reflection(id_).error().code, ErrorCode::NotFound);
  EXPECT_EQ(journal_->reflection(learning.reflection.id)->text,
            "a young person brought a marimba. He counted in. We talked.");
  const auto tags = journal_->tagsOf(learning.reflection.id);
  ASSERT_THAT(*tags, SizeIs(1));
  EXPECT_EQ(tags->front().id, plain.id);
  EXPECT_EQ(tags->front().quote, "counted in");
  EXPECT_THAT(placesOf(*journal_, std::string(mentionToken(wren_.id))), IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
  must(RemoveTag{plain.id});
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, ANameGoesWithItsPlanItsAnswersAndItsPlaceInTheSearch) {
  Profile plan{wren_.id, "steel pans", "silence", {}};
  must(PutProfile{plan});
  Permission answer;
  answer.id = PermissionId::random(random_);
  answer.youngPerson = wren_.id;
  answer.askedBy = "tutor";
  answer.howAsked = "over the xylophone";
  answer.on = answer.until = day("2026-01-22");
  must(RecordPermission{answer});
  Erase erase;
  erase.reflections = {id_};
  erase.name = wren_.id;
  must(erase);
  settle();
  EXPECT_THAT(*journal_->names(), IsEmpty());
  EXPECT_THAT(*journal_->allPermissions(), IsEmpty());
  EXPECT_THAT(*journal_->profiles(), IsEmpty());
  for (const char* words : {"steel pans", "xylophone", "Wren", "marimba"}) {
    EXPECT_THAT(placesOf(*journal_, words), IsEmpty()) << words;
  }
  EXPECT_THAT(found("ayaan"), IsEmpty());
  must(PutName{person("Ayaan Chaudhry", "Wren")});  // another of that name
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, NothingGoesWhenOneOfThemMayNot) {
  must(HoldReflection{other_, true});
  Erase erase;
  erase.reflections = {id_, other_};
  EXPECT_EQ(refused(erase), ErrorCode::Conflict);
  EXPECT_TRUE(journal_->reflection(id_).ok());
  erase.reflections = {id_, ReflectionId::random(random_)};
  EXPECT_EQ(refused(erase), ErrorCode::NotFound);
  EXPECT_TRUE(journal_->reflection(id_).ok());
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Erasing, ACopyDoesNotBringBackWhatWasErased) {
  const Reflection before = *journal_->reflection(id_);
  must(EraseReflection{id_});
  EXPECT_EQ(must(WriteReflection{before, {}, std::nullopt}).skipped, 1U);
  EXPECT_THAT(placesOf(*journal_, "marimba"), IsEmpty());
}

TEST_F(Erasing, AnApprovedCaseStudyIsRenewedForSixYearsAtMostAndNoFurther) {
  const CaseStudy made = study();
  Agreement again = *made.agreement;
  again.on = day("2026-01-22");
  again.until = day("2030-01-22");
  EXPECT_EQ(refused(RenewCaseStudy{made.id, again}), ErrorCode::Conflict) << "not approved";
  reviewed(made.id, ReviewAction::Submit, ReviewStep::Draft, ReviewStep::FacilitatorCheck);
  must(RecordReview{made.id,
                    {clock_.now(), "Gwen", Role::Facilitator, ReviewAction::Approve,
                     ReviewStep::FacilitatorCheck, ReviewStep::ManagerDecision, ""}});
  must(RecordReview{made.id,
                    {clock_.now(), "Farida", Role::Manager, ReviewAction::Approve,
                     ReviewStep::ManagerDecision, ReviewStep::Approved, ""}});
  must(RenewCaseStudy{made.id, again});
  EXPECT_EQ(journal_->caseStudy(made.id)->agreement, again);
  again.until = day("2032-01-23");
  EXPECT_EQ(refused(RenewCaseStudy{made.id, again}), ErrorCode::Conflict);
  again.until = day("2032-01-22");
  must(RenewCaseStudy{made.id, again});
  again.level = *UseLevel::of(2);
  EXPECT_EQ(refused(RenewCaseStudy{made.id, again}), ErrorCode::Conflict);
  EXPECT_THAT(problems(), IsEmpty());
}

// On several devices -----------------------------------------------------------------------------

class ErasingApart : public TwoDevices {
 protected:
  void SetUp() override {
    TwoDevices::SetUp();
    wren_.id = NameId::random(home_.random);
    wren_.realName = "Ayaan";
    wren_.codeName = "Wren";
    does(home_, PutName{wren_});
    reflection_.id = ReflectionId::random(home_.random);
    reflection_.lesson.date = *parseDate("2026-01-22");
    reflection_.text = "Ayaan brought a marimba.";
    does(home_, WriteReflection{reflection_, {}, std::nullopt});
    exchange();
  }
  void nowhere(const std::string& words) {
    for (OnDevice* on : {&home_, &school_}) {
      EXPECT_THAT(placesOf(*on->journal, words), IsEmpty()) << words;
      EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
      on->reopen();
      EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
    }
  }

  KnownName wren_;
  Reflection reflection_;
};

TEST_F(ErasingApart, ANameThatWasErasedIsGoneOnBothWhateverTheOtherRecordedMeanwhile) {
  Permission answer;
  answer.id = PermissionId::random(school_.random);
  answer.youngPerson = wren_.id;
  answer.askedBy = "tutor";
  answer.howAsked = "over the xylophone";
  answer.on = answer.until = *parseDate("2026-01-22");
  does(school_, RecordPermission{answer});
  does(school_, PutProfile{{wren_.id, "steel pans", "", {}}});
  KnownName renamed = wren_;
  renamed.codeName = "Nightjar";
  does(school_, PutName{renamed});
  Erase erase;
  erase.reflections = {reflection_.id};
  erase.name = wren_.id;
  does(home_, erase);
  exchange();
  for (const char* words : {"marimba", "xylophone", "steel pans", "Nightjar", "Wren"}) {
    nowhere(words);
  }
  EXPECT_THAT(*home_.journal->names(), IsEmpty());
  EXPECT_THAT(*school_.journal->names(), IsEmpty());
}

TEST_F(ErasingApart, OwnLearningKeptOnOneIsAllThatIsLeftOnBoth) {
  Tag tag;
  tag.id = TagId::random(home_.random);
  tag.reflection = reflection_.id;
  const std::string text = home_.journal->reflection(reflection_.id)->text;
  tag.quote = "a marimba";
  tag.passage = {text.find(tag.quote), text.find(tag.quote) + tag.quote.size()};
  tag.indicator = *IndicatorCode::parse("P1.1");
  does(home_, PutTag{tag});
  exchange();
  does(school_, EditText{reflection_.id, "Ayaan brought a marimba. He dropped a bassoon."});
  Reflection kept = reflection_;
  kept.id = ReflectionId::random(home_.random);
  kept.text = "Somebody brought a marimba.";
  tag.passage = {kept.text.find(tag.quote), kept.text.find(tag.quote) + tag.quote.size()};
  Erase erase;
  erase.replaced.push_back({reflection_.id, kept, {tag}, {}});
  does(home_, erase);
  tag.level = Level::of(3);
  exchange();
  nowhere("bassoon");
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(on->journal->reflection(reflection_.id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(on->journal->reflection(kept.id)->text, "Somebody brought a marimba.");
    ASSERT_THAT(*on->journal->tagsOf(kept.id), SizeIs(1));
    EXPECT_EQ(on->journal->tagsOf(kept.id)->front().id, tag.id);
  }
}

TEST_F(ErasingApart, ACaseStudyErasedOnOneTakesTheClaimsOfTheOtherAlong) {
  CaseStudy study;
  study.id = CaseStudyId::random(home_.random);
  study.title = "Glockenspiel";
  study.author = "Sam";
  does(home_, StartCaseStudy{study});
  exchange();
  does(school_, PutClaim{study.id, {ClaimId::random(school_.random), "A bassoon claim.", {}}});
  Erase erase;
  erase.caseStudies = {study.id};
  does(home_, erase);
  exchange();
  nowhere("Glockenspiel");
  nowhere("bassoon");
  EXPECT_THAT(*school_.journal->caseStudies(), IsEmpty());
}

}  // namespace
}  // namespace journal::service
