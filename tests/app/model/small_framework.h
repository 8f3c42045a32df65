#pragma once

#include "journal/domain/framework.h"

namespace tests {

/// Three domains of two outcomes with two indicators each.
inline journal::Framework smallFramework() {
  journal::Framework framework;
  framework.version = 1;
  framework.name = "Small";
  framework.levelNames = {"Not yet", "Glimpsed", "Prompted", "Mostly", "Settled"};
  framework.noChanceName = "No chance to see it";
  for (const char* letter : {"M", "P", "S"}) {
    journal::Domain domain;
    domain.code = letter;
    domain.name = domain.code == "M" ? "Musical" : domain.code == "P" ? "Personal" : "Social";
    for (int o = 1; o <= 2; ++o) {
      journal::Outcome outcome;
      outcome.code = domain.code + std::to_string(o);
      outcome.name = "Outcome " + outcome.code;
      outcome.shortName = "Short " + outcome.code;
      for (int i = 1; i <= 2; ++i) {
        journal::Indicator indicator;
        indicator.code =
            journal::IndicatorCode::parse(outcome.code + "." + std::to_string(i)).value();
        indicator.name = "Indicator " + indicator.code.text();
        indicator.levels = {"One", "Two", "Three", "Makes most choices", "Five"};
        outcome.indicators.push_back(indicator);
      }
      domain.outcomes.push_back(outcome);
    }
    framework.domains.push_back(domain);
  }
  return framework;
}

}  // namespace tests
