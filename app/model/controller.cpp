#include "app/model/controller.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/display.h"
#include "app/model/wording.h"

namespace app::model {

using journal::Result;

namespace {
constexpr std::chrono::seconds kLockAgain{30};
}

Controller::Controller(const ControllerParts& parts)
    : context_{parts.state,
               parts.tasks,
               parts.clock,
               parts.random,
               parts.library,
               {},
               {},
               {},
               {},
               false,
               {},
               {},
               {},
               {}},
      unlock_(context_, parts.people, [this] { opened(); }),
      write_(context_),
      journal_(context_),
      caseStudies_(context_),
      evidence_(context_),
      find_(context_, {[this](const Intent& found) { handle(found); }, [this] { return place_; }}),
      people_(context_, [this](const Intent& wanted) { handle(wanted); }),
      settings_(context_),
      worried_(context_),
      devices_(context_, parts.errands,
               [this] {
                 on(GoTo{Place::Settings});
                 settings_.handle(ChooseSection{SettingsSection::Devices});
               }),
      differences_(context_, [this](journal::DeviceId device) { return devices_.nameOf(device); }),
      seen_(context_),
      circle_(context_, parts.circle) {
  context_.library.asItCame = context_.library.framework;
  context_.goTo = [this](Place place) { on(GoTo{place}); };
  context_.openReflection = [this](journal::ReflectionId id) { write_.open(id); };
  context_.handOver = [this](const std::string& words) { worried_.handOver(words); };
  context_.changed = [this](const journal::service::Changes& changes) { changed(changes); };
  refresh();
}

void Controller::handle(const Intent& intent) {
  struct Route {
    Controller& self;
    void operator()(const ShellIntent& i) const { self.handleShell(i); }
    void operator()(const UnlockIntent& i) const { self.unlock_.handle(i); }
    void operator()(const WriteIntent& i) const {
      if (self.open()) self.write_.handle(i);
    }
    void operator()(const JournalIntent& i) const {
      if (self.open()) self.journal_.handle(i);
    }
    void operator()(const CaseStudyIntent& i) const {
      if (self.open()) self.caseStudies_.handle(i);
    }
    void operator()(const EvidenceIntent& i) const {
      if (self.open()) self.evidence_.handle(i);
    }
    void operator()(const FindIntent& i) const {
      if (self.open()) self.find_.handle(i);
    }
    void operator()(const PeopleIntent& i) const {
      if (self.open()) self.people_.handle(i);
    }
    void operator()(const SettingsIntent& i) const {
      if (!self.open()) return;
      const auto* dropped = std::get_if<DropFile>(&i);
      if (dropped == nullptr || self.place_ != Place::Write) return self.settings_.handle(i);
      self.write_.dropped(dropped->path, [&to = self.settings_, i] { to.handle(i); });
    }
    void operator()(const AsideIntent& i) const {
      if (self.open()) self.write_.handle(i);
    }
    void operator()(const AttachedIntent& i) const {
      if (self.open()) self.write_.handle(i);
    }
    void operator()(const DevicesIntent& i) const {
      if (self.open()) self.devices_.handle(i);
    }
    void operator()(const DifferencesIntent& i) const {
      if (self.open()) self.differences_.handle(i);
    }
    void operator()(const SeenIntent& i) const {
      if (self.open()) self.seen_.handle(i);
    }
    void operator()(const CircleIntent& i) const {
      if (self.open()) self.circle_.handle(i);
    }
    void operator()(const WorriedIntent& i) const { self.worried_.handle(i); }
  };
  active(context_.clock.now());
  std::visit(Route{*this}, intent);
}

void Controller::handleShell(const ShellIntent& intent) {
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

void Controller::active(journal::UtcTime now) {
  lastActive_ = now;
  if (context_.open && place_ == Place::Write) write_.stirred(now);
}

// Everywhere
// ---------------------------------------------------------------------------------------

void Controller::on(const GoTo& intent) {
  if (!context_.open || !mayVisit(intent.place, context_.person.role)) return;
  // What was said belongs to the screen it was said on, unless it has to be dealt with.
  ShellModel& shell = context_.state.models.shell;
  if (place_ != intent.place && !shell.messageNeedsCare) shell.message.clear();
  if (place_ == Place::Write && intent.place != Place::Write) write_.left(context_.clock.now());
  if (place_ == Place::Journal) differences_.close();
  seen_.close();
  place_ = intent.place;
  if (place_ == Place::Write) write_.ensurePage();
  evidence_.visit(place_);
  if (place_ == Place::YoungPeople) people_.visit();
  if (place_ == Place::Settings) settings_.visit();
}
void Controller::on(const LockNow&) {
  lock();
}
void Controller::on(const Stirred&) {
  active(context_.clock.now());
}
void Controller::on(const ChooseTheme& intent) {
  context_.state.ui.preferences.theme = intent.theme;
}
void Controller::on(const NextTheme&) {
  ThemeChoice& theme = context_.state.ui.preferences.theme;
  theme = theme == ThemeChoice::Light  ? ThemeChoice::Dark
          : theme == ThemeChoice::Dark ? ThemeChoice::HighContrast
                                       : ThemeChoice::Light;
}
void Controller::on(const ChooseTextSize& intent) {
  context_.state.ui.preferences.textPercent = std::clamp(intent.percent, 80, 200) / 10 * 10;
}
void Controller::on(const KeepStill& intent) {
  context_.state.ui.preferences.still = intent.still;
}
void Controller::on(const UseEasyLetters& intent) {
  context_.state.ui.preferences.easyLetters = intent.on;
}
void Controller::on(const UseThickFocus& intent) {
  context_.state.ui.preferences.thickFocus = intent.on;
}
void Controller::on(const SpeakFocus& intent) {
  context_.state.ui.preferences.speak = intent.on;
}
void Controller::on(const ShowEntryPlaces& intent) {
  context_.state.ui.preferences.entryPlaces = intent.on;
}
void Controller::on(const UseSpelling& intent) {
  context_.state.ui.preferences.spelling = intent.on;
}
void Controller::on(const LearnWord& intent) {
  if (!context_.open) return;
  const journal::KeptWord word{journal::WordId::random(context_.random), intent.word};
  applyOps(context_, {journal::service::KeepWord{word}}, [this](const Result<void>& kept) {
    if (!kept.ok()) context_.say(kept.error());
  });
}
void Controller::on(const LockAfter& intent) {
  context_.state.ui.preferences.lockAfterMinutes = std::clamp(intent.minutes, 0, 120);
}
void Controller::on(const DismissMessage&) {
  context_.state.models.shell.message.clear();
}
void Controller::on(const CancelWork&) {
  context_.tasks.cancelRunning();
}

// Opening and closing
// ------------------------------------------------------------------------------

void Controller::opened() {
  context_.open = true;
  active(context_.clock.now());
  UiState& ui = context_.state.ui;
  wipe(ui.unlock.passphrase);
  wipe(ui.unlock.recoveryKey);
  wipe(ui.unlock.newPassphrase);
  reloadNames();
  reloadWords();
  reloadPrompts();
  reloadFrameworks();
  journal_.reload();
  caseStudies_.reload();
  evidence_.reloadQueue();
  worried_.opened();
  devices_.opened();
  differences_.reload();
  active(context_.clock.now());
  recover();
  on(GoTo{context_.person.role == journal::Role::Tutor ? Place::Write : Place::Review});
  if (std::exchange(context_.state.ui.firstRun.joining, false)) {
    devices_.handle(SeeDevices{});
    devices_.handle(ShowDevicesPage{DevicesPage::Joining});
  }
}

void Controller::recover() {
  struct Kept {
    journal::ReflectionId id;
    journal::UtcTime upTo{};
  };
  context_.tasks.start([this, who = unlock_.who()](JobContext& job) -> Completion {
    std::optional<Kept> kept;
    const auto open = job.journal();
    const bool broken = job.room().care != nullptr && job.room().care->markOpen(who);
    if (!broken || !open.ok()) return {};
    const auto rows = (*open)->newest(20, std::nullopt);
    if (!rows.ok()) return {};
    for (const journal::service::ReflectionRow& row : *rows) {
      if (row.state != journal::ReflectionState::Draft) continue;
      const auto draft = (*open)->reflection(row.id);
      if (!draft.ok() || (kept && draft->changedAt <= kept->upTo)) continue;
      kept = Kept{row.id, draft->changedAt};
    }
    return [this, kept] {
      if (!context_.open || !kept) return;
      const auto local = std::chrono::floor<std::chrono::minutes>(
          kept->upTo + context_.clock.utcOffset(kept->upTo));
      write_.open(kept->id);
      context_.say(std::string(tr::kKeptUpTo) +
                   timeOfDay(local - std::chrono::floor<std::chrono::days>(local)) + ".");
    };
  });
}

void Controller::lock(std::function<void()> closed) {
  if (!context_.open) {
    if (closed) closed();
    return;
  }
  // Words first. If the disk refuses, the journal stays open and the person is told.
  write_.flush([this, closed](const Result<void>& words) {
    if (!words.ok()) return;
    caseStudies_.flush([this, closed](const Result<void>& claims) {
      if (!claims.ok()) return;
      people_.flush([this, closed](const Result<void>& plan) {
        if (!plan.ok()) return;
        circle_.flush([this, closed](const Result<void>& silent) {
          if (!silent.ok()) return;
          if (!write_.settled()) return lock(closed);  // typed meanwhile
          closeJournal(closed);
        });
      });
    });
  });
}

void Controller::closeJournal(std::function<void()> closed) {
  context_.open = false;
  place_ = Place::Write;
  write_.forget();
  journal_.forget();
  caseStudies_.forget();
  evidence_.forget();
  find_.forget();
  people_.forget();
  settings_.forget();
  devices_.forget();
  differences_.forget();
  seen_.forget();
  circle_.forget();
  worried_.locked();
  for (journal::KnownName& name : context_.names) wipe(name.realName);
  context_.names.clear();
  for (journal::KeptWord& word : context_.keptWords) wipe(word.word);
  context_.keptWords.clear();
  context_.prompts = {};
  context_.library.frameworks.clear();
  useFrameworkInForce();
  wipeAll(context_.state);
  unlock_.locked();
  context_.tasks.start([closed, who = unlock_.who()](JobContext& job) -> Completion {
    job.room().journal.reset();
    if (job.room().care != nullptr) job.room().care->markClosed(who);
    return closed;
  });
}

void Controller::reloadNames() {
  query<std::vector<journal::KnownName>>(
      context_, [](journal::service::Journal& journal) { return journal.names(); },
      [this](Result<std::vector<journal::KnownName>> names) {
        if (!names.ok()) return context_.say(names.error());
        context_.names = std::move(names).value();
        journal::service::Changes labels;
        labels.names = true;
        write_.onChanges(labels);
        circle_.namesChanged();
      });
}

void Controller::reloadWords() {
  query<std::vector<journal::KeptWord>>(
      context_, [](journal::service::Journal& journal) { return journal.keptWords(); },
      [this](Result<std::vector<journal::KeptWord>> words) {
        if (!words.ok()) return context_.say(words.error());
        context_.keptWords = std::move(words).value();
        ShellModel& shell = context_.state.models.shell;
        shell.keptWords.clear();
        for (const journal::KeptWord& word : context_.keptWords)
          shell.keptWords.push_back(word.word);
        ++shell.wordsRevision;
      });
}

void Controller::reloadPrompts() {
  query<journal::OwnPrompts>(
      context_, [](journal::service::Journal& journal) { return journal.ownPrompts(); },
      [this](Result<journal::OwnPrompts> own) {
        if (!own.ok()) return context_.say(own.error());
        context_.prompts = std::move(own).value();
        journal::service::Changes offered;
        offered.prompts = true;
        write_.onChanges(offered);
      });
}

void Controller::reloadFrameworks() {
  query<journal::OwnFrameworks>(
      context_, [](journal::service::Journal& journal) { return journal.ownFrameworks(); },
      [this](Result<journal::OwnFrameworks> own) {
        if (!own.ok()) return context_.say(own.error());
        context_.library.frameworks = std::move(own).value();
        useFrameworkInForce();
      });
}

void Controller::useFrameworkInForce() {
  Library& library = context_.library;
  frameworkDay_ = context_.today();
  library.framework =
      journal::frameworkInForce(library.asItCame, library.frameworks, frameworkDay_);
}

void Controller::changed(const journal::service::Changes& changes) {
  if (changes.names) reloadNames();
  if (changes.words) reloadWords();
  if (changes.prompts) reloadPrompts();
  if (changes.frameworks) reloadFrameworks();
  write_.onChanges(changes);
  journal_.onChanges(changes);
  find_.onChanges();
  caseStudies_.onChanges(changes);
  people_.onChanges(changes);
  devices_.onChanges(changes);
  circle_.onChanges(changes);
  const bool decided = differences_.open();
  differences_.onChanges(changes, devices_.arriving());
  if (changes.reflections && (devices_.arriving() || decided || settings_.erasing())) {
    write_.takeIn();
  }
  if (place_ == Place::Settings) settings_.visit();
}

// Frames
// -------------------------------------------------------------------------------------------

void Controller::tick(journal::UtcTime now) {
  worried_.forPerson(unlock_.who());
  worried_.tick(now);
  if (!context_.open) return;
  if (context_.today() != frameworkDay_) useFrameworkInForce();
  const auto locks = locksAt();
  if (locks && now >= *locks) {
    // A lock that the disk refuses is tried again, not in every frame.
    lastActive_ += now - *locks + kLockAgain;
    return lock();
  }
  write_.tick(now);
  caseStudies_.tick(now);
  people_.tick(now);
  circle_.tick(now);
  devices_.tick(now);
}

std::optional<journal::UtcTime> Controller::locksAt() const {
  const int minutes = context_.state.ui.preferences.lockAfterMinutes;
  if (minutes <= 0 || circle_.live()) return std::nullopt;  // not while a group sits together
  return lastActive_ + std::chrono::minutes{minutes};
}

std::optional<std::chrono::milliseconds> Controller::wait(journal::UtcTime now) const {
  auto shortest = worried_.wait(now);
  if (!context_.open) return shortest;
  for (const auto& other : {write_.wait(now), caseStudies_.wait(now), people_.wait(now),
                            circle_.wait(now), devices_.wait(now)}) {
    if (other && (!shortest || *other < *shortest)) shortest = other;
  }
  if (const auto locks = locksAt()) {
    const auto left = std::max(std::chrono::milliseconds{0}, *locks - now);
    if (!shortest || left < *shortest) shortest = left;
  }
  return shortest;
}

void Controller::refreshShell() {
  ShellModel& shell = context_.state.models.shell;
  shell.unlocked = context_.open;
  shell.firstRun = unlock_.firstRun();
  shell.place = place_;
  shell.personName = context_.person.name;
  const std::string synced = devices_.status();
  shell.personStatus = !write_.settled() ? std::string(tr::kStillTyping)
                       : synced.empty()  ? std::string(tr::kSavedShort)
                                         : synced;
  shell.newDevices = devices_.notices();
  shell.differences = differences_.waiting();
  shell.waitingReviews = evidence_.waiting();
  shell.dslReminder = worried_.reminder();
  shell.places.clear();
  for (const Place place : {Place::Write, Place::Journal, Place::YoungPeople, Place::Groups,
                            Place::CaseStudies, Place::Review, Place::Evidence, Place::Settings}) {
    if (mayVisit(place, context_.person.role)) shell.places.push_back(place);
  }
}

void Controller::markDifferences() {
  JournalModel& model = context_.state.models.journal;
  for (ResultRow& row : model.rows) row.differs = differences_.has(row.id);
  if (place_ == Place::Write && differences_.has(write_.shownId())) {
    context_.state.models.write.detail += ", written on two devices";
  }
  if (model.beside) model.beside->differs = differences_.has(model.beside->id);
}

void Controller::refresh() {
  refreshShell();
  worried_.refresh();
  if (!context_.open) return unlock_.refresh();
  find_.refresh();
  switch (place_) {
    case Place::Write:
      write_.refresh();
      return markDifferences();
    case Place::Journal:
      differences_.refresh();
      journal_.refresh();
      return markDifferences();
    case Place::YoungPeople:
      return people_.refresh();
    case Place::CaseStudies:
      seen_.refresh();
      return caseStudies_.refresh();
    case Place::Review:
    case Place::Evidence:
      return evidence_.refresh();
    case Place::Settings:
      settings_.refresh();
      return devices_.refresh();
    case Place::Groups:
      return circle_.refresh();
  }
}

}  // namespace app::model
