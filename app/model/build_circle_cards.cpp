#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/model/build_circle.h"
#include "app/model/build_circle_live.h"
#include "app/model/circle_advice.h"
#include "app/model/circle_live_words.h"
#include "app/model/circle_words.h"
#include "app/model/display.h"
#include "journal/base/utf8.h"

// What lies on the table: cards, questions, themes with their dots, actions, and what leaves.

namespace app::model {

using session::CardKind;
using session::Deed;
using session::RoundKind;
using session::SeenCard;

namespace {

constexpr std::chrono::milliseconds kHintAfter{600};

bool oneOf(CardKind kind, std::initializer_list<CardKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// What the round shows of what was put on the table so far.
bool shownIn(RoundKind round, const SeenCard& card, int now) {
  switch (round) {
    case RoundKind::Arrive:
      return card.kind == CardKind::Word && card.round == now;
    case RoundKind::QuietRead:
      return oneOf(card.kind, {CardKind::Moment, CardKind::Comment});
    case RoundKind::Turns:
    case RoundKind::Telling:
    case RoundKind::Reveal:
    case RoundKind::Pairs:
      return oneOf(card.kind, {CardKind::Moment, CardKind::Title});
    case RoundKind::Questions:
      return oneOf(card.kind, {CardKind::Moment, CardKind::Title, CardKind::Comment});
    case RoundKind::Talk:
      return oneOf(card.kind, {CardKind::Pattern, CardKind::Barrier, CardKind::Idea,
                               CardKind::Learning, CardKind::Comment}) ||
             (card.kind == CardKind::Question && card.round == now);
    case RoundKind::Close:
      return card.kind == CardKind::Word && card.round == now;
    default:
      return false;
  }
}

bool canBeSorted(CardKind kind) {
  return oneOf(kind, {CardKind::Moment, CardKind::Title, CardKind::Pattern, CardKind::Barrier,
                      CardKind::Idea, CardKind::Learning});
}
bool canLeave(CardKind kind) {
  return oneOf(kind, {CardKind::Pattern, CardKind::Barrier, CardKind::Theme, CardKind::Action,
                      CardKind::Learning});
}

struct FieldWords {
  CardKind kind;
  tr::Words label;
};
constexpr std::array kFields = {FieldWords{CardKind::Title, tr::kFieldTitle},
                                FieldWords{CardKind::Question, tr::kFieldQuestion},
                                FieldWords{CardKind::Pattern, tr::kFieldPattern},
                                FieldWords{CardKind::Barrier, tr::kFieldBarrier},
                                FieldWords{CardKind::Idea, tr::kFieldIdea},
                                FieldWords{CardKind::Comment, tr::kFieldComment},
                                FieldWords{CardKind::Learning, tr::kFieldLearning},
                                FieldWords{CardKind::Word, tr::kFieldWord}};

bool hasOwnPlace(RoundKind round, CardKind kind) {
  return kind == CardKind::Question &&
         (round == RoundKind::Questions || round == RoundKind::Reveal);
}

std::string typedFor(const LiveParts& parts, const std::string& field) {
  const auto found = parts.typed.find(field);
  return found == parts.typed.end() ? std::string() : std::string(journal::trimmed(found->second));
}

void addFields(CircleLiveModel& model, const LiveParts& parts) {
  for (const FieldWords& words : kFields) {
    if (!mayShareKind(parts.seen, words.kind) || hasOwnPlace(model.kind, words.kind)) continue;
    ShareField field;
    field.kind = words.kind;
    field.label = std::string(words.label);
    field.button = std::string(tr::kPutIt);
    if (typedFor(parts, fieldOf(words.kind)).empty()) field.notYet = std::string(tr::kTypeFirst);
    model.fields.push_back(std::move(field));
  }
}

LiveSeat seatOf(const CircleSeen& seen, const session::SeenPerson& person) {
  const std::string name = firstWord(nameOf(seen, person.number));
  if (person.away)
    return {name + std::string(tr::kIsReconnecting), std::string(tr::kTheirWordsSafe)};
  if (person.activity == session::Activity::Passing)
    return {name + std::string(tr::kPassesRound), {}};
  return {name + std::string(tr::kIsChoosing), std::string(tr::kNothingShows)};
}

/// At a reveal with names, those who have nothing on the table yet.
void addSeats(CircleLiveModel& model, const LiveParts& parts) {
  if (model.kind != RoundKind::Reveal) return;
  const CircleSeen& seen = parts.seen;
  if (seen.plan.plan.naming == session::Naming::Anonymous) return;
  std::set<session::Member> shown;
  for (const SeenCard& card : seen.view.cards) {
    if (card.kind == CardKind::Moment) shown.insert(card.by);
  }
  for (const session::SeenPerson& person : seen.view.people) {
    const bool wall = person.standing == session::Standing::Projector;
    if (!wall && person.number != seen.view.you && shown.count(person.number) == 0) {
      model.seats.push_back(seatOf(seen, person));
    }
  }
}

void addBox(CircleLiveModel& model, const LiveParts& parts) {
  const session::SessionView& view = parts.seen.view;
  const bool words =
      model.kind == RoundKind::Reveal && parts.seen.plan.plan.naming == session::Naming::Anonymous;
  if (!words) return;
  model.mayHandInWords = mayDo(view, Deed::HandIn);
  const session::SeenPerson* you = personOf(parts.seen, view.you);
  model.handedIn = (you != nullptr && you->handedIn) || view.boxOpen;
  const auto in = std::count_if(view.people.begin(), view.people.end(),
                                [](const auto& person) { return person.handedIn; });
  model.mayOpenBox = model.facilitates && !view.boxOpen;
  if (model.mayOpenBox && !mayDo(view, Deed::OpenBox)) {
    model.boxNotYet = fmt::format("{} handed in so far. It opens from three people up.",
                                  in == 1 ? std::string("One has") : std::to_string(in) + " have");
  }
  if (model.mayOpenBox && in > 0) model.onwardNotYet = std::string(tr::kOpenFirst);
}

}  // namespace

LiveCard liveCard(const CircleSeen& seen, const SeenCard& card) {
  LiveCard out;
  out.id = card.id;
  out.kind = card.kind;
  const auto words = seen.cards.find(card.id);
  out.text = words == seen.cards.end() ? std::string(tr::kCardUnread) : words->second.text;
  if (card.by != 0) out.by = firstWord(nameOf(seen, card.by));
  if (words != seen.cards.end()) {
    for (const CardTag& tag : words->second.tags) {
      // The three letters stand for the three shapes, whatever framework the sender's service has.
      const std::string_view letters = "MPS";
      const std::size_t domain =
          tag.domain.empty() ? std::string_view::npos : letters.find(tag.domain.front());
      if (domain != std::string_view::npos) out.domains.push_back(static_cast<int>(domain));
      out.tags += (out.tags.empty() ? "" : ", ") + tag.outcome;
    }
  }
  out.speaking = card.by != 0 && card.by == seen.view.floor;
  out.kept = card.kept;
  out.leaves = card.leaves;
  out.opposed = card.opposed;
  if (out.speaking) out.sign = std::string(tr::kSpeakingSign);
  if (card.kept) out.sign = std::string(tr::kKeptSign);
  out.mine = seen.mine.count(card.id) != 0;
  out.mayTake = mayDo(seen.view, Deed::TakeCard) && !out.mine;
  return out;
}

void addCards(CircleLiveModel& model, const LiveParts& parts) {
  if (model.finished || roundOf(parts.seen) == nullptr) return;
  for (const SeenCard& card : parts.seen.view.cards) {
    if (shownIn(model.kind, card, parts.seen.view.round)) {
      model.cards.push_back(liveCard(parts.seen, card));
    }
  }
  addSeats(model, parts);
  addBox(model, parts);
  addFields(model, parts);
}

// Questions
// ---------------------------------------------------------------------------------------------

void addQuestions(CircleLiveModel& model, const LiveParts& parts) {
  const session::SessionView& view = parts.seen.view;
  const bool asking = model.kind == RoundKind::Questions || model.kind == RoundKind::Reveal;
  if (model.finished || !asking || roundOf(parts.seen) == nullptr) return;
  if (model.kind == RoundKind::Reveal && view.floor == 0) return;
  LiveAsk& ask = model.ask;
  ask.open = true;
  const bool mine = view.floor == view.you && view.floor != 0;
  if (view.floor != 0)
    ask.of = std::string(tr::kForSomebody) + firstWord(nameOf(parts.seen, view.floor));
  ask.back = std::string(mine ? tr::kQuestionsGoToYou : tr::kQuestionsGoBack);
  for (const SeenCard& card : view.cards) {
    if (card.kind != CardKind::Question) continue;
    if (view.floor != 0 && card.to != view.floor) continue;
    LiveCard question = liveCard(parts.seen, card);
    question.mayKeep = card.to == view.you;
    ask.asked.push_back(std::move(question));
  }
  ask.mayAsk = mayShareKind(parts.seen, CardKind::Question) && !mine;
  const std::string line = typedFor(parts, fieldOf(CardKind::Question));
  const bool rests =
      parts.mind.questionTyped && parts.now - *parts.mind.questionTyped >= kHintAfter;
  ask.hint = ask.mayAsk && rests && readsLikeAdvice(line);
}

// Themes and dots
// ---------------------------------------------------------------------------------------

namespace {

void addVote(CircleLiveModel& model, const LiveParts& parts) {
  const session::RoundPlan* round = roundOf(parts.seen);
  const session::SessionView& view = parts.seen.view;
  VoteModel& vote = model.vote;
  int given = 0;
  for (const auto& [card, dots] : parts.mind.dots) given += dots;
  const bool voting = round != nullptr && round->kind == RoundKind::Votes;
  vote.counted = !view.ballots.empty() && (!voting || view.boxOpen);
  if (voting && !view.boxOpen) {
    vote.left = std::max(0, round->dots - given);
    vote.words = vote.left == 0
                     ? std::string(tr::kNoDotsLeft)
                     : counted(static_cast<std::size_t>(vote.left), "dot", "dots") + " left";
    vote.mayHandIn = mayDo(view, Deed::HandIn);
    vote.handedIn = parts.mind.handedIn;
    const auto in = std::count_if(view.people.begin(), view.people.end(),
                                  [](const auto& person) { return person.handedIn; });
    vote.waiting = fmt::format("{} of {} have handed in.", in, model.people.size());
    model.mayOpenBox = model.facilitates;
    if (!mayDo(view, Deed::OpenBox)) model.boxNotYet = std::string(tr::kNotNow);
    if (in > 0) model.onwardNotYet = std::string(tr::kOpenFirst);
  }
  if (!vote.counted) return;
  std::size_t dots = 0;
  for (const CircleBallot& ballot : parts.seen.ballots) {
    for (const auto& [card, count] : ballot) dots += static_cast<std::size_t>(std::max(0, count));
  }
  vote.outcome = fmt::format("Votes are in: {} from {}.", counted(dots, "dot", "dots"),
                             counted(parts.seen.ballots.size(), "person", "people"));
}

void addDots(ThemeColumn& column, const CircleLiveModel& model, const LiveParts& parts) {
  const auto own = parts.mind.dots.find(column.id);
  column.yours = own == parts.mind.dots.end() ? 0 : own->second;
  if (model.vote.counted) {
    int all = 0;
    for (const CircleBallot& ballot : parts.seen.ballots) {
      const auto found = ballot.find(column.id);
      if (found != ballot.end()) all += std::max(0, found->second);
    }
    column.yours = std::min(column.yours, all);
    column.others = all - column.yours;
    column.count = std::to_string(all);
    column.spoken = counted(static_cast<std::size_t>(all), "dot", "dots") + ", " +
                    std::to_string(column.yours) + " of them yours";
    return;
  }
  const session::RoundPlan* round = roundOf(parts.seen);
  if (round == nullptr || round->kind != RoundKind::Votes) return;
  column.spoken = fmt::format("Your dots on {}, {} of {}", column.title, column.yours, round->dots);
  column.mayAdd = model.vote.mayHandIn && model.vote.left > 0;
  column.mayTake = model.vote.mayHandIn && column.yours > 0;
}

}  // namespace

void addThemes(CircleLiveModel& model, const LiveParts& parts) {
  const bool shown = model.kind == RoundKind::Themes || model.kind == RoundKind::Votes ||
                     model.kind == RoundKind::Actions;
  if (model.finished || !shown || roundOf(parts.seen) == nullptr) return;
  addVote(model, parts);
  for (const SeenCard& card : parts.seen.view.cards) {
    if (card.kind != CardKind::Theme) continue;
    ThemeColumn column;
    column.id = card.id;
    column.title = liveCard(parts.seen, card).text;
    addDots(column, model, parts);
    model.themes.push_back(std::move(column));
  }
  for (const SeenCard& card : parts.seen.view.cards) {
    if (!canBeSorted(card.kind)) continue;
    const auto under = std::find_if(model.themes.begin(), model.themes.end(),
                                    [&](const ThemeColumn& c) { return c.id == card.under; });
    auto& list = under == model.themes.end() ? model.ungrouped : under->cards;
    list.push_back(liveCard(parts.seen, card));
  }
  if (model.vote.counted) {
    std::stable_sort(model.themes.begin(), model.themes.end(),
                     [](const ThemeColumn& a, const ThemeColumn& b) {
                       return a.yours + a.others > b.yours + b.others;
                     });
  }
  model.maySort = mayDo(parts.seen.view, Deed::Sort) && !model.projector;
  model.mayAddTheme = mayShareKind(parts.seen, CardKind::Theme);
}

// Actions, and what leaves
// ------------------------------------------------------------------------------

namespace {

/// "Thu 29 Jan"
std::string dueWords(const std::string& iso) {
  const auto date = journal::parseDate(iso);
  return date ? firstWord(longDate(*date)).substr(0, 3) + " " + shortDate(*date) : std::string();
}

}  // namespace

void addActions(CircleLiveModel& model, const LiveParts& parts) {
  for (const SeenCard& card : parts.seen.view.cards) {
    if (card.kind != CardKind::Action) continue;
    const LiveCard from = liveCard(parts.seen, card);
    ActionLine line;
    line.id = card.id;
    line.text = from.text;
    line.mine = from.mine;
    line.mayTake = from.mayTake;
    const auto words = parts.seen.cards.find(card.id);
    if (words != parts.seen.cards.end()) {
      line.due = dueWords(words->second.due);
      const std::string owner =
          words->second.owner == 0 ? std::string() : nameOf(parts.seen, words->second.owner);
      line.owner = firstWord(owner);
      line.initials = initialsOf(owner);
    }
    model.actions.push_back(std::move(line));
  }
  for (const CirclePerson& person : model.people) {
    model.owners.push_back({std::to_string(person.number), person.name});
  }
  if (roundOf(parts.seen) == nullptr) return;
  model.mayAct = model.kind == RoundKind::Actions && mayShareKind(parts.seen, CardKind::Action);
  const std::string due = typedFor(parts, "due");
  if (typedFor(parts, fieldOf(CardKind::Action)).empty())
    model.actionNotYet = std::string(tr::kActionNeedsWords);
  else if (typedFor(parts, "owner").empty())
    model.actionNotYet = std::string(tr::kActionNeedsOwner);
  else if (!journal::parseDate(due))
    model.actionNotYet = std::string(tr::kPickADate);
  model.intends = model.kind == RoundKind::Intentions && !model.projector;
  if (typedFor(parts, "intention").empty()) model.intentionNotYet = std::string(tr::kTypeFirst);
  model.intentions = parts.mind.intentions;
}

void addLeaving(CircleLiveModel& model, const LiveParts& parts) {
  if (model.finished || model.kind != RoundKind::Close || roundOf(parts.seen) == nullptr) return;
  for (const SeenCard& card : parts.seen.view.cards) {
    if (!canLeave(card.kind)) continue;
    LiveCard line = liveCard(parts.seen, card);
    line.mayTick = mayDo(parts.seen.view, Deed::TickLeave);
    line.mayOppose = card.leaves && mayDo(parts.seen.view, Deed::OpposeLeave);
    model.leaving.push_back(std::move(line));
  }
}

}  // namespace app::model
