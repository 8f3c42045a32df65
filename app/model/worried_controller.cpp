#include "app/model/worried_controller.h"

#include <memory>
#include <utility>

#include "app/model/display.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

namespace {
constexpr std::chrono::minutes kAgain{60};  // domain.md 5.3 point 6
constexpr std::size_t kSawOfSheet = 2;      // of HandoverUi::words
}  // namespace

WorriedController::WorriedController(Context& context) : context_(context), held_(context) {}

void WorriedController::handle(const WorriedIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void WorriedController::on(const OpenWorried&) {
  open_ = true;
  page_ = WorriedPage::Card;
  forgetOutcome();
}
void WorriedController::on(const CloseWorried&) {
  open_ = false;
  held_.forget();
}
void WorriedController::on(const BackToWorried&) {
  page_ = WorriedPage::Card;
  held_.forget();
  forgetOutcome();
}
void WorriedController::on(const HeldIntent& intent) {
  if (!context_.open) return;
  open_ = true;
  page_ = WorriedPage::Held;
  held_.handle(intent);
}
void WorriedController::on(const ChooseWorriedRoute& intent) {
  route_ = intent.route;
}
void WorriedController::on(const ChooseWorriedSetting& intent) {
  setting_ = intent.index;
}
void WorriedController::on(const TellContact& intent) {
  const WorriedModel& model = context_.state.models.worried;
  if (intent.index < model.contacts.size()) askWhoAndWhen(&model.contacts[intent.index]);
}

// Have you spoken to them?
// ----------------------------------------------------------------------------------

void WorriedController::on(const SpokenToDsl& intent) {
  if (intent.spoken) return askWhoAndWhen(nullptr);
  remind(true);
  open_ = false;
}

void WorriedController::askWhoAndWhen(const ContactCard* contact) {
  WorriedUi& ui = context_.state.ui.worried;
  const WorriedModel& model = context_.state.models.worried;
  const journal::UtcTime now = context_.clock.now();
  const auto local = std::chrono::floor<std::chrono::minutes>(now + context_.clock.utcOffset(now));
  if (contact != nullptr) ui.told = contact->role;
  ui.at.clear();
  if (contact != nullptr)
    ui.at = contact->place;
  else if (model.setting < model.settings.size())
    ui.at = model.settings[model.setting];
  ui.date = journal::isoDate(context_.today());
  ui.time = timeOfDay(local - std::chrono::floor<std::chrono::days>(local));
  open_ = true;
  page_ = WorriedPage::Spoken;
}

void WorriedController::on(const KeepSpoken&) {
  WorriedUi& ui = context_.state.ui.worried;
  const WorriedModel model = buildWorried({}, context_.library.care, ui, context_.today());
  if (!model.spokenNotYet.empty()) return;
  const std::string line = concernLine(ui);
  if (context_.open) {
    keepLine(line);
  } else {
    lineToKeep_ = line;
    lineOf_ = who_;
  }
  wipe(ui.told);
  remind(false);
  open_ = false;
  page_ = WorriedPage::Card;
  context_.say(std::string(context_.open ? tr::kLineKept : tr::kLineKeptLater));
}

void WorriedController::keepLine(const std::string& line) {
  const journal::UtcTime now = context_.clock.now();
  journal::service::WriteReflection write;
  write.reflection.id = journal::ReflectionId::random(context_.random);
  write.reflection.lesson.date = context_.today();
  write.reflection.text = line;
  write.reflection.state = journal::ReflectionState::Finished;
  write.reflection.writtenAt = now;
  write.reflection.changedAt = now;
  write.reflection.writtenOffset = context_.clock.utcOffset(now);
  // The hold is what keeps it out of tags, case studies, groups, search and every resurfacing.
  const journal::service::HoldReflection hold{write.reflection.id, true};
  applyOps(context_, {write, hold}, [this](const Result<void>& outcome) {
    if (!outcome.ok()) context_.say(outcome.error());
  });
}

// The reminder
// -------------------------------------------------------------------------------------------

void WorriedController::remind(bool on) {
  const bool changed = reminder_ != on;
  reminder_ = on;
  sayAgain_ = context_.clock.now() + kAgain;
  if (!changed) return;
  context_.tasks.start([this, who = who_, on](JobContext& job) -> Completion {
    Result<void> kept;
    if (job.room().care != nullptr) kept = job.room().care->setReminder(who, on);
    return [this, kept] {
      if (!kept.ok()) context_.say(kept.error());
    };
  });
}

void WorriedController::say() {
  context_.say(std::string(tr::kSpokenReminder), true);
  sayAgain_ = context_.clock.now() + kAgain;
}

void WorriedController::forPerson(std::size_t who) {
  if (asked_ && who == who_) return;
  asked_ = true;
  who_ = who;
  reminder_ = false;
  context_.tasks.start([this, who](JobContext& job) -> Completion {
    const bool on = job.room().care != nullptr && job.room().care->reminder(who);
    return [this, who, on] {
      if (!on || who != who_ || reminder_) return;
      reminder_ = true;
      say();
    };
  });
}

void WorriedController::tick(journal::UtcTime now) {
  if (reminder_ && now >= sayAgain_) say();
}

std::optional<std::chrono::milliseconds> WorriedController::wait(journal::UtcTime now) const {
  if (!reminder_) return std::nullopt;
  return sayAgain_ - now;
}

// The handover sheet
// ----------------------------------------------------------------------------------------

void WorriedController::forgetOutcome() {
  outcome_.clear();
  outcomeNeedsCare_ = false;
}

void WorriedController::on(const StartHandover&) {
  HandoverUi& sheet = context_.state.ui.worried.sheet;
  const WorriedModel& model = context_.state.models.worried;
  open_ = true;
  page_ = WorriedPage::Sheet;
  forgetOutcome();
  if (!isEmpty(sheet)) return;  // one was begun: carry on with it
  const journal::UtcTime now = context_.clock.now();
  const auto local = std::chrono::floor<std::chrono::minutes>(now + context_.clock.utcOffset(now));
  sheet.when = longDate(context_.today()) + ", " +
               timeOfDay(local - std::chrono::floor<std::chrono::days>(local));
  if (model.setting < model.settings.size()) sheet.setting = model.settings[model.setting];
}

void WorriedController::handOver(const std::string& words) {
  on(StartHandover{});
  EditedText& saw = context_.state.ui.worried.sheet.words[kSawOfSheet];
  if (!saw.text.empty()) saw.text += "\n";
  saw.text += words;
  saw.caret = saw.text.size();
  ++saw.loads;
}

void WorriedController::on(const PrintHandover&) {
  handOut(true);
}
void WorriedController::on(const SaveHandover&) {
  // On the lock screen it only prints (ADDENDUM, 16).
  if (context_.open && !context_.state.ui.worried.sheet.saveTo.empty()) handOut(false);
}

void WorriedController::handOut(bool print) {
  const HandoverUi& sheet = context_.state.ui.worried.sheet;
  if (isEmpty(sheet)) return;
  forgetOutcome();
  auto text = std::make_shared<std::string>(handoverText(sheet, context_.names));
  context_.tasks.start([this, text, print, to = sheet.saveTo](JobContext& job) -> Completion {
    Result<void> done = journal::Error{journal::ErrorCode::NotFound, "", {}};
    CareDoor* care = job.room().care;
    if (care != nullptr) done = print ? care->print(*text) : care->save(*text, to);
    wipe(*text);
    return [this, print, done] {
      outcomeNeedsCare_ = !done.ok();
      outcome_ = !done.ok() ? tr::sentence(done.error())
                            : std::string(print ? tr::kSentToPrinter : tr::kSheetSaved);
    };
  });
}

void WorriedController::on(const HandedOver&) {
  HandoverUi& sheet = context_.state.ui.worried.sheet;
  if (!sheet.handedOver) return;
  wipe(sheet);
  forgetOutcome();
  askWhoAndWhen(nullptr);
}

// Opening and closing
// ---------------------------------------------------------------------------------------

void WorriedController::opened() {
  if (lineToKeep_ && lineOf_ == who_) keepLine(*std::exchange(lineToKeep_, std::nullopt));
  if (!away_ || awayOf_ != who_) return;
  HandoverUi& sheet = context_.state.ui.worried.sheet;
  if (!isEmpty(sheet)) return;
  for (std::size_t i = 0; i < sheet.words.size(); ++i) {
    away_->words[i].loads = sheet.words[i].loads + 1;  // the view's own buffers follow
  }
  sheet = std::move(*away_);
  away_.reset();
}

void WorriedController::locked() {
  open_ = false;
  page_ = WorriedPage::Card;
  held_.forget();
  forgetOutcome();
  HandoverUi& sheet = context_.state.ui.worried.sheet;
  if (isEmpty(sheet)) return;
  if (away_) wipe(*away_);
  away_ = sheet;
  awayOf_ = who_;
}

void WorriedController::refresh() {
  WorriedModel model = buildWorried({open_, page_, route_, setting_}, context_.library.care,
                                    context_.state.ui.worried, context_.today());
  const Models& models = context_.state.models;
  model.canMoveOut = context_.open && models.shell.place == Place::Write && !models.write.blank &&
                     !models.write.held;
  if (page_ == WorriedPage::Held) held_.refresh(model.held);
  model.outcome = outcome_;
  model.outcomeNeedsCare = outcomeNeedsCare_;
  context_.state.models.worried = std::move(model);
}

}  // namespace app::model
