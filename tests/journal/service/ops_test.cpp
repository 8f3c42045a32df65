#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

class Ops : public JournalTest {};

using ::testing::IsEmpty;

TEST_F(Ops, WhatIsWrittenIsThereAfterReopening) {
  const ReflectionId id = write("They kept the call and response going.");
  reopen();
  const auto reflection = journal_->reflection(id);
  ASSERT_TRUE(reflection.ok());
  EXPECT_EQ(reflection->text, "They kept the call and response going.");
  EXPECT_EQ(reflection->lesson.date, day("2026-01-22"));
  EXPECT_EQ(reflection->writtenAt, clock_.now());
  EXPECT_EQ(reflection->writtenOffset, std::chrono::minutes{60});
}

TEST_F(Ops, WritingTheSameReflectionTwiceDoublesNothing) {
  const Reflection reflection = reflectionOf("Once.");
  EXPECT_TRUE(must(WriteReflection{reflection, {}, std::nullopt}).changes.reflections);
  const OpResult again = must(WriteReflection{reflection, {}, std::nullopt});
  EXPECT_EQ(again.skipped, 1u);
  EXPECT_FALSE(again.changes.any());
  EXPECT_EQ(journal_->counts()->reflections, 1u);
}

TEST_F(Ops, ImportingAgainChangesNothing) {
  ImportBatch batch;
  for (int i = 0; i < 5; ++i) {
    WriteReflection one{reflectionOf("Number " + std::to_string(i)), {}, std::nullopt};
    one.reflection.source = "jsonl:dev-00" + std::to_string(i);
    batch.reflections.push_back(one);
  }
  EXPECT_EQ(must(batch).applied, 5u);
  for (WriteReflection& one : batch.reflections) one.reflection.id = ReflectionId::random(random_);
  const OpResult again = must(batch);
  EXPECT_EQ(again.applied, 0u);
  EXPECT_EQ(again.skipped, 5u);
  EXPECT_FALSE(again.changes.any());
  EXPECT_EQ(journal_->counts()->reflections, 5u);
  EXPECT_TRUE(journal_->findSource("jsonl:dev-003")->has_value());
  EXPECT_FALSE(journal_->findSource("jsonl:dev-009")->has_value());
}

TEST_F(Ops, KnownNamesBecomeMentionsOnWritingAndOnEditing) {
  const KnownName ayaan = person("Ayaan Chaudhry", "Wren");
  must(PutName{ayaan});
  const ReflectionId id = write("Ayaan Chaudhry held the low E.");
  EXPECT_EQ(journal_->reflection(id)->text, mentionToken(ayaan.id) + " held the low E.");
  must(EditText{id, "It was Ayaan again."});
  EXPECT_EQ(journal_->reflection(id)->text, "It was " + mentionToken(ayaan.id) + " again.");
}

TEST_F(Ops, ATagArrivingWithTheReflectionKeepsItsWordsWhenNamesBecomeMentions) {
  const KnownName ayaan = person("Ayaan Chaudhry", "Wren");
  must(PutName{ayaan});
  WriteReflection op{reflectionOf("Then Ayaan turned round. Ayaan!"), {}, std::nullopt};
  Tag tag;
  tag.id = TagId::random(random_);
  tag.passage = {5, 23};
  tag.quote = "Ayaan turned round";
  tag.indicator = code("S1.1");
  Tag nameOnly = tag;
  nameOnly.id = TagId::random(random_);
  nameOnly.passage = {25, 30};
  nameOnly.quote = "Ayaan";
  op.tags = {tag, nameOnly};
  must(op);
  const auto tags = journal_->tagsOf(op.reflection.id);
  ASSERT_EQ(tags->size(), 2u);
  EXPECT_EQ((*tags)[0].quote, mentionToken(ayaan.id) + " turned round");
  EXPECT_EQ((*tags)[1].quote, mentionToken(ayaan.id));
}

TEST_F(Ops, TagsMoveWithTheirWordsAndCollapseWithThem) {
  const ReflectionId id = write("He smiled. She counted four bars in.");
  const Tag tag = tagOf(id, "counted four bars");
  must(PutTag{tag});
  const OpResult edit = must(EditText{id, "At last he smiled. She counted four bars in."});
  EXPECT_TRUE(edit.changes.tags);
  EXPECT_EQ(journal_->tagsOf(id)->front().quote, "counted four bars");
  must(EditText{id, "At last he smiled."});
  EXPECT_EQ(journal_->tagsOf(id)->front().quote, "");
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Ops, ATagWhoseQuoteIsNotWhatStandsThereIsAConflict) {
  const ReflectionId id = write("She counted four bars in.");
  Tag tag = tagOf(id, "four bars");
  tag.quote = "five bars";
  EXPECT_EQ(refused(PutTag{tag}), ErrorCode::Conflict);
  tag.quote = "four bars";
  tag.passage.end = 5000;
  EXPECT_FALSE(journal_->apply(PutTag{tag}).ok());
  EXPECT_THAT(*journal_->tagsOf(id), IsEmpty());
}

TEST_F(Ops, ACodeNameBelongsToOnePersonWhateverItsCase) {
  must(PutName{person("Ayaan Chaudhry", "Wren")});
  EXPECT_EQ(refused(PutName{person("Connie Birkett", "wren")}), ErrorCode::Conflict);
  EXPECT_EQ(journal_->names()->size(), 1u);
  must(PutName{person("Connie Birkett", "Robin")});
  EXPECT_EQ(journal_->names()->front().codeName, "Robin");
}

TEST_F(Ops, EachOpSaysExactlyWhatItChanged) {
  const OpResult name = must(PutName{person("Ayaan Chaudhry", "Wren")});
  EXPECT_TRUE(name.changes.names);
  EXPECT_FALSE(name.changes.tags || name.changes.caseStudies || name.changes.intentions);
  const ReflectionId id = write("She counted four bars in.");
  const OpResult finish = must(FinishReflection{id, true});
  EXPECT_TRUE(finish.changes.reflections);
  EXPECT_FALSE(finish.changes.tags || finish.changes.names);
  EXPECT_FALSE(must(FinishReflection{id, true}).changes.any());
  EXPECT_FALSE(must(EditText{id, "She counted four bars in."}).changes.any());
  const OpResult tagged = must(PutTag{tagOf(id, "four bars")});
  EXPECT_TRUE(tagged.changes.tags);
  EXPECT_FALSE(tagged.changes.reflections);
  Intention intention;
  intention.id = IntentionId::random(random_);
  intention.text = "Start from the groove";
  intention.madeOn = day("2026-01-22");
  const OpResult intended = must(PutIntention{intention});
  EXPECT_TRUE(intended.changes.intentions);
  EXPECT_FALSE(intended.changes.reflections);
}

TEST_F(Ops, IntentionsThatWereKeptOrLetGoAreStillAmongAllIntentions) {
  const auto intend = [this](std::string text, IntentionState state, std::string_view madeOn) {
    Intention intention;
    intention.id = IntentionId::random(random_);
    intention.text = std::move(text);
    intention.state = state;
    intention.madeOn = day(madeOn);
    must(PutIntention{intention});
    return intention;
  };
  const Intention done = intend("Start from the groove", IntentionState::Done, "2026-01-22");
  const Intention open = intend("Ask before helping", IntentionState::Open, "2026-01-21");
  Intention letGo = intend("Bring the tabla", IntentionState::Open, "2026-01-23");
  letGo.state = IntentionState::LetGo;
  must(PutIntention{letGo});
  reopen();
  EXPECT_EQ(*journal_->openIntentions(), std::vector<Intention>{open});
  EXPECT_EQ(*journal_->intentions(), (std::vector<Intention>{open, done, letGo}));
}

TEST_F(Ops, EveryVersionOfAReflectionStaysAndCanBeRestored) {
  const ReflectionId id = write("First.");
  clock_.advance(std::chrono::minutes{1});
  must(EditText{id, "Second."});
  clock_.advance(std::chrono::minutes{1});
  must(EditText{id, "Third."});
  reopen();
  auto versions = journal_->versions(id);
  ASSERT_EQ(versions->size(), 3u);
  EXPECT_EQ((*versions)[0].text, "Third.");
  EXPECT_EQ((*versions)[2].text, "First.");
  EXPECT_LT((*versions)[2].at, (*versions)[0].at);
  must(EditText{id, (*versions)[2].text});
  EXPECT_EQ(journal_->reflection(id)->text, "First.");
  EXPECT_EQ(journal_->versions(id)->size(), 4u);
}

TEST_F(Ops, TheNewestLessonComesFirstAndAMovedOneMoves) {
  const ReflectionId monday = write("Monday.", "2026-01-19");
  const ReflectionId tuesday = write("Tuesday.", "2026-01-20");
  const ReflectionId late = write("Later on Tuesday.", "2026-01-20");
  must(PutTag{tagOf(monday, "Monday")});
  auto rows = journal_->newest(2, std::nullopt);
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ((*rows)[0].id, late);
  EXPECT_EQ((*rows)[1].id, tuesday);
  rows = journal_->newest(5, tuesday);
  ASSERT_EQ(rows->size(), 1u);
  EXPECT_EQ((*rows)[0].id, monday);
  Lesson lesson = journal_->reflection(monday)->lesson;
  lesson.date = day("2026-02-01");
  must(SetLesson{monday, lesson});
  EXPECT_EQ(journal_->newest(1, std::nullopt)->front().id, monday);
  EXPECT_EQ(journal_->newest(1, std::nullopt)->front().tags.size(), 1u);
  EXPECT_EQ(found("monday"), Ids{monday});
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Ops, AFiftyMegabyteParagraphIsRefusedInPlainWordsAndNothingIsLost) {
  const ReflectionId id = write("Short.");
  const std::string huge(50u * 1024 * 1024, 'a');
  const auto refusal = journal_->apply(EditText{id, huge});
  ASSERT_FALSE(refusal.ok());
  EXPECT_EQ(refusal.error().code, ErrorCode::InvalidInput);
  EXPECT_THAT(refusal.error().advice, ::testing::HasSubstr("several reflections"));
  EXPECT_EQ(journal_->reflection(id)->text, "Short.");
}

TEST_F(Ops, ALongTextThatFitsIsKeptWholeAndFound) {
  std::string text;
  while (text.size() < 3u * 1024 * 1024) text += "over and over ";
  text += "heliotrope";
  const ReflectionId id = write(text);
  EXPECT_EQ(journal_->reflection(id)->text, text);
  EXPECT_EQ(found("heliotrope"), Ids{id});
}

TEST_F(Ops, IllFormedBytesAreMendedNotRefused) {
  const ReflectionId id = write("good \xFF\xC0 bad\r\n\xEF\xA3\xB0stray");
  const std::string text = journal_->reflection(id)->text;
  EXPECT_TRUE(isValidUtf8(text));
  EXPECT_EQ(text.find('\r'), std::string::npos);
  EXPECT_EQ(found("stray"), Ids{id});
}

TEST_F(Ops, DaysOutsideTheCalendarAreRefused) {
  Reflection reflection = reflectionOf("When?");
  reflection.lesson.date = LocalDate{};
  EXPECT_EQ(refused(WriteReflection{reflection, {}, std::nullopt}), ErrorCode::InvalidInput);
  reflection.lesson.date =
      LocalDate{std::chrono::year{12026}, std::chrono::May, std::chrono::day{1}};
  EXPECT_EQ(refused(WriteReflection{reflection, {}, std::nullopt}), ErrorCode::InvalidInput);
  for (const char* date : {"0001-01-01", "1970-01-01", "2106-02-07", "9999-12-31"}) {
    EXPECT_EQ(journal_->reflection(write("Then.", date))->lesson.date, day(date));
  }
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Ops, AClockIn1970Or2106OrSetBackLosesNoOrder) {
  const ReflectionId id = write("One.");
  for (const char* when :
       {"2106-02-07T06:28:16Z", "1970-01-01T00:00:00Z", "2026-01-22T16:05:00Z"}) {
    clock_.set(when);
    must(EditText{id, when});
    reopen();
  }
  const auto versions = journal_->versions(id);
  ASSERT_EQ(versions->size(), 4u);
  EXPECT_EQ((*versions)[0].text, "2026-01-22T16:05:00Z");
  EXPECT_EQ((*versions)[2].text, "2106-02-07T06:28:16Z");
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Ops, TheBinGivesBack) {
  const ReflectionId id = write("Into the bin.");
  must(BinReflection{id, true});
  EXPECT_THAT(*journal_->newest(5, std::nullopt), IsEmpty());
  EXPECT_THAT(found("bin"), IsEmpty());
  ASSERT_EQ(journal_->binned()->size(), 1u);
  EXPECT_EQ(refused(EditText{id, "No."}), ErrorCode::Conflict);
  must(BinReflection{id, false});
  EXPECT_EQ(found("bin"), Ids{id});
  EXPECT_THAT(*journal_->binned(), IsEmpty());
}

TEST_F(Ops, AnUnknownReflectionIsNotFound) {
  const ReflectionId nobody = ReflectionId::random(random_);
  EXPECT_EQ(refused(EditText{nobody, "x"}), ErrorCode::NotFound);
  EXPECT_EQ(journal_->reflection(nobody).error().code, ErrorCode::NotFound);
  EXPECT_EQ(journal_->newest(5, nobody).error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace journal::service
