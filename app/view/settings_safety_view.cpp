#include <algorithm>
#include <string>

#include "app/model/held_words.h"
#include "app/model/keeping_words.h"
#include "app/ui/buttons.h"
#include "app/ui/choices.h"
#include "app/ui/feedback.h"
#include "app/ui/fields.h"
#include "app/view/settings_parts.h"

// Locking, recovery key, backup: what keeps the words safe.

namespace app::view {
namespace {

void said(std::string_view key, const std::string& words) {
  if (words.empty()) return;
  ui::banner(key, words, {.attention = false, .icon = ui::Icon::InformationOutline});
}

void drawLockAfter(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("lock", style);
  ui::subhead(tr::kLockAfter);
  ui::small(tr::kLockAfterBody);
  static const std::vector<ui::Option> kMinutes = {
      {"2", "2 minutes"}, {"5", "5"}, {"10", "10"}, {"20", "20"}, {"30", "30"}, {"0", "Never"}};
  std::string minutes = std::to_string(parts.preferences.lockAfterMinutes);
  if (ui::segmented("minutes", "", kMinutes, minutes)) {
    parts.frame.intents.push(model::LockAfter{std::stoi(minutes)});
  }
  const ui::ButtonStyle lock{.icon = ui::Icon::Lock, .hint = "Ctrl L"};
  if (ui::button("now", tr::kLockNow, lock)) parts.frame.intents.push(model::LockNow{});
}

void drawChangePassphrase(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("passphrase", style);
  ui::subhead(tr::kChangePassphrase);
  model::SettingsUi& state = parts.state;
  ui::passphraseField("now", state.passphrase, state.shown, {.label = tr::kPassphraseNow});
  ui::passphraseField("next", state.nextPassphrase, state.shown,
                      {.label = tr::kNewPassphrase, .hint = parts.model.passphraseStrength});
  ui::passphraseField("again", state.again, state.shown, {.label = tr::kAgain});
  const ui::ButtonStyle change{.kind = ui::ButtonKind::Primary,
                               .notYet = parts.model.passphraseNotYet,
                               .working = parts.model.working};
  if (ui::button("change", tr::kChangeIt, change)) {
    parts.frame.intents.push(model::ChangePassphrase{});
  }
  said("said", parts.model.passphraseSaid);
}

void drawBackup(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("backup", style);
  ui::subhead(tr::kBackup);
  ui::small(tr::kBackupBody);
  ui::textField("folder", parts.state.backupFolder,
                {.label = tr::kBackupFolder, .hint = tr::kBackupFolderHint});
  const ui::ButtonStyle make{.icon = ui::Icon::ContentSave,
                             .notYet = parts.model.backupNotYet,
                             .working = parts.model.working};
  if (ui::button("make", tr::kMakeBackup, make)) parts.frame.intents.push(model::MakeBackup{});
  said("said", parts.model.backupSaid);
}

void drawDrill(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("drill", style);
  ui::subhead(tr::kDrill);
  ui::small(tr::kDrillBody);
  ui::textField("folder", tr::kDrillFolder, parts.state.drillFolder);
  ui::passphraseField("passphrase", parts.state.drillPassphrase, parts.state.shown,
                      {.label = tr::kPassphrase});
  const ui::ButtonStyle open{.icon = ui::Icon::BackupRestore,
                             .notYet = parts.model.drillNotYet,
                             .working = parts.model.working};
  if (ui::button("open", tr::kDrillButton, open)) parts.frame.intents.push(model::DrillBackup{});
  said("said", parts.model.drillSaid);
}

void drawCheck(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("check", style);
  ui::subhead(tr::kCheck);
  ui::small(parts.model.holds + ". " + std::string(tr::kCheckBody));
  if (ui::button("check", tr::kCheckButton, {.working = parts.model.working})) {
    parts.frame.intents.push(model::CheckJournal{});
  }
  said("said", parts.model.checkSaid);
}

}  // namespace

void drawLocking(const SettingsParts& parts) {
  settingsColumns([&] { drawLockAfter(parts); }, [&] { drawChangePassphrase(parts); });
}

void drawRecoveryKey(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("recovery", style);
  ui::subhead(tr::kRecoveryKey);
  ui::small(tr::kRecoveryAbout);
  if (parts.model.keyGroups.empty()) {
    ui::small(tr::kNewKeyBody);
    const ui::ButtonStyle make{.icon = ui::Icon::KeyVariant, .working = parts.model.working};
    if (ui::button("new", tr::kMakeNewKey, make)) {
      parts.frame.intents.push(model::MakeRecoveryKey{});
    }
    return;
  }
  ui::bodyStrong(tr::kRecoveryTitle);
  constexpr std::size_t kAcross = 3;
  const auto& groups = parts.model.keyGroups;
  for (std::size_t start = 0; start < groups.size(); start += kAcross) {
    ui::Columns columns(std::vector<ui::Track>(kAcross, ui::share()), 8);
    for (std::size_t i = start; i < std::min(start + kAcross, groups.size()); ++i) {
      columns.next();
      const ui::Card group(ui::key("group", i), {.fill = ui::Token::Sunken,
                                                 .edge = ui::Token::Clear,
                                                 .radius = 9,
                                                 .padX = 12,
                                                 .padY = 8});
      ui::bodyStrong(std::to_string(i + 1) + "  " + groups[i]);
    }
  }
  if (ui::primaryButton("written", tr::kKeyWritten)) {
    parts.frame.intents.push(model::RecoveryKeyWritten{});
  }
}

void drawSafety(const SettingsParts& parts) {
  ui::CardStyle style;
  settingsCardStyle(style);
  const ui::Card card("held", style);
  ui::subhead(tr::kHeldEntries);
  ui::small(tr::kHeldAbout);
  if (ui::button("see", tr::kSeeHeld)) parts.frame.intents.push(model::OpenHeld{});
  ui::small(tr::kTellsNoOne);
}

void drawData(const SettingsParts& parts) {
  if (parts.model.keeping.page != model::DataPage::Overview) return drawKeepingPage(parts);
  parts.frame.view.keeping.clear();
  settingsColumns(
      [&] {
        drawBringIn(parts);
        drawTakeAway(parts);
        drawKeepingWays(parts);
      },
      [&] {
        drawBackup(parts);
        drawDrill(parts);
        drawCheck(parts);
      });
}

}  // namespace app::view
