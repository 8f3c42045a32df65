#include "tests/scenario/app_under_test.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/cli/theme_marker.h"
#include "app/desktop/assets.h"
#include "app/desktop/home.h"

namespace tests {
namespace {

namespace evidence = syncing::evidence;
using journal::Role;

/// Thursday 22 January 2026, 16:05.
constexpr journal::UtcTime kThursday{std::chrono::milliseconds{1'769'097'900'000}};

std::filesystem::path freshFolder() {
  static int count = 0;
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() /
      ("afternote-app-" + std::to_string(getpid()) + "-" + std::to_string(++count));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace

AppUnderTest::AppUnderTest(AppOptions options)
    : clock(kThursday), folder(freshFolder()), circle_(options.circle) {
  auto loaded = app::desktop::loadLibrary(AFTERNOTE_SOURCE_DIR "/assets", true);
  EXPECT_TRUE(loaded.ok());
  library = std::move(loaded).value();
  if (!options.firstRun) {
    people_ = {{"Imani Brooke", Role::Tutor, "Hollinbeck"},
               {"Gethin Rees", Role::Facilitator, "Hollinbeck"},
               {"Farida Haleem", Role::Manager, "Hollinbeck"}};
  }
  std::vector<std::filesystem::path> homes;
  for (int i = 0; i < 3; ++i) homes.push_back(folder / ("home" + std::to_string(i)));
  vaults = std::make_unique<app::desktop::LocalVaults>(
      homes, journal::service::Surroundings{clock, random, journal::crypto::KdfPreset::Fast});
  auto store = evidence::EvidenceStore::inMemory("Hollinbeck", clock);
  EXPECT_TRUE(store.ok());
  evidence = std::make_unique<app::desktop::EvidenceDesk>(std::move(store).value(),
                                                          folder / "reports", clock);
  // Prints into a file, as a printer would take it.
  const std::filesystem::path printer = folder / "printer";
  {
    std::ofstream script(printer);
    script << "#!/bin/sh\ncat > '" << (folder / "printed.txt").string() << "'\n";
  }
  std::filesystem::permissions(printer, std::filesystem::perms::owner_all);
  care = std::make_unique<app::desktop::LocalCare>(homes, printer.string());
  makePeople();
  tasks.room().vault = vaults.get();
  tasks.room().evidence = evidence.get();
  tasks.room().care = care.get();
  exchange = std::make_unique<app::desktop::LocalExchange>(library.framework, clock, random);
  tasks.room().exchange = exchange.get();
  tasks.room().attachments = &attachments;
  tasks.room().clock = &clock;
  tasks.room().marker = app::themeMarker(AFTERNOTE_SOURCE_DIR "/assets");
  devices = std::make_unique<app::desktop::LocalDevices>(clock, random);
  errands = std::make_unique<app::model::SteppedErrands>(tasks, *devices);
  state.ui.preferences.still = true;
  startController();
  options.ui.settings.still = true;
  ui = std::make_unique<UiDriver>([this] { draw(); }, options.ui);
}

AppUnderTest::~AppUnderTest() {
  tasks.room().journal.reset();
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
}

void AppUnderTest::makePeople() {
  for (std::size_t i = 0; i < people_.size(); ++i) {
    const std::filesystem::path home = folder / ("home" + std::to_string(i));
    std::filesystem::create_directories(home);
    const journal::crypto::SecretString secret(kPassphrase);
    const auto made =
        journal::service::LocalJournal::create(app::desktop::journalFolder(home), secret,
                                               {clock, random, journal::crypto::KdfPreset::Fast});
    ASSERT_TRUE(made.ok()) << made.error().detail;
    ASSERT_TRUE(app::desktop::writePerson(home, people_[i]).ok());
  }
}

void AppUnderTest::startController() {
  controller = std::make_unique<app::model::Controller>(app::model::ControllerParts{
      state, tasks, clock, random, library, people_, errands.get(), circle_});
}

void AppUnderTest::restart() {
  tasks.room().journal.reset();
  app::model::wipeAll(state);
  view.wipe();
  startController();
  settle();
}

void AppUnderTest::draw() {
  controller->tick(clock.now());
  controller->refresh();
  app::model::Intents intents;
  app::view::drawRoot(state.models, state.ui, view, intents);
  for (const app::model::Intent& intent : intents.take()) controller->handle(intent);
}

void AppUnderTest::settle() {
  for (int round = 0; round < 4; ++round) {
    ui->frame();
    tasks.settle();
    while (errands->step()) {
      errands->drain();
      tasks.settle();
    }
  }
  ui->frame(2);
}

void AppUnderTest::wait(std::chrono::milliseconds time) {
  clock.advance(time);
  settle();
}

void AppUnderTest::unlockAs(std::size_t who) {
  controller->handle(app::model::UnlockIntent(app::model::OpenAs{who}));
  settle();
  ui->frame(2);
  ui->type(kPassphrase);
  ui->key(app::ui::Key::Enter);
  settle();
  ASSERT_TRUE(controller->open()) << state.models.unlock.problem;
}

void AppUnderTest::lock() {
  ui->key(app::ui::Key::L, true);
  settle();
  ASSERT_FALSE(controller->open());
}

journal::NameId AppUnderTest::addYoungPerson(const std::string& realName,
                                             const std::string& codeName) {
  journal::KnownName name;
  name.id = journal::NameId::random(random);
  name.realName = realName;
  name.codeName = codeName;
  name.ageBand = "upper primary";
  name.instrumentFamily = "brass";
  EXPECT_TRUE(journal().apply(journal::service::PutName{name}).ok());
  return name.id;
}

}  // namespace tests
