// Random people doing random things, in any order, over a network that repeats, delays and mixes up
// what it carries: what holds in every session. The seed is printed with what fails.
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <random>

#include <gtest/gtest.h>

#include "tests/journal/session/room.h"

namespace tests {
namespace {

constexpr int kKinds = static_cast<int>(EventKind::HandedIn) + 1;

std::uint64_t runs() {
  return std::getenv("AFTERNOTE_LONG") != nullptr ? 20'000 : 400;
}

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }
  bool oneIn(std::uint64_t n) { return below(n) == 0; }

 private:
  std::mt19937_64 engine_;
};

/// A screen somewhere: gets the log in pieces, twice, or not yet.
struct Client {
  explicit Client(const Plan& plan) : session(open(plan).value()) {}
  void get(const Event& event) {
    const Session before = session;
    const bool applied = apply(session, event).ok();
    if (!applied) {
      EXPECT_EQ(session, before) << "a refused event changed something";
    }
  }
  Session session;
};

/// What the runs together went through: without it they would show nothing.
struct Lived {
  std::size_t boxesOfWords = 0;
  std::size_t boxesOfVotes = 0;
  std::size_t cards = 0;
  std::size_t takenBack = 0;
  std::size_t pauses = 0;
  std::size_t finished = 0;
};

/// Everything that was acknowledged and may not be lost.
struct Promised {
  std::map<CardId, std::string> cards;
  std::map<Member, std::vector<std::string>> handedIn;  ///< in this round
};

class RandomSession {
 public:
  RandomSession(std::uint64_t seed, Naming naming, Lived& lived)
      : chance_(seed), room_(everyKind(naming)), lived_(lived) {
    const auto people = 3 + chance_.below(5);
    for (std::uint64_t i = 0; i < people; ++i)
      room_.join(chance_.oneIn(4) ? Standing::Guest : Standing::Participant);
    for (std::uint64_t i = 0; i < people; ++i) clients_.emplace_back(room_.session.plan);
  }

  void go() {
    for (int at = 0; at < 160 && !::testing::Test::HasFailure(); ++at) {
      room_.nowMs += static_cast<std::int64_t>(chance_.below(30'000));
      something();
      deliver();
      check();
    }
    settle();
  }

 private:
  Member anybody() { return static_cast<Member>(1 + chance_.below(room_.session.people.size())); }
  CardId someCard() {
    if (room_.session.cards.empty() || chance_.oneIn(8)) return cardId(chance_.below(50) + 1);
    auto at = room_.session.cards.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(chance_.below(room_.session.cards.size())));
    return at->first;
  }

  /// Anything, but oftener what moves a session along: runs that stand still show nothing.
  EventKind someKind() {
    const Session& now = room_.session;
    if (now.phase == Phase::Lobby && chance_.oneIn(6)) return EventKind::Begun;
    if (now.pause && chance_.oneIn(4)) return EventKind::Resumed;
    if (hasBox(now, now.round) && !chance_.oneIn(3))
      return chance_.oneIn(6) ? EventKind::BoxOpened : EventKind::HandedIn;
    if (chance_.oneIn(4)) return EventKind::Shared;
    if (chance_.oneIn(8)) return EventKind::MovedTo;
    const auto kind = static_cast<EventKind>(chance_.below(kKinds));
    const bool ends = kind == EventKind::Finished || kind == EventKind::Left;
    return ends && !chance_.oneIn(25) ? EventKind::Withdrawn : kind;
  }
  Event anything() {
    Event event;
    event.kind = someKind();
    event.by = chance_.oneIn(2) ? Member{1} : anybody();
    if (event.kind == EventKind::HandedIn) event.by = anybody();
    event.round = static_cast<std::int16_t>(room_.session.round);
    if (event.kind == EventKind::MovedTo)
      event.round = static_cast<std::int16_t>(chance_.below(room_.session.plan.rounds.size()));
    if (chance_.oneIn(10)) event.round = static_cast<std::int16_t>(chance_.below(20)) - 2;
    event.member = chance_.oneIn(9) ? Member{0} : anybody();
    event.standing = static_cast<Standing>(chance_.below(5));
    event.activity = static_cast<Activity>(chance_.below(4));
    event.cause = static_cast<PauseCause>(chance_.below(3));
    event.cardKind = static_cast<CardKind>(chance_.below(11));
    event.card = event.kind == EventKind::Shared ? cardId(1'000 + next_++) : someCard();
    event.under = chance_.oneIn(2) ? CardId{} : someCard();
    event.to = chance_.oneIn(2) ? Member{0} : anybody();
    event.count = static_cast<std::int32_t>(chance_.below(4));
    event.seconds = static_cast<std::int32_t>(chance_.below(240)) - 60;
    event.turn = chance_.oneIn(2);
    event.on = chance_.oneIn(2);
    const bool words = event.kind == EventKind::Shared || event.kind == EventKind::Reworded ||
                       event.kind == EventKind::Joined;
    if (words) event.sealed = "sealed " + std::to_string(next_++);
    if (event.kind == EventKind::HandedIn) fill(event);
    return event;
  }
  void fill(Event& event) {
    const bool votes =
        room_.session.round >= 0 &&
        room_.session.plan.rounds[static_cast<std::size_t>(room_.session.round)].kind ==
            RoundKind::Votes;
    for (int i = 0; i < (votes ? 1 : 3); ++i)
      event.slots.push_back(slotOf("slot " + std::to_string(next_++)));
  }

  void something() {
    Event event = anything();
    const Session before = room_.session;
    const Event asked = event;
    const auto refused = room_.send(std::move(event));
    if (refused) {
      EXPECT_EQ(room_.session, before) << "refused, and something changed";
    } else {
      promise(asked, before);
    }
  }

  void promise(const Event& asked, const Session& before) {
    lived_.cards += asked.kind == EventKind::Shared;
    lived_.takenBack += asked.kind == EventKind::Withdrawn;
    lived_.pauses += asked.kind == EventKind::Paused;
    lived_.finished += asked.kind == EventKind::Finished;
    if (asked.kind == EventKind::Shared || asked.kind == EventKind::Reworded)
      promised_.cards[asked.card] = asked.sealed;
    const bool takes = asked.kind == EventKind::Withdrawn || asked.kind == EventKind::CardTaken ||
                       asked.kind == EventKind::Recalled;
    if (takes) promised_.cards.erase(asked.card);
    if (asked.kind == EventKind::HandedIn) promised_.handedIn[asked.by] = asked.slots;
    if (asked.kind == EventKind::BoxOpened) opened(before);
    const bool anew = asked.kind == EventKind::MovedTo || asked.kind == EventKind::Begun ||
                      asked.kind == EventKind::Finished;
    if (anew) promised_.handedIn.clear();
  }

  /// Everybody's last, each once, and nothing else.
  void opened(const Session& before) {
    std::vector<std::string> expected;
    for (const auto& [member, slots] : promised_.handedIn)
      expected.insert(expected.end(), slots.begin(), slots.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(room_.session.opened.at(before.round) == expected, true) << "votes counted once";
    const bool words =
        before.plan.rounds[static_cast<std::size_t>(before.round)].kind == RoundKind::Reveal;
    if (!expected.empty()) ++(words ? lived_.boxesOfWords : lived_.boxesOfVotes);
    for (const std::string& slot : expected) {
      if (!words) break;
      CardId::Bytes id{};
      std::copy_n(slot.begin(), id.size(), id.begin());
      promised_.cards[CardId::fromBytes(id)] = slot.substr(kCardIdBytes);
    }
    promised_.handedIn.clear();
  }

  /// Some clients get something: the next, an old one again, or one too early.
  void deliver() {
    for (Client& client : clients_) {
      if (chance_.oneIn(3)) continue;
      const auto has = static_cast<std::size_t>(client.session.newest);
      const auto to = has + chance_.below(room_.log.size() - has + 1);
      for (std::size_t at = has; at < to; ++at) {
        if (chance_.oneIn(6)) client.get(room_.log[chance_.below(room_.log.size())]);
        client.get(room_.log[at]);
      }
    }
  }

  void check() {
    for (const auto& [number, person] : room_.session.people) {
      const SessionView view = room_.seenBy(number);
      if (person.gone) {
        EXPECT_EQ(view, SessionView{});
        continue;
      }
      nothingFromTheBox(view);
      for (const SeenCard& card : view.cards) {
        ASSERT_GE(card.round, -1);
        EXPECT_FALSE(card.round >= 0 &&
                     room_.session.plan.rounds[static_cast<std::size_t>(card.round)].kind ==
                         RoundKind::SilentWriting);
        if (room_.session.plan.naming == Naming::Anonymous) {
          EXPECT_EQ(card.by, 0);
        }
      }
      for (const auto& [id, sealed] : promised_.cards) {
        const SeenCard* card = cardIn(view, id);
        ASSERT_NE(card, nullptr) << "an acknowledged card is not shown";
        EXPECT_EQ(card->sealed, sealed);
      }
      offersOnlyWhatIsTaken(number, view);
    }
  }

  void nothingFromTheBox(const SessionView& view) {
    for (const auto& [member, slots] : promised_.handedIn) {
      for (const std::string& slot : slots) {
        EXPECT_EQ(std::count(view.ballots.begin(), view.ballots.end(), slot), 0);
        EXPECT_EQ(cardIn(view, cardOfSlotOf(slot)), nullptr);
      }
    }
  }
  static CardId cardOfSlotOf(const std::string& slot) {
    CardId::Bytes id{};
    std::copy_n(slot.begin(), id.size(), id.begin());
    return CardId::fromBytes(id);
  }

  /// A button that is there works, and one that is not there would not have: for those that need
  /// nothing chosen.
  void offersOnlyWhatIsTaken(Member who, const SessionView& view) {
    const std::pair<Deed, EventKind> plain[]{
        {Deed::Begin, EventKind::Begun},         {Deed::Pause, EventKind::Paused},
        {Deed::Resume, EventKind::Resumed},      {Deed::PassFloor, EventKind::FloorPassed},
        {Deed::OpenBox, EventKind::BoxOpened},   {Deed::Finish, EventKind::Finished},
        {Deed::RaiseHand, EventKind::HandRaised}};
    for (const auto& [deed, kind] : plain) {
      Event event;
      event.by = who;
      event.kind = kind;
      event.round = static_cast<std::int16_t>(room_.session.round);
      event.id = eventId(9'000'000 + next_++);
      EXPECT_EQ(admit(room_.session, event).ok(), mayDo(view, deed)) << static_cast<int>(kind);
    }
  }

  /// Everything arrives in the end, and every client shows what the hub would show.
  void settle() {
    for (Client& client : clients_) {
      for (std::size_t at = client.session.newest; at < room_.log.size(); ++at)
        client.get(room_.log[at]);
      EXPECT_EQ(client.session.newest, room_.session.newest);
      for (const auto& [number, person] : room_.session.people)
        EXPECT_EQ(visibleTo(number, client.session, room_.nowMs), room_.seenBy(number));
    }
  }

  Chance chance_;
  Room room_;
  Lived& lived_;
  std::vector<Client> clients_;
  Promised promised_;
  std::uint64_t next_ = 1;
};

Lived live(Naming naming) {
  Lived lived;
  for (std::uint64_t seed = 1; seed <= runs() && !::testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomSession(seed, naming, lived).go();
  }
  return lived;
}

TEST(SessionProperty, HoldsInEveryNamedSession) {
  const Lived lived = live(Naming::Named);
  EXPECT_GT(lived.boxesOfVotes, runs() / 20);
  EXPECT_GT(lived.cards, runs());
  EXPECT_GT(lived.takenBack, runs() / 20);
  EXPECT_GT(lived.pauses, runs());
  EXPECT_GT(lived.finished, runs() / 20);
}

TEST(SessionProperty, HoldsInEverySessionWithoutNames) {
  const Lived lived = live(Naming::Anonymous);
  EXPECT_GT(lived.boxesOfWords, runs() / 20);
  EXPECT_GT(lived.boxesOfVotes, runs() / 20);
  EXPECT_GT(lived.cards, runs());
}

}  // namespace
}  // namespace tests
