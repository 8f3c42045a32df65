#pragma once

#include <string>
#include <vector>

#include "app/model/intent.h"

namespace app::model {

struct IndicatorPage {
  std::string name;
  std::vector<std::string> levels;  ///< "2 Glimpsed: ..."
};
struct OutcomeLine {
  std::string code;
  std::string name;
  bool chosen = false;
};
struct OutcomeDomain {
  int domain = 0;
  std::string name;
  std::vector<OutcomeLine> outcomes;
};
struct PromptSetPage {
  std::string name;    ///< "Three steps"
  std::string detail;  ///< "Q1, 5 minutes. When ..."
  std::vector<std::string> prompts;
};

struct SettingsModel {
  SettingsSection section = SettingsSection::Looks;
  bool working = false;
  // Locking
  std::string passphraseStrength;
  std::string passphraseNotYet;  ///< why it cannot be changed yet
  std::string passphraseSaid;    ///< what came of the last try
  // Recovery key
  std::vector<std::string> keyGroups;  ///< of a new key, until it is written down
  // Data
  std::string holds;  ///< "212 reflections, 340 tags, 18 names"
  std::string backupNotYet;
  std::string backupSaid;
  std::string drillNotYet;
  std::string drillSaid;
  std::string checkSaid;
  // Outcomes and prompts
  std::string frameworkName;  ///< "Changing Tracks outcomes, version 1"
  std::vector<OutcomeDomain> domains;
  std::vector<IndicatorPage> indicators;  ///< of the chosen outcome
  std::string outcomeName;
  std::vector<PromptSetPage> promptSets;
};

}  // namespace app::model
