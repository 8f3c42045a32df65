#include "app/model/build_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/model/build_circle.h"
#include "app/model/circle_format_words.h"
#include "app/model/circle_formats.h"
#include "app/model/circle_stored.h"
#include "app/model/circle_words.h"
#include "app/model/display.h"
#include "app/model/form.h"

namespace app::model {
namespace {

using journal::Round;
using journal::SessionFormat;
using session::Keep;
using session::RoundKind;

std::string keepWords(Keep keep) {
  switch (keep) {
    case Keep::Nothing:
      return std::string(tr::kKeepNothing);
    case Keep::Self:
      return std::string(tr::kKeepSelf);
    case Keep::Presenter:
      return std::string(tr::kKeepPresenter);
    case Keep::Group:
      return std::string(tr::kKeepGroup);
    case Keep::Themes:
      return std::string(tr::kKeepThemes);
  }
  return {};
}

/// "4 minutes"; in seconds where a file brought no whole minutes.
std::string turnWords(int seconds) {
  if (seconds % 60 != 0) return counted(static_cast<std::size_t>(seconds), "second", "seconds");
  return counted(static_cast<std::size_t>(seconds / 60), "minute", "minutes");
}

std::string togetherWords(const SessionFormat& format) {
  return fmt::format("{} minutes together", journal::sumOfRounds(format));
}

std::string presenterWords(int presenter) {
  constexpr std::array<std::string_view, 3> kFirst = {tr::kPresentsFirst, tr::kPresentsSecond,
                                                      tr::kPresentsThird};
  const auto at = static_cast<std::size_t>(presenter - 1);
  if (at < kFirst.size()) return std::string(kFirst[at]);
  return fmt::format("{}: number {}", tr::kPresenterOf, presenter);
}

std::string sentenceOf(std::string words) {
  words = std::string(journal::trimmed(words));
  if (!words.empty() && words.back() != '.' && words.back() != '?') words += '.';
  return words;
}

/// `several` present: which one is said.
std::string howWords(const Round& round, bool several) {
  std::vector<std::string> parts;
  if (!nothingTyped(round.who)) parts.push_back(sentenceOf(round.who));
  if (several && round.presenter > 0) parts.push_back(sentenceOf(presenterWords(round.presenter)));
  if (round.turnSeconds > 0)
    parts.push_back(fmt::format("{} for each speaker.", turnWords(round.turnSeconds)));
  if (round.dots > 0)
    parts.push_back(
        fmt::format("{} each.", counted(static_cast<std::size_t>(round.dots), "dot", "dots")));
  return fmt::format("{}", fmt::join(parts, " "));
}

/// The word of `assets/session_formats.json` that says no more than the rule does.
bool saysTheRule(const std::string& words, Keep keep) {
  constexpr std::array<std::string_view, 4> kPlain = {"-", "Self", "Presenter", "Group"};
  const auto at = static_cast<std::size_t>(keep);
  return nothingTyped(words) || (at < kPlain.size() && words == kPlain[at]);
}

/// By the rule that the session follows; a format's own words for it stand beside it and change
/// nothing.
std::string keptWords(const Round& round) {
  std::string kept = std::string(tr::kKeptFor) + keepWords(round.keep);
  if (!saysTheRule(round.keptFor, round.keep))
    kept += fmt::format(" (“{}”)", journal::trimmed(round.keptFor));
  kept += ".";
  if (nothingTyped(round.captured)) return kept;
  return std::string(tr::kCaptured) + sentenceOf(round.captured) + " " + kept;
}

AgendaRow agendaRow(const Round& round, int from, bool several) {
  AgendaRow row;
  row.at = fmt::format("{}:{:02}", from / 60, from % 60);
  row.name = round.name;
  row.minutes = fmt::format("{} min", round.minutes);
  row.how = howWords(round, several);
  row.prompts = round.prompts;
  row.kept = keptWords(round);
  return row;
}

void addFact(FormatReading& reading, tr::Words label, const std::string& words) {
  if (!nothingTyped(words)) reading.facts.push_back({std::string(label), words});
}

std::vector<CircleChoice> numbered(int from, int to, tr::Words none) {
  std::vector<CircleChoice> choices;
  for (int one = from; one <= to; ++one)
    choices.push_back({std::to_string(one), one == 0 ? std::string(none) : std::to_string(one)});
  return choices;
}

std::vector<CircleChoice> presenterChoices() {
  auto choices = numbered(0, session::kMostPresenters, tr::kNobodyPresents);
  for (std::size_t i = 1; i < choices.size(); ++i)
    choices[i].label = presenterWords(static_cast<int>(i));
  return choices;
}

/// With the one it has, should a file have brought another.
std::vector<CircleChoice> turnChoices(const Round& round) {
  std::vector<int> seconds = {0, 60, 120, 180, 240, 300, 480, 600, 900};
  if (std::find(seconds.begin(), seconds.end(), round.turnSeconds) == seconds.end())
    seconds.push_back(round.turnSeconds);
  std::sort(seconds.begin(), seconds.end());
  std::vector<CircleChoice> choices;
  for (const int one : seconds)
    choices.push_back(
        {std::to_string(one), one == 0 ? std::string(tr::kRoundTurnNone) : turnWords(one)});
  return choices;
}

void addChoices(FormatMakingModel& model) {
  for (int kind = 0; kind <= static_cast<int>(RoundKind::Close); ++kind)
    model.kinds.push_back(
        {std::to_string(kind), std::string(roundKindName(static_cast<RoundKind>(kind)))});
  for (int keep = 0; keep <= static_cast<int>(Keep::Themes); ++keep)
    model.keeps.push_back({std::to_string(keep), upperFirst(keepWords(static_cast<Keep>(keep)))});
  model.presenters = presenterChoices();
  model.dots = numbered(1, session::kMostDots, {});
}

std::vector<std::string> written(const std::vector<std::string>& prompts) {
  std::vector<std::string> some;
  std::copy_if(prompts.begin(), prompts.end(), std::back_inserter(some),
               [](const std::string& one) { return !nothingTyped(one); });
  return some;
}

/// The rows of a plan, of rounds that are not planned yet.
std::vector<PlanRoundRow> makingRows(const SessionFormat& typed) {
  std::vector<session::RoundPlan> rounds;
  std::vector<CircleRoundWords> words;
  for (const Round& round : typed.rounds) {
    session::RoundPlan plan;
    plan.kind = round.kind;
    plan.length = std::chrono::minutes(round.minutes);
    rounds.push_back(plan);
    words.push_back(
        {nothingTyped(round.name) ? std::string() : round.name, round.prompts, round.who});
  }
  return roundRows(rounds, words, std::max(1, journal::sumOfRounds(typed)));
}

}  // namespace

FormatListRow formatRow(const SessionFormat& format, std::string key, bool chosen) {
  return {std::move(key), format.name,
          lengthWords(journal::sumOfRounds(format), format.rounds.size()), chosen};
}

FormatReading readingOf(const SessionFormat& format) {
  FormatReading reading;
  reading.code = format.code;
  reading.name = format.name;
  const int whole = journal::sumOfRounds(format);
  reading.detail = lengthWords(whole, format.rounds.size());
  addFact(reading, tr::kFormatFor, format.purpose);
  addFact(reading, tr::kFormatWhen, format.when);
  addFact(reading, tr::kFormatSize, format.size);
  addFact(reading, tr::kFormatRoles, format.roles);
  addFact(reading, tr::kFormatBefore, format.prework);
  addFact(reading, tr::kFormatNotes, format.notes);
  const bool several = std::any_of(format.rounds.begin(), format.rounds.end(),
                                   [](const Round& round) { return round.presenter > 1; });
  int from = 0;
  for (const Round& round : format.rounds) {
    reading.agenda.push_back(agendaRow(round, from, several));
    reading.shares.push_back(static_cast<float>(round.minutes) /
                             static_cast<float>(std::max(1, whole)));
    from += round.minutes;
  }
  reading.total = togetherWords(format);
  reading.author = format.author;
  reading.licence = format.licence;
  reading.notReady = formatProblem(typedFormat(format));
  return reading;
}

FormatMakingModel makingOf(const SessionFormat& typed, const std::vector<std::uint64_t>& keys,
                           std::uint64_t open) {
  FormatMakingModel model;
  model.title = nothingTyped(typed.name) ? std::string(tr::kNewFormat) : typed.name;
  model.rounds = makingRows(typed);
  model.total = togetherWords(typed);
  model.problem = formatProblem(typed);
  addChoices(model);
  for (std::size_t i = 0; i < std::min(keys.size(), typed.rounds.size()); ++i) {
    model.rounds[i].key = keys[i];
    if (keys[i] != open) continue;
    model.open = open;
    model.turns =
        hasTurns(typed.rounds[i].kind) ? turnChoices(typed.rounds[i]) : std::vector<CircleChoice>();
  }
  return model;
}

SessionFormat keptFormat(const SessionFormat& typed) {
  SessionFormat kept = typed;
  if (nothingTyped(kept.name)) kept.name = std::string(tr::kUnnamedFormat);
  for (Round& round : kept.rounds) {
    if (nothingTyped(round.name)) round.name = std::string(roundKindName(round.kind));
    round.prompts = written(round.prompts);
    round.turnSeconds = std::min(round.turnSeconds, round.minutes * 60);
  }
  kept.minutes = journal::sumOfRounds(kept);
  return kept;
}

SessionFormat typedFormat(SessionFormat kept) {
  if (kept.name == tr::kUnnamedFormat) kept.name.clear();
  return kept;
}

std::string formatProblem(const SessionFormat& typed) {
  const auto runs = journal::planOf(typed, session::Naming::Named);
  if (!runs.ok()) return runs.error().advice;
  if (nothingTyped(typed.name)) return std::string(tr::kFormatNeedsName);
  return {};
}

void changeKind(Round& round, RoundKind kind) {
  const Round usual = roundOf(freshRound(kind));
  const Round before = roundOf(freshRound(round.kind));
  // What nobody changed follows the kind; what somebody wrote stays.
  if (nothingTyped(round.name) || round.name == before.name) round.name = usual.name;
  const auto prompts = written(round.prompts);
  if (prompts.empty() || prompts == before.prompts) round.prompts = usual.prompts;
  if (round.keep == before.keep) round.keep = usual.keep;
  round.kind = kind;
  round.dots = usual.dots;
  if (!hasTurns(kind) || round.turnSeconds == before.turnSeconds)
    round.turnSeconds = usual.turnSeconds;
  round.turnSeconds = std::min(round.turnSeconds, round.minutes * 60);
}

void changeMinutes(Round& round, int by) {
  round.minutes = std::clamp(round.minutes + by, 1, std::max(round.minutes, kMostRoundMinutes));
  round.turnSeconds = std::min(round.turnSeconds, round.minutes * 60);
}

}  // namespace app::model
