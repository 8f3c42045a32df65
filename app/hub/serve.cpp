#include "app/hub/serve.h"

#include <signal.h>

#include <future>
#include <mutex>

#include <fmt/format.h>

#include "app/hub/control_door.h"
#include "app/hub/open_hub.h"
#include "app/hub/page_folder.h"
#include "app/hub/store_care.h"
#include "sync/hub/desk.h"

namespace app::hub {

using journal::Error;
using journal::Result;
using syncing::hub::Request;
using syncing::hub::Response;

namespace {

constexpr std::size_t kMostWaiting = 4096;

/// Lines of JSON from any thread.
class Log {
 public:
  Log(std::ostream& out, const journal::Clock& clock) : out_(out), clock_(clock) {}
  /// `rest` is ours: `,"name":value` pairs, or "".
  void line(std::string_view event, const std::string& rest = {}) {
    const std::lock_guard lock(mutex_);
    out_ << fmt::format("{{\"time\":\"{}\",\"event\":\"{}\"{}}}\n", journal::isoTime(clock_.now()),
                        event, rest)
         << std::flush;
  }
  void failed(std::string_view event, const Error& error) {
    line(event,
         fmt::format(",\"error\":\"{}\",\"line\":{}", journal::name(error.code), error.line));
  }

 private:
  std::ostream& out_;
  const journal::Clock& clock_;
  std::mutex mutex_;
};

/// Blocked in every thread made after this; waited for below.
sigset_t takeSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int one : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals, one);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);  // a file as large as it may be is a full disk, and no reason to end
  return signals;
}

/// What runs while the hub is up; its parts go in the order in which they rely on each other.
class Running {
 public:
  Running(const Config& config, const journal::Clock& clock, OpenHub hub,
          std::unique_ptr<syncing::hub::Rooms> rooms, Log& log)
      : config_(config),
        clock_(clock),
        log_(log),
        hub_(std::move(hub)),
        rooms_(std::move(rooms)),
        desk_(*hub_.core, {}, rooms_.get()),
        care_(*hub_.database, *hub_.core),
        writer_(kMostWaiting) {}

  Result<void> start() {
    syncing::hub::ServerOptions options = config_.server;
    J_TRY(options.certificate, certificateFor(config_));
    if (options.page.empty()) options.page = findPageFolder();
    J_TRY(server_, syncing::hub::HubServer::start(
                       options, writer_, figures_,
                       {[this](const Request& request) { return handle(request); },
                        [this] { return beat(); }},
                       [this] { return clock_.now().time_since_epoch().count(); }));
    openDoor();
    J_TRY(const std::string head, hub_.core->auditHead());
    log_.line("started", fmt::format(",\"port\":{},\"audit_head\":\"{}\"", server_->port(), head));
    return {};
  }

  /// On the store's thread, so that it sees one moment; requests wait.
  void backUpNow() {
    std::promise<void> done;
    const bool taken = writer_.post([&] {
      const auto made = backUp(config_, *hub_.database, clock_);
      const auto head = hub_.core->auditHead();
      if (made.ok() && head.ok()) {
        log_.line("backed-up", fmt::format(",\"audit_head\":\"{}\"", *head));
      } else {
        log_.failed("backup-failed", made.ok() ? head.error() : made.error());
      }
      done.set_value();
    });
    if (taken) {
      done.get_future().wait();
    } else {
      log_.line("backup-failed", ",\"error\":\"busy\"");
    }
  }

 private:
  /// Without it the hub can still do what it is for.
  void openDoor() {
    auto door = ControlDoor::open(config_.folder,
                                  [this](const std::string& line) { return answerLine(line); });
    if (door.ok()) {
      door_ = std::move(*door);
    } else {
      log_.failed("no-control-socket", door.error());
    }
  }
  /// "invite ROLE", by whoever runs the hub; on the door's thread.
  Result<std::string> answerLine(const std::string& line) {
    const std::string_view command = "invite ";
    const auto role = line.rfind(command, 0) == 0
                          ? syncing::hub::parseRole(line.substr(command.size()))
                          : std::nullopt;
    if (!role) return Error{journal::ErrorCode::InvalidInput, "role", "There is no such role."};
    std::promise<Result<syncing::hub::Invitation>> made;
    if (!writer_.post([&] { made.set_value(hub_.core->inviteLocally(*role)); }))
      return Error{journal::ErrorCode::Network, "busy"};
    J_TRY(const auto invitation, made.get_future().get());
    return enrolmentText(config_, invitation.code);
  }

  void tell(StoreCare::News news) {
    if (news == StoreCare::News::None) return;
    figures_.storeUp = care_.well() ? 1 : 0;
    if (news == StoreCare::News::Mended) {
      log_.line("store-mended");
    } else {
      log_.line("store-failed");
    }
  }

  /// What time does to rooms. A store that fails is mended by the next request.
  std::vector<std::string> beat() {
    const auto done = rooms_->tick();
    if (!done.ok() && beatWell_) log_.failed("rooms-failed", done.error());
    beatWell_ = done.ok();
    return rooms_->takeWoken();
  }

  Response handle(const Request& request) {
    const auto began = std::chrono::steady_clock::now();
    tell(care_.before(began));
    Response response = desk_.handle(request);
    tell(care_.after(std::chrono::steady_clock::now()));
    // A store that can only be read is not well, whoever asks after it.
    if (!care_.well() && response.route == "ping") response.status = 503;
    if (config_.logRequests || response.status >= 500) {
      const auto took = std::chrono::steady_clock::now() - began;
      log_.line("request",
                fmt::format(",\"route\":\"{}\",\"status\":{},\"us\":{},\"in\":{},\"out\":{}",
                            response.route, response.status,
                            std::chrono::duration_cast<std::chrono::microseconds>(took).count(),
                            request.body.size(), response.body.size()));
    }
    return response;
  }

  const Config& config_;
  const journal::Clock& clock_;
  Log& log_;
  OpenHub hub_;
  std::unique_ptr<syncing::hub::Rooms> rooms_;
  bool beatWell_ = true;  // the store's thread's
  syncing::hub::Desk desk_;
  StoreCare care_;
  syncing::hub::Figures figures_;
  syncing::hub::Writer writer_;
  std::unique_ptr<syncing::hub::HubServer> server_;
  std::unique_ptr<ControlDoor> door_;
};

}  // namespace

Result<void> serve(const Config& config, const journal::Clock& clock, journal::Random& random,
                   std::ostream& out) {
  const sigset_t signals = takeSignals();
  Log log(out, clock);
  J_TRY(OpenHub hub, openHub(config, clock, random));
  J_CHECK(hub.core->checkAudit());
  J_TRY(auto rooms, syncing::hub::Rooms::open(*hub.database, hub.core->service(), clock, random));
  Running running(config, clock, std::move(hub), std::move(rooms), log);
  J_CHECK(running.start());
  const bool scheduled = !config.backupFolder.empty();
  const auto every = std::chrono::hours(config.backupHours);
  auto next = std::chrono::steady_clock::now() + every;
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::seconds>(next - std::chrono::steady_clock::now());
    const timespec wait{std::max<std::int64_t>(left.count(), 0), 0};
    const int got =
        scheduled ? sigtimedwait(&signals, nullptr, &wait) : sigwaitinfo(&signals, nullptr);
    if (got == SIGTERM || got == SIGINT) break;
    if (got == SIGUSR1 || (scheduled && std::chrono::steady_clock::now() >= next)) {
      running.backUpNow();
      next = std::chrono::steady_clock::now() + every;
    }
  }
  log.line("stopping");
  return {};
}

}  // namespace app::hub
