#include "journal/crypto/recovery_key.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/base/random.h"

namespace journal::crypto {
namespace {

bool sameBytes(const RecoveryBytes& a, const RecoveryBytes& b) {
  return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin());
}

ErrorCode codeOf(const std::string& typed) {
  const auto parsed = parseRecoveryKey(SecretString(typed));
  return parsed.ok() ? ErrorCode::Internal : parsed.error().code;
}

class RecoveryKeyTest : public testing::Test {
 protected:
  static RecoveryBytes fixedBytes() {
    RecoveryBytes bytes;
    SeededRandom(20260901).fill(bytes.writable());
    return bytes;
  }

  const RecoveryBytes bytes_ = fixedBytes();
  const std::string printed_{formatRecoveryKey(bytes_).view()};
};

TEST_F(RecoveryKeyTest, IsNineGroupsOfFour) {
  ASSERT_EQ(printed_.size(), 9 * 4 + 8);
  for (std::size_t i = 4; i < printed_.size(); i += 5) EXPECT_EQ(printed_[i], '-');
}

TEST_F(RecoveryKeyTest, IsReadHoweverItIsTyped) {
  std::string lower;
  std::string spaced;
  for (const char c : printed_) {
    lower += static_cast<char>(c == '0' ? 'o' : c == '1' ? 'l' : std::tolower(c));
    spaced += c == '-' ? std::string("  ") : std::string(1, c) + " ";
  }
  for (const std::string& typed : {printed_, lower, spaced, "\n" + printed_ + "\r\n"}) {
    const auto parsed = parseRecoveryKey(SecretString(typed));
    ASSERT_TRUE(parsed.ok()) << typed;
    EXPECT_TRUE(sameBytes(*parsed, bytes_));
  }
}

TEST_F(RecoveryKeyTest, OneWrongCharacterIsNoticedAnywhere) {
  for (std::size_t i = 0; i < printed_.size(); ++i) {
    if (printed_[i] == '-') continue;
    std::string typed = printed_;
    typed[i] = typed[i] == '7' ? '8' : '7';
    EXPECT_EQ(codeOf(typed), ErrorCode::InvalidInput) << i;
  }
}

TEST_F(RecoveryKeyTest, SwappedNeighboursMissingAndExtraGroupsAreNoticed) {
  for (std::size_t i = 0; i + 1 < printed_.size(); ++i) {
    std::string typed = printed_;
    if (typed[i] == typed[i + 1] || typed[i] == '-' || typed[i + 1] == '-') continue;
    std::swap(typed[i], typed[i + 1]);
    EXPECT_EQ(codeOf(typed), ErrorCode::InvalidInput) << i;
  }
  EXPECT_EQ(codeOf(printed_.substr(5)), ErrorCode::InvalidInput);
  EXPECT_EQ(codeOf(printed_ + "-0000"), ErrorCode::InvalidInput);
  EXPECT_EQ(codeOf(""), ErrorCode::InvalidInput);
  EXPECT_EQ(codeOf("U" + printed_.substr(1)), ErrorCode::InvalidInput);
}

TEST_F(RecoveryKeyTest, TheAdviceRepeatsNothingOfTheKey) {
  const auto parsed = parseRecoveryKey(SecretString(printed_.substr(5)));
  EXPECT_EQ(parsed.error().detail.find(printed_.substr(5, 4)), std::string::npos);
  EXPECT_FALSE(parsed.error().advice.empty());
}

}  // namespace
}  // namespace journal::crypto
