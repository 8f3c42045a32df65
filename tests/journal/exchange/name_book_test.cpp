#include "journal/exchange/name_book.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace journal::exchange::test {
namespace {

NameBook emptyBook() {
  return NameBook({}, derivedIds(""));
}

TEST(NameBook, NoTwoNamesShareACode) {
  NameBook book = emptyBook();
  std::set<std::string> codes;
  for (int i = 0; i < 500; ++i) {
    const Part part = static_cast<Part>(i % 8);
    codes.insert(book.get(book.idFor("Name " + std::to_string(i), part))->codeName);
  }
  EXPECT_EQ(codes.size(), 500u);
}

TEST(NameBook, ACodeNeverHasTheInitialOfTheName) {
  NameBook book = emptyBook();
  for (char initial = 'A'; initial <= 'Z'; ++initial) {
    const std::string real = std::string(1, initial) + "xyz";
    EXPECT_NE(book.get(book.idFor(real, Part::YoungPerson))->codeName[0], initial);
  }
}

TEST(NameBook, KnownNamesKeepTheirIdAndCode) {
  KnownName known;
  known.id = NameId::fromBytes({9});
  known.realName = "Ayaan Chaudhry";
  known.codeName = "Wren";
  NameBook book({known}, derivedIds(""));
  EXPECT_EQ(book.idFor("ayaan chaudhry", Part::Staff), known.id);
  EXPECT_NE(book.get(book.idFor("Bo Lane", Part::YoungPerson))->codeName, "Wren");
  ASSERT_EQ(book.takeChanged().size(), 1u) << "only the new one";
  EXPECT_TRUE(book.takeChanged().empty());
}

TEST(NameBook, AnAdoptedNameWhoseCodeIsTakenGetsAFreeOne) {
  NameBook book = emptyBook();
  const NameId first = book.idFor("Zed", Part::YoungPerson);
  KnownName other;
  other.id = NameId::fromBytes({3});
  other.codeName = book.get(first)->codeName;
  book.adopt(other);
  EXPECT_NE(book.get(other.id)->codeName, book.get(first)->codeName);
}

TEST(DerivedIds, TheSameTextGivesTheSameIdAndASaltAnother) {
  EXPECT_EQ(derivedIds("")("jsonl:dev-001"), derivedIds("")("jsonl:dev-001"));
  EXPECT_NE(derivedIds("")("jsonl:dev-001"), derivedIds("")("jsonl:dev-002"));
  EXPECT_NE(derivedIds("a")("b"), derivedIds("")("ab"));
  EXPECT_NE(derivedIds("ab")("c"), derivedIds("a")("bc"));
}

TEST(DerivedIds, AHundredThousandSourcesDoNotCollide) {
  const IdSource ids = derivedIds("");
  std::set<IdBytes> seen;
  for (int i = 0; i < 100'000; ++i) seen.insert(ids("corpus:" + std::to_string(i)));
  EXPECT_EQ(seen.size(), 100'000u);
}

}  // namespace
}  // namespace journal::exchange::test
