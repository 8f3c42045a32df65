// What one person's screen shows, as JSON.
#include "sync/wire/room_json.h"
#include "sync/wire/room_messages.h"

namespace syncing::wire::room {

using session::SeenCard;
using session::SeenClock;
using session::SeenPerson;
using session::SessionView;

namespace {
constexpr std::size_t kMostDeeds = static_cast<std::size_t>(session::Deed::kCount);
constexpr std::size_t kMostBallots = session::kMostMembers * session::kSlotsAMember;
}  // namespace

template <class Fields>
void describe(Fields& field, const SeenPerson*) {
  field.always("number", &SeenPerson::number);
  field.always("standing", &SeenPerson::standing);
  field.always("device", &SeenPerson::device);
  field("name", &SeenPerson::sealedName, session::kMostSealed);
  field("away", &SeenPerson::away);
  field("agreed", &SeenPerson::agreed);
  field("hand", &SeenPerson::hand);
  field.always("activity", &SeenPerson::activity);
  field("hasFloor", &SeenPerson::hasFloor);
  field("presents", &SeenPerson::presents);
  field("pairedWith", &SeenPerson::pairedWith);
  field("handedIn", &SeenPerson::handedIn);
  field("airtime", &SeenPerson::airtime);
}

template <class Fields>
void describe(Fields& field, const SeenCard*) {
  field.always("id", &SeenCard::id);
  field.always("kind", &SeenCard::kind);
  field("by", &SeenCard::by);
  field("to", &SeenCard::to);
  field("round", &SeenCard::round);
  field.always("sealed", &SeenCard::sealed, session::kMostSealed);
  field("under", &SeenCard::under);
  field("place", &SeenCard::place);
  field("kept", &SeenCard::kept);
  field("leaves", &SeenCard::leaves);
  field("opposed", &SeenCard::opposed);
}

template <class Fields>
void describe(Fields& field, const SeenClock*) {
  field.always("leftMs", &SeenClock::leftMs);
  field.always("lengthMs", &SeenClock::lengthMs);
  field.always("stands", &SeenClock::stands);
}

template <class Fields>
void describe(Fields& field, const SessionView*) {
  field.always("phase", &SessionView::phase);
  field.always("round", &SessionView::round);
  field.always("pause", &SessionView::pause);
  field.always("doorOpen", &SessionView::doorOpen);
  field.always("you", &SessionView::you);
  field.always("floor", &SessionView::floor);
  field.always("next", &SessionView::next, session::kMostMembers);
  field.always("roundClock", &SessionView::roundClock);
  field.always("turnClock", &SessionView::turnClock);
  field.always("people", &SessionView::people, session::kMostMembers);
  field.always("cards", &SessionView::cards, session::kMostCards);
  field.always("ballots", &SessionView::ballots, kMostBallots, session::kSlotBytes);
  field.always("boxOpen", &SessionView::boxOpen);
  field.always("may", &SessionView::may, kMostDeeds);
}

template <class Fields>
void describe(Fields& field, const ViewAnswer*) {
  field.always("now", &ViewAnswer::nowMs);
  field.always("number", &ViewAnswer::number);
  field.always("view", &ViewAnswer::view);
}

}  // namespace syncing::wire::room

namespace syncing::wire {

namespace {

/// Takes the list out of a view, and makes `text` what is written for it.
template <class List>
void takeList(List& from, List& last, std::string& text) {
  if (from != last) {
    text = room::textOf(room::jsonOf(from));
    last = std::move(from);
  }
  from.clear();
}

/// Bytes are base64url, so an empty list of this name stands in a view's text once.
void putList(std::string& view, const std::string& name, const std::string& text) {
  const std::string empty = "\"" + name + "\":[]";
  const std::size_t at = view.find(empty);
  if (at != std::string::npos) view.replace(at + empty.size() - 2, 2, text);
}

}  // namespace

std::string ViewWriter::write(ViewAnswer answer) {
  takeList(answer.view.people, people_, peopleText_);
  takeList(answer.view.cards, cards_, cardsText_);
  takeList(answer.view.ballots, ballots_, ballotsText_);
  std::string view = toJson(answer);
  putList(view, "people", peopleText_);
  putList(view, "cards", cardsText_);
  putList(view, "ballots", ballotsText_);
  return view;
}

std::string toJson(const ViewAnswer& answer) {
  return room::textOf(room::jsonOf(answer));
}
journal::Result<ViewAnswer> readViewAnswer(std::string_view json) {
  return room::readMessage<ViewAnswer>(json, "view of a room");
}

}  // namespace syncing::wire
