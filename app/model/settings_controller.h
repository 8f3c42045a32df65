#pragma once

#include <string>
#include <vector>

#include "app/model/context.h"
#include "app/model/intent.h"
#include "app/model/keeping_controller.h"
#include "app/model/settings_exchange.h"
#include "app/model/settings_framework.h"
#include "app/model/settings_model.h"
#include "app/model/settings_prompts.h"
#include "app/model/settings_timetable.h"
#include "journal/service/journal.h"

namespace app::model {

/// The pages of Settings that need the journal: passphrase, recovery key, backup, check. What only
/// changes how things look is the Controller's.
class SettingsController {
 public:
  explicit SettingsController(Context& context);

  void handle(const SettingsIntent& intent);
  /// Asks how much the journal holds; the screen was entered.
  void visit();
  void refresh();
  void forget();
  /// What changed was erased from here: whoever shows it looks again.
  bool erasing() const { return keeping_.erasing(); }

 private:
  void on(const ChooseSection& intent);
  void on(const ChangePassphrase&);
  void on(const MakeRecoveryKey&);
  void on(const RecoveryKeyWritten&);
  void on(const MakeBackup&);
  void on(const DrillBackup&);
  void on(const CheckJournal&);
  void on(const ChooseOutcomePage& intent);
  void on(const FrameworkIntent& intent);
  void on(const ForgetWord& intent);
  void on(const DropFile& intent);
  void on(const ExchangeIntent& intent);
  void on(const TimetableIntent& intent);
  void on(const PromptIntent& intent);
  void on(const KeepingIntent& intent);

  Context& context_;
  SettingsExchange exchange_;
  SettingsTimetable timetable_;
  SettingsPrompts prompts_;
  SettingsFramework framework_;
  KeepingController keeping_;
  SettingsSection section_ = SettingsSection::Looks;
  bool working_ = false;
  std::string passphraseSaid_;
  std::string backupSaid_;
  std::string drillSaid_;
  std::string checkSaid_;
  std::vector<std::string> keyGroups_;  ///< wiped once written down
  journal::service::Counts counts_;
  std::size_t pastTheirTime_ = 0;
};

}  // namespace app::model
