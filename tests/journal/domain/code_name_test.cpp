#include "journal/domain/code_name.h"

#include <gtest/gtest.h>

#include <set>

namespace journal {
namespace {

const auto kNobody = [](const std::string&) { return false; };

TEST(CodeName, IsABirdThatNobodyHasYet) {
  const auto wren = [](const std::string& code) { return code == "Wren"; };
  EXPECT_EQ(freeCodeName("Maya", kNobody), "Wren");
  EXPECT_EQ(freeCodeName("Maya", wren), "Robin");
}

TEST(CodeName, NeverHasTheInitialOfTheName) {
  for (const char* name : {"Will", "will", "Wren", "Rosie", "Sam", "Ayaan", "Kofi", "Zoë"}) {
    std::set<std::string> given;
    for (int i = 0; i < 130; ++i) {
      const std::string code =
          freeCodeName(name, [&](const std::string& taken) { return given.count(taken) != 0; });
      EXPECT_NE(code[0] | 0x20, name[0] | 0x20) << name << " became " << code;
      EXPECT_TRUE(given.insert(code).second);
    }
  }
}

TEST(CodeName, GoesOnWithNumbersWhenAllBirdsAreTaken) {
  std::set<std::string> given;
  std::string code;
  for (int i = 0; i < 61; ++i) {
    code = freeCodeName("Élise", [&](const std::string& taken) { return given.count(taken) != 0; });
    given.insert(code);
  }
  EXPECT_EQ(code, "Wren 2");
}

TEST(CodeName, IsTheSameForTheSameAnswers) {
  EXPECT_EQ(freeCodeName("Tomasz", kNobody), freeCodeName("Tomasz", kNobody));
}

}  // namespace
}  // namespace journal
