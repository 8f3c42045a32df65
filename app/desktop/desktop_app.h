#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/desktop/access/access_host.h"
#include "app/desktop/evidence_desk.h"
#include "app/desktop/frame_pacing.h"
#include "app/desktop/laptop_looks.h"
#include "app/desktop/local_attachments.h"
#include "app/desktop/local_care.h"
#include "app/desktop/local_devices.h"
#include "app/desktop/local_exchange.h"
#include "app/desktop/narrator.h"
#include "app/desktop/speaker.h"
#include "app/desktop/spelling.h"
#include "app/desktop/termination_watch.h"
#include "app/desktop/window.h"
#include "app/model/controller.h"
#include "app/ui/kit.h"
#include "app/view/views.h"

namespace app::desktop {

/// Everything the program was started with.
struct LaunchOptions {
  std::vector<std::filesystem::path> homes;  ///< of the people who use this laptop (home.h)
  std::vector<model::Person> people;         ///< in the same order; empty on a first run
  EvidenceDesk::Place evidence;              ///< empty folder: no evidence store here
  std::filesystem::path beside;              ///< folder of the program
  std::filesystem::path rooms;               ///< of sessions that this laptop holds
  std::filesystem::path page;                ///< what phones are shown in one
  std::filesystem::path assets;              ///< where the lists for finding names are
  std::filesystem::path screenshot;  ///< empty: none; else one picture, then the program ends
  std::filesystem::path uiDump;      ///< testing only
  WindowOptions window;
  model::Preferences preferences;
  bool speechChosen = false;  ///< a person once said whether things are said aloud
  float scale = 0;            ///< of the display; 0: ask the window
};

/// The frame loop (architecture.md 5.1): completions, tick, draw, intents, sleep.
class DesktopApp {
 public:
  DesktopApp(const LaunchOptions& options, const model::Library& library,
             const journal::Clock& clock, journal::Random& random);
  ~DesktopApp();
  /// Until the window is closed and everything is saved.
  journal::Result<void> run();

 private:
  std::unique_ptr<model::CircleRoom> makeCircle(const LaunchOptions& options,
                                                const journal::Clock& clock,
                                                journal::Random& random);
  bool frame();
  void sleep();
  void applyPreferences();
  void forgetWordsWhenLocked();
  void followSpeech();
  /// What is drawn is written down only while somebody listens.
  void record();
  void speak();
  void speakFromTheFirstRun();
  void showToScreenReaders();
  void leaveIfSaved();
  void pictures();
  void writeDump();

  const LaunchOptions& options_;
  const journal::Clock& clock_;
  std::unique_ptr<Window> window_;
  std::unique_ptr<TerminationWatch> termination_;
  ThemeFollower theme_;
  journal::Result<void> opened_;
  std::unique_ptr<HunspellChecker> speller_;
  std::unique_ptr<ui::Kit> kit_;
  ui::Recorder recorder_;
  Narrator narrator_;
  std::unique_ptr<Speaker> speaker_;
  std::unique_ptr<AccessHost> access_;
  bool speechOpen_ = false;  ///< nobody has chosen yet whether things are said aloud
  std::atomic<bool> speechMissing_ = false;  ///< set on the speaker's thread
  std::unique_ptr<model::VaultDoor> vaults_;
  std::unique_ptr<EvidenceDesk> evidence_;
  std::unique_ptr<LocalCare> care_;
  std::unique_ptr<LocalExchange> exchange_;
  LocalAttachments attachments_;
  std::unique_ptr<LocalDevices> devices_;
  model::AppState state_;
  view::ViewState view_;
  std::unique_ptr<model::Tasks> tasks_;
  std::unique_ptr<model::Errands> errands_;    ///< after the tasks, which they wait for
  std::unique_ptr<model::CircleRoom> circle_;  ///< the same
  std::unique_ptr<model::Controller> controller_;
  FramePacing pacing_;
  model::Preferences shown_;
  bool wasOpen_ = false;
  bool leaving_ = false;
  bool left_ = false;
  int settledFrames_ = 0;
  int frames_ = 0;
  unsigned long typed_ = 0;  ///< characters taken, for who measures
};

}  // namespace app::desktop
