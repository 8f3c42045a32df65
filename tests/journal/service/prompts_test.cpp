// Prompt sets of one's own, in versions (product.md A3).

#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Prompts : public JournalTest {
 protected:
  OwnPromptSet set(int version, std::vector<Question> questions) {
    return {id_, version, "Q1", "Our steps", day("2026-01-22"), std::move(questions)};
  }
  PromptLibrary ours() {
    PromptLibrary library;
    library.sets = {{"Q0", "Quick note", 2, "", {"Keep?"}},
                    {"Q1", "Three steps", 5, "", {"What?"}}};
    return library;
  }
  std::vector<std::string> offeredCodes() {
    std::vector<std::string> codes;
    for (const PromptSet& one : offered(ours(), *journal_->ownPrompts())) codes.push_back(one.code);
    return codes;
  }

  PromptSetId id_ = PromptSetId::random(random_);
};

TEST_F(Prompts, EveryVersionStaysAndTheLogAgrees) {
  const OwnPromptSet first = set(1, {{"What happened?", false}});
  const OwnPromptSet second = set(2, {{"Who led?", true}, {"What happened?", false}});
  EXPECT_TRUE(must(PutPromptSet{first}).changes.prompts);
  must(PutPromptSet{second});
  reopen();
  EXPECT_THAT(journal_->ownPrompts()->versions, ElementsAre(first, second));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Prompts, AVersionNeverChanges) {
  must(PutPromptSet{set(1, {{"What happened?", false}})});
  EXPECT_EQ(must(PutPromptSet{set(1, {{"What happened?", false}})}).skipped, 1u);
  EXPECT_EQ(refused(PutPromptSet{set(1, {{"Another", false}})}), ErrorCode::Conflict);
}

TEST_F(Prompts, ASetHasANameAndAQuestion) {
  EXPECT_EQ(refused(PutPromptSet{set(1, {{"  ", false}})}), ErrorCode::InvalidInput);
  OwnPromptSet nameless = set(1, {{"What?", false}});
  nameless.name = " ";
  const auto result = journal_->apply(PutPromptSet{nameless});
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.error().advice, HasSubstr("short name"));
}

TEST_F(Prompts, WriteOffersTheNewestVersionAndWhatIsNotWithheld) {
  EXPECT_THAT(offeredCodes(), ElementsAre("Q0", "Q1"));
  must(PutPromptSet{set(1, {{"What happened?", false}})});
  must(PutPromptSet{set(2, {{"Who led?", true}})});
  must(OfferPromptSet{"Q1", false});
  EXPECT_THAT(offeredCodes(), ElementsAre(codeOf(id_) + ".2", "Q0"));
  EXPECT_THAT(offered(ours(), *journal_->ownPrompts())[0].prompts,
              ElementsAre("Who led? (if you like)"));
  must(OfferPromptSet{codeOf(id_), false});
  EXPECT_THAT(offeredCodes(), ElementsAre("Q0"));
  must(OfferPromptSet{"Q1", true});
  EXPECT_THAT(offeredCodes(), ElementsAre("Q0", "Q1")) << "ours can be got back";
  EXPECT_FALSE(must(OfferPromptSet{"Q1", true}).changes.any());
  reopen();
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Prompts, AReflectionKeepsTheVersionItWasWrittenWith) {
  const OwnPromptSet first = set(1, {{"What happened?", false}});
  must(PutPromptSet{first});
  Reflection written = reflectionOf(headingToken("What happened?") + "\nThey counted in.");
  written.promptSet = versionCode(first);
  must(WriteReflection{written, {}, std::nullopt});
  must(PutPromptSet{set(2, {{"Who led?", false}})});
  const Reflection kept = *journal_->reflection(written.id);
  EXPECT_EQ(kept.text, written.text);
  EXPECT_EQ(promptSetTitle(kept.promptSet, ours(), *journal_->ownPrompts()),
            "Our steps, version 1");
  EXPECT_EQ(promptSetTitle("Q1", ours(), {}), "Three steps");
  EXPECT_EQ(promptSetTitle("own-gone.3", ours(), {}), "own-gone.3");
}

TEST_F(Prompts, ADamagedQuestionIsFoundByTheCheck) {
  must(PutPromptSet{set(1, {{"What happened?", false}})});
  ASSERT_TRUE(journal_->database().script("UPDATE prompt_question SET text = 'x'").ok());
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace journal::service
