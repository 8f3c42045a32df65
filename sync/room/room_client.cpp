#include "sync/room/room_client.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "journal/crypto/system_random.h"

namespace syncing::room {

using journal::Error;
using journal::ErrorCode;
using journal::Result;
using std::chrono::milliseconds;

namespace {

constexpr int kWaitSeconds = 20;
constexpr milliseconds kFirstPause{250};
constexpr milliseconds kLongestPause{4'000};
/// A journal that is busy for longer holds up nothing that a person says.
constexpr milliseconds kKeptWithin{2'000};

std::shared_ptr<transport::Channel> channelTo(const RoomPlace& place, const std::stop_token& stop) {
  transport::HttpsOptions options;
  options.host = place.host;
  options.port = place.port;
  options.pin = place.pin;
  options.pinTheFirst = place.pin == wire::Digest{};
  options.exchangeTimeout = milliseconds(40'000);
  options.stop = stop;
  return transport::httpsChannel(options);
}

bool willNeverBeTaken(ErrorCode code) {
  return code == ErrorCode::Conflict || code == ErrorCode::InvalidInput ||
         code == ErrorCode::NotFound || code == ErrorCode::Locked;
}

/// Whether anybody but this member can read what stands in the room.
bool othersAreHere(const session::Session& state, session::Member self) {
  return std::any_of(state.people.begin(), state.people.end(), [self](const auto& one) {
    return one.first != self && !one.second.away && !one.second.gone;
  });
}

}  // namespace

struct RoomClient::Impl {
  Impl(RoomKey theKey, Clock theClock, std::function<void()> theChanged, Keeping keeping)
      : key(std::move(theKey)),
        steadyMs(std::move(theClock)),
        tell(std::move(theChanged)),
        keep(std::move(keeping.keep)),
        outbox(keeping.before.waiting.begin(), keeping.before.waiting.end()),
        secrets(std::move(keeping.before.secrets)),
        myDots(std::move(keeping.before.dots)),
        dotsRound(keeping.before.dotsRound) {}

  RoomKey key;
  Clock steadyMs;
  std::function<void()> tell;
  std::function<void(const RoomMemory&)> keep;
  session::Member self = 0;
  std::stop_source stop;

  mutable std::mutex mutex;
  std::condition_variable changed;
  session::Session state;       // guarded by mutex, as all below
  std::int64_t hubAheadMs = 0;  // of steadyMs
  Connection connection = Connection::Here;
  std::string goneBecause;
  std::shared_ptr<const RoomSeen> shown = std::make_shared<RoomSeen>();
  std::deque<Outgoing> outbox;
  std::vector<Refused> refused;
  std::map<session::CardId, std::string> secrets;
  std::map<session::CardId, int> myDots;
  int dotsRound = -1;
  std::uint64_t othersSaw = 0;  ///< number of the last event that somebody else was here for
  std::uint64_t changes = 0;    ///< of what is in hand
  std::uint64_t keptUpTo = 0;   ///< which of them was given to `keep`
  journal::crypto::SystemRandom random;

  std::thread follower;
  std::thread sender;
  std::thread keeper;

  void follow(RoomLink link);
  /// False when something is missing from it, which is to be asked for again, or it cannot be.
  bool take(wire::LogAnswer answer);
  void lost(const Error& error);
  /// What will never be sent goes back to whoever wrote it.
  void giveBack(const Error& error);
  void send(RoomLink link);
  void remember();
  /// The next to be sent, once it is kept; nullopt when it ends.
  std::optional<Outgoing> next();
  void settle(const Result<std::uint64_t>& outcome);
  void show();
  void post(Outgoing out);
  void stand(Connection now, const std::string& because);
  /// False when it ends.
  bool pause(milliseconds length);
};

void RoomClient::Impl::show() {
  auto seen = std::make_shared<RoomSeen>(openFor(self, state, steadyMs() + hubAheadMs, key));
  seen->viewedAtMs = steadyMs();
  seen->connection = connection;
  seen->goneBecause = goneBecause;
  seen->waiting = outbox.size();
  if (dotsRound == state.round) seen->myDots = myDots;
  for (const auto& [card, secret] : secrets) {
    if (state.cards.count(card) != 0) seen->mine.insert(card);
  }
  for (const session::CardId& card : seen->mine) {
    if (state.cards.at(card).order > othersSaw) seen->unopened.insert(card);
  }
  shown = std::move(seen);
  if (tell) tell();
}

void RoomClient::Impl::stand(Connection now, const std::string& because) {
  connection = now;
  goneBecause = because;
  show();
}

bool RoomClient::Impl::take(wire::LogAnswer answer) {
  const std::lock_guard lock(mutex);
  std::stable_sort(answer.events.begin(), answer.events.end(),
                   [](const auto& one, const auto& other) { return one.number < other.number; });
  for (const session::Event& event : answer.events) {
    if (event.number > state.newest + 1) {
      stand(Connection::Reconnecting, "");
      return false;
    }
    if (!session::apply(state, event).ok()) {
      // A hub that tells what cannot be is not asked again.
      const Error nonsense{ErrorCode::Corrupt, "a room's log",
                           "The hub said something that cannot be. Your words are still here."};
      giveBack(nonsense);
      stand(Connection::Gone, nonsense.advice);
      stop.request_stop();
      changed.notify_all();
      return false;
    }
    if (othersAreHere(state, self)) othersSaw = state.newest;
  }
  hubAheadMs = answer.nowMs - steadyMs();
  connection = Connection::Here;
  show();
  return true;
}

void RoomClient::Impl::giveBack(const Error& error) {
  for (Outgoing& one : outbox)
    refused.push_back({std::move(one.event), std::move(one.words), error.advice});
  outbox.clear();
  ++changes;
}

void RoomClient::Impl::lost(const Error& error) {
  const std::lock_guard lock(mutex);
  const bool gone = error.code == ErrorCode::NotFound || error.code == ErrorCode::Locked;
  if (gone) giveBack(error);
  stand(gone ? Connection::Gone : Connection::Reconnecting, gone ? error.advice : "");
  if (gone) stop.request_stop();
  changed.notify_all();
}

void RoomClient::Impl::follow(RoomLink link) {
  milliseconds wait = kFirstPause;
  while (!stop.stop_requested()) {
    std::uint64_t after = 0;
    {
      const std::lock_guard lock(mutex);
      after = state.newest;
    }
    auto answer = link.log(after, kWaitSeconds);
    if (stop.stop_requested()) return;
    if (answer.ok() && take(std::move(*answer))) {
      wait = kFirstPause;
      continue;
    }
    if (!answer.ok()) lost(answer.error());
    std::unique_lock lock(mutex);
    changed.wait_for(lock, wait, [&] { return stop.stop_requested(); });
    wait = std::min(wait * 2, kLongestPause);
  }
}

bool RoomClient::Impl::pause(milliseconds length) {
  std::unique_lock lock(mutex);
  changed.wait_for(lock, length, [&] { return stop.stop_requested(); });
  return !stop.stop_requested();
}

void RoomClient::Impl::settle(const Result<std::uint64_t>& outcome) {
  const std::lock_guard lock(mutex);
  if (outbox.empty()) return;  // given back meanwhile: the room is gone
  Outgoing& first = outbox.front();
  if (!outcome.ok())
    refused.push_back({std::move(first.event), std::move(first.words), outcome.error().advice});
  outbox.pop_front();
  ++changes;
  show();
  changed.notify_all();
}

std::optional<Outgoing> RoomClient::Impl::next() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return stop.stop_requested() || !outbox.empty(); });
  const std::uint64_t wanted = changes;
  changed.wait_for(lock, kKeptWithin,
                   [&] { return stop.stop_requested() || !keep || keptUpTo >= wanted; });
  if (stop.stop_requested() || outbox.empty()) return std::nullopt;
  return outbox.front();
}

void RoomClient::Impl::send(RoomLink link) {
  milliseconds wait = kFirstPause;
  while (const auto first = next()) {
    const auto outcome = first->secret.empty()
                             ? link.send(first->event)
                             : link.recall({first->event.id, first->event.card, first->secret});
    if (outcome.ok() || willNeverBeTaken(outcome.error().code)) {
      settle(outcome);
      wait = kFirstPause;
    } else {
      if (!pause(wait)) return;
      wait = std::min(wait * 2, kLongestPause);
    }
  }
}

void RoomClient::Impl::remember() {
  std::unique_lock lock(mutex);
  while (true) {
    changed.wait(lock, [&] { return stop.stop_requested() || keptUpTo != changes; });
    if (keptUpTo == changes) return;
    const std::uint64_t now = changes;
    const RoomMemory memory{{outbox.begin(), outbox.end()}, secrets, myDots, dotsRound};
    lock.unlock();
    keep(memory);
    lock.lock();
    keptUpTo = now;
    changed.notify_all();
  }
}

void RoomClient::Impl::post(Outgoing out) {
  if (out.event.id.isNil()) out.event.id = session::EventId::random(random);
  out.event.by = 0;  // the hub says who asked
  if (out.event.round < 0) out.event.round = static_cast<std::int16_t>(state.round);
  outbox.push_back(std::move(out));
  ++changes;
  show();
  changed.notify_all();
}

RoomClient::RoomClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

RoomClient::~RoomClient() {
  {
    // Not between somebody's look and their sleep.
    const std::lock_guard lock(impl_->mutex);
    impl_->stop.request_stop();
  }
  impl_->changed.notify_all();
  if (impl_->follower.joinable()) impl_->follower.join();
  if (impl_->sender.joinable()) impl_->sender.join();
  if (impl_->keeper.joinable()) impl_->keeper.join();
}

Result<std::unique_ptr<RoomClient>> RoomClient::join(const RoomPlace& place, const RoomCode& code,
                                                     const RoomSelf& self, Clock steadyMs,
                                                     std::function<void()> changed,
                                                     Keeping keeping) {
  auto impl = std::make_unique<Impl>(RoomKey::of(code), std::move(steadyMs), std::move(changed),
                                     std::move(keeping));
  RoomLink following(channelTo(place, impl->stop.get_token()), impl->key.room());
  RoomLink sending(channelTo(place, impl->stop.get_token()), impl->key.room());
  J_TRY(const wire::Door door, following.door());
  J_TRY(impl->state, session::open(door.plan));
  wire::Joining joining;
  joining.token = self.token;
  joining.sealedName = impl->key.seal(kName, nameJson(self.name), impl->random);
  // Whoever opened the room is known by their token; nobody comes in as a facilitator.
  joining.standing = self.standing == session::Standing::Facilitator
                         ? session::Standing::Participant
                         : self.standing;
  joining.device = self.device;
  J_TRY(impl->self, following.join(joining));
  following.become(impl->self, self.token);
  sending.become(impl->self, self.token);
  J_TRY(wire::LogAnswer so, following.log(0, 0));
  impl->take(std::move(so));
  Impl* const running = impl.get();
  running->follower = std::thread([running, following]() mutable { running->follow(following); });
  running->sender = std::thread([running, sending]() mutable { running->send(sending); });
  if (running->keep) running->keeper = std::thread([running] { running->remember(); });
  return std::unique_ptr<RoomClient>(new RoomClient(std::move(impl)));
}

std::shared_ptr<const RoomSeen> RoomClient::seen() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->shown;
}

session::Member RoomClient::self() const {
  return impl_->self;
}

bool RoomClient::kept() const {
  const std::lock_guard lock(impl_->mutex);
  return !impl_->keep || impl_->keptUpTo == impl_->changes;
}

void RoomClient::finishSending(milliseconds atMost) {
  std::unique_lock lock(impl_->mutex);
  impl_->changed.wait_for(lock, atMost,
                          [&] { return impl_->outbox.empty() || impl_->stop.stop_requested(); });
}

std::vector<Refused> RoomClient::takeRefused() {
  const std::lock_guard lock(impl_->mutex);
  return std::exchange(impl_->refused, {});
}

void RoomClient::act(session::Event event) {
  const std::lock_guard lock(impl_->mutex);
  impl_->post({std::move(event), {}, {}});
}

session::CardId RoomClient::share(session::Event about, const CardWords& words) {
  const std::lock_guard lock(impl_->mutex);
  const bool named = impl_->state.plan.naming == session::Naming::Named;
  const CardSecret secret = CardSecret::random(impl_->random);
  const session::Member by = named ? impl_->self : session::Member{0};
  about.kind = session::EventKind::Shared;
  about.card = secret.id;
  about.sealed =
      impl_->key.seal(cardWords(about.cardKind, secret.id, by), toJson(words), impl_->random);
  if (!named) impl_->secrets[secret.id] = secret.secret;
  impl_->post({std::move(about), words.text, {}});
  return secret.id;
}

void RoomClient::reword(const session::CardId& card, const CardWords& words) {
  const std::lock_guard lock(impl_->mutex);
  const auto found = impl_->state.cards.find(card);
  if (found == impl_->state.cards.end()) return;
  session::Event event;
  event.kind = session::EventKind::Reworded;
  event.card = card;
  event.sealed = impl_->key.seal(cardWords(found->second.kind, card, found->second.by),
                                 toJson(words), impl_->random);
  impl_->post({std::move(event), words.text, {}});
}

void RoomClient::withdraw(const session::CardId& card) {
  const std::lock_guard lock(impl_->mutex);
  const auto secret = impl_->secrets.find(card);
  session::Event event;
  event.kind = session::EventKind::Withdrawn;
  event.card = card;
  impl_->post({std::move(event), {}, secret == impl_->secrets.end() ? "" : secret->second});
}

void RoomClient::handIn(int round, const std::vector<CardWords>& words) {
  const std::lock_guard lock(impl_->mutex);
  for (const CardWords& one : words) {
    if (toJson(one).size() <= kMostSlotJson) continue;
    impl_->refused.push_back({{},
                              one.text,
                              "That is too long for a card without a name: about "
                              "two hundred words fit. Choose fewer of them."});
    return;
  }
  session::Event event;
  event.kind = session::EventKind::HandedIn;
  event.round = static_cast<std::int16_t>(round);
  std::string all;
  for (std::size_t at = 0; at < session::kSlotsAMember; ++at) {
    const CardSecret secret = CardSecret::random(impl_->random);
    const bool filled = at < words.size() && !words[at].text.empty();
    event.slots.push_back(
        slotOf(impl_->key, round, secret.id, filled ? toJson(words[at]) : "{}", impl_->random));
    if (!filled) continue;
    impl_->secrets[secret.id] = secret.secret;
    all += (all.empty() ? "" : "\n\n") + words[at].text;
  }
  impl_->post({std::move(event), all, {}});
}

void RoomClient::vote(int round, const Ballot& ballot) {
  const std::lock_guard lock(impl_->mutex);
  session::Event event;
  event.kind = session::EventKind::HandedIn;
  event.round = static_cast<std::int16_t>(round);
  const CardSecret secret = CardSecret::random(impl_->random);
  event.slots = {slotOf(impl_->key, round, secret.id, toJson(ballot), impl_->random)};
  impl_->myDots = ballot.dots;
  impl_->dotsRound = round;
  impl_->post({std::move(event), {}, {}});
}

}  // namespace syncing::room
