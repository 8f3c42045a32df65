#include "sync/room/room_seen.h"

#include <algorithm>

namespace syncing::room {
namespace {

std::map<session::Member, std::string> openNames(const session::Session& state,
                                                 const RoomKey& key) {
  std::map<session::Member, std::string> names;
  for (const auto& [number, person] : state.people) {
    const auto opened = key.open(kName, person.sealedName);
    const auto name = opened ? readName(*opened) : std::nullopt;
    names[number] = name && !name->empty() ? *name : "Somebody";
  }
  return names;
}

bool cameOutOfABox(const session::Session& state, const session::SeenCard& card) {
  return card.kind == session::CardKind::Moment && card.by == 0 && card.round >= 0 &&
         session::hasBox(state, card.round);
}

std::optional<CardWords> openCard(const session::Session& state, const session::SeenCard& card,
                                  const RoomKey& key) {
  const std::string what = cameOutOfABox(state, card) ? slotWords(card.round, card.id)
                                                      : cardWords(card.kind, card.id, card.by);
  const auto opened = key.open(what, card.sealed);
  return opened ? readCardWords(*opened) : std::nullopt;
}

void openCards(RoomSeen& seen, const session::Session& state, const RoomKey& key) {
  std::vector<session::SeenCard> shown;
  for (session::SeenCard& card : seen.view.cards) {
    auto words = openCard(state, card, key);
    const bool empty = cameOutOfABox(state, card) && (!words || words->text.empty());
    if (empty) continue;
    seen.cards[card.id] = words ? std::move(*words) : CardWords{};
    shown.push_back(std::move(card));
  }
  seen.view.cards = std::move(shown);
}

/// The round of the votes that were opened last.
int lastVote(const session::Session& state) {
  for (auto box = state.opened.rbegin(); box != state.opened.rend(); ++box) {
    const auto& round = state.plan.rounds[static_cast<std::size_t>(box->first)];
    if (round.kind == session::RoundKind::Votes) return box->first;
  }
  return -1;
}

void openBallots(RoomSeen& seen, const session::Session& state, const RoomKey& key) {
  const int round = lastVote(state);
  if (round < 0) return;
  const int most = state.plan.rounds[static_cast<std::size_t>(round)].dots;
  for (const std::string& slot : seen.view.ballots) {
    if (slot.size() < session::kCardIdBytes) continue;
    session::CardId::Bytes id{};
    std::copy_n(slot.begin(), id.size(), id.begin());
    const auto opened = key.open(slotWords(round, session::CardId::fromBytes(id)),
                                 std::string_view(slot).substr(session::kCardIdBytes));
    auto ballot = opened ? readBallot(*opened) : std::nullopt;
    if (ballot && dotsOf(*ballot) <= most) seen.ballots.push_back(std::move(*ballot));
  }
}

}  // namespace

RoomSeen openFor(session::Member member, const session::Session& state, std::int64_t hubNowMs,
                 const RoomKey& key) {
  RoomSeen seen;
  seen.view = session::visibleTo(member, state, hubNowMs);
  seen.mayShare = session::mayShare(state, member);
  seen.plan = state.plan;
  const auto plan = key.open(kPlanWords, state.plan.sealedWords);
  if (plan) seen.words = readPlanWords(*plan).value_or(PlanWords{});
  seen.words.rounds.resize(state.plan.rounds.size());
  seen.names = openNames(state, key);
  openCards(seen, state, key);
  openBallots(seen, state, key);
  for (const session::SeenCard& card : seen.view.cards) {
    if (card.by != 0 && card.by == member) seen.mine.insert(card.id);
  }
  return seen;
}

}  // namespace syncing::room
