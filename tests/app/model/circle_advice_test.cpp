#include "app/model/circle_advice.h"

#include <gtest/gtest.h>

namespace {

using app::model::readsLikeAdvice;

TEST(CircleAdvice, AnOpenQuestionIsLeftAlone) {
  for (const char* line :
       {"What were you hoping would happen?", "Whose view is missing from the telling?",
        "What might it have been like for the one who began?", "Why that moment?"}) {
    EXPECT_FALSE(readsLikeAdvice(line)) << line;
  }
}

TEST(CircleAdvice, AdviceIsNoticedAlsoWhenItEndsInAQuestionMark) {
  for (const char* line : {"You could try counting out loud next time",
                           "Have you tried a drum circle?", "Why don't you ask the SENCO?",
                           "I would have stopped there", "YOU SHOULD tell them first"}) {
    EXPECT_TRUE(readsLikeAdvice(line)) << line;
  }
}

TEST(CircleAdvice, WaitsUntilThereIsEnoughToTell) {
  for (const char* line : {"", "   ", "You", "You could", "What did"}) {
    EXPECT_FALSE(readsLikeAdvice(line)) << line;
  }
}

}  // namespace
