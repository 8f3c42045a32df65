// Everything about somebody, erasing them, and what is past its time.
#include <gmock/gmock.h>

#include "journal/exchange/submission_json.h"
#include "journal/service/due_today.h"
#include "journal/service/erase_person.h"
#include "journal/service/publish.h"
#include "tests/journal/service/devices_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class KeptThings : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    robin_ = person("Ines Costa", "Robin");
    must(PutName{wren_});
    must(PutName{robin_});
    id_ = write("Ayaan brought a marimba.");
    tag_ = tagOf(id_, "brought a marimba");
    tag_.youngPerson = wren_.id;
    must(PutTag{tag_});
    other_ = write("Ines counted in.");
    otherTag_ = tagOf(other_, "counted in");
    otherTag_.youngPerson = robin_.id;
    must(PutTag{otherTag_});
  }
  CaseStudyId study(const std::string& claim, const Tag& tag, std::optional<NameId> about) {
    CaseStudy study;
    study.id = CaseStudyId::random(random_);
    study.title = "A study";
    study.author = "Sam";
    study.about = about;
    study.claims.push_back({ClaimId::random(random_), claim, {{tag.id, tag.quote}}});
    study.agreement = Agreement{*UseLevel::of(1), "young person", "at a lesson", day("2026-01-20"),
                                day("2028-01-20")};
    must(StartCaseStudy{study});
    return study.id;
  }
  void sends(CaseStudyId id) {
    Publisher publisher(*journal_, clock_, nothingMarked());
    const auto prepared = publisher.prepare(id);
    ASSERT_TRUE(prepared.ok());
    must(RecordDeparture{id, prepared->bytes, clock_.now()});
    step(id, Role::Tutor, ReviewAction::Submit, ReviewStep::Draft, ReviewStep::FacilitatorCheck);
  }
  void step(CaseStudyId id, Role role, ReviewAction action, ReviewStep from, ReviewStep to) {
    const std::string by = role == Role::Tutor ? "Sam" : "Farida";
    must(RecordReview{id, {clock_.now(), by, role, action, from, to, "Why not"}});
  }
  void approve(CaseStudyId id) {
    step(id, Role::Facilitator, ReviewAction::Approve, ReviewStep::FacilitatorCheck,
         ReviewStep::ManagerDecision);
    must(RecordReview{id,
                      {clock_.now(), "Gwen", Role::Manager, ReviewAction::Approve,
                       ReviewStep::ManagerDecision, ReviewStep::Approved, ""}});
  }
  Everything everything(const KnownName& who) { return *findEverything(*journal_, who, {}); }
  std::vector<Due> due(std::string_view today) {
    auto found = dueToday(*journal_, KeepingSchedule{}, day(today), {});
    EXPECT_TRUE(found.ok());
    return found->due;
  }

  KnownName wren_;
  KnownName robin_;
  ReflectionId id_;
  ReflectionId other_;
  Tag tag_;
  Tag otherTag_;
};

// Finding ----------------------------------------------------------------------------------------

TEST_F(KeptThings, EverythingAboutSomebodyIsFoundWhereverItIs) {
  must(EditText{other_, "Ines counted in. Wren listened."});  // by the code
  must(PutProfile{{wren_.id, "steel pans", "", {}}});
  must(PutSlot{{SlotId::random(random_),
                std::nullopt,
                2,
                {},
                {},
                Setting::OneToOne,
                "Ayaan, clarinet",
                "",
                ""}});
  must(KeepWord{{WordId::random(random_), "Ayaan"}});
  Permission answer;
  answer.id = PermissionId::random(random_);
  answer.youngPerson = wren_.id;
  answer.askedBy = "tutor";
  answer.howAsked = "at a lesson";
  answer.on = answer.until = day("2026-01-22");
  must(RecordPermission{answer});
  Intention meant;
  meant.id = IntentionId::random(random_);
  meant.text = "Ask him about it";
  meant.youngPerson = wren_.id;
  meant.madeOn = day("2026-01-22");
  must(PutIntention{meant});
  const CaseStudyId sent = study("He brings his own.", tag_, wren_.id);
  sends(sent);
  study("She counts in.", otherTag_, robin_.id);
  const Everything found = everything(wren_);
  EXPECT_EQ(found.counts(), (AccessCounts{2, 0, 1, 4 - 1, 1, 1, 1}));
  EXPECT_THAT(found.words, SizeIs(1));
  ASSERT_THAT(found.studies, SizeIs(1));
  EXPECT_EQ(found.studies.front().study.id, sent);
  EXPECT_TRUE(found.entries[0].aboutThemAlone);
  EXPECT_FALSE(found.entries[1].aboutThemAlone);
  const std::string copy = exchange::accessText(accessCopy(found, day("2026-02-01"), {}));
  for (const char* there : {"brought a marimba", "steel pans", "Ask him about it", "clarinet",
                            "What left this device", "He brings his own."}) {
    EXPECT_THAT(copy, HasSubstr(there));
  }
  EXPECT_THAT(copy, Not(HasSubstr("Ines")));
  EXPECT_THAT(copy, Not(HasSubstr("Robin")));
}

TEST_F(KeptThings, WhatLeftIsFoundWhenTheJournalItselfHoldsNothingMore) {
  const CaseStudyId sent = study("He brings his own.", tag_, std::nullopt);
  sends(sent);
  step(sent, Role::Tutor, ReviewAction::Withdraw, ReviewStep::FacilitatorCheck,
       ReviewStep::Withdrawn);
  Claim claim = journal_->caseStudy(sent)->claims.front();
  claim.text = "Somebody does.";
  claim.evidence.clear();
  must(PutClaim{sent, claim});
  EXPECT_EQ(everything(wren_).counts().left, 1);
}

// Erasing ----------------------------------------------------------------------------------------

TEST_F(KeptThings, ErasingSomebodyLeavesNothingOfThemAndNothingOfOthersGoes) {
  must(EditText{other_, "Ines counted in. Ayaan listened."});
  const CaseStudyId his = study("Ayaan brings his own.", tag_, wren_.id);
  Tag moved = journal_->tagsOf(other_)->front();
  const CaseStudyId hers = study("Ines counts in, and Ayaan listens.", moved, robin_.id);
  sends(his);
  ErasurePlan plan = planErasure(everything(wren_), false, random_);
  EXPECT_TRUE(plan.mustWithdraw);
  step(his, Role::Tutor, ReviewAction::Withdraw, ReviewStep::FacilitatorCheck,
       ReviewStep::Withdrawn);
  plan = planErasure(everything(wren_), false, random_);
  EXPECT_FALSE(plan.mustWithdraw);
  must(plan.op);
  EXPECT_THAT(*journal_->names(), SizeIs(1));
  EXPECT_EQ(journal_->caseStudy(his).error().code, ErrorCode::NotFound);
  EXPECT_EQ(journal_->caseStudy(hers).error().code, ErrorCode::NotFound);
  const auto rows = journal_->caseStudies();
  ASSERT_THAT(*rows, SizeIs(1));
  const auto goesOn = journal_->caseStudy(rows->front().id);
  EXPECT_EQ(goesOn->claims.front().text,
            mentionToken(robin_.id) + " counts in, and a young person listens.");
  ASSERT_THAT(goesOn->claims.front().evidence, SizeIs(1));
  EXPECT_EQ(goesOn->claims.front().evidence.front().tag, otherTag_.id);
  EXPECT_THAT(*journal_->journey(robin_.id), SizeIs(1));
  // No word of him in the log or any table: his name is sealed there, his id and code are not.
  for (const std::string& gone : {mentionToken(wren_.id), std::string("marimba"),
                                  std::string("Wren"), std::string("Ayaan")}) {
    store::Query log = journal_->database().query(
        "SELECT count(*) FROM op_log WHERE instr(entry, CAST(:words AS BLOB)) > 0");
    log.bind(gone);
    EXPECT_EQ(log.firstInteger()->value_or(-1), 0) << gone;
  }
  EXPECT_THAT(problems(), IsEmpty());
}

// Past its time ----------------------------------------------------------------------------------

TEST_F(KeptThings, EachKindIsDueAfterItsOwnTimeAndNotADayBefore) {
  Permission answer;
  answer.id = PermissionId::random(random_);
  answer.youngPerson = wren_.id;
  answer.askedBy = "tutor";
  answer.howAsked = "at a lesson";
  answer.on = day("2026-01-22");
  answer.until = day("2028-01-22");
  must(RecordPermission{answer});
  const auto kinds = [&](std::string_view today) {
    std::vector<KeptKind> found;
    for (const Due& one : due(today)) found.push_back(one.kind);
    return found;
  };
  EXPECT_THAT(kinds("2027-08-31"), IsEmpty());
  EXPECT_THAT(kinds("2027-09-01"), ElementsAre(KeptKind::PrivateEntry, KeptKind::PrivateEntry));
  must(EraseReflection{id_});
  must(EraseReflection{other_});
  write("Ayaan and Ines.", "2026-02-01");
  EXPECT_THAT(kinds("2028-02-02"), ElementsAre(KeptKind::PrivateEntry, KeptKind::FocusRecord))
      << "of Robin; Wren's answers are kept longer";
  EXPECT_THAT(kinds("2034-01-23"), ElementsAre(KeptKind::PrivateEntry, KeptKind::FocusRecord,
                                               KeptKind::Consent, KeptKind::FocusRecord));
}

TEST_F(KeptThings, ASharedEntryCountsFromTheDayItLeftAndAnApprovedStudyFromItsAgreement) {
  const CaseStudyId sent = study("He brings his own.", tag_, wren_.id);
  clock_.set("2026-10-01T10:00:00Z");
  sends(sent);
  approve(sent);
  EXPECT_THAT(due("2027-12-01"), SizeIs(1)) << "the other entry";
  std::vector<Due> later = due("2028-09-01");
  ASSERT_THAT(later, SizeIs(5));
  EXPECT_EQ(later[1].kind, KeptKind::CaseStudy);
  EXPECT_EQ(later[1].until, day("2028-01-20"));
  EXPECT_FALSE(later[1].isRetired);
  EXPECT_EQ(later.back().kind, KeptKind::SharedEntry);
  EXPECT_EQ(later.back().until, day("2028-08-31"));
  must(RecordReview{sent,
                    {clock_.now(), "Gwen", Role::Manager, ReviewAction::Retire,
                     ReviewStep::Approved, ReviewStep::Retired, "Its time is over"}});
  EXPECT_TRUE(due("2028-09-01")[1].isRetired);
}

TEST_F(KeptThings, WhatIsOnHoldIsNeverOffered) {
  must(HoldReflection{id_, true});
  const ReflectionId line = write("Concern passed to the DSL at Millhope, 22 January, 16:10.");
  LegalHold hold{LegalHoldId::random(random_), robin_.id, "Inquiry", day("2026-01-22"), {}};
  must(PutLegalHold{hold});
  must(EditText{other_, "Somebody counted in."});
  const auto found = dueToday(*journal_, KeepingSchedule{}, day("2027-12-01"), {});
  EXPECT_THAT(found->due, IsEmpty()) << line.hex();
  EXPECT_EQ(found->underLegalHold, 1U);
}

TEST_F(KeptThings, ACaseStudyThatQuotesWhatAnotherDeviceErasedMeanwhileIsNamedAndCanGoOn) {
  OnDevice school(9);
  school.create(folder_.path() / "school");
  const auto key = journal_->namesKey();
  ASSERT_TRUE(school.journal->adoptNamesKey(key).ok());
  ASSERT_TRUE(pass(*journal_, *school.journal, journal_->self()).ok());
  ASSERT_TRUE(school.journal->apply(EraseReflection{id_}).ok());
  const CaseStudyId made = study("He brings his own.", tag_, wren_.id);
  ASSERT_TRUE(pass(*school.journal, *journal_, school.journal->self()).ok());
  const auto found = dueToday(*journal_, KeepingSchedule{}, day("2026-01-22"), {});
  ASSERT_THAT(found->quotingErased, ElementsAre(made));
  EXPECT_THAT(problems(), IsEmpty());
  Erase erase;
  erase.requoted = {made};
  must(erase);
  EXPECT_THAT(dueToday(*journal_, KeepingSchedule{}, day("2026-01-22"), {})->quotingErased,
              IsEmpty());
  const auto rows = journal_->caseStudies();
  ASSERT_THAT(*rows, SizeIs(1));
  EXPECT_THAT(journal_->caseStudy(rows->front().id)->claims.front().evidence, IsEmpty());
  EXPECT_THAT(problems(), IsEmpty());
}

}  // namespace
}  // namespace journal::service
