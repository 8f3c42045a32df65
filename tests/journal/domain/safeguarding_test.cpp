#include "journal/domain/safeguarding.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

TEST(Safeguarding, AHeldOrBinnedReflectionMayNotBeUsed) {
  for (const bool held : {false, true}) {
    for (const bool binned : {false, true}) {
      Reflection reflection;
      reflection.held = held;
      reflection.binned = binned;
      EXPECT_EQ(mayBeUsed(reflection), !held && !binned);
      EXPECT_EQ(requireUsable(reflection).ok(), mayBeUsed(reflection));
    }
  }
}

TEST(Safeguarding, ARefusalSaysWhyAndNothingOfTheText) {
  Reflection reflection;
  reflection.text = "secret words";
  reflection.held = reflection.binned = true;
  const Result<void> refused = requireUsable(reflection);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_NE(refused.error().advice.find("safeguarding hold"), std::string::npos);
  EXPECT_EQ((refused.error().detail + refused.error().advice).find("secret"), std::string::npos);
}

TEST(Safeguarding, ADraftMayBeUsed) {
  EXPECT_TRUE(mayBeUsed(Reflection{}));
}

}  // namespace
}  // namespace journal
