// What goes between a device and a hub comes back as it was, and an invitation however it was
// copied.
#include "sync/wire/hub_messages.h"

#include <gtest/gtest.h>

#include "sync/wire/enrolment.h"
#include "sync/wire/request_auth.h"
#include "sync/wire/service.h"

namespace syncing::wire {
namespace {

using journal::ErrorCode;
using journal::SeededRandom;

Head someHead(SeededRandom& random) {
  Head head{DeviceId::random(random), random.next(), {}};
  random.fill(head.mark);
  return head;
}

Enrolment someEnrolment(const std::string& host, std::uint16_t port) {
  Enrolment enrolment;
  enrolment.host = host;
  enrolment.port = port;
  enrolment.pin.fill(0xab);
  enrolment.code = "ABCD-EFGH-JKMN";
  return enrolment;
}

TEST(HubMessages, ComeBackAsTheyWere) {
  SeededRandom random(1);
  const Pushed pushed{someHead(random), true};
  const auto pushedBack = decodePushed(encode(pushed));
  ASSERT_TRUE(pushedBack.ok());
  EXPECT_EQ(pushedBack->head, pushed.head);
  EXPECT_TRUE(pushedBack->forked);
  const Standing standing{HubEpoch::random(random), 7, {someHead(random), someHead(random)}, -5};
  const auto standingBack = decodeStanding(encode(standing));
  ASSERT_TRUE(standingBack.ok());
  EXPECT_EQ(standingBack->heads, standing.heads);
  EXPECT_EQ(standingBack->nowMs, -5);
  const std::vector<VaultId> vaults{VaultId::random(random), VaultId::random(random)};
  EXPECT_EQ(*decodeVaults(encodeVaults(vaults)), vaults);
  EXPECT_EQ(*decodeLetter(encodeLetter("")), "");
  EXPECT_EQ(*decodeLetter(encodeLetter(std::nullopt)), std::nullopt);
  const std::vector<AuditRow> rows{
      {1, 2, AccountId::random(random), DeviceId::random(random), "enrol", "", "done", "local"}};
  EXPECT_EQ(*decodeAudit(encode(rows)), rows);
  const InviteRequest request{Role::Facilitator, AccountId::random(random)};
  EXPECT_EQ(*decodeInviteRequest(encode(request)), request);
}

TEST(HubMessages, ALengthThatCannotBeIsRefusedBeforeAnythingIsMade) {
  for (const auto& bytes : {std::string("\xff\xff\xff\xff", 4), std::string("\x10\x27\0\0", 4)}) {
    EXPECT_EQ(decodeSegments(bytes).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(decodeStatements(bytes).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(decodePulled(bytes).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(decodeVaults(bytes).error().code, ErrorCode::Corrupt);
    EXPECT_EQ(decodeAccounts(bytes).error().code, ErrorCode::Corrupt);
  }
}

TEST(HubMessages, ARoleThatIsNoneIsRefused) {
  std::string bytes = encode(InviteRequest{Role::Tutor, std::nullopt});
  for (const char role : {'\0', '\6', '\xff'}) {
    bytes[0] = role;
    EXPECT_FALSE(decodeInviteRequest(bytes).ok());
  }
}

TEST(HubMessages, ASignatureIsOverEveryPartOfARequest) {
  const Digest body{1};
  const RequestAuth auth{};
  const std::string whole = signedPart("GET", "/a", body, auth);
  RequestAuth later = auth;
  later.createdMs = 1;
  RequestAuth other = auth;
  other.nonce[3] = 1;
  // Neighbours cannot be shifted into each other either.
  for (const std::string& changed :
       {signedPart("PUT", "/a", body, auth), signedPart("GET", "/b", body, auth),
        signedPart("GET/", "a", body, auth), signedPart("GET", "/a", Digest{2}, auth),
        signedPart("GET", "/a", body, later), signedPart("GET", "/a", body, other)})
    EXPECT_NE(changed, whole);
}

TEST(Invitation, IsReadHoweverItWasCopied) {
  for (const Enrolment& one :
       {someEnrolment("hub.example.org", Enrolment::kUsualPort),
        someEnrolment("hub.example.org", 443), someEnrolment("[2001:db8::1]", 8443),
        someEnrolment("[2001:db8::1]", 1), someEnrolment("192.0.2.1", 65535)}) {
    const std::string text = formatEnrolment(one);
    const auto back = parseEnrolment("  " + text + "\r\n");
    ASSERT_TRUE(back.ok()) << text;
    EXPECT_EQ(*back, one) << text;
  }
}

TEST(Invitation, AnythingElseIsRefusedInASentence) {
  const std::string pin(64, 'a');
  for (const std::string& wrong :
       {std::string(), std::string("sv1:"), "sv1:h:" + pin, "sv2:h:" + pin + ":ABCD-EFGH-JKMN",
        "sv1::" + pin + ":ABCD-EFGH-JKMN", "sv1:h:" + pin.substr(1) + ":ABCD-EFGH-JKMN",
        "sv1:h:" + pin + ":ABCD-EFGH-JKM", "sv1:h:" + pin + ":ABCD-EFGH-JKMU",
        "sv1:h:0:" + pin + ":ABCD-EFGH-JKMN", "sv1:h:70000:" + pin + ":ABCD-EFGH-JKMN",
        "sv1:h h:" + pin + ":ABCD-EFGH-JKMN", "sv1:[::1:" + pin + ":ABCD-EFGH-JKMN",
        "sv1:" + std::string(300, 'h') + ":" + pin + ":ABCD-EFGH-JKMN"}) {
    const auto parsed = parseEnrolment(wrong);
    ASSERT_FALSE(parsed.ok()) << wrong;
    EXPECT_EQ(parsed.error().code, ErrorCode::InvalidInput);
    EXPECT_FALSE(parsed.error().advice.empty());
  }
}

TEST(Invitation, ACodeIsSixtyBitsInLettersThatAreNotMistaken) {
  EXPECT_EQ(codeFrom({0, 0, 0, 0, 0, 0, 0, 0}), "0000-0000-0000");
  EXPECT_EQ(codeFrom({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}), "ZZZZ-ZZZZ-ZZZZ");
  EXPECT_EQ(codeFrom({0xf0, 0, 0, 0, 0, 0, 0, 1}), "0000-0000-0001");
  EXPECT_EQ(normalCode("oil0 oil0 oil0"), "0110-0110-0110");
  EXPECT_EQ(normalCode("U000-0000-0000"), std::nullopt);
}

}  // namespace
}  // namespace syncing::wire
