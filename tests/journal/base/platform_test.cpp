#include "journal/base/platform.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace journal {
namespace {

class Platform : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::path(testing::TempDir()) /
        ("platform-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST_F(Platform, ReplacingAFileLeavesOnlyTheNewBytesAndNoTemporary) {
  const auto path = folder_ / "header";
  ASSERT_TRUE(replaceFileAtomically(path, "first").ok());
  ASSERT_TRUE(replaceFileAtomically(path, "second").ok());
  EXPECT_EQ(readFile(path, 100).value(), "second");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(Platform, ReadingRefusesAFileOverTheLimit) {
  const auto path = folder_ / "big";
  ASSERT_TRUE(replaceFileAtomically(path, "123456").ok());
  EXPECT_EQ(readFile(path, 5).error().code, ErrorCode::InvalidInput);
  EXPECT_EQ(readFile(path, 6).value(), "123456");
  EXPECT_EQ(readFile(folder_ / "none", 5).error().code, ErrorCode::NotFound);
}

TEST_F(Platform, ALockIsHeldOnceAndFreedWithItsOwner) {
  const auto path = folder_ / "lock";
  {
    auto first = FileLock::acquire(path);
    ASSERT_TRUE(first.ok());
    EXPECT_EQ(FileLock::acquire(path).error().code, ErrorCode::Locked);
  }
  EXPECT_TRUE(FileLock::acquire(path).ok());
}

TEST_F(Platform, RenameNeverReplaces) {
  ASSERT_TRUE(replaceFileAtomically(folder_ / "a", "a").ok());
  ASSERT_TRUE(replaceFileAtomically(folder_ / "b", "b").ok());
  EXPECT_EQ(renameDurably(folder_ / "a", folder_ / "b").error().code, ErrorCode::Conflict);
  EXPECT_EQ(readFile(folder_ / "b", 9).value(), "b");
}

}  // namespace
}  // namespace journal
