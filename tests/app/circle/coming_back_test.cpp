// The window's rooms over a hub on this laptop: what is in the journal of somebody who was in one
// is enough to come back as they went, also for the laptop that holds the room.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

#include "app/circle/hub_room.h"
#include "journal/crypto/system_random.h"
#include "tests/app/circle/room_support.h"
#include "tests/journal/vault/temporary_folder.h"

namespace app::circle {
namespace {

using model::CardWords;
using model::CircleSeen;
using model::RoomLink;
namespace session = journal::session;

/// Stands in for a journal: outlives the program. Breaks when a test says so.
class PaperShelf final : public Shelf {
 public:
  journal::Result<std::optional<std::string>> read() override {
    const std::lock_guard lock(mutex_);
    return text_;
  }
  journal::Result<void> write(std::string_view text) override {
    const std::lock_guard lock(mutex_);
    text_ = std::string(text);
    return {};
  }
  bool empty() {
    const std::lock_guard lock(mutex_);
    return !text_ || text_->empty();
  }

 private:
  std::mutex mutex_;
  std::optional<std::string> text_;
};

/// Rung by rooms on any thread.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    ++rung_;
    changed_.notify_all();
  }
  std::uint64_t rung() {
    const std::lock_guard lock(mutex_);
    return rung_;
  }
  bool waitPast(std::uint64_t seen, std::chrono::steady_clock::time_point end) {
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, end, [&] { return rung_ != seen; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t rung_ = 0;
};

/// One laptop: its folder and its journal stay when the program is started again.
struct Laptop {
  Laptop(const std::filesystem::path& folder, Bell& theBell) : home(folder), bell(theBell) {}

  void start() {
    RoomNeeds needs{home, {}, clock, random, [this] { bell.ring(); }};
    needs.shelf = [this]() -> journal::Result<std::shared_ptr<Shelf>> {
      return std::shared_ptr<Shelf>(shelf);
    };
    room = hubRoom(std::move(needs));
  }
  /// As when its battery is empty: nothing is said to anybody.
  void kill() {
    room.reset();
    seen = {};
  }
  void look() {
    if (auto news = room->poll()) seen = std::move(*news);
    for (auto& one : room->refusals()) refused.push_back(one);
  }
  bool has(const std::string& words) const {
    return std::any_of(seen.cards.begin(), seen.cards.end(),
                       [&](const auto& card) { return card.second.text == words; });
  }
  void share(const std::string& words) {
    session::Event card;
    card.kind = session::EventKind::Shared;
    card.cardKind = session::CardKind::Moment;
    room->send(card, CardWords{words});
  }
  void say(session::EventKind kind, int round = -1) {
    session::Event event;
    event.kind = kind;
    event.round = static_cast<std::int16_t>(round);
    room->send(event);
  }

  std::filesystem::path home;
  Bell& bell;
  RealClock clock;
  journal::crypto::SystemRandom random;
  std::shared_ptr<PaperShelf> shelf = std::make_shared<PaperShelf>();
  std::unique_ptr<model::CircleRoom> room;
  CircleSeen seen;
  std::vector<model::CircleRefusal> refused;
};

struct ComingBack : ::testing::Test {
  ::testing::AssertionResult until(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (true) {
      const auto rung = bell.rung();
      for (Laptop* one : {&lead, &ana}) {
        if (one->room) one->look();
      }
      if (holds()) return ::testing::AssertionSuccess();
      if (!bell.waitPast(rung, end)) return ::testing::AssertionFailure() << "never";
    }
  }
  /// Starts somebody's program again: the room that it says they left.
  std::optional<model::CircleLeft> startsAgain(Laptop& who) {
    who.start();
    who.room->look();
    std::optional<model::CircleLeft> left;
    EXPECT_TRUE(until([&] {
      if (!left) left = who.room->takeLeft();
      return left.has_value();
    }));
    return left;
  }
  void open(session::Naming naming) {
    model::CirclePlan plan;
    plan.plan.naming = naming;
    for (const auto kind :
         {session::RoundKind::Reveal, session::RoundKind::Votes, session::RoundKind::Close}) {
      session::RoundPlan round;
      round.kind = kind;
      round.length = std::chrono::minutes(5);
      if (kind == session::RoundKind::Votes) round.dots = 3;
      plan.plan.rounds.push_back(round);
      plan.words.rounds.push_back({});
    }
    plan.words.title = "Thursday";
    lead.start();
    ana.start();
    lead.room->open(plan, "Gethin", "here");
    ASSERT_TRUE(until([&] { return lead.seen.link == RoomLink::Here; }));
    const std::string port = lead.seen.address.substr(lead.seen.address.rfind(':'));
    ana.room->join("https://127.0.0.1" + port + "#" + lead.seen.code, "Ana",
                   session::Standing::Participant);
    ASSERT_TRUE(until([&] { return lead.seen.names.size() == 2; }));
    lead.say(session::EventKind::Begun);
    ASSERT_TRUE(until([&] { return ana.seen.view.round == 0; }));
  }
  void settle(Laptop& one) {
    ASSERT_TRUE(until([&] { return one.room->settled(); }));
  }
  void comeBack(Laptop& one) {
    one.start();
    one.room->look();
    std::optional<model::CircleLeft> left;
    ASSERT_TRUE(until([&] {
      if (!left) left = one.room->takeLeft();
      return left.has_value();
    }));
    EXPECT_EQ(left->title, "Thursday");
    EXPECT_TRUE(left->fresh);
    one.room->goBack();
    ASSERT_TRUE(until([&] { return one.seen.link == RoomLink::Here; }));
  }

  Bell bell;
  journal::TemporaryFolder folder;
  Laptop lead{folder.path() / "lead", bell};
  Laptop ana{folder.path() / "ana", bell};
};

TEST_F(ComingBack, BothLaptopsAreKilledAndWhatWasNotSentYetArrivesOnce) {
  open(session::Naming::Named);
  ana.share("Before");
  ASSERT_TRUE(until([&] { return lead.has("Before"); }));
  const std::string port = lead.seen.address.substr(lead.seen.address.rfind(':'));
  lead.kill();
  ana.share("While nobody was there");
  settle(ana);
  ana.kill();
  comeBack(lead);
  EXPECT_EQ(lead.seen.address.substr(lead.seen.address.rfind(':')), port);
  EXPECT_EQ(lead.seen.view.you, 1);
  EXPECT_TRUE(lead.has("Before"));
  comeBack(ana);
  EXPECT_EQ(ana.seen.view.you, 2) << "the same member, not another";
  ASSERT_TRUE(until([&] { return lead.has("While nobody was there"); }));
  EXPECT_EQ(lead.seen.cards.size(), 2U);
  EXPECT_TRUE(ana.refused.empty());
}

TEST_F(ComingBack, OwnCardsCanStillBeTakenBackAndOwnDotsAreKnown) {
  open(session::Naming::Named);
  ana.share("Mine");
  ASSERT_TRUE(until([&] { return lead.has("Mine"); }));
  lead.say(session::EventKind::MovedTo, 1);
  ASSERT_TRUE(until([&] { return ana.seen.view.round == 1; }));
  const auto theme = session::CardId::random(ana.random);
  ana.room->handIn(1, model::CircleBallot{{theme, 2}});
  ASSERT_TRUE(until([&] { return !ana.seen.dots.empty(); }));
  settle(ana);
  ana.kill();
  comeBack(ana);
  EXPECT_EQ(ana.seen.dots, (model::CircleBallot{{theme, 2}}));
  EXPECT_EQ(ana.seen.mine.size(), 1U);
}

TEST_F(ComingBack, WhatTheWindowNotedIsThereAgain) {
  open(session::Naming::Named);
  model::CircleNotes notes;
  notes.paper = "00112233445566778899aabbccddeeff";
  notes.typed = {{"question", "What did you"}, {"theme", "Ä 🎺"}};
  notes.intentions = {"Count to ten"};
  notes.beganMs = 1'769'097'900'000;
  notes.ours = true;
  ana.room->note(notes);
  settle(ana);
  ana.kill();
  const auto left = startsAgain(ana);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->notes, notes);
}

TEST_F(ComingBack, WhoLeavesOrIsToldThatItIsOverHasNothingToComeBackTo) {
  open(session::Naming::Named);
  settle(ana);
  EXPECT_FALSE(ana.shelf->empty());
  ana.room->leave();
  ASSERT_TRUE(until([&] { return ana.room->settled(); }));
  EXPECT_TRUE(ana.shelf->empty());
  lead.room->needNotComeBack();
  ASSERT_TRUE(until([&] { return lead.room->settled(); }));
  EXPECT_TRUE(lead.shelf->empty());
}

TEST_F(ComingBack, ALockedJournalIsWrittenToNoMore) {
  open(session::Naming::Named);
  settle(ana);
  ana.room->drop();
  const auto before = ana.shelf->read();
  ana.room->note({});
  settle(ana);
  EXPECT_EQ(*ana.shelf->read(), *before);
  EXPECT_FALSE(ana.shelf->empty());
}

TEST_F(ComingBack, ARoomThatIsOutOfReachIsOfferedAgain) {
  open(session::Naming::Named);
  settle(ana);
  ana.kill();
  lead.kill();
  ana.start();
  ana.room->look();
  std::optional<model::CircleLeft> left;
  const auto offered = [&] {
    if (auto found = ana.room->takeLeft()) left = std::move(found);
    return left.has_value();
  };
  ASSERT_TRUE(until(offered));
  left.reset();
  ana.room->goBack();
  ASSERT_TRUE(until(offered)) << "nobody answers: it is offered again";
  EXPECT_FALSE(ana.shelf->empty());
  EXPECT_EQ(ana.refused.size(), 1U);
}

TEST_F(ComingBack, AWrongWordForAnotherRoomLeavesTheWayBackOpen) {
  open(session::Naming::Named);
  settle(ana);
  const std::string port = lead.seen.address.substr(lead.seen.address.rfind(':'));
  ana.kill();
  ASSERT_TRUE(startsAgain(ana));
  ana.room->join("https://127.0.0.1" + port + "#zebra-fiddle-amber-acid", "Ana",
                 session::Standing::Participant);
  ASSERT_TRUE(until([&] { return !ana.refused.empty(); }));
  EXPECT_FALSE(ana.shelf->empty());
  ana.room->goBack();
  ASSERT_TRUE(until([&] { return ana.seen.link == RoomLink::Here; }));
  EXPECT_EQ(ana.seen.view.you, 2);
}

TEST_F(ComingBack, WhatWaitedForARoomThatIsNoMoreIsGivenBack) {
  open(session::Naming::Named);
  lead.kill();
  session::Event card;
  card.kind = session::EventKind::Shared;
  card.cardKind = session::CardKind::Question;
  ana.room->send(card, CardWords{"Said to nobody"});
  settle(ana);
  ana.kill();
  std::filesystem::remove_all(lead.home / "store");  // the hub begins anew at the same place
  lead.start();
  model::CirclePlan other;
  other.plan.rounds.resize(1);
  other.plan.rounds[0].length = std::chrono::minutes(5);
  other.words.rounds.resize(1);
  other.words.title = "Another";
  lead.room->open(other, "Gethin", "here");
  ASSERT_TRUE(until([&] { return lead.seen.link == RoomLink::Here; }));
  ASSERT_TRUE(startsAgain(ana));
  ana.room->goBack();
  ASSERT_TRUE(until([&] { return ana.refused.size() == 2; }));
  EXPECT_EQ(ana.refused[0].words, "Said to nobody");
  EXPECT_TRUE(ana.shelf->empty());
}

}  // namespace
}  // namespace app::circle
