#pragma once

#include <chrono>
#include <optional>

#include "app/model/case_study_controller.h"
#include "app/model/circle_controller.h"
#include "app/model/context.h"
#include "app/model/devices_controller.h"
#include "app/model/differences_controller.h"
#include "app/model/evidence_controller.h"
#include "app/model/find_controller.h"
#include "app/model/intents.h"
#include "app/model/journal_controller.h"
#include "app/model/people_controller.h"
#include "app/model/seen_controller.h"
#include "app/model/settings_controller.h"
#include "app/model/unlock_controller.h"
#include "app/model/worried_controller.h"
#include "app/model/write_controller.h"

namespace app::model {

/// What a Controller is made with. References must outlive it.
struct ControllerParts {
  AppState& state;
  Tasks& tasks;
  const journal::Clock& clock;
  journal::Random& random;  ///< for ids; UI thread
  const Library& library;
  std::vector<Person> people = {};  ///< who use this laptop; empty on a first run
  Errands* errands = nullptr;       ///< what reaches other machines; null: nothing does
  CircleRoom* circle = nullptr;     ///< the room of a group; null: none can be reached
};

/// Turns intents into changes of the AppState and jobs for the journal thread. UI thread only.
///   each frame:  tasks.drain(); errands.drain(); controller.tick(now); draw; for (intent)
///   controller.handle(intent);
///                controller.refresh();
class Controller {
 public:
  explicit Controller(const ControllerParts& parts);

  void handle(const Intent& intent);
  /// Locks by itself once nothing has happened for as long as the person chose.
  void tick(journal::UtcTime now);
  /// A key or the pointer was moved. Intents count too, Stirred among them.
  void active(journal::UtcTime now);
  /// Rebuilds the models of the screen that is shown. Call after tasks.drain() and after intents.
  void refresh();
  /// How long the frame loop may sleep if nothing happens; nullopt: until something does.
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;

  /// Saves everything, then closes the journal and wipes every buffer. `quit` as well: calls it
  /// when nothing unsaved is left, or never when the disk refuses (the person is told).
  void lock(std::function<void()> closed = nullptr);
  bool open() const { return context_.open; }

 private:
  void handleShell(const ShellIntent& intent);
  void on(const GoTo& intent);
  void on(const LockNow&);
  void on(const Stirred&);
  void on(const ChooseTheme& intent);
  void on(const NextTheme&);
  void on(const ChooseTextSize& intent);
  void on(const KeepStill& intent);
  void on(const UseEasyLetters& intent);
  void on(const UseThickFocus& intent);
  void on(const SpeakFocus& intent);
  void on(const ShowEntryPlaces& intent);
  void on(const UseSpelling& intent);
  void on(const LearnWord& intent);
  void on(const LockAfter& intent);
  void on(const DismissMessage&);
  void on(const CancelWork&);

  void opened();
  /// After a run that ended without closing: the draft it kept.
  void recover();
  std::optional<journal::UtcTime> locksAt() const;
  void changed(const journal::service::Changes& changes);
  void reloadNames();
  void reloadWords();
  void reloadPrompts();
  void reloadFrameworks();
  /// A version comes into force on its day, whether or not anything happens.
  void useFrameworkInForce();
  void closeJournal(std::function<void()> closed);
  void refreshShell();
  void markDifferences();

  Context context_;
  UnlockController unlock_;
  WriteController write_;
  JournalController journal_;
  CaseStudyController caseStudies_;
  EvidenceController evidence_;
  FindController find_;
  PeopleController people_;
  SettingsController settings_;
  WorriedController worried_;
  DevicesController devices_;
  DifferencesController differences_;
  SeenController seen_;
  CircleController circle_;
  Place place_ = Place::Write;
  journal::LocalDate frameworkDay_{};  ///< the day the framework in use was chosen for
  journal::UtcTime lastActive_{};      ///< the last sign of somebody being there
};

}  // namespace app::model
