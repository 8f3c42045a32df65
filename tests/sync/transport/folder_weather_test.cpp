// Laptops that share a folder through a tool that delays, cuts short, renames, copies, deletes and
// brings back.

#include <cstdlib>
#include <set>

#include <gtest/gtest.h>

#include "tests/sync/transport/folder_world.h"

namespace syncing {
namespace {

using journal::SeededRandom;
using tests::Author;
using tests::FolderWorld;
using tests::Reader;

std::uint64_t storms(std::uint64_t usual) {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? usual * 50 : usual;
}

/// Something another tool does to a file, undone or not.
void meddle(FolderWorld& on, std::map<std::string, std::string>& taken) {
  SeededRandom& random = on.random;
  const auto files = on.files();
  if (files.empty()) return;
  const auto& file = files[random.below(files.size())];
  const std::string name = file.filename().string();
  const std::string other = "copy " + wire::MailboxId::random(random).hex();
  switch (random.below(6)) {
    case 0:
      std::filesystem::rename(file, on.ours() / other);
      break;
    case 1:
      std::filesystem::copy_file(file, on.ours() / other);
      break;
    case 2:
      taken.emplace(name, FolderWorld::contentOf(file));
      std::filesystem::remove(file);
      break;
    case 3: {
      const std::string whole = FolderWorld::contentOf(file);
      taken.emplace(name, whole);
      on.put(name, whole.substr(0, random.below(whole.size() + 1)));
      break;
    }
    case 4:
      on.put("foreign " + other, std::string(random.below(100), 'f'));
      break;
    default:
      for (const auto& [back, bytes] : taken) on.put(back, bytes);
      taken.clear();
      break;
  }
}

TEST(FolderWeather, NothingIsLostNothingIsMadeUpAndEverythingArrivesInTheEnd) {
  for (std::uint64_t seed = 0; seed < storms(60); ++seed) {
    FolderWorld on(5000 + seed);
    on.put("there from the beginning", "x");
    std::vector<Author> authors;
    std::vector<Reader> readers(3);
    std::vector<std::set<std::string>> got(3);
    std::set<std::string> sent;
    for (Reader& reader : readers) {
      on.start(reader);
      authors.push_back(on.author());
    }
    std::map<std::string, std::string> taken;
    const auto take = [&](std::size_t who) {
      for (const wire::Segment& segment : readers[who].pullAll()) {
        ASSERT_TRUE(sent.contains(wire::encodeSegment(segment))) << seed;
        got[who].insert(wire::encodeSegment(segment));
      }
    };
    for (int step = 0; step < 40; ++step) {
      const std::size_t who = on.random.below(3);
      switch (on.random.below(4)) {
        case 0: {
          const wire::Segment segment = authors[who].next(1 + on.random.below(4), 60);
          sent.insert(wire::encodeSegment(segment));
          ASSERT_TRUE(readers[who].link().push({segment}).ok());
          break;
        }
        case 1:
          take(who);
          break;
        case 2:
          meddle(on, taken);
          break;
        default:
          on.start(readers[who]);
          break;
      }
    }
    for (const auto& [name, bytes] : taken) on.put(name, bytes);  // the tool catches up
    for (std::size_t who = 0; who < 3; ++who) {
      take(who);
      ASSERT_TRUE(got[who] == sent) << seed << " reader " << who;
      const wire::Standing standing = readers[who].link().standing().value();
      for (const wire::Head& head : standing.heads) {
        const auto author = std::find_if(authors.begin(), authors.end(), [&head](const Author& a) {
          return a.device() == head.device;
        });
        ASSERT_EQ(head, author->head()) << seed;
      }
    }
  }
}

TEST(FolderWeather, TwoLaptopsWritingAtOnceNeverHideEachOther) {
  FolderWorld on(6000);
  Author imani = on.author();
  Author school = on.author();
  Reader one = on.reader();
  Reader two = on.reader();
  for (int i = 0; i < 30; ++i) {
    ASSERT_TRUE(one.link().push({imani.next(1)}).ok());
    ASSERT_TRUE(two.link().push({school.next(1)}).ok());
  }
  EXPECT_EQ(one.pullAll().size(), 60U);
  EXPECT_EQ(two.pullAll().size(), 60U);
}

}  // namespace
}  // namespace syncing
