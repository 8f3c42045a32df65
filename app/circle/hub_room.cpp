#include "app/circle/hub_room.h"

#include <atomic>
#include <charconv>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

#include "app/circle/local_hub.h"
#include "app/circle/qr_code.h"

namespace app::circle {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using model::CirclePlan;
using model::CircleSeen;
using model::RoomLink;
namespace room = syncing::room;
namespace wire = syncing::wire;
namespace session = journal::session;

namespace {

constexpr const char* kHere = "here";
constexpr const char* kService = "hub";

std::int64_t steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// Words between the window and the room: the same, under the names of each side.

room::PlanWords wordsOf(const model::CircleWords& words) {
  room::PlanWords out{words.title, words.format, words.when, words.agreement, {}, {}};
  for (const auto& round : words.rounds)
    out.rounds.push_back({round.name, round.prompts, round.who});
  for (const auto& action : words.actions)
    out.actions.push_back({action.text, action.owner, action.due});
  return out;
}
model::CircleWords wordsOf(const room::PlanWords& words) {
  model::CircleWords out{words.title, words.format, words.when, words.agreement, {}, {}};
  for (const auto& round : words.rounds)
    out.rounds.push_back({round.name, round.prompts, round.who});
  for (const auto& action : words.actions)
    out.actions.push_back({action.text, action.owner, action.due});
  return out;
}
room::CardWords wordsOf(const model::CardWords& words) {
  room::CardWords out{words.text, {}, words.owner, words.due};
  for (const auto& tag : words.tags) out.tags.push_back({tag.domain, tag.outcome});
  return out;
}
model::CardWords wordsOf(const room::CardWords& words) {
  model::CardWords out{words.text, {}, words.owner, words.due};
  for (const auto& tag : words.tags) out.tags.push_back({tag.domain, tag.outcome});
  return out;
}

RoomLink linkOf(room::Connection connection) {
  switch (connection) {
    case room::Connection::Here:
      return RoomLink::Here;
    case room::Connection::Reconnecting:
      return RoomLink::Reconnecting;
    case room::Connection::Gone:
      return RoomLink::Ended;
  }
  return RoomLink::Ended;
}

/// Where somebody wants to go: four words, or a whole address with the words behind "#".
struct Wanted {
  std::optional<room::RoomPlace> place;
  std::string words;
};
Result<Wanted> wantedOf(const std::string& typed) {
  const std::size_t scheme = typed.find("://");
  if (scheme == std::string::npos) return Wanted{std::nullopt, typed};
  const Error unclear{
      ErrorCode::InvalidInput, "a room's address",
      "That address cannot be read. Copy it whole, with the four words at its end."};
  const std::size_t hash = typed.find('#');
  const std::size_t begin = scheme + 3;
  const std::size_t end = typed.find_first_of("/#", begin);
  if (hash == std::string::npos || end == std::string::npos) return unclear;
  const std::string authority = typed.substr(begin, end - begin);
  const std::size_t colon = authority.rfind(':');
  room::RoomPlace place;
  place.host = authority.substr(0, colon);
  place.port = 443;
  if (colon != std::string::npos) {
    const char* last = authority.data() + authority.size();
    const auto read = std::from_chars(authority.data() + colon + 1, last, place.port);
    if (read.ec != std::errc() || read.ptr != last || place.port == 0) return unclear;
  }
  if (place.host.empty()) return unclear;
  return Wanted{std::move(place), typed.substr(hash + 1)};
}

/// What a room is entered with; kept so that it can be entered again.
struct Entry {
  room::RoomPlace place;
  std::string address;  ///< for a phone: "https://192.168.1.24:7420/circle"
  std::string code;
  room::RoomSelf self;
  model::QrModules qr = {};
};

class HubRoom final : public model::CircleRoom {
 public:
  explicit HubRoom(RoomNeeds needs) : needs_(std::move(needs)), worker_([this] { work(); }) {}
  ~HubRoom() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
      jobs_.clear();
    }
    changed_.notify_all();
    worker_.join();
  }

  std::vector<model::CircleHost> hosts() override;
  void open(const CirclePlan& plan, const std::string& yourName, const std::string& host) override;
  void join(const std::string& code, const std::string& yourName,
            session::Standing standing) override;
  void send(session::Event event, const model::CardWords& words) override;
  void handIn(int round, const std::vector<model::CardWords>& moments) override;
  void handIn(int round, const model::CircleBallot& dots) override;
  void recall(session::CardId card) override;
  void leave() override;
  void drop() override;
  std::optional<CircleSeen> poll() override;
  std::vector<std::string> refusals() override;

 private:
  void work();
  void post(std::function<void()> job);
  void enter(const Entry& entry, std::uint64_t visit);
  /// Leaves whatever room there is, for the next one; which visit that is.
  std::uint64_t beginEntering();
  Result<Entry> entryOf(const std::string& typed, const std::string& yourName,
                        session::Standing standing);
  Result<Entry> openedHere(const CirclePlan& plan, const std::string& yourName);
  Result<Entry> openedAtService(const CirclePlan& plan, const std::string& yourName);
  wire::RoomOpening openingOf(const CirclePlan& plan, const room::RoomKey& key, const Entry& entry);
  void refuse(const Error& error);
  std::string newToken();
  /// Asks the journal's thread whether there is a hub, once at a time; hosts() knows it afterwards.
  void lookForService();
  CircleSeen seenOf(const room::RoomSeen& seen) const;

  RoomNeeds needs_;
  std::unique_ptr<LocalHub> hub_;  // the worker's
  std::atomic<bool> serviceThere_{false};
  std::atomic<bool> looking_{false};

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_, as all below
  bool ending_ = false;
  std::unique_ptr<room::RoomClient> client_;
  Entry entry_;
  RoomLink link_ = RoomLink::Closed;
  bool linkIsNew_ = false;
  bool toldEnd_ = false;
  std::uint64_t visit_ = 0;  ///< which room is wanted: one that is entered too late is left again
  std::shared_ptr<const room::RoomSeen> lastSeen_;
  std::vector<std::string> refusals_;
  std::thread worker_;
};

void HubRoom::work() {
  while (true) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ending_ || !jobs_.empty(); });
      if (ending_) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
    if (needs_.wake) needs_.wake();
  }
}

void HubRoom::post(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_all();
}

void HubRoom::refuse(const Error& error) {
  const std::lock_guard lock(mutex_);
  refusals_.push_back(error.advice.empty() ? "That did not work. Check the network, then try again."
                                           : error.advice);
  if (client_ == nullptr) {
    link_ = RoomLink::Closed;
    linkIsNew_ = true;
  }
}

std::string HubRoom::newToken() {
  std::string token(wire::kTokenBytes, '\0');
  needs_.random.fill({reinterpret_cast<std::uint8_t*>(token.data()), token.size()});
  return token;
}

void HubRoom::lookForService() {
  if (!needs_.serviceHub || looking_.exchange(true)) return;
  jobs_.emplace_back([this] {
    serviceThere_ = needs_.serviceHub().has_value();
    looking_ = false;
  });
  changed_.notify_all();
}

std::vector<model::CircleHost> HubRoom::hosts() {
  std::vector<model::CircleHost> all;
  {
    const std::lock_guard lock(mutex_);
    lookForService();
  }
  if (serviceThere_)
    all.push_back({kService, "Your service's hub",
                   "Anybody with the four words can come, from anywhere. It cannot read a word."});
  all.push_back({kHere, "This laptop",
                 "No internet is needed: everybody joins over the same wifi. Phones warn that they "
                 "do not know this laptop; that is so, and they may go on."});
  return all;
}

wire::RoomOpening HubRoom::openingOf(const CirclePlan& plan, const room::RoomKey& key,
                                     const Entry& entry) {
  wire::RoomOpening opening;
  opening.room = key.room();
  opening.plan = plan.plan;
  opening.plan.sealedWords =
      key.seal(room::kPlanWords, room::toJson(wordsOf(plan.words)), needs_.random);
  opening.facilitator.token = entry.self.token;
  opening.facilitator.sealedName =
      key.seal(room::kName, room::nameJson(entry.self.name), needs_.random);
  opening.facilitator.standing = session::Standing::Facilitator;
  opening.facilitator.device = session::DeviceKind::Laptop;
  return opening;
}

Result<Entry> HubRoom::openedHere(const CirclePlan& plan, const std::string& yourName) {
  if (hub_ == nullptr) {
    J_TRY(hub_, LocalHub::start(needs_.hubFolder, needs_.page, needs_.clock, needs_.random));
  }
  const room::RoomCode code = room::RoomCode::random(needs_.random);
  Entry entry;
  entry.code = code.text();
  entry.self = {yourName, session::Standing::Facilitator, session::DeviceKind::Laptop, newToken()};
  entry.place = {"127.0.0.1", hub_->port(), hub_->pin()};
  entry.address =
      "https://" + reachableAddresses().front() + ":" + std::to_string(hub_->port()) + "/circle";
  J_CHECK(hub_->openRoom(openingOf(plan, room::RoomKey::of(code), entry)));
  return entry;
}

Result<Entry> HubRoom::openedAtService(const CirclePlan& plan, const std::string& yourName) {
  const auto place = needs_.serviceHub ? needs_.serviceHub() : std::nullopt;
  if (!place || !needs_.openAtService)
    return Error{ErrorCode::NotFound, "no hub",
                 "This journal has no hub of a service. Use this laptop instead."};
  const room::RoomCode code = room::RoomCode::random(needs_.random);
  Entry entry;
  entry.code = code.text();
  entry.self = {yourName, session::Standing::Facilitator, session::DeviceKind::Laptop, newToken()};
  entry.place = *place;
  entry.address = "https://" + place->host + ":" + std::to_string(place->port) + "/circle";
  J_CHECK(needs_.openAtService(openingOf(plan, room::RoomKey::of(code), entry)));
  return entry;
}

void HubRoom::enter(const Entry& entry, std::uint64_t visit) {
  const auto code = room::RoomCode::parse(entry.code);
  if (!code.ok()) return refuse(code.error());
  auto joined = room::RoomClient::join(entry.place, *code, entry.self, steadyMs, needs_.wake);
  if (!joined.ok()) return refuse(joined.error());
  const std::lock_guard lock(mutex_);
  if (visit != visit_) return;
  client_ = std::move(*joined);
  entry_ = entry;
  if (const auto qr = qrCodeOf(entry.address + "#" + entry.code)) entry_.qr = {qr->side, qr->dark};
  lastSeen_.reset();
  toldEnd_ = false;
}

std::uint64_t HubRoom::beginEntering() {
  drop();
  const std::lock_guard lock(mutex_);
  link_ = RoomLink::Entering;
  linkIsNew_ = true;
  return visit_;
}

void HubRoom::open(const CirclePlan& plan, const std::string& yourName, const std::string& host) {
  const std::uint64_t visit = beginEntering();
  post([this, plan, yourName, host, visit] {
    const auto entry = host == kHere ? openedHere(plan, yourName) : openedAtService(plan, yourName);
    entry.ok() ? enter(*entry, visit) : refuse(entry.error());
  });
}

Result<Entry> HubRoom::entryOf(const std::string& typed, const std::string& yourName,
                               session::Standing standing) {
  J_TRY(const Wanted wanted, wantedOf(typed));
  J_TRY(const room::RoomCode code, room::RoomCode::parse(wanted.words));
  Entry entry;
  entry.code = code.text();
  entry.self = {yourName, standing, session::DeviceKind::Laptop, newToken()};
  const auto service = needs_.serviceHub ? needs_.serviceHub() : std::nullopt;
  if (wanted.place) {
    entry.place = *wanted.place;
  } else if (service) {
    entry.place = *service;
  } else {
    return Error{ErrorCode::InvalidInput, "no hub",
                 "Type the whole address that stands beside the four words: this journal has no "
                 "hub of a service to ask."};
  }
  entry.address =
      "https://" + entry.place.host + ":" + std::to_string(entry.place.port) + "/circle";
  return entry;
}

void HubRoom::join(const std::string& code, const std::string& yourName,
                   session::Standing standing) {
  const std::uint64_t visit = beginEntering();
  post([this, code, yourName, standing, visit] {
    const auto entry = entryOf(code, yourName, standing);
    entry.ok() ? enter(*entry, visit) : refuse(entry.error());
  });
}

void HubRoom::send(session::Event event, const model::CardWords& words) {
  const std::lock_guard lock(mutex_);
  if (client_ == nullptr) return;
  if (event.kind == session::EventKind::Shared) {
    client_->share(std::move(event), wordsOf(words));
  } else if (event.kind == session::EventKind::Reworded) {
    client_->reword(event.card, wordsOf(words));
  } else if (event.kind == session::EventKind::Withdrawn) {
    client_->withdraw(event.card);
  } else {
    client_->act(std::move(event));
  }
}

void HubRoom::handIn(int round, const std::vector<model::CardWords>& moments) {
  const std::lock_guard lock(mutex_);
  if (client_ == nullptr) return;
  std::vector<room::CardWords> words;
  for (const model::CardWords& one : moments) words.push_back(wordsOf(one));
  client_->handIn(round, words);
}

void HubRoom::handIn(int round, const model::CircleBallot& dots) {
  const std::lock_guard lock(mutex_);
  if (client_ != nullptr) client_->vote(round, {dots});
}

void HubRoom::recall(session::CardId card) {
  const std::lock_guard lock(mutex_);
  if (client_ != nullptr) client_->withdraw(card);
}

void HubRoom::leave() {
  {
    const std::lock_guard lock(mutex_);
    if (client_ != nullptr) {
      session::Event left;
      left.kind = session::EventKind::Left;
      client_->act(std::move(left));
    }
  }
  drop();
}

void HubRoom::drop() {
  std::shared_ptr<room::RoomClient> going;
  {
    const std::lock_guard lock(mutex_);
    going = std::move(client_);
    entry_ = {};
    lastSeen_.reset();
    link_ = RoomLink::Closed;
    linkIsNew_ = true;
    ++visit_;
  }
  // Its threads end when what they wait for does: not on the window's thread.
  if (going != nullptr) post([going] { going->finishSending(std::chrono::seconds(2)); });
}

CircleSeen HubRoom::seenOf(const room::RoomSeen& seen) const {
  CircleSeen out;
  out.link = linkOf(seen.connection);
  out.code = entry_.code;
  out.address = entry_.address;
  out.qr = entry_.qr;
  out.plan.plan = seen.plan;
  out.plan.plan.sealedWords.clear();
  out.plan.words = wordsOf(seen.words);
  out.view = seen.view;
  out.shares = seen.mayShare;
  out.asOf = needs_.clock.now() - std::chrono::milliseconds(steadyMs() - seen.viewedAtMs);
  out.names = seen.names;
  for (const auto& [card, words] : seen.cards) out.cards[card] = wordsOf(words);
  for (const auto& ballot : seen.ballots) out.ballots.push_back(ballot.dots);
  out.mine = seen.mine;
  return out;
}

std::optional<CircleSeen> HubRoom::poll() {
  const std::lock_guard lock(mutex_);
  if (client_ == nullptr) {
    if (!std::exchange(linkIsNew_, false)) return std::nullopt;
    CircleSeen nothing;
    nothing.link = link_;
    return nothing;
  }
  auto now = client_->seen();
  if (now == lastSeen_) return std::nullopt;
  lastSeen_ = std::move(now);
  return seenOf(*lastSeen_);
}

std::vector<std::string> HubRoom::refusals() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> all = std::exchange(refusals_, {});
  if (client_ == nullptr) return all;
  for (room::Refused& one : client_->takeRefused()) all.push_back(std::move(one.sentence));
  const bool ended = lastSeen_ != nullptr && lastSeen_->connection == room::Connection::Gone;
  if (ended && !std::exchange(toldEnd_, true) && !lastSeen_->goneBecause.empty())
    all.push_back(lastSeen_->goneBecause);
  return all;
}

}  // namespace

std::unique_ptr<model::CircleRoom> hubRoom(RoomNeeds needs) {
  return std::make_unique<HubRoom>(std::move(needs));
}

}  // namespace app::circle
