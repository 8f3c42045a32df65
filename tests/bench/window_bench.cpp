// What the window costs: start, memory, idling and a key, beside the least such a window can cost
// (window_floor), in one run.
//   xvfb-run -a -s "-screen 0 1600x1000x24" window_bench [--dir FOLDER] [--starts 9] [--idle 20]
//                                                        [--keys 60] [N]     (default N 100000)
// Start is from before fork to the first frame painted; they take turns, so that a busy machine
// slows both. Idle is the processor time of `--idle` seconds in which nobody does anything. A
// journal of N reflections is made in FOLDER once and kept. Prints one JSON object a line; asserts
// nothing.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <thread>

#include "app/desktop/home.h"
#include "journal/crypto/system_random.h"
#include "journal/service/local_journal.h"
#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"
#include "tests/bench/window_program.h"

namespace bench {
namespace {

constexpr const char* kPassphrase = "a passphrase for measuring";

struct Plan {
  std::filesystem::path folder = "window-bench-data";
  std::filesystem::path programs;
  std::size_t n = 100000;
  std::size_t starts = 9;
  std::size_t keys = 60;
  double idle = 20;
};

class TodayClock final : public journal::Clock {
 public:
  journal::UtcTime now() const override {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
  }
  std::chrono::minutes utcOffset(journal::UtcTime) const override {
    return std::chrono::minutes{0};
  }
};

template <class T>
T orStop(journal::Result<T> result) {
  if (result.ok()) {
    if constexpr (!std::is_void_v<T>)
      return std::move(result).value();
    else
      return;
  }
  std::fprintf(stderr, "window_bench: the journal could not be made\n");
  std::exit(1);
}

void fill(journal::service::LocalJournal& made, std::size_t n, journal::LocalDate today) {
  Corpus corpus(n, kSeed);
  while (n > 0) {
    journal::service::ImportBatch batch;
    for (; n > 0 && batch.reflections.size() < 5000; --n) {
      const Entry entry = corpus.next();
      journal::service::WriteReflection write;
      write.reflection.id = *journal::ReflectionId::fromHex(entry.id);
      write.reflection.lesson.date =
          journal::dateFromDayNumber(journal::dayNumber(today) - entry.daysAgo);
      write.reflection.text = entry.body;
      write.reflection.state = journal::ReflectionState::Finished;
      write.reflection.source = "bench:" + entry.id;
      batch.reflections.push_back(std::move(write));
    }
    orStop(made.apply(batch));
  }
}

/// The home of somebody with `n` reflections; made when it is not there.
std::filesystem::path homeWith(std::size_t n, const std::filesystem::path& folder) {
  std::filesystem::path home = folder / std::to_string(n);
  if (std::filesystem::exists(home / "person.json")) return home;
  std::filesystem::remove_all(home);
  std::filesystem::create_directories(home);
  const TodayClock clock;
  journal::crypto::SystemRandom random;
  {
    auto made = orStop(journal::service::LocalJournal::create(
        app::desktop::journalFolder(home), journal::crypto::SecretString(kPassphrase),
        {clock, random}));
    const auto today = journal::localDate(clock.now(), std::chrono::minutes{0});
    fill(*made.journal, n, today);
    while (orStop(made.journal->tidy(std::chrono::milliseconds{50}))) {
    }
  }
  orStop(app::desktop::writePerson(home, {"Bench", journal::Role::Tutor, "Service"}));
  return home;
}

/// Figures of both subjects; prints each, and at the end how ours compare with the floor's.
class Results {
 public:
  explicit Results(std::size_t n) : n_(n) {}
  void add(const Figure& figure) {
    std::printf(
        "{\"bench\":\"window\",\"subject\":\"%s\",\"metric\":\"%s\",\"n\":%zu,"
        "\"median\":%.6g,\"p99\":%.6g,\"samples\":%lu,\"unit\":\"%s\"}\n",
        figure.subject, figure.metric, n_, figure.median, figure.p99, figure.samples, figure.unit);
    std::fflush(stdout);
    figures_[std::string(figure.subject) + " " + figure.metric] = figure.median;
  }
  void compare(const char* ours, const char* floors) {
    const double own = figures_[std::string("afternote ") + ours];
    const double floor = figures_[std::string("floor ") + floors];
    std::printf("{\"bench\":\"window\",\"subject\":\"beside floor\",\"metric\":\"%s\",\"n\":%zu,",
                ours, n_);
    if (floor > 0) std::printf("\"ratio\":%.3f,", own / floor);
    std::printf("\"difference\":%.6g}\n", own - floor);
  }

 private:
  std::size_t n_;
  std::map<std::string, double> figures_;
};

using Command = std::vector<std::string>;

void measureStarts(const Plan& plan, const Command& floor, const Command& ours, Results& results) {
  const auto any = [](const Mark&) { return true; };
  std::map<const char*, std::vector<double>> seconds;
  std::map<const char*, std::vector<double>> processor;
  for (std::size_t i = 0; i < plan.starts + 1; ++i) {
    for (const auto& [name, command] :
         {std::pair{"floor", &floor}, std::pair{"afternote", &ours}}) {
      WindowProgram program(*command);
      const double spent = program.waitFor(any).seconds - program.startedAt();
      const double cpu = program.cpuSeconds();
      program.waitQuiet(0.2);
      if (i == 0) continue;  // the first of each reads files in
      seconds[name].push_back(spent);
      processor[name].push_back(cpu);
    }
  }
  for (const char* name : {"floor", "afternote"}) {
    results.add(figureOf(name, "start", seconds[name]));
    results.add(figureOf(name, "start.cpu", processor[name]));
  }
}

void measureRest(const char* name, const std::string& when, double seconds, WindowProgram& program,
                 Results& results) {
  program.waitQuiet(2);
  const Memory memory = program.memory();
  results.add(single(name, when + "resident", "MiB", memory.resident));
  results.add(single(name, when + "proportional", "MiB", memory.proportional));
  results.add(single(name, when + "private", "MiB", memory.own));
  const double began = secondsNow();
  const double before = program.cpuSeconds();
  const std::size_t frames = program.frames();
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  const double spent = program.cpuSeconds() - before;
  results.add(single(name, when + "idle", "%", 100 * spent / (secondsNow() - began)));
  program.waitQuiet(0.05);
  results.add(
      single(name, when + "idle.frames", "", static_cast<double>(program.frames() - frames)));
}

/// Types `letters`, one after the other once the window is still: from each key to the first frame
/// with it, and what every frame cost the UI thread.
void measureKeys(const char* name, const std::string& when, const std::string& letters,
                 WindowProgram& program, VirtualKeyboard& keyboard, Results& results) {
  std::vector<double> seconds;
  std::vector<double> frames;
  unsigned long typed = 0;
  keyboard.press("a");
  program.waitFor([&](const Mark& mark) { return (typed = mark.typed) > 0; });
  program.waitQuiet(0.3, 1);
  for (const char letter : letters) {
    const double sent = secondsNow();
    keyboard.press(letter == ' ' ? "space" : std::string(1, letter));
    ++typed;
    const Mark painted = program.waitFor([&](const Mark& mark) { return mark.typed >= typed; });
    seconds.push_back(painted.seconds - sent);
    frames.push_back(painted.cpu);
    const std::vector<double> after = program.waitQuiet(0.05, 0.5);
    frames.insert(frames.end(), after.begin(), after.end());
  }
  results.add(figureOf(name, when + "key", seconds));
  results.add(figureOf(name, when + "frame.cpu", frames));
}

std::string anyLetters(std::size_t count) {
  std::string letters;
  for (std::size_t i = 0; i < count; ++i) letters += static_cast<char>('a' + i % 26);
  return letters;
}

/// Words that many and few reflections have, so that every letter changes what is found.
constexpr const char* kSearched = " the music team played the rhythm again";

void measureFloor(const Plan& plan, const Command& floor, Results& results) {
  WindowProgram program(floor);
  VirtualKeyboard keyboard;
  measureRest("floor", "", plan.idle, program, results);
  keyboard.focusWindow();
  measureKeys("floor", "", anyLetters(plan.keys), program, keyboard, results);
}

void measureOurs(const Plan& plan, const Command& ours, Results& results) {
  WindowProgram program(ours);
  VirtualKeyboard keyboard;
  measureRest("afternote", "locked.", plan.idle, program, results);
  keyboard.focusWindow();
  program.waitQuiet(0.3, 1);
  keyboard.type(kPassphrase);
  program.waitFor([](const Mark& mark) { return mark.typed == std::strlen(kPassphrase); });
  program.waitQuiet(0.3, 1);
  const double asked = secondsNow();
  keyboard.press("Return");
  const Mark open = program.waitFor([](const Mark& mark) { return mark.what == "open"; });
  results.add(single("afternote", "unlock", "ms", (open.seconds - asked) * 1e3));
  measureRest("afternote", "", plan.idle, program, results);
  keyboard.press("n", true);  // a new reflection: the writing surface has the keyboard
  program.waitQuiet(2);
  measureKeys("afternote", "", anyLetters(plan.keys), program, keyboard, results);
  keyboard.press("k", true);  // find anything, from anywhere
  program.waitQuiet(0.5, 2);
  measureKeys("afternote", "search.", kSearched, program, keyboard, results);
}

Plan planFrom(int count, char** arguments) {
  Plan plan;
  std::error_code ignored;
  plan.programs = std::filesystem::canonical("/proc/self/exe", ignored).parent_path();
  for (int i = 1; i < count; ++i) {
    const std::string word = arguments[i];
    const char* next = i + 1 < count ? arguments[i + 1] : "";
    if (!word.starts_with("--")) {
      plan.n = std::strtoul(word.c_str(), nullptr, 10);
      continue;
    }
    if (word == "--dir") plan.folder = next;
    if (word == "--starts") plan.starts = std::max(1UL, std::strtoul(next, nullptr, 10));
    if (word == "--keys") plan.keys = std::max(1UL, std::strtoul(next, nullptr, 10));
    if (word == "--idle") plan.idle = std::atof(next);
    ++i;
  }
  return plan;
}

}  // namespace
}  // namespace bench

int main(int count, char** arguments) {
  const bench::Plan plan = bench::planFrom(count, arguments);
  const std::filesystem::path home = bench::homeWith(plan.n, plan.folder);
  const std::filesystem::path build = plan.programs / ".." / "..";
  const bench::Command floor = {(plan.programs / "window_floor").string()};
  const bench::Command ours = {(build / "app" / "desktop" / "afternote").string(), "--journal",
                               home.string()};
  bench::Results results(plan.n);
  bench::measureStarts(plan, floor, ours, results);
  bench::measureFloor(plan, floor, results);
  bench::measureOurs(plan, ours, results);
  for (const char* metric :
       {"start", "start.cpu", "resident", "proportional", "private", "idle", "key"}) {
    results.compare(metric, metric);
  }
  return 0;
}
