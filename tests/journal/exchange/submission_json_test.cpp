#include "journal/exchange/submission_json.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/base/random.h"
#include "journal/domain/mention.h"
#include "tests/journal/exchange/exchange_support.h"

namespace journal::exchange::test {
namespace {

SubmittedPassage randomPassage(SeededRandom& random) {
  SubmittedPassage passage;
  passage.text = sanitisePlain(randomText(random));
  passage.indicator = "S2.3";
  if (random.below(3) != 0) passage.level = 1 + static_cast<int>(random.below(5));
  passage.direction = static_cast<Direction>(random.below(4));
  passage.voice = static_cast<Voice>(random.below(3));
  passage.setting = std::string(name(static_cast<Setting>(random.below(kSettingCount))));
  passage.term = "spring term 2026";
  passage.order = static_cast<std::int32_t>(random.below(3000)) - 100;
  passage.youngPersonCode = random.below(2) == 0 ? "" : "9f2c";
  passage.ageBand = "upper primary";
  passage.instrumentFamily = "brass";
  return passage;
}

Submission randomSubmission(SeededRandom& random) {
  Submission out;
  out.caseStudy = CaseStudyId::random(random);
  out.kind = static_cast<CaseStudyKind>(random.below(5));
  out.title = sanitisePlain(randomText(random));
  out.author = "Imani Brooke";
  out.useLevel = static_cast<int>(random.below(4));
  out.agreedUntil = dateFromDayNumber(static_cast<std::int32_t>(random.below(30'000)));
  out.dslMustAgree = random.below(2) == 0;
  out.frameworkVersion = 1 + static_cast<int>(random.below(9));
  out.preparedAt = UtcTime(std::chrono::milliseconds(random.below(4'000'000'000'000)));
  for (std::uint64_t i = 0, n = random.below(4); i < n; ++i) {
    SubmittedClaim claim;
    claim.text = sanitisePlain(randomText(random));
    for (std::uint64_t k = 0, m = random.below(4); k < m; ++k) {
      claim.passages.push_back(randomPassage(random));
    }
    out.claims.push_back(std::move(claim));
  }
  return out;
}

TEST(SubmissionJson, WhatIsEncodedDecodesToTheSameAndToTheSameBytes) {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    SCOPED_TRACE(seed);
    SeededRandom random(seed);
    const Submission submission = randomSubmission(random);
    const std::string bytes = encodeSubmission(submission);
    const auto decoded = decodeSubmission(bytes);
    ASSERT_TRUE(decoded.ok()) << decoded.error().detail;
    EXPECT_EQ(*decoded, submission);
    EXPECT_EQ(encodeSubmission(*decoded), bytes);
  }
}

TEST(SubmissionJson, ASubmissionHasOneSpelling) {
  SeededRandom random(7);
  const std::string bytes = encodeSubmission(randomSubmission(random));
  EXPECT_FALSE(decodeSubmission(bytes + " ").ok());
  EXPECT_FALSE(decodeSubmission(" " + bytes).ok());
  std::string extra = bytes;
  extra.insert(1, "\"a_note\":\"more\",");
  EXPECT_FALSE(decodeSubmission(extra).ok()) << "a key nobody asked for came along";
  std::string twice = bytes;
  twice.insert(1, "\"afternote_submission\":1,");
  EXPECT_FALSE(decodeSubmission(twice).ok());
}

TEST(SubmissionJson, AnyOneByteChangedOrCutOffIsEitherRefusedOrAnotherSubmission) {
  SeededRandom random(3);
  const Submission submission = randomSubmission(random);
  const std::string bytes = encodeSubmission(submission);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    EXPECT_FALSE(decodeSubmission(bytes.substr(0, at)).ok());
    for (const char byte : {'\0', '"', '9', '{', '\xff'}) {
      std::string changed = bytes;
      if (changed[at] == byte) continue;
      changed[at] = byte;
      const auto decoded = decodeSubmission(changed);
      if (decoded.ok()) {
        EXPECT_NE(*decoded, submission);
      }
    }
  }
}

TEST(SubmissionJson, AMentionTokenNeverComesIn) {
  Submission submission;
  submission.agreedUntil = dateFromDayNumber(20'000);
  submission.title = "About " + mentionToken(NameId::fromBytes({1}));
  EXPECT_FALSE(decodeSubmission(encodeSubmission(submission)).ok());
}

TEST(SubmissionJson, ANewerVersionIsToldApartFromNonsense) {
  const auto newer = decodeSubmission(R"({"afternote_submission":2})");
  ASSERT_FALSE(newer.ok());
  EXPECT_EQ(newer.error().code, ErrorCode::TooNew);
  const auto nonsense = decodeSubmission("hello");
  ASSERT_FALSE(nonsense.ok());
  EXPECT_EQ(nonsense.error().code, ErrorCode::InvalidInput);
}

TEST(SubmissionJson, TooManyClaimsAreRefused) {
  SeededRandom random(5);
  Submission submission = randomSubmission(random);
  submission.claims.assign(201, SubmittedClaim{"One sentence.", {}});
  EXPECT_FALSE(decodeSubmission(encodeSubmission(submission)).ok());
  submission.claims.resize(200);
  EXPECT_TRUE(decodeSubmission(encodeSubmission(submission)).ok());
}

TEST(SubmissionJson, FourMebibytesIsTheLimit) {
  Submission submission;
  submission.agreedUntil = dateFromDayNumber(20'000);
  submission.title = std::string(std::size_t{4} << 20, 'a');
  EXPECT_FALSE(decodeSubmission(encodeSubmission(submission)).ok());
}

}  // namespace
}  // namespace journal::exchange::test
