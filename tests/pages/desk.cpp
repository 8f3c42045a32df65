// Somebody's laptop without its window, for the tests of whole sessions: the window's controllers,
// its rooms and a journal on the disk. Told what to do by lines on standard input; answers each
// with a line of JSON, what the screen would show.
//   desk HOME ASSETS NAME       makes the journal when there is none
//   desk HOME ASSETS --read     prints what the journal holds
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/circle/hub_room.h"
#include "app/cli/system_clock.h"
#include "app/desktop/assets.h"
#include "app/desktop/circle_service.h"
#include "app/desktop/home.h"
#include "app/desktop/local_care.h"
#include "app/desktop/local_devices.h"
#include "app/desktop/local_vaults.h"
#include "app/model/build_circle_live.h"
#include "app/model/controller.h"
#include "journal/crypto/system_random.h"
#include "journal/domain/session/names.h"

namespace {

using namespace app::model;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* kPassphrase = "harbour willow tenor lantern";

journal::service::Surroundings surroundings(const journal::Clock& clock, journal::Random& random) {
  return {clock, random, journal::crypto::KdfPreset::Fast};
}

class Desk {
 public:
  Desk(const fs::path& home, const fs::path& assets, const std::string& name) : home_(home) {
    make(name);
    vaults_ = std::make_unique<app::desktop::LocalVaults>(std::vector{home},
                                                          surroundings(clock_, random_));
    care_ = std::make_unique<app::desktop::LocalCare>(std::vector{home});
    JournalRoom room;
    room.vault = vaults_.get();
    room.care = care_.get();
    room.clock = &clock_;
    tasks_ = makeThreadedTasks(std::move(room), [] {});
    devices_ = std::make_unique<app::desktop::LocalDevices>(clock_, random_);
    errands_ = makeThreadedErrands(*tasks_, *devices_, [] {});
    app::circle::RoomNeeds needs{home / "rooms", assets / "circle", clock_, random_, [] {}};
    app::desktop::addServiceHub(needs, {onJournalOf(*tasks_), {}}, clock_, random_);
    circle_ = app::circle::hubRoom(std::move(needs));
    library_ = app::desktop::loadLibrary(assets, false).value();
    const auto person = app::desktop::readPerson(home);
    controller_ = std::make_unique<Controller>(ControllerParts{
        state_, *tasks_, clock_, random_, library_, {*person}, errands_.get(), circle_.get()});
    turn();
    state_.ui.unlock.passphrase = kPassphrase;
    controller_->handle(UnlockIntent(Unlock{}));
  }
  ~Desk() {
    circle_.reset();
    errands_.reset();
    tasks_.reset();
  }

  /// Takes in what happened.
  void turn() {
    tasks_->drain();
    errands_->drain();
    controller_->tick(clock_.now());
    controller_->refresh();
  }
  void obey(const std::string& line) {
    const std::size_t blank = line.find(' ');
    const std::string what = line.substr(0, blank);
    const std::string rest = blank == std::string::npos ? "" : line.substr(blank + 1);
    if (what == "join") join(rest);
    if (what == "agree") does(CircleLobbyIntent(AgreeToIt{}));
    if (what == "put") put(rest);
    if (what == "intend") {
      state_.ui.circle.typed["intention"] = rest;
      does(CircleWordsIntent(KeepMyIntention{}));
    }
    if (what == "action") {
      state_.ui.circle.typed["owner"] = "1";
      put("action " + rest);
    }
    if (what == "half-typed") state_.ui.circle.typed["question"] = rest;
    if (what == "lock") controller_->lock();
    turn();
    json out = shown();
    if (what == "kept") out["kept"] = isKept(rest);
    std::cout << out.dump() << std::endl;
  }

 private:
  void make(const std::string& name) {
    if (app::desktop::readPerson(home_)) return;
    fs::create_directories(home_);
    const journal::crypto::SecretString secret(kPassphrase);
    const auto made = journal::service::LocalJournal::create(app::desktop::journalFolder(home_),
                                                             secret, surroundings(clock_, random_));
    static_cast<void>(made.ok());
    static_cast<void>(
        app::desktop::writePerson(home_, {name, journal::Role::Tutor, "Hollinbeck"}).ok());
  }
  void does(CircleIntent intent) { controller_->handle(Intent(std::move(intent))); }
  void join(const std::string& address) {
    controller_->handle(ShellIntent(GoTo{Place::Groups}));
    state_.ui.circle.code = address;
    does(CircleLobbyIntent(JoinRoom{}));
  }
  /// "put KIND WORDS"
  void put(const std::string& rest) {
    const std::size_t blank = rest.find(' ');
    const auto kind = session::named<session::CardKind>(rest.substr(0, blank));
    if (!kind || blank == std::string::npos) return;
    state_.ui.circle.typed[fieldOf(*kind)] = rest.substr(blank + 1);
    does(CircleWordsIntent(PutCard{*kind}));
  }

  /// Whether the journal would bring these words back into the room.
  bool isKept(const std::string& words) {
    bool found = false;
    const auto asked =
        onJournalOf(*tasks_)([&](journal::service::Journal& open) -> journal::Result<void> {
          J_TRY(journal::service::LocalJournal * journal, app::desktop::localJournal(open));
          J_TRY(const auto record, journal->remembered("circle.room"));
          found = record && record->find(words) != std::string::npos;
          return {};
        });
    return asked.ok() && found;
  }

  json shown() const {
    const CircleModel& circle = state_.models.circle;
    json out{{"open", controller_->open()},
             {"lobby", circle.page == CirclePage::Lobby},
             {"live", circle.live != nullptr},
             {"trouble", circle.home.trouble},
             {"message", state_.models.shell.message},
             {"cards", json::array()}};
    if (!circle.live) return out;
    const CircleLiveModel& live = *circle.live;
    const auto typed = state_.ui.circle.typed.find("question");
    out["typed"] = typed == state_.ui.circle.typed.end() ? "" : typed->second;
    out["kind"] = session::name(live.kind);
    out["round"] = live.roundName;
    out["finished"] = live.finished;
    out["clock"] = live.clock.words;
    out["link"] = live.link;
    out["paused"] = live.pause.paused;
    for (const auto* some : {&live.cards, &live.ungrouped, &live.ask.asked, &live.leaving}) {
      for (const LiveCard& card : *some) out["cards"].push_back(card.text);
    }
    for (const ActionLine& action : live.actions) out["cards"].push_back(action.text);
    return out;
  }

  fs::path home_;
  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  Library library_;
  AppState state_;
  std::unique_ptr<app::desktop::LocalVaults> vaults_;
  std::unique_ptr<app::desktop::LocalCare> care_;
  std::unique_ptr<Tasks> tasks_;
  std::unique_ptr<app::desktop::LocalDevices> devices_;
  std::unique_ptr<Errands> errands_;
  std::unique_ptr<CircleRoom> circle_;
  std::unique_ptr<Controller> controller_;
};

int read(const fs::path& home) {
  const app::SystemClock clock;
  journal::crypto::SystemRandom random;
  const journal::crypto::SecretString secret(kPassphrase);
  const auto open = journal::service::LocalJournal::unlock(app::desktop::journalFolder(home),
                                                           secret, surroundings(clock, random));
  if (!open.ok()) return 1;
  journal::service::LocalJournal& journal = **open;
  json out{{"sessions", json::array()}, {"intentions", json::array()}, {"kept", ""}};
  const auto sessions = journal.groupSessions();
  const auto intentions = journal.openIntentions();
  const auto kept = journal.remembered("circle.room");
  if (!sessions.ok() || !intentions.ok() || !kept.ok()) return 1;
  for (const journal::GroupSession& one : *sessions) {
    json cards = json::array();
    for (const journal::KeptCard& card : one.cards) cards.push_back(card.text);
    out["sessions"].push_back({{"title", one.title},
                               {"held", one.state == journal::GroupSessionState::Held},
                               {"led", one.led},
                               {"cards", std::move(cards)}});
  }
  for (const auto& one : *intentions) out["intentions"].push_back(one.text);
  out["comesBack"] = kept->has_value() && !(*kept)->empty();
  std::cout << out.dump() << std::endl;
  return 0;
}

int live(const fs::path& home, const fs::path& assets, const std::string& name) {
  Desk desk(home, assets, name);
  std::string heard;
  pollfd in{STDIN_FILENO, POLLIN, 0};
  while (true) {
    desk.turn();
    if (poll(&in, 1, 20) <= 0) continue;
    char some[4096];
    const ssize_t got = ::read(STDIN_FILENO, some, sizeof some);
    if (got <= 0) return 0;
    heard.append(some, static_cast<std::size_t>(got));
    for (std::size_t end = 0; (end = heard.find('\n')) != std::string::npos;) {
      desk.obey(heard.substr(0, end));
      heard.erase(0, end + 1);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  if (std::string_view(arguments[3]) == "--read") return read(arguments[1]);
  return live(arguments[1], arguments[2], arguments[3]);
}
