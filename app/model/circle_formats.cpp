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
  round.plan.length = std::chrono::minutes{usual.minutes};
  round.plan.turn = std::chrono::minutes{usual.turnMinutes};
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
  for (const journal::Round& from : format.rounds) {
    PlannedRound round;
    round.plan.kind = from.kind;
    round.plan.keep = from.keep;
    round.plan.length = std::chrono::minutes{from.minutes};
    round.plan.turn =
        std::min<std::chrono::seconds>(std::chrono::seconds{from.turnSeconds}, round.plan.length);
    round.plan.presenter = static_cast<std::uint8_t>(from.presenter);
    round.plan.dots = static_cast<std::uint8_t>(from.dots);
    round.words = {from.name, from.prompts, from.who};
    plan.presenters = std::max(plan.presenters, round.plan.presenter);
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
