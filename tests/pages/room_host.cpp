// A facilitator's laptop without a window, for the tests of the page: the hub that Afternote runs
// for a session without internet, and the client that Afternote follows a room with. Told what to
// do by lines on standard input; answers each with a line of JSON.
//   room_host FOLDER PAGE FOUR-WORDS named|anonymous
// Killed and started again with the same folder, it goes on where it was.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/circle/local_hub.h"
#include "app/cli/system_clock.h"
#include "journal/crypto/system_random.h"
#include "journal/domain/session/names.h"
#include "sync/room/room_client.h"

namespace {

namespace room = syncing::room;
namespace session = journal::session;
using session::EventKind;
using session::RoundKind;

std::int64_t steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

session::Plan planOf(session::Naming naming) {
  session::Plan plan;
  plan.naming = naming;
  for (const RoundKind kind :
       {RoundKind::Arrive, RoundKind::SilentWriting, RoundKind::Reveal, RoundKind::Themes,
        RoundKind::Votes, RoundKind::Actions, RoundKind::Close}) {
    session::RoundPlan round;
    round.kind = kind;
    round.length = std::chrono::minutes(10);
    if (kind == RoundKind::SilentWriting) round.keep = session::Keep::Self;
    if (kind == RoundKind::Votes) round.dots = 3;
    plan.rounds.push_back(round);
  }
  return plan;
}

room::PlanWords wordsOf(const session::Plan& plan) {
  room::PlanWords words;
  words.title = "Thursday reflection group";
  words.agreement = {"Nobody is being assessed."};
  for (const session::RoundPlan& round : plan.rounds)
    words.rounds.push_back({std::string(session::name(round.kind)), {}, "Everyone"});
  return words;
}

/// What the facilitator's screen would show, as far as the tests ask.
nlohmann::json shown(const room::RoomSeen& seen) {
  nlohmann::json out{{"round", seen.view.round},
                     {"phase", session::name(seen.view.phase)},
                     {"here", seen.connection == room::Connection::Here},
                     {"leftMs", seen.view.roundClock.leftMs - (steadyMs() - seen.viewedAtMs)},
                     {"waiting", seen.waiting},
                     {"people", nlohmann::json::array()},
                     {"cards", nlohmann::json::array()},
                     {"dots", nlohmann::json::object()}};
  for (const session::SeenPerson& person : seen.view.people) {
    out["people"].push_back({{"name", seen.names.at(person.number)},
                             {"agreed", person.agreed},
                             {"away", person.away},
                             {"activity", session::name(person.activity)},
                             {"handedIn", person.handedIn}});
  }
  for (const session::SeenCard& card : seen.view.cards) {
    const auto words = seen.cards.find(card.id);
    const std::string text = words == seen.cards.end() ? "" : words->second.text;
    out["cards"].push_back({{"kind", session::name(card.kind)},
                            {"by", card.by == 0 ? "" : seen.names.at(card.by)},
                            {"text", text}});
    int dots = 0;
    for (const room::Ballot& ballot : seen.ballots) {
      const auto given = ballot.dots.find(card.id);
      if (given != ballot.dots.end()) dots += given->second;
    }
    if (dots > 0) out["dots"][text] = dots;
  }
  return out;
}

class Host {
 public:
  /// False, with the reason on standard error, when it cannot begin.
  bool begin(char** arguments) {
    const auto code = room::RoomCode::parse(arguments[3]);
    if (!code.ok()) return false;
    const session::Plan plan =
        planOf(std::string_view(arguments[4]) == "named" ? session::Naming::Named
                                                         : session::Naming::Anonymous);
    auto hub = app::circle::LocalHub::start(arguments[1], arguments[2], clock_, random_);
    if (!hub.ok()) return failed(hub.error());
    hub_ = std::move(hub.value());
    return open(plan, code.value()) && join(code.value());
  }

  /// False when there is nothing more to do.
  bool obey(const std::string& line) {
    std::istringstream words(line);
    std::string what;
    int number = 0;
    words >> what >> number;
    if (what == "quit") return false;
    if (what == "begin") act(EventKind::Begun);
    if (what == "move") act(EventKind::MovedTo, number);
    if (what == "open") act(EventKind::BoxOpened);
    if (what == "finish") act(EventKind::Finished);
    if (what == "theme") share(session::CardKind::Theme, line.substr(line.find(' ') + 1));
    client_->finishSending(std::chrono::seconds(5));
    std::cout << shown(*client_->seen()).dump() << std::endl;
    return true;
  }

  std::uint16_t port() const { return hub_->port(); }

 private:
  static bool failed(const journal::Error& error) {
    std::cerr << error.detail << '\n';
    return false;
  }

  bool open(const session::Plan& asked, const room::RoomCode& code) {
    const room::RoomKey key = room::RoomKey::of(code);
    syncing::wire::RoomOpening opening;
    opening.room = key.room();
    opening.plan = asked;
    opening.plan.sealedWords = key.seal(room::kPlanWords, room::toJson(wordsOf(asked)), random_);
    opening.facilitator.token = token_;
    opening.facilitator.sealedName = key.seal(room::kName, room::nameJson("Gethin"), random_);
    opening.facilitator.standing = session::Standing::Facilitator;
    opening.facilitator.device = session::DeviceKind::Laptop;
    const auto opened = hub_->openRoom(opening);
    return opened.ok() || failed(opened.error());
  }

  /// With the token that the room was opened with, so as its facilitator.
  bool join(const room::RoomCode& code) {
    const room::RoomPlace place{"127.0.0.1", hub_->port(), hub_->pin()};
    const room::RoomSelf self{"Gethin", session::Standing::Participant, session::DeviceKind::Laptop,
                              token_};
    auto joined = room::RoomClient::join(place, code, self, steadyMs);
    if (!joined.ok()) return failed(joined.error());
    client_ = std::move(joined.value());
    return true;
  }

  void act(EventKind kind, int round = -1) {
    session::Event event;
    event.kind = kind;
    event.round = static_cast<std::int16_t>(round);
    client_->act(event);
  }
  void share(session::CardKind kind, const std::string& text) {
    session::Event about;
    about.cardKind = kind;
    client_->share(about, {text});
  }

  app::SystemClock clock_;
  journal::crypto::SystemRandom random_;
  std::string token_ = std::string(syncing::wire::kTokenBytes, 'f');
  std::unique_ptr<app::circle::LocalHub> hub_;
  std::unique_ptr<room::RoomClient> client_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) return 2;
  Host host;
  if (!host.begin(arguments)) return 1;
  std::cout << fmt::format("{{\"port\":{}}}", host.port()) << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    if (!host.obey(line)) break;
  }
  return 0;
}
