#include "app/model/build_circle_live.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/model/build_circle.h"
#include "app/model/circle_advice.h"
#include "app/model/circle_formats.h"
#include "app/model/circle_live_words.h"
#include "app/model/circle_words.h"
#include "app/model/display.h"
#include "journal/base/utf8.h"

namespace app::model {

using session::Activity;
using session::Deed;
using session::RoundKind;

// Little things
// -----------------------------------------------------------------------------------------

std::string nameOf(const CircleSeen& seen, session::Member member) {
  const auto found = seen.names.find(member);
  return found == seen.names.end() ? std::string(tr::kNameUnread) : found->second;
}

const session::SeenPerson* personOf(const CircleSeen& seen, session::Member member) {
  for (const session::SeenPerson& person : seen.view.people) {
    if (person.number == member) return &person;
  }
  return nullptr;
}

const session::RoundPlan* roundOf(const CircleSeen& seen) {
  const auto at = static_cast<std::size_t>(seen.view.round);
  const bool running = seen.view.phase == session::Phase::Running && seen.view.round >= 0;
  return running && at < seen.plan.plan.rounds.size() ? &seen.plan.plan.rounds[at] : nullptr;
}

bool mayShareKind(const CircleSeen& seen, session::CardKind kind) {
  return std::find(seen.shares.begin(), seen.shares.end(), kind) != seen.shares.end();
}

std::int64_t leftNow(const session::SeenClock& clock, const CircleSeen& seen,
                     journal::UtcTime now) {
  const std::int64_t since =
      clock.stands ? 0 : std::max<std::int64_t>(0, (now - seen.asOf).count());
  return clock.leftMs - since;
}

std::string clockWords(std::int64_t leftMs) {
  // A second that has begun is still there: 0:00 is the end, not the last second.
  const std::int64_t whole = (std::abs(leftMs) + (leftMs >= 0 ? 999 : 0)) / 1000;
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string fieldOf(session::CardKind kind) {
  return "card-" + std::to_string(static_cast<int>(kind));
}

namespace {

std::string spokenClock(std::int64_t leftMs) {
  const std::int64_t whole = (std::max<std::int64_t>(0, leftMs) + 999) / 1000;
  const auto minutes = static_cast<std::size_t>(whole / 60);
  const auto seconds = static_cast<std::size_t>(whole % 60);
  std::string words;
  if (minutes > 0) words = counted(minutes, "minute", "minutes");
  if (seconds > 0 || minutes == 0) {
    words += (words.empty() ? "" : " ") + counted(seconds, "second", "seconds");
  }
  return words + std::string(tr::kClockLeft);
}

/// A timer speaks at half time, one minute and the end only (DESIGN 8).
std::string_view newsOf(std::int64_t leftMs, std::int64_t lengthMs) {
  if (leftMs <= 0) return tr::kTimeIsUp;
  if (leftMs <= 60'000) return lengthMs > 60'000 ? tr::kLastMinute : tr::Words();
  return leftMs * 2 <= lengthMs ? tr::kHalfGone : tr::Words();
}

LiveClock liveClock(const session::SeenClock& clock, const LiveParts& parts,
                    std::string_view after) {
  LiveClock out;
  if (clock.lengthMs <= 0) return out;
  const std::int64_t left = leftNow(clock, parts.seen, parts.now);
  out.shown = true;
  out.stands = clock.stands;
  out.gone =
      std::clamp(1 - static_cast<float>(left) / static_cast<float>(clock.lengthMs), 0.0F, 1.0F);
  out.words = clockWords(left) + std::string(left >= 0 ? after : tr::kClockOver);
  out.spoken = spokenClock(left);
  if (clock.stands) out.spoken += ". " + std::string(tr::kClockStands);
  out.news = std::string(newsOf(left, clock.lengthMs));
  return out;
}

std::string_view activityWord(Activity activity) {
  switch (activity) {
    case Activity::Thinking:
      return tr::kStateThinking;
    case Activity::Writing:
      return tr::kStateWriting;
    case Activity::Ready:
      return tr::kStateReady;
    case Activity::Passing:
      return tr::kStatePassing;
  }
  return tr::kStateThinking;
}

bool isQuiet(RoundKind kind) {
  return kind == RoundKind::SilentWriting || kind == RoundKind::QuietRead ||
         kind == RoundKind::Breath;
}

// People
// -----------------------------------------------------------------------------------------------

void addPeople(CircleLiveModel& model, const LiveParts& parts) {
  model.people = peopleIn(parts.seen);
  std::map<std::string, std::size_t> counts;
  for (CirclePerson& person : model.people) {
    const session::SeenPerson* from = personOf(parts.seen, person.number);
    if (from == nullptr) continue;
    if (!from->away) {
      person.state =
          std::string(from->handedIn ? tr::kStateHandedIn : activityWord(from->activity));
    }
    person.strong = !from->away && (from->activity == Activity::Ready || from->handedIn);
    person.spoken = person.name + ", " + person.state;
    if (from->hand) person.spoken += ", " + std::string(tr::kStateHand);
    ++counts[person.state];
    if (person.number == parts.seen.view.you) {
      model.activity = from->activity;
      model.agreed = from->agreed;
      model.handUp = from->hand;
    }
  }
  for (const auto& [state, count] : counts) {
    model.peopleLine += fmt::format("{}{} {}", model.peopleLine.empty() ? "" : ", ", count, state);
  }
}

void addAirtime(CircleLiveModel& model, const LiveParts& parts) {
  std::vector<std::string> notHeard;
  for (const session::SeenPerson& person : parts.seen.view.people) {
    if (person.standing == session::Standing::Projector) continue;
    AirtimeLine line;
    line.number = person.number;
    line.name = firstWord(nameOf(parts.seen, person.number));
    line.share = static_cast<float>(person.airtime) / 100;
    line.speaking = person.hasFloor;
    const bool leads = person.standing == session::Standing::Facilitator ||
                       person.standing == session::Standing::CoFacilitator;
    if (person.airtime == 0 && !person.hasFloor && !leads && !person.away) {
      notHeard.push_back(line.name);
    }
    model.airtime.push_back(std::move(line));
  }
  // A quiet note to the facilitator alone, once somebody has been heard.
  const bool somebody = std::any_of(model.airtime.begin(), model.airtime.end(),
                                    [](const AirtimeLine& line) { return line.share > 0; });
  if (!model.facilitates || !somebody || notHeard.empty()) return;
  model.notHeard = std::string(tr::kNotHeardYet);
  for (std::size_t i = 0; i < notHeard.size(); ++i) {
    model.notHeard += (i == 0 ? "" : ", ") + notHeard[i];
  }
}

std::string joinedNames(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += i == 0 ? "" : i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

void addSpeaker(CircleLiveModel& model, const LiveParts& parts) {
  const session::SessionView& view = parts.seen.view;
  SpeakerModel& speaker = model.speaker;
  if (view.floor != 0) {
    const std::string name = nameOf(parts.seen, view.floor);
    speaker.you = view.floor == view.you;
    speaker.name = speaker.you ? std::string(tr::kYouAreSpeaking)
                               : firstWord(name) + std::string(tr::kIsSpeaking);
    speaker.initials = initialsOf(name);
  }
  for (std::size_t i = 0; i < view.next.size() && i < 2; ++i) {
    speaker.then += std::string(i == 0 ? tr::kThen : tr::kThenShort) +
                    firstWord(nameOf(parts.seen, view.next[i]));
  }
  speaker.mayPass = mayDo(view, Deed::PassFloor);
  speaker.mayGive = mayDo(view, Deed::GiveFloor);
  std::vector<std::string> hands;
  for (const CirclePerson& person : model.people) {
    const session::SeenPerson* from = personOf(parts.seen, person.number);
    if (from == nullptr) continue;
    if (from->hand) hands.push_back(firstWord(person.name));
    if (person.number != view.floor) {
      speaker.others.push_back({std::to_string(person.number), person.name});
    }
  }
  if (!hands.empty()) speaker.hands = joinedNames(hands) + std::string(tr::kLikesToSpeak);
}

/// Those without an account cannot lead; whoever leads cannot be put out.
void addLeading(CircleLiveModel& model, const LiveParts& parts) {
  if (!mayDo(parts.seen.view, Deed::PutOut)) return;
  for (const session::SeenPerson& person : parts.seen.view.people) {
    const bool guest = person.standing == session::Standing::Guest;
    if (!guest && person.standing != session::Standing::Participant) continue;
    const CircleChoice choice{std::to_string(person.number), nameOf(parts.seen, person.number)};
    model.mayGo.push_back(choice);
    if (!guest) model.mayLead.push_back(choice);
  }
}

void addPairs(CircleLiveModel& model, const LiveParts& parts) {
  for (const session::SeenPerson& person : parts.seen.view.people) {
    if (person.pairedWith == 0 || person.pairedWith < person.number) continue;
    model.pairs.push_back(nameOf(parts.seen, person.number) + std::string(tr::kWith) +
                          nameOf(parts.seen, person.pairedWith));
  }
  model.mayDrawPairs = model.facilitates;
}

// The course
// --------------------------------------------------------------------------------------------

std::string onwardWords(const CircleSeen& seen, RoundKind now) {
  const auto next = static_cast<std::size_t>(seen.view.round) + 1;
  if (next >= seen.plan.plan.rounds.size()) return std::string(tr::kFinishSession);
  const RoundKind kind = seen.plan.plan.rounds[next].kind;
  if (now == RoundKind::SilentWriting && kind == RoundKind::Reveal) {
    return std::string(tr::kFinishEarlyReveal);
  }
  const auto& words = seen.plan.words.rounds;
  const bool named = next < words.size() && !words[next].name.empty();
  return std::string(tr::kNextRound) +
         (named ? words[next].name : std::string(roundKindName(kind)));
}

void addCourse(CircleLiveModel& model, const LiveParts& parts) {
  const CircleSeen& seen = parts.seen;
  const session::SessionView& view = seen.view;
  const bool last = view.round + 1 >= static_cast<int>(seen.plan.plan.rounds.size());
  if (last ? mayDo(view, Deed::Finish) : mayDo(view, Deed::MoveOn)) {
    model.onward = onwardWords(seen, model.kind);
  }
  if (mayDo(view, Deed::MoveBack)) model.back = std::string(tr::kRoundBack);
  model.mayPause = mayDo(view, Deed::Pause);
  model.mayLengthen = mayDo(view, Deed::Lengthen);
  model.mayRaise = mayDo(view, Deed::RaiseHand) && !isQuiet(model.kind);
  const bool named = seen.plan.plan.naming == session::Naming::Named;
  model.note = std::string(model.kind == RoundKind::SilentWriting ? tr::kSilentNote
                           : named                                ? tr::kNamedNote
                                                                  : tr::kAnonymousNote);
}

void addPause(CircleLiveModel& model, const LiveParts& parts) {
  const session::SessionView& view = parts.seen.view;
  if (!view.pause) return;
  PauseModel& pause = model.pause;
  pause.paused = true;
  pause.mayResume = mayDo(view, Deed::Resume);
  pause.safeguarding = view.pause == session::PauseCause::Safeguarding;
  pause.facilitatorGone = view.pause == session::PauseCause::NoFacilitator;
  if (pause.safeguarding) {
    pause.title = std::string(tr::kSafetyTitle);
    for (const tr::Words line : tr::kSafetyLines) pause.lines.emplace_back(line);
    return;
  }
  pause.title = std::string(pause.facilitatorGone ? tr::kFacilitatorGoneTitle : tr::kPausedTitle);
  pause.lines = {std::string(pause.facilitatorGone ? tr::kFacilitatorGoneBody : tr::kPausedBody)};
  if (!pause.mayResume && !pause.facilitatorGone) {
    pause.lines.emplace_back(tr::kWaitsForFacilitator);
  }
}

void addRound(CircleLiveModel& model, const LiveParts& parts) {
  const CircleSeen& seen = parts.seen;
  const session::RoundPlan* round = roundOf(seen);
  for (std::size_t i = 0; i < seen.plan.plan.rounds.size(); ++i) {
    const bool named = i < seen.plan.words.rounds.size() && !seen.plan.words.rounds[i].name.empty();
    model.stages.push_back(named ? seen.plan.words.rounds[i].name
                                 : std::string(roundKindName(seen.plan.plan.rounds[i].kind)));
  }
  if (round == nullptr) return;
  const auto at = static_cast<std::size_t>(seen.view.round);
  model.stage = at;
  model.kind = round->kind;
  model.roundName = model.stages[at];
  if (at < seen.plan.words.rounds.size()) model.prompts = seen.plan.words.rounds[at].prompts;
  model.clock = liveClock(seen.view.roundClock, parts,
                          isQuiet(round->kind) ? tr::kOfQuietLeft : tr::kClockLeft);
  model.turn = liveClock(seen.view.turnClock, parts, tr::kToSpeakLeft);
}

std::string linkWords(RoomLink link) {
  return link == RoomLink::Reconnecting ? std::string(tr::kReconnecting) : std::string();
}

void addAfterwards(CircleLiveModel& model, const LiveParts& parts) {
  if (!model.finished) return;
  model.afterwards = {std::string(tr::kAfterWriting), std::string(tr::kAfterQuestions)};
  if (!model.actions.empty()) model.afterwards.emplace_back(tr::kAfterActions);
  model.afterwards.emplace_back(tr::kAfterRest);
  model.intentions = parts.mind.intentions;
}

}  // namespace

CircleLiveModel buildLive(const LiveParts& parts) {
  const CircleSeen& seen = parts.seen;
  CircleLiveModel model;
  model.title = seen.plan.words.title;
  model.finished = seen.view.phase == session::Phase::Finished;
  const session::SeenPerson* you = personOf(seen, seen.view.you);
  model.facilitates = you != nullptr && (you->standing == session::Standing::Facilitator ||
                                         you->standing == session::Standing::CoFacilitator);
  model.projector =
      parts.mind.wall || you == nullptr || you->standing == session::Standing::Projector;
  model.link = linkWords(seen.link);
  addRound(model, parts);
  addPeople(model, parts);
  addAirtime(model, parts);
  addSpeaker(model, parts);
  addPairs(model, parts);
  addLeading(model, parts);
  addCourse(model, parts);
  addPause(model, parts);
  model.agreement = seen.plan.words.agreement;
  for (const OldActionRow& row : oldActionRows(seen.plan.words.actions)) {
    model.lastTime.push_back(row);
  }
  model.mayAgree = mayDo(seen.view, Deed::Agree) && !model.agreed;
  addCards(model, parts);
  addQuestions(model, parts);
  addThemes(model, parts);
  addActions(model, parts);
  addLeaving(model, parts);
  addAfterwards(model, parts);
  // Why the group cannot go on yet stands on the button that would take it there.
  if (model.onward.empty() && model.facilitates && !model.onwardNotYet.empty()) {
    model.onward = onwardWords(seen, model.kind);
  }
  if (parts.mind.moves && model.facilitates) {
    for (const tr::Move& move : tr::kFacilitatorMoves) {
      model.moves.push_back({std::string(move.moment), std::string(move.say)});
    }
  }
  return model;
}

}  // namespace app::model
