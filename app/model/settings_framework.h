#pragma once

#include <string>

#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/settings_model.h"

namespace app::model {

/// Settings, Outcomes: the framework to read, its versions, and the next one while it is edited.
/// UI thread only.
class SettingsFramework {
 public:
  explicit SettingsFramework(Context& context) : context_(context) {}

  void handle(const FrameworkIntent& intent);
  void choose(const std::string& outcome) { outcome_ = outcome; }
  void refresh(FrameworkModel& model) const;
  void forget();

 private:
  void on(const ChangeFramework&);
  void on(const CancelFramework&);
  void on(const KeepFramework&);
  void on(const ReadFramework& intent);
  void on(const ShowFrameworkVersions& intent);
  void on(const AddIndicator& intent);
  void on(const DropIndicator& intent);
  void on(const OutcomeAsItCame& intent);
  void on(const LevelNamesAsTheyCame&);
  void on(const FrameworkAsItCame&);

  journal::Framework& draft() const { return context_.state.ui.settings.framework.draft; }
  void kept(const journal::FrameworkVersion& version);

  Context& context_;
  std::string outcome_;  ///< code of the chosen one, or kLevelsPage
  int reading_ = 0;      ///< version being read; 0: the one in force
  bool editing_ = false;
  bool showVersions_ = false;
};

}  // namespace app::model
