#include <gtest/gtest.h>

#include "journal/base/utf8.h"
#include "journal/crypto/hash.h"
#include "journal/domain/mention.h"
#include "journal/store/database.h"
#include "journal/store/migrations.h"
#include "journal/store/reflection_table.h"
#include "journal/store/row_number.h"
#include "journal/store/search.h"

namespace journal::store {
namespace {

/// A released migration is never changed; a new one gets its line here.
TEST(Migrations, ReleasedOnesAreFrozen) {
  const char* released[] = {
      "5d40643208e078e3d300e95a2ca40500ff5a2eb1146726a8325ce0100eb9397b",
      "de271bad2cf8ee841c37a5ea0865de783a0e4994276f15b456d75d522d3db417",
      "374dc5464e44a704ff045ae92d25e5cd0bda8779520f64a8b9663479e3a4980c",
      "e31414989ff26177514f25fed0976c85214a07995225752ecf9d9fcb07a90ec7",
      "bbda74f30ed08f42aa8610b8e5dcc1394d30d14c0969ea7318e8224c7b5885d6",
      "a3c9f47100cd507c0d5784b2496f6a51d583b41a1a24bf81d89f6c2fc536c61a",
      "2b1012e435c1a947062af77c69da01d1448f27115889361a2dc5d97dde2cfdd9",
      "1794f032b95ce739e0d376492a7675957282b716f554ac4ec651cface312cf22",
      "4a79dab151161f68f242f9b2c71eb88863edba57229263d89518505530f6605d",
  };
  ASSERT_EQ(migrations().size(), std::size(released));
  for (std::size_t i = 0; i < std::size(released); ++i) {
    EXPECT_EQ(migrations()[i].version, static_cast<int>(i + 1));
    EXPECT_EQ(toHex(crypto::hash(crypto::bytesOf(migrations()[i].sql))), released[i])
        << migrations()[i].name;
  }
}

TEST(Migrations, AFailingStepLeavesTheVersionBeforeIt) {
  auto database = *Database::inMemory();
  const Migration steps[] = {{1, "make", "CREATE TABLE a (x INTEGER) STRICT"},
                             {2, "break", "CREATE TABLE b (x INTEGER) STRICT; SELECT nonsense"}};
  EXPECT_FALSE(migrate(*database, steps).ok());
  EXPECT_EQ(*schemaVersion(*database), 1);
  EXPECT_TRUE(database->script("CREATE TABLE b (x INTEGER) STRICT").ok());  // rolled back
}

TEST(Migrations, AStepRunsOnceAndANewerFileIsRefused) {
  auto database = *Database::inMemory();
  const Migration steps[] = {{1, "make", "CREATE TABLE a (x INTEGER) STRICT"}};
  EXPECT_TRUE(migrate(*database, steps).ok());
  EXPECT_TRUE(migrate(*database, steps).ok());
  EXPECT_EQ(migrate(*database, {}).error().code, ErrorCode::TooNew);
}

TEST(Query, AStatementInUseCanBeUsedAgainMeanwhile) {
  auto database = *Database::inMemory();
  ASSERT_TRUE(database->script("CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1), (2)").ok());
  const char* sql = "SELECT x FROM a ORDER BY x";
  Query outer = database->query(sql);
  ASSERT_TRUE(*outer.next());
  {
    Query inner = database->query(sql);
    ASSERT_TRUE(*inner.next());
    EXPECT_EQ(inner.integer(0), 1);
  }
  ASSERT_TRUE(*outer.next());
  EXPECT_EQ(outer.integer(0), 2);
}

TEST(Query, AConstraintIsAConflictAndATransactionUndoesItself) {
  auto database = *Database::inMemory();
  ASSERT_TRUE(database->script("CREATE TABLE a (x INTEGER UNIQUE)").ok());
  {
    auto transaction = *Transaction::begin(*database);
    ASSERT_TRUE(database->query("INSERT INTO a VALUES (1)").run().ok());
    EXPECT_EQ(database->query("INSERT INTO a VALUES (1)").run().error().code, ErrorCode::Conflict);
  }
  Query count = database->query("SELECT count(*) FROM a");
  ASSERT_TRUE(*count.next());
  EXPECT_EQ(count.integer(0), 0);
}

TEST(RowNumber, OrdersByDayAndGivesTheDayBack) {
  std::int64_t last = 0;
  for (const char* iso : {"0001-01-01", "1969-12-31", "1970-01-01", "2026-01-22", "9999-12-31"}) {
    const LocalDate date = *parseDate(iso);
    EXPECT_GT(firstRowOf(date) + 1, last);
    last = lastRowOf(date);
    EXPECT_EQ(dateOfRow(firstRowOf(date)), date);
    EXPECT_EQ(dateOfRow(last), date);
  }
}

TEST(Excerpt, IsShortWholeAndWithoutHeadings) {
  SeededRandom random(1);
  const NameId name = NameId::random(random);
  std::string text = headingToken("What happened?") + "\n" + mentionToken(name) + " caf";
  while (text.size() < 600) text += "é";
  const std::string excerpt = excerptOf(text);
  EXPECT_TRUE(isValidUtf8(excerpt));
  EXPECT_EQ(excerpt.rfind(mentionToken(name), 0), 0u);
  EXPECT_LE(excerpt.size(), 260u);
  EXPECT_EQ(excerptOf(""), "");
}

TEST(MatchExpression, TreatsWhatIsTypedAsWords) {
  EXPECT_EQ(matchExpression({}, {}), "");
  EXPECT_EQ(matchExpression({SearchTerm{{"a\"b"}, false, false}}, {}), "\"a\"\"b\"");
  EXPECT_EQ(matchExpression(
                {SearchTerm{{"in", "the"}, true, false}, SearchTerm{{"room"}, false, true}}, {}),
            "(\"in the\" *) NOT (\"room\")");
}

}  // namespace
}  // namespace journal::store
