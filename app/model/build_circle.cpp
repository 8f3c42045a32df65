#include "app/model/build_circle.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/model/circle_formats.h"
#include "app/model/circle_words.h"
#include "app/model/display.h"
#include "journal/base/utf8.h"

namespace app::model {

using session::RoundKind;

namespace {

constexpr std::array<const char*, 13> kSmallNumbers = {"no",   "one",    "two",   "three", "four",
                                                       "five", "six",    "seven", "eight", "nine",
                                                       "ten",  "eleven", "twelve"};

std::string smallNumber(std::size_t n) {
  return n < kSmallNumbers.size() ? kSmallNumbers[n] : std::to_string(n);
}

int minutesOf(const session::RoundPlan& round) {
  return static_cast<int>(std::chrono::round<std::chrono::minutes>(round.length).count());
}

const std::vector<RoundKind>& kindsToAdd() {
  using enum RoundKind;
  static const std::vector<RoundKind> kKinds = {
      Arrive, QuietRead,         Turns, Telling, Questions,  SilentWriting, Reveal, Talk,
      Pairs,  RoundKind::Themes, Votes, Actions, Intentions, Breath,        Close};
  return kKinds;
}

void addSpare(CirclePlanModel& model, int total, int minutes) {
  const int spare = minutes - total;
  model.over = spare < 0;
  if (spare == 0) return;
  model.overOrUnder =
      spare > 0 ? fmt::format("{} to spare",
                              counted(static_cast<std::size_t>(spare), "minute", "minutes"))
                : fmt::format("{} too long",
                              counted(static_cast<std::size_t>(-spare), "minute", "minutes"));
  if (spare > 0) model.spare = static_cast<float>(spare) / static_cast<float>(minutes);
}

}  // namespace

std::string lengthWords(int minutes, std::size_t rounds) {
  return fmt::format("{} minutes, {} {}", minutes, smallNumber(rounds),
                     rounds == 1 ? "round" : "rounds");
}

bool hasTurns(RoundKind kind) {
  return kind == RoundKind::Turns || kind == RoundKind::Questions || kind == RoundKind::Telling ||
         kind == RoundKind::Talk || kind == RoundKind::Reveal;
}

std::string initialsOf(const std::string& name) {
  std::string out;
  bool start = true;
  int letters = 0;
  for (std::size_t at = 0; at < name.size() && letters < 2;) {
    const journal::CodePoint letter = journal::decodeUtf8(name, at);
    at += letter.length;
    const bool inside = journal::isWordPart(letter.value);
    if (inside && start) {
      journal::appendUtf8(out, letter.value);
      ++letters;
    }
    start = !inside;
  }
  return out.empty() ? "?" : out;
}

std::vector<PlanRoundRow> roundRows(const std::vector<session::RoundPlan>& rounds,
                                    const std::vector<CircleRoundWords>& words, int ofMinutes) {
  std::vector<PlanRoundRow> rows;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    PlanRoundRow row;
    row.key = i;
    if (i < words.size()) {
      row.name = words[i].name;
      if (!words[i].prompts.empty()) row.body = words[i].prompts.front();
    }
    if (row.name.empty()) row.name = std::string(roundKindName(rounds[i].kind));
    const int minutes = minutesOf(rounds[i]);
    row.minutes = fmt::format("{} min", minutes);
    row.share = static_cast<float>(minutes) / static_cast<float>(std::max(1, ofMinutes));
    row.spoken = fmt::format("{}, {}", row.name,
                             counted(static_cast<std::size_t>(minutes), "minute", "minutes"));
    row.first = i == 0;
    row.last = i + 1 == rounds.size();
    row.least = minutes <= 1;
    row.most = minutes >= kMostRoundMinutes;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<OldActionRow> oldActionRows(const std::vector<CircleOldAction>& actions) {
  std::vector<OldActionRow> rows;
  for (const CircleOldAction& action : actions) {
    OldActionRow row{action.text, action.owner};
    if (const auto due = journal::parseDate(action.due)) {
      row.detail += (row.detail.empty() ? "By " : ", by ") + dayAndMonth(*due);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

CirclePlanModel buildPlan(const PlannedSession& plan) {
  CirclePlanModel model;
  const int total = plannedMinutes(plan);
  model.total = std::to_string(total);
  model.ofMinutes = fmt::format("of {} minutes", plan.minutes);
  addSpare(model, total, plan.minutes);
  std::vector<session::RoundPlan> rounds;
  std::vector<CircleRoundWords> words;
  for (const PlannedRound& round : plan.rounds) {
    rounds.push_back(round.plan);
    words.push_back(round.words);
  }
  model.rounds = roundRows(rounds, words, std::max(total, plan.minutes));
  for (std::size_t i = 0; i < plan.rounds.size(); ++i) model.rounds[i].key = plan.rounds[i].key;
  model.format = plan.format;
  model.question = plan.question;
  for (const tr::Words question : tr::kGroupQuestions) {
    model.questions.push_back({std::string(question), std::string(question)});
  }
  model.questions.push_back({"", std::string(tr::kNoQuestion)});
  model.naming = plan.naming;
  model.presenters = plan.presenters;
  model.people = plan.people;
  model.actions = oldActionRows(plan.actions);
  model.agreement = plan.agreement;
  for (const RoundKind kind : kindsToAdd()) {
    model.kinds.push_back(
        {std::to_string(static_cast<int>(kind)), std::string(roundKindName(kind))});
  }
  return model;
}

// The lobby
// ----------------------------------------------------------------------------------------------

bool mayDo(const session::SessionView& view, session::Deed deed) {
  return std::find(view.may.begin(), view.may.end(), deed) != view.may.end();
}

std::string spokenCode(std::string code) {
  std::replace(code.begin(), code.end(), '-', ' ');
  return code;
}

std::vector<CirclePerson> peopleIn(const CircleSeen& seen) {
  std::vector<CirclePerson> people;
  for (const session::SeenPerson& from : seen.view.people) {
    if (from.standing == session::Standing::Projector) continue;
    CirclePerson person;
    person.number = from.number;
    const auto name = seen.names.find(from.number);
    const std::string known =
        name == seen.names.end() ? std::string(tr::kNameUnread) : name->second;
    person.initials = initialsOf(known);
    person.name = known;
    if (from.number == seen.view.you) person.name += " " + std::string(tr::kYou);
    person.phone = from.device == session::DeviceKind::Phone;
    person.here = !from.away;
    person.agreed = from.agreed;
    person.state = from.away ? std::string(tr::kReconnectingState) : std::string();
    person.spoken = person.name + ", " +
                    (from.away      ? std::string(tr::kReconnectingState)
                     : person.phone ? std::string(tr::kOnAPhone)
                                    : std::string(tr::kOnALaptop));
    people.push_back(std::move(person));
  }
  return people;
}

namespace {

/// Expected people whose name nobody in the room goes by.
std::vector<std::string> stillToArrive(const CircleSeen& seen,
                                       const std::vector<std::string>& expected) {
  std::multiset<std::string> here;
  for (const auto& [number, name] : seen.names) {
    const bool in = std::any_of(seen.view.people.begin(), seen.view.people.end(),
                                [number = number](const auto& p) { return p.number == number; });
    if (in) here.insert(firstWord(name));
  }
  std::vector<std::string> missing;
  for (const std::string& name : expected) {
    const auto found = here.find(firstWord(name));
    if (found == here.end())
      missing.push_back(name);
    else
      here.erase(found);
  }
  return missing;
}

void addPresenters(CircleLobbyModel& model, const CircleSeen& seen) {
  static constexpr std::array<tr::Words, 3> kPlaces = {tr::kPresentsFirst, tr::kPresentsSecond,
                                                       tr::kPresentsThird};
  for (const CirclePerson& person : model.people) {
    if (person.number != 0) model.members.push_back({std::to_string(person.number), person.name});
  }
  for (int place = 1; place <= seen.plan.plan.presenters; ++place) {
    PresenterRow row;
    row.place = place;
    const auto index = static_cast<std::size_t>(place - 1);
    row.label = index < kPlaces.size() ? std::string(kPlaces[index])
                                       : fmt::format("{} {}", tr::kPresenterOf, place);
    for (const session::SeenPerson& person : seen.view.people) {
      if (person.presents == place) row.present = std::to_string(person.number);
    }
    model.presenters.push_back(std::move(row));
  }
}

std::string arrivingWords(std::size_t missing) {
  if (missing == 0) return {};
  std::string words = smallNumber(missing);
  words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words + " still to arrive. You can start without them.";
}

}  // namespace

namespace {

void addRounds(CircleLobbyModel& model, const CircleSeen& seen) {
  const CircleWords& words = seen.plan.words;
  int total = 0;
  for (const session::RoundPlan& round : seen.plan.plan.rounds) total += minutesOf(round);
  model.detail = words.when.empty()
                     ? fmt::format("{}, {} minutes.", words.format, total)
                     : fmt::format("{}. {}, {} minutes.", words.when, words.format, total);
  model.total = fmt::format("{} minutes", total);
  model.rounds = roundRows(seen.plan.plan.rounds, words.rounds, total);
  for (std::size_t i = 0; i < seen.plan.plan.rounds.size() && model.question.empty(); ++i) {
    if (asksTheQuestion(seen.plan.plan.rounds[i].kind)) model.question = model.rounds[i].body;
  }
}

void addPeople(CircleLobbyModel& model, const LobbyParts& parts) {
  model.people = peopleIn(parts.seen);
  model.facilitates = mayDo(parts.seen.view, session::Deed::Begin);
  model.alone = model.people.size() < 2;
  const std::vector<std::string> missing = stillToArrive(parts.seen, parts.expected);
  const std::size_t here = model.people.size();
  model.roomCount =
      missing.empty() ? std::to_string(here) : fmt::format("{} of {}", here, here + missing.size());
  for (const std::string& name : missing) {
    CirclePerson person;
    person.initials = initialsOf(name);
    person.name = name;
    person.state = std::string(tr::kNotYetHere);
    person.spoken = name + ", " + lowerFirst(person.state);
    person.here = false;
    model.people.push_back(std::move(person));
  }
  model.arriving =
      model.facilitates ? arrivingWords(missing.size()) : std::string(tr::kWaitForBegin);
}

}  // namespace

CircleLobbyModel buildLobby(const LobbyParts& parts) {
  const CircleSeen& seen = parts.seen;
  CircleLobbyModel model;
  model.title = seen.plan.words.title;
  model.code = spokenCode(seen.code);
  model.address = seen.address;
  model.qr = seen.qr;
  addRounds(model, seen);
  addPeople(model, parts);
  addPresenters(model, seen);
  model.agreement = seen.plan.words.agreement;
  model.actions = oldActionRows(seen.plan.words.actions);
  model.naming = std::string(seen.plan.plan.naming == session::Naming::Named ? tr::kNameAppears
                                                                             : tr::kNoNameAppears);
  for (const session::SeenPerson& person : seen.view.people) {
    if (person.number == seen.view.you) model.agreed = person.agreed;
  }
  model.mayAgree = mayDo(seen.view, session::Deed::Agree);
  model.doorOpen = seen.view.doorOpen;
  if (seen.link == RoomLink::Reconnecting) model.link = std::string(tr::kReconnecting);
  model.large = parts.large;
  return model;
}

}  // namespace app::model
