#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "journal/domain/framework.h"

namespace journal {

/// Finds the indicator a free phrase is nearest to. Build once per framework for many phrases (an
/// import); it keeps no reference to the framework.
///
/// Words are stemmed lightly and grouped with their everyday synonyms (indicator_matcher.cpp); each
/// shared group counts by how few indicators have it, three times when it is in the indicator's
/// name. A suggestion for a person to confirm, not a judgement.
class IndicatorMatcher {
 public:
  explicit IndicatorMatcher(const Framework& framework);

  /// See nearestIndicator (framework.h). Of equals, the first in the framework's order.
  std::optional<IndicatorCode> nearest(std::string_view domain, std::string_view phrase) const;

 private:
  using Weights = std::unordered_map<std::string, double>;
  struct Entry {
    IndicatorCode code;
    std::string domainCode;
    Weights weights;  ///< by word group
    double length = 0;
  };
  struct DomainNames {
    std::string code;
    std::string foldedCode;
    std::string foldedName;
  };
  std::string domainCodeOf(std::string_view domain) const;

  std::vector<DomainNames> domains_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, double> rarity_;
};

}  // namespace journal
