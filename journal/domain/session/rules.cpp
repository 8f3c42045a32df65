#include "journal/domain/session/rules.h"

#include <algorithm>

namespace journal::session {
namespace {

using Kinds = std::vector<CardKind>;

Kinds takenBy(RoundKind kind) {
  switch (kind) {
    case RoundKind::Arrive:
      return {CardKind::Word};
    case RoundKind::QuietRead:
      return {CardKind::Comment};
    case RoundKind::Turns:
    case RoundKind::Telling:
      return {CardKind::Moment, CardKind::Title};
    case RoundKind::Questions:
      return {CardKind::Question, CardKind::Comment};
    case RoundKind::Reveal:
      return {CardKind::Moment, CardKind::Question};
    case RoundKind::Talk:
      return {CardKind::Question, CardKind::Idea,    CardKind::Pattern,
              CardKind::Barrier,  CardKind::Comment, CardKind::Learning};
    case RoundKind::Themes:
      return {CardKind::Pattern, CardKind::Barrier, CardKind::Theme};
    case RoundKind::Actions:
      return {CardKind::Action};
    case RoundKind::Intentions:
      return {CardKind::Action};
    case RoundKind::Close:
      return {CardKind::Pattern, CardKind::Barrier, CardKind::Learning, CardKind::Word};
    case RoundKind::SilentWriting:
    case RoundKind::Pairs:
    case RoundKind::Votes:
    case RoundKind::Breath:
      return {};
  }
  return {};
}

}  // namespace

Kinds kindsTaken(const Plan& plan, int round, Phase phase) {
  const bool anonymous = plan.naming == Naming::Anonymous;
  if (phase == Phase::Lobby) return anonymous ? Kinds{} : Kinds{CardKind::Moment};
  if (phase == Phase::Finished || round < 0 || round >= static_cast<int>(plan.rounds.size()))
    return {};
  const RoundPlan& now = plan.rounds[static_cast<std::size_t>(round)];
  // What is kept nowhere, or by whoever wrote it, is not sent anywhere; an intention may be shared
  // by its owner's own wish.
  if (now.keep == Keep::Nothing) return {};
  if (now.keep == Keep::Self && now.kind != RoundKind::Intentions) return {};
  Kinds kinds = takenBy(now.kind);
  // At an anonymous reveal words come out of the box alone, all at once.
  if (anonymous && now.kind == RoundKind::Reveal)
    kinds.erase(std::remove(kinds.begin(), kinds.end(), CardKind::Moment), kinds.end());
  return kinds;
}

bool inRoom(const Session& session, Member person) {
  const auto found = session.people.find(person);
  return found != session.people.end() && !found->second.gone;
}

bool leads(const Session& session, Member person) {
  const auto found = session.people.find(person);
  return found != session.people.end() && !found->second.gone &&
         (found->second.standing == Standing::Facilitator ||
          found->second.standing == Standing::CoFacilitator);
}

std::vector<Member> seats(const Session& session) {
  std::vector<Member> in;
  for (const auto& [number, person] : session.people) {
    if (!person.gone && person.standing != Standing::Projector) in.push_back(number);
  }
  return in;
}

std::vector<Member> turnsAfter(const Session& session, Member from) {
  std::vector<Member> before;
  std::vector<Member> after;
  for (const Member one : seats(session)) {
    const Person& person = session.people.at(one);
    if (one == from || person.away || leads(session, one) || session.spoken.count(one) != 0)
      continue;
    (one < from ? before : after).push_back(one);
  }
  after.insert(after.end(), before.begin(), before.end());
  return after;
}

const RoundPlan* currentRound(const Session& session) {
  const auto at = static_cast<std::size_t>(session.round);
  return session.phase == Phase::Running && at < session.plan.rounds.size()
             ? &session.plan.rounds[at]
             : nullptr;
}

bool hasBox(const Session& session, int round) {
  if (round < 0 || round >= static_cast<int>(session.plan.rounds.size())) return false;
  const RoundKind kind = session.plan.rounds[static_cast<std::size_t>(round)].kind;
  return kind == RoundKind::Votes ||
         (kind == RoundKind::Reveal && session.plan.naming == Naming::Anonymous);
}

std::size_t slotsIn(const Session& session, int round) {
  if (!hasBox(session, round)) return 0;
  const RoundKind kind = session.plan.rounds[static_cast<std::size_t>(round)].kind;
  return kind == RoundKind::Votes ? 1 : kSlotsAMember;
}

Member presenterNow(const Session& session) {
  const RoundPlan* round = currentRound(session);
  if (round == nullptr || round->presenter == 0 || round->presenter > session.presenters.size())
    return 0;
  return session.presenters[round->presenter - std::size_t{1}];
}

CardId cardOfSlot(const std::string& slot) {
  CardId::Bytes bytes{};
  if (slot.size() < bytes.size()) return {};
  std::copy_n(slot.begin(), bytes.size(), bytes.begin());
  return CardId::fromBytes(bytes);
}

}  // namespace journal::session
