// Versions of a service's own framework as JSON and back.

#include <utility>

#include "journal/exchange/json_fields.h"
#include "journal/exchange/records_json.h"

namespace journal::exchange {
namespace {

using Five = std::array<std::string, 5>;

Json fiveJson(const Five& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

std::optional<Five> fiveFrom(const Json& json, const char* key) {
  const Json& list = listOf(json, key);
  Five texts;
  if (list.size() != texts.size()) return std::nullopt;
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] = sanitisePlain(asText(list[i]));
  return texts;
}

Json indicatorJson(const Indicator& indicator) {
  return Json{{"code", indicator.code.text()},
              {"levels", fiveJson(indicator.levels)},
              {"local", indicator.local},
              {"name", indicator.name},
              {"off", indicator.off}};
}

std::optional<Indicator> indicatorFrom(const Json& json) {
  const auto code = IndicatorCode::parse(textOf(json, "code").value_or(""));
  auto levels = fiveFrom(json, "levels");
  if (!code || !levels) return std::nullopt;
  return Indicator{*code, plainOf(json, "name"), std::move(*levels),
                   flagOf(json, "local").value_or(false), flagOf(json, "off").value_or(false)};
}

Json outcomeJson(const Outcome& outcome) {
  Json indicators = Json::array();
  for (const Indicator& indicator : outcome.indicators) {
    indicators.push_back(indicatorJson(indicator));
  }
  return Json{{"code", outcome.code},
              {"indicators", std::move(indicators)},
              {"name", outcome.name},
              {"off", outcome.off},
              {"short_name", outcome.shortName},
              {"young_person_statement", outcome.youngPersonStatement}};
}

std::optional<Outcome> outcomeFrom(const Json& json) {
  Outcome outcome;
  outcome.code = plainOf(json, "code");
  outcome.name = plainOf(json, "name");
  outcome.shortName = plainOf(json, "short_name");
  outcome.youngPersonStatement = plainOf(json, "young_person_statement");
  outcome.off = flagOf(json, "off").value_or(false);
  for (const Json& item : listOf(json, "indicators")) {
    auto indicator = indicatorFrom(item);
    if (!indicator) return std::nullopt;
    outcome.indicators.push_back(std::move(*indicator));
  }
  return outcome;
}

std::optional<Domain> domainFrom(const Json& json) {
  Domain domain{plainOf(json, "code"), plainOf(json, "name"), {}};
  for (const Json& item : listOf(json, "outcomes")) {
    auto outcome = outcomeFrom(item);
    if (!outcome) return std::nullopt;
    domain.outcomes.push_back(std::move(*outcome));
  }
  return domain;
}

}  // namespace

Json toJson(const FrameworkVersion& version) {
  const Framework& framework = version.framework;
  Json domains = Json::array();
  for (const Domain& domain : framework.domains) {
    Json outcomes = Json::array();
    for (const Outcome& outcome : domain.outcomes) outcomes.push_back(outcomeJson(outcome));
    domains.push_back(
        Json{{"code", domain.code}, {"name", domain.name}, {"outcomes", std::move(outcomes)}});
  }
  return Json{{"domains", std::move(domains)},
              {"from", isoDate(version.from)},
              {"level_names", fiveJson(framework.levelNames)},
              {"name", framework.name},
              {"no_chance_name", framework.noChanceName},
              {"scale_rule", fiveJson(framework.scaleRule)},
              {"version", framework.version}};
}

std::optional<FrameworkVersion> frameworkFrom(const Json& json) {
  const auto number = wholeOf(json, "version");
  const auto from = parseDate(textOf(json, "from").value_or(""));
  auto levelNames = fiveFrom(json, "level_names");
  auto scaleRule = fiveFrom(json, "scale_rule");
  if (!number || *number < 1 || *number > 1'000'000 || !from) return std::nullopt;
  if (!levelNames || !scaleRule) return std::nullopt;
  FrameworkVersion version;
  version.from = *from;
  Framework& framework = version.framework;
  framework.version = static_cast<int>(*number);
  framework.name = plainOf(json, "name");
  framework.noChanceName = plainOf(json, "no_chance_name");
  framework.levelNames = std::move(*levelNames);
  framework.scaleRule = std::move(*scaleRule);
  for (const Json& item : listOf(json, "domains")) {
    auto domain = domainFrom(item);
    if (!domain) return std::nullopt;
    framework.domains.push_back(std::move(*domain));
  }
  return version;
}

}  // namespace journal::exchange
