#include "journal/domain/framework.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "journal/base/utf8.h"

namespace journal {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Moves `at` past one to `most` characters for which `is` holds; false when there is none.
template <class Is>
bool skip(std::string_view text, std::size_t& at, std::size_t most, Is is) {
  const std::size_t begin = at;
  while (at < text.size() && at - begin < most && is(text[at])) ++at;
  return at > begin;
}

Error fault(const std::string& what, const std::string& code) {
  return Error{ErrorCode::InvalidInput, what + " at " + (code.empty() ? "(no code)" : code),
               "Something is missing from the framework at " +
                   (code.empty() ? std::string("an entry without a code") : code) + "."};
}

using Codes = std::unordered_set<std::string>;

Result<void> checkIndicator(const Indicator& indicator, const Outcome& outcome, Codes& seen) {
  const std::string& code = indicator.code.text();
  if (code.empty() || indicator.code.outcomeCode() != outcome.code)
    return fault("indicator outside its outcome", code);
  if (!seen.insert(code).second) return fault("code used twice", code);
  if (indicator.name.empty()) return fault("no name", code);
  for (const std::string& level : indicator.levels) {
    if (level.empty()) return fault("empty level sentence", code);
  }
  return {};
}

Result<void> checkOutcome(const Outcome& outcome, const Domain& domain, Codes& seen) {
  const std::optional<IndicatorCode> shape = IndicatorCode::parse(outcome.code + ".1");
  if (!shape || shape->domainCode() != domain.code)
    return fault("outcome outside its domain", outcome.code);
  if (!seen.insert(outcome.code).second) return fault("code used twice", outcome.code);
  if (outcome.name.empty()) return fault("no name", outcome.code);
  if (outcome.shortName.empty() || countCodePoints(outcome.shortName) > 18)
    return fault("short name of 1 to 18 characters", outcome.code);
  if (outcome.indicators.empty()) return fault("no indicators", outcome.code);
  for (const Indicator& indicator : outcome.indicators)
    J_CHECK(checkIndicator(indicator, outcome, seen));
  return {};
}

bool anyEmpty(const std::array<std::string, 5>& texts) {
  return std::any_of(texts.begin(), texts.end(),
                     [](const std::string& text) { return text.empty(); });
}

}  // namespace

std::optional<IndicatorCode> IndicatorCode::parse(std::string_view text) {
  std::size_t at = 0;
  if (!skip(text, at, 3, isUpper) || !skip(text, at, 3, isDigit)) return std::nullopt;
  if (at >= text.size() || text[at++] != '.' || !skip(text, at, 3, isDigit) || at != text.size())
    return std::nullopt;
  IndicatorCode code;
  code.text_ = text;
  return code;
}

std::string IndicatorCode::domainCode() const {
  return text_.substr(0, static_cast<std::size_t>(
                             std::find_if(text_.begin(), text_.end(), isDigit) - text_.begin()));
}

std::string IndicatorCode::outcomeCode() const {
  return text_.substr(0, std::min(text_.find('.'), text_.size()));
}

std::optional<Level> Level::of(int value) {
  if (value < 1 || value > 5) return std::nullopt;
  return Level(value);
}

const Indicator* Framework::find(const IndicatorCode& code) const {
  const Outcome* outcome = findOutcome(code.outcomeCode());
  if (outcome == nullptr) return nullptr;
  for (const Indicator& indicator : outcome->indicators) {
    if (indicator.code == code) return &indicator;
  }
  return nullptr;
}

const Outcome* Framework::findOutcome(std::string_view outcomeCode) const {
  for (const Domain& domain : domains) {
    for (const Outcome& outcome : domain.outcomes) {
      if (outcome.code == outcomeCode) return &outcome;
    }
  }
  return nullptr;
}

const Domain* Framework::findDomain(std::string_view domainCode) const {
  for (const Domain& domain : domains) {
    if (domain.code == domainCode) return &domain;
  }
  return nullptr;
}

Result<void> checkFramework(const Framework& framework) {
  if (framework.version < 1) return fault("no version", "framework");
  if (anyEmpty(framework.levelNames) || anyEmpty(framework.scaleRule) ||
      framework.noChanceName.empty())
    return fault("unnamed level", "scale");
  if (framework.domains.empty()) return fault("no domains", "framework");
  Codes seen;
  for (const Domain& domain : framework.domains) {
    if (domain.code.empty() || !seen.insert(domain.code).second)
      return fault("domain code empty or used twice", domain.code);
    if (domain.name.empty()) return fault("no name", domain.code);
    if (domain.outcomes.empty()) return fault("no outcomes", domain.code);
    for (const Outcome& outcome : domain.outcomes) J_CHECK(checkOutcome(outcome, domain, seen));
  }
  return {};
}

}  // namespace journal
