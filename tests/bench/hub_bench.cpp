// What the real afternote-hub gives over TLS on this machine, everything signed and every push
// durable.
//   hub_bench [SEGMENTS]      (default 10000)
// Prints one JSON object a line. Client and hub share the processor, and each client signs and
// checks.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "app/cli/system_clock.h"
#include "journal/crypto/system_random.h"
#include "sync/transport/https_link.h"
#include "sync/wire/enrolment.h"
#include "tests/app/hub/hub_process.h"
#include "tests/bench/measure.h"
#include "tests/support/postgres_server.h"
#include "tests/sync/hub/hub_world.h"

namespace bench {
namespace {

using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::runHub;
using syncing::hub::test::TestDevice;

constexpr std::size_t kSegmentBytes = 1024;  // a page of writing, padded
constexpr std::size_t kPush = 250;           // segments
constexpr std::size_t kPullBytes = 1024 * 1024;

[[noreturn]] void giveUp(const char* what) {
  std::fprintf(stderr, "hub_bench: %s\n", what);
  std::exit(1);
}

template <class Value>
Value need(journal::Result<Value> result, const char* what) {
  if (!result.ok()) giveUp(what);
  return std::move(*result);
}

void print(const Figure& figure) {
  std::printf(
      "{\"bench\":\"hub\",\"store\":\"%s\",\"metric\":\"%s\",\"unit\":\"%s\",\"median\":%.3f,"
      "\"p99\":%.3f,\"samples\":%lu}\n",
      figure.subject, figure.metric, figure.unit, figure.median, figure.p99, figure.samples);
  std::fflush(stdout);
}

/// A hub with one journal, and links to it.
class Subject {
 public:
  Subject(const char* name, const std::string& postgresql)
      : name_(name), at_(postgresql, "connections_per_address = 1000\n") {
    const auto made = runHub({"init", "--config", at_.config.string(), "--service", "Eastby"});
    if (made.status != 0) giveUp("init");
    invitation_ =
        need(syncing::wire::parseEnrolment(made.out.substr(made.out.find("sv1:"))), "invitation");
    hub_ = std::make_unique<HubProcess>(at_.config);
    service_ = need(syncing::transport::enrol(*channel(), invitation_.code, device_.id,
                                              device_.signing(), clock_, random_),
                    "enrol")
                   .service;
    if (!link()->state(device_.found()).ok()) giveUp("found");
  }

  void run(std::size_t segments) {
    up(segments);
    down(segments);
    const auto kept = link();
    report("no change", timed(2000, 3, [&] { need(kept->pull(segments, kPullBytes), "pull"); }));
    oneChange(segments);
    requests("request, from the store", 4, 3);
    report("connection, first request",
           timed(500, 3, [&] { need(link()->standing(), "standing"); }));
  }

 private:
  std::shared_ptr<syncing::transport::Channel> channel() const {
    syncing::transport::HttpsOptions options;
    options.host = "127.0.0.1";
    options.port = hub_->port();
    options.pin = invitation_.pin;
    return syncing::transport::httpsChannel(options);
  }
  std::unique_ptr<syncing::wire::HubLink> link() {
    return syncing::transport::httpsLink(channel(),
                                         {device_.id, service_,
                                          std::shared_ptr<const journal::crypto::SigningKey>(
                                              std::shared_ptr<void>(), &device_.signing())},
                                         device_.vault, clock_, random_);
  }
  void report(const char* metric, std::vector<double> seconds) {
    print(figureOf(name_, metric, std::move(seconds)));
  }

  void up(std::size_t segments) {
    std::vector<syncing::wire::Segment> all;
    for (std::uint64_t i = 1; i <= segments; ++i)
      all.push_back(device_.segment(i, i, kSegmentBytes));
    const auto to = link();
    const double begin = secondsNow();
    for (std::size_t at = 0; at < segments; at += kPush) {
      const auto end = std::min(segments, at + kPush);
      need(to->push({all.begin() + static_cast<std::ptrdiff_t>(at),
                     all.begin() + static_cast<std::ptrdiff_t>(end)}),
           "push");
    }
    print(
        single(name_, "up", "segments/s", static_cast<double>(segments) / (secondsNow() - begin)));
  }

  void down(std::size_t segments) {
    const auto from = link();
    const double begin = secondsNow();
    std::size_t got = 0;
    for (std::uint64_t after = 0;;) {
      const auto pulled = need(from->pull(after, kPullBytes), "pull");
      got += pulled.segments.size();
      after = pulled.next;
      if (!pulled.more) break;
    }
    if (got != segments) giveUp("some are missing");
    print(single(name_, "down", "segments/s", static_cast<double>(got) / (secondsNow() - begin)));
  }

  /// From a save on one device until the other has it, when both ask at once.
  void oneChange(std::size_t segments) {
    const auto writer = link();
    const auto reader = link();
    std::uint64_t next = segments;
    report("one change, there and over", timed(1000, 3, [&] {
             ++next;
             need(writer->push({device_.segment(next, next, kSegmentBytes)}), "push");
             if (need(reader->pull(next - 1, kPullBytes), "pull").segments.size() != 1)
               giveUp("the change is missing");
           }));
  }

  /// Signed requests on `connections` kept open, for `seconds`.
  void requests(const char* metric, int connections, double seconds) {
    std::atomic<std::size_t> done{0};
    const double begin = secondsNow();
    std::vector<std::thread> threads;
    for (int i = 0; i < connections; ++i) {
      threads.emplace_back([&] {
        const auto kept = link();
        while (secondsNow() - begin < seconds) {
          need(kept->standing(), "standing");
          ++done;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    print(single(name_, metric, "requests/s", static_cast<double>(done) / (secondsNow() - begin)));
  }

  const char* name_;
  HubFolder at_;
  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  journal::SeededRandom seeded_{kSeed};
  TestDevice device_{seeded_};
  syncing::wire::Enrolment invitation_;
  std::unique_ptr<HubProcess> hub_;
  syncing::wire::ServiceId service_;
};

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  const std::size_t segments = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
  bench::Subject("sqlite", "").run(segments);
  bench::Subject("postgresql", tests::PostgresServer::instance().freshSchema()).run(segments);
  return 0;
}
