// What the real afternote-hub gives groups in session, over TLS on this machine: how soon an event
// of one is on every screen, what a request of others takes meanwhile, and memory.
//   rooms_bench [ROOMS [EVENTS [LARGE]]]      (default 200 rooms of 8, 30 events, one room of 1000)
// Half of the screens follow the log, half are shown views. Every event is durable before anybody
// sees it. Prints one JSON object a line. Hub and screens share the processor.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <list>
#include <sstream>

#include "app/cli/system_clock.h"
#include "journal/crypto/hash.h"
#include "journal/crypto/system_random.h"
#include "sync/room/room_link.h"
#include "sync/transport/https_link.h"
#include "sync/wire/base64url.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/request_auth.h"
#include "tests/app/hub/hub_process.h"
#include "tests/bench/measure.h"
#include "tests/bench/room_screens.h"
#include "tests/support/postgres_server.h"
#include "tests/sync/hub/hub_world.h"

namespace bench {
namespace {

using app::hub::test::HubFolder;
using app::hub::test::HubProcess;
using app::hub::test::runHub;
using syncing::hub::test::TestDevice;
namespace wire = syncing::wire;
namespace session = journal::session;

constexpr std::size_t kRoomsOfAHost = 20;
constexpr std::size_t kOfARoom = 8;

[[noreturn]] void giveUp(const char* what) {
  std::fprintf(stderr, "rooms_bench: %s\n", what);
  std::exit(1);
}

template <class Value>
Value need(journal::Result<Value> result, const char* what) {
  if (!result.ok()) giveUp(what);
  return std::move(*result);
}

void print(const char* store, const std::string& rooms, const char* metric, const char* unit,
           std::vector<double> values, double times = 1) {
  if (values.empty()) giveUp(metric);
  std::sort(values.begin(), values.end());
  const auto at = [&](double part) {
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(part * last)] * times;
  };
  std::printf(
      "{\"bench\":\"rooms\",\"store\":\"%s\",\"rooms\":\"%s\",\"metric\":\"%s\",\"unit\":\"%s\","
      "\"p50\":%.2f,\"p99\":%.2f,\"max\":%.2f,\"samples\":%zu}\n",
      store, rooms.c_str(), metric, unit, at(0.5), at(0.99), at(1), values.size());
  std::fflush(stdout);
}

/// A line of /proc/PID/status, in MB.
double megabytesOf(int process, const std::string& name) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind(name + ":", 0) == 0) return std::atof(line.c_str() + name.size() + 1) / 1024;
  }
  return 0;
}

/// Seconds of processor that it has taken so far.
double processorOf(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::istringstream fields(text.substr(text.rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0;
  double kernel = 0;
  fields >> user >> kernel;
  return (user + kernel) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

session::Plan planForAnHour() {
  session::Plan plan;
  for (const session::RoundKind kind : {session::RoundKind::Talk, session::RoundKind::Close}) {
    session::RoundPlan round;
    round.kind = kind;
    round.length = std::chrono::minutes(30);
    plan.rounds.push_back(round);
  }
  plan.sealedWords.assign(2000, 'w');
  return plan;
}

/// A hub with facilitators, and rooms with people in them.
class Subject {
 public:
  Subject(const char* name, const std::string& postgresql)
      : name_(name),
        at_(postgresql,
            "connections = 20000\nconnections_per_address = 20000\nbuffered_mb = 1024\n"
            "enrolments_an_hour_per_address = 1000\nenrolments_an_hour = 1000\n") {
    const auto made = runHub({"init", "--config", at_.config.string(), "--service", "Eastby"});
    if (made.status != 0) giveUp("init");
    hub_ = std::make_unique<HubProcess>(at_.config);
  }

  void groups(std::size_t count, int events) {
    std::vector<RoomToWatch> rooms;
    for (std::size_t i = 0; i < count; ++i) rooms.push_back(room(kOfARoom));
    watch(std::to_string(count) + " of " + std::to_string(kOfARoom), std::move(rooms), events);
  }
  void large(std::size_t people, int events) {
    watch("1 of " + std::to_string(people), {room(people)}, events);
  }

 private:
  void watch(const std::string& what, std::vector<RoomToWatch> rooms, int events) {
    const double hub = processorOf(hub_->id());
    const double screens = cpuSecondsNow();
    const double all = static_cast<double>(rooms.size()) * events;
    report(what, watchRooms(hub_->port(), std::move(rooms), events, 1.0));
    // Connecting is in it too.
    print(name_, what, "processor an event, the hub", "ms", {(processorOf(hub_->id()) - hub) / all},
          1000);
    print(name_, what, "processor an event, the screens", "ms", {(cpuSecondsNow() - screens) / all},
          1000);
  }
  void report(const std::string& rooms, const Watched& watched) {
    print(name_, rooms, "event to a screen", "ms", watched.screenSeconds, 1000);
    print(name_, rooms, "event to every screen", "ms", watched.eventSeconds, 1000);
    print(name_, rooms, "event to its number", "ms", watched.sendSeconds, 1000);
    print(name_, rooms, "a ping meanwhile", "ms", watched.pingSeconds, 1000);
    print(name_, rooms, "sent to screens", "MB", {static_cast<double>(watched.bytes) / 1e6});
    print(name_, rooms, "memory", "MB", {megabytesOf(hub_->id(), "VmRSS")});
    print(name_, rooms, "most memory", "MB", {megabytesOf(hub_->id(), "VmHWM")});
  }

  std::shared_ptr<syncing::transport::Channel> channel() const {
    syncing::transport::HttpsOptions options;
    options.host = "127.0.0.1";
    options.port = hub_->port();
    options.pinTheFirst = true;
    return syncing::transport::httpsChannel(options);
  }

  /// A device that may open some more rooms.
  const TestDevice& host() {
    if (opened_++ % kRoomsOfAHost != 0) return hosts_.back();
    const auto invited =
        runHub({"invite", "--config", at_.config.string(), "--role", "facilitator"});
    const auto invitation = need(wire::parseEnrolment(invited.out), "invitation");
    TestDevice& device = hosts_.emplace_back(seeded_);
    service_ = need(syncing::transport::enrol(*channel(), invitation.code, device.id,
                                              device.signing(), clock_, random_),
                    "enrol")
                   .service;
    return device;
  }

  static wire::Joining joining(std::size_t number) {
    wire::Joining in;
    in.token = "token " + std::to_string(number);
    in.token.resize(wire::kTokenBytes, '-');
    in.sealedName.assign(60, 'n');
    return in;
  }
  static std::string authorization(std::size_t member) {
    return "Room " + std::to_string(member) + "." + wire::toBase64url(joining(member).token);
  }

  void open(const wire::RoomId& id, const TestDevice& device) {
    const std::string body = toJson(wire::RoomOpening{id, planForAnHour(), joining(1)});
    wire::RequestAuth auth{device.id, service_, clock_.now().time_since_epoch().count(), {}, {}};
    random_.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(body));
    auth.signature = device.signing().sign(
        journal::crypto::bytesOf(wire::signedPart("POST", "/rooms", digest, auth)));
    const auto opened =
        need(channel_->exchange({"POST", "/rooms", wire::encodeAuth(auth), body}), "open a room");
    if (opened.status != 200) giveUp("open a room");
  }

  RoomToWatch room(std::size_t people) {
    const TestDevice& device = host();
    if (!channel_) channel_ = channel();
    RoomToWatch made;
    const auto id = wire::RoomId::random(seeded_);
    made.room = id.hex();
    open(id, device);
    syncing::room::RoomLink link(channel_, id);
    for (std::size_t member = 1; member <= people; ++member) {
      if (member > 1) need(link.join(joining(member)), "join");
      made.authorization.push_back(authorization(member));
    }
    link.become(1, joining(1).token);
    session::Event begun;
    begun.id = session::EventId::random(seeded_);
    begun.kind = session::EventKind::Begun;
    made.newest = need(link.send(begun), "begin");
    return made;
  }

  const char* name_;
  HubFolder at_;
  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  journal::SeededRandom seeded_{kSeed};
  std::unique_ptr<HubProcess> hub_;
  std::shared_ptr<syncing::transport::Channel> channel_;
  std::list<TestDevice> hosts_;
  std::size_t opened_ = 0;
  wire::ServiceId service_;
};

void allowManyFiles() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

std::size_t numberOr(int argc, char** argv, int at, std::size_t otherwise) {
  return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
}

}  // namespace
}  // namespace bench

int main(int argc, char** argv) {
  using bench::numberOr;
  bench::allowManyFiles();
  const std::size_t rooms = numberOr(argc, argv, 1, 200);
  const int events = static_cast<int>(numberOr(argc, argv, 2, 30));
  const std::size_t large = numberOr(argc, argv, 3, 1000);
  for (const bool postgres : {false, true}) {
    const std::string store = postgres ? tests::PostgresServer::instance().freshSchema() : "";
    const char* name = postgres ? "postgresql" : "sqlite";
    bench::Subject(name, store).groups(rooms, events);
    bench::Subject(name, postgres ? tests::PostgresServer::instance().freshSchema() : "")
        .large(large, events);
  }
  return 0;
}
