// What a room's client and hub say to each other: it comes back as it was, and anything else is
// refused without harm.
#include "sync/wire/room_messages.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "sync/wire/base64url.h"

namespace syncing::wire {
namespace {

using journal::ErrorCode;

std::string someBytes(std::size_t most) {
  const auto size = *rc::gen::inRange<std::size_t>(0, most + 1);
  return *rc::gen::container<std::string>(size, rc::gen::arbitrary<char>());
}
template <class IdType>
IdType someId() {
  typename IdType::Bytes bytes{};
  for (auto& byte : bytes) byte = *rc::gen::arbitrary<std::uint8_t>();
  return IdType::fromBytes(bytes);
}
template <class Kind>
Kind oneUpTo(Kind last) {
  return static_cast<Kind>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}
template <class Number>
Number someNumber() {
  return *rc::gen::arbitrary<Number>();
}
template <class Make>
auto someOf(std::size_t most, Make make) {
  std::vector<decltype(make())> list;
  for (auto left = *rc::gen::inRange<std::size_t>(0, most + 1); left > 0; --left)
    list.push_back(make());
  return list;
}
bool someFlag() {
  return *rc::gen::arbitrary<bool>();
}

session::Event someEvent() {
  session::Event event;
  event.number = someNumber<std::uint64_t>();
  event.atMs = someNumber<std::int64_t>();
  event.by = someNumber<session::Member>();
  event.id = someId<session::EventId>();
  event.kind = oneUpTo(session::EventKind::HandedIn);
  event.round = someNumber<std::int16_t>();
  event.member = someNumber<session::Member>();
  event.standing = oneUpTo(session::Standing::Projector);
  event.device = oneUpTo(session::DeviceKind::Phone);
  event.activity = oneUpTo(session::Activity::Passing);
  event.cause = oneUpTo(session::PauseCause::NoFacilitator);
  event.cardKind = oneUpTo(session::CardKind::Word);
  event.card = someId<session::CardId>();
  event.under = someId<session::CardId>();
  event.to = someNumber<session::Member>();
  event.count = someNumber<std::int32_t>();
  event.seconds = someNumber<std::int32_t>();
  event.turn = someFlag();
  event.on = someFlag();
  event.sealed = someBytes(80);
  event.slots = someOf(3, [] { return someBytes(40); });
  return event;
}

session::Plan somePlan() {
  session::Plan plan;
  plan.rounds = someOf(6, [] {
    session::RoundPlan round;
    round.kind = oneUpTo(session::RoundKind::Close);
    round.length = std::chrono::seconds(someNumber<std::int32_t>());
    round.turn = std::chrono::seconds(someNumber<std::int32_t>());
    round.presenter = someNumber<std::uint8_t>();
    round.keep = oneUpTo(session::Keep::Themes);
    round.dots = someNumber<std::uint8_t>();
    return round;
  });
  plan.naming = oneUpTo(session::Naming::Anonymous);
  plan.presenters = someNumber<std::uint8_t>();
  plan.sealedWords = someBytes(200);
  return plan;
}

Joining someJoining() {
  return {someBytes(kTokenBytes), someBytes(60), oneUpTo(session::Standing::Projector),
          oneUpTo(session::DeviceKind::Phone)};
}

session::SeenPerson somePerson() {
  session::SeenPerson person;
  person.number = someNumber<session::Member>();
  person.standing = oneUpTo(session::Standing::Projector);
  person.device = oneUpTo(session::DeviceKind::Phone);
  person.sealedName = someBytes(60);
  person.away = someFlag();
  person.agreed = someFlag();
  person.hand = someFlag();
  person.activity = oneUpTo(session::Activity::Passing);
  person.hasFloor = someFlag();
  person.presents = someNumber<int>();
  person.pairedWith = someNumber<session::Member>();
  person.handedIn = someFlag();
  person.airtime = someNumber<int>();
  return person;
}

session::SeenCard someCard() {
  session::SeenCard card;
  card.id = someId<session::CardId>();
  card.kind = oneUpTo(session::CardKind::Word);
  card.by = someNumber<session::Member>();
  card.to = someNumber<session::Member>();
  card.round = someNumber<int>();
  card.sealed = someBytes(60);
  card.under = someId<session::CardId>();
  card.place = someNumber<int>();
  card.kept = someFlag();
  card.leaves = someFlag();
  card.opposed = someFlag();
  return card;
}

session::SeenClock someClock() {
  return {someNumber<std::int64_t>(), someNumber<std::int64_t>(), someFlag()};
}

session::SessionView someView() {
  session::SessionView view;
  view.phase = oneUpTo(session::Phase::Finished);
  view.round = someNumber<int>();
  if (someFlag()) view.pause = oneUpTo(session::PauseCause::NoFacilitator);
  view.doorOpen = someFlag();
  view.you = someNumber<session::Member>();
  view.floor = someNumber<session::Member>();
  view.next = someOf(5, [] { return someNumber<session::Member>(); });
  view.roundClock = someClock();
  view.turnClock = someClock();
  view.people = someOf(4, somePerson);
  view.cards = someOf(4, someCard);
  view.ballots = someOf(4, [] { return someBytes(50); });
  view.boxOpen = someFlag();
  view.may = someOf(5, [] { return oneUpTo(session::Deed::Finish); });
  return view;
}

template <class Value>
void expectBack(const journal::Result<Value>& read, const Value& was) {
  RC_ASSERT(read.ok());
  RC_ASSERT(*read == was);
}

RC_GTEST_PROP(RoomMessages, AnEventComesBackAsItWas, ()) {
  const session::Event event = someEvent();
  expectBack(readEvent(toJson(event)), event);
}
RC_GTEST_PROP(RoomMessages, AnOpeningComesBackAsItWas, ()) {
  const RoomOpening opening{someId<RoomId>(), somePlan(), someJoining()};
  expectBack(readRoomOpening(toJson(opening)), opening);
}
RC_GTEST_PROP(RoomMessages, AJoiningComesBackAsItWas, ()) {
  const Joining joining = someJoining();
  expectBack(readJoining(toJson(joining)), joining);
}
RC_GTEST_PROP(RoomMessages, ADoorComesBackAsItWas, ()) {
  const Door door{oneUpTo(session::Phase::Finished), someFlag(), somePlan(), someNumber<int>()};
  expectBack(readDoor(toJson(door)), door);
}
RC_GTEST_PROP(RoomMessages, ALogComesBackAsItWasHoweverItIsPutTogether, ()) {
  const LogAnswer answer{someNumber<std::int64_t>(), someOf(4, someEvent)};
  expectBack(readLogAnswer(toJson(answer)), answer);
  std::vector<std::string> written;
  for (const session::Event& event : answer.events) written.push_back(toJson(event));
  RC_ASSERT(logJson(answer.nowMs, written) == toJson(answer));
}
RC_GTEST_PROP(RoomMessages, AViewComesBackAsItWas, ()) {
  const ViewAnswer answer{someNumber<std::int64_t>(), someNumber<std::uint64_t>(), someView()};
  expectBack(readViewAnswer(toJson(answer)), answer);
}
RC_GTEST_PROP(RoomMessages, ViewsWrittenOneAfterAnotherAreAsEachByItself, ()) {
  ViewWriter writer;
  ViewAnswer answer{1, 2, someView()};
  for (int i = 0; i < 6; ++i) {
    RC_ASSERT(writer.write(answer) == toJson(answer));
    answer.view.you = someNumber<session::Member>();
    if (someFlag()) answer.view.people = someOf(3, somePerson);
    if (someFlag()) answer.view.cards = someOf(3, someCard);
    if (someFlag()) answer.view.ballots = someOf(3, [] { return someBytes(20); });
  }
}
RC_GTEST_PROP(RoomMessages, ARecallComesBackAsItWas, ()) {
  const Recall recall{someId<session::EventId>(), someId<session::CardId>(),
                      someBytes(kMostSecret)};
  expectBack(readRecall(toJson(recall)), recall);
}
RC_GTEST_PROP(RoomMessages, NumbersComeBackAsTheyWere, ()) {
  const auto member = someNumber<session::Member>();
  const auto number = someNumber<std::uint64_t>();
  expectBack(readMember(memberJson(member)), member);
  expectBack(readNumber(numberJson(number)), number);
}
RC_GTEST_PROP(RoomMessages, BytesComeBackFromBase64url, ()) {
  const std::string bytes = someBytes(100);
  const std::string text = toBase64url(bytes);
  RC_ASSERT(text.find_first_of("+/=") == std::string::npos);
  RC_ASSERT(fromBase64url(text) == bytes);
}

TEST(RoomMessages, Base64urlIsThatOfTheStandardAndWrittenInOneWay) {
  EXPECT_EQ(toBase64url(std::string("\xfb\xff\xfe", 3)), "-__-");
  EXPECT_EQ(toBase64url("f"), "Zg");
  EXPECT_EQ(toBase64url("fo"), "Zm8");
  EXPECT_EQ(toBase64url("foobar"), "Zm9vYmFy");
  for (const char* wrong : {"Zg==", "Zh", "Z", "Zm9+", "Zm9/", "Zm 9", "Zm9v\n"})
    EXPECT_EQ(fromBase64url(wrong), std::nullopt) << wrong;
}

TEST(RoomMessages, AnEventNeedSayOnlyWhatItsKindUses) {
  const auto event = readEvent(R"({"id":"0123456789abcdef0123456789abcdef","kind":"hand-raised",
                                   "on":true,"colour":{"of":["no","interest"]}})");
  ASSERT_TRUE(event.ok());
  EXPECT_EQ(event->kind, session::EventKind::HandRaised);
  EXPECT_TRUE(event->on);
  EXPECT_EQ(event->round, -1);
}

TEST(RoomMessages, AViewSaysEveryWordAndListOfItsScreenEvenIfThereIsNothingInIt) {
  const std::string json = toJson(ViewAnswer{});
  for (const char* name : {"phase", "people", "cards", "may", "next", "ballots", "roundClock"})
    EXPECT_NE(json.find("\"" + std::string(name) + "\":"), std::string::npos) << name;
}

TEST(RoomMessages, WhatIsNoSuchMessageIsRefused) {
  const std::string id = R"("id":"0123456789abcdef0123456789abcdef")";
  for (const std::string& wrong :
       {std::string(), std::string("{"), std::string("[]"), std::string("null"), std::string("7"),
        "{" + id + R"(,"kind":"exploded"})", "{" + id + R"(,"kind":7})",
        "{" + id + R"(,"round":70000})", "{" + id + R"(,"round":1.5})", "{" + id + R"(,"by":-1})",
        "{" + id + R"(,"sealed":"++"})", "{" + id + R"(,"on":1})", "{" + id + R"(,"slots":"x"})",
        std::string(R"({"id":"12"})"), "{" + id + ",\"sealed\":\"\xff\"}"})
    EXPECT_EQ(readEvent(wrong).error().code, ErrorCode::InvalidInput) << wrong;
}

TEST(RoomMessages, WhatIsLargerThanTheSessionAllowsIsRefused) {
  session::Event event;
  event.sealed.assign(session::kMostSealed, 'x');
  EXPECT_TRUE(readEvent(toJson(event)).ok());
  event.sealed += 'x';
  EXPECT_FALSE(readEvent(toJson(event)).ok());
  event.sealed.clear();
  event.slots.assign(1, std::string(session::kSlotBytes + 1, 'x'));
  EXPECT_FALSE(readEvent(toJson(event)).ok());
  RoomOpening opening;
  opening.plan.rounds.resize(session::kMostRounds + 1);
  EXPECT_FALSE(readRoomOpening(toJson(opening)).ok());
  opening.plan.rounds.clear();
  opening.plan.sealedWords.assign(session::kMostPlanWords + 1, 'x');
  EXPECT_FALSE(readRoomOpening(toJson(opening)).ok());
  EXPECT_FALSE(readJoining(toJson(Joining{std::string(kTokenBytes + 1, 'x'), {}})).ok());
  EXPECT_FALSE(readJoining(toJson(Joining{{}, std::string(kMostNameInARoom + 1, 'x')})).ok());
}

TEST(RoomMessages, DeepNestingIsRefusedBeforeItIsParsed) {
  const std::string deep(1'000'000, '[');
  EXPECT_FALSE(readEvent("{\"id\":" + deep).ok());
  EXPECT_FALSE(readEvent("{\"x\":" + std::string(9, '[') + std::string(9, ']') + "}").ok());
  // Brackets in words are no nesting.
  EXPECT_EQ(readSay(sayJson("[[[[[[[[[[[[")), "[[[[[[[[[[[[");
}

TEST(RoomMessages, ASentenceIsReadBackAndNothingElseIsTakenForOne) {
  EXPECT_EQ(readSay(sayJson("The \"door\" is shut.")), "The \"door\" is shut.");
  EXPECT_EQ(readSay(R"({"say":7})"), "");
  EXPECT_EQ(readSay("nonsense"), "");
  EXPECT_EQ(readSay(sayJson(std::string(501, 'x'))), "");
}

}  // namespace
}  // namespace syncing::wire
