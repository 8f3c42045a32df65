#include <algorithm>
#include <utility>
#include <variant>

#include "app/model/build_circle_live.h"
#include "app/model/circle_live_words.h"
#include "app/model/circle_table.h"
#include "journal/base/utf8.h"
#include "journal/domain/intention.h"
#include "journal/domain/mention.h"

// What this person writes, shows, moves and takes back at the table.

namespace app::model {

using session::CardKind;
using session::EventKind;

void CircleTable::handle(const CircleWordsIntent& intent) {
  if (!seen_ || room_ == nullptr) return;
  std::visit([this](const auto& wanted) { on(wanted); }, intent);
}

std::string CircleTable::typedIn(const std::string& field) const {
  const auto& all = context_.state.ui.circle.typed;
  const auto found = all.find(field);
  return found == all.end() ? std::string() : std::string(journal::trimmed(found->second));
}

// Silent writing, and choosing from it
// ------------------------------------------------------------------------

void CircleTable::on(const SilentTextChanged&) {
  writing_.changed();
  // Others see that somebody writes, never what or how much: said once, not with every key.
  const session::SeenPerson* you = personOf(*seen_, seen_->view.you);
  if (you != nullptr && you->activity == session::Activity::Thinking) {
    on(SayActivity{session::Activity::Writing});
  }
}

void CircleTable::on(const ChooseOwnWords& intent) {
  mind_.chosen = {intent.begin, intent.end};
}

void CircleTable::on(const AllowWord&) {
  if (moment_.open()) return moment_.allow();
  const std::string name =
      nameToDecide(writing_.part(mind_.chosen.begin, mind_.chosen.end), mind_.allowed);
  if (!name.empty()) mind_.allowed.insert(name);
}

void CircleTable::on(const ShowChosenWords&) {
  const CircleLiveModel shown = model();
  if (!shown.choose.open || !shown.choose.notYet.empty()) return;
  const CardWords words{shown.choose.preview};
  if (shown.mayHandInWords) return room_->handIn(seen_->view.round, std::vector<CardWords>{words});
  session::Event event = eventOf(EventKind::Shared);
  event.cardKind = CardKind::Moment;
  send(std::move(event), words);
}

// Cards
// -------------------------------------------------------------------------------------------------

void CircleTable::on(const PutCard& intent) {
  if (intent.kind == CardKind::Action) return shareAction();
  shareTyped(intent.kind, fieldOf(intent.kind));
}

void CircleTable::shareTyped(CardKind kind, const std::string& field) {
  const std::string words = asOthersSee(typedIn(field), context_.names);
  if (words.empty() || !mayShareKind(*seen_, kind)) return;
  session::Event event = eventOf(EventKind::Shared);
  event.cardKind = kind;
  if (kind == CardKind::Question) event.to = seen_->view.floor;
  send(std::move(event), CardWords{words});
  wipe(typed(field));
  mind_.questionTyped.reset();
}

void CircleTable::shareAction() {
  const std::string field = fieldOf(CardKind::Action);
  CardWords words{asOthersSee(typedIn(field), context_.names)};
  words.due = typedIn("due");
  words.owner = static_cast<session::Member>(std::atoi(typedIn("owner").c_str()));
  const bool whole = !words.text.empty() && words.owner != 0 && journal::parseDate(words.due);
  if (!whole || !mayShareKind(*seen_, CardKind::Action)) return;
  session::Event event = eventOf(EventKind::Shared);
  event.cardKind = CardKind::Action;
  send(std::move(event), words);
  wipe(typed(field));
}

void CircleTable::on(const RewordCard& intent) {
  const auto now = seen_->cards.find(intent.card);
  const std::string words = asOthersSee(typedIn("reword"), context_.names);
  if (now == seen_->cards.end() || words.empty()) return;
  CardWords next = now->second;
  next.text = words;
  session::Event event = eventOf(EventKind::Reworded);
  event.card = intent.card;
  send(std::move(event), next);
  wipe(typed("reword"));
}

void CircleTable::on(const QuestionTyped&) {
  mind_.questionTyped = context_.clock.now();
}

void CircleTable::on(const KeepForLater&) {
  const std::string words = typedIn(fieldOf(CardKind::Question));
  if (words.empty()) return;
  std::string& idea = typed(fieldOf(CardKind::Idea));
  idea = idea.empty() ? words : idea + " " + words;
  wipe(typed(fieldOf(CardKind::Question)));
  mind_.questionTyped.reset();
  context_.say(std::string(tr::kKeptForIdeas));
}

void CircleTable::on(const KeepAsked& intent) {
  session::Event event = eventOf(EventKind::Kept);
  event.card = intent.card;
  event.on = intent.keep;
  send(std::move(event));
}

void CircleTable::on(const WithdrawCard& intent) {
  const auto card = std::find_if(seen_->view.cards.begin(), seen_->view.cards.end(),
                                 [&](const auto& one) { return one.id == intent.card; });
  if (card == seen_->view.cards.end()) return;
  if (card->by == 0) return room_->recall(intent.card);
  session::Event event = eventOf(EventKind::Withdrawn);
  event.card = intent.card;
  send(std::move(event));
}

void CircleTable::on(const TakeCard& intent) {
  session::Event event = eventOf(EventKind::CardTaken);
  event.card = intent.card;
  send(std::move(event));
}

// Themes, dots, what leaves
// ----------------------------------------------------------------------------------

void CircleTable::on(const PutUnder& intent) {
  session::Event event = eventOf(EventKind::Sorted);
  event.card = intent.card;
  event.under = intent.theme;
  event.count = std::max(0, intent.place);
  send(std::move(event));
}

void CircleTable::on(const PutDot& intent) {
  const session::RoundPlan* now = round();
  if (now == nullptr || now->kind != session::RoundKind::Votes || seen_->view.boxOpen) return;
  int given = 0;
  for (const auto& [theme, dots] : mind_.dots) given += dots;
  int& dots = mind_.dots[intent.theme];
  if (intent.by > 0 && given < now->dots) ++dots;
  if (intent.by < 0 && dots > 0) --dots;
  if (dots == 0) mind_.dots.erase(intent.theme);
}

void CircleTable::on(const HandInDots&) {
  room_->handIn(seen_->view.round, mind_.dots);
}
void CircleTable::on(const OpenBox&) {
  send(EventKind::BoxOpened);
}
void CircleTable::on(const TickLeave& intent) {
  session::Event event = eventOf(EventKind::LeaveTicked);
  event.card = intent.card;
  event.on = intent.leaves;
  send(std::move(event));
}
void CircleTable::on(const OpposeLeave& intent) {
  session::Event event = eventOf(EventKind::LeaveOpposed);
  event.card = intent.card;
  send(std::move(event));
}

void CircleTable::on(const KeepMyIntention&) {
  const std::string words = typedIn("intention");
  if (words.empty()) return;
  journal::Intention intention;
  intention.id = journal::IntentionId::random(context_.random);
  intention.text = journal::mentionKnownNames(words, context_.names);
  intention.group = seen_->plan.words.title;
  intention.from = writing_.kept();
  intention.madeOn = context_.today();
  applyOps(context_, {journal::service::PutIntention{intention}},
           [this, words](const journal::Result<void>& kept) {
             if (!kept.ok()) return context_.say(kept.error());
             mind_.intentions.push_back(words);
             wipe(typed("intention"));
           });
}

// Bring a moment
// ---------------------------------------------------------------------------------------

void CircleTable::handle(const CircleMomentIntent& intent) {
  if (!seen_ || room_ == nullptr) return;
  if (std::holds_alternative<BringMoment>(intent)) return moment_.start();
  if (std::holds_alternative<LeaveMoment>(intent)) return moment_.close();
  if (const auto* entry = std::get_if<ChooseMomentEntry>(&intent)) {
    return moment_.choose(entry->reflection);
  }
  if (const auto* part = std::get_if<ChooseMoment>(&intent)) {
    return moment_.select(part->begin, part->end);
  }
  const auto words = moment_.chosen();
  if (!words || !mayShareKind(*seen_, CardKind::Moment)) return;
  session::Event event = eventOf(EventKind::Shared);
  event.cardKind = CardKind::Moment;
  send(std::move(event), *words);
  moment_.sent();
  moment_.close();
}

}  // namespace app::model
