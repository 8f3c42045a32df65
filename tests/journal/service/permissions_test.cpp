// Answers to how far notes about a young person may go, kept as they were given.

#include <gmock/gmock.h>

#include "journal/service/publish.h"
#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Permissions : public JournalTest {
 protected:
  void SetUp() override {
    JournalTest::SetUp();
    wren_ = person("Ayaan Chaudhry", "Wren");
    must(PutName{wren_});
  }
  Permission answer(Answerer who, std::optional<int> level, std::string_view on = "2026-01-20") {
    Permission permission;
    permission.id = PermissionId::random(random_);
    permission.youngPerson = wren_.id;
    permission.answerer = who;
    if (level) permission.level = UseLevel::of(*level);
    permission.askedBy = "tutor";
    permission.howAsked = "read together after the lesson";
    permission.on = day(on);
    permission.until = agreementEnds(day(on));
    return permission;
  }
  /// A case study about Wren that is ready to go to partners.
  CaseStudyId readyStudy() {
    const ReflectionId entry = write("He counted four bars in.");
    Tag tag = tagOf(entry, "counted four bars");
    tag.youngPerson = wren_.id;
    must(PutTag{tag});
    CaseStudy study;
    study.id = CaseStudyId::random(random_);
    study.title = "Counting in";
    study.author = "Sam";
    study.about = wren_.id;
    Claim claim;
    claim.id = ClaimId::random(random_);
    claim.text = "He counts the group in.";
    claim.evidence.push_back({tag.id, tag.quote});
    study.claims.push_back(claim);
    study.agreement = Agreement{*UseLevel::of(2), "mother", "read together", day("2026-01-20"),
                                day("2028-01-20")};
    must(StartCaseStudy{study});
    return study.id;
  }
  std::vector<std::string> problemsOf(CaseStudyId id) {
    const auto prepared = Publisher(*journal_, clock_, nothingMarked()).prepare(id);
    EXPECT_TRUE(prepared.ok());
    return prepared.ok() ? prepared->problems : std::vector<std::string>{"not prepared"};
  }

  KnownName wren_;
};

TEST_F(Permissions, EveryAnswerStaysAndTheLogAgrees) {
  const Permission no = answer(Answerer::YoungPerson, std::nullopt, "2026-01-10");
  const Permission yes = answer(Answerer::YoungPerson, 1, "2026-01-20");
  EXPECT_TRUE(must(RecordPermission{yes}).changes.permissions);
  must(RecordPermission{no});
  EXPECT_EQ(must(RecordPermission{yes}).skipped, 1u);
  reopen();
  EXPECT_THAT(*journal_->permissions(wren_.id), ElementsAre(no, yes)) << "by day";
  EXPECT_THAT(*journal_->allPermissions(), SizeIs(2));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Permissions, AnAnswerIsNeverChanged) {
  Permission yes = answer(Answerer::Carer, 3);
  must(RecordPermission{yes});
  yes.level = std::nullopt;
  EXPECT_EQ(refused(RecordPermission{yes}), ErrorCode::Conflict);
}

TEST_F(Permissions, ItSaysWhoAskedHowAndOfWhom) {
  Permission unsaid = answer(Answerer::Carer, 2);
  unsaid.howAsked = " ";
  const auto result = journal_->apply(RecordPermission{unsaid});
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.error().advice, HasSubstr("who asked"));
  Permission nobody = answer(Answerer::Carer, 2);
  nobody.youngPerson = NameId::random(random_);
  EXPECT_EQ(refused(RecordPermission{nobody}), ErrorCode::NotFound);
  Permission backwards = answer(Answerer::Carer, 2);
  backwards.until = day("2026-01-01");
  EXPECT_EQ(refused(RecordPermission{backwards}), ErrorCode::InvalidInput);
}

TEST_F(Permissions, TheYoungPersonsNoKeepsACaseStudyAtHomeWhateverWasAgreed) {
  const CaseStudyId study = readyStudy();
  EXPECT_THAT(problemsOf(study), IsEmpty());
  must(RecordPermission{answer(Answerer::Carer, 3)});
  EXPECT_THAT(problemsOf(study), IsEmpty());
  must(RecordPermission{answer(Answerer::YoungPerson, std::nullopt)});
  EXPECT_THAT(problemsOf(study), ElementsAre(HasSubstr("Wren said no on 2026-01-20")));
  must(RecordPermission{answer(Answerer::YoungPerson, 1, "2026-01-21")});
  EXPECT_THAT(problemsOf(study), ElementsAre(HasSubstr("do not reach as far")));
  must(RecordPermission{answer(Answerer::YoungPerson, 2, "2026-01-22")});
  EXPECT_THAT(problemsOf(study), IsEmpty());
}

TEST_F(Permissions, ADamagedAnswerIsFoundByTheCheck) {
  must(RecordPermission{answer(Answerer::YoungPerson, std::nullopt)});
  ASSERT_TRUE(journal_->database().script("UPDATE permission SET level = 3").ok());
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace journal::service
