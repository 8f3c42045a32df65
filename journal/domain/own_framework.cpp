#include "journal/domain/own_framework.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/base/utf8.h"
#include "journal/domain/mention.h"

namespace journal {
namespace {

Error unkeepable(std::string advice) {
  return Error{ErrorCode::InvalidInput, "a version of the framework", std::move(advice)};
}

bool fits(const std::string& text, std::size_t characters) {
  return !text.empty() && countCodePoints(text) <= characters;
}

Outcome* outcomeIn(Framework& framework, std::string_view code) {
  for (Domain& domain : framework.domains) {
    for (Outcome& outcome : domain.outcomes) {
      if (outcome.code == code) return &outcome;
    }
  }
  return nullptr;
}

int indicatorNumber(const IndicatorCode& code) {
  const std::string& text = code.text();
  int number = 0;
  for (std::size_t at = text.find('.') + 1; at < text.size(); ++at) {
    number = number * 10 + (text[at] - '0');
  }
  return number;
}

int highestNumber(const Framework& framework, std::string_view outcomeCode) {
  int highest = 0;
  if (const Outcome* outcome = framework.findOutcome(outcomeCode)) {
    for (const Indicator& indicator : outcome->indicators) {
      highest = std::max(highest, indicatorNumber(indicator.code));
    }
  }
  return highest;
}

std::size_t inUse(const Outcome& outcome) {
  return static_cast<std::size_t>(
      std::count_if(outcome.indicators.begin(), outcome.indicators.end(),
                    [](const Indicator& indicator) { return !indicator.off; }));
}

Result<void> requireWords(const Indicator& indicator) {
  const std::string& code = indicator.code.text();
  if (!fits(indicator.name, kLongestFrameworkName)) {
    return unkeepable(
        fmt::format("Give {} a name of at most {} characters.", code, kLongestFrameworkName));
  }
  for (std::size_t level = 0; level < indicator.levels.size(); ++level) {
    if (fits(indicator.levels[level], kLongestFrameworkSentence)) continue;
    return unkeepable(fmt::format("Say in {} what level {} looks like, in at most {} characters.",
                                  code, level + 1, kLongestFrameworkSentence));
  }
  return {};
}

Result<void> requireWords(const Outcome& outcome) {
  if (!fits(outcome.name, kLongestFrameworkName)) {
    return unkeepable(fmt::format("Give {} a name of at most {} characters.", outcome.code,
                                  kLongestFrameworkName));
  }
  if (!fits(outcome.shortName, kLongestShortName)) {
    return unkeepable(fmt::format("Give {} a short name of at most {} characters.", outcome.code,
                                  kLongestShortName));
  }
  if (countCodePoints(outcome.youngPersonStatement) > kLongestFrameworkSentence) {
    return unkeepable(fmt::format("The young person's line of {} has room for {} characters.",
                                  outcome.code, kLongestFrameworkSentence));
  }
  for (const Indicator& indicator : outcome.indicators) J_CHECK(requireWords(indicator));
  const std::size_t used = inUse(outcome);
  if (!outcome.off && used == 0) {
    return unkeepable(fmt::format(
        "Every indicator of {0} is switched off. Leave one on, or switch off {0}.", outcome.code));
  }
  if (used > kMostIndicatorsInUse) {
    return unkeepable(
        fmt::format("{} has more than nine indicators switched on. Each needs a "
                    "digit of its own while tagging.",
                    outcome.code));
  }
  return {};
}

}  // namespace

const Framework& frameworkInForce(const Framework& ours, const OwnFrameworks& own, LocalDate day) {
  for (auto version = own.rbegin(); version != own.rend(); ++version) {
    if (version->from <= day) return version->framework;
  }
  return ours;
}

const Framework& newestFramework(const Framework& ours, const OwnFrameworks& own) {
  return own.empty() ? ours : own.back().framework;
}

const Framework* frameworkOfVersion(const Framework& ours, const OwnFrameworks& own, int version) {
  for (const FrameworkVersion& kept : own) {
    if (kept.framework.version == version) return &kept.framework;
  }
  return ours.version == version ? &ours : nullptr;
}

int nextFrameworkVersion(const Framework& ours, const OwnFrameworks& own) {
  return std::max(ours.version, newestFramework(ours, own).version) + 1;
}

std::string_view wordedThen(const Tag& tag, const Framework& inForce, const Framework& ours,
                            const OwnFrameworks& own) {
  const Framework* then = frameworkOfVersion(ours, own, tag.frameworkVersion);
  if (then == nullptr || !tag.level) return {};
  const Indicator* before = then->find(tag.indicator);
  if (before == nullptr) return {};
  const auto level = static_cast<std::size_t>(tag.level->value() - 1);
  const Indicator* now = inForce.find(tag.indicator);
  if (now != nullptr && now->levels[level] == before->levels[level]) return {};
  return before->levels[level];
}

Result<void> addLocalIndicator(Framework& draft, std::string_view outcomeCode,
                               const Framework& ours, const OwnFrameworks& own) {
  Outcome* outcome = outcomeIn(draft, outcomeCode);
  if (outcome == nullptr) return Error{ErrorCode::NotFound, "no such outcome"};
  if (inUse(*outcome) >= kMostIndicatorsInUse) {
    return Error{ErrorCode::Conflict, "nine indicators in use",
                 "Nine indicators at a time are enough. Switch one off first."};
  }
  int highest = std::max(highestNumber(draft, outcomeCode), highestNumber(ours, outcomeCode));
  for (const FrameworkVersion& version : own) {
    highest = std::max(highest, highestNumber(version.framework, outcomeCode));
  }
  const auto code = IndicatorCode::parse(fmt::format("{}.{}", outcomeCode, highest + 1));
  if (!code) {
    return Error{ErrorCode::Conflict, "codes used up", "This outcome has no codes left."};
  }
  Indicator indicator;
  indicator.code = *code;
  indicator.local = true;
  outcome->indicators.push_back(std::move(indicator));
  return {};
}

Framework begunFrom(const Framework& chosen, const Framework& ours, const OwnFrameworks& own) {
  Framework draft = chosen;
  draft.version = nextFrameworkVersion(ours, own);
  const auto addMissing = [&draft](const Framework& version) {
    for (const Domain& domain : version.domains) {
      for (const Outcome& outcome : domain.outcomes) {
        Outcome* to = outcomeIn(draft, outcome.code);
        for (const Indicator& indicator : outcome.indicators) {
          if (to == nullptr || draft.find(indicator.code) != nullptr) continue;
          to->indicators.push_back(indicator);
          to->indicators.back().off = true;
        }
      }
    }
  };
  addMissing(ours);
  for (const FrameworkVersion& version : own) addMissing(version.framework);
  return draft;
}

Framework cleaned(Framework framework) {
  const auto clean = [](std::string& text) { text = std::string(trimmed(sanitisePlain(text))); };
  clean(framework.name);
  clean(framework.noChanceName);
  for (std::string& name : framework.levelNames) clean(name);
  for (std::string& rule : framework.scaleRule) clean(rule);
  for (Domain& domain : framework.domains) {
    clean(domain.name);
    for (Outcome& outcome : domain.outcomes) {
      clean(outcome.name);
      clean(outcome.shortName);
      clean(outcome.youngPersonStatement);
      for (Indicator& indicator : outcome.indicators) {
        clean(indicator.name);
        for (std::string& level : indicator.levels) clean(level);
      }
    }
  }
  return framework;
}

void asItCame(Framework& draft, std::string_view outcomeCode, const Framework& ours) {
  Outcome* outcome = outcomeIn(draft, outcomeCode);
  const Outcome* came = ours.findOutcome(outcomeCode);
  if (outcome == nullptr || came == nullptr) return;
  Outcome again = *came;
  for (const Indicator& indicator : outcome->indicators) {
    if (ours.find(indicator.code) != nullptr) continue;
    again.indicators.push_back(indicator);
    again.indicators.back().off = true;
  }
  *outcome = std::move(again);
}

void asItCame(Framework& draft, const Framework& ours) {
  draft.levelNames = ours.levelNames;
  for (const Domain& domain : ours.domains) {
    for (const Outcome& outcome : domain.outcomes) asItCame(draft, outcome.code, ours);
  }
}

Result<void> requireKeepable(const Framework& framework) {
  bool anyInUse = false;
  for (std::size_t level = 0; level < framework.levelNames.size(); ++level) {
    if (fits(framework.levelNames[level], kLongestLevelName)) continue;
    return unkeepable(fmt::format("Give level {} a name of at most {} characters.", level + 1,
                                  kLongestLevelName));
  }
  for (const Domain& domain : framework.domains) {
    for (const Outcome& outcome : domain.outcomes) {
      J_CHECK(requireWords(outcome));
      anyInUse = anyInUse || !outcome.off;
    }
  }
  if (!anyInUse) return unkeepable("Leave at least one outcome switched on.");
  return checkFramework(framework);
}

Result<void> requireEveryCodeOf(const Framework& earlier, const Framework& later) {
  const auto missing = [](const std::string& code) {
    return Error{ErrorCode::Conflict, "a version without " + code,
                 fmt::format("{0} is missing, and what was tagged with it would lose its name. "
                             "Switch {0} off instead.",
                             code)};
  };
  for (const Domain& domain : earlier.domains) {
    for (const Outcome& outcome : domain.outcomes) {
      if (later.findOutcome(outcome.code) == nullptr) return missing(outcome.code);
      for (const Indicator& indicator : outcome.indicators) {
        if (later.find(indicator.code) == nullptr) return missing(indicator.code.text());
      }
    }
  }
  return {};
}

}  // namespace journal
