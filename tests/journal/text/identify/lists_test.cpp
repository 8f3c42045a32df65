// The word lists: damage is told by line, and the shipped ones hold what they should.
#include <gtest/gtest.h>

#include "tests/journal/text/identify/lists.h"

namespace journal::text {
namespace {

TEST(Lists, ADamagedLineIsToldByItsNumber) {
  Gazetteers lists;
  EXPECT_EQ(lists.addWords("[given]\nanna\n\n[nonsense]\n").error().detail, "line 4");
  EXPECT_EQ(lists.addWords("anna\n").error().detail, "line 1");
  EXPECT_EQ(lists.addNicknames("# remark\nelizabeth liz\n").error().detail, "line 2");
  EXPECT_EQ(lists.addCircumstances("only one\n").error().detail, "line 1");
  EXPECT_EQ(lists.addCircumstances("= x\n@nonsense here\n").error().detail, "line 2");
}

TEST(Lists, AWordIsEverythingThatAnyListSays) {
  const WordClasses may = shippedLists().classesOf("may");
  EXPECT_TRUE(may.has(WordClass::Month));
  EXPECT_TRUE(may.has(WordClass::Given));
  EXPECT_TRUE(may.has(WordClass::Word));
  EXPECT_TRUE(shippedLists().classesOf("xyzzyx").none());
}

TEST(Lists, NamesOfVillagesAreKnownByTheirForm) {
  EXPECT_TRUE(shippedLists().looksLikePlace("larkbeck"));
  EXPECT_TRUE(shippedLists().looksLikePlace("llanfechan"));
  EXPECT_FALSE(shippedLists().looksLikePlace("ham"));
}

}  // namespace
}  // namespace journal::text
