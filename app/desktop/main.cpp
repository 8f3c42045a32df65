#include <fmt/format.h>

#include <cstdio>
#include <iostream>

#include "app/cli/asset_files.h"
#include "app/cli/command_line.h"
#include "app/cli/system_clock.h"
#include "app/desktop/assets.h"
#include "app/desktop/demo.h"
#include "app/desktop/desktop_app.h"
#include "app/desktop/home.h"
#include "app/model/wording.h"
#include "journal/base/platform.h"
#include "journal/crypto/system_random.h"

namespace {

using app::desktop::LaunchOptions;
using journal::Result;

struct Arguments {
  std::string journal;
  std::string evidence;
  bool demo = false;
  std::string screenshot;
  std::string size = "1440x900";
  std::string theme;
  int percent = 0;
  float scale = 0;
  bool speak = false;
  std::string painting;
  std::string uiDump;
};

void describe(const app::Command& cli, Arguments& arguments) {
  cli.option("--journal", arguments.journal, "Folder of your journal and settings");
  cli.option("--evidence", arguments.evidence, "Folder of the service's evidence store");
  cli.flag("--demo", arguments.demo,
           "Open the demonstration service, made anew in --journal (or a temporary folder)");
  cli.option("--screenshot", arguments.screenshot, "Save one picture as PNG, then end");
  cli.option("--size", arguments.size, "Window size, e.g. 1440x900");
  cli.option("--theme", arguments.theme, "light, dark, contrast or laptop")
      .oneOf({"light", "dark", "contrast", "laptop"});
  cli.option("--text-size", arguments.percent, "Per cent, 80 to 200")
      .within(std::int64_t{80}, std::int64_t{200});
  cli.option("--scale", arguments.scale, "Display scale, e.g. 1.5").within(0.5, 4.0);
  cli.flag("--speak", arguments.speak, "Say aloud what has the keyboard and what happens");
  cli.option("--paint", arguments.painting, "What paints the window: opengl or processor")
      .oneOf({"opengl", "processor"});
#ifdef AFTERNOTE_TESTING
  cli.option("--ui-dump", arguments.uiDump, "Rewrite what is drawn into this file each frame");
#endif
}

bool readSize(const std::string& text, app::desktop::WindowOptions& window) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos || text.size() > 11) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i != cross && (text[i] < '0' || text[i] > '9')) return false;
  }
  if (cross == 0 || cross + 1 == text.size()) return false;
  window.width = std::stoi(text.substr(0, cross));
  window.height = std::stoi(text.substr(cross + 1));
  return window.width >= 320 && window.height >= 240 && window.width <= 16384 &&
         window.height <= 16384;
}

Result<void> findPeople(const Arguments& arguments, const std::filesystem::path& assets,
                        const journal::Clock& clock, LaunchOptions& options) {
  if (arguments.demo) {
    J_TRY(app::desktop::DemoPlaces demo, app::desktop::openDemo(arguments.journal, assets, clock));
    options.homes = std::move(demo.homes);
    options.people = std::move(demo.people);
    options.evidence = std::move(demo.evidence);
    return {};
  }
  options.homes = {arguments.journal.empty() ? journal::userDataFolder()
                                             : std::filesystem::path(arguments.journal)};
  if (const auto person = app::desktop::readPerson(options.homes.front())) {
    options.people = {*person};
  }
  if (!arguments.evidence.empty()) {
    options.evidence.folder = arguments.evidence;
    options.evidence.reports = options.homes.front() / "reports";
  }
  return {};
}

void choosePreferences(const Arguments& arguments, LaunchOptions& options) {
  options.preferences = app::desktop::readPreferences(options.homes.front());
  using app::model::ThemeChoice;
  if (arguments.theme == "light") options.preferences.theme = ThemeChoice::Light;
  if (arguments.theme == "dark") options.preferences.theme = ThemeChoice::Dark;
  if (arguments.theme == "contrast") options.preferences.theme = ThemeChoice::HighContrast;
  if (arguments.theme == "laptop") options.preferences.theme = ThemeChoice::Laptop;
  if (arguments.percent > 0) options.preferences.textPercent = arguments.percent / 10 * 10;
  options.scale = arguments.scale;
  using app::desktop::Painting;
  if (arguments.painting == "opengl") options.window.painting = Painting::OpenGl;
  if (arguments.painting == "processor") options.window.painting = Painting::Processor;
  options.speechChosen = arguments.speak || app::desktop::speechWasChosen(options.homes.front());
  if (arguments.speak) options.preferences.speak = true;
  options.screenshot = arguments.screenshot;
  options.uiDump = arguments.uiDump;
}

int stop(const journal::Error& error) {
  fmt::print(stderr, "afternote: {}\n", app::tr::sentence(error));
  return 1;
}

int runProgram(const Arguments& arguments) {
  const app::SystemClock clock;
  journal::crypto::SystemRandom random;
  LaunchOptions options;
  std::error_code ignored;
  options.beside = std::filesystem::canonical("/proc/self/exe", ignored).parent_path();
  if (!readSize(arguments.size, options.window)) {
    fmt::print(stderr, "afternote: write the size like 1440x900.\n");
    return 2;
  }
  const auto assets = app::findAssets({});
  if (!assets.ok()) return stop(assets.error());
  auto library = app::desktop::loadLibrary(*assets, arguments.demo);
  if (!library.ok()) return stop(library.error());
  const auto found = findPeople(arguments, *assets, clock, options);
  if (!found.ok()) return stop(found.error());
  options.rooms = options.homes.front() / "rooms";
  options.page = *assets / "circle";
  options.assets = *assets;
  if (arguments.demo) library->demoPassphrase = options.evidence.passphrase;
  choosePreferences(arguments, options);
  app::desktop::DesktopApp app(options, *library, clock, random);
  const auto ended = app.run();
  return ended.ok() ? 0 : stop(ended.error());
}

}  // namespace

int main(int argc, char** argv) {
  journal::hardenProcess();
  app::CommandLine line("Afternote: a place to think after a lesson.", "afternote");
  Arguments arguments;
  describe(line.root(), arguments);
  const app::Parsed parsed = line.parse({argv + 1, argv + argc}, std::cout);
  if (parsed.kind == app::Parsed::Kind::Help) return 0;
  if (parsed.kind != app::Parsed::Kind::Understood) {
    fmt::print(stderr, "afternote: that was not understood: {}\n", parsed.problem);
    return 2;
  }
  return runProgram(arguments);
}
