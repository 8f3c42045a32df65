// Case studies, learning plans and intentions that two devices change without knowing of each
// other: nobody's words are thrown away for the other's.

#include <gmock/gmock.h>

#include "tests/journal/service/devices_support.h"

namespace journal::service {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Joined : public TwoDevices {
 protected:
  /// A case study with one claim, on both.
  void startStudy(const std::string& words) {
    study_.id = CaseStudyId::random(home_.random);
    study_.title = "A way in";
    study_.author = "Imani Brooke";
    claim_.id = ClaimId::random(home_.random);
    claim_.text = words;
    does(home_, StartCaseStudy{study_});
    does(home_, PutClaim{study_.id, claim_});
    exchange();
  }
  Claim with(const std::string& words) const {
    Claim claim = claim_;
    claim.text = words;
    return claim;
  }
  Claim claimOn(OnDevice& on) { return on.journal->caseStudy(study_.id)->claims.at(0); }
  /// A young person with a plan, on both.
  void startPlan(const std::string& interests) {
    KnownName name;
    name.id = NameId::random(home_.random);
    name.codeName = "Wren";
    does(home_, PutName{name});
    plan_.youngPerson = name.id;
    plan_.interests = interests;
    plan_.goals = {goal("Play to others."), goal("Count the rests.")};
    does(home_, PutProfile{plan_});
    exchange();
  }
  static Goal goal(const std::string& words) {
    return {schoolTermOf(*parseDate("2026-01-22")), words, GoalState::Open, false};
  }
  Profile planOn(OnDevice& on) { return *on.journal->profile(plan_.youngPerson); }
  Tag taggedOn(OnDevice& on, const std::string& text) {
    Tag tag;
    tag.id = TagId::random(on.random);
    tag.reflection = write(on, text);
    tag.passage = {0, text.size()};
    tag.quote = text;
    tag.indicator = *IndicatorCode::parse("P1.1");
    does(on, PutTag{tag});
    return tag;
  }
  void bothAgree() {
    for (OnDevice* on : {&home_, &school_}) {
      EXPECT_THAT(on->journal->check({}, {})->problems, IsEmpty());
    }
  }

  CaseStudy study_;
  Claim claim_;
  Profile plan_;
};

TEST_F(Joined, SentencesOfAClaimChangedApartAreBothThere) {
  startStudy("She chose. She led.");
  does(home_, PutClaim{study_.id, with("She chose the verse. She led.")});
  does(school_, PutClaim{study_.id, with("She chose. She led. They followed.")});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_EQ(claimOn(*on).text, "She chose the verse. She led. They followed.");
  }
  bothAgree();
}

TEST_F(Joined, ASentenceOfAClaimThatBothChangedIsThereTwice) {
  startStudy("She chose.");
  does(home_, PutClaim{study_.id, with("She chose the verse.")});
  does(school_, PutClaim{study_.id, with("She chose the song.")});
  exchange();
  EXPECT_EQ(claimOn(home_).text, claimOn(school_).text);
  EXPECT_THAT(claimOn(home_).text, HasSubstr("the verse"));
  EXPECT_THAT(claimOn(home_).text, HasSubstr("the song"));
  // Whoever tidies it has seen both.
  does(school_, PutClaim{study_.id, with("She chose.")});
  exchange();
  EXPECT_EQ(claimOn(home_).text, "She chose.");
  bothAgree();
}

TEST_F(Joined, AClaimWrittenOnElsewhereSurvivesItsRemoval) {
  startStudy("She chose.");
  does(home_, RemoveClaim{study_.id, claim_.id});
  does(school_, PutClaim{study_.id, with("She chose the song.")});
  exchange();
  for (OnDevice* on : {&home_, &school_}) EXPECT_EQ(claimOn(*on).text, "She chose the song.");
  bothAgree();
}

TEST_F(Joined, PassagesThatEitherLinkedAreLinkedAndOneTakenOffIsOff) {
  const Tag first = taggedOn(home_, "They led.");
  const Tag second = taggedOn(home_, "They chose.");
  const Tag third = taggedOn(home_, "They waited.");
  startStudy("She chose.");
  claim_.evidence = {{first.id, first.quote}};
  does(home_, PutClaim{study_.id, claim_});
  exchange();
  Claim atHome = claim_;
  atHome.evidence.push_back({second.id, second.quote});
  Claim atSchool = claim_;
  atSchool.evidence = {{third.id, third.quote}};
  does(home_, PutClaim{study_.id, atHome});
  does(school_, PutClaim{study_.id, atSchool});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    EXPECT_THAT(claimOn(*on).evidence, UnorderedElementsAre(EvidenceLink{second.id, second.quote},
                                                            EvidenceLink{third.id, third.quote}));
  }
  bothAgree();
}

TEST_F(Joined, TwoTitlesAreBothRead) {
  startStudy("She chose.");
  does(home_, SetCaseStudyTitle{study_.id, "A way in"});
  does(home_, SetCaseStudyTitle{study_.id, "From the back row"});
  does(school_, SetCaseStudyTitle{study_.id, "Finding a voice"});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    // In the order of their clocks.
    EXPECT_EQ(on->journal->caseStudy(study_.id)->title, "Finding a voice / From the back row");
  }
  bothAgree();
}

TEST_F(Joined, APlanKeepsWhatWasWrittenOnEither) {
  startPlan("Drums. Maps.");
  Profile atHome = plan_;
  atHome.interests = "Drums. Maps. Trains.";
  atHome.goals[0].state = GoalState::Reached;
  Profile atSchool = plan_;
  atSchool.interests = "Drum kits. Maps.";
  atSchool.whatHelps = "A quiet start.";
  atSchool.goals[1].text = "Count the rests aloud.";
  does(home_, PutProfile{atHome});
  does(school_, PutProfile{atSchool});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    const Profile both = planOn(*on);
    EXPECT_EQ(both.interests, "Drum kits. Maps. Trains.");
    EXPECT_EQ(both.whatHelps, "A quiet start.");
    ASSERT_EQ(both.goals.size(), 2U);
    EXPECT_EQ(both.goals[0].state, GoalState::Reached);
    EXPECT_EQ(both.goals[1].text, "Count the rests aloud.");
  }
  bothAgree();
}

TEST_F(Joined, WordsTypedOnBeforeTheOthersWereSeenTakeNothingAwayFromThem) {
  startStudy("She chose. She led.");
  does(school_, PutClaim{study_.id, with("She chose the song. She led.")});
  startPlan("Drums.");
  Profile atSchool = plan_;
  atSchool.whatHelps = "A quiet start.";
  does(school_, PutProfile{atSchool});
  exchange();
  // The page at home still shows what was there before.
  does(home_, PutClaim{study_.id, with("She chose. She led. They followed."), claim_});
  EXPECT_EQ(claimOn(home_).text, "She chose the song. She led. They followed.");
  Profile atHome = plan_;
  atHome.interests = "Drums. Maps.";
  does(home_, PutProfile{atHome, plan_});
  EXPECT_EQ(planOn(home_).interests, "Drums. Maps.");
  EXPECT_EQ(planOn(home_).whatHelps, "A quiet start.");
  // Whoever says nothing of what it was made from means all of it.
  does(home_, PutProfile{plan_});
  EXPECT_EQ(planOn(home_), plan_);
  exchange();
  bothAgree();
}

TEST_F(Joined, AnIntentionMetOnOneAndWordedAnewOnTheOtherIsBoth) {
  Intention intention;
  intention.id = IntentionId::random(home_.random);
  intention.text = "Start from their song.";
  intention.group = "Brass group";
  intention.madeOn = *parseDate("2026-01-22");
  does(home_, PutIntention{intention});
  exchange();
  Intention done = intention;
  done.state = IntentionState::Done;
  Intention worded = intention;
  worded.text = "Start from their own song.";
  does(school_, PutIntention{worded});
  does(home_, PutIntention{done});
  exchange();
  for (OnDevice* on : {&home_, &school_}) {
    const auto all = *on->journal->intentions();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].text, "Start from their own song.");
    EXPECT_EQ(all[0].state, IntentionState::Done);
  }
  bothAgree();
}

}  // namespace
}  // namespace journal::service
