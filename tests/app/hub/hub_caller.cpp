#include "tests/app/hub/hub_caller.h"

namespace app::hub::test {

syncing::wire::Enrolment invitationIn(const std::string& text) {
  const std::size_t at = text.find("sv1:");
  const auto parsed = syncing::wire::parseEnrolment(text.substr(std::min(at, text.size())));
  EXPECT_TRUE(parsed.ok()) << text;
  return parsed.ok() ? *parsed : syncing::wire::Enrolment{};
}

void HubCaller::init(const HubFolder& at) {
  const Outcome made = runHub({"init", "--config", at.config.string(), "--service", "Eastby"});
  ASSERT_EQ(made.status, 0) << made.err;
  invitation = invitationIn(made.out);
}

std::shared_ptr<syncing::transport::Channel> HubCaller::channelTo(std::uint16_t port) const {
  syncing::transport::HttpsOptions options;
  options.host = "127.0.0.1";
  options.port = port;
  options.pin = invitation.pin;
  return syncing::transport::httpsChannel(options);
}

void HubCaller::enrolAndFound(std::uint16_t port) {
  const auto channel = channelTo(port);
  const auto in = syncing::transport::enrol(*channel, invitation.code, laptop.id, laptop.signing(),
                                            clock, random);
  ASSERT_TRUE(in.ok()) << in.error().detail;
  service = in->service;
  EXPECT_OK(link(port)->state(laptop.found()));
}

std::unique_ptr<syncing::wire::HubLink> HubCaller::link(std::uint16_t port) {
  return syncing::transport::httpsLink(channelTo(port),
                                       {laptop.id, service,
                                        std::shared_ptr<const journal::crypto::SigningKey>(
                                            std::shared_ptr<void>(), &laptop.signing())},
                                       laptop.vault, clock, random);
}

}  // namespace app::hub::test
