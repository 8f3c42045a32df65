#include "app/hub/config.h"

#include <charconv>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "journal/base/platform.h"
#include "journal/base/utf8.h"

namespace app::hub {

using journal::Error;
using journal::ErrorCode;
using journal::Result;

namespace {

constexpr std::size_t kMostConfigBytes = 64 * 1024;
constexpr std::int64_t kMiB = 1024 * 1024;

/// Takes a value; "" when it can be, or why not.
using Take = std::function<std::string(std::string_view)>;

Take text(std::string& into) {
  return [&into](std::string_view value) {
    into = std::string(value);
    return std::string(value.empty() ? "needs a value" : "");
  };
}

Take path(std::filesystem::path& into) {
  return [&into](std::string_view value) {
    into = std::string(value);
    return std::string(into.is_absolute() ? "" : "needs a path from the root on");
  };
}

template <class Number>
Take number(Number& into, std::int64_t least, std::int64_t most, std::int64_t times = 1) {
  return [&into, least, most, times](std::string_view value) -> std::string {
    std::int64_t parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc{} || end != value.data() + value.size() || parsed < least ||
        parsed > most)
      return fmt::format("needs a number from {} to {}", least, most);
    into = static_cast<Number>(parsed * times);
    return "";
  };
}

Take proxies(syncing::hub::TrustedProxies& into) {
  return [&into](std::string_view value) -> std::string {
    auto parsed = syncing::hub::TrustedProxies::parse(value);
    if (!parsed.ok() || parsed->empty()) return "needs addresses, or networks like 10.0.0.0/8";
    into = std::move(*parsed);
    return "";
  };
}

Take yesNo(bool& into) {
  return [&into](std::string_view value) {
    into = value == "yes";
    return std::string(value == "yes" || value == "no" ? "" : "needs yes or no");
  };
}

std::map<std::string, Take, std::less<>> settingsOf(Config& config) {
  auto& limits = config.server.limits;
  return {
      {"folder", path(config.folder)},
      {"passphrase_file", path(config.passphraseFile)},
      {"postgresql", text(config.postgresql)},
      {"service", text(config.service)},
      {"public_host", text(config.publicHost)},
      {"public_port", number(config.publicPort, 1, 65535)},
      {"listen", text(config.server.address)},
      {"port", number(config.server.port, 0, 65535)},
      {"certificate", path(config.server.certificate.chain)},
      {"key", path(config.server.certificate.key)},
      {"tls12", yesNo(config.server.tls12)},
      {"trusted_proxies", proxies(config.server.proxies)},
      {"page", path(config.server.page)},
      {"plain_http", yesNo(config.server.plainHttp)},
      {"threads", number(config.server.threads, 1, 64)},
      {"backup_folder", path(config.backupFolder)},
      {"backup_hours", number(config.backupHours, 1, 24 * 31)},
      {"backups_kept", number(config.backupsKept, 2, 1000)},
      {"log_requests", yesNo(config.logRequests)},
      {"connections", number(limits.connections, 1, 100'000)},
      {"connections_per_address", number(limits.connectionsPerAddress, 1, 100'000)},
      {"buffered_mb", number(limits.bufferedBytes, 16, 65'536, kMiB)},
      {"enrolments_an_hour", number(config.core.enrolmentsAnHour, 1, 100'000)},
      {"enrolments_an_hour_per_address",
       number(config.core.enrolmentsAnHourPerAddress, 1, 100'000)},
      {"journal_mb", number(config.core.bytesAVault, 16, 1024 * 1024, kMiB)},
  };
}

Error configError(const std::string& what) {
  return {ErrorCode::InvalidInput, "configuration", "Configuration: " + what + "."};
}

Result<void> checkWhole(const Config& config) {
  if (config.folder.empty()) return configError("\"folder\" is missing");
  if (config.publicHost.empty()) return configError("\"public_host\" is missing");
  if (config.postgresql.empty() && config.passphraseFile.empty())
    return configError("\"passphrase_file\" is missing (or \"postgresql\", for a store there)");
  if (!config.postgresql.empty() && !config.backupFolder.empty())
    return configError(
        "\"backup_folder\" is for a store in a folder; PostgreSQL has its own tools");
  const auto& certificate = config.server.certificate;
  if (config.server.plainHttp) {
    if (config.server.proxies.empty())
      return configError(
          "\"plain_http\" is for a proxy of this machine: name it with "
          "\"trusted_proxies\"");
    if (certificate.chain.empty())
      return configError(
          "with \"plain_http\", \"certificate\" names the proxy's, because "
          "invitations name its key");
  } else if (certificate.chain.empty() != certificate.key.empty()) {
    return configError("\"certificate\" and \"key\" come together");
  }
  return {};
}

}  // namespace

Result<Config> parseConfig(std::string_view text) {
  Config config;
  config.server.port = syncing::wire::Enrolment::kUsualPort;
  const auto settings = settingsOf(config);
  std::set<std::string_view> seen;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = text.find('\n');
    const std::string_view whole = journal::trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (whole.empty() || whole.front() == '#') continue;
    const std::size_t equals = whole.find('=');
    const std::string_view name = journal::trimmed(whole.substr(0, equals));
    const auto setting = settings.find(name);
    if (equals == std::string_view::npos || setting == settings.end())
      return configError(fmt::format("line {} is no setting that is known", line));
    if (!seen.insert(setting->first).second)
      return configError(fmt::format("line {}: \"{}\" comes twice", line, setting->first));
    const std::string problem = setting->second(journal::trimmed(whole.substr(equals + 1)));
    if (!problem.empty())
      return configError(fmt::format("line {}: \"{}\" {}", line, setting->first, problem));
  }
  J_CHECK(checkWhole(config));
  return config;
}

Result<Config> readConfig(const std::filesystem::path& file) {
  const auto text = journal::readFile(file, kMostConfigBytes);
  if (!text.ok())
    return Error{text.error().code, text.error().detail, "The configuration file cannot be read."};
  return parseConfig(*text);
}

}  // namespace app::hub
