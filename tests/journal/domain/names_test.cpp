#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "journal/domain/case_study.h"
#include "journal/domain/intention.h"
#include "journal/domain/known_name.h"
#include "journal/domain/lesson.h"
#include "journal/domain/prompts.h"
#include "journal/domain/reflection.h"
#include "journal/domain/session_format.h"
#include "journal/domain/tag.h"

namespace journal {
namespace {

/// Every one of `count` values has its own non-empty name, which parses back; nothing else does.
template <class Enum>
void expectNamesRoundTrip(int count, std::optional<Enum> (*parse)(std::string_view)) {
  std::set<std::string> seen;
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string text(name(value));
    EXPECT_FALSE(text.empty()) << i;
    EXPECT_TRUE(seen.insert(text).second) << text;
    EXPECT_EQ(parse(text), value) << text;
  }
  EXPECT_TRUE(name(static_cast<Enum>(count)).empty());
  EXPECT_EQ(parse(""), std::nullopt);
  EXPECT_EQ(parse("Tutor "), std::nullopt);
}

TEST(Names, OfEveryEnumerationParseBack) {
  expectNamesRoundTrip<Setting>(kSettingCount, parseSetting);
  expectNamesRoundTrip<Direction>(4, parseDirection);
  expectNamesRoundTrip<Voice>(3, parseVoice);
  expectNamesRoundTrip<ReviewStep>(9, parseReviewStep);
  expectNamesRoundTrip<ReviewAction>(7, parseReviewAction);
  expectNamesRoundTrip<Role>(5, parseRole);
  expectNamesRoundTrip<CaseStudyKind>(5, parseCaseStudyKind);
  expectNamesRoundTrip<NameKind>(3, parseNameKind);
  expectNamesRoundTrip<IntentionState>(3, parseIntentionState);
  expectNamesRoundTrip<ReflectionState>(2, parseReflectionState);
}

TEST(Names, OfSettingsAreThoseOfTheSampleData) {
  EXPECT_EQ(name(Setting::OneToOne), "one_to_one");
  EXPECT_EQ(parseSetting("special_school"), Setting::SpecialSchool);
  EXPECT_EQ(title(Setting::WholeClass), "Whole class");
}

TEST(Libraries, FindByCodeAndOnlyByCode) {
  const PromptLibrary prompts{
      {{"Q1", "Three steps", 5, "", {"What?"}}, {"Q2", "Six steps", 15, "", {}}}};
  ASSERT_NE(prompts.find("Q2"), nullptr);
  EXPECT_EQ(prompts.find("Q2")->name, "Six steps");
  EXPECT_EQ(prompts.find("Three steps"), nullptr);
  FormatLibrary formats;
  formats.formats.emplace_back().code = "A";
  ASSERT_NE(formats.find("A"), nullptr);
  EXPECT_EQ(formats.find("a"), nullptr);
}

}  // namespace
}  // namespace journal
