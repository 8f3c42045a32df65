#include "journal/domain/legal_hold.h"

#include <gmock/gmock.h>

#include "journal/base/random.h"

namespace journal {
namespace {

using ::testing::HasSubstr;

LegalHold randomHold(SeededRandom& random, const std::vector<NameId>& people) {
  LegalHold hold;
  hold.id = LegalHoldId::random(random);
  if (random.below(3) > 0) hold.about = people[random.below(people.size())];
  hold.reason = "Inquiry";
  hold.since = dateFromDayNumber(20000 + static_cast<std::int32_t>(random.below(50)));
  if (random.below(2) == 0) hold.ended = LegalHoldEnd{hold.since, "Over"};
  return hold;
}

/// Said again in the plainest way: whether any one hold forbids it.
bool forbids(const LegalHold& hold, const std::vector<NameId>& people) {
  if (hold.ended) return false;
  if (!hold.about) return true;
  for (const NameId& id : people) {
    if (id == *hold.about) return true;
  }
  return false;
}

TEST(LegalHold, ForbidsExactlyWhatOneThatStandsCoversAndNamesTheFirst) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    std::vector<NameId> people;
    for (int i = 0; i < 4; ++i) people.push_back(NameId::random(random));
    std::vector<LegalHold> holds;
    for (std::size_t n = random.below(5); n > 0; --n) holds.push_back(randomHold(random, people));
    std::vector<NameId> about;
    for (const NameId& id : people) {
      if (random.below(2) == 0) about.push_back(id);
    }
    const LegalHold* found = holdOver(holds, about);
    bool any = false;
    for (const LegalHold& hold : holds) {
      if (!forbids(hold, about)) continue;
      any = true;
      ASSERT_NE(found, nullptr);
      EXPECT_LE(found->since, hold.since);
    }
    if (found != nullptr) {
      EXPECT_TRUE(forbids(*found, about));
    }
    EXPECT_EQ(found != nullptr, any);
  }
}

TEST(LegalHold, SaysWhySinceWhenAndOverWhat) {
  LegalHold hold;
  hold.reason = "Inquiry 14";
  hold.since = *parseDate("2026-01-22");
  EXPECT_EQ(legalHoldWords(hold, nullptr),
            "A legal hold on this journal has stood since 2026-01-22: Inquiry 14.");
  KnownName wren;
  wren.codeName = "Wren";
  wren.realName = "Ayaan Chaudhry";
  hold.about = wren.id;
  const Error error = underLegalHold(hold, &wren);
  EXPECT_EQ(error.code, ErrorCode::Conflict);
  EXPECT_THAT(error.advice, HasSubstr("about Wren has stood since 2026-01-22: Inquiry 14."));
  EXPECT_THAT(error.detail, ::testing::Not(HasSubstr("Inquiry"))) << "goes to the log";
}

}  // namespace
}  // namespace journal
