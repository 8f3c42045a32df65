#include "sync/storage/postgres_sql.h"

#include <gtest/gtest.h>

namespace syncing::storage {
namespace {

TEST(PostgresSql, ANameThatComesTwiceIsOneParameter) {
  const PostgresSql out = postgresSql("SELECT a FROM t WHERE b = :b AND (c = :c OR d = :b)");
  EXPECT_EQ(out.sql, "SELECT a FROM t WHERE b = $1 AND (c = $2 OR d = $1)");
  EXPECT_EQ(out.parameters, (std::vector<std::string>{":b", ":c"}));
}

TEST(PostgresSql, WhatStandsInQuotesOrCommentsIsLeftAlone) {
  const char* sql = "SELECT ':a BLOB', \"INTEGER :b\" -- :c STRICT\nFROM t";
  const PostgresSql out = postgresSql(sql);
  EXPECT_EQ(out.sql, sql);
  EXPECT_TRUE(out.parameters.empty());
}

TEST(PostgresSql, TypesOfTheOtherBackEndBecomeItsOwn) {
  EXPECT_EQ(postgresSql("CREATE TABLE t (a BLOB NOT NULL, b INTEGER) WITHOUT ROWID").sql,
            "CREATE TABLE t (a bytea NOT NULL, b bigint)  ");
  EXPECT_EQ(postgresSql("CREATE TABLE t (blobs TEXT, a_BLOB TEXT) STRICT").sql,
            "CREATE TABLE t (blobs TEXT, a_BLOB TEXT) ");
}

TEST(PostgresSql, AQuoteThatNeverClosesEndsWithTheText) {
  EXPECT_EQ(postgresSql("SELECT 'it''s :a").sql, "SELECT 'it''s :a");
  EXPECT_EQ(postgresSql("SELECT :").sql, "SELECT :");
}

}  // namespace
}  // namespace syncing::storage
