#include "journal/exchange/assets_json.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

#include "journal/exchange/json_value.h"

namespace journal::exchange {
namespace {

/// What one of our asset files is called in the sentence a person reads.
struct AssetFile {
  const char* file;
  const char* what;
};
constexpr AssetFile kFrameworkFile{"framework.json", "outcomes framework"};
constexpr AssetFile kPromptsFile{"prompts.json", "writing prompts"};

/// `lack` says what is not right, in words without journal text: "P4.1 has no name".
Error unusableAsset(const AssetFile& asset, const std::string& lack) {
  return Error{
      ErrorCode::InvalidInput, fmt::format("{}: {}", asset.file, lack),
      fmt::format("The {} file ({}) cannot be used: {}. Put a good copy back in the assets "
                  "folder, or ask your service for one.",
                  asset.what, asset.file, lack)};
}

Result<Json> parseAsset(const AssetFile& asset, std::string_view text) {
  constexpr std::size_t kLimit = std::size_t{8} << 20;
  if (text.size() > kLimit) return unusableAsset(asset, "it is larger than 8 MB");
  auto value = parseJson(text);
  if (!value) return unusableAsset(asset, "it is not complete, readable JSON");
  return std::move(*value);
}

/// The text behind `key`; `who` names the owner in the sentence.
Result<std::string> needText(const AssetFile& asset, const Json& object, const char* key,
                             const std::string& who) {
  auto text = textOf(object, key);
  if (!text || text->empty())
    return unusableAsset(asset, fmt::format("{} has no \"{}\"", who, key));
  return std::move(*text);
}

Result<std::array<std::string, 5>> needFive(const AssetFile& asset, const Json& object,
                                            const char* key, const std::string& who) {
  const Json& list = listOf(object, key);
  std::array<std::string, 5> five;
  if (list.size() != five.size()) {
    return unusableAsset(asset, fmt::format("{} needs five entries in \"{}\"", who, key));
  }
  for (std::size_t i = 0; i < five.size(); ++i) {
    five[i] = asText(list[i]);
    if (five[i].empty()) {
      return unusableAsset(asset, fmt::format("{} has no text for level {}", who, i + 1));
    }
  }
  return five;
}

std::vector<std::string> texts(const Json& list) {
  std::vector<std::string> out;
  for (const Json& item : list) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

Result<Indicator> readIndicator(const Json& json, const std::string& outcome) {
  J_TRY(const std::string code,
        needText(kFrameworkFile, json, "code", "an indicator of " + outcome));
  const auto parsed = IndicatorCode::parse(code);
  if (!parsed) {
    return unusableAsset(kFrameworkFile,
                         fmt::format("an indicator of {} has a code that is not like "
                                     "P4.1",
                                     outcome));
  }
  Indicator indicator;
  indicator.code = *parsed;
  J_TRY(indicator.name, needText(kFrameworkFile, json, "name", code));
  J_TRY(indicator.levels, needFive(kFrameworkFile, json, "scale", code));
  return indicator;
}

Result<Outcome> readOutcome(const Json& json, const std::string& domain) {
  Outcome outcome;
  J_TRY(outcome.code, needText(kFrameworkFile, json, "code", "an outcome of " + domain));
  J_TRY(outcome.name, needText(kFrameworkFile, json, "name", outcome.code));
  J_TRY(outcome.youngPersonStatement,
        needText(kFrameworkFile, json, "young_person_statement", outcome.code));
  J_TRY(outcome.shortName, needText(kFrameworkFile, json, "short_name", outcome.code));
  for (const Json& item : listOf(json, "indicators")) {
    J_TRY(auto indicator, readIndicator(item, outcome.code));
    outcome.indicators.push_back(std::move(indicator));
  }
  if (outcome.indicators.empty()) {
    return unusableAsset(kFrameworkFile, outcome.code + " has no indicators");
  }
  return outcome;
}

Result<Domain> readDomain(const Json& json) {
  Domain domain;
  J_TRY(domain.code, needText(kFrameworkFile, json, "code", "a domain"));
  J_TRY(domain.name, needText(kFrameworkFile, json, "name", domain.code));
  for (const Json& item : listOf(json, "outcomes")) {
    J_TRY(auto outcome, readOutcome(item, domain.code));
    domain.outcomes.push_back(std::move(outcome));
  }
  if (domain.outcomes.empty())
    return unusableAsset(kFrameworkFile, domain.code + " has no outcomes");
  return domain;
}

Result<int> needMinutes(const AssetFile& asset, const Json& json, const std::string& who) {
  constexpr std::int64_t kDay = 24 * 60;
  const auto minutes = wholeOf(json, "minutes");
  if (!minutes || *minutes < 0 || *minutes > kDay) {
    return unusableAsset(asset, who + " has no length in minutes");
  }
  return static_cast<int>(*minutes);
}

/// The list of sets: the file itself, or its member `key`.
const Json& itemsOf(const Json& file, const char* key) {
  return file.is_array() ? file : listOf(file, key);
}

}  // namespace

Result<Framework> readFramework(std::string_view json) {
  J_TRY(const Json file, parseAsset(kFrameworkFile, json));
  Framework framework;
  const auto version = wholeOf(file, "version");
  if (!version || *version < 1 || *version > 1'000'000) {
    return unusableAsset(kFrameworkFile, "it has no \"version\"");
  }
  framework.version = static_cast<int>(*version);
  J_TRY(framework.name, needText(kFrameworkFile, file, "name", "it"));
  J_TRY(framework.levelNames, needFive(kFrameworkFile, file, "level_names", "it"));
  J_TRY(framework.scaleRule, needFive(kFrameworkFile, file, "scale_rule", "it"));
  J_TRY(framework.noChanceName, needText(kFrameworkFile, file, "no_rating_option", "it"));
  for (const Json& item : listOf(file, "domains")) {
    J_TRY(auto domain, readDomain(item));
    framework.domains.push_back(std::move(domain));
  }
  if (framework.domains.empty()) return unusableAsset(kFrameworkFile, "it has no domains");
  if (auto checked = checkFramework(framework); !checked.ok()) {
    return unusableAsset(kFrameworkFile, checked.error().detail);
  }
  return framework;
}

Result<PromptLibrary> readPrompts(std::string_view json) {
  J_TRY(const Json file, parseAsset(kPromptsFile, json));
  PromptLibrary library;
  for (const Json& item : itemsOf(file, "sets")) {
    PromptSet set;
    J_TRY(set.code, needText(kPromptsFile, item, "code", "a prompt set"));
    if (library.find(set.code) != nullptr) {
      return unusableAsset(kPromptsFile, set.code + " stands in it twice");
    }
    J_TRY(set.name, needText(kPromptsFile, item, "name", set.code));
    J_TRY(set.minutes, needMinutes(kPromptsFile, item, set.code));
    set.when = textOf(item, "when").value_or("");
    set.prompts = texts(listOf(item, "prompts"));
    if (set.prompts.empty()) return unusableAsset(kPromptsFile, set.code + " has no prompts");
    library.sets.push_back(std::move(set));
  }
  if (library.sets.empty()) return unusableAsset(kPromptsFile, "it has no prompt sets");
  return library;
}

}  // namespace journal::exchange
