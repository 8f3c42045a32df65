#include "app/model/circle_record.h"

#include <algorithm>

namespace app::model {
namespace {

using journal::KeptCard;
using session::CardKind;
using session::Keep;

std::int32_t dotsOn(const CircleSeen& seen, const session::CardId& theme) {
  std::int32_t sum = 0;
  for (const CircleBallot& ballot : seen.ballots) {
    const auto found = ballot.find(theme);
    if (found != ballot.end()) sum += found->second;
  }
  return sum;
}

std::string ownerNamed(const CircleSeen& seen, session::Member member) {
  const auto found = seen.names.find(member);
  return found == seen.names.end() ? "" : found->second;
}

KeptCard keptCard(const CircleSeen& seen, const session::SeenCard& card, Keep keep) {
  KeptCard kept;
  kept.kind = card.kind;
  kept.keep = keep;
  kept.own = seen.mine.count(card.id) != 0;
  kept.leaves = card.leaves;
  const auto words = seen.cards.find(card.id);
  if (words == seen.cards.end()) return kept;
  kept.text = words->second.text;
  if (card.kind == CardKind::Theme) kept.dots = dotsOn(seen, card.id);
  if (card.kind == CardKind::Action) {
    kept.owner = ownerNamed(seen, words->second.owner);
    kept.due = journal::parseDate(words->second.due).value_or(journal::LocalDate{});
  }
  return kept;
}

/// What the round said that it would be kept for; cards of the lobby are moments.
Keep keepOf(const CircleSeen& seen, const session::SeenCard& card) {
  const auto at = static_cast<std::size_t>(card.round);
  return card.round < 0 || at >= seen.plan.plan.rounds.size() ? Keep::Nothing
                                                              : seen.plan.plan.rounds[at].keep;
}

bool isEverKept(CardKind kind) {
  return kind != CardKind::Moment && kind != CardKind::Word;
}

}  // namespace

journal::GroupSession recordOf(const CircleSeen& seen, journal::GroupSession planned,
                               const journal::SessionFormat& format, journal::LocalDate today,
                               std::chrono::minutes lasted) {
  journal::GroupSession record = std::move(planned);
  record.state = journal::GroupSessionState::Held;
  record.title = seen.plan.words.title;
  record.day = today;
  record.naming = seen.plan.plan.naming;
  record.format = format;
  record.agreement = seen.plan.words.agreement;
  record.people.clear();
  record.lasted = lasted;
  record.headcount = static_cast<std::int32_t>(seen.view.people.size());
  record.cards.clear();
  for (const session::SeenCard& card : seen.view.cards) {
    const Keep keep = keepOf(seen, card);
    if (!isEverKept(card.kind) || keep == Keep::Nothing) continue;
    KeptCard kept = keptCard(seen, card, keep);
    const bool forYou = card.to == seen.view.you && card.to != 0;
    const bool groups = record.led && (keep == Keep::Group || keep == Keep::Themes);
    if (!kept.text.empty() && (groups || kept.own || forYou))
      record.cards.push_back(std::move(kept));
  }
  return record;
}

}  // namespace app::model
