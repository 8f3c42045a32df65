#include "app/desktop/desktop_app.h"
#include "app/circle/hub_room.h"
#include "app/cli/theme_marker.h"
#include "app/desktop/circle_service.h"

#include <fstream>

#include "app/desktop/early_fonts.h"
#include "app/desktop/frame_marks.h"
#include "app/desktop/home.h"
#include "app/desktop/local_vaults.h"

namespace app::desktop {
namespace {

/// Frames without a job under way before a picture is taken: the first ones place things.
constexpr int kSettled = 6;

ui::Settings settingsFor(const model::Preferences& preferences, ui::Theme theme,
                         float displayScale) {
  ui::Settings settings;
  settings.theme = theme;
  settings.textPercent = preferences.textPercent;
  settings.still = preferences.still;
  settings.easyLetters = preferences.easyLetters;
  settings.thickFocus = preferences.thickFocus;
  settings.spelling = preferences.spelling;
  settings.displayScale = displayScale;
  return settings;
}

}  // namespace

DesktopApp::DesktopApp(const LaunchOptions& options, const model::Library& library,
                       const journal::Clock& clock, journal::Random& random)
    : options_(options),
      clock_(clock),
      theme_([this] { return followPortal([this] { window_->wake(); }); }),
      shown_(options.preferences) {
  EarlyFonts fonts(ui::installedFonts(options.beside));
  float scale = options.scale;
  auto window = openWindow(options.window, [&](float displayScale) {
    if (scale <= 0) scale = displayScale;
    const ui::Settings wanted = settingsFor(options.preferences, ui::Theme::Light, scale);
    fonts.start(ui::scaleOf(wanted), wanted.easyLetters);
  });
  if (!window.ok()) {
    opened_ = window.error();
    return;
  }
  window_ = std::move(window).value();
  termination_ = std::make_unique<TerminationWatch>([this] { window_->wake(); });
  kit_ = std::make_unique<ui::Kit>(
      fonts.loader(),
      settingsFor(options.preferences, theme_.theme(options.preferences.theme), scale));
  speller_ = std::make_unique<HunspellChecker>(installedDictionary(options.beside),
                                               [this] { window_->wake(); });
  kit_->setSpelling(speller_.get());
  access_ = std::make_unique<AccessHost>([this] { window_->wake(); });
  speechOpen_ = options.people.empty() && !options.speechChosen;
  window_->askFirst([this](const InputEvent& event, const char* printed) {
    return access_->offer(accessKey(event, printed), recorder_.items());
  });
  window_->attach([this](char32_t codePoint) {
    kit_->typed(codePoint);
    ++typed_;
  });
  vaults_ =
      std::make_unique<LocalVaults>(options.homes, journal::service::Surroundings{clock, random});
  if (!options.evidence.folder.empty()) {
    evidence_ = std::make_unique<EvidenceDesk>(options.evidence, clock);
  }
  state_.ui.preferences = options.preferences;
  model::JournalRoom room;
  room.vault = vaults_.get();
  room.evidence = evidence_.get();
  care_ = std::make_unique<LocalCare>(options.homes);
  room.care = care_.get();
  exchange_ = std::make_unique<LocalExchange>(library.framework, clock, random);
  room.exchange = exchange_.get();
  room.attachments = &attachments_;
  room.clock = &clock;
  room.marker = themeMarker(options.assets);
  tasks_ = model::makeThreadedTasks(std::move(room), [this] { window_->wake(); });
  devices_ = std::make_unique<LocalDevices>(clock, random);
  errands_ = model::makeThreadedErrands(*tasks_, *devices_, [this] { window_->wake(); });
  circle_ = makeCircle(options, clock, random);
  controller_ = std::make_unique<model::Controller>(model::ControllerParts{
      state_, *tasks_, clock, random, library, options.people, errands_.get(), circle_.get()});
}

std::unique_ptr<model::CircleRoom> DesktopApp::makeCircle(const LaunchOptions& options,
                                                          const journal::Clock& clock,
                                                          journal::Random& random) {
  circle::RoomNeeds needs{options.rooms, options.page, clock, random, [this] { window_->wake(); }};
  addServiceHub(needs, {model::onJournalOf(*tasks_), {}}, clock, random);
  return circle::hubRoom(std::move(needs));
}

DesktopApp::~DesktopApp() {
  termination_.reset();  // it wakes the window
  theme_.stop();         // so does this
  access_.reset();       // and this
  speaker_.reset();      // and this
  if (kit_) kit_->setSpelling(nullptr);
  speller_.reset();  // it wakes the window too
  circle_.reset();   // joins, as the next
  errands_.reset();  // joins, and asks the journal's thread to the end
  tasks_.reset();    // joins: what was queued is done, then the journal closes on its own thread
  view_.wipe();
  model::wipeAll(state_);
  if (window_ && kit_) window_.reset();  // the backends need the kit's context while they shut down
}

journal::Result<void> DesktopApp::run() {
  if (!opened_.ok()) return opened_;
  while (!left_) {
    if (frame()) pacing_.drawn();
    pictures();
    leaveIfSaved();
    if (!left_) sleep();
  }
  return {};
}

bool DesktopApp::frame() {
  if (tasks_->drain() + errands_->drain() > 0) pacing_.happened();
  controller_->tick(clock_.now());
  if (auto path = window_->takeDropped()) {
    controller_->handle(model::SettingsIntent(model::DropFile{std::move(*path)}));
  }
  controller_->refresh();
  applyPreferences();
  speakFromTheFirstRun();
  followSpeech();
  access_->act(recorder_.items());
  for (const AccessHost::Answer& each : access_->takeAnswers()) {
    window_->answer(each.ticket, each.taken);
  }
  record();
  forgetWordsWhenLocked();
  window_->beginFrame();
  kit_->beginFrame();
  model::Intents intents;
  view::drawRoot(state_.models, state_.ui, view_, intents);
  kit_->endFrame();
  speak();
  showToScreenReaders();
  window_->paint(ui::colour(kit_->settings().theme, ui::Token::Canvas));
#ifdef AFTERNOTE_TESTING
  markFrame(controller_->open() && tasks_->pending() == 0 ? "open" : "locked", typed_);
#endif
  for (const model::Intent& intent : intents.take()) {
    controller_->handle(intent);
    pacing_.happened();
  }
#ifdef AFTERNOTE_TESTING
  writeDump();
#endif
  return true;
}

void DesktopApp::sleep() {
  FramePacing::Wants wants;
  wants.moving = tasks_->pending() > 0;
  wants.caret = kit_->wantsFrames();
  wants.model = controller_->wait(clock_.now());
  wants.message = view::messageLeft(state_.models, view_);
  double seconds = pacing_.sleep(wants);
#ifdef AFTERNOTE_TESTING
  // Whoever drives the window asks for pictures through a file.
  if (!options_.uiDump.empty()) seconds = std::min(seconds, 0.1);
#endif
  if (!options_.screenshot.empty()) seconds = std::min(seconds, 0.02);
  if (window_->wait(seconds)) {
    pacing_.happened();
    controller_->active(clock_.now());
  }
}

void DesktopApp::applyPreferences() {
  const model::Preferences& wanted = state_.ui.preferences;
  const ui::Theme theme = theme_.theme(wanted.theme);
  if (wanted == shown_ && theme == kit_->settings().theme) return;
  if (kit_->apply(settingsFor(wanted, theme, kit_->settings().displayScale)))
    window_->uploadFonts();
  if (wanted == shown_) return;
  shown_ = wanted;
  // A choice of looks that cannot be kept is only a nuisance next time.
  if (!options_.homes.empty()) {
    const auto kept = writePreferences(options_.homes.front(), wanted);
    static_cast<void>(kept.ok());
  }
}

void DesktopApp::forgetWordsWhenLocked() {
  const bool open = controller_->open();
  if (wasOpen_ && !open) {
    speller_->forget();
    narrator_.forget();
    if (speaker_) speaker_->silence();
    access_->forget();
    recorder_.clear();
  }
  wasOpen_ = open;
}

void DesktopApp::record() {
  const bool heard = state_.ui.preferences.speak || state_.models.readingCopy.open;
  const bool reader = access_->listening();
  const bool listening = heard || reader || !options_.uiDump.empty();
  kit_->setRecorder(listening ? &recorder_ : nullptr);
  if (!listening) recorder_.clear();
}

void DesktopApp::followSpeech() {
  state_.ui.settings.speechMissing = speechMissing_;
  const bool wanted = state_.ui.preferences.speak && !access_->heard();
  if (wanted == (speaker_ != nullptr)) return;
  narrator_.forget();
  speechMissing_ = false;
  speaker_ = wanted ? systemSpeaker([this] {
    speechMissing_ = true;
    window_->wake();
  })
                    : nullptr;
}

void DesktopApp::speak() {
  if (!speaker_) return;
  for (Utterance& said : narrator_.hear(recorder_.items())) {
    speaker_->say(std::move(said.words), said.interrupts);
  }
}

void DesktopApp::speakFromTheFirstRun() {
  model::Preferences& preferences = state_.ui.preferences;
  if (preferences.speak) speechOpen_ = false;
  if (!speechOpen_ || !access_->screenReader()) return;
  speechOpen_ = false;
  preferences.speak = true;
}

void DesktopApp::showToScreenReaders() {
  if (!access_->listening()) return;  // both questions below go to the X server and back
  const auto [x, y] = window_->place();
  access_->show(recorder_.items(), {options_.window.title, window_->hasKeyboard(), x, y});
}

void DesktopApp::leaveIfSaved() {
  const bool wished = termination_->takeWish();
  if ((!wished && !window_->closeWanted()) || leaving_) return;
  window_->keepOpen();
  leaving_ = true;
  controller_->lock([this] { left_ = true; });
  // Refused (a full disk): the window stays, the person is told, and closing can be tried again.
  tasks_->start([this](model::JobContext&) -> model::Completion {
    return [this] {
      if (controller_->open()) leaving_ = false;
    };
  });
}

void DesktopApp::pictures() {
  const bool settled = tasks_->pending() == 0;
  settledFrames_ = settled ? settledFrames_ + 1 : 0;
  if (settledFrames_ < kSettled) return;
  if (!options_.screenshot.empty()) {
    const auto saved = window_->savePicture(options_.screenshot);
    if (!saved.ok()) opened_ = saved;
    left_ = true;
    return;
  }
#ifdef AFTERNOTE_TESTING
  if (options_.uiDump.empty()) return;
  const std::filesystem::path asked = options_.uiDump.string() + ".shoot";
  std::ifstream request(asked);
  std::string target;
  if (!request || !std::getline(request, target) || target.empty()) return;
  const auto saved = window_->savePicture(target);
  std::error_code ignored;
  if (saved.ok()) std::filesystem::remove(asked, ignored);
#endif
}

void DesktopApp::writeDump() {
  if (options_.uiDump.empty()) return;
  const std::filesystem::path part = options_.uiDump.string() + ".part";
  {
    std::ofstream out(part, std::ios::trunc);
    out << recorder_.dump();
    // What no widget says: whether the journal thread is busy.
    out << "#idle\t" << (tasks_->pending() == 0 ? "yes" : "no") << "\n";
    out << "#frame\t" << ++frames_ << "\n";
  }
  std::error_code ignored;
  std::filesystem::rename(part, options_.uiDump, ignored);
}

}  // namespace app::desktop
