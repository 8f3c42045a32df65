// The bytes of a theme that leaves a group.
#include "journal/exchange/theme_json.h"

#include <gtest/gtest.h>

namespace journal::exchange::test {
namespace {

LeavingTheme theme() {
  return {*ThemeId::fromHex("00112233445566778899aabbccddeeff"), session::CardKind::Barrier,
          "autumn term 2025", "No room with a door, “again”"};
}

TEST(ThemeBytes, AreTheSameForTheSameThemeAndSayNothingElse) {
  const std::string bytes = encodeTheme(theme());
  EXPECT_EQ(bytes,
            "{\"afternote_theme\":1,\"id\":\"00112233445566778899aabbccddeeff\",\"kind\":"
            "\"barrier\",\"term\":\"autumn term 2025\",\"words\":\"No room with a door, "
            "“again”\"}");
  EXPECT_EQ(*decodeTheme(bytes), theme());
}

TEST(ThemeBytes, AnythingElseIsRefusedWithASentence) {
  const std::string good = encodeTheme(theme());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string bytes = good;
    return bytes.replace(bytes.find(from), from.size(), to);
  };
  for (const std::string& bytes :
       {std::string(), std::string("{}"), good + " ", with("{", "{\"author\":\"Gethin\","),
        with("barrier", "moment"), with("barrier", "gossip"),
        with("autumn term 2025", "2025-11-03"),
        with("autumn term 2025", "autumn term 2025, Monday"), with("No room", "\\u0001No room"),
        with("No room with a door, “again”", "  "), with("0011", "0x11"),
        with("00112233445566778899aabbccddeeff", "00000000000000000000000000000000"),
        with("\"afternote_theme\":1", "\"afternote_theme\":0"), std::string(70'000, '[')}) {
    const auto read = decodeTheme(bytes);
    ASSERT_FALSE(read.ok()) << bytes.substr(0, 80);
    EXPECT_EQ(read.error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(read.error().advice.empty());
  }
  EXPECT_EQ(decodeTheme(with("\"afternote_theme\":1", "\"afternote_theme\":2")).error().code,
            ErrorCode::TooNew);
}

}  // namespace
}  // namespace journal::exchange::test
