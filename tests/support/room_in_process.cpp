#include "tests/support/room_in_process.h"

#include <algorithm>
#include <utility>

#include "journal/domain/session/visible.h"

namespace tests {

namespace session = journal::session;
using app::model::CardWords;
using app::model::CircleBallot;
using app::model::CircleSeen;
using session::CardId;
using session::Event;
using session::EventKind;

namespace {

constexpr const char* kCode = "heron-fiddle-amber-stone";

std::string padded(std::string text, std::size_t size) {
  text.resize(size, ' ');
  return text;
}
std::string bytesOf(const CardId& id) {
  const auto& bytes = id.bytes();
  return {bytes.begin(), bytes.end()};
}
/// "w12   " is 12 for 'w'; nullopt otherwise.
std::optional<std::size_t> numberIn(const std::string& sealed, char kind) {
  if (sealed.empty() || sealed[0] != kind) return std::nullopt;
  return static_cast<std::size_t>(std::stoul(sealed.substr(1)));
}

}  // namespace

// The room
// ------------------------------------------------------------------------------------------------

bool RoomInProcess::open(const app::model::CirclePlan& plan) {
  auto made = session::open(plan.plan);
  if (!made.ok()) return false;
  session_ = std::move(made).value();
  plan_ = plan;
  log_.clear();
  opened_ = true;
  return true;
}

std::optional<std::string> RoomInProcess::enter(Event joined) {
  joined.kind = EventKind::Joined;
  return say(std::move(joined));
}

std::optional<std::string> RoomInProcess::say(Event event) {
  if (event.id.isNil()) event.id = session::EventId::random(random_);
  auto admitted = session::admit(session_, std::move(event));
  if (!admitted.ok()) return admitted.error().advice;
  admitted->number = session_.newest + 1;
  admitted->atMs = clock_.now().time_since_epoch().count();
  const auto applied = session::apply(session_, *admitted);
  if (!applied.ok()) return applied.error().advice;
  log_.push_back(std::move(admitted).value());
  return std::nullopt;
}

std::string RoomInProcess::seal(const CardWords& words) {
  words_.push_back(words);
  return "w" + std::to_string(words_.size() - 1);
}
std::string RoomInProcess::sealDots(const CircleBallot& dots) {
  dots_.push_back(dots);
  return "d" + std::to_string(dots_.size() - 1);
}
const CardWords* RoomInProcess::unseal(const std::string& sealed) const {
  const auto number = numberIn(sealed, 'w');
  return number && *number < words_.size() ? &words_[*number] : nullptr;
}
const CircleBallot* RoomInProcess::unsealDots(const std::string& sealed) const {
  const auto number = numberIn(sealed, 'd');
  return number && *number < dots_.size() ? &dots_[*number] : nullptr;
}
CardId RoomInProcess::freshCard() {
  return CardId::random(random_);
}

std::string RoomInProcess::everythingSent() const {
  std::string all;
  for (const CardWords& words : words_) all += words.text + "\n";
  return all;
}

// A seat
// ------------------------------------------------------------------------------------------------

std::vector<app::model::CircleHost> Seat::hosts() {
  return {{"here", "This laptop", "People join over the office wifi. No internet is needed."}};
}

void Seat::open(const app::model::CirclePlan& plan, const std::string& yourName,
                const std::string&) {
  if (!room_.open(plan)) {
    refused_.push_back({"This plan cannot be run."});
    return;
  }
  Event joined;
  joined.member = 1;
  joined.standing = session::Standing::Facilitator;
  joined.sealed = room_.seal({yourName});
  room_.enter(std::move(joined));
  sit(1);
}

void Seat::join(const std::string& code, const std::string& yourName, session::Standing standing) {
  std::string dashed = code;
  std::replace(dashed.begin(), dashed.end(), ' ', '-');
  if (!room_.opened_ || dashed != kCode) {
    refused_.push_back({"That room isn't open. Check the last word."});
    return;
  }
  Event joined;
  joined.member = static_cast<session::Member>(room_.session_.people.size() + 1);
  joined.standing = standing;
  joined.sealed = room_.seal({yourName});
  const session::Member member = joined.member;
  if (auto why = room_.enter(std::move(joined))) {
    refused_.push_back({*why});
    return;
  }
  sit(member);
}

void Seat::sit(session::Member member) {
  you_ = member;
  here_ = session::open(room_.plan_.plan).value();
  heard_ = 0;
  away_ = false;
  changed_ = true;
  kept_ = Stay{member, {}, {}, {}, {}, -1};
}

void Seat::say(Event event) {
  event.by = you_;
  if (away_) {
    waiting_.push_back(std::move(event));
    return;
  }
  const std::string sealed = event.sealed;
  const session::CardKind kind = event.cardKind;
  if (auto why = room_.say(std::move(event))) {
    const CardWords* words = room_.unseal(sealed);
    refused_.push_back({*why, words == nullptr ? "" : words->text, kind});
  }
}

void Seat::send(Event event, const CardWords& words) {
  if (event.kind == EventKind::Shared) {
    event.card = room_.freshCard();
    mine_.insert(event.card);
  }
  const bool sealed = event.kind == EventKind::Shared || event.kind == EventKind::Reworded;
  if (sealed) event.sealed = room_.seal(words);
  say(std::move(event));
}

void Seat::handIn(int round, const std::vector<CardWords>& moments) {
  Event event;
  event.kind = EventKind::HandedIn;
  event.round = static_cast<std::int16_t>(round);
  for (std::size_t i = 0; i < session::kSlotsAMember; ++i) {
    const CardId card = room_.freshCard();
    std::string sealed = "-";
    if (i < moments.size()) {
      sealed = room_.seal(moments[i]);
      mine_.insert(card);
    }
    event.slots.push_back(padded(bytesOf(card) + sealed, session::kSlotBytes));
  }
  say(std::move(event));
}

void Seat::handIn(int round, const CircleBallot& dots) {
  Event event;
  event.kind = EventKind::HandedIn;
  event.round = static_cast<std::int16_t>(round);
  event.slots = {padded(bytesOf(room_.freshCard()) + room_.sealDots(dots), session::kSlotBytes)};
  dots_ = dots;
  dotsRound_ = round;
  say(std::move(event));
}

void Seat::recall(CardId card) {
  Event event;
  event.kind = EventKind::Recalled;
  event.card = card;
  if (mine_.count(card) == 0) return;
  if (auto why = room_.say(std::move(event))) refused_.push_back({*why});
}

void Seat::leave() {
  if (you_ != 0) {
    Event event;
    event.kind = EventKind::Left;
    say(std::move(event));
  }
  kept_.reset();
  drop();
}

void Seat::drop() {
  if (kept_ && you_ != 0) {
    *kept_ = {you_, kept_->notes, mine_, waiting_, dots_, dotsRound_};
    if (!away_) goAway();
  }
  you_ = 0;
  changed_ = leftIsNew_ = false;
  mine_.clear();
  waiting_.clear();
  dots_.clear();
}

void Seat::note(const app::model::CircleNotes& notes) {
  if (kept_) kept_->notes = notes;
}

std::optional<app::model::CircleLeft> Seat::takeLeft() {
  if (!std::exchange(leftIsNew_, false) || !kept_) return std::nullopt;
  return app::model::CircleLeft{room_.plan_.words.title, fresh_, kept_->notes};
}

void Seat::goBack() {
  if (!kept_) return;
  if (!reached_) {
    leftIsNew_ = true;
    refused_.push_back({"The room could not be reached."});
    return;
  }
  Stay stay = *kept_;
  sit(stay.member);
  kept_->notes = stay.notes;
  mine_ = stay.mine;
  dots_ = stay.dots;
  dotsRound_ = stay.dotsRound;
  waiting_ = std::move(stay.waiting);
  restore();
}

void Seat::cut() {
  away_ = changed_ = true;
  goAway();
}

void Seat::goAway() {
  Event event;
  event.kind = EventKind::Away;
  event.member = you_;
  room_.say(std::move(event));
  if (room_.session_.people.at(you_).standing != session::Standing::Facilitator) return;
  Event paused;
  paused.kind = EventKind::Paused;
  paused.cause = session::PauseCause::NoFacilitator;
  room_.say(std::move(paused));
}

void Seat::restore() {
  away_ = false;
  changed_ = true;
  Event event;
  event.kind = EventKind::Back;
  event.member = you_;
  room_.say(std::move(event));
  if (room_.session_.pause == session::PauseCause::NoFacilitator) {
    Event resumed;
    resumed.kind = EventKind::Resumed;
    room_.say(std::move(resumed));
  }
  for (Event& waiting : std::exchange(waiting_, {})) say(std::move(waiting));
}

std::optional<CircleSeen> Seat::poll() {
  if (you_ == 0) return std::nullopt;
  while (!away_ && heard_ < room_.log_.size()) {
    const auto applied = session::apply(here_, session::forwarded(room_.log_[heard_]));
    if (!applied.ok()) refused_.push_back({applied.error().advice});
    ++heard_;
    changed_ = true;
  }
  if (!std::exchange(changed_, false)) return std::nullopt;
  return seen();
}

CircleSeen Seat::seen() const {
  CircleSeen out;
  out.link = away_ ? app::model::RoomLink::Reconnecting : app::model::RoomLink::Here;
  out.code = kCode;
  out.address = "https://192.168.1.24:7420/circle";
  out.qr.side = 25;
  for (std::size_t i = 0; i < 25U * 25U; ++i) out.qr.dark.push_back(i * i % 7 < 3);
  out.plan = room_.plan_;
  out.asOf = laptop_->now();
  out.view = session::visibleTo(you_, here_, room_.clock_.now().time_since_epoch().count());
  out.shares = session::mayShare(here_, you_);
  for (const auto& [number, person] : here_.people) {
    if (const CardWords* name = room_.unseal(person.sealedName)) out.names[number] = name->text;
  }
  for (const session::SeenCard& card : out.view.cards) {
    if (const CardWords* words = room_.unseal(card.sealed)) out.cards[card.id] = *words;
  }
  for (const std::string& slot : out.view.ballots) {
    if (const CircleBallot* dots = room_.unsealDots(slot.substr(session::kCardIdBytes))) {
      out.ballots.push_back(*dots);
    }
  }
  out.mine = mine_;
  if (dotsRound_ == here_.round) out.dots = dots_;
  return out;
}

std::vector<app::model::CircleRefusal> Seat::refusals() {
  return std::exchange(refused_, {});
}

}  // namespace tests
