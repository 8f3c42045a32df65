// Versions of the service's own framework, kept as they were.

#include <gmock/gmock.h>

#include "tests/journal/service/journal_support.h"

namespace journal::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Frameworks : public JournalTest {
 protected:
  static FrameworkVersion version(int number, std::string_view from,
                                  const std::string& name = "Having a go") {
    FrameworkVersion made;
    made.from = day(from);
    Framework& framework = made.framework;
    framework.version = number;
    framework.name = "Hollinbeck outcomes";
    framework.levelNames =
        framework.scaleRule = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
    framework.noChanceName = "No chance to see it";
    framework.domains = {{"P",
                          "Personal",
                          {{"P1",
                            "Confidence",
                            "Confidence",
                            "I can.",
                            {{code("P1.1"), name, {"one", "two", "three", "four", "five"}}}}}}};
    return made;
  }
  std::string adviceAgainst(const PutFramework& op) {
    const auto result = journal_->apply(op);
    EXPECT_FALSE(result.ok());
    return result.ok() ? "" : result.error().advice;
  }
};

TEST_F(Frameworks, EveryVersionStaysAndTheLogAgrees) {
  const FrameworkVersion second = version(2, "2026-01-22");
  FrameworkVersion third = version(3, "2026-09-01", "Trying it");
  third.framework.domains[0].outcomes[0].indicators[0].off = false;
  third.framework.domains[0].outcomes[0].indicators.push_back(
      {code("P1.2"), "Local", {"a", "b", "c", "d", "e"}, true, true});
  EXPECT_TRUE(must(PutFramework{second}).changes.frameworks);
  must(PutFramework{third});
  EXPECT_EQ(must(PutFramework{second}).skipped, 1U);
  reopen();
  EXPECT_THAT(*journal_->ownFrameworks(), ElementsAre(second, third));
  EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(Frameworks, AKeptVersionNeverChanges) {
  must(PutFramework{version(2, "2026-01-22")});
  EXPECT_THAT(adviceAgainst({version(2, "2026-01-22", "Other")}), HasSubstr("never changes"));
  EXPECT_THAT(adviceAgainst({version(2, "2026-02-22")}), HasSubstr("never changes"));
  must(PutFramework{version(4, "2026-01-22")});
  EXPECT_EQ(refused(PutFramework{version(3, "2026-01-22")}), ErrorCode::Conflict)
      << "a later one is in force";
}

TEST_F(Frameworks, ItStartsTodayOrLaterUnlessItComesFromACopy) {
  EXPECT_THAT(adviceAgainst({version(2, "2026-01-21")}), HasSubstr("today or later"));
  EXPECT_TRUE(must(PutFramework{version(3, "2025-09-01"), true}).changes.frameworks);
  EXPECT_TRUE(must(PutFramework{version(2, "2025-01-01"), true}).changes.frameworks);
  EXPECT_THAT(*journal_->ownFrameworks(), SizeIs(2));
}

TEST_F(Frameworks, NothingThatWasTaggedMayLoseItsName) {
  must(PutFramework{version(2, "2026-01-22")});
  FrameworkVersion without = version(3, "2026-01-22");
  without.framework.domains[0].outcomes[0].indicators[0].code = code("P1.7");
  EXPECT_THAT(adviceAgainst({without}), HasSubstr("P1.1 is missing"));
  FrameworkVersion wordless = version(3, "2026-01-22", " \n");
  EXPECT_THAT(adviceAgainst({wordless}), HasSubstr("Give P1.1 a name"));
}

TEST_F(Frameworks, ADamagedVersionIsFoundByTheCheck) {
  must(PutFramework{version(2, "2026-01-22")});
  ASSERT_TRUE(journal_->database().script("DELETE FROM framework_version").ok());
  EXPECT_THAT(problems(), SizeIs(1));
}

}  // namespace
}  // namespace journal::service
