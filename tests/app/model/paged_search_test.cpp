#include "app/model/paged_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace app::model;
using namespace journal::service;
using journal::Result;
using journal::SearchQuery;
using journal::SearchResume;

class SearchedJournal : public Journal {
 public:
  MOCK_METHOD(Result<SearchPage>, search, (const SearchQuery&), (override));
  MOCK_METHOD(Result<OpResult>, apply, (const Op&), (override));
  MOCK_METHOD(Result<journal::Reflection>, reflection, (journal::ReflectionId), (override));
  MOCK_METHOD(Result<std::vector<journal::Tag>>, tagsOf, (journal::ReflectionId), (override));
  MOCK_METHOD(Result<std::vector<journal::Tag>>, tags, (const std::vector<journal::TagId>&),
              (override));
  MOCK_METHOD(Result<std::vector<ReflectionRow>>, newest,
              (std::size_t, std::optional<journal::ReflectionId>), (override));
  MOCK_METHOD(Result<std::vector<ReflectionRow>>, binned, (), (override));
  MOCK_METHOD(Result<std::vector<journal::HeldEntry>>, held, (), (override));
  MOCK_METHOD(Result<std::vector<journal::Removal>>, removals, (), (override));
  MOCK_METHOD(Result<std::vector<journal::Permission>>, permissions, (journal::NameId), (override));
  MOCK_METHOD(Result<std::vector<journal::Permission>>, allPermissions, (), (override));
  MOCK_METHOD(Result<journal::OwnPrompts>, ownPrompts, (), (override));
  MOCK_METHOD(Result<journal::OwnFrameworks>, ownFrameworks, (), (override));
  MOCK_METHOD(Result<std::vector<journal::KnownName>>, names, (), (override));
  MOCK_METHOD(Result<std::vector<JourneyPoint>>, journey, (journal::NameId), (override));
  MOCK_METHOD(Result<std::vector<journal::Intention>>, openIntentions, (), (override));
  MOCK_METHOD(Result<std::vector<journal::Intention>>, intentions, (), (override));
  MOCK_METHOD(Result<std::vector<Version>>, versions, (journal::ReflectionId), (override));
  MOCK_METHOD(Result<journal::Profile>, profile, (journal::NameId), (override));
  MOCK_METHOD(Result<std::vector<journal::Profile>>, profiles, (), (override));
  MOCK_METHOD(Result<std::vector<ProfileVersion>>, profileVersions, (journal::NameId), (override));
  MOCK_METHOD(Result<std::vector<journal::Attachment>>, attachments, (journal::ReflectionId),
              (override));
  MOCK_METHOD(Result<std::string>, attachmentBytes, (journal::AttachmentId), (override));
  MOCK_METHOD(Result<std::vector<journal::KeptWord>>, keptWords, (), (override));
  MOCK_METHOD((journal::Result<std::vector<journal::Disagreement>>), disagreements, (), (override));
  MOCK_METHOD(Result<std::vector<journal::TimetableSlot>>, timetable, (), (override));
  MOCK_METHOD(Result<std::vector<CaseStudyRow>>, caseStudies, (), (override));
  MOCK_METHOD(Result<std::vector<journal::GroupSession>>, groupSessions, (), (override));
  MOCK_METHOD(Result<std::vector<journal::OwnFormat>>, ownFormats, (), (override));
  MOCK_METHOD(Result<std::vector<journal::OwnFormat>>, formatsSetAside, (), (override));
  MOCK_METHOD(Result<std::vector<journal::LegalHold>>, legalHolds, (), (override));
  MOCK_METHOD(Result<std::vector<journal::AccessRecord>>, accessLog, (), (override));
  MOCK_METHOD(Result<std::vector<journal::service::Departure>>, departures,
              (journal::CaseStudyId), (override));
  MOCK_METHOD(Result<journal::CaseStudy>, caseStudy, (journal::CaseStudyId), (override));
  MOCK_METHOD(Result<Counts>, counts, (), (override));
  MOCK_METHOD(Result<std::optional<journal::ReflectionId>>, findSource, (const std::string&),
              (override));
  MOCK_METHOD(Result<void>, forEachReflection, (std::stop_token, const ReflectionVisitor&),
              (override));
  MOCK_METHOD(Result<CheckReport>, check, (std::stop_token, const Progress&), (override));
  MOCK_METHOD(Result<bool>, tidy, (std::chrono::milliseconds), (override));
};

class StillClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override { return journal::UtcTime{}; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override { return {}; }
};

/// Three parts with a hit each for anything asked, named after it.
struct Searching : testing::Test {
  Searching() {
    auto owned = std::make_unique<testing::NiceMock<SearchedJournal>>();
    ON_CALL(*owned, search).WillByDefault([this](const SearchQuery& wanted) {
      return part(wanted);
    });
    tasks.room().journal = std::move(owned);
  }
  Result<SearchPage> part(const SearchQuery& wanted) {
    asked.push_back(wanted);
    if (broken) return journal::Error{journal::ErrorCode::Corrupt, "a page is damaged"};
    const std::size_t taken = wanted.resume ? wanted.resume->taken : 0;
    SearchPage page;
    SearchHit hit;
    hit.row.excerpt = wanted.typed + std::to_string(taken);
    page.hits.push_back(hit);
    page.unread = unread;
    if (taken < 2) page.resume = SearchResume{10 - static_cast<std::int64_t>(taken), taken + 1};
    return page;
  }
  void ask(const std::string& typed) {
    SearchQuery wanted;
    wanted.typed = typed;
    search.ask(wanted);
  }
  void onAnswer(const Result<SearchPage>& page) {
    std::vector<std::string> hits;
    if (page.ok()) {
      for (const SearchHit& hit : page->hits) hits.push_back(hit.row.excerpt);
    }
    answers.push_back(hits);
    wasLooking.push_back(search.looking());
  }

  journal::SeededRandom random{3};
  StillClock clock;
  AppState state;
  SteppedTasks tasks{JournalRoom{}};
  Library library;
  Context context{.state = state,
                  .tasks = tasks,
                  .clock = clock,
                  .random = random,
                  .library = library,
                  .open = true};
  bool broken = false;
  std::size_t unread = 0;
  std::vector<SearchQuery> asked;
  std::vector<std::vector<std::string>> answers;
  std::vector<bool> wasLooking;
  PagedSearch search{context, [this](const auto& page) { onAnswer(page); }};
};

TEST_F(Searching, ALongAnswerComesInPartsAndOnlyTheLastEndsTheLooking) {
  ask("a");
  EXPECT_TRUE(search.looking());
  tasks.settle();
  EXPECT_EQ(answers,
            (std::vector<std::vector<std::string>>{{"a0"}, {"a0", "a1"}, {"a0", "a1", "a2"}}));
  EXPECT_EQ(wasLooking, (std::vector<bool>{true, true, false}));
  for (const SearchQuery& part : asked) {
    ASSERT_TRUE(part.within.has_value()) << "a part may take as long as it likes";
    EXPECT_LT(*part.within, std::chrono::milliseconds(5));
  }
}

TEST_F(Searching, WhatIsTypedBetweenTwoPartsIsAskedNextAndTheRestOfTheOldAnswerNever) {
  ask("a");
  tasks.step();
  ask("ab");
  ask("abc");
  tasks.settle();
  EXPECT_EQ(answers.back(), (std::vector<std::string>{"abc0", "abc1", "abc2"}));
  for (const auto& answer : answers) EXPECT_EQ(answer.front(), "abc0");
  ASSERT_EQ(asked.size(), 4U) << "one part of “a”, three of “abc”";
  EXPECT_FALSE(asked[1].resume.has_value()) << "the place in the old answer means nothing here";
}

TEST_F(Searching, ASaveBetweenTwoPartsDoesNotWaitForTheAnswerToBeWhole) {
  ask("a");
  std::size_t partsBeforeTheSave = 0;
  tasks.step();
  tasks.start([&](JobContext&) -> Completion {
    partsBeforeTheSave = asked.size();
    return [] {};
  });
  tasks.settle();
  EXPECT_EQ(partsBeforeTheSave, 1U);
  EXPECT_EQ(answers.back().size(), 3U);
}

TEST_F(Searching, AnAnswerThatIsNoLongerWantedIsNotGiven) {
  ask("a");
  tasks.step();
  search.forget();
  ask("b");
  tasks.settle();
  EXPECT_FALSE(search.looking());
  for (const auto& answer : answers) EXPECT_EQ(answer.front(), "b0");
  EXPECT_EQ(answers.back().size(), 3U);
}

TEST_F(Searching, DamageEndsTheLookingAndIsToldOnce) {
  broken = true;
  ask("a");
  tasks.settle();
  EXPECT_FALSE(search.looking());
  EXPECT_EQ(answers.size(), 1U);
  EXPECT_EQ(asked.size(), 1U);
}

TEST_F(Searching, WhatAFullDiskKeptFromBeingSearchedIsSaid) {
  unread = 3;
  ask("a");
  tasks.settle();
  EXPECT_EQ(state.models.shell.message.rfind("3 reflections could not be searched", 0), 0U);
}

}  // namespace
