#include "app/model/settings_controller.h"
#include "app/model/keeping_words.h"

#include <fmt/format.h>

#include <memory>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/passphrase_strength.h"
#include "app/model/wording.h"
#include "journal/domain/retention.h"

namespace app::model {

using journal::Result;

SettingsController::SettingsController(Context& context)
    : context_(context),
      exchange_(context),
      timetable_(context),
      prompts_(context),
      framework_(context),
      keeping_(context) {}

void SettingsController::handle(const SettingsIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void SettingsController::visit() {
  timetable_.load();
  keeping_.visit();
  query<journal::service::Counts>(
      context_, [](journal::service::Journal& journal) { return journal.counts(); },
      [this](Result<journal::service::Counts> counts) {
        if (counts.ok()) counts_ = *counts;
      });
  journal::SearchQuery old;
  old.filters.to = journal::lastDayPastItsTime(context_.today());
  old.limit = 1;
  query<journal::service::SearchPage>(
      context_, [old](journal::service::Journal& journal) { return journal.search(old); },
      [this](Result<journal::service::SearchPage> page) {
        if (page.ok()) pastTheirTime_ = page->total.value_or(page->hits.size());
      });
}

void SettingsController::on(const ChooseSection& intent) {
  section_ = intent.section;
  keeping_.handle(ShowDataPage{});
}
void SettingsController::on(const ChooseOutcomePage& intent) {
  framework_.choose(intent.outcome);
}
void SettingsController::on(const FrameworkIntent& intent) {
  framework_.handle(intent);
}

void SettingsController::on(const ForgetWord& intent) {
  applyOps(context_, {journal::service::DropWord{intent.word}}, [this](const Result<void>& done) {
    if (!done.ok()) context_.say(done.error());
  });
}
void SettingsController::on(const TimetableIntent& intent) {
  timetable_.handle(intent);
}
void SettingsController::on(const PromptIntent& intent) {
  prompts_.handle(intent);
}
void SettingsController::on(const ExchangeIntent& intent) {
  exchange_.handle(intent);
}
void SettingsController::on(const KeepingIntent& intent) {
  section_ = SettingsSection::Data;
  if (context_.state.models.shell.place != Place::Settings) context_.goTo(Place::Settings);
  keeping_.handle(intent);
}
void SettingsController::on(const DropFile& intent) {
  section_ = SettingsSection::Data;
  context_.state.ui.settings.outside = intent.path;
  context_.goTo(Place::Settings);
  exchange_.handle(LookOutside{});
}

void SettingsController::on(const ChangePassphrase&) {
  SettingsUi& ui = context_.state.ui.settings;
  if (working_ || !context_.state.models.settings.passphraseNotYet.empty()) return;
  working_ = true;
  passphraseSaid_.clear();
  auto now = std::make_shared<std::string>(std::move(ui.passphrase));
  auto next = std::make_shared<std::string>(std::move(ui.nextPassphrase));
  for (std::string* typed : {&ui.passphrase, &ui.nextPassphrase, &ui.again}) wipe(*typed);
  context_.tasks.start([this, now, next](JobContext& job) -> Completion {
    Result<void> outcome;
    const auto open = job.journal();
    if (open.ok())
      outcome = job.room().vault->changePassphrase(**open, *now, *next);
    else
      outcome = open.error();
    wipe(*now);
    wipe(*next);
    return [this, outcome] {
      working_ = false;
      if (outcome.ok())
        passphraseSaid_ = tr::kPassphraseChanged;
      else if (outcome.error().code == journal::ErrorCode::WrongPassphrase)
        passphraseSaid_ = tr::kThatIsNotIt;
      else
        passphraseSaid_ = tr::sentence(outcome.error());
    };
  });
}

void SettingsController::on(const MakeRecoveryKey&) {
  if (working_) return;
  working_ = true;
  context_.tasks.start([this](JobContext& job) -> Completion {
    Result<std::string> made = std::string();
    const auto open = job.journal();
    if (open.ok())
      made = job.room().vault->newRecoveryKey(**open);
    else
      made = open.error();
    return [this, made]() mutable {
      working_ = false;
      if (!made.ok()) return context_.say(made.error());
      keyGroups_ = recoveryGroups(*made);
      wipe(*made);
    };
  });
}

void SettingsController::on(const RecoveryKeyWritten&) {
  for (std::string& group : keyGroups_) wipe(group);
  keyGroups_.clear();
}

void SettingsController::on(const MakeBackup&) {
  const std::string folder = context_.state.ui.settings.backupFolder;
  if (working_ || folder.empty()) return;
  working_ = true;
  backupSaid_.clear();
  context_.tasks.start([this, folder](JobContext& job) -> Completion {
    Result<void> outcome;
    const auto open = job.journal();
    if (open.ok())
      outcome = job.room().vault->backUp(**open, folder);
    else
      outcome = open.error();
    return [this, outcome, folder] {
      working_ = false;
      backupSaid_ =
          outcome.ok() ? fmt::format("The backup is in {}", folder) : tr::sentence(outcome.error());
      if (outcome.ok()) context_.state.ui.settings.drillFolder = folder;
    };
  });
}

void SettingsController::on(const DrillBackup&) {
  SettingsUi& ui = context_.state.ui.settings;
  if (working_ || ui.drillFolder.empty() || ui.drillPassphrase.empty()) return;
  working_ = true;
  drillSaid_.clear();
  auto typed = std::make_shared<std::string>(std::move(ui.drillPassphrase));
  wipe(ui.drillPassphrase);
  context_.tasks.start([this, typed, folder = ui.drillFolder](JobContext& job) -> Completion {
    auto found = job.room().vault->drill(folder, *typed);
    wipe(*typed);
    return [this, found] {
      working_ = false;
      if (!found.ok()) {
        drillSaid_ = tr::sentence(found.error());
      } else if (!found->whole) {
        drillSaid_ = tr::kBackupDamaged;
      } else {
        drillSaid_ = fmt::format("{} {} inside.", tr::kBackupOpens,
                                 counted(found->reflections, "reflection", "reflections"));
      }
    };
  });
}

void SettingsController::on(const CheckJournal&) {
  if (working_) return;
  working_ = true;
  checkSaid_.clear();
  context_.tasks.start([this](JobContext& job) -> Completion {
    Result<journal::service::CheckReport> report = journal::service::CheckReport();
    const auto open = job.journal();
    if (open.ok()) {
      report = (*open)->check(job.stop(), [&job](std::uint64_t done, std::uint64_t total) {
        job.progress(done, total);
      });
    } else {
      report = open.error();
    }
    return [this, report] {
      working_ = false;
      if (!report.ok())
        checkSaid_ = tr::sentence(report.error());
      else if (report->problems.empty())
        checkSaid_ = fmt::format("All is well: {} read, {} changes followed from the first.",
                                 counted(report->pages, "page", "pages"), report->ops);
      else
        checkSaid_ = fmt::format(
            "{} Nothing was changed. Keep a backup before writing more.",
            counted(report->problems.size(), "thing does not add up.", "things do not add up."));
    };
  });
}

void SettingsController::refresh() {
  SettingsModel& model = context_.state.models.settings;
  const SettingsUi& ui = context_.state.ui.settings;
  model = SettingsModel();
  model.section = section_;
  model.working = working_;
  const Strength strength = passphraseStrength(ui.nextPassphrase);
  if (!ui.nextPassphrase.empty()) model.passphraseStrength = strength.words;
  if (ui.passphrase.empty())
    model.passphraseNotYet = tr::kTypePassphrase;
  else if (!strength.enough)
    model.passphraseNotYet = tr::kPassphraseBody;
  else if (ui.again != ui.nextPassphrase)
    model.passphraseNotYet = tr::kNotTheSame;
  model.passphraseSaid = passphraseSaid_;
  model.keyGroups = keyGroups_;
  model.holds = fmt::format("{}, {}, {}", counted(counts_.reflections, "reflection", "reflections"),
                            counted(counts_.tags, "tag", "tags"),
                            counted(counts_.caseStudies, "case study", "case studies"));
  if (section_ == SettingsSection::Data) keeping_.refresh(model.keeping, pastTheirTime_);
  model.backupSaid = backupSaid_;
  model.drillSaid = drillSaid_;
  model.checkSaid = checkSaid_;
  exchange_.refresh(model.exchange);
  timetable_.refresh(model);
  for (const journal::KeptWord& word : context_.keptWords)
    model.words.push_back({word.id, word.word});
  if (ui.backupFolder.empty()) model.backupNotYet = tr::kSayWhereFirst;
  if (ui.drillFolder.empty() || ui.drillPassphrase.empty()) model.drillNotYet = tr::kDrillNeeds;
  if (section_ == SettingsSection::Outcomes) framework_.refresh(model.framework);
  if (section_ == SettingsSection::Prompts) prompts_.refresh(model);
}

void SettingsController::forget() {
  on(RecoveryKeyWritten{});
  exchange_.forget();
  timetable_.forget();
  prompts_.forget();
  framework_.forget();
  keeping_.forget();
  section_ = SettingsSection::Looks;
  working_ = false;
  for (std::string* said : {&passphraseSaid_, &backupSaid_, &drillSaid_, &checkSaid_}) {
    said->clear();
  }
  counts_ = {};
  pastTheirTime_ = 0;
}

}  // namespace app::model
