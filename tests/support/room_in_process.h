#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/circle_ports.h"
#include "journal/base/random.h"
#include "journal/domain/session/session.h"

// A group's room without a hub: the log, the rules of journal/domain/session, and a seat for each
// laptop. What is sealed elsewhere is a number here that stands for the words.

namespace tests {

/// Everybody's room. Outlives its seats.
class RoomInProcess {
 public:
  RoomInProcess(const journal::Clock& clock, journal::Random& random)
      : clock_(clock), random_(random) {}

  const std::vector<journal::session::Event>& log() const { return log_; }
  const journal::session::Session& session() const { return session_; }
  /// Whatever left a seat so far, joined: to look for what must not be in it.
  std::string everythingSent() const;

 private:
  friend class Seat;
  using Words = app::model::CardWords;

  bool open(const app::model::CirclePlan& plan);
  std::optional<std::string> enter(journal::session::Event joined);
  std::optional<std::string> say(journal::session::Event event);
  std::string seal(const Words& words);
  std::string sealDots(const app::model::CircleBallot& dots);
  const Words* unseal(const std::string& sealed) const;
  const app::model::CircleBallot* unsealDots(const std::string& sealed) const;
  journal::session::CardId freshCard();

  const journal::Clock& clock_;
  journal::Random& random_;
  bool opened_ = false;
  app::model::CirclePlan plan_;
  journal::session::Session session_;
  std::vector<journal::session::Event> log_;
  std::vector<Words> words_;
  std::vector<app::model::CircleBallot> dots_;
};

/// One laptop in it.
class Seat final : public app::model::CircleRoom {
 public:
  explicit Seat(RoomInProcess& room) : room_(room), laptop_(&room.clock_) {}
  /// The clock of the laptop, which need not agree with the room's.
  void useClock(const journal::Clock& laptop) { laptop_ = &laptop; }

  std::vector<app::model::CircleHost> hosts() override;
  void open(const app::model::CirclePlan& plan, const std::string& yourName,
            const std::string& host) override;
  void join(const std::string& code, const std::string& yourName,
            journal::session::Standing standing) override;
  void send(journal::session::Event event, const app::model::CardWords& words) override;
  using app::model::CircleRoom::send;
  void handIn(int round, const std::vector<app::model::CardWords>& moments) override;
  void handIn(int round, const app::model::CircleBallot& dots) override;
  void recall(journal::session::CardId card) override;
  void leave() override;
  void drop() override;
  void look() override { leftIsNew_ = kept_.has_value(); }
  std::optional<app::model::CircleLeft> takeLeft() override;
  void goBack() override;
  void needNotComeBack() override { kept_.reset(); }
  void note(const app::model::CircleNotes& notes) override;
  bool settled() override { return true; }
  std::optional<app::model::CircleSeen> poll() override;
  std::vector<app::model::CircleRefusal> refusals() override;

  /// The connection goes, with what is said meanwhile kept; and comes back.
  void cut();
  void restore();
  /// How long ago the room was left, when somebody comes back.
  void leftLongAgo() { fresh_ = false; }
  /// The room is not reached when somebody wants to go back.
  void outOfReach(bool is) { reached_ = !is; }
  bool remembersARoom() const { return kept_.has_value(); }
  journal::session::Member member() const { return you_; }

 private:
  /// What stands in the journal of who sits here.
  struct Stay {
    journal::session::Member member = 0;
    app::model::CircleNotes notes;
    std::set<journal::session::CardId> mine;
    std::vector<journal::session::Event> waiting;
    app::model::CircleBallot dots;
    int dotsRound = -1;
  };

  void sit(journal::session::Member member);
  void say(journal::session::Event event);
  void goAway();
  app::model::CircleSeen seen() const;

  RoomInProcess& room_;
  const journal::Clock* laptop_;
  journal::session::Session here_;
  journal::session::Member you_ = 0;
  std::size_t heard_ = 0;
  bool away_ = false;
  bool changed_ = false;
  std::set<journal::session::CardId> mine_;
  std::vector<journal::session::Event> waiting_;
  app::model::CircleBallot dots_;
  int dotsRound_ = -1;
  std::optional<Stay> kept_;
  bool leftIsNew_ = false;
  bool fresh_ = true;
  bool reached_ = true;
  std::vector<app::model::CircleRefusal> refused_;
};

}  // namespace tests
