#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/circle_intent.h"
#include "app/model/circle_moment.h"
#include "app/model/circle_ports.h"
#include "app/model/circle_writing.h"
#include "app/model/context.h"

namespace app::model {

/// What one person has in mind at the table and has told nobody.
struct TableMind {
  journal::Passage chosen;        ///< of the paper
  std::set<std::string> allowed;  ///< words that look like names and may be seen
  CircleBallot dots;              ///< before they are handed in, and after
  std::optional<journal::UtcTime> questionTyped;
  std::vector<std::string> intentions;  ///< kept in the journal
  bool handedIn = false;                ///< in this round
  bool moves = false;                   ///< the facilitator's cards are shown
  bool wall = false;
  int pairsDrawn = 0;
};

/// A session that is seen from one seat: what happens in the room, and what this person does. UI
/// thread only.
class CircleTable {
 public:
  CircleTable(Context& context, CircleRoom* room);

  void handle(const CircleCourseIntent& intent);
  void handle(const CircleWordsIntent& intent);
  void handle(const CircleMomentIntent& intent);

  /// The room as it is now.
  void take(CircleSeen seen);
  const std::optional<CircleSeen>& seen() const { return seen_; }
  /// Goes on after a stay before in the same room; before the first take().
  void resume(const CircleNotes& notes, const std::string& group);
  /// What this stay adds to what the room says.
  void addTo(CircleNotes& notes) const;
  /// Words that will not be sent: back into their field, or into the journal.
  void giveBack(const CircleRefusal& refused);
  /// Out of the room. What was written stays in the journal.
  void leave();
  void tick(journal::UtcTime now);
  std::optional<std::chrono::milliseconds> wait(journal::UtcTime now) const;
  void flush(std::function<void(const journal::Result<void>&)> done) {
    writing_.flush(std::move(done));
  }
  void namesChanged() { writing_.namesChanged(); }
  void forget();

  bool bringing() const { return moment_.open(); }
  /// What the group said it would try, once a session is over.
  std::vector<CircleOldAction> agreedActions() const;
  CircleLiveModel model() const;
  MomentModel moment() const;
  /// An event without words of this person.
  void send(session::EventKind kind);
  void send(session::Event event) { send(std::move(event), {}); }
  void send(session::Event event, const CardWords& words);

 private:
  void on(const MoveOn&);
  void on(const MoveBack&);
  void on(const PauseSession& intent);
  void on(const ResumeSession&);
  void on(const AddMinute& intent);
  void on(const GiveFloor& intent);
  void on(const PassFloor&);
  void on(const RaiseHand& intent);
  void on(const SayActivity& intent);
  void on(const DrawPairs&);
  void on(const ShowMoves& intent);
  void on(const ShowAsOnWall& intent);
  void on(const PutSomebodyOut& intent);
  void on(const MakeCoFacilitator& intent);
  void on(const CloseSession&) {}

  void on(const SilentTextChanged&);
  void on(const ChooseOwnWords& intent);
  void on(const AllowWord&);
  void on(const ShowChosenWords&);
  void on(const PutCard& intent);
  void on(const RewordCard& intent);
  void on(const QuestionTyped&);
  void on(const KeepForLater&);
  void on(const KeepAsked& intent);
  void on(const WithdrawCard& intent);
  void on(const TakeCard& intent);
  void on(const PutUnder& intent);
  void on(const PutDot& intent);
  void on(const HandInDots&);
  void on(const OpenBox&);
  void on(const TickLeave& intent);
  void on(const OpposeLeave& intent);
  void on(const KeepMyIntention&);

  /// The first event of a card, with the words typed for it.
  void shareTyped(session::CardKind kind, const std::string& field);
  void shareAction();
  std::string& typed(const std::string& field) { return context_.state.ui.circle.typed[field]; }
  std::string typedIn(const std::string& field) const;
  session::Event eventOf(session::EventKind kind) const;
  const session::RoundPlan* round() const;
  void enteredRound();
  void finished();

  Context& context_;
  CircleRoom* room_;
  std::optional<CircleSeen> seen_;
  CircleWriting writing_;
  CircleMoment moment_;
  TableMind mind_;
  int shownRound_ = -1;
  int dotsRound_ = -1;  ///< the one that the dots in mind are of
  bool over_ = false;
};

}  // namespace app::model
