#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/desktop/evidence_desk.h"
#include "app/desktop/local_attachments.h"
#include "app/desktop/local_care.h"
#include "app/desktop/local_devices.h"
#include "app/desktop/local_exchange.h"
#include "app/desktop/local_vaults.h"
#include "app/model/controller.h"
#include "app/view/views.h"
#include "tests/support/ui_driver.h"

namespace tests {

/// As long as a code name may be: sixty characters.
inline constexpr const char* kLongName =
    "Wilhelmina-Theodora of the Very Long Double-Barrelled Family";

/// A clock that moves when a test says so.
class HandClock final : public journal::Clock {
 public:
  explicit HandClock(journal::UtcTime start) : now_(start) {}
  journal::UtcTime now() const override { return now_; }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes{0};
  }
  void advance(std::chrono::milliseconds by) { now_ += by; }

 private:
  journal::UtcTime now_;
};

struct AppOptions {
  UiOptions ui{};
  bool firstRun = false;  ///< no journal yet; otherwise three people have one, all with kPassphrase
  app::model::CircleRoom* circle = nullptr;  ///< the seat of this laptop in a group's room
};

inline constexpr const char* kPassphrase = "harbour willow tenor lantern";

/// The whole program but its window: real views, controller, journals in a temporary folder and an
/// evidence store in memory. Jobs run when a test says so.
class AppUnderTest {
 public:
  explicit AppUnderTest(AppOptions options = {});
  ~AppUnderTest();

  /// Runs every waiting job and errand and draws.
  void settle();
  /// Moves the clock, lets the program notice, and settles.
  void wait(std::chrono::milliseconds time);
  /// Types the passphrase of this person and opens their journal.
  void unlockAs(std::size_t who = 0);
  void lock();
  /// Adds a young person to the open journal.
  journal::NameId addYoungPerson(const std::string& realName, const std::string& codeName);
  /// The same laptop, another run of the program.
  void restart();
  /// What is stored, asked of the journal itself.
  journal::service::Journal& journal() { return *tasks.room().journal; }

  HandClock clock;
  journal::SeededRandom random{20260122};
  std::filesystem::path folder;
  app::model::Library library;
  std::unique_ptr<app::desktop::LocalVaults> vaults;
  std::unique_ptr<app::desktop::EvidenceDesk> evidence;
  std::unique_ptr<app::desktop::LocalCare> care;
  std::unique_ptr<app::desktop::LocalExchange> exchange;
  app::desktop::LocalAttachments attachments;
  std::unique_ptr<app::desktop::LocalDevices> devices;
  app::model::AppState state;
  app::view::ViewState view;
  app::model::SteppedTasks tasks{app::model::JournalRoom{}};
  std::unique_ptr<app::model::SteppedErrands> errands;
  std::unique_ptr<app::model::Controller> controller;
  std::unique_ptr<UiDriver> ui;

 private:
  void makePeople();
  void startController();
  void draw();
  std::vector<app::model::Person> people_;
  app::model::CircleRoom* circle_;
};

}  // namespace tests
