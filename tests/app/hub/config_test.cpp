// What a configuration file may say, and that a wrong one is named by its line.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/hub/config.h"

namespace app::hub {
namespace {

constexpr const char* kLeast = "folder = /srv/hub\npassphrase_file = /srv/pass\npublic_host = h\n";

std::string adviceFor(const std::string& text) {
  const auto config = parseConfig(text);
  return config.ok() ? "" : config.error().advice;
}

TEST(Config, TheOneThatIsDeliveredCanBeUsedWithEverySettingInIt) {
  std::ifstream file(std::string(AFTERNOTE_SOURCE_DIR) + "/assets/hub/afternote-hub.conf");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(adviceFor(text.str()), "");
  // And with what is commented out: either a store in the folder or PostgreSQL.
  std::string all = text.str();
  for (std::size_t at = 0; (at = all.find("\n#", at)) != std::string::npos;) {
    if (all[at + 2] != ' ') all.erase(at + 1, 1);
    ++at;
  }
  EXPECT_NE(adviceFor(all).find("PostgreSQL has its own tools"), std::string::npos);
  all.replace(all.find("postgresql = "), 0, "#");
  EXPECT_EQ(adviceFor(all), "");
}

TEST(Config, ValuesArriveWhereTheyBelong) {
  const auto config = parseConfig(std::string(kLeast) +
                                  "  port=9000 \n# a word\n\nbuffered_mb = 64\ntls12 = yes\n"
                                  "enrolments_an_hour = 7\nlog_requests = yes");
  ASSERT_TRUE(config.ok()) << config.error().advice;
  EXPECT_EQ(config->folder, "/srv/hub");
  EXPECT_EQ(config->server.port, 9000);
  EXPECT_EQ(config->server.limits.bufferedBytes, 64U * 1024 * 1024);
  EXPECT_TRUE(config->server.tls12);
  EXPECT_TRUE(config->logRequests);
  EXPECT_EQ(config->core.enrolmentsAnHour, 7);
  EXPECT_EQ(config->server.limits.connectionsPerAddress, 256U);
}

TEST(Config, WhatCannotBeIsNamedByItsLine) {
  const std::pair<const char*, const char*> cases[] = {
      {"colour = blue", "line 4 is no setting"},
      {"port", "line 4 is no setting"},
      {"port = 99999", "line 4: \"port\" needs a number from 0 to 65535"},
      {"port = 80x", "needs a number"},
      {"port =", "needs a number"},
      {"tls12 = maybe", "needs yes or no"},
      {"folder = /other", "line 4: \"folder\" comes twice"},
      {"backup_folder = here", "needs a path from the root on"},
      {"certificate = /a.pem", "come together"},
      {"trusted_proxies = my-proxy", "needs addresses, or networks"},
      {"trusted_proxies =", "needs addresses, or networks"},
      {"plain_http = yes\ncertificate = /a.pem", "name it with \"trusted_proxies\""},
      {"plain_http = yes\ntrusted_proxies = ::1", "names the proxy's"},
      {"postgresql = host=x\nbackup_folder = /b", "its own tools"},
  };
  for (const auto& [line, advice] : cases)
    EXPECT_NE(adviceFor(std::string(kLeast) + line).find(advice), std::string::npos)
        << line << ": " << adviceFor(std::string(kLeast) + line);
  EXPECT_NE(adviceFor("").find("folder"), std::string::npos);
  EXPECT_NE(adviceFor("folder = /a\npublic_host = h").find("passphrase_file"), std::string::npos);
}

}  // namespace
}  // namespace app::hub
