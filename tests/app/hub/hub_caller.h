#pragma once

#include <memory>
#include <string>

#include "app/cli/system_clock.h"
#include "journal/crypto/system_random.h"
#include "sync/transport/https_link.h"
#include "sync/wire/enrolment.h"
#include "tests/app/hub/hub_process.h"
#include "tests/sync/hub/hub_world.h"

namespace app::hub::test {

/// The invitation in what a command printed.
syncing::wire::Enrolment invitationIn(const std::string& text);

/// Somebody with one device, who calls real hubs.
class HubCaller {
 public:
  /// Makes the service of `at` and keeps its first invitation.
  void init(const HubFolder& at);
  std::shared_ptr<syncing::transport::Channel> channelTo(std::uint16_t port) const;
  void enrolAndFound(std::uint16_t port);
  std::unique_ptr<syncing::wire::HubLink> link(std::uint16_t port);

  SystemClock clock;
  journal::crypto::SystemRandom random;
  journal::SeededRandom seeded{42};
  syncing::hub::test::TestDevice laptop{seeded};
  syncing::wire::Enrolment invitation;
  syncing::wire::ServiceId service;
};

}  // namespace app::hub::test
