#include "app/model/circle_formats.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/model/circle_words.h"

namespace app::model {
namespace {

using session::Keep;
using session::RoundKind;
using session::RoundPlan;
using std::chrono::minutes;

/// How the rounds of a shipped format run; what they are called and ask comes from the asset.
struct Runs {
  RoundKind kind = RoundKind::Talk;
  int turnMinutes = 0;
  std::uint8_t presenter = 0;
  Keep keep = Keep::Group;
};
struct FormatRuns {
  std::string_view code;
  std::uint8_t presenters = 0;
  std::vector<Runs> rounds;
};

const std::vector<FormatRuns>& allRuns() {
  using enum RoundKind;
  static const std::vector<FormatRuns> kRuns = {
      {"A",
       0,
       {{Arrive},
        {QuietRead, 0, 0, Keep::Self},
        {Turns, 4},
        {Questions, 10},
        {Talk, 0, 0, Keep::Themes},
        {Intentions, 0, 0, Keep::Self},
        {Close}}},
      {"B",
       1,
       {{Arrive},
        {Telling, 0, 1},
        {Questions, 0, 1, Keep::Nothing},
        {Questions, 0, 1, Keep::Presenter},
        {SilentWriting, 0, 0, Keep::Self},
        {Telling, 0, 1, Keep::Presenter},
        {Talk, 0, 1, Keep::Presenter},
        {Turns, 2, 0, Keep::Self},
        {Close}}},
      {"C",
       2,
       {{Arrive},
        {Telling, 0, 1},
        {Questions, 0, 1, Keep::Nothing},
        {Questions, 0, 1, Keep::Presenter},
        {Talk, 0, 1, Keep::Presenter},
        {Telling, 0, 1, Keep::Presenter},
        {Telling, 0, 2},
        {Questions, 0, 2, Keep::Nothing},
        {Questions, 0, 2, Keep::Presenter},
        {Talk, 0, 2, Keep::Presenter},
        {Telling, 0, 2, Keep::Presenter},
        {Close, 0, 0, Keep::Self}}},
      {"D",
       1,
       {{Telling, 0, 1},
        {QuietRead},
        {Questions, 0, 1, Keep::Nothing},
        {Talk, 0, 1},
        {Talk, 0, 1},
        {Talk},
        {Telling, 0, 1},
        {Actions},
        {Talk, 0, 0, Keep::Themes},
        {Close}}},
      {"E",
       0,
       {{Arrive},
        {Turns, 4, 0, Keep::Nothing},
        {Breath, 0, 0, Keep::Nothing},
        {Talk, 0, 0, Keep::Nothing},
        {Turns, 2, 0, Keep::Nothing},
        {Talk, 0, 0, Keep::Themes},
        {Close, 0, 0, Keep::Nothing}}},
      {"F", 0, {{Arrive}, {QuietRead}, {Talk}, {RoundKind::Themes}, {Actions}, {Talk}, {Close}}}};
  return kRuns;
}

struct Usual {
  RoundKind kind;
  std::string_view name;
  std::string_view prompt;
  int minutes;
  int turnMinutes = 0;
  std::uint8_t dots = 0;
  Keep keep = Keep::Group;
};
constexpr std::array kUsual = {
    Usual{RoundKind::Arrive, tr::kRoundArrive, tr::kRoundArriveBody, 3},
    Usual{RoundKind::QuietRead, tr::kRoundQuietRead, tr::kRoundQuietReadBody, 6, 0, 0, Keep::Self},
    Usual{RoundKind::Turns, tr::kRoundTurns, tr::kRoundTurnsBody, 16, 4},
    Usual{RoundKind::Telling, tr::kRoundTelling, tr::kRoundTellingBody, 8},
    Usual{RoundKind::Questions, tr::kRoundQuestions, tr::kRoundQuestionsBody, 10, 0, 0,
          Keep::Presenter},
    Usual{RoundKind::SilentWriting, tr::kRoundSilent, tr::kRoundSilentBody, 7, 0, 0, Keep::Self},
    Usual{RoundKind::Reveal, tr::kRoundReveal, tr::kRoundRevealBody, 10},
    Usual{RoundKind::Talk, tr::kRoundTalk, tr::kRoundTalkBody, 10, 0, 0, Keep::Themes},
    Usual{RoundKind::Pairs, tr::kRoundPairs, tr::kRoundPairsBody, 8, 0, 0, Keep::Nothing},
    Usual{RoundKind::Themes, tr::kRoundThemes, tr::kRoundThemesBody, 9},
    Usual{RoundKind::Votes, tr::kRoundVotes, tr::kRoundVotesBody, 4, 0, 3},
    Usual{RoundKind::Actions, tr::kRoundActions, tr::kRoundActionsBody, 9},
    Usual{RoundKind::Intentions, tr::kRoundIntentions, tr::kRoundIntentionsBody, 6, 0, 0,
          Keep::Self},
    Usual{RoundKind::Breath, tr::kRoundBreath, tr::kRoundBreathBody, 2, 0, 0, Keep::Nothing},
    Usual{RoundKind::Close, tr::kRoundClose, tr::kRoundCloseBody, 3}};

const Usual& usualOf(RoundKind kind) {
  const auto* found = std::find_if(kUsual.begin(), kUsual.end(),
                                   [kind](const Usual& usual) { return usual.kind == kind; });
  return found == kUsual.end() ? kUsual.front() : *found;
}

void add(PlannedSession& plan, PlannedRound round) {
  round.key = plan.nextKey++;
  plan.rounds.push_back(std::move(round));
}

}  // namespace

std::vector<std::string> groupAgreement() {
  return {std::begin(tr::kGroupAgreement), std::end(tr::kGroupAgreement)};
}

std::string_view roundKindName(RoundKind kind) {
  return usualOf(kind).name;
}

PlannedRound freshRound(RoundKind kind) {
  const Usual& usual = usualOf(kind);
  PlannedRound round;
  round.plan.kind = kind;
  round.plan.length = minutes{usual.minutes};
  round.plan.turn = minutes{usual.turnMinutes};
  round.plan.keep = usual.keep;
  round.plan.dots = usual.dots;
  round.words.name = std::string(usual.name);
  round.words.prompts = {std::string(usual.prompt)};
  return round;
}

PlannedSession sessionOf(const journal::SessionFormat& format) {
  PlannedSession plan;
  plan.format = format.code;
  plan.formatName = format.name;
  plan.agreement = groupAgreement();
  const auto& all = allRuns();
  const auto runs = std::find_if(all.begin(), all.end(), [&format](const FormatRuns& candidate) {
    return candidate.code == format.code;
  });
  if (runs != all.end()) plan.presenters = runs->presenters;
  for (std::size_t i = 0; i < format.rounds.size(); ++i) {
    const journal::Round& from = format.rounds[i];
    const Runs how =
        runs != all.end() && i < runs->rounds.size() ? runs->rounds[i] : Runs{RoundKind::Talk};
    PlannedRound round;
    round.plan.kind = how.kind;
    round.plan.length = minutes{from.minutes};
    round.plan.turn = std::min(minutes{how.turnMinutes}, minutes{from.minutes});
    round.plan.presenter = how.presenter;
    round.plan.keep = how.keep;
    round.words = {from.name, from.prompts, from.who};
    add(plan, std::move(round));
  }
  plan.minutes = plannedMinutes(plan);
  return plan;
}

PlannedSession oneQuestionSession() {
  using enum RoundKind;
  PlannedSession plan;
  plan.format = std::string(kOneQuestion);
  plan.formatName = std::string(tr::kOneQuestionName);
  plan.agreement = groupAgreement();
  plan.question = std::string(tr::kGroupQuestions[0]);
  for (const RoundKind kind :
       {Arrive, SilentWriting, Reveal, RoundKind::Themes, Votes, Actions, Close}) {
    add(plan, freshRound(kind));
  }
  plan.minutes = plannedMinutes(plan);
  return plan;
}

}  // namespace app::model
