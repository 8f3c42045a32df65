#include "app/circle/hub_room.h"

#include <charconv>

#include "app/circle/hub_room_parts.h"
#include "app/circle/room_words_between.h"

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

}  // namespace

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
  refusals_.push_back({error.advice.empty()
                           ? "That did not work. Check the network, then try again."
                           : error.advice});
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
                                     const RoomRecord& entry) {
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

Result<void> HubRoom::startHub() {
  if (hub_ != nullptr) return {};
  J_TRY(hub_, LocalHub::start(needs_.hubFolder, needs_.page, needs_.clock, needs_.random));
  return {};
}

/// The addresses of this laptop may be others than last time; its certificate is the same.
void HubRoom::stand(RoomRecord& entry) const {
  entry.heldHere = true;
  entry.place = {"127.0.0.1", hub_->port(), hub_->pin()};
  entry.address =
      "https://" + reachableAddresses().front() + ":" + std::to_string(hub_->port()) + "/circle";
}

Result<RoomRecord> HubRoom::openedHere(const CirclePlan& plan, const std::string& yourName) {
  J_CHECK(startHub());
  const room::RoomCode code = room::RoomCode::random(needs_.random);
  RoomRecord entry;
  entry.code = code.text();
  entry.self = {yourName, session::Standing::Facilitator, session::DeviceKind::Laptop, newToken()};
  stand(entry);
  J_CHECK(hub_->openRoom(openingOf(plan, room::RoomKey::of(code), entry)));
  return entry;
}

Result<RoomRecord> HubRoom::openedAtService(const CirclePlan& plan, const std::string& yourName) {
  const auto place = needs_.serviceHub ? needs_.serviceHub() : std::nullopt;
  if (!place || !needs_.openAtService)
    return Error{ErrorCode::NotFound, "no hub",
                 "This journal has no hub of a service. Use this laptop instead."};
  const room::RoomCode code = room::RoomCode::random(needs_.random);
  RoomRecord entry;
  entry.code = code.text();
  entry.self = {yourName, session::Standing::Facilitator, session::DeviceKind::Laptop, newToken()};
  entry.place = *place;
  entry.address = "https://" + place->host + ":" + std::to_string(place->port) + "/circle";
  J_CHECK(needs_.openAtService(openingOf(plan, room::RoomKey::of(code), entry)));
  return entry;
}

std::uint64_t HubRoom::beginEntering() {
  letGo();
  const std::lock_guard lock(mutex_);
  link_ = RoomLink::Entering;
  linkIsNew_ = true;
  return visit_;
}

void HubRoom::open(const CirclePlan& plan, const std::string& yourName, const std::string& host) {
  const std::uint64_t visit = beginEntering();
  post([this, plan, yourName, host, visit] {
    enterNew(host == kHere ? openedHere(plan, yourName) : openedAtService(plan, yourName), visit);
  });
}

Result<RoomRecord> HubRoom::entryOf(const std::string& typed, const std::string& yourName,
                                    session::Standing standing) {
  J_TRY(const Wanted wanted, wantedOf(typed));
  J_TRY(const room::RoomCode code, room::RoomCode::parse(wanted.words));
  RoomRecord entry;
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
    enterNew(entryOf(code, yourName, standing), visit);
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
    forgetOn(book_);
    book_.reset();
  }
  letGo();
}

void HubRoom::drop() {
  letGo();
  const std::lock_guard lock(mutex_);
  left_.reset();
  leftIsNew_ = false;
}

void HubRoom::letGo() {
  std::shared_ptr<room::RoomClient> going;
  {
    const std::lock_guard lock(mutex_);
    going = std::move(client_);
    if (book_ != nullptr) book_->close();
    book_.reset();
    code_.clear();
    address_.clear();
    qr_ = {};
    lastSeen_.reset();
    link_ = RoomLink::Closed;
    linkIsNew_ = true;
    ++visit_;
  }
  // Its threads end when what they wait for does: not on the window's thread.
  if (going != nullptr) post([going] { going->finishSending(std::chrono::seconds(2)); });
}

// As it is seen
// -----------------------------------------------------------------------------------------

CircleSeen HubRoom::seenOf(const room::RoomSeen& seen) const {
  CircleSeen out;
  out.link = linkOf(seen.connection);
  out.code = code_;
  out.address = address_;
  out.qr = qr_;
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
  out.unopened = seen.unopened;
  out.dots = seen.myDots;
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

std::vector<model::CircleRefusal> HubRoom::refusals() {
  const std::lock_guard lock(mutex_);
  std::vector<model::CircleRefusal> all = std::exchange(refusals_, {});
  if (client_ == nullptr) return all;
  for (room::Refused& one : client_->takeRefused())
    all.push_back({std::move(one.sentence), std::move(one.words), one.event.cardKind});
  const bool ended = lastSeen_ != nullptr && lastSeen_->connection == room::Connection::Gone;
  if (!ended || std::exchange(toldEnd_, true)) return all;
  forgetOn(book_);
  if (!lastSeen_->goneBecause.empty()) all.push_back({lastSeen_->goneBecause});
  return all;
}

std::unique_ptr<model::CircleRoom> hubRoom(RoomNeeds needs) {
  return std::make_unique<HubRoom>(std::move(needs));
}

}  // namespace app::circle
