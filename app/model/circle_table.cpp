#include "app/model/circle_table.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/build_circle.h"
#include "app/model/build_circle_live.h"
#include "app/model/circle_live_words.h"
#include "app/model/circle_plan.h"

namespace app::model {

using session::CardKind;
using session::EventKind;
using session::RoundKind;

CircleTable::CircleTable(Context& context, CircleRoom* room)
    : context_(context), room_(room), writing_(context), moment_(context) {}

void CircleTable::handle(const CircleCourseIntent& intent) {
  if (!seen_ || room_ == nullptr) return;
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

session::Event CircleTable::eventOf(EventKind kind) const {
  session::Event event;
  event.kind = kind;
  event.round = static_cast<std::int16_t>(seen_->view.round);
  return event;
}

void CircleTable::send(EventKind kind) {
  if (seen_) send(eventOf(kind), {});
}
void CircleTable::send(session::Event event, const CardWords& words) {
  if (seen_ && room_ != nullptr) room_->send(std::move(event), words);
}

const session::RoundPlan* CircleTable::round() const {
  return seen_ ? roundOf(*seen_) : nullptr;
}

// What happened in the room
// ------------------------------------------------------------------------------------

void CircleTable::take(CircleSeen seen) {
  seen_ = std::move(seen);
  if (seen_->view.round != shownRound_) {
    shownRound_ = seen_->view.round;
    enteredRound();
  }
  const session::SeenPerson* you = personOf(*seen_, seen_->view.you);
  mind_.handedIn = you != nullptr && you->handedIn;
  if (seen_->view.phase == session::Phase::Finished && !over_) finished();
}

void CircleTable::enteredRound() {
  mind_.chosen = {};
  mind_.handedIn = false;
  mind_.questionTyped.reset();
  const session::RoundPlan* now = round();
  if (now == nullptr) return;
  const auto at = static_cast<std::size_t>(seen_->view.round);
  const auto& rounds = seen_->plan.words.rounds;
  const bool asks = at < rounds.size() && !rounds[at].prompts.empty();
  if (now->kind == RoundKind::SilentWriting && !writing_.begun()) {
    writing_.begin(seen_->plan.words.title, asks ? rounds[at].prompts.front() : std::string());
  }
  if (now->kind == RoundKind::Reveal) {  // all of it, until she chooses less
    mind_.chosen = {0, context_.state.ui.circle.words.text.size()};
  }
  if (now->kind == RoundKind::Votes && dotsRound_ != seen_->view.round) {
    mind_.dots = seen_->dots;  // handed in before, when one came back
    dotsRound_ = seen_->view.round;
  }
  if (now->kind == RoundKind::Actions && typedIn("due").empty()) {
    const auto in = journal::dateFromDayNumber(journal::dayNumber(context_.today()) + 14);
    typed("due") = journal::isoDate(in);
  }
}

void CircleTable::finished() {
  over_ = true;
  writing_.flush([this](const journal::Result<void>& saved) {
    if (!saved.ok() || !seen_) return;
    std::vector<std::string> questions;
    for (const session::SeenCard& card : seen_->view.cards) {
      const auto words = seen_->cards.find(card.id);
      const bool mine = card.kept && card.to == seen_->view.you;
      if (mine && words != seen_->cards.end()) questions.push_back(words->second.text);
    }
    const auto entry = moment_.brought() ? moment_.brought() : writing_.kept();
    keepUnder(context_, entry, seen_->plan.words.title, tr::kQuestionsHeading, questions);
  });
}

// Coming back
// -----------------------------------------------------------------------------------------------

void CircleTable::resume(const CircleNotes& notes, const std::string& group) {
  mind_.dots = notes.dots;
  dotsRound_ = notes.dotsRound;
  mind_.intentions = notes.intentions;
  mind_.pairsDrawn = notes.pairsDrawn;
  context_.state.ui.circle.typed = notes.typed;
  moment_.cameFrom(journal::ReflectionId::fromHex(notes.brought));
  const auto paper = journal::ReflectionId::fromHex(notes.paper);
  if (!paper) return;
  writing_.resume(*paper, group, notes.question, [this] {
    const session::RoundPlan* now = round();
    if (now != nullptr && now->kind == RoundKind::Reveal && mind_.chosen.end == 0)
      mind_.chosen = {0, context_.state.ui.circle.words.text.size()};
  });
}

void CircleTable::addTo(CircleNotes& notes) const {
  notes.dots = mind_.dots;
  notes.dotsRound = dotsRound_;
  notes.intentions = mind_.intentions;
  notes.pairsDrawn = mind_.pairsDrawn;
  for (const auto& [field, words] : context_.state.ui.circle.typed) {
    if (!words.empty()) notes.typed[field] = words;
  }
  if (moment_.brought()) notes.brought = moment_.brought()->hex();
  if (!writing_.begun()) return;
  notes.paper = writing_.paper().hex();
  notes.question = writing_.question();
}

void CircleTable::giveBack(const CircleRefusal& refused) {
  // Moments are still in the journal, where they were chosen from.
  if (refused.words.empty() || refused.kind == CardKind::Moment) return;
  const std::string field = fieldOf(refused.kind);
  if (seen_ && typedIn(field).empty()) {
    typed(field) = refused.words;
    return;
  }
  const std::string group = seen_ ? seen_->plan.words.title : std::string();
  keepUnder(context_, writing_.kept(), group, tr::kUnsentHeading, {refused.words});
}

std::vector<CircleOldAction> CircleTable::agreedActions() const {
  std::vector<CircleOldAction> actions;
  if (!seen_) return actions;
  for (const session::SeenCard& card : seen_->view.cards) {
    const auto words = seen_->cards.find(card.id);
    if (card.kind != CardKind::Action || words == seen_->cards.end()) continue;
    const session::Member owner = words->second.owner;
    actions.push_back({words->second.text, owner == 0 ? std::string() : nameOf(*seen_, owner),
                       words->second.due});
  }
  return actions;
}

void CircleTable::leave() {
  writing_.flush([](const journal::Result<void>&) {});
  moment_.forget();
  seen_.reset();
  shownRound_ = dotsRound_ = -1;
  over_ = false;
  mind_ = TableMind();
}

void CircleTable::forget() {
  leave();
  writing_.forget();
  for (auto& [field, text] : context_.state.ui.circle.typed) wipe(text);
  context_.state.ui.circle.typed.clear();
}

void CircleTable::tick(journal::UtcTime now) {
  writing_.tick(now);
}

std::optional<std::chrono::milliseconds> CircleTable::wait(journal::UtcTime now) const {
  auto shortest = writing_.wait(now);
  const auto sooner = [&shortest](std::chrono::milliseconds other) {
    if (!shortest || other < *shortest) shortest = other;
  };
  if (round() == nullptr) return shortest;
  for (const session::SeenClock& clock : {seen_->view.roundClock, seen_->view.turnClock}) {
    if (clock.lengthMs <= 0 || clock.stands) continue;
    const std::int64_t into = ((leftNow(clock, *seen_, now) % 1000) + 1000) % 1000;
    sooner(std::chrono::milliseconds{into == 0 ? 1000 : into});
  }
  if (mind_.questionTyped) sooner(std::chrono::milliseconds{200});
  return shortest;
}

// The course
// --------------------------------------------------------------------------------------------

void CircleTable::on(const MoveOn&) {
  const int next = seen_->view.round + 1;
  if (next >= static_cast<int>(seen_->plan.plan.rounds.size())) return send(EventKind::Finished);
  session::Event event = eventOf(EventKind::MovedTo);
  event.round = static_cast<std::int16_t>(next);
  send(std::move(event));
}
void CircleTable::on(const MoveBack&) {
  if (seen_->view.round <= 0) return;
  session::Event event = eventOf(EventKind::MovedTo);
  event.round = static_cast<std::int16_t>(seen_->view.round - 1);
  send(std::move(event));
}
void CircleTable::on(const PauseSession& intent) {
  session::Event event = eventOf(EventKind::Paused);
  event.cause = intent.cause;
  send(std::move(event));
}
void CircleTable::on(const ResumeSession&) {
  send(EventKind::Resumed);
}
void CircleTable::on(const AddMinute& intent) {
  session::Event event = eventOf(EventKind::Lengthened);
  event.seconds = 60;
  event.turn = intent.turn;
  send(std::move(event));
}
void CircleTable::on(const GiveFloor& intent) {
  session::Event event = eventOf(EventKind::FloorGiven);
  event.member = intent.member;
  send(std::move(event));
}
void CircleTable::on(const PassFloor&) {
  if (mayDo(seen_->view, session::Deed::PassFloor)) return send(EventKind::FloorPassed);
  // A facilitator hands it on for whoever speaks.
  on(GiveFloor{seen_->view.next.empty() ? session::Member{0} : seen_->view.next.front()});
}
void CircleTable::on(const RaiseHand& intent) {
  session::Event event = eventOf(EventKind::HandRaised);
  event.on = intent.up;
  send(std::move(event));
}
void CircleTable::on(const SayActivity& intent) {
  session::Event event = eventOf(EventKind::ActivityIs);
  event.activity = intent.activity;
  send(std::move(event));
}
void CircleTable::on(const DrawPairs&) {
  session::Event event = eventOf(EventKind::PairsDrawn);
  event.count = ++mind_.pairsDrawn;
  send(std::move(event));
}
void CircleTable::on(const ShowMoves& intent) {
  mind_.moves = intent.show;
}
void CircleTable::on(const ShowAsOnWall& intent) {
  mind_.wall = intent.on;
}
void CircleTable::on(const PutSomebodyOut& intent) {
  session::Event event = eventOf(EventKind::PutOut);
  event.member = intent.member;
  send(std::move(event));
}
void CircleTable::on(const MakeCoFacilitator& intent) {
  session::Event event = eventOf(EventKind::Promoted);
  event.member = intent.member;
  send(std::move(event));
}

// As it is shown
// -----------------------------------------------------------------------------------------

CircleLiveModel CircleTable::model() const {
  const journal::UtcTime now = context_.clock.now();
  CircleLiveModel model = buildLive({*seen_, mind_, now, context_.state.ui.circle.typed});
  if (model.projector) return model;
  model.silent = writing_.model(now);
  if (model.kind != RoundKind::Reveal || model.finished) return model;
  ChooseWordsModel& choose = model.choose;
  const bool shown = std::any_of(
      seen_->view.cards.begin(), seen_->view.cards.end(), [this](const session::SeenCard& card) {
        return card.kind == CardKind::Moment && card.round == seen_->view.round &&
               seen_->mine.count(card.id) != 0;
      });
  choose.open = !shown && !model.handedIn && model.activity != session::Activity::Passing &&
                (mayShareKind(*seen_, CardKind::Moment) || model.mayHandInWords);
  const std::string words = writing_.part(mind_.chosen.begin, mind_.chosen.end);
  choose.preview = asOthersSee(words, context_.names);
  if (seen_->plan.plan.naming == session::Naming::Named) {
    choose.by = nameOf(*seen_, seen_->view.you);
  }
  const std::string name = nameToDecide(words, mind_.allowed);
  if (!name.empty()) choose.check = "“" + name + "”" + std::string(tr::kShownLooksLikeName);
  choose.notYet = std::string(writing_.blank()         ? tr::kNothingWritten
                              : choose.preview.empty() ? tr::kSelectFirst
                              : !name.empty()          ? tr::kDecideFirst
                                                       : tr::Words());
  return model;
}

MomentModel CircleTable::moment() const {
  return moment_.model(*seen_);
}

}  // namespace app::model
