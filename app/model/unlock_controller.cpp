#include "app/model/unlock_controller.h"

#include <algorithm>
#include <cctype>
#include <variant>

#include "app/model/display.h"
#include "app/model/passphrase_strength.h"
#include "app/model/wording.h"

namespace app::model {
namespace {

using journal::Result;

/// As the vault reads a recovery key: case does not matter, O, I and L are 0, 1 and 1.
std::string plainGroup(std::string_view typed) {
  std::string out;
  for (const char raw : typed) {
    const char c = static_cast<char>(std::toupper(static_cast<unsigned char>(raw)));
    if (c == ' ' || c == '-') continue;
    out += c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
  }
  return out;
}

}  // namespace

UnlockController::UnlockController(Context& context, std::vector<Person> people,
                                   std::function<void()> opened)
    : context_(context),
      opened_(std::move(opened)),
      people_(std::move(people)),
      firstRun_(people_.empty()) {
  if (!people_.empty()) context_.person = people_.front();
}

void UnlockController::on(const OpenAs& intent) {
  if (working_ || intent.who >= people_.size()) return;
  who_ = intent.who;
  context_.person = people_[who_];
  problem_.clear();
}

void UnlockController::handle(const UnlockIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void UnlockController::locked() {
  firstRun_ = false;
  working_ = false;
  byRecoveryKey_ = false;
  problem_.clear();
}

void UnlockController::arrived(const Result<void>& outcome) {
  working_ = false;
  if (!outcome.ok()) {
    problem_ = tr::sentence(outcome.error());
    return;
  }
  problem_.clear();
  opened_();
}

void UnlockController::on(const Unlock&) {
  std::string& typed = context_.state.ui.unlock.passphrase;
  if (working_ || typed.empty()) return;
  working_ = true;
  problem_.clear();
  // A shared string, so that the one copy can be wiped where it is used.
  auto passphrase = std::make_shared<std::string>(std::move(typed));
  wipe(typed);
  context_.tasks.start([this, passphrase, who = who_](JobContext& job) -> Completion {
    auto opened = job.room().vault->open(who, *passphrase);
    wipe(*passphrase);
    Result<void> outcome;
    if (opened.ok())
      job.room().journal = std::move(opened).value();
    else
      outcome = opened.error();
    return [this, outcome] { arrived(outcome); };
  });
}

void UnlockController::on(const UseRecoveryKey& intent) {
  byRecoveryKey_ = intent.use;
  problem_.clear();
}

void UnlockController::on(const Recover&) {
  UnlockUi& ui = context_.state.ui.unlock;
  if (working_ || ui.recoveryKey.empty() || !passphraseStrength(ui.newPassphrase).enough) return;
  working_ = true;
  auto key = std::make_shared<std::string>(std::move(ui.recoveryKey));
  auto next = std::make_shared<std::string>(std::move(ui.newPassphrase));
  wipe(ui.recoveryKey);
  wipe(ui.newPassphrase);
  context_.tasks.start([this, key, next, who = who_](JobContext& job) -> Completion {
    auto opened = job.room().vault->recover(who, *key, *next);
    wipe(*key);
    wipe(*next);
    Result<void> outcome;
    if (opened.ok())
      job.room().journal = std::move(opened).value();
    else
      outcome = opened.error();
    return [this, outcome] { arrived(outcome); };
  });
}

void UnlockController::on(const FirstRunNext&) {
  if (working_ || !buildFirstRun(step_, context_.state.ui.firstRun).nextNotYet.empty()) return;
  problem_.clear();
  switch (step_) {
    case FirstRunStep::Welcome:
      step_ = FirstRunStep::Passphrase;
      break;
    case FirstRunStep::Passphrase:
      makeJournal();
      break;
    case FirstRunStep::RecoveryKey:
      askTwoGroups();
      step_ = FirstRunStep::Confirm;
      break;
    case FirstRunStep::Confirm: {
      const auto& typed = context_.state.ui.firstRun.groups;
      const bool same = plainGroup(typed[0]) == plainGroup(keyGroups_[asked_[0]]) &&
                        plainGroup(typed[1]) == plainGroup(keyGroups_[asked_[1]]);
      if (same)
        step_ = FirstRunStep::Promise;
      else
        problem_ = tr::kGroupsDiffer;
      break;
    }
    case FirstRunStep::Promise:
      for (std::string& group : keyGroups_) wipe(group);
      keyGroups_.clear();
      firstRun_ = false;
      opened_();
      break;
  }
}

void UnlockController::on(const FirstRunBack&) {
  problem_.clear();
  if (step_ == FirstRunStep::Passphrase)
    step_ = FirstRunStep::Welcome;
  else if (step_ == FirstRunStep::Confirm)
    step_ = FirstRunStep::RecoveryKey;
  else if (step_ == FirstRunStep::Promise)
    step_ = FirstRunStep::Confirm;
}

void UnlockController::makeJournal() {
  FirstRunUi& ui = context_.state.ui.firstRun;
  working_ = true;
  auto passphrase = std::make_shared<std::string>(std::move(ui.passphrase));
  wipe(ui.passphrase);
  wipe(ui.again);
  context_.person = {ui.name, journal::Role::Tutor, ui.service};
  context_.tasks.start([this, passphrase, person = context_.person](JobContext& job) -> Completion {
    auto made = job.room().vault->make(*passphrase, person);
    wipe(*passphrase);
    if (!made.ok()) {
      return [this, error = made.error()] {
        working_ = false;
        problem_ = tr::sentence(error);
      };
    }
    job.room().journal = std::move(made->journal);
    auto groups = std::make_shared<std::vector<std::string>>(recoveryGroups(made->recoveryKey));
    wipe(made->recoveryKey);
    return [this, groups, person] {
      working_ = false;
      keyGroups_ = std::move(*groups);
      step_ = FirstRunStep::RecoveryKey;
      people_ = {person};
    };
  });
}

void UnlockController::askTwoGroups() {
  std::array<std::uint8_t, 2> bytes{};
  context_.random.fill(bytes);
  const std::size_t count = keyGroups_.size();
  if (count < 2) return;
  asked_[0] = bytes[0] % count;
  asked_[1] = (asked_[0] + 1 + bytes[1] % (count - 1)) % count;
  if (asked_[1] < asked_[0]) std::swap(asked_[0], asked_[1]);
  for (std::string& group : context_.state.ui.firstRun.groups) wipe(group);
}

FirstRunModel buildFirstRun(FirstRunStep step, const FirstRunUi& ui) {
  FirstRunModel model;
  model.step = step;
  for (const tr::Words words : {tr::kStepWelcome, tr::kStepPassphrase, tr::kStepRecoveryKey,
                                tr::kStepPromise, tr::kStepFirstNote}) {
    model.steps.emplace_back(words);
  }
  switch (step) {
    case FirstRunStep::Welcome:
      if (ui.name.empty()) model.nextNotYet = tr::kNeedsName;
      break;
    case FirstRunStep::Passphrase: {
      model.currentStep = 1;
      const Strength strength = passphraseStrength(ui.passphrase);
      model.strength = strength.words;
      if (!strength.enough)
        model.nextNotYet = tr::kPassphraseBody;
      else if (ui.passphrase != ui.again)
        model.nextNotYet = tr::kNotTheSame;
      break;
    }
    case FirstRunStep::RecoveryKey:
    case FirstRunStep::Confirm:
      model.currentStep = 2;
      break;
    case FirstRunStep::Promise:
      model.currentStep = 3;
      if (!ui.promised) model.nextNotYet = tr::kPromiseFirst;
      break;
  }
  return model;
}

void UnlockController::refresh() {
  AppState& state = context_.state;
  FirstRunModel first = buildFirstRun(step_, state.ui.firstRun);
  first.problem = problem_;
  first.working = working_;
  if (step_ == FirstRunStep::RecoveryKey) first.keyGroups = keyGroups_;
  first.askedGroups = {asked_[0] + 1, asked_[1] + 1};
  state.models.firstRun = std::move(first);

  const journal::UtcTime now = context_.clock.now();
  const auto local = std::chrono::floor<std::chrono::minutes>(now + context_.clock.utcOffset(now));
  UnlockModel model;
  model.greeting =
      greeting(local - std::chrono::floor<std::chrono::days>(local), context_.person.name);
  model.problem = problem_;
  model.working = working_;
  if (people_.size() > 1) {
    for (const Person& person : people_) model.people.push_back(person.name);
  }
  model.who = who_;
  model.byRecoveryKey = byRecoveryKey_;
  model.demoHint = context_.library.demoPassphrase;
  if (state.ui.unlock.passphrase.empty()) model.unlockNotYet = tr::kTypePassphrase;
  const Strength next = passphraseStrength(state.ui.unlock.newPassphrase);
  if (state.ui.unlock.recoveryKey.empty())
    model.recoverNotYet = tr::kRecoveryHint;
  else if (!next.enough)
    model.recoverNotYet = tr::kPassphraseBody;
  state.models.unlock = std::move(model);
}

}  // namespace app::model
