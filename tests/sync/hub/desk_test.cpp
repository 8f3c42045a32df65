// Who a request is from, and that nobody can make, change, repeat or reorder one.
#include "sync/hub/desk.h"

#include "journal/crypto/hash.h"
#include "sync/hub/nonce_memory.h"
#include "sync/hub/routes.h"
#include "sync/transport/https_link.h"
#include "sync/wire/hub_messages.h"
#include "sync/wire/request_auth.h"
#include "tests/sync/hub/hub_world.h"
#include "tests/sync/hub/room_world.h"

namespace syncing::hub::test {
namespace {

using journal::ErrorCode;
using transport::ChannelRequest;
using transport::ChannelResponse;

/// Straight to a desk, keeping what was sent.
class DeskChannel final : public transport::Channel {
 public:
  DeskChannel(Desk& desk, const StillClock& clock) : desk_(desk), clock_(clock) {}
  journal::Result<ChannelResponse> exchange(const ChannelRequest& request) override {
    sent.push_back(
        {request.method, request.target, request.authorization, request.body, "192.0.2.7"});
    const bool repeated = losesAnswers > 0;
    if (repeated) --losesAnswers;
    if (repeated) statuses.push_back(desk_.handle(sent.back()).status);
    const Response response = desk_.handle(sent.back());
    statuses.push_back(response.status);
    return ChannelResponse{response.status, response.body, clock_.now().time_since_epoch().count(),
                           repeated};
  }
  std::vector<Request> sent;
  std::vector<int> statuses;
  int losesAnswers = 0;  ///< to the next requests, which are sent again then

 private:
  Desk& desk_;
  const StillClock& clock_;
};

class AtTheDesk : public testing::Test {
 protected:
  AtTheDesk() : laptop(world.random), me(world.founder(laptop)) {}

  transport::DeviceIdentity identity(const TestDevice& device) const {
    return {device.id, world.hub->service(),
            std::shared_ptr<const journal::crypto::SigningKey>(std::shared_ptr<void>(),
                                                               &device.signing())};
  }
  std::unique_ptr<wire::HubLink> link(const TestDevice& device) {
    return transport::httpsLink(channel, identity(device), device.vault, clientClock, clientRandom);
  }
  /// A signed request as `device` would make it, to be changed.
  Request request(const TestDevice& device, std::string method, std::string target,
                  std::string body = {}) {
    Request out{std::move(method), std::move(target), {}, std::move(body), "192.0.2.7"};
    sign(device, out);
    return out;
  }
  void sign(const TestDevice& device, Request& out, std::int64_t laterMs = 0) {
    wire::RequestAuth auth{device.id, world.hub->service(), world.hub->nowMs() + laterMs, {}, {}};
    clientRandom.fill(auth.nonce);
    const auto digest = journal::crypto::hash(journal::crypto::bytesOf(out.body));
    auth.signature = device.signing().sign(
        journal::crypto::bytesOf(wire::signedPart(out.method, out.target, digest, auth)));
    out.authorization = wire::encodeAuth(auth);
  }
  std::string path(const std::string& rest) const {
    return "/v1/vaults/" + laptop.vault.hex() + rest;
  }

  World world{freshDatabase(Backend::Memory)};
  TestDevice laptop;
  Caller me;
  Desk desk{*world.hub};
  StillClock clientClock;
  journal::SeededRandom clientRandom{99};
  std::shared_ptr<DeskChannel> channel = std::make_shared<DeskChannel>(desk, world.clock);
};

TEST_F(AtTheDesk, EverythingALinkCanAskComesThroughAsItWouldInProcess) {
  const auto remote = link(laptop);
  const std::vector segments{laptop.segment(1, 2), laptop.segment(3, 3)};
  EXPECT_EQ(remote->push(segments)->head.seq, 3U);
  const auto pulled = remote->pull(0, 1 << 20);
  ASSERT_TRUE(pulled.ok());
  EXPECT_EQ(pulled->segments[1].segment, segments[1]);
  EXPECT_EQ(remote->standing()->heads, world.hub->standing(me, laptop.vault)->heads);
  TestDevice tablet(world.random);
  tablet.join(laptop);
  EXPECT_OK(remote->state(laptop.add(tablet)));
  EXPECT_EQ(*remote->statements(), (std::vector{laptop.found(), laptop.add(tablet)}));
  EXPECT_OK(remote->replace(laptop.without(segments[0], 1)));
  EXPECT_TRUE(remote->push({laptop.clonedAfter(0).segment(1, 2)})->forked);
  const MailboxId box = MailboxId::random(clientRandom);
  EXPECT_OK(remote->leaveLetter(box, 0, "a letter"));
  EXPECT_EQ(*remote->takeLetter(box, 0), "a letter");
  EXPECT_EQ(*remote->takeLetter(box, 1), std::nullopt);
  EXPECT_REFUSED(remote->leaveLetter(box, 0, "another"), ErrorCode::Conflict);
}

TEST_F(AtTheDesk, AnInvitationIsTakenUpOverTheWire) {
  TestDevice office(world.random);
  const auto invitation = world.hub->inviteLocally(Role::ServiceAdmin);
  const auto in = transport::enrol(*channel, invitation->code, office.id, office.signing(),
                                   clientClock, clientRandom);
  ASSERT_TRUE(in.ok());
  EXPECT_EQ(in->service, world.hub->service());
  transport::ServiceLink service(channel, identity(office), clientClock, clientRandom);
  const auto made = service.invite({Role::Tutor, std::nullopt});
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made->role, Role::Tutor);
  EXPECT_EQ(service.accounts()->size(), 2U);
  EXPECT_TRUE(service.vaults()->empty());
  EXPECT_EQ(service.invitations()->size(), 3U);
  transport::ServiceLink tutor(channel, identity(laptop), clientClock, clientRandom);
  EXPECT_EQ(*tutor.vaults(), std::vector{laptop.vault});
  EXPECT_OK(service.setRole(me.account, "auditor"));
  EXPECT_REFUSED(service.setRole(me.account, "owner"), ErrorCode::InvalidInput);
  EXPECT_REFUSED(service.audit(0), ErrorCode::Locked);
  transport::ServiceLink auditor(channel, identity(laptop), clientClock, clientRandom);
  EXPECT_FALSE(auditor.audit(0)->empty());
  EXPECT_OK(service.closeAccount(me.account));
  EXPECT_REFUSED(auditor.audit(0), ErrorCode::Locked);
  EXPECT_EQ(channel->statuses.back(), 401);
}

TEST_F(AtTheDesk, AFacilitatorOpensARoomOverTheWireAndATutorDoesNot) {
  const auto rooms = Rooms::open(*world.database, world.hub->service(), world.clock, world.random);
  Desk withRooms(*world.hub, {}, rooms->get());
  const auto there = std::make_shared<DeskChannel>(withRooms, world.clock);
  wire::RoomOpening opening;
  opening.room = RoomId::random(clientRandom);
  opening.plan = roomPlan({session::RoundKind::Talk});
  opening.facilitator = joining("Ada", session::Standing::Facilitator);
  transport::ServiceLink tutor(there, identity(laptop), clientClock, clientRandom);
  EXPECT_REFUSED(tutor.openRoom(opening), ErrorCode::Locked);
  TestDevice desk2(world.random);
  const auto invitation = world.hub->inviteLocally(Role::Facilitator);
  ASSERT_TRUE(transport::enrol(*there, invitation->code, desk2.id, desk2.signing(), clientClock,
                               clientRandom)
                  .ok());
  transport::ServiceLink facilitator(there, identity(desk2), clientClock, clientRandom);
  EXPECT_EQ(*facilitator.openRoom(opening), 1);
  EXPECT_EQ(*facilitator.openRoom(opening), 1) << "asked again, it is the same room";
}

TEST_F(AtTheDesk, ARequestThatWasSentBeforeIsNotTakenAgain) {
  const Request once = request(laptop, "GET", path("/standing"));
  EXPECT_EQ(desk.handle(once).status, 200);
  EXPECT_EQ(desk.handle(once).status, 401);
  world.clock.advance(std::chrono::minutes{4});
  EXPECT_EQ(desk.handle(once).status, 401);
  world.clock.advance(std::chrono::minutes{20});
  EXPECT_EQ(desk.handle(once).status, 401);
}

TEST_F(AtTheDesk, ALostAnswerIsAskedForAgainAndNotTakenForARefusal) {
  const auto remote = link(laptop);
  channel->losesAnswers = 1;
  EXPECT_OK(remote->push({laptop.segment(1, 1)}));
  EXPECT_EQ(channel->statuses, (std::vector{200, 401, 200}));
  EXPECT_EQ(remote->standing()->heads[0].seq, 1U);
  channel->losesAnswers = 2;  // nothing is known then; whoever asks may ask again
  EXPECT_REFUSED(remote->standing(), ErrorCode::Network);
}

TEST_F(AtTheDesk, NothingOfARequestCanBeChanged) {
  const Request good =
      request(laptop, "POST", path("/segments"), wire::encodeSegments({laptop.segment(1, 1)}));
  TestDevice other(world.random);
  world.founder(other);
  std::vector<Request> changed(7, good);
  changed[0].method = "PUT";
  changed[1].target += "?after=1";
  changed[2].target = "/v1/vaults/" + other.vault.hex() + "/segments";
  changed[3].body.back() ^= 1;
  changed[4].body.clear();
  changed[5].authorization.back() = changed[5].authorization.back() == '0' ? '1' : '0';
  // The same signature under another's name.
  auto auth = *wire::decodeAuth(good.authorization);
  auth.device = other.id;
  changed[6].authorization = wire::encodeAuth(auth);
  for (const Request& one : changed) EXPECT_EQ(desk.handle(one).status, 401) << one.target;
  EXPECT_EQ(desk.handle(good).status, 200);  // none of them used its nonce up
}

TEST_F(AtTheDesk, SomebodyElsesKeyOpensNothing) {
  TestDevice other(world.random);
  world.founder(other);
  Request forged = request(laptop, "GET", path("/segments"));
  sign(other, forged);  // known, and asks for a journal that is not theirs
  EXPECT_EQ(desk.handle(forged).status, 403);
  TestDevice stranger(world.random);
  sign(stranger, forged);
  EXPECT_EQ(desk.handle(forged).status, 401);
}

TEST_F(AtTheDesk, RequestsForAnotherServicesHubAreNotForThisOne) {
  Request meant = request(laptop, "GET", path("/standing"));
  auto auth = *wire::decodeAuth(meant.authorization);
  auth.service = ServiceId::random(clientRandom);
  const auto digest = journal::crypto::hash({});
  auth.signature = laptop.signing().sign(
      journal::crypto::bytesOf(wire::signedPart(meant.method, meant.target, digest, auth)));
  meant.authorization = wire::encodeAuth(auth);
  EXPECT_EQ(desk.handle(meant).status, 401);
}

TEST_F(AtTheDesk, ARequestIsGoodForFiveMinutesEitherWay) {
  for (const auto& [laterMs, status] : std::vector<std::pair<std::int64_t, int>>{
           {-300'000, 200}, {300'000, 200}, {-300'001, 401}, {300'001, 401}}) {
    Request late = request(laptop, "GET", path("/standing"));
    sign(laptop, late, laterMs);
    EXPECT_EQ(desk.handle(late).status, status) << laterMs;
  }
}

TEST_F(AtTheDesk, ALaptopWhoseClockIsAMonthOffIsServedAllTheSame) {
  clientClock.advance(std::chrono::hours{-24 * 30});
  const auto remote = link(laptop);
  EXPECT_OK(remote->standing());
  EXPECT_EQ(channel->statuses, (std::vector{401, 200}));
  EXPECT_OK(remote->push({laptop.segment(1, 1)}));
  EXPECT_EQ(channel->statuses.size(), 3U);  // the correction is remembered
}

TEST_F(AtTheDesk, ADeviceThatIsNotKnownDoesNotTryTwice) {
  TestDevice stranger(world.random);
  EXPECT_REFUSED(link(stranger)->standing(), ErrorCode::Locked);
  EXPECT_EQ(channel->statuses, std::vector{401});
}

TEST_F(AtTheDesk, NonsenseIsRefusedInEveryPlace) {
  EXPECT_EQ(desk.handle({"GET", "/", "", "", ""}).status, 404);
  EXPECT_EQ(desk.handle({"BREW", "/v1/ping", "", "", ""}).status, 404);
  EXPECT_EQ(desk.handle({"GET", "/v1/ping", "", "", ""}).status, 200);
  EXPECT_EQ(desk.handle({"GET", path("/standing"), "", "", ""}).status, 401);
  EXPECT_EQ(desk.handle({"GET", path("/standing"), "Basic aaaa", "", ""}).status, 401);
  EXPECT_EQ(
      desk.handle({"POST", "/v1/enrol", request(laptop, "GET", "/").authorization, "x", ""}).status,
      400);
  for (const char* body : {"", "x", "\1\0\0\0", "\xff\xff\xff\xff"})
    EXPECT_EQ(desk.handle(request(laptop, "POST", path("/segments"), body)).status, 400);
  EXPECT_EQ(desk.handle(request(laptop, "GET", "/v1/vaults/zz/standing")).status, 404);
  std::string capitals = laptop.vault.hex();
  for (char& c : capitals) c = static_cast<char>(std::toupper(c));
  EXPECT_EQ(desk.handle(request(laptop, "GET", "/v1/vaults/" + capitals + "/standing")).status,
            404);
}

TEST_F(AtTheDesk, ManyRefusalsFromOneAddressAreOneRowOfTheAudit) {
  TestDevice watcher(world.random);
  const Caller auditor = world.enrol(watcher, Role::Auditor);
  for (int i = 0; i < 100; ++i) desk.handle({"GET", path("/standing"), "", "", "203.0.113.5"});
  const auto rows = world.hub->audit(auditor, 0);
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(std::count_if(rows->begin(), rows->end(),
                          [](const AuditRow& row) { return row.action == "refusals"; }),
            1);
  EXPECT_EQ(rows->back().address, "203.0.113.0/24");
}

TEST_F(AtTheDesk, MemoryForNoncesIsBounded) {
  DeskLimits limits;
  limits.nonces = 3;
  Desk small(*world.hub, limits);
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(small.handle(request(laptop, "GET", path("/standing"))).status, 200);
  EXPECT_EQ(small.handle(request(laptop, "GET", path("/standing"))).status, 503);
  world.clock.advance(std::chrono::minutes{20});
  EXPECT_EQ(small.handle(request(laptop, "GET", path("/standing"))).status, 200);
}

TEST(Nonces, AreRememberedForTheirTimeAndForgottenByTwiceThat) {
  NonceMemory memory(600, 100);
  const NonceMemory::Nonce one{1};
  EXPECT_EQ(memory.use(one, 10'000), NonceMemory::Answer::Fresh);
  EXPECT_EQ(memory.use(one, 10'599), NonceMemory::Answer::Used);
  EXPECT_EQ(memory.use({2}, 10'700), NonceMemory::Answer::Fresh);
  EXPECT_EQ(memory.use(one, 10'701), NonceMemory::Answer::Used);
  EXPECT_EQ(memory.use({3}, 11'301), NonceMemory::Answer::Fresh);
  EXPECT_EQ(memory.use(one, 11'302), NonceMemory::Answer::Fresh);
  EXPECT_EQ(memory.use({2}, 11'303), NonceMemory::Answer::Used);
}

TEST(Routes, ANumberOfAQueryIsPlainOrNotThere) {
  EXPECT_EQ(queryNumber("after=12&bytes=7", "bytes"), 7U);
  EXPECT_EQ(queryNumber("after=18446744073709551615", "after"), ~std::uint64_t{0});
  for (const char* query :
       {"", "after", "after=", "after=-1", "after=1x", "xafter=1", "after=18446744073709551616"})
    EXPECT_EQ(queryNumber(query, "after"), std::nullopt) << query;
}

}  // namespace
}  // namespace syncing::hub::test
