// What synchronising costs a tutor: a journal of N reflections up to the real afternote-hub over
// TLS and down to a second device, everything sealed, signed and durable on all three.
//   sync_bench [REFLECTIONS]      (default 10000)
// Prints one JSON object a line. Both devices and the hub share the processor.
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/cli/system_clock.h"
#include "app/devices/places.h"
#include "journal/crypto/system_random.h"
#include "sync/replica/replica.h"
#include "sync/wire/enrolment.h"
#include "tests/app/hub/hub_process.h"
#include "tests/bench/corpus.h"
#include "tests/bench/measure.h"
#include "tests/journal/service/journal_support.h"
#include "tests/support/added_device.h"

namespace bench {
namespace {

using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::runHub;
using journal::service::LocalJournal;

[[noreturn]] void stopBecause(const std::string& what) {
  std::fprintf(stderr, "sync_bench: %s\n", what.c_str());
  std::exit(1);
}

template <class Value>
Value must(journal::Result<Value> result, const char* what) {
  if (!result.ok()) stopBecause(std::string(what) + ": " + result.error().detail);
  return std::move(*result);
}
void must(const journal::Result<void>& result, const char* what) {
  if (!result.ok()) stopBecause(std::string(what) + ": " + result.error().detail);
}

void print(const Figure& figure) {
  std::printf(
      "{\"bench\":\"sync\",\"metric\":\"%s\",\"unit\":\"%s\",\"median\":%.3f,\"p99\":%.3f,"
      "\"samples\":%lu}\n",
      figure.metric, figure.unit, figure.median, figure.p99, figure.samples);
  std::fflush(stdout);
}

/// A journal on a disk, and its way to the hub.
class Device {
 public:
  Device(const std::filesystem::path& folder, const app::SystemClock& clock,
         journal::Random& random)
      : clock_(clock), random_(random) {
    auto made = must(LocalJournal::create(folder, journal::crypto::SecretString("five plain words"),
                                          {clock, random, journal::crypto::KdfPreset::Fast}),
                     "create");
    journal_ = std::move(made.journal);
  }
  LocalJournal& journal() { return *journal_; }
  void use(const app::HubPlace& place) {
    link_ = app::hubLink(app::needsOf(*journal_, clock_, random_), place,
                         must(app::syncedVault(*journal_), "vault"));
  }
  syncing::wire::HubLink& link() { return *link_; }
  syncing::Replica replica() {
    return syncing::Replica({*journal_, *link_, clock_, random_, "hub"});
  }
  syncing::SyncOutcome sync() { return must(replica().sync(), "sync"); }

 private:
  const app::SystemClock& clock_;
  journal::Random& random_;
  std::unique_ptr<LocalJournal> journal_;
  std::unique_ptr<syncing::wire::HubLink> link_;
};

class Service {
 public:
  explicit Service(std::size_t reflections)
      : reflections_(reflections),
        first_(folder_.path() / "first", clock_, random_),
        second_(folder_.path() / "second", clock_, random_) {
    const auto made = runHub({"init", "--config", at_.config.string(), "--service", "Eastby"});
    const auto invitation =
        must(syncing::wire::parseEnrolment(made.out.substr(made.out.find("sv1:"))), "invitation");
    hub_ = std::make_unique<HubProcess>(at_.config);
    place_ = {"127.0.0.1", hub_->port(), invitation.pin, {}};
    const auto channel = app::channelTo(place_);
    place_.service =
        must(syncing::transport::enrol(*channel, invitation.code, first_.journal().self().device,
                                       first_.journal().signingKey(), clock_, random_),
             "enrol")
            .service;
    must(syncing::beginHere(first_.journal(), clock_, random_, "First"), "begin");
    first_.use(place_);
    must(first_.replica().begin("First"), "tell the hub");
    addSecond();
  }

  void run() {
    fill();
    const double begin = secondsNow();
    first_.sync();
    const double sent = secondsNow();
    const auto outcome = second_.sync();
    const double done = secondsNow();
    if (outcome.received < reflections_) stopBecause("some did not come");
    const auto count = static_cast<double>(reflections_);
    print(single("", "up", "reflections/s", count / (sent - begin)));
    print(single("", "down, and in the tables", "reflections/s", count / (done - sent)));
    print(figureOf("", "no change", timed(500, 3, [&] { second_.sync(); })));
    oneChange();
  }

 private:
  void addSecond() {
    must(tests::addWithoutLetters(first_.journal(), second_.journal(), first_.link(), random_),
         "add the second device");
    second_.use(place_);
  }

  void fill() {
    Corpus corpus(reflections_, kSeed);
    journal::service::ImportBatch batch;
    for (std::size_t i = 0; i < reflections_; ++i) {
      const Entry entry = corpus.next();
      journal::service::WriteReflection write;
      write.reflection.id = *journal::ReflectionId::fromHex(entry.id);
      write.reflection.lesson.date = journal::dateFromDayNumber(20600 - entry.daysAgo);
      write.reflection.text = entry.body;
      last_ = write.reflection.id;
      batch.reflections.push_back(std::move(write));
    }
    must(first_.journal().apply(batch), "fill");
  }

  /// From "saved" on one device to "there" on the other, when both ask at once.
  void oneChange() {
    std::size_t changes = 0;
    print(figureOf("", "one change, there and over", timed(500, 3, [&] {
                     const std::string text = "Changed " + std::to_string(++changes) + " times.";
                     must(first_.journal().apply(journal::service::EditText{last_, text}), "edit");
                     first_.sync();
                     second_.sync();
                     if (must(second_.journal().reflection(last_), "read").text != text) {
                       stopBecause("the change is missing");
                     }
                   })));
  }

  std::size_t reflections_;
  journal::service::TempFolder folder_;
  HubFolder at_{"", "connections_per_address = 1000\n"};
  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  Device first_;
  Device second_;
  std::unique_ptr<HubProcess> hub_;
  app::HubPlace place_;
  journal::ReflectionId last_;
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  bench::Service(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000).run();
  return 0;
}
