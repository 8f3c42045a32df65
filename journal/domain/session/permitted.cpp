// Who may do what when: permitted() of rules.h. The sentences are for whoever sent the event.
#include <algorithm>

#include "journal/domain/session/rules.h"
#include "journal/domain/session/visible.h"

namespace journal::session {
namespace {

Result<void> ok() {
  return {};
}
Error notTheirs() {
  return refused(ErrorCode::Locked, "not theirs", "Only a facilitator can do that.");
}
Error movedOn() {
  return refused(ErrorCode::Conflict, "another round",
                 "The group has moved on. Your words are still here.");
}
Error notNow() {
  return refused(ErrorCode::Conflict, "not in this round",
                 "This round does not take that. Your words are still here.");
}
Error noSuchCard() {
  return refused(ErrorCode::NotFound, "card", "That card is no longer there.");
}
Error noSuchPerson() {
  return refused(ErrorCode::NotFound, "person", "That person is not in the room.");
}

bool isTheHubs(EventKind kind) {
  return kind <= EventKind::Recalled;
}
bool isAFacilitators(EventKind kind) {
  return kind >= EventKind::BoxOpened && kind <= EventKind::Finished;
}
bool bringsOrChangesCards(EventKind kind) {
  return kind == EventKind::Shared || kind == EventKind::Reworded || kind == EventKind::Sorted;
}

/// What may stand in a log with nobody beside it.
bool mayBeNobodys(const Session& session, const Event& event) {
  switch (event.kind) {
    case EventKind::LeaveOpposed:
      return true;
    case EventKind::Paused:
      return event.cause == PauseCause::NoFacilitator;
    case EventKind::Resumed:
      return session.pause == PauseCause::NoFacilitator;
    default:
      return isTheHubs(event.kind) ||
             (session.plan.naming == Naming::Anonymous && bringsOrChangesCards(event.kind));
  }
}

Result<void> byWhom(const Session& session, const Event& event) {
  if (event.by == 0) {
    if (mayBeNobodys(session, event)) return ok();
    return refused(ErrorCode::Locked, "nobody's", "Nobody is said to have done that.");
  }
  if (isTheHubs(event.kind)) return refused(ErrorCode::Locked, "the hub's", "That is not yours.");
  if (!inRoom(session, event.by))
    return refused(ErrorCode::Locked, "not in the room", "You are no longer in this room.");
  if (session.people.at(event.by).standing == Standing::Projector && event.kind != EventKind::Left)
    return refused(ErrorCode::Locked, "projector", "This screen only shows the session.");
  if (event.kind == EventKind::Paused && event.cause == PauseCause::NoFacilitator)
    return refused(ErrorCode::Locked, "the hub's", "That is not yours.");
  const bool asksForPause = event.kind == EventKind::Paused && event.cause == PauseCause::Asked;
  if ((isAFacilitators(event.kind) || asksForPause) && !leads(session, event.by))
    return notTheirs();
  return ok();
}

bool goesOnAfterTheEnd(EventKind kind) {
  return kind == EventKind::Left || kind == EventKind::Withdrawn || kind == EventKind::Recalled ||
         kind == EventKind::Away || kind == EventKind::Back;
}
bool waitsForTheBeginning(EventKind kind) {
  switch (kind) {
    case EventKind::BoxOpened:
    case EventKind::MovedTo:
    case EventKind::Resumed:
    case EventKind::Lengthened:
    case EventKind::FloorGiven:
    case EventKind::PairsDrawn:
    case EventKind::LeaveTicked:
    case EventKind::ActivityIs:
    case EventKind::FloorPassed:
    case EventKind::Kept:
    case EventKind::Sorted:
    case EventKind::LeaveOpposed:
    case EventKind::HandedIn:
    case EventKind::Paused:
      return true;
    default:
      return false;
  }
}
bool waitsForThePauseToEnd(EventKind kind) {
  return kind == EventKind::MovedTo || kind == EventKind::FloorGiven ||
         kind == EventKind::FloorPassed || kind == EventKind::BoxOpened;
}

Result<void> inThisPhase(const Session& session, const Event& event) {
  if (session.phase == Phase::Finished && !goesOnAfterTheEnd(event.kind))
    return refused(ErrorCode::Conflict, "finished",
                   "This session has finished. Your words are still here.");
  if (session.phase == Phase::Lobby && waitsForTheBeginning(event.kind))
    return refused(ErrorCode::Conflict, "not begun", "The session has not begun yet.");
  if (session.phase == Phase::Running && event.kind == EventKind::Begun)
    return refused(ErrorCode::Conflict, "begun", "The session has begun already.");
  if (session.pause && waitsForThePauseToEnd(event.kind))
    return refused(ErrorCode::Conflict, "paused", "The session is paused. Carry on first.");
  return ok();
}

Result<void> mayMoveTo(const Session& session, const Event& event) {
  if (event.round < 0 || event.round >= static_cast<int>(session.plan.rounds.size()))
    return refused(ErrorCode::InvalidInput, "round", "There is no such round.");
  if (event.round == session.round)
    return refused(ErrorCode::Conflict, "same round", "The group is at this round already.");
  const bool closed = hasBox(session, session.round) && session.opened.count(session.round) == 0;
  if (closed && !session.box.empty() && event.round > session.round)
    return refused(ErrorCode::Conflict, "box",
                   "What was handed in is not open yet. Open it first.");
  return ok();
}

Result<void> mayOpenBox(const Session& session, const Event& event) {
  if (!hasBox(session, session.round)) return notNow();
  if (event.round != session.round) return movedOn();
  if (session.opened.count(session.round) != 0)
    return refused(ErrorCode::Conflict, "open already", "It is open already.");
  const bool words = slotsIn(session, session.round) > 1;
  if (words && session.box.size() < kFewestInABox)
    return refused(ErrorCode::Conflict, "too few",
                   "Fewer than three have handed in. With so few, everybody would know whose words "
                   "these are.");
  return ok();
}

Result<void> mayHandIn(const Session& session, const Event& event) {
  if (event.round != session.round || !hasBox(session, session.round)) return movedOn();
  if (session.opened.count(session.round) == 0) return ok();
  return refused(ErrorCode::Conflict, "open already",
                 "It has been opened. Your words are still here; you can say them aloud.");
}

Result<void> mayShareThis(const Session& session, const Event& event) {
  if (session.phase == Phase::Running && event.round != session.round) return movedOn();
  const auto kinds = event.by == 0 ? kindsTaken(session.plan, session.round, session.phase)
                                   : mayShare(session, event.by);
  if (std::find(kinds.begin(), kinds.end(), event.cardKind) == kinds.end()) return notNow();
  if (session.cards.count(event.card) != 0 || session.gone.count(event.card) != 0)
    return refused(ErrorCode::Conflict, "card there", "That card is there already.");
  if (session.cards.size() + session.gone.size() >= kMostCards)
    return refused(ErrorCode::Conflict, "cards", "There is no room for more cards.");
  if (event.to != 0 && session.people.count(event.to) == 0) return noSuchPerson();
  return ok();
}

Result<void> mayReword(const Session& session, const Event& event) {
  const Card& card = session.cards.at(event.card);
  const bool anybodys = card.kind == CardKind::Theme || card.kind == CardKind::Action;
  if (anybodys || (event.by != 0 && event.by == card.by)) return ok();
  return refused(ErrorCode::Locked, "not theirs", "Only its author can change it.");
}

Result<void> maySort(const Session& session, const Event& event) {
  const RoundPlan* round = currentRound(session);
  const bool sorting =
      round != nullptr && (round->kind == RoundKind::Themes || round->kind == RoundKind::Actions ||
                           round->kind == RoundKind::Talk || round->kind == RoundKind::Close);
  if (!sorting) return notNow();
  if (event.under.isNil()) return ok();
  const auto theme = session.cards.find(event.under);
  if (theme == session.cards.end() || theme->second.kind != CardKind::Theme) return noSuchCard();
  if (session.cards.at(event.card).kind == CardKind::Theme)
    return refused(ErrorCode::InvalidInput, "theme", "A theme cannot be put under another.");
  return ok();
}

bool mayLeaveTheRoom(CardKind kind) {
  return kind == CardKind::Pattern || kind == CardKind::Barrier || kind == CardKind::Theme ||
         kind == CardKind::Action || kind == CardKind::Learning;
}

Result<void> withCard(const Session& session, const Event& event) {
  const auto found = session.cards.find(event.card);
  if (found == session.cards.end()) return noSuchCard();
  const Card& card = found->second;
  switch (event.kind) {
    case EventKind::Reworded:
      return mayReword(session, event);
    case EventKind::Sorted:
      return maySort(session, event);
    case EventKind::Withdrawn:
      if (event.by == card.by) return ok();
      return refused(ErrorCode::Locked, "not theirs", "Only its author can take it back.");
    case EventKind::Recalled:
      if (card.by == 0) return ok();
      return refused(ErrorCode::Locked, "named", "Only its author can take it back.");
    case EventKind::Kept: {
      if (card.kind != CardKind::Question && card.kind != CardKind::Idea) return notNow();
      const Member whose = card.to != 0 ? card.to : presenterNow(session);
      if (whose == event.by) return ok();
      return refused(ErrorCode::Locked, "not theirs", "Only whoever was asked keeps a question.");
    }
    case EventKind::LeaveTicked:
      if (mayLeaveTheRoom(card.kind)) return ok();
      return refused(ErrorCode::InvalidInput, "kind",
                     "Moments and questions never leave the room.");
    case EventKind::LeaveOpposed:
      if (card.leaves) return ok();
      return refused(ErrorCode::Conflict, "stays", "It stays in the room already.");
    default:
      return ok();
  }
}

Result<void> withPerson(const Session& session, const Event& event) {
  if (event.kind == EventKind::FloorGiven && event.member == 0) return ok();
  if (!inRoom(session, event.member)) return noSuchPerson();
  const Person& person = session.people.at(event.member);
  if (person.standing == Standing::Projector && event.kind != EventKind::PutOut)
    return noSuchPerson();
  if (event.kind == EventKind::Promoted && person.standing != Standing::Participant)
    return refused(ErrorCode::InvalidInput, "standing",
                   "Only somebody with an account can lead with you.");
  if (event.kind == EventKind::PutOut && leads(session, event.member))
    return refused(ErrorCode::InvalidInput, "standing", "A facilitator cannot be put out.");
  const bool number = event.count >= 1 && event.count <= session.plan.presenters;
  if (event.kind == EventKind::Presents && !number)
    return refused(ErrorCode::InvalidInput, "presenter", "This format has no such presenter.");
  return ok();
}

Result<void> mayJoin(const Session& session, const Event& event) {
  const auto known = session.people.find(event.member);
  if (known != session.people.end()) {
    if (known->second.gone && !known->second.putOut) return ok();
    return refused(ErrorCode::Conflict, "in the room", "They are in the room, or were put out.");
  }
  if (event.member != session.people.size() + 1 || session.people.size() >= kMostMembers)
    return refused(ErrorCode::InvalidInput, "member number", "There is no room for more people.");
  const bool leader = event.standing == Standing::Facilitator;
  if (leader != (event.member == 1) || event.standing == Standing::CoFacilitator)
    return refused(ErrorCode::Locked, "standing", "Nobody comes in as a facilitator.");
  if (!session.doorOpen)
    return refused(ErrorCode::Conflict, "door",
                   "The door is shut: the group has begun its work. "
                   "Ask the facilitator to let you in.");
  return ok();
}

Result<void> mayPause(const Session& session, const Event& event) {
  if (!session.pause) return ok();
  const bool graver =
      event.cause == PauseCause::Safeguarding && session.pause != PauseCause::Safeguarding;
  if (graver) return ok();
  return refused(ErrorCode::Conflict, "paused", "The session is paused already.");
}

}  // namespace

Result<void> permitted(const Session& session, const Event& event) {
  J_CHECK(inThisPhase(session, event));
  J_CHECK(byWhom(session, event));
  switch (event.kind) {
    case EventKind::Joined:
      return mayJoin(session, event);
    case EventKind::Away:
    case EventKind::Back:
    case EventKind::FloorGiven:
    case EventKind::Presents:
    case EventKind::Promoted:
    case EventKind::PutOut:
      return withPerson(session, event);
    case EventKind::Recalled:
    case EventKind::CardTaken:
    case EventKind::LeaveTicked:
    case EventKind::Reworded:
    case EventKind::Withdrawn:
    case EventKind::Kept:
    case EventKind::Sorted:
    case EventKind::LeaveOpposed:
      return withCard(session, event);
    case EventKind::BoxOpened:
      return mayOpenBox(session, event);
    case EventKind::MovedTo:
      return mayMoveTo(session, event);
    case EventKind::Paused:
      return mayPause(session, event);
    case EventKind::Resumed:
      if (session.pause) return ok();
      return refused(ErrorCode::Conflict, "not paused", "The session is not paused.");
    case EventKind::ActivityIs:
      return event.round == session.round ? ok() : Result<void>(movedOn());
    case EventKind::FloorPassed:
      if (session.floor == event.by) return ok();
      return refused(ErrorCode::Conflict, "floor", "Somebody else is speaking.");
    case EventKind::Shared:
      return mayShareThis(session, event);
    case EventKind::HandedIn:
      return mayHandIn(session, event);
    default:
      return ok();
  }
}

}  // namespace journal::session
