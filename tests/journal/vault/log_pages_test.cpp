#include "journal/vault/log_pages.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "journal/base/random.h"

namespace journal::vault {
namespace {

using Page = std::array<std::uint8_t, kPageSize>;

Page pageOf(std::uint64_t number) {
  Page page{};
  for (std::size_t i = 0; i < sizeof number; ++i)
    page[i] = static_cast<std::uint8_t>(number >> (8 * i));
  return page;
}

TEST(LogPages, NeverGiveAPageThatIsNotTheLastOneWrittenThere) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    SeededRandom random(seed);
    LogPages pages;
    std::map<std::uint64_t, std::uint64_t> log;  // what is on the disk: frame -> number
    std::uint64_t end = 0;
    for (std::uint64_t number = 1; number <= 400; ++number) {
      const auto action = random.below(20);
      if (action == 0) {  // the log begins anew, over what is there
        pages.clear();
        end = 0;
      }
      if (action == 1) end -= random.below(end + 1);  // rolled back: written over from there on
      const std::uint64_t frame = ++end;
      log[frame] = number;
      if (random.below(4) == 0) {
        pages.forgetFrom(frame);
      } else {
        pages.keep(frame, pageOf(number));
      }
      Page read{};
      for (std::uint64_t asked = 1; asked <= end; ++asked) {
        if (pages.read(asked, read)) {
          ASSERT_EQ(read, pageOf(log[asked])) << "frame " << asked;
        }
      }
    }
  }
}

TEST(LogPages, GiveBackWhatALongPieceOfWorkWroteUpToTheirLimit) {
  LogPages pages;
  for (std::uint64_t frame = 5; frame < 5005; ++frame) pages.keep(frame, pageOf(frame));
  Page read{};
  std::size_t given = 0;
  for (std::uint64_t frame = 1; frame < 5005; ++frame) given += pages.read(frame, read) ? 1 : 0;
  EXPECT_EQ(given, 2048U);
  ASSERT_TRUE(pages.read(5, read));
  EXPECT_EQ(read, pageOf(5));
  pages.clear();
  EXPECT_FALSE(pages.read(5, read));
}

}  // namespace
}  // namespace journal::vault
