#include "sync/transport/folder_file.h"

#include <gtest/gtest.h>

#include "tests/sync/transport/folder_world.h"

namespace syncing {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;

FolderFile someFile(SeededRandom& random) {
  const auto vault = wire::VaultId::random(random);
  switch (random.below(3)) {
    case 0:
      return tests::Author(vault, random).next(1 + random.below(9), random.below(300));
    case 1: {
      wire::DeviceStatement statement;
      statement.vault = vault;
      statement.device = wire::DeviceId::random(random);
      statement.boxes.push_back({statement.device, std::string(random.below(90), 'b')});
      random.fill(statement.after.emplace_back());
      return statement;
    }
    default:
      return FolderLetter{wire::MailboxId::random(random), static_cast<int>(random.below(2)),
                          static_cast<std::int64_t>(random.next()),
                          std::string(random.below(300), 'l')};
  }
}

TEST(FolderFile, ComesBackAsItWas) {
  SeededRandom random(201);
  for (int i = 0; i < 1000; ++i) {
    const FolderFile file = someFile(random);
    const std::string bytes = encodeFolderFile(file);
    const auto decoded = decodeFolderFile(bytes);
    ASSERT_TRUE(decoded.ok()) << i;
    EXPECT_EQ(*decoded, file) << i;
    EXPECT_EQ(readFolderHead(bytes).size, bytes.size());
  }
}

TEST(FolderFile, CutAnywhereItIsUnfinishedAndNothingElse) {
  SeededRandom random(202);
  for (int i = 0; i < 30; ++i) {
    const std::string bytes = encodeFolderFile(someFile(random));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      EXPECT_EQ(decodeFolderFile(bytes.substr(0, size)).error().code, ErrorCode::Corrupt);
      EXPECT_NE(readFolderHead(bytes.substr(0, std::min(size, kFolderHeadBytes))).kind,
                FolderHead::Kind::Foreign);
    }
    EXPECT_FALSE(decodeFolderFile(bytes + "x").ok());
  }
}

TEST(FolderFile, AFileMadeAsLongAsItWillBeAndNotYetWrittenIsUnfinished) {
  EXPECT_EQ(readFolderHead(std::string(kFolderHeadBytes, '\0')).kind, FolderHead::Kind::Unfinished);
  EXPECT_EQ(readFolderHead("").kind, FolderHead::Kind::Unfinished);
  EXPECT_EQ(readFolderHead(std::string("AFTR") + std::string(9, '\0')).kind,
            FolderHead::Kind::Unfinished);
  EXPECT_EQ(readFolderHead(std::string("AFTRFLD") + std::string(6, '\0')).kind,
            FolderHead::Kind::Unfinished);
  EXPECT_EQ(readFolderHead("%PDF-1.7 and so on").kind, FolderHead::Kind::Foreign);
  EXPECT_EQ(readFolderHead("%PDF").kind, FolderHead::Kind::Foreign);
}

TEST(FolderFile, AChangeOfAnyByteIsNoticed) {
  SeededRandom random(203);
  for (int i = 0; i < 40; ++i) {
    const std::string bytes = encodeFolderFile(someFile(random));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(8)));
      EXPECT_FALSE(decodeFolderFile(changed).ok()) << at;
    }
  }
}

TEST(FolderFile, OfALaterAfternoteIsTooNewWhenAllOfItIsHere) {
  SeededRandom random(204);
  std::string bytes = encodeFolderFile(someFile(random));
  bytes.resize(bytes.size() - 32);
  bytes[7] = 2;
  const auto sum = journal::crypto::hash(journal::crypto::bytesOf(bytes));
  bytes.append(sum.begin(), sum.end());
  EXPECT_EQ(decodeFolderFile(bytes).error().code, ErrorCode::TooNew);
}

}  // namespace
}  // namespace syncing
